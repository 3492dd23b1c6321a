// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/samplearchive.h"
#include "backend/telemetry/samplereader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cmath>

namespace graticule::testing {

inline constexpr qint64 kHour = 3600; ///< seconds
inline constexpr qint64 kDay = 24 * kHour;

/// A value of each second that goes up and down.
inline double wave(qint64 second)
{
    return std::round(100 * (20 + 5 * std::sin(double(second) / 1000))) / 100;
}

/// A sample store in a folder of its own, its writer and a reader, all in this thread, and the time as the test says.
/// Times are seconds after kStart, a midnight.
class ArchiveDesk
{
public:
    static constexpr qint64 kStart = 1'700'006'400;

    explicit ArchiveDesk(const SampleLimits &given = {}, const QString &existing = {})
        : limits(given)
    {
        if (!existing.isEmpty())
            copyStore(existing, path);
        start();
    }

    static Instant at(double second) { return instantFromMs(qint64((kStart + second) * 1000)); }

    void start()
    {
        reader.reset();
        head = std::make_unique<SampleHead>();
        archive = std::make_unique<SampleArchive>(path, limits, *head);
        archive->open(now);
        reader = std::make_unique<SampleReader>(path, *head);
    }
    /// The next start finds what a crash leaves: the files as they are, and nothing of memory.
    void crash()
    {
        const QString left = folder.filePath(QStringLiteral("left-%1.db").arg(++m_crashes));
        copyStore(path, left);
        path = left;
        start();
    }
    void stop() { archive->close(now); }

    static void copyStore(const QString &from, const QString &to)
    {
        for (const char *suffix : {"", "-wal"}) {
            QFile::remove(to + QLatin1String(suffix));
            QFile::copy(from + QLatin1String(suffix), to + QLatin1String(suffix));
        }
    }

    /// Goes to @p second and does all that is due then.
    void settle(double second)
    {
        now = at(second);
        archive->flush(now);
        while (archive->maintain(now)) {
        }
    }
    void take(const char *entity, const char *metric, double second, double value)
    {
        archive->take({{EntityId(entity), QLatin1String(metric), at(second), value}}, now);
    }
    /// Every ten seconds from @p from to before @p to, the time passing with them; value: whatever @p value says.
    template<class Value> void fill(const char *entity, const char *metric, qint64 from, qint64 to, Value value)
    {
        for (qint64 second = from; second < to; second += 10) {
            now = std::max(now, at(double(second)));
            take(entity, metric, double(second), value(second));
        }
    }

    SampleAnswer read(const char *entity, const char *metric, qint64 from, qint64 to,
                      Resolution resolution = Resolution::Raw, int points = 1000) const
    {
        return reader->read(
            {EntityId(entity), QLatin1String(metric), at(double(from)), at(double(to)), resolution, points});
    }

    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("samples.db"));
    SampleLimits limits;
    Instant now = at(0);
    std::unique_ptr<SampleHead> head;
    std::unique_ptr<SampleArchive> archive;
    std::unique_ptr<SampleReader> reader;

private:
    int m_crashes = 0;
};

/// "10:1.5 20:2", seconds after the start and means; with counts above 1 as "0:2(1..3)x2".
inline QString print(const SampleAnswer &answer)
{
    QStringList words;
    for (const SampleBucket &bucket : answer.buckets) {
        const QString at = QString::number(double(bucket.ms) / 1000 - ArchiveDesk::kStart);
        const QString mean = QString::number(bucket.mean);
        words << (bucket.count == 1 ? QStringLiteral("%1:%2").arg(at, mean)
                                    : QStringLiteral("%1:%2(%3..%4)x%5")
                                          .arg(at, mean)
                                          .arg(bucket.min)
                                          .arg(bucket.max)
                                          .arg(bucket.count));
    }
    return words.join(u' ');
}

/// "100-200 300-400", seconds after the start.
inline QString print(const std::vector<SampleSpan> &spans)
{
    QStringList words;
    for (const SampleSpan &span : spans)
        words << QStringLiteral("%1-%2")
                     .arg(span.from / 1000 - ArchiveDesk::kStart)
                     .arg(span.to / 1000 - ArchiveDesk::kStart);
    return words.join(u' ');
}

} // namespace graticule::testing
