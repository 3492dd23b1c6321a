// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/pastsource.h"
#include "backend/history/checkpointreader.h"
#include "backend/history/loadedstretches.h"
#include "backend/history/recording.h"

#include <QList>

#include <algorithm>
#include <functional>

namespace graticule {

/// The fleet as it was at one moment.
struct PastMoment
{
    FleetTables tables;
    /// Nobody watched at that moment: from when until when. What is told is what was known before; every verdict in it
    /// is "unknown", every feed as old as it was then.
    std::optional<TimeSpan> hole;
    int lateFacts = 0;           ///< that were learnt after the moment and are told all the same, as asked
    std::optional<Error> damage; ///< some of what led here cannot be read; the rest is told
};

/// Answers what a HistoryFile holds, also while it is written. Keeps what it read last, so that a neighbouring moment
/// costs little. Used in one thread, never the GUI's.
class HistoryReader
{
public:
    static constexpr size_t kSideBySide = 4;

    using Loaded = LoadedStretch;

    static Result<std::unique_ptr<HistoryReader>> open(const QString &path);

    /// From the first thing recorded until now; both kNever while nothing is.
    Result<TimeSpan> range();
    /// asOf(@p at, @p knownAt): what was true at @p at, by what was known at @p knownAt. In a feed, `observedAt` is the
    /// end of what is recorded while it was watched, else its last proof. NotFound before the first thing recorded.
    Result<PastMoment> at(Instant at, Instant knownAt);
    /// As recorded last, in the form of the file (see Recording).
    Result<FleetTables> newest();

    /// Changes of verdicts within @p span, oldest first, and what every site was when it began; of @p site, or of all
    /// when that is empty. At most @p most of the newest.
    Result<QList<SiteTurn>> turns(const TimeSpan &span, const EntityId &site = {}, int most = 100'000);
    /// All that is recorded of @p span as it stands in the file, oldest first: at its begin one change with all that
    /// was then (see Recording for the form of feeds), then what followed. What cannot be read is left out, and counted
    /// in what is returned. @p take returns false when it had enough.
    Result<int> tell(const TimeSpan &span, const std::function<bool(const HistoryChange &change)> &take);
    /// What was learnt after the begin of @p span and had become true before its end, by true-since.
    Result<Done> tellLate(const TimeSpan &span,
                          const std::function<bool(Instant since, Instant learnt, const QByteArray &log)> &take);

    /// When nobody watched within @p span.
    Result<QList<TimeSpan>> holes(const TimeSpan &span);
    /// When @p feed was watched without a hole within @p span.
    Result<QList<TimeSpan>> watched(const EntityId &feed, const TimeSpan &span);

    /// The block that at() told from last; 0: none yet.
    qint64 lastBlock() const { return m_lastBlock; }
    /// Whether @p block is closed and need not be read any more.
    bool has(qint64 block) const { return m_loaded.has(block); }
    /// How often at() had to read first.
    qint64 reads() const { return m_reads; }
    /// Reads @p block for another reader of this file, which takes it by adopt(): whoever scrubs is there soon. First
    /// @p block, then those before it that were met on the way there. Nothing where it is not a closed block that can
    /// be read whole.
    std::vector<Loaded> ahead(qint64 block);
    /// What is there already of @p block and of those before it.
    std::vector<Loaded> around(qint64 block) const { return m_loaded.around(block); }
    /// Returns what had to make room; letting go of it takes its time.
    std::vector<Loaded> adopt(std::vector<Loaded> loaded);
    /// So many threads may unpack and parse at once.
    void setSideBySide(size_t threads) { m_sideBySide = std::max<size_t>(threads, 1); }
    /// Asked for what is to be read: whether another reader has it, or is at it and soon done. Nothing: it is read
    /// here.
    void setElsewhere(std::function<std::vector<Loaded>(qint64 block)> elsewhere)
    {
        m_elsewhere = std::move(elsewhere);
    }

private:
    explicit HistoryReader(std::unique_ptr<storage::Database> database);

    struct Place
    {
        qint64 block = 0;
        qint64 version = 0;
    };
    Result<Place> placeOf(Instant at);
    Result<Loaded> load(const Place &place);
    FleetTables tablesBefore(qint64 block, std::optional<Error> &damage);
    Result<std::vector<HistoryChange>> changesOf(const Place &place);
    Result<Done> foldLate(Instant at, Instant knownAt, PastMoment &moment);

    std::unique_ptr<storage::Database> m_database;
    CheckpointReader m_checkpoints;
    LoadedStretches m_loaded;
    qint64 m_lastBlock = 0;
    qint64 m_reads = 0;
    size_t m_sideBySide = kSideBySide;
    std::function<std::vector<Loaded>(qint64 block)> m_elsewhere;
};

} // namespace graticule
