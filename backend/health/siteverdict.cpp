// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/siteverdict.h"

#include "backend/domain/saying.h"
#include "backend/health/findings.h"

#include <algorithm>

namespace graticule {
namespace {

/// In the platform's own words where it has any, which nobody translates.
Reason platformReason(const char *code, const QString &text)
{
    return text.isEmpty() ? saidReason(code) : saidReason(code, {text});
}

QString nameOr(const Site *site, const EntityId &id)
{
    return site ? site->name : id.toString();
}

class SiteJudge
{
public:
    SiteJudge(const Site &site, const HealthMemory &memory)
        : m_site(site)
        , m_memory(memory)
        , m_parts(memory.parts.constFind(site.id))
    {
    }

    Verdict verdict()
    {
        Verdict result;
        result.id = m_site.id;
        look();
        result.stale = !m_site.feeds.isEmpty() && m_allStale;
        if (m_site.feeds.isEmpty()) {
            m_findings.add(Rank::Remark, SiteState::Unknown, saidReason("site.not-watched"));
        } else if (m_blind == m_site.feeds.size()) {
            result.state = SiteState::Unreachable;
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
            if (view.sight == Sight::Blind)
                m_blindFeeds.append(id);
            if (!view.reason.code.isEmpty())
                m_findings.add(view.sight == Sight::Blind ? Rank::Blind : Rank::Remark, SiteState::Unknown,
                               view.reason);
        }
        if (!m_site.feeds.isEmpty() && m_known == 0 && m_findings.isEmpty())
            m_findings.add(Rank::Remark, SiteState::Unknown, saidReason("feed.not-listed"));
    }

    void judgeFacts()
    {
        judgeCondition();
        if (m_parts == m_memory.parts.cend())
            return;
        judgeNodes();
        for (const EntityId &id : m_parts->placements) {
            if (const Placement *placement = m_memory.seen.placements.find(id))
                judge(*placement);
        }
        for (const EntityId &id : m_parts->replicas) {
            if (const Replica *replica = m_memory.seen.replicas.find(id))
                judge(*replica);
        }
        for (const EntityId &id : m_parts->badLinks) {
            if (const Link *link = m_memory.seen.links.find(id))
                judge(*link);
        }
    }

    SiteState stateFromFacts()
    {
        for (SiteState state : {SiteState::Down, SiteState::Maintenance, SiteState::Degraded}) {
            if (m_findings.has(state))
                return state;
        }
        if (m_worksSomehow)
            return SiteState::Healthy;
        m_findings.add(Rank::Remark, SiteState::Unknown, saidReason("site.no-evidence"));
        return SiteState::Unknown;
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

    void judgeNodes()
    {
        QStringList down;
        QStringList degraded;
        QStringList maintenance;
        int count = 0;
        for (const EntityId &id : m_parts->nodes) {
            const Node *node = m_memory.seen.nodes.find(id);
            if (!node || m_blindFeeds.contains(node->feed))
                continue;
            ++count;
            m_worksSomehow |= node->condition == Condition::Up;
            const QString text =
                node->conditionText.isEmpty() ? node->name : node->name + QStringLiteral(": ") + node->conditionText;
            if (node->condition == Condition::Down)
                down.append(text);
            else if (node->condition == Condition::Degraded)
                degraded.append(text);
            else if (node->condition == Condition::Maintenance)
                maintenance.append(text);
        }
        addNodes(Rank::NodeDown, SiteState::Degraded, "node.down", down, count);
        addNodes(Rank::NodeDegraded, SiteState::Degraded, "node.degraded", degraded, count);
        addNodes(Rank::NodeMaintenance, maintenance.size() == count ? SiteState::Maintenance : SiteState::Unknown,
                 "node.maintenance", maintenance, count);
    }

    /// "2 of 5 nodes down (a, b)"
    void addNodes(Rank rank, SiteState effect, const char *code, QStringList names, int count)
    {
        constexpr qsizetype kNamed = 3;
        if (names.isEmpty())
            return;
        names.sort();
        QStringList arguments{QString::number(names.size()), QString::number(count),
                              names.mid(0, kNamed).join(QStringLiteral(", "))};
        if (names.size() > kNamed)
            arguments.append(QString::number(names.size() - kNamed));
        m_findings.add(rank, effect, saidReason(code, arguments));
    }

    void judge(const Placement &placement)
    {
        if (m_blindFeeds.contains(placement.feed))
            return;
        m_worksSomehow |= placement.health == Health::Healthy || placement.ready > 0;
        const bool knowsCounts = placement.desired >= 0 && placement.ready >= 0;
        if (knowsCounts && placement.ready >= placement.desired)
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
        if (knowsCounts)
            arguments << QString::number(placement.ready) << QString::number(placement.desired);
        if (!placement.healthText.isEmpty())
            arguments << placement.healthText;
        m_findings.add(Rank::Service, SiteState::Degraded, saidReason(code, arguments), service ? service->tier : 0);
    }

    void judge(const Replica &replica)
    {
        if (m_blindFeeds.contains(replica.feed))
            return;
        m_worksSomehow |= replica.state == ReplicaState::InSync;
        if (replica.state != ReplicaState::Lagging && replica.state != ReplicaState::Broken)
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

    void judge(const Link &link)
    {
        if (worseEnd(link, m_memory) != m_site.id)
            return;
        const bool outward = link.from == m_site.id;
        const EntityId &other = outward ? link.to : link.from;
        const QStringList inward = outward ? QStringList() : QStringList{QStringLiteral("inward")};
        QStringList arguments{nameOr(m_memory.seen.sites.find(other), other)};
        if (link.condition == Condition::Down) {
            m_findings.add(Rank::LinkDown, SiteState::Degraded, saidReason("link.down", arguments + inward));
            return;
        }
        if (link.rttMs >= 0 && link.limitMs > 0)
            arguments << QString::number(qRound64(link.rttMs)) << QString::number(qRound64(link.limitMs));
        m_findings.add(Rank::LinkSlow, SiteState::Degraded, saidReason("link.slow", arguments + inward));
    }

    const Site &m_site;
    const HealthMemory &m_memory;
    QHash<EntityId, HealthMemory::SiteParts>::const_iterator m_parts;
    Findings m_findings;
    QList<EntityId> m_blindFeeds;
    qsizetype m_blind = 0;
    qsizetype m_known = 0;
    bool m_allStale = true;
    bool m_worksSomehow = false;
};

} // namespace

Verdict verdictOn(const Site &site, const HealthMemory &memory)
{
    return SiteJudge(site, memory).verdict();
}

bool isBad(const Link &link)
{
    return link.condition == Condition::Down || link.condition == Condition::Degraded ||
           (link.limitMs > 0 && link.rttMs > link.limitMs);
}

EntityId worseEnd(const Link &link, const HealthMemory &memory)
{
    const auto from = memory.parts.constFind(link.from);
    const auto to = memory.parts.constFind(link.to);
    if (from == memory.parts.cend() || to == memory.parts.cend())
        return from == memory.parts.cend() ? link.to : link.from;
    // bad/links compared without division; both ends have at least this link.
    const qint64 left = qint64(from->badLinks.size()) * to->links;
    const qint64 right = qint64(to->badLinks.size()) * from->links;
    if (left != right)
        return left > right ? link.from : link.to;
    return from->badLinks.size() >= to->badLinks.size() ? link.from : link.to;
}

} // namespace graticule
