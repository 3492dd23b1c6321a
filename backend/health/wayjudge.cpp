// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/wayjudge.h"

#include "backend/domain/saying.h"
#include "backend/health/viewpoints.h"

namespace graticule {
namespace {

QString nameOr(const Site *site, const EntityId &id)
{
    return site ? site->name : id.toString();
}

/// The end of a bad link that the fault counts against: the one with the larger share of bad links, then with more of
/// them, then where it starts. Empty: it cannot be told of a measured one, since nothing is well at either end, and no
/// other place measures the way to where it ends.
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
    if (isMeasured(link) && from->badLinks.size() == from->links && to->badLinks.size() == to->links)
        return to->ways.size() > 1 ? link.to : EntityId();
    return from->badLinks.size() >= to->badLinks.size() ? link.from : link.to;
}

} // namespace

void WayJudge::judge(const Link &link)
{
    const bool outward = link.from == m_site.id;
    const EntityId &other = outward ? link.to : link.from;
    const QString name = nameOr(m_memory.seen.sites.find(other), other);
    const bool isDown = m_memory.courses.settled(link.id) == Course::Down;
    const EntityId accused = worseEnd(link, m_memory);
    if (isDown && isMeasured(link)) {
        const auto end = m_memory.parts.constFind(link.to);
        const HealthMemory::Way way = end == m_memory.parts.cend() ? HealthMemory::Way() : end->ways.value(link.from);
        const auto vantage = m_memory.vantages.constFind(link.from);
        const bool isCutOff = vantage != m_memory.vantages.cend() && vantage->isCutOff();
        if (way.reach == Reach::Unknown || way.isRefused || isCutOff)
            return;
        if (accused == m_site.id)
            (outward ? m_cutTo : m_cutFrom).insert(name);
        else if (accused.isEmpty())
            (outward ? m_unclearTo : m_unclearFrom).insert(name);
        return;
    }
    if (!accused.isEmpty() && accused != m_site.id)
        return;
    m_isUnclear |= accused.isEmpty();
    const QStringList inward = outward ? QStringList() : QStringList{QStringLiteral("inward")};
    if (isDown) {
        m_findings.add(Rank::LinkDown, SiteState::Degraded, saidReason("link.down", QStringList{name} + inward));
        return;
    }
    QStringList arguments{name};
    if (link.rttMs >= 0 && link.limitMs > 0 && (link.rttMs > link.limitMs || !isMeasured(link)))
        arguments << QString::number(qRound64(link.rttMs)) << QString::number(qRound64(link.limitMs));
    m_findings.add(Rank::LinkSlow, accused.isEmpty() ? SiteState::Unknown : SiteState::Degraded,
                   saidReason("link.slow", arguments + inward));
}

void WayJudge::tellCuts()
{
    const Viewpoints seen = viewpointsOn(m_site.id, m_memory);
    QStringList from;
    if (seen.isSpoken)
        from = seen.frozen;
    else if (!seen.frozen.isEmpty())
        m_findings.add(Rank::LinkDown, SiteState::Degraded, saidReason("endpoint.frozen", {listed(seen.frozen)}));
    if (seen.isClosed())
        m_findings.add(Rank::LinkDown, SiteState::Degraded, saidReason("endpoint.refuses", {listed(seen.refused)}));
    for (const QString &name : std::as_const(m_cutFrom)) {
        if (!seen.reached.isEmpty() && !seen.reached.contains(name))
            from.append(name);
        else
            m_findings.add(Rank::LinkDown, SiteState::Degraded,
                           saidReason("link.down", {name, QStringLiteral("inward")}));
    }
    from.sort();
    if (!from.isEmpty())
        m_findings.add(Rank::LinkDown, SiteState::Degraded,
                       saidReason("link.cut", {listed(seen.reached), listed(from)}));
    for (const QString &name : std::as_const(m_cutTo))
        m_findings.add(Rank::LinkDown, SiteState::Degraded, saidReason("link.down", {name}));
    tellUnclear();
}

/// What nobody can be accused of makes no state.
void WayJudge::tellUnclear()
{
    for (const QString &name : std::as_const(m_unclearTo))
        m_findings.add(Rank::LinkDown, SiteState::Unknown, saidReason("link.down", {name}));
    for (const QString &name : std::as_const(m_unclearFrom))
        m_findings.add(Rank::LinkDown, SiteState::Unknown, saidReason("link.down", {name, QStringLiteral("inward")}));
    if (m_isUnclear || !m_unclearTo.isEmpty() || !m_unclearFrom.isEmpty())
        m_findings.add(Rank::Remark, SiteState::Unknown, saidReason("link.unclear"));
}

} // namespace graticule
