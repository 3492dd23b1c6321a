// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/history/changelog.h"
#include "backend/history/historyreader.h"
#include "backend/incident/incidentimport.h"
#include "tests/incident/incidentscript.h"

#include <QtEndian>

#include <random>

namespace graticule::testing {

/// Changes incident files at random, on the outside and within their sections, and opens, unpacks and asks them: none
/// may crash, hang or be believed whole.
class IncidentDamage
{
public:
    explicit IncidentDamage(const IncidentScript &script)
        : m_script(script)
        , m_whole(must(script.made(10, 90)))
    {
    }

    /// What was wrong with the result; empty: it was believed whole although it differs.
    QString tryOne(quint64 seed)
    {
        std::mt19937_64 random(seed);
        const QByteArray bytes = seed % 2 == 0 ? outside(random) : inside(random);
        if (bytes == m_whole)
            return QStringLiteral("unchanged");
        const auto opened = IncidentFile::open(m_script.write(bytes, "fuzz.graticule-incident"));
        if (!opened)
            return opened.error().text;
        IncidentFile &file = **opened;
        IncidentImport import(file);
        const QString copy = m_script.path("fuzz.db");
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(copy + QLatin1String(suffix));
        (void)file.read(incidentform::Kind::Facts, [](const QByteArray &content) -> Result<Done> {
            const auto changes = readChanges(content);
            return changes ? Result<Done>(Done()) : Result<Done>(changes.error());
        });
        if (seed % 8 == 1 && import.history(copy)) { // waits for the disk
            const auto reader = HistoryReader::open(copy);
            for (const double second : {10.0, 30.0, 70.0, 90.0}) {
                if (reader)
                    (void)(*reader)->at(HistoryScript::at(second), Instant::max());
            }
        }
        (void)import.samples([](const QList<Sample> &) {});
        (void)import.settings();
        return file.damage().join(u' ');
    }

private:
    /// Bytes flipped, taken away, doubled, or numbers of headers replaced.
    QByteArray outside(std::mt19937_64 &random) const
    {
        QByteArray bytes = m_whole;
        for (auto times = random() % 4 + 1; times > 0 && !bytes.isEmpty(); --times) {
            const auto at = qsizetype(random() % quint64(bytes.size()));
            const auto length = qsizetype(random() % 64);
            switch (random() % 4) {
            case 0:
                bytes[at] = char(random());
                break;
            case 1:
                bytes.remove(at, length);
                break;
            case 2:
                bytes.insert(at, bytes.mid(at, length));
                break;
            default:
                for (qsizetype i = at; i < std::min(at + 4, bytes.size()); ++i)
                    bytes[i] = char(random() % 3 == 0 ? 0xff : random());
            }
        }
        return bytes;
    }
    /// A section's content changed and packed again, so that decoding meets it.
    QByteArray inside(std::mt19937_64 &random) const
    {
        QByteArray result = m_whole.left(incidentform::kMagicBytes + 4);
        const qsizetype chosen = qsizetype(random() % 6);
        qsizetype number = 0;
        for (qsizetype at = result.size(); at < m_whole.size(); ++number) {
            QByteArray header = m_whole.mid(at, incidentform::kHeaderBytes);
            const qsizetype size = qFromLittleEndian<quint32>(header.constData() + 4);
            QByteArray content = m_whole.mid(at + incidentform::kHeaderBytes, size);
            at += incidentform::kHeaderBytes + size;
            auto plain = unpacked(content);
            if (number == chosen && plain && !plain->isEmpty()) {
                QByteArray &bytes = plain.value();
                for (auto times = random() % 6 + 1; times > 0; --times)
                    bytes[qsizetype(random() % quint64(bytes.size()))] = char(random());
                if (random() % 4 == 0)
                    bytes.truncate(qsizetype(random() % quint64(bytes.size())));
                content = packed(bytes);
                qToLittleEndian(quint32(content.size()), header.data() + 4);
                qToLittleEndian(quint32(bytes.size()), header.data() + 8);
            }
            result += header + content;
        }
        return result;
    }

    const IncidentScript &m_script;
    const QByteArray m_whole;
};

} // namespace graticule::testing
