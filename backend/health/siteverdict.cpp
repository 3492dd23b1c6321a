// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/siteverdict.h"

#include "backend/domain/countedonce.h"
#include "backend/domain/saying.h"
#include "backend/health/findings.h"
#include "backend/health/viewpoints.h"
#include "backend/health/wayjudge.h"

#include <algorithm>
#include <tuple>

namespace graticule {
namespace {

/// In the platform's own words where it has any, which nobody translates.
Reason platformReason(const char *code, const QString &text)
{
    return text.isEmpty() ? saidReason(code) : saidReason(code, {text});
}

class SiteJudge
{
public:
    SiteJudge(const Site &site, const HealthMemory &memory, const HealthThresholds &thresholds)
        : m_site(site)
        , m_memory(memory)
        , m_thresholds(thresholds)
        , m_parts(memory.parts.constFind(site.id))
    {
    }

    Verdict verdict()
    {
        Verdict result;
        result.id = m_site.id;
        look();
        result.stale = !m_site.feeds.isEmpty() && m_allStale;
        judgeVantage();
        judgePlace();
        if (m_site.feeds.isEmpty()) {
            m_findings.add(Rank::Remark, SiteState::Unknown, saidReason("site.not-watched"));
        } else if (m_blind == m_site.feeds.size()) {
            judgeBlind(result);
        } else if (m_known > 0) {
            judgeFacts();
            result.state = stateFromFacts();
        }
        result.reasons = m_findings.sorted();
        return result;
    }

private:
    void look()
    {
        for (const EntityId &id : m_site.feeds) {
            const auto feed = m_memory.feeds.constFind(id);
            const FeedView view = feed == m_memory.feeds.cend() ? FeedView() : feed->view;
            m_allStale &= view.stale;
            m_blind += view.sight == Sight::Blind;
            m_known += view.sight == Sight::Seen || view.sight == Sight::Last;
            if (view.sight == Sight::Blind) {
                m_blindFeeds.append(id);
                m_isEcho |= feed->echoDue != kNever;
                const auto end = m_memory.ownEnds.constFind(view.blindBy);
                m_lost += end != m_memory.ownEnds.cend() && end->reach == Reach::Failed;
                m_refused |= view.reason.code == QLatin1String("connection.refused");
            }
            if (!view.reason.code.isEmpty())
                m_findings.add(view.sight == Sight::Blind ? Rank::Blind : Rank::Remark, SiteState::Unknown,
                               view.reason);
        }
        if (!m_site.feeds.isEmpty() && m_known == 0 && m_blind == 0 && m_findings.isEmpty())
            m_findings.add(Rank::Remark, SiteState::Unknown, saidReason("feed.not-listed"));
    }

    /// The place itself as a vantage point.
    void judgeVantage()
    {
        const auto vantage = m_memory.vantages.constFind(m_site.id);
        const Vantage *cut = nullptr;
        if (vantage != m_memory.vantages.cend() && vantage->isCutOff())
            cut = &*vantage;
        else if (m_site.id == m_memory.ownSite && m_memory.own.isCutOff())
            cut = &m_memory.own;
        if (!cut)
            return;
        m_findings.add(
            Rank::CutOff, SiteState::Degraded,
            saidReason("vantage.cut-off", {QString::number(cut->cutFailed()), QString::number(cut->cutKnown())}));
    }

    void judgePlace()
    {
        const Refutation refutation = refutationOf(m_site.id, m_memory, m_thresholds);
        if (refutation.points.isEmpty())
            return;
        m_findings.add(
            Rank::Place, SiteState::Unknown,
            saidReason("place.refuted", {listed(refutation.points), QString::number(qRound64(refutation.km))}));
    }

