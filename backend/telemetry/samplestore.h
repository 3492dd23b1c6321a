// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/linkwindowreader.h"
#include "backend/telemetry/samplereader.h"
#include "backend/telemetry/samplewriter.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace graticule {

/// The samples of a keeper, on disk over restarts and crashes. Lives in one thread, which never waits: it is written
/// and read in threads of their own.
class SampleStore : public QObject
{
    Q_OBJECT

public:
    /// Of one series in an answer; where there are more, it is coarser than was asked for.
    static constexpr size_t kMostPoints = 100'000;
    /// Of all series of an answer together, about: what one comes to on the wire stays below 8 MB.
    static constexpr size_t kMostInAll = 200'000;

    /// An empty @p path keeps the last hour or two in memory. @p now is called in other threads too.
    SampleStore(const QString &path, const SampleLimits &limits, const SampleWriter::Now &now);
    /// Writes what was appended; waits for the disk.
    ~SampleStore() override;

    /// Batches; more than can be written are shed and counted, see status().
    void append(const QList<Sample> &samples) { m_writer.append(samples); }
    /// @p done is called once in this thread, unless @p context dies first.
    void read(const SamplesQuery &query, QObject *context, std::function<void(const SamplesAnswer &)> done);
    void quantiles(const SampleQuery &query, const std::vector<double> &ranks, QObject *context,
                   std::function<void(const QuantileAnswer &)> done);
    static constexpr int kMostWindows = 32; ///< questions for windows that wait or are worked on
    /// What links came to; in a thread of its own, so that charts do not wait for a whole matrix. When too many wait,
    /// the answer comes soon and all links are left out. What is usual of many links is worked out in slices between
    /// the answers.
    void windows(const LinkWindowsQuery &query, QObject *context, std::function<void(const LinkWindowsAnswer &)> done);
    SampleStatus status() const { return m_writer.status(); }
    /// Waits until what was appended is on disk; for tests and the orderly end.
    bool sync() { return m_writer.sync(); }

private:
    SamplesAnswer answer(const SamplesQuery &query);
    void prepareUsual();
    template<class Answer>
    void start(QThreadPool &pool, QObject *context, std::function<Answer()> work,
               std::function<void(const Answer &)> done);

    SampleHead m_head;
    SampleWriter m_writer;
    SampleReader m_reader;      ///< of the pool's one thread
    LinkWindowReader m_windows; ///< of the other pool's
    SampleWriter::Now m_now;
    int m_windowsWaiting = 0;
    std::atomic<bool> m_isPreparing{false};
    std::atomic<bool> m_isEnding{false};
    QThreadPool m_pool; ///< these two last: their tasks use what is above
    QThreadPool m_windowsPool;
};

} // namespace graticule
