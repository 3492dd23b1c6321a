// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/samplestore.h"

#include "backend/telemetry/samplekeys.h"

#include <QPointer>

namespace graticule {
namespace {

constexpr qint64 kSlice = 50; // ms

} // namespace

SampleStore::SampleStore(const QString &path, const SampleLimits &limits, const SampleWriter::Now &now)
    : m_writer(path, limits, m_head, now)
    , m_reader(path, m_head)
    , m_windows(path, m_head)
    , m_now(now)
{
    m_pool.setMaxThreadCount(1);
    m_windowsPool.setMaxThreadCount(1);
}

SampleStore::~SampleStore()
{
    m_isEnding = true;
    for (QThreadPool *pool : {&m_pool, &m_windowsPool}) {
        pool->clear();
        pool->waitForDone();
    }
}

template<class Answer>
void SampleStore::start(QThreadPool &pool, QObject *context, std::function<Answer()> work,
                        std::function<void(const Answer &)> done)
{
    pool.start([this, guard = QPointer<QObject>(context), work = std::move(work), done = std::move(done)] {
        // Through this object, which outlives its tasks; the context may not.
        QMetaObject::invokeMethod(
            this,
            [guard, done, answer = work()] {
                if (guard)
                    done(answer);
            },
            Qt::QueuedConnection);
    });
}

/// In the pool's thread. What one series leaves of the room for all is for those behind it.
SamplesAnswer SampleStore::answer(const SamplesQuery &query)
{
    SamplesAnswer answer;
    const Instant to = query.to == kNever ? instantFromMs(SampleKeys::kLastMs) : query.to;
    // How fine it is follows from what can be there, not from the end of time.
    const Instant until = std::min(to, std::max(query.from, m_now() + std::chrono::hours(1)));
    const QStringList names = query.metrics.isEmpty() ? m_reader.metrics(query.entity) : query.metrics;
    size_t left = kMostInAll;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const size_t most = std::clamp<size_t>(left / size_t(names.size() - i), 2, kMostPoints);
        SampleQuery one{query.entity, names[i], query.from, until, query.resolution, query.points};
        SampleAnswer series = m_reader.read(one);
        if (series.buckets.size() > most) {
            one.resolution = Resolution::Automatic;
            one.points = int(most / 2);
            series = m_reader.read(one);
        }
        left -= std::min(left, series.buckets.size());
        answer.series.append(std::move(series));
    }
    answer.store = m_writer.status();
    return answer;
}

void SampleStore::read(const SamplesQuery &query, QObject *context, std::function<void(const SamplesAnswer &)> done)
{
    const std::function<SamplesAnswer()> work = [this, query] { return answer(query); };
    start(m_pool, context, work, std::move(done));
}

void SampleStore::quantiles(const SampleQuery &query, const std::vector<double> &ranks, QObject *context,
                            std::function<void(const QuantileAnswer &)> done)
{
    const std::function<QuantileAnswer()> work = [this, query, ranks] { return m_reader.quantiles(query, ranks); };
    start(m_pool, context, work, std::move(done));
}

/// In the windows' thread: a slice comes after all who wait, and the next one after it.
void SampleStore::prepareUsual()
{
    constexpr int behind = -1;
    if (m_isEnding || m_isPreparing.exchange(true))
        return;
    m_windowsPool.start(
        [this] {
            m_isPreparing = false;
            if (m_windows.prepare(kSlice))
                prepareUsual();
        },
        behind);
}

void SampleStore::windows(const LinkWindowsQuery &query, QObject *context,
                          std::function<void(const LinkWindowsAnswer &)> done)
{
    // Each may take seconds: who asks faster than that is answered, not queued for ever.
    const bool isTooMany = m_windowsWaiting >= kMostWindows;
    const std::function<LinkWindowsAnswer()> work = [this, query, isTooMany] {
        if (!isTooMany) {
            LinkWindowsAnswer answer = m_windows.read(query);
            prepareUsual();
            return answer;
        }
        LinkWindowsAnswer nothing;
        nothing.span = {toMs(query.from), toMs(query.to)};
        nothing.leftOut = query.links.size();
        return nothing;
    };
    m_windowsWaiting += isTooMany ? 0 : 1;
    const std::function<void(const LinkWindowsAnswer &)> hand =
        [this, isTooMany, guard = QPointer<QObject>(context), done = std::move(done)](const LinkWindowsAnswer &answer) {
            m_windowsWaiting -= isTooMany ? 0 : 1;
            if (guard)
                done(answer);
        };
    start(isTooMany ? m_pool : m_windowsPool, this, work, hand);
}

} // namespace graticule