    /// No feed sees it: is it the site, the way, or are it we?
    void judgeBlind(Verdict &result)
    {
        result.state = SiteState::Unreachable;
        const Vantage &own = m_memory.own;
        const bool isLost = m_lost == m_blind; // over a network, with no answer at all
        if (isLost && own.isCutOff()) {
            m_findings.add(
                Rank::CutOff, SiteState::Unknown,
                saidReason("keeper.cut-off", {QString::number(own.cutFailed()), QString::number(own.cutKnown())}));
            return;
        }
        const Viewpoints seen = viewpointsOn(m_site.id, m_memory);
        if (m_isEcho && seen.frozen.isEmpty() && !seen.reached.isEmpty())
            return; // what is told of it may be of the time before
        if (!seen.isSpoken && (!seen.frozen.isEmpty() || (seen.isReachedFromHere && !m_refused))) {
            const QStringList &from = seen.frozen.isEmpty() ? seen.reached : seen.frozen;
            m_findings.add(Rank::CutOff, SiteState::Unknown, saidReason("endpoint.frozen", {listed(from)}));
        } else if (seen.isClosed()) {
            m_findings.add(Rank::CutOff, SiteState::Unknown, saidReason("endpoint.refuses", {listed(seen.refused)}));
        } else if (!seen.elsewhere.isEmpty() && !m_refused) {
            m_blindFeeds.clear(); // what they last told is all there is
            m_worksSomehow = true;
            judgeFacts();
            result.state = stateFromFacts();
            result.stale = true;
            m_findings.add(Rank::CutOff, SiteState::Unknown,
                           saidReason("site.reached-elsewhere", {listed(seen.elsewhere)}));
        } else if (const bool isOurs = isLost && own.reached() > 0 && !seen.isOursWitness;
                   seen.witnesses.size() + isOurs >= 2) {
            result.state = SiteState::Down;
            QStringList arguments{listed(seen.witnesses)};
            if (isOurs)
                arguments.append(QStringLiteral("ours"));
            m_findings.add(Rank::SiteDown, SiteState::Down, saidReason("site.dead", arguments));
        } else if (isLost && own.reached() == 0) {
            m_findings.add(Rank::Remark, SiteState::Unknown, saidReason("vantage.few", {QString::number(own.known())}));
        } else if (isLost && seen.failed.isEmpty()) {
            m_findings.add(Rank::Remark, SiteState::Unknown, saidReason("vantage.alone"));
        }
    }

    void judgeFacts()
    {
        judgeCondition();
        if (m_parts == m_memory.parts.cend())
            return;
        const PartTally &tally = m_parts->tally;
        m_hasUncounted = std::any_of(tally.feeds().begin(), tally.feeds().end(),
                                     [this](const auto &of) { return !isCounted(m_memory.seen, of.feed); });
        judgeNodes();
        for (const EntityId &id : tally.illPlacements()) {
            const Placement *placement = m_memory.seen.placements.find(id);
            if (placement && !twin(*placement, m_memory.seen.placements, tally.illPlacements()))
                judge(*placement);
        }
        for (const EntityId &id : tally.illReplicas()) {
            const Replica *replica = m_memory.seen.replicas.find(id);
            if (replica && !twin(*replica, m_memory.seen.replicas, tally.illReplicas()))
                judge(*replica);
        }
        WayJudge ways(m_site, m_memory, m_findings);
        for (const EntityId &id : m_parts->badLinks) {
            if (const Link *link = m_memory.seen.links.find(id))
                ways.judge(*link);
        }
        ways.tellCuts();
    }

    /// The same as the connection that counts instead tells of it, when that is in sight and it is among @p ill there,
    /// too: what ails is said once.
    template<class T> const T *twin(const T &part, const Table<T> &parts, const std::set<EntityId> &ill) const
    {
        const EntityId other = m_hasUncounted ? countedAs(m_memory.seen, part.id, part.feed) : EntityId();
        const T *same = ill.contains(other) ? parts.find(other) : nullptr;
        return same && !m_blindFeeds.contains(same->feed) ? same : nullptr;
    }

