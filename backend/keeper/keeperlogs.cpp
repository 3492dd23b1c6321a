// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/keeperlogs.h"

#include "backend/connectors/logreader.h"
#include "backend/domain/saying.h"

#include <algorithm>

namespace graticule {
namespace {

/// What several endpoints were asked for, until all have answered.
template<class Value> struct Gathering
{
    int open = 0;
    Value all;
    std::optional<Error> error;
};

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
    auto gathered = std::make_shared<Gathering<QList<LogSource>>>();
    gathered->open = int(tellers.size());
    for (Supervisor *supervisor : tellers) {
        supervisor->logSources(target, [gathered, done](const Result<QList<LogSource>> &sources) {
            if (!sources && !gathered->error)
                gathered->error = sources.error();
            for (const LogSource &source : sources ? *sources : QList<LogSource>()) {
                const bool isKnown = std::any_of(gathered->all.cbegin(), gathered->all.cend(), [&](const auto &one) {
                    return one.connection == source.connection && one.id == source.id; // by two ways
                });
                if (!isKnown)
                    gathered->all.append(source);
            }
            if (--gathered->open == 0)
                done(gathered->all.isEmpty() && gathered->error ? Result<QList<LogSource>>(*gathered->error)
                                                                : Result<QList<LogSource>>(gathered->all));
        });
    }
}

quint64 KeeperLogs::follow(const LogOrder &order, Taken taken)
{
    const quint64 number = m_next++;
    m_readings[number].taken = std::move(taken);
    std::map<Supervisor *, QList<int>> places; // in the order, by who reads them
    LogPart missing;
    for (int i = 0; i < order.sources.size(); ++i) {
        const std::vector<Supervisor *> tellers = tellersOf(order.sources[i].connection);
        if (!tellers.empty())
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
    auto gathered = std::make_shared<Gathering<EventAnswer>>();
    gathered->all = m_events.list(query, entitiesOf(query.target), m_clock.now());
    const std::vector<Supervisor *> asked = query.target.isEmpty() ? m_connections.all() : tellersOf(query.target);
    gathered->open = int(asked.size()) + 1;
    const auto take = [gathered, done, most = query.most](const Result<EventAnswer> &answer) {
        if (answer) {
            gathered->all.events += answer->events;
            gathered->all.keptSince = std::max(gathered->all.keptSince, answer->keptSince);
            gathered->all.hasMore = gathered->all.hasMore || answer->hasMore;
        }
        if (--gathered->open > 0)
            return;
        QList<FleetEvent> &events = gathered->all.events;
        std::stable_sort(events.begin(), events.end(),
                         [](const FleetEvent &a, const FleetEvent &b) { return a.at > b.at; });
        gathered->all.hasMore = gathered->all.hasMore || events.size() > most;
        events = events.mid(0, most);
        done(gathered->all);
    };
    for (Supervisor *supervisor : asked)
        supervisor->events(query, take);
    take(EventAnswer()); // ours are there
}

} // namespace graticule
