// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/history/recording.h"
#include "backend/storage/database.h"

#include <QHash>

namespace graticule {

/// The file in which a keeper's history is written. Append-only: what is written is never changed, only compressed, and
/// dropped as a whole when it is too old. Used in one thread.
///
///     run          when this keeper watched: between two runs nothing was
///     head         what changed lately, one row a flush
///     block        the same, compressed, some thousand changes each
///     checkpoint   all there was when a block began: one part a kind of entity
///     part         of checkpoints; what did not change is the same part in the next
///     late         facts learnt after they had become true
///     turn         a site's states
///     span         when each feed was watched without a hole
///     name         ids of sites and feeds, as numbers
class HistoryFile
{
public:
    static constexpr int kFormat = 1;
    /// A block is closed after so many changes or bytes.
    static constexpr qint64 kBlockChanges = 4096;
    static constexpr qsizetype kBlockBytes = 4 << 20;

    /// Opens @p path, made when it is missing. Refused when it is of a newer release, damaged, or held by another.
    static Result<std::unique_ptr<HistoryFile>> open(const QString &path);

    /// What was recorded last, and until when; empty tables at kNever in a new file.
    struct Last
    {
        FleetTables tables;
        Instant until = kNever;
    };
    Result<Last> last();

    /// From @p at on this keeper watches.
    Result<Done> beginRun(quint64 epoch, Instant at);
    /// Writes @p steps as one: all or nothing, also in a crash. What was watched reaches until @p until.
    Result<Done> write(const std::vector<Recording::Step> &steps, Instant until);
    /// Closes the block of what was written since the last one when it is large enough (or @p anyway), with a
    /// checkpoint now and then. @p tables is what is recorded by now.
    Result<Done> tidy(const FleetTables &tables, bool anyway = false);
    /// The keeper stops to watch.
    Result<Done> endRun(const std::vector<WatchedSpan> &spans, Instant at);
    /// Forgets what ended before @p until; what was true then stays known from there on.
    Result<Done> forget(Instant until);

    qint64 changesWritten() const { return m_changes; }

private:
    explicit HistoryFile(std::unique_ptr<storage::Database> database);
    Result<Done> migrate();
    Result<Done> writeSpans(const std::vector<WatchedSpan> &spans);
    /// The last one that is in the file; empty: none in this run.
    struct Checkpoint
    {
        std::optional<FleetTables> tables;
        std::vector<qint64> parts; ///< by kind
        qint64 bytes = 0;          ///< that it added
        qint64 bytesSince = 0;     ///< of blocks
    };
    qint64 numberOf(const EntityId &id);
    void keepNumbers(const std::vector<Recording::Step> &steps);
    Result<qint64> closeBlock();
    Result<Checkpoint> writeCheckpoint(const FleetTables &tables);

    std::unique_ptr<storage::Database> m_database;
    QHash<EntityId, qint64> m_numbers; ///< of names
    qint64 m_run = 0;
    QByteArray m_head; ///< what the head's rows have
    qint64 m_headChanges = 0;
    Instant m_headFrom = kNever;
    Instant m_headUntil = kNever;
    Checkpoint m_checkpoint;
    qint64 m_changes = 0;
};

} // namespace graticule