    SiteState stateFromFacts()
    {
        for (SiteState state : {SiteState::Down, SiteState::Maintenance, SiteState::Degraded}) {
            if (m_findings.has(state))
                return state;
        }
        if (m_worksSomehow)
            return SiteState::Healthy;
        if (isAllOff()) {
            m_findings.add(Rank::Remark, SiteState::Unknown, saidReason("site.all-off"));
            return SiteState::Healthy;
        }
        m_findings.add(Rank::Remark, SiteState::Unknown, saidReason("site.no-evidence"));
        return SiteState::Unknown;
    }

    /// Whoever tells of it is there, and nothing is to run. Of what is not seen nobody knows.
    bool isAllOff() const
    {
        int parts = 0;
        int off = 0;
        if (m_parts == m_memory.parts.cend() || !m_blindFeeds.isEmpty())
            return false;
        for (const PartTally::OfFeed &of : m_parts->tally.feeds()) {
            parts += of.parts;
            off += of.off;
        }
        return parts > 0 && off == parts;
    }

    void judgeCondition()
    {
        switch (m_site.condition) {
        case Condition::Up:
            m_worksSomehow = true;
            break;
        case Condition::Down:
            m_findings.add(Rank::SiteDown, SiteState::Down, platformReason("site.down", m_site.conditionText));
            break;
        case Condition::Maintenance:
            m_findings.add(Rank::SiteMaintenance, SiteState::Maintenance,
                           platformReason("site.maintenance", m_site.conditionText));
            break;
        case Condition::Degraded:
            m_findings.add(Rank::SiteDegraded, SiteState::Degraded,
                           platformReason("site.degraded", m_site.conditionText));
            break;
        case Condition::Unknown:
            break;
        }
    }

    /// Those that are seen; what two connections to one cluster tell of is one. Of nodes that are well it is only known
    /// how many each tells of: at least so many are the same.
    int countNodes() const
    {
        int count = 0;
        QHash<EntityId, int> told; // by connection
        for (const PartTally::OfFeed &of : m_parts->tally.feeds()) {
            const Feed *feed = m_hasUncounted ? m_memory.seen.feeds.find(of.feed) : nullptr;
            if (m_blindFeeds.contains(of.feed))
                continue;
            count += of.nodes;
            if (feed)
                told[feed->connection] += of.nodes;
        }
        QHash<EntityId, int> alone; // those that ail, of which the one that counts does not tell
        for (const EntityId &id : m_parts->tally.illNodes()) {
            if (!m_hasUncounted)
                break;
            const Node *node = m_memory.seen.nodes.find(id);
            const Connection *by =
                node && !m_blindFeeds.contains(node->feed) ? uncountedBy(m_memory.seen, node->feed) : nullptr;
            const Node *same = by ? m_memory.seen.nodes.find(calledBy(by->countedBy, by->id, id)) : nullptr;
            if (by && (!same || same->site != m_site.id || m_blindFeeds.contains(same->feed)))
                ++alone[by->id];
        }
        for (auto it = told.cbegin(); it != told.cend(); ++it) {
            const Connection *connection = m_memory.seen.connections.find(it.key());
            if (connection && !connection->countedBy.isEmpty())
                count -= std::min(it.value() - alone.value(it.key()), told.value(connection->countedBy));
        }
        return count;
    }

    void judgeNodes()
    {
        std::vector<const Node *> down;
        std::vector<const Node *> degraded;
        std::vector<const Node *> maintenance;
        const int count = countNodes();
        for (const PartTally::OfFeed &of : m_parts->tally.feeds())
            m_worksSomehow |= of.working > 0 && !m_blindFeeds.contains(of.feed);
        for (const EntityId &id : m_parts->tally.illNodes()) {
            const Node *node = m_memory.seen.nodes.find(id);
            if (!node || m_blindFeeds.contains(node->feed))
                continue;
            const Node *same = twin(*node, m_memory.seen.nodes, m_parts->tally.illNodes());
            if (same && same->condition == node->condition)
                continue;
            if (node->condition == Condition::Down)
                down.push_back(node);
            else if (node->condition == Condition::Degraded)
                degraded.push_back(node);
            else if (node->condition == Condition::Maintenance)
                maintenance.push_back(node);
        }
        addNodes(Rank::NodeDown, SiteState::Degraded, "node.down", down, count);
        addNodes(Rank::NodeDegraded, SiteState::Degraded, "node.degraded", degraded, count);
        addNodes(Rank::NodeMaintenance, int(maintenance.size()) == count ? SiteState::Maintenance : SiteState::Unknown,
                 "node.maintenance", maintenance, count);
    }

