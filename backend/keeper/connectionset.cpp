// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/connectionset.h"

#include "backend/connectors/connectionstate.h"

#include <QRandomGenerator>

#include <algorithm>
#include <bit>
#include <tuple>

namespace graticule {
namespace {

/// Whether @p delta says more than how fresh things are.
bool hasFacts(const FleetDelta &delta)
{
    return delta.size() > delta.feeds.upserted.size() + delta.connections.upserted.size();
}

void logState(const Connection &connection)
{
    static const char *const words[] = {"unknown", "never asked", "connecting", "live",  "slow",
                                        "stale",   "unreachable", "refused",    "paused"};
    qInfo("%s is %s%s%s", qUtf8Printable(connection.name), words[int(connection.state)],
          connection.error.text.isEmpty() ? "" : ": ", qUtf8Printable(connection.error.text));
}

/// For each that is known by @p identities the number of one that stands for all that lead where it does. They go
/// together by what each is known by first, the uid of a cluster; those that may not see one go whole, by their server,
/// to the first that tells of it. So no two of different uids do, whoever leads to the address that they share.
std::vector<size_t> groupsOf(const std::vector<QStringList> &identities)
{
    std::vector<size_t> groups(identities.size());
    QHash<QString, size_t> byFirst;
    for (size_t i = 0; i < identities.size(); ++i) {
        const QString first = identities[i].value(0);
        groups[i] = first.isEmpty() ? i : byFirst.value(first, i);
        byFirst.insert(first, groups[i]);
    }
    QHash<QString, size_t> byFurther;
    for (size_t i = 0; i < identities.size(); ++i) {
        for (qsizetype k = 1; k < identities[i].size(); ++k)
            byFurther.insert(identities[i][k], byFurther.value(identities[i][k], groups[i]));
    }
    constexpr int kKinds = 3; // a uid, a server, and where it led in an earlier run
    for (size_t &group : groups) {
        for (int i = 1; i < kKinds; ++i)
            group = byFurther.value(identities[group].value(0), group);
    }
    return groups;
}

} // namespace

ConnectionSet::ConnectionSet(const Parts &parts)
    : m_parts(parts)
    , m_gate(parts.clock)
{
}

ConnectionSet::~ConnectionSet() = default;

EntityId ConnectionSet::reportSource(const EntityId &connection)
{
    return EntityId("/report/" + connection.utf8()); // sorts before all connections: of ours, we know best
}

Supervisor &ConnectionSet::put(const ConnectionConfig &config)
{
    const auto before = m_supervisors.find(config.id);
    std::optional<Feed> feed;
    Error failure;
    QStringList identities;
    const bool isReadAgain = before != m_supervisors.end() && before->second->config() == config;
    if (!isReadAgain)
        m_former.remove(config.id); // it may lead elsewhere
    if (before != m_supervisors.end()) {
        feed = before->second->feed();
        failure = before->second->failure();
        if (isReadAgain)
            identities = before->second->identities();
        m_supervisors.erase(before);
    }
    const SupervisorContext context{.clock = m_parts.clock,
                                    .sites = m_parts.sites,
                                    .secrets = m_parts.secrets,
                                    .gate = m_gate,
                                    .keeperId = m_parts.keeperId,
                                    .chance = [] { return QRandomGenerator::global()->generateDouble(); },
                                    .measures = m_parts.measures,
                                    .bookmarks = m_parts.bookmarks};
    auto supervisor = std::make_unique<Supervisor>(*m_parts.registry.find(config.type), config, context);
    wire(*supervisor);
    if (feed)
        supervisor->restore(*feed, failure);
    supervisor->recall(identities);
    Supervisor &mine = *(m_supervisors[config.id] = std::move(supervisor));
    compare();
    Q_EMIT placed(config.id);
    return mine;
}

void ConnectionSet::wire(Supervisor &supervisor)
{
    const EntityId id = supervisor.config().id;
    connect(&supervisor, &Supervisor::listed, this, [this, id](const FleetDelta &all) {
        m_parts.fleet.list(id, all);
        if (m_hasTwins)
            compare(); // one may see more than the other
        Q_EMIT factsChanged(id);
        Q_EMIT changed();
    });
    connect(&supervisor, &Supervisor::changed, this, [this, id](const FleetDelta &delta) {
        m_parts.fleet.apply(id, delta);
        if (hasFacts(delta))
            Q_EMIT factsChanged(id);
        Q_EMIT changed();
    });
    connect(&supervisor, &Supervisor::reported, this, [this, id](const FleetDelta &delta) {
        bool isSeenOtherwise = false;
        for (const auto &connection : delta.connections.upserted) {
            const FleetTables *before = m_parts.fleet.said(reportSource(id));
            const Connection *told = before ? before->connections.find(id) : nullptr;
            const bool isTurned = !told || told->state != connection->state;
            isSeenOtherwise |= isTurned;
            if (isTurned) {
                logState(*connection);
                Q_EMIT turned(id, connection->state);
            }
            m_parts.fleet.setInSight(id, isSeen(connection->state));
        }
        m_parts.fleet.apply(reportSource(id), delta);
        if (m_hasTwins && isSeenOtherwise)
            compare();
        Q_EMIT changed();
    });
    connect(&supervisor, &Supervisor::sampled, this,
            [this, id](const QList<Sample> &samples) { Q_EMIT sampled(id, samples); });
    connect(&supervisor, &Supervisor::happened, this,
            [this, id](const QList<FleetEvent> &events) { Q_EMIT happened(id, events); });
    connect(&supervisor, &Supervisor::measured, this,
            [this, id](const Measurement &found) { Q_EMIT measured(id, found); });
    connect(&supervisor, &Supervisor::moved, this, [this, id] { Q_EMIT placed(id); });
    connect(&supervisor, &Supervisor::identified, this, &ConnectionSet::compare);
}

/// Which of those that lead to one endpoint counts: one that is seen now, before one that is not, unless it tells of
/// less than half of the nodes that the other last told of, which nobody would see then; one that tells of clearly more
/// nodes, and then services, for each may see what the other may not; else always the same one.
const Supervisor *ConnectionSet::counting(const QList<const Supervisor *> &same) const
{
    const auto nodes = [this](const Supervisor *supervisor) {
        const FleetTables *said = m_parts.fleet.said(supervisor->config().id);
        return said ? said->nodes.size() : 0;
    };
    const auto isInSight = [](const Supervisor *supervisor) { return isSeen(supervisor->connection().state); };
    qsizetype mostUnseen = 0;
    for (const Supervisor *supervisor : same) {
        if (!isInSight(supervisor))
            mostUnseen = std::max(mostUnseen, qsizetype(nodes(supervisor)));
    }
    const auto rank = [&](const Supervisor *supervisor) {
        const FleetTables *said = m_parts.fleet.said(supervisor->config().id);
        const auto about = [](qsizetype amount) { return std::bit_width(size_t(amount)); };
        const qsizetype count = nodes(supervisor);
        return std::tuple(isInSight(supervisor) && 2 * count >= mostUnseen, about(count),
                          said ? about(said->services.size()) : 0);
    };
    return *std::max_element(same.cbegin(), same.cend(), [&](const Supervisor *a, const Supervisor *b) {
        const auto of = rank(a);
        const auto other = rank(b);
        return of != other ? of < other : a->config().id > b->config().id;
    });
}

void ConnectionSet::restoreCounted(const EntityId &id, const EntityId &by)
{
    if (by.isEmpty())
        return;
    m_former.insert(id, by);
    m_former.insert(by, by);
    compare();
}

/// The last counts only where one of two has not told any others yet.
QStringList ConnectionSet::identitiesOf(const Supervisor &supervisor) const
{
    QStringList identities = supervisor.identities();
    if (const auto former = m_former.constFind(supervisor.config().id); former != m_former.cend())
        identities.append(QStringLiteral("former:") + former->toString());
    return identities;
}

/// Who leads to the same endpoint as another, and which of them counts.
void ConnectionSet::compare()
{
    const std::vector<Supervisor *> supervisors = all();
    std::vector<QStringList> identities;
    for (const Supervisor *supervisor : supervisors)
        identities.push_back(identitiesOf(*supervisor));
    const std::vector<size_t> groups = groupsOf(identities);
    std::map<size_t, QList<const Supervisor *>> members;
    for (size_t i = 0; i < supervisors.size(); ++i)
        members[groups[i]].append(supervisors[i]);
    std::map<size_t, const Supervisor *> counted;
    for (const auto &[group, same] : members)
        counted[group] = counting(same);
    m_hasTwins = members.size() < supervisors.size();
    for (size_t i = 0; i < supervisors.size(); ++i) { // only now: to tell it may bring us here again
        Supervisor *one = supervisors[i];
        const Supervisor *best = counted[groups[i]];
        QStringList names;
        for (const Supervisor *other : std::as_const(members[groups[i]])) {
            if (other != one)
                names.append(other->config().name);
        }
        names.sort();
        m_parts.fleet.setCounted(one->config().id, best == one ? EntityId() : best->config().id);
        one->setTwins(names, best == one ? nullptr : &best->connection());
    }
}

void ConnectionSet::remove(const EntityId &id)
{
    if (m_supervisors.erase(id) == 0)
        return;
    m_parts.fleet.retire(id);
    m_parts.fleet.retire(reportSource(id));
    compare();
    Q_EMIT placed(id);
    Q_EMIT changed();
}

Supervisor *ConnectionSet::find(const EntityId &id) const
{
    const auto found = m_supervisors.find(id);
    return found == m_supervisors.end() ? nullptr : found->second.get();
}

Supervisor *ConnectionSet::find(const QString &nameOrId) const
{
    if (Supervisor *supervisor = find(EntityId(nameOrId)))
        return supervisor;
    for (const auto &[id, supervisor] : m_supervisors) {
        if (supervisor->config().name == nameOrId)
            return supervisor.get();
    }
    return nullptr;
}

std::vector<Supervisor *> ConnectionSet::all() const
{
    std::vector<Supervisor *> result;
    for (const auto &[id, supervisor] : m_supervisors)
        result.push_back(supervisor.get());
    return result;
}

} // namespace graticule
