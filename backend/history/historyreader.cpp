// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/historyreader.h"

#include "backend/domain/saying.h"
#include "backend/history/historyfile.h"
#include "backend/history/siteturns.h"
#include "backend/history/watchedtimes.h"

#include <future>

namespace graticule {
namespace {

/// What is written may be so much behind what is shown.
constexpr Milliseconds kBehind{30'000};
const Reason kNotWatched{QStringLiteral("history.notwatched"), QStringLiteral("nobody watched at that time")};

/// A feed that was watched at that time is as fresh as can be told.
void freshen(FleetTables &tables, Instant fresh)
{
    std::vector<std::shared_ptr<const Feed>> watched;
    tables.feeds.forEachItem([&](const auto &feed) {
        if (feed->observedAt == kNever && feed->complete)
            watched.push_back(feed);
    });
    for (const auto &feed : watched) {
        Feed told = *feed;
        told.observedAt = fresh;
        tables.feeds.insert(std::move(told));
    }
}

Result<std::vector<HistoryChange>> parse(const QByteArray &block)
{
    const auto log = unpacked(block);
    if (!log)
        return log.error();
    return readChanges(log.value());
}

/// What a keeper that does not run knows.
void forgetWatching(FleetTables &tables, Instant until)
{
    std::vector<EntityId> sites;
    tables.verdicts.forEach([&](const Verdict &verdict) { sites.push_back(verdict.id); });
    for (const EntityId &site : sites)
        tables.verdicts.insert(Verdict{site, SiteState::Unknown, true, until, {kNotWatched}});
}

/// Its writer has made the file and nothing in it.
bool isEmpty(storage::Database &database)
{
    storage::Statement tables = database.prepare("SELECT count(*) FROM sqlite_master");
    return tables.next() && tables.number(0) == 0;
}

} // namespace

HistoryReader::HistoryReader(std::unique_ptr<storage::Database> database)
    : m_database(std::move(database))
    , m_checkpoints(*m_database)
{
}

Result<std::unique_ptr<HistoryReader>> HistoryReader::open(const QString &path)
{
    auto database = storage::Database::open(path, storage::Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const int format = database.value()->formatVersion();
    if (format == 0 && isEmpty(**database))
        return Error{ErrorKind::NotFound, Fault::Input, phrase("phrase.history-empty"), std::nullopt};
    if (format < 1 || format > HistoryFile::kFormat)
        return Error{ErrorKind::Unsupported, Fault::Ours,
                     QStringLiteral("%1 is no history that this Graticule can read (form %2).").arg(path).arg(format),
                     std::nullopt};
    return std::unique_ptr<HistoryReader>(new HistoryReader(std::move(database).value()));
}

Result<PastMoment> HistoryReader::at(Instant at, Instant knownAt)
{
    const auto range = this->range();
    if (!range)
        return range.error();
    if (range->from == kNever || at < range->from)
        return Error{ErrorKind::NotFound, Fault::Input,
                     range->from == kNever ? phrase("phrase.history-empty")
                                           : phrase("phrase.history-begins", {toIso(range->from)}),
                     std::nullopt};
    const auto place = placeOf(at);
    if (!place)
        return place.error();
    const auto loaded = load(place.value());
    if (!loaded)
        return loaded.error();
    m_lastBlock = loaded->block;
    PastMoment moment;
    moment.tables = loaded->stretch->at(at);
    moment.damage = loaded->damage;
    if (const auto folded = foldLate(at, knownAt, moment); !folded)
        return folded.error();
    const auto holes = this->holes({at, at});
    if (!holes)
        return holes.error();
    if (!holes->isEmpty())
        moment.hole = holes->first();
    else if (at - range->until > kBehind) // nobody writes: whether somebody watches is not known here
        moment.hole = TimeSpan{range->until, at};
    freshen(moment.tables, moment.hole ? moment.hole->from : range->until);
    if (moment.hole)
        forgetWatching(moment.tables, moment.hole->from);
    return moment;
}

/// The block in which @p at lies, or the last one before it; the head counts as the block after the last.
Result<HistoryReader::Place> HistoryReader::placeOf(Instant at)
{
    storage::Statement block = m_database->prepare(
        "SELECT id, until_ms FROM block WHERE from_ms <= ?1 ORDER BY from_ms DESC, id DESC LIMIT 1");
    storage::Statement last =
        m_database->prepare("SELECT coalesce((SELECT max(id) FROM block), 0), coalesce((SELECT max(id) FROM "
                            "head), 0), (SELECT min(id) FROM block)");
    if (!last.next())
        return m_database->error();
    const qint64 lastBlock = last.number(0);
    const qint64 head = last.number(1);
    const bool isFound = block.with(toMs(at)).next();
    if (block.failed())
        return m_database->error();
    const bool isPastBlocks =
        isFound ? block.number(0) == lastBlock && at > instantFromMs(block.number(1)) : last.isNull(2);
    if (head > 0 && isPastBlocks)
        return Place{lastBlock + 1, head};
    return Place{isFound ? block.number(0) : last.isNull(2) ? 1 : last.number(2), 0};
}

Result<HistoryReader::Loaded> HistoryReader::load(const Place &place)
{
    if (const Loaded *known = m_loaded.use(place.block, place.version))
        return *known;
    ++m_reads;
    if (m_elsewhere && place.version == 0) {
        adopt(m_elsewhere(place.block));
        if (const Loaded *known = m_loaded.use(place.block, place.version))
            return *known;
    }
    Loaded loaded{place.block, place.version, nullptr, std::nullopt};
    FleetTables before = tablesBefore(place.block, loaded.damage);
    auto changes = changesOf(place);
    if (!changes) {
        if (changes.error().kind != ErrorKind::Malformed && changes.error().kind != ErrorKind::TooLarge)
            return changes.error();
        loaded.damage = changes.error();
    }
    loaded.stretch = std::make_shared<const Stretch>(std::move(before), changes ? std::move(changes).value()
                                                                                : std::vector<HistoryChange>());
    m_loaded.keep(std::move(loaded));
    return m_loaded.last();
}

std::vector<HistoryReader::Loaded> HistoryReader::ahead(qint64 block)
{
    storage::Statement closed = m_database->prepare("SELECT 1 FROM block WHERE id = ?1");
    if (!closed.with(block).next())
        return {};
    const auto loaded = load({block, 0});
    if (!loaded || loaded->damage)
        return {};
    return around(block);
}

std::vector<HistoryReader::Loaded> HistoryReader::adopt(std::vector<Loaded> loaded)
{
    std::vector<Loaded> gone;
    for (auto one = loaded.rbegin(); one != loaded.rend(); ++one) { // the wanted one is used last
        if (has(one->block))
            continue;
        if (auto old = m_loaded.keep(std::move(*one)))
            gone.push_back(std::move(*old));
    }
    return gone;
}

FleetTables HistoryReader::tablesBefore(qint64 block, std::optional<Error> &damage)
{
    FleetTables tables;
    qint64 next = 1;
    // A damaged one is passed over: the one before and what followed it tell the same.
    storage::Statement checkpoint =
        m_database->prepare("SELECT DISTINCT block FROM checkpoint WHERE block <= ?1 ORDER BY block DESC");
    checkpoint.with(block);
    // What is loaded may be nearer, and is read already.
    const Loaded *nearest = m_loaded.before(block);
    bool isRead = false;
    while (!isRead && checkpoint.next()) {
        next = checkpoint.number(0);
        if (nearest && nearest->block >= next)
            break;
        if (auto read = m_checkpoints.read(next, m_sideBySide > 1)) {
            tables = std::move(*read);
            isRead = true;
        }
    }
    if (checkpoint.failed())
        damage = m_database->error();
    if (!isRead)
        next = 1;
    if (!isRead && nearest) {
        tables = nearest->stretch->end();
        next = nearest->block + 1;
    }
    storage::Statement blocks =
        m_database->prepare("SELECT id, data FROM block WHERE id >= ?1 AND id < ?2 ORDER BY id");
    blocks.with(next, block);
    struct Parsing
    {
        qint64 block = 0;
        std::future<Result<std::vector<HistoryChange>>> changes;
    };
    const auto how = m_sideBySide > 1 ? std::launch::async : std::launch::deferred;
    // Unpacked and parsed side by side, a few at a time, folded one after the other.
    for (bool isMore = true; isMore;) {
        std::vector<Parsing> parsed;
        while (parsed.size() < m_sideBySide && (isMore = blocks.next()))
            parsed.push_back(
                {blocks.number(0), std::async(how, [data = blocks.blob(1).toByteArray()] { return parse(data); })});
        for (Parsing &part : parsed) {
            auto changes = part.changes.get();
            if (!changes) {
                damage = changes.error();
            } else if (!damage && block - part.block <= LoadedStretches::kOnTheWay) {
                // Whoever goes back is there soon.
                Loaded met{part.block, 0, nullptr, std::nullopt};
                met.stretch = std::make_shared<const Stretch>(std::move(tables), std::move(changes).value());
                tables = met.stretch->end();
                m_loaded.keep(std::move(met));
            } else {
                for (const HistoryChange &change : *changes)
                    tables.apply(change.delta);
            }
        }
    }
    if (blocks.failed())
        damage = m_database->error();
    return tables;
}

Result<std::vector<HistoryChange>> HistoryReader::changesOf(const Place &place)
{
    if (place.version > 0) {
        storage::Statement head = m_database->prepare("SELECT data FROM head WHERE id <= ?1 ORDER BY id");
        head.with(place.version);
        std::vector<HistoryChange> all;
        std::optional<Error> damage;
        while (head.next()) {
            auto changes = readChanges(head.blob(0));
            if (changes)
                std::move(changes->begin(), changes->end(), std::back_inserter(all));
            else
                damage = changes.error();
        }
        if (head.failed())
            return m_database->error();
        if (damage && all.empty())
            return *damage;
        return all;
    }
    storage::Statement block = m_database->prepare("SELECT data FROM block WHERE id = ?1");
    if (!block.with(place.block).next())
        return block.failed() ? Result<std::vector<HistoryChange>>(m_database->error())
                              : Result<std::vector<HistoryChange>>(std::vector<HistoryChange>());
    return parse(block.blob(0).toByteArray());
}

/// What was learnt after @p at, but not after @p knownAt, and was true by then.
Result<Done> HistoryReader::foldLate(Instant at, Instant knownAt, PastMoment &moment)
{
    storage::Statement late =
        m_database->prepare("SELECT data FROM late WHERE learnt_ms > ?1 AND learnt_ms <= ?2 AND since_ms <= "
                            "?1 ORDER BY since_ms, id");
    late.with(toMs(at), toMs(knownAt));
    while (late.next()) {
        if (const auto folded = foldChanges(late.blob(0), moment.tables); !folded)
            moment.damage = folded.error();
        else
            ++moment.lateFacts;
    }
    if (late.failed())
        return m_database->error();
    return Done();
}

Result<FleetTables> HistoryReader::newest()
{
    const auto place = placeOf(Instant::max());
    if (!place)
        return place.error();
    const auto loaded = load(place.value());
    if (!loaded)
        return loaded.error();
    return loaded->stretch->end();
}

Result<TimeSpan> HistoryReader::range()
{
    return readRange(*m_database);
}

Result<QList<SiteTurn>> HistoryReader::turns(const TimeSpan &span, const EntityId &site, int most)
{
    return readSiteTurns(*m_database, span, site, most);
}

Result<QList<TimeSpan>> HistoryReader::holes(const TimeSpan &span)
{
    return readHoles(*m_database, span);
}

Result<QList<TimeSpan>> HistoryReader::watched(const EntityId &feed, const TimeSpan &span)
{
    return readWatched(*m_database, feed, span);
}

} // namespace graticule
