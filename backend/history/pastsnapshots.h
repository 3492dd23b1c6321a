// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/pastsource.h"
#include "backend/history/historyreader.h"

#include <QHash>
#include <QThreadPool>

#include <atomic>
#include <deque>
#include <future>
#include <mutex>

namespace graticule {

class Recorder;

/// Answers from a history file, in a thread of its own, one question after the other. While there is no file yet, it
/// says that nothing is recorded. A second thread reads what lies ahead of one question that follows another through
/// time, and on both sides of one that came from elsewhere, so that nobody who scrubs waits at the edge of a block.
class PastSnapshots : public PastSource
{
public:
    /// @p keeper and @p epoch go into the revisions. @p recorder says how recording goes; it outlives this, or is null.
    PastSnapshots(QString path, QString keeper, quint64 epoch, const Recorder *recorder = nullptr);
    ~PastSnapshots() override;

    void at(Instant at, Instant knownAt, IsWanted isWanted, std::function<void(Result<Answer>)> answer) override;
    SnapshotPtr find(const Revision &revision) const override;
    void coverage(const TimeSpan &span, std::function<void(Result<HistoryCoverage>)> answer) override;
    void turns(const TurnsQuery &query, std::function<void(Result<QList<SiteTurn>>)> answer) override;

    struct Reads
    {
        qint64 awaited = 0; ///< answers that had to wait until something was read
        qint64 asked = 0;   ///< blocks that were to be read ahead
        qint64 ahead = 0;   ///< those that are
    };
    /// Any thread.
    Reads reads() const { return {m_awaited, m_askedAhead, m_ahead}; }

private:
    Result<HistoryReader *> reader();
    /// Whether one more question may wait; if so it counts until answered().
    bool mayAsk() { return m_waiting.fetch_add(1) < kMostWaiting || (m_waiting.fetch_sub(1), false); }
    void answered() { m_waiting.fetch_sub(1); }
    Result<Answer> answerTo(Instant at, Instant knownAt);
    void readAhead(Instant at);
    void scout(qint64 block, size_t threads);
    std::vector<HistoryReader::Loaded> scouted(qint64 block);

    static constexpr int kMostWaiting = 64;
    static constexpr qint64 kAhead = 2; ///< blocks: there before whoever scrubs is, at a frame a moment
    static constexpr size_t kKept = 16; ///< snapshots, which share most of what they have

    const QString m_path;
    const QString m_keeper;
    const quint64 m_epoch;
    const Recorder *m_recorder;
    mutable std::mutex m_mutex; ///< of m_given
    std::deque<SnapshotPtr> m_given;
    quint64 m_number = 0;
    std::atomic<int> m_waiting{0};
    std::atomic<int> m_looking{0}; ///< those of them that ask for a moment, and the one that is answered
    std::atomic<qint64> m_awaited{0};
    std::atomic<qint64> m_askedAhead{0};
    std::atomic<qint64> m_ahead{0};
    std::atomic<qint64> m_block{0};          ///< in which the last question was
    std::unique_ptr<HistoryReader> m_reader; ///< in the pool's one thread, as the next three
    Instant m_lastAt = kNever;
    bool m_hasJumped = false; ///< nobody has gone on from there yet
    /// Blocks that the scout is to read, or could not read.
    QHash<qint64, std::shared_future<std::vector<HistoryReader::Loaded>>> m_asked;
    std::unique_ptr<HistoryReader> m_scout; ///< in the one thread of m_scouts
    QThreadPool m_pool;                     ///< these two last: their tasks use what is above
    QThreadPool m_scouts;
};

} // namespace graticule
