// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/historyfile.h"

#include "backend/history/historyreader.h"

namespace graticule {
namespace {

constexpr char kTables[] = R"(
CREATE TABLE run(id INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, from_ms INTEGER NOT NULL, until_ms INTEGER NOT NULL);
CREATE TABLE head(id INTEGER PRIMARY KEY, until_ms INTEGER NOT NULL, changes INTEGER NOT NULL, data BLOB NOT NULL);
CREATE TABLE block(id INTEGER PRIMARY KEY, from_ms INTEGER NOT NULL, until_ms INTEGER NOT NULL, changes INTEGER NOT NULL,
                   data BLOB NOT NULL);
CREATE INDEX block_from ON block(from_ms);
CREATE TABLE part(id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE checkpoint(block INTEGER NOT NULL, part INTEGER NOT NULL, PRIMARY KEY(block, part)) WITHOUT ROWID;
CREATE TABLE late(id INTEGER PRIMARY KEY, since_ms INTEGER NOT NULL, learnt_ms INTEGER NOT NULL, data BLOB NOT NULL);
CREATE INDEX late_learnt ON late(learnt_ms, since_ms);
CREATE TABLE name(id INTEGER PRIMARY KEY, text BLOB NOT NULL UNIQUE);
CREATE TABLE turn(site INTEGER NOT NULL, at_ms INTEGER NOT NULL, state INTEGER NOT NULL, PRIMARY KEY(site, at_ms))
                  WITHOUT ROWID;
CREATE INDEX turn_at ON turn(at_ms);
CREATE TABLE span(feed INTEGER NOT NULL, from_ms INTEGER NOT NULL, until_ms INTEGER, run INTEGER NOT NULL,
                  PRIMARY KEY(feed, from_ms)) WITHOUT ROWID;
)";

constexpr size_t kKinds = 10; // that forEachKind visits

/// The members of @p delta, to be found by their types.
auto kindsOf(FleetDelta &delta)
{
    return std::tuple(&delta.connections, &delta.feeds, &delta.sites, &delta.nodes, &delta.services, &delta.placements,
                      &delta.assets, &delta.replicas, &delta.links, &delta.verdicts);
}

Error tooNew(const QString &path, int format)
{
    return {
        ErrorKind::Unsupported, Fault::Ours,
        QStringLiteral("%1 was written by a newer Graticule (form %2, this one knows %3); use that one, or move the "
                       "file away.")
            .arg(path)
            .arg(format)
            .arg(HistoryFile::kFormat),
        std::nullopt};
}

} // namespace

HistoryFile::HistoryFile(std::unique_ptr<storage::Database> database)
    : m_database(std::move(database))
{
}

Result<std::unique_ptr<HistoryFile>> HistoryFile::open(const QString &path)
{
    auto database = storage::Database::open(path, storage::Database::Mode::Write);
    if (!database)
        return database.error();
    std::unique_ptr<HistoryFile> file(new HistoryFile(std::move(database).value()));
    if (const auto migrated = file->migrate(); !migrated)
        return migrated.error();
    return file;
}

Result<Done> HistoryFile::migrate()
{
    const int format = m_database->formatVersion();
    if (format > kFormat)
        return tooNew(m_database->path(), format);
    if (format == kFormat)
        return Done();
    storage::Transaction transaction(*m_database);
    if (!transaction.begun())
        return transaction.begun().error();
    if (const auto made = m_database->run(kTables); !made)
        return made.error();
    if (const auto set = m_database->setFormatVersion(kFormat); !set)
        return set.error();
    return transaction.commit();
}

Result<HistoryFile::Last> HistoryFile::last()
{
    auto reader = HistoryReader::open(m_database->path());
    if (!reader)
        return reader.error();
    const auto tables = reader.value()->newest();
    if (!tables)
        return tables.error();
    Last last{tables.value(), kNever};
    storage::Statement until = m_database->prepare("SELECT max(until_ms) FROM run");
    if (until.next())
        last.until = instantFromMs(until.number(0));
    if (until.failed())
        return m_database->error();
    // The head goes on where it ended. A row that cannot be read must not spoil the block that is made of all.
    storage::Statement head = m_database->prepare("SELECT until_ms, changes, data FROM head ORDER BY id");
    while (head.next()) {
        const auto changes = readChanges(head.blob(2));
        if (!changes || changes->empty())
            continue;
        if (m_headFrom == kNever)
            m_headFrom = changes->front().at;
        m_headUntil = instantFromMs(head.number(0));
        m_headChanges += head.number(1);
        m_head.append(head.blob(2));
    }
    if (head.failed())
        return m_database->error();
    return last;
}

Result<Done> HistoryFile::beginRun(quint64 epoch, Instant at)
{
    // Spans that a crash left open ended, as far as is known, with what was written last.
    storage::Statement close =
        m_database->prepare("UPDATE span SET until_ms = (SELECT r.until_ms FROM run r WHERE r.id = "
                            "span.run) WHERE until_ms IS NULL");
    storage::Statement begin = m_database->prepare("INSERT INTO run(epoch, from_ms, until_ms) VALUES(?1, ?2, ?2)");
    if (!close.run() || !begin.with(qint64(epoch), toMs(at)).run())
        return m_database->error();
    m_run = m_database->lastInsertedId();
    return Done();
}

Result<Done> HistoryFile::write(const std::vector<Recording::Step> &steps, Instant until)
{
    QByteArray log;
    qint64 changes = 0;
    Instant from = kNever;
    for (const Recording::Step &step : steps) {
        if (step.change.delta.isEmpty())
            continue;
        appendChange(log, step.change);
        changes += qint64(step.change.delta.size());
        if (from == kNever)
            from = step.change.at;
    }
    storage::Transaction transaction(*m_database);
    if (!transaction.begun())
        return transaction.begun().error();
    if (!log.isEmpty()) {
        storage::Statement head = m_database->prepare("INSERT INTO head(until_ms, changes, data) VALUES(?1, ?2, ?3)");
        if (!head.with(toMs(until), changes, log).run())
            return m_database->error();
    }
    storage::Statement late = m_database->prepare("INSERT INTO late(since_ms, learnt_ms, data) VALUES(?1, ?2, ?3)");
    storage::Statement turn = m_database->prepare("INSERT OR REPLACE INTO turn VALUES(?1, ?2, ?3)");
    for (const Recording::Step &step : steps) {
        for (const LateFact &fact : step.late) {
            QByteArray data;
            appendChange(data, {fact.since, fact.delta});
            if (!late.with(toMs(fact.since), toMs(fact.learnt), data).run())
                return m_database->error();
        }
        for (const SiteTurn &t : step.turns) {
            const qint64 site = numberOf(t.site);
            if (site < 0 || !turn.with(site, toMs(t.at), int(t.state) * 2 + int(t.stale)).run())
                return m_database->error();
        }
        if (const auto written = writeSpans(step.spans); !written)
            return written.error();
    }
    storage::Statement run = m_database->prepare("UPDATE run SET until_ms = ?2 WHERE id = ?1");
    if (!run.with(m_run, toMs(until)).run())
        return m_database->error();
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    keepNumbers(steps);
    m_head.append(log);
    m_headChanges += changes;
    m_changes += changes;
    m_headUntil = until;
    if (m_headFrom == kNever)
        m_headFrom = from;
    return Done();
}

Result<Done> HistoryFile::writeSpans(const std::vector<WatchedSpan> &spans)
{
    storage::Statement write =
        m_database->prepare("INSERT INTO span(feed, from_ms, until_ms, run) VALUES(?1, ?2, ?3, ?4) ON "
                            "CONFLICT DO UPDATE SET until_ms = ?3, run = ?4");
    for (const WatchedSpan &span : spans) {
        const qint64 feed = numberOf(span.feed);
        if (feed < 0)
            return m_database->error();
        if (!(span.until ? write.with(feed, toMs(span.from), toMs(*span.until), m_run)
                         : write.with(feed, toMs(span.from), nullptr, m_run))
                 .run())
            return m_database->error();
    }
    return Done();
}

/// Small numbers instead of ids of a hundred bytes; negative when there is none to be had. One that is new belongs to
/// its transaction, and is looked up again after it.
qint64 HistoryFile::numberOf(const EntityId &id)
{
    if (const auto found = m_numbers.constFind(id); found != m_numbers.cend())
        return *found;
    storage::Statement known = m_database->prepare("SELECT id FROM name WHERE text = ?1");
    if (known.with(id.utf8()).next())
        return known.number(0);
    storage::Statement add = m_database->prepare("INSERT INTO name(text) VALUES(?1)");
    return !known.failed() && add.with(id.utf8()).run() ? m_database->lastInsertedId() : -1;
}

/// Numbers that @p steps used are in the file now.
void HistoryFile::keepNumbers(const std::vector<Recording::Step> &steps)
{
    for (const Recording::Step &step : steps) {
        for (const SiteTurn &turn : step.turns) {
            if (!m_numbers.contains(turn.site))
                m_numbers.insert(turn.site, numberOf(turn.site));
        }
    }
}

Result<Done> HistoryFile::tidy(const FleetTables &tables, bool anyway)
{
    if (m_head.isEmpty() || (!anyway && m_headChanges < kBlockChanges && m_head.size() < kBlockBytes))
        return Done();
    storage::Transaction transaction(*m_database);
    if (!transaction.begun())
        return transaction.begun().error();
    const auto blockBytes = closeBlock();
    if (!blockBytes)
        return blockBytes.error();
    // Reading a moment costs a checkpoint and what follows it: as much of the one as of the other.
    Checkpoint next = m_checkpoint;
    next.bytesSince += *blockBytes;
    if (!next.tables || next.bytesSince >= next.bytes) {
        auto written = writeCheckpoint(tables);
        if (!written)
            return written.error();
        next = std::move(written).value();
    }
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    // Only what is in the file may be referred to by what follows.
    m_checkpoint = std::move(next);
    m_head.clear();
    m_headChanges = 0;
    m_headFrom = kNever;
    return Done();
}

Result<qint64> HistoryFile::closeBlock()
{
    const QByteArray data = packed(m_head);
    storage::Statement block =
        m_database->prepare("INSERT INTO block(from_ms, until_ms, changes, data) VALUES(?1, ?2, ?3, ?4)");
    if (!block.with(toMs(m_headFrom), toMs(m_headUntil), m_headChanges, data).run())
        return m_database->error();
    if (const auto cleared = m_database->run("DELETE FROM head"); !cleared)
        return cleared.error();
    return qint64(data.size());
}

/// One part a kind of entity: those that did not change since the last checkpoint are the same rows.
Result<HistoryFile::Checkpoint> HistoryFile::writeCheckpoint(const FleetTables &tables)
{
    storage::Statement number = m_database->prepare("SELECT coalesce(max(id), 0) + 1 FROM block");
    if (!number.next())
        return m_database->error();
    const qint64 block = number.number(0);
    storage::Statement addPart = m_database->prepare("INSERT INTO part(data) VALUES(?1)");
    storage::Statement addToCheckpoint = m_database->prepare("INSERT INTO checkpoint(block, part) VALUES(?1, ?2)");
    Checkpoint made{tables, m_checkpoint.parts, 0, 0};
    made.parts.resize(kKinds, 0);
    FleetDelta all = diff(FleetTables(), tables);
    const FleetDelta changed = m_checkpoint.tables ? diff(*m_checkpoint.tables, tables) : FleetDelta();
    size_t kind = 0;
    bool isWritten = true;
    forEachKind(
        [&](auto &items, const auto &changes) {
            qint64 &part = made.parts[kind++];
            if (m_checkpoint.tables && changes.isEmpty())
                return;
            FleetDelta only;
            std::get<std::decay_t<decltype(items)> *>(kindsOf(only))->upserted = std::move(items.upserted);
            QByteArray log;
            appendChange(log, {m_headUntil, only});
            const QByteArray data = packed(log);
            made.bytes += data.size();
            isWritten = isWritten && addPart.with(data).run();
            part = m_database->lastInsertedId();
        },
        all, changed);
    for (const qint64 part : made.parts)
        isWritten = isWritten && addToCheckpoint.with(block, part).run();
    if (!isWritten)
        return m_database->error();
    return made;
}

Result<Done> HistoryFile::endRun(const std::vector<WatchedSpan> &spans, Instant at)
{
    storage::Transaction transaction(*m_database);
    if (!transaction.begun())
        return transaction.begun().error();
    if (const auto written = writeSpans(spans); !written)
        return written.error();
    storage::Statement run = m_database->prepare("UPDATE run SET until_ms = ?2 WHERE id = ?1");
    if (!run.with(m_run, toMs(at)).run())
        return m_database->error();
    return transaction.commit();
}

Result<Done> HistoryFile::forget(Instant until)
{
    storage::Transaction transaction(*m_database);
    if (!transaction.begun())
        return transaction.begun().error();
    // Reading begins at a checkpoint: the newest one that is old enough is the new beginning.
    storage::Statement first =
        m_database->prepare("SELECT max(c.block) FROM checkpoint c JOIN block b ON b.id = c.block WHERE "
                            "b.from_ms <= ?1");
    if (!first.with(toMs(until)).next() || first.isNull(0))
        return Done();
    const qint64 keep = first.number(0);
    storage::Statement from = m_database->prepare("SELECT from_ms FROM block WHERE id = ?1");
    if (!from.with(keep).next())
        return m_database->error();
    const qint64 begin = from.number(0);
    const bool isDone =
        m_database->prepare("DELETE FROM block WHERE id < ?1").with(keep).run() &&
        m_database->prepare("DELETE FROM checkpoint WHERE block < ?1").with(keep).run() &&
        m_database->run("DELETE FROM part WHERE id NOT IN (SELECT part FROM checkpoint)") &&
        m_database->prepare("DELETE FROM late WHERE learnt_ms < ?1").with(begin).run() &&
        // Of each site its last state before stays: it holds from there on.
        m_database
            ->prepare("DELETE FROM turn WHERE at_ms < ?1 AND EXISTS(SELECT 1 FROM turn t WHERE t.site = turn.site AND "
                      "t.at_ms > turn.at_ms AND t.at_ms <= ?1)")
            .with(begin)
            .run() &&
        m_database->prepare("DELETE FROM span WHERE until_ms < ?1").with(begin).run() &&
        m_database->prepare("DELETE FROM run WHERE until_ms < ?1").with(begin).run() &&
        m_database->prepare("UPDATE run SET from_ms = ?1 WHERE from_ms < ?1").with(begin).run();
    if (!isDone)
        return m_database->error();
    return transaction.commit();
}

} // namespace graticule