    /// "2 of 5 nodes down (a, b)"
    void addNodes(Rank rank, SiteState effect, const char *code, std::vector<const Node *> &nodes, int count)
    {
        constexpr qsizetype kNamed = 3; // only of these a text is made: thousands may be down
        if (nodes.empty())
            return;
        const auto named = nodes.begin() + std::min(kNamed, qsizetype(nodes.size()));
        std::partial_sort(nodes.begin(), named, nodes.end(), [](const Node *a, const Node *b) {
            return std::tie(a->name, a->conditionText) < std::tie(b->name, b->conditionText);
        });
        QStringList texts;
        std::for_each(nodes.begin(), named, [&](const Node *node) {
            texts.append(node->conditionText.isEmpty() ? node->name
                                                       : node->name + QStringLiteral(": ") + node->conditionText);
        });
        QStringList arguments{QString::number(nodes.size()), QString::number(count), texts.join(QStringLiteral(", "))};
        if (named != nodes.end())
            arguments.append(QString::number(nodes.end() - named));
        m_findings.add(rank, effect, saidReason(code, arguments));
    }

    void judge(const Placement &placement)
    {
        if (m_blindFeeds.contains(placement.feed))
            return;
        const char *code = nullptr;
        switch (placement.health) {
        case Health::Unhealthy:
            code = "service.unhealthy";
            break;
        case Health::Restarting:
            code = "service.restarting";
            break;
        case Health::Failed:
            code = "service.failed";
            break;
        default:
            return;
        }
        const Service *service = m_memory.seen.services.find(placement.service);
        QStringList arguments{service ? service->name : placement.service.toString()};
        if (placement.desired >= 0 && placement.ready >= 0)
            arguments << QString::number(placement.ready) << QString::number(placement.desired);
        if (!placement.healthText.isEmpty())
            arguments << placement.healthText;
        m_findings.add(Rank::Service, SiteState::Degraded, saidReason(code, arguments), service ? service->tier : 0);
    }

    void judge(const Replica &replica)
    {
        if (m_blindFeeds.contains(replica.feed))
            return;
        const Asset *asset = m_memory.seen.assets.find(replica.asset);
        QStringList arguments{asset ? asset->name : replica.asset.toString()};
        const bool broken = replica.state == ReplicaState::Broken;
        const char *code = broken ? "replica.broken" : "replica.lagging-unmeasured";
        if (!broken && replica.lagMs >= 0) {
            code = "replica.lagging";
            arguments << argument(Milliseconds(qRound64(replica.lagMs)));
        }
        if (!replica.stateText.isEmpty())
            arguments << replica.stateText;
        m_findings.add(broken ? Rank::ReplicaBroken : Rank::ReplicaLagging, SiteState::Degraded,
                       saidReason(code, arguments));
    }

    const Site &m_site;
    const HealthMemory &m_memory;
    const HealthThresholds &m_thresholds;
    QHash<EntityId, HealthMemory::SiteParts>::const_iterator m_parts;
    bool m_hasUncounted = false; ///< part of it is told of by a connection that does not count
    Findings m_findings;
    QList<EntityId> m_blindFeeds;
    qsizetype m_blind = 0;
    qsizetype m_lost = 0; // of the blind: by a connection of ours to which the network carries nothing
    qsizetype m_known = 0;
    bool m_refused = false;
    bool m_isEcho = false; // it is not seen for so short a while that others may not know yet
    bool m_allStale = true;
    bool m_worksSomehow = false;
};

} // namespace

Verdict verdictOn(const Site &site, const HealthMemory &memory, const HealthThresholds &thresholds)
{
    return SiteJudge(site, memory, thresholds).verdict();
}

} // namespace graticule
