// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/snapshotfile.h"
#include "tests/testing/test.h"

#include <QFile>
#include <QTemporaryDir>

#include <google/protobuf/stubs/logging.h>

using namespace graticule;

/// Bytes that earlier versions wrote mean what they meant: numbers of fields and of values are never given anew.
class TestRecorded : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void version010()
    {
        const Result<SnapshotPtr> read = readSnapshot(recorded("lab-region-0.1.0.facts"));
        QVERIFY2(bool(read), read ? "" : qPrintable(read.error().text));
        const FleetTables &tables = (*read)->tables;
        QStringList lines;
        tables.sites.forEach([&](const Site &site) {
            lines << QStringLiteral("site %1, %2 %3, %4, %5 at %6/%7, condition %8, kind %9")
                         .arg(site.name, site.place.city, site.place.country, site.region, site.provider)
                         .arg(site.place.position->latitude, 0, 'f', 2)
                         .arg(site.place.position->longitude, 0, 'f', 2)
                         .arg(int(site.condition))
                         .arg(int(site.kind));
        });
        tables.connections.forEach([&](const Connection &connection) {
            lines << QStringLiteral("connection %1 (%2), state %3, origin %4")
                         .arg(connection.name, connection.type)
                         .arg(int(connection.state))
                         .arg(int(connection.origin));
        });
        QStringList services;
        tables.services.forEach([&](const Service &service) { services << service.name; });
        services.sort();
        lines << services.join(QLatin1Char(' '));
        lines << QStringLiteral("%1 placements, %2 assets, %3 replicas, %4 nodes, %5 links, %6 feeds")
                     .arg(tables.placements.size())
                     .arg(tables.assets.size())
                     .arg(tables.replicas.size())
                     .arg(tables.nodes.size())
                     .arg(tables.links.size())
                     .arg(tables.feeds.size());
        QCOMPARE(lines, (QStringList{
                            QStringLiteral("site dxb1, Dubai AE, Africa & Middle East, azure at 25.20/55.27, "
                                           "condition 1, kind 1"),
                            QStringLiteral("connection lab-africa-middle-east (lab), state 3, origin 2"),
                            QStringLiteral("login messaging orders payments recommendations telemetry-ingest"),
                            QStringLiteral("6 placements, 7 assets, 7 replicas, 6 nodes, 5 links, 1 feeds"),
                        }));
    }

    void everyByteMayBeWrong()
    {
        const google::protobuf::LogSilencer quiet; // of its complaints, not of ours
        QFile file(recorded("lab-region-0.1.0.facts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("broken"));
        for (qsizetype at = 0; at < bytes.size(); at += 7) {
            QByteArray broken = bytes;
            broken[at] = char(~broken[at]);
            write(path, broken);
            (void)readSnapshot(path); // refused or read, never a crash
            write(path, bytes.left(at));
            QVERIFY(!readSnapshot(path));
        }
    }

private:
    static QString recorded(const char *name)
    {
        return qEnvironmentVariable("GRATICULE_SOURCE") + QStringLiteral("/tests/fixtures/control/") +
               QLatin1String(name);
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
};

QTEST_GUILESS_MAIN(TestRecorded)
#include "tst_recorded.moc"
