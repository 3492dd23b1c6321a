// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/keeperlogs.h"

#include "backend/connectors/logreader.h"
#include "backend/domain/eventremark.h"
#include "backend/domain/saying.h"

#include <algorithm>
#include <set>

namespace graticule {
namespace {

constexpr int kMostNamed = 5;
constexpr char kNotAnswered[] = "logs.not-answered";
constexpr qsizetype kDeepest = 3; // keepers behind keepers that are waited for

/// How long others wait for @p supervisor. A keeper waits for its own endpoints, and we for it a little longer, so that
/// what it has comes all the same; less than who asked us waits.
Milliseconds patience(const Supervisor &supervisor)
{
    return Milliseconds(3000) + Milliseconds(2000) * std::min(supervisor.keeperPath().size(), kDeepest);
}

/// Asks each of @p asked by `ask(supervisor, answered)`; `take(index, answer)` hears each once, the ones that are too
/// slow as an error, and `done()` when all were heard. @p context: with it nothing more is heard.
template<class Value, class Ask, class Take, class Done>
void askEach(const std::vector<Supervisor *> &asked, Clock &clock, QObject *context, Ask ask, Take take, Done done)
{
    auto open = std::make_shared<std::set<size_t>>();
    for (size_t i = 0; i < asked.size(); ++i)
        open->insert(open->end(), i);
    for (size_t i = 0; i < asked.size(); ++i) {
        const std::function<void(const Result<Value> &)> answered = [open, i, take, done](const Result<Value> &answer) {
            if (open->erase(i) == 0)
                return;
            take(i, answer);
            if (open->empty())
                done();
        };
        const Milliseconds wait = patience(*asked[i]);
        const Error silence =
            saidError(ErrorKind::TimedOut, Fault::Endpoint, kNotAnswered, {asked[i]->config().name, argument(wait)});
        ask(*asked[i], answered);
        if (open->contains(i))
            clock.after(wait, context, [answered, silence] { answered(silence); });
    }
}

/// A connection whose events are not among those that were asked for. Else what is missing would look like what never
/// happened.
struct Unheard
{
    EntityId connection;
    QString name;
    bool isDark = false; ///< nobody tells now what happens there
    Error why = {};
};

bool isKeeper(const Supervisor &supervisor)
{
    return !supervisor.keeperPath().isEmpty() || supervisor.config().type == QLatin1String("grpc");
}

/// Platforms that tell events while they are connected, and each keeper.
bool tellsEvents(const Supervisor &supervisor)
{
    static const QStringList platforms{QStringLiteral("docker"), QStringLiteral("kubernetes")};
    return isKeeper(supervisor) || platforms.contains(supervisor.config().type);
}

/// Who is not asked at all: one that is not connected, or a platform, whose events come by themselves.
bool tellsNothing(const Error &error)
{
    return error.kind == ErrorKind::Unsupported || error.code == QLatin1String("session.not-connected");
}

QString wordsOf(const Unheard &one)
{
    if (tellsNothing(one.why))
        return phrase("phrase.events-not-connected");
    if (one.why.code == QLatin1String(kNotAnswered))
        return phrase("phrase.events-not-answered", {one.why.arguments.value(1)});
    return one.why.text;
}

QList<FleetEvent> remarks(const QList<Unheard> &unheard, Instant now)
{
    QList<FleetEvent> events;
    FleetEvent remark;
    remark.at = now;
    remark.kind = EventKind::Warning;
    remark.reason = QLatin1String(kEventsNotTold);
    for (const Unheard &one : unheard.mid(0, kMostNamed)) {
        remark.connection = one.connection;
        remark.object = one.name;
        remark.text = wordsOf(one);
        events.append(remark);
    }
    if (const qsizetype rest = unheard.size() - kMostNamed; rest > 0) {
        remark.connection = {};
        remark.object = phrase("phrase.events-more", {QString::number(rest)});
        remark.text = phrase("phrase.events-more-missing");
        events.append(remark);
    }
    return events;
}

bool isSeenFirst(const Supervisor *a, const Supervisor *b)
{
    return isSeen(a->connection().state) && !isSeen(b->connection().state);
}

} // namespace

KeeperLogs::KeeperLogs(ConnectionSet &connections, const Fleet &fleet, const SnapshotHub &hub, Clock &clock)
    : m_connections(connections)
    , m_fleet(fleet)
    , m_hub(hub)
    , m_clock(clock)
{
    connect(&connections, &ConnectionSet::happened, this,
            [this](const EntityId &id, const QList<FleetEvent> &events) { m_events.add(id, events, m_clock.now()); });
    connect(&connections, &ConnectionSet::turned, this, [this](const EntityId &id, ConnectionState state) {
        if (!isSeen(state))
            m_events.cut(id, m_clock.now());
    });
    connect(&connections, &ConnectionSet::placed, this, [this](const EntityId &id) {
        if (!m_connections.find(id))
            m_events.forget(id);
    });
}

KeeperLogs::~KeeperLogs() = default;

/// The connections that tell of it, those that see their endpoints first.
std::vector<Supervisor *> KeeperLogs::tellersOf(const EntityId &target) const
{
    std::vector<Supervisor *> tellers;
    if (Supervisor *itself = m_connections.find(target))
        return {itself};
    for (const EntityId &source : m_fleet.sourcesOf(target)) {
        if (Supervisor *supervisor = m_connections.find(source))
            tellers.push_back(supervisor);
    }
    std::stable_sort(tellers.begin(), tellers.end(), isSeenFirst);
    return tellers;
}

void KeeperLogs::logSources(const EntityId &target, Sources done)
{
    const std::vector<Supervisor *> tellers = tellersOf(target);
    if (tellers.empty()) {
        done(Error{ErrorKind::NotFound, Fault::Input, QStringLiteral("No connection tells of that."), std::nullopt});
        return;
    }
    struct Gathered
    {
        QList<LogSource> all;
        std::optional<Error> error;
    };
    auto gathered = std::make_shared<Gathered>();
    QStringList names;
    QList<EntityId> ids;
    for (const Supervisor *supervisor : tellers) {
        names.append(supervisor->config().name);
        ids.append(supervisor->config().id);
    }
    askEach<QList<LogSource>>(
        tellers, m_clock, this,
        [target](Supervisor &supervisor, const auto &answered) { supervisor.logSources(target, answered); },
        [gathered, names, ids](size_t i, const Result<QList<LogSource>> &sources) {
            if (!sources) {
                gathered->error = gathered->error.value_or(sources.error());
                const bool isNone =
                    sources.error().kind == ErrorKind::Unsupported || sources.error().kind == ErrorKind::NotFound;
                if (!isNone) // one that cannot be read, and says why when it is
                    gathered->all.prepend(
                        {ids[qsizetype(i)], {}, names[qsizetype(i)] + QStringLiteral(" (no answer)")});
                return;
            }
            for (const LogSource &source : *sources) {
                const bool isKnown = std::any_of(gathered->all.cbegin(), gathered->all.cend(), [&](const auto &one) {
                    return one.connection == source.connection && one.id == source.id; // by two ways
                });
                if (!isKnown)
                    gathered->all.append(source);
            }
        },
        [gathered, done] {
            const bool isAny = std::any_of(gathered->all.cbegin(), gathered->all.cend(),
                                           [](const LogSource &source) { return !source.id.isEmpty(); });
            done(!isAny && gathered->error ? Result<QList<LogSource>>(*gathered->error)
                                           : Result<QList<LogSource>>(gathered->all));
        });
}

quint64 KeeperLogs::follow(const LogOrder &order, Taken taken)
{
    const quint64 number = m_next++;
    m_readings[number].taken = std::move(taken);
    std::map<Supervisor *, QList<int>> places; // in the order, by who reads them
    LogPart missing;
    for (int i = 0; i < order.sources.size(); ++i) {
        const std::vector<Supervisor *> tellers = tellersOf(order.sources[i].connection);
        if (order.sources[i].id.isEmpty())
            missing.ends.append(
                {i, saidError(ErrorKind::TimedOut, Fault::Endpoint, "logs.not-told", {order.sources[i].name})});
        else if (!tellers.empty())
            places[tellers.front()].append(i);
        else
            missing.ends.append({i, saidError(ErrorKind::NotFound, Fault::Input, "logs.no-connection",
                                              {order.sources[i].name}, std::nullopt)});
    }
    if (!missing.ends.isEmpty())
        m_readings[number].taken(missing);
    for (const auto &[supervisor, these] : places) {
        LogOrder part = order;
        part.sources.clear();
        for (const int place : these)
            part.sources.append(order.sources[place]);
        read(number, *supervisor, part, these);
    }
    return number;
}

void KeeperLogs::read(quint64 number, Supervisor &supervisor, const LogOrder &order, const QList<int> &places)
{
    Result<std::unique_ptr<LogReader>> reader = supervisor.followLogs(order);
    if (!reader) {
        LogPart part;
        for (int i = 0; i < places.size(); ++i)
            part.ends.append({i, reader.error()});
        hand(number, part, places);
        return;
    }
    LogReader &mine = *reader.value();
    m_readings[number].readers.push_back(std::move(reader).value());
    connect(&mine, &LogReader::read, this, [this, number, places](const LogPart &part) { hand(number, part, places); });
    mine.start();
}

/// Sources have other numbers in the order that was given.
void KeeperLogs::hand(quint64 number, LogPart part, const QList<int> &places)
{
    const auto reading = m_readings.find(number);
    if (reading == m_readings.end())
        return;
    // A keeper behind this one that tells of a source which it was not asked for is not believed.
    const auto isOther = [&places](const auto &told) { return told.source < 0 || told.source >= places.size(); };
    part.lines.removeIf(isOther);
    part.ends.removeIf(isOther);
    for (LogLine &line : part.lines)
        line.source = places.at(line.source);
    for (LogEnd &end : part.ends)
        end.source = places.at(end.source);
    reading->second.taken(part);
}

void KeeperLogs::unfollow(quint64 number)
{
    const auto reading = m_readings.find(number);
    if (reading == m_readings.end())
        return;
    for (std::unique_ptr<LogReader> &reader : reading->second.readers) {
        reader->disconnect(this);
        reader.release()->deleteLater(); // we may be inside one of its signals
    }
    m_readings.erase(reading);
}

/// A service is its placements, too.
QSet<EntityId> KeeperLogs::entitiesOf(const EntityId &target) const
{
    QSet<EntityId> entities{target};
    if (const SnapshotPtr known = m_hub.latest(); known && known->tables.services.find(target)) {
        known->tables.placements.forEach([&](const Placement &placement) {
            if (placement.service == target)
                entities.insert(placement.id);
        });
    }
    entities.remove(EntityId());
    return entities;
}

void KeeperLogs::events(const EventQuery &query, Events done)
{
    struct Gathered
    {
        EventAnswer answer;
        QList<Unheard> unheard;
    };
    const std::vector<Supervisor *> asked = query.target.isEmpty() ? m_connections.all() : tellersOf(query.target);
    auto gathered = std::make_shared<Gathered>();
    gathered->answer = m_events.list(query, entitiesOf(query.target), m_clock.now());
    QList<Unheard> all; // who each of them is, should it not be heard
    for (const Supervisor *supervisor : asked) {
        const bool tells = tellsEvents(*supervisor) || m_events.tellers().contains(supervisor->config().id);
        all.append(
            {supervisor->config().id, supervisor->config().name, tells && !isSeen(supervisor->connection().state)});
    }
    const auto finish = [gathered, done, most = query.most, &clock = m_clock] {
        EventAnswer &answer = gathered->answer;
        answer.events += remarks(gathered->unheard, clock.now());
        if (!gathered->unheard.isEmpty())
            answer.keptSince = clock.now();
        std::stable_sort(answer.events.begin(), answer.events.end(),
                         [](const FleetEvent &a, const FleetEvent &b) { return a.at > b.at; });
        answer.hasMore = answer.hasMore || answer.events.size() > most;
        answer.events = answer.events.mid(0, most);
        done(answer);
    };
    if (asked.empty())
        finish();
    askEach<EventAnswer>(
        asked, m_clock, this,
        [query](Supervisor &supervisor, const auto &answered) { supervisor.events(query, answered); },
        [gathered, all](size_t i, const Result<EventAnswer> &answer) {
            if (answer) {
                gathered->answer.events += answer->events;
                gathered->answer.keptSince = std::max(gathered->answer.keptSince, answer->keptSince);
                gathered->answer.hasMore = gathered->answer.hasMore || answer->hasMore;
                return;
            }
            Unheard one = all[qsizetype(i)];
            one.why = answer.error();
            if (one.isDark || !tellsNothing(one.why))
                gathered->unheard.append(one);
        },
        finish);
}

} // namespace graticule
