// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/records/actrecord.h"
#include "backend/records/recordcheck.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace graticule::testing {

/// A record in a directory of its own, written at moments that the test says, and what can be done to its file.
class RecordScript
{
public:
    RecordScript() { open(); }

    /// As a keeper that starts on it.
    QStringList open(const QString &headsFile = {})
    {
        ActRecord::Options options{
            .place = place(), .keeperId = QStringLiteral("keeper-1"), .now = [this] { return now; }};
        if (!headsFile.isEmpty())
            options.sinks.push_back(std::make_unique<FileHeadSink>(headsFile));
        record.reset(); // signs what is owed
        record = std::make_unique<ActRecord>(std::move(options));
        return record->start();
    }

    static Actor alice()
    {
        return {QStringLiteral("alice"), QStringLiteral("certificate"), QStringLiteral("ab12"),
                QStringLiteral("operator")};
    }
    static Act pausing(const char *connection)
    {
        Act act;
        act.verb = QStringLiteral("connection.pause");
        act.target = QLatin1String("id-of-") + QLatin1String(connection);
        act.targetName = QLatin1String(connection);
        act.kind = QStringLiteral("docker");
        act.place = QStringLiteral("https://host:2376");
        return act;
    }

    /// An act that goes well, a minute after the one before.
    void pause(const char *connection)
    {
        now += std::chrono::seconds(60);
        const auto number = record->begin(alice(), pausing(connection));
        QVERIFY2(number, number ? "" : qPrintable(number.error().text));
        now += std::chrono::seconds(1);
        record->done(*number);
    }

    RecordPlace place() const { return {m_directory.filePath(QStringLiteral("audit"))}; }
    QString path(const char *name) const { return m_directory.filePath(QLatin1String(name)); }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return !path.isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    }
    QByteArray bytes() const { return contentOf(place().record()); }

    /// What a check finds of @p bytes, with the heads of @p headsFile.
    QString check(const QByteArray &bytes, const QString &headsFile = {}) const
    {
        write(path("checked"), bytes);
        RecordCheck check;
        check.heads = RecordHead::read(contentOf(headsFile));
        const auto verdict = check.run(path("checked"));
        return verdict ? verdict->text() : verdict.error().text;
    }

    /// Acts, newest first, one a line: "5 alice connection.pause a done".
    QString acts(const ActQuery &query = {}) const
    {
        QStringList lines;
        RecordNames names(place().names());
        (void)names.read();
        const auto end = RecordReader(place().record(), names).read(query, [&](const RecordedAct &act) {
            QString line = QStringLiteral("%1 %2 %3 %4 %5")
                               .arg(act.number)
                               .arg(act.who, act.act.verb, act.act.targetName, wordOf(act.outcome));
            if (act.outcome == ActOutcome::Failed)
                line += QStringLiteral(" (%1)").arg(int(act.fault));
            lines.append(line.simplified());
            return true;
        });
        return end ? lines.join(QLatin1Char('\n')) : end.error().text;
    }

    Instant now = instantFromIso(QStringLiteral("2026-11-22T09:00:00.000Z"));

private:
    QTemporaryDir m_directory; // goes after the record, which writes its last words there

public:
    std::unique_ptr<ActRecord> record;
};

} // namespace graticule::testing
