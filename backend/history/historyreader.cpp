// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/historyreader.h"

#include "backend/domain/saying.h"
#include "backend/history/historyfile.h"

#include <future>

namespace graticule {
namespace {

constexpr int kKinds = 10; // that forEachKind visits
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

SiteState stateOf(qint64 number)
{
    return number >= 0 && number <= qint64(SiteState::Maintenance) ? SiteState(number) : SiteState::Unknown;
}

/// The tables that @p part has, which is one.
void takeKinds(FleetTables &to, const FleetTables &part)
{
    forEachKind(
        [](auto &all, const auto &some) {
            if (!some.isEmpty())
                all = some;
        },
        to, part);
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

Result<TimeSpan> HistoryReader::range()
{
    storage::Statement first = m_database->prepare("SELECT min(from_ms), max(until_ms) FROM run");
    if (!first.next())
        return m_database->error();
    return TimeSpan{instantFromMs(first.number(0)), instantFromMs(first.number(1))};
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
    const auto isThere = [&] {
        const auto known = std::find_if(m_loaded.begin(), m_loaded.end(), [&](const Loaded &one) {
            return one.block == place.block && one.version == place.version;
        });
        if (known != m_loaded.end())
            m_loaded.splice(m_loaded.begin(), m_loaded, known);
        return known != m_loaded.end();
    };
    if (isThere())
        return m_loaded.front();
    ++m_reads;
    if (m_elsewhere && place.version == 0) {
        adopt(m_elsewhere(place.block));
        if (isThere())
            return m_loaded.front();
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
    keep(std::move(loaded));
    return m_loaded.front();
}

/// Returns what it takes the place of.
std::optional<HistoryReader::Loaded> HistoryReader::keep(Loaded loaded)
{
    std::erase_if(m_loaded, [&](const Loaded &old) { return old.block == loaded.block; });
    m_loaded.push_front(std::move(loaded));
    if (m_loaded.size() <= kLoaded)
        return {};
    Loaded last = std::move(m_loaded.back());
    m_loaded.pop_back();
    return last;
}

bool HistoryReader::has(qint64 block) const
{
    return std::any_of(m_loaded.begin(), m_loaded.end(),
                       [block](const Loaded &known) { return known.block == block && known.version == 0; });
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

std::vector<HistoryReader::Loaded> HistoryReader::around(qint64 block) const
{
    std::vector<Loaded> found;
    for (const Loaded &known : m_loaded) {
        if (known.version == 0 && !known.damage && known.block <= block && block - known.block <= kOnTheWay)
            found.push_back(known);
    }
    std::sort(found.begin(), found.end(), [](const Loaded &a, const Loaded &b) { return a.block > b.block; });
    return found;
}

std::vector<HistoryReader::Loaded> HistoryReader::adopt(std::vector<Loaded> loaded)
{
    std::vector<Loaded> gone;
    for (auto one = loaded.rbegin(); one != loaded.rend(); ++one) { // the wanted one is used last
        if (has(one->block))
            continue;
        if (auto old = keep(std::move(*one)))
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
    const Loaded *nearest = nullptr;
    for (const Loaded &known : m_loaded) {
        if (known.block < block && known.version == 0 && !known.damage && (!nearest || known.block > nearest->block))
            nearest = &known;
    }
    bool isRead = false;
    while (!isRead && checkpoint.next()) {
        next = checkpoint.number(0);
        if (nearest && nearest->block >= next)
            break;
        if (auto read = readCheckpoint(next)) {
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
            } else if (!damage && block - part.block <= kOnTheWay) {
                // Whoever goes back is there soon.
                Loaded met{part.block, 0, nullptr, std::nullopt};
                met.stretch = std::make_shared<const Stretch>(std::move(tables), std::move(changes).value());
                tables = met.stretch->end();
                keep(std::move(met));
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

/// Nothing when a part of it cannot be read.
std::optional<FleetTables> HistoryReader::readCheckpoint(qint64 block)
{
    struct Reading
    {
        qint64 part = 0;
        std::future<std::optional<FleetTables>> tables;
    };
    storage::Statement parts = m_database->prepare("SELECT part FROM checkpoint WHERE block = ?1");
    storage::Statement data = m_database->prepare("SELECT data FROM part WHERE id = ?1");
    const auto how = m_sideBySide > 1 ? std::launch::async : std::launch::deferred;
    std::vector<Reading> readings;
    FleetTables all;
    int found = 0;
    for (parts.with(block); parts.next(); ++found) {
        const qint64 id = parts.number(0);
        const auto known =
            std::find_if(m_parts.begin(), m_parts.end(), [id](const auto &part) { return part.first == id; });
        if (known != m_parts.end()) {
            m_parts.splice(m_parts.begin(), m_parts, known);
            takeKinds(all, m_parts.front().second);
        } else if (!data.with(id).next()) {
            return {}; // of those that are read the others are let go
        } else {
            readings.push_back({id, std::async(how, [bytes = data.blob(0).toByteArray()] {
                                    FleetTables tables;
                                    const auto log = unpacked(bytes);
                                    const bool isWhole = log && foldChanges(log.value(), tables);
                                    return isWhole ? std::optional(std::move(tables)) : std::nullopt;
                                })});
        }
    }
    bool isWhole = found == kKinds && !parts.failed();
    for (Reading &reading : readings) {
        const auto tables = reading.tables.get();
        isWhole = isWhole && tables;
        if (!tables)
            continue;
        takeKinds(all, *tables);
        m_parts.emplace_front(reading.part, *tables);
        if (m_parts.size() > kParts)
            m_parts.pop_back();
    }
    return isWhole ? std::optional(std::move(all)) : std::nullopt;
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

Result<QList<SiteTurn>> HistoryReader::turns(const TimeSpan &span, const EntityId &site, int most)
{
    QList<SiteTurn> turns;
    const auto read = [&turns](storage::Statement &found) {
        while (found.next())
            turns.append({EntityId(found.blob(0).toByteArray()), instantFromMs(found.number(1)),
                          stateOf(found.number(2) / 2), found.number(2) % 2 != 0});
        return !found.failed();
    };
    storage::Statement one = m_database->prepare("SELECT id FROM name WHERE text = ?1");
    const bool isOne = !site.isEmpty();
    if (isOne && !one.with(site.utf8()).next())
        return one.failed() ? Result<QList<SiteTurn>>(m_database->error()) : Result<QList<SiteTurn>>(turns);
    const qint64 number = isOne ? one.number(0) : 0;
    storage::Statement before =
        m_database->prepare(isOne ? "SELECT n.text, t.at_ms, t.state FROM turn t JOIN name n ON n.id = "
                                    "t.site WHERE t.site = ?2 AND t.at_ms < ?1 "
                                    "ORDER BY t.at_ms DESC LIMIT 1"
                                  : "SELECT n.text, t.at_ms, t.state FROM name n JOIN turn t ON t.site "
                                    "= n.id AND t.at_ms = (SELECT max(b.at_ms) "
                                    "FROM turn b WHERE b.site = n.id AND b.at_ms < ?1) WHERE ?2 = 0");
    storage::Statement within =
        m_database->prepare(isOne ? "SELECT n.text, t.at_ms, t.state FROM turn t JOIN name n ON n.id = "
                                    "t.site WHERE t.site = ?3 AND t.at_ms >= ?1 "
                                    "AND t.at_ms <= ?2 ORDER BY t.at_ms DESC LIMIT ?4"
                                  : "SELECT n.text, t.at_ms, t.state FROM turn t JOIN name n ON n.id = "
                                    "t.site WHERE t.at_ms >= ?1 AND t.at_ms <= "
                                    "?2 AND ?3 = 0 ORDER BY t.at_ms DESC LIMIT ?4");
    if (!read(before.with(toMs(span.from), number)))
        return m_database->error();
    const qsizetype beginning = turns.size();
    if (!read(within.with(toMs(span.from), toMs(span.until), number, most)))
        return m_database->error();
    std::reverse(turns.begin() + beginning, turns.end());
    return turns;
}

Result<QList<TimeSpan>> HistoryReader::holes(const TimeSpan &span)
{
    QList<TimeSpan> holes;
    storage::Statement runs = m_database->prepare("SELECT from_ms, until_ms FROM run ORDER BY id");
    Instant watched = kNever; // until then
    while (runs.next()) {
        const Instant from = instantFromMs(runs.number(0));
        if (watched != kNever && from > watched && watched < span.until && from > span.from)
            holes.append({watched, from});
        watched = std::max(watched, instantFromMs(runs.number(1)));
    }
    if (runs.failed())
        return m_database->error();
    return holes;
}

Result<QList<TimeSpan>> HistoryReader::watched(const EntityId &feed, const TimeSpan &span)
{
    QList<TimeSpan> spans;
    storage::Statement found = m_database->prepare(
        "SELECT s.from_ms, coalesce(s.until_ms, r.until_ms) FROM span s JOIN name n ON n.id = s.feed JOIN run r ON "
        "r.id = "
        "s.run WHERE n.text = ?1 AND s.from_ms <= ?3 AND coalesce(s.until_ms, r.until_ms) >= ?2 ORDER BY s.from_ms");
    found.with(feed.utf8(), toMs(span.from), toMs(span.until));
    while (found.next())
        spans.append({instantFromMs(found.number(0)), instantFromMs(found.number(1))});
    if (found.failed())
        return m_database->error();
    return spans;
}

} // namespace graticule
