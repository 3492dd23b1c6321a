// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timetravel/siteincidents.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace graticule {

namespace {

bool isBad(SiteState state)
{
    return state == SiteState::Down || state == SiteState::Unreachable;
}

class Gatherer
{
public:
    void take(const SiteTurn &turn)
    {
        Member &member = m_members[turn.site];
        const bool wasUnknown = member.isBad && member.unknownSince != kNever;
        if (isBad(turn.state)) {
            // A keeper that begins again knows nothing of a site for a moment; that is no other incident.
            if (wasUnknown && turn.at - member.unknownSince <= kUnknownFor)
                m_found[member.incident].isOpen++;
            else if (!member.isBad || wasUnknown)
                join(turn, member);
            member.isBad = true;
            member.unknownSince = kNever;
            m_found[member.incident].incident.isDown |= turn.state == SiteState::Down;
        } else if (member.isBad && turn.state == SiteState::Unknown) {
            if (!wasUnknown) {
                member.unknownSince = turn.at;
                leave(member, turn.at);
            }
        } else if (member.isBad) {
            if (!wasUnknown)
                leave(member, turn.at);
            member = {};
        }
    }

    std::vector<SiteIncident> incidents() const
    {
        std::vector<SiteIncident> all;
        all.reserve(m_found.size());
        for (const Found &found : m_found) {
            all.push_back(found.incident);
            if (found.isOpen == 0)
                all.back().end = found.last;
        }
        return all;
    }

private:
    struct Member
    {
        size_t incident = 0;
        bool isBad = false;
        Instant unknownSince = kNever; ///< while isBad
    };
    struct Found
    {
        SiteIncident incident;
        QSet<EntityId> sites;
        Instant went = kNever; ///< the last that went
        Instant last = kNever; ///< the last that came back
        int isOpen = 0;        ///< sites that are not back
    };

    void join(const SiteTurn &turn, Member &member)
    {
        if (m_found.empty() || turn.at - m_found.back().went > kTogether) {
            m_found.emplace_back();
            m_found.back().incident.begin = turn.at;
        }
        Found &found = m_found.back();
        found.went = turn.at;
        found.isOpen++;
        if (!found.sites.contains(turn.site)) {
            found.sites.insert(turn.site);
            found.incident.sites.append(turn.site);
        }
        member.incident = m_found.size() - 1;
    }

    void leave(const Member &member, Instant at)
    {
        Found &found = m_found[member.incident];
        found.isOpen--;
        found.last = std::max(found.last, at);
    }

    QHash<EntityId, Member> m_members;
    std::vector<Found> m_found;
};

} // namespace

std::vector<SiteIncident> siteIncidents(const QList<SiteTurn> &turns)
{
    // What every site was before the span comes first and is in no order.
    QList<SiteTurn> ordered = turns;
    std::stable_sort(ordered.begin(), ordered.end(), [](const SiteTurn &a, const SiteTurn &b) { return a.at < b.at; });
    Gatherer gatherer;
    for (const SiteTurn &turn : std::as_const(ordered))
        gatherer.take(turn);
    return gatherer.incidents();
}

TurnCounts turnCounts(const QList<SiteTurn> &turns, const TimeSpan &span, Milliseconds length)
{
    TurnCounts result;
    if (length <= Milliseconds(0) || span.from == kNever || span.until <= span.from)
        return result;
    const qint64 first = toMs(span.from) / length.count();
    const qint64 last = toMs(span.until) / length.count();
    result.begin = instantFromMs(first * length.count());
    result.length = length;
    result.counts.resize(size_t(last - first + 1));
    for (const SiteTurn &turn : turns) {
        if (turn.at >= span.from && turn.at <= span.until)
            result.counts[size_t(toMs(turn.at) / length.count() - first)]++;
    }
    return result;
}

} // namespace graticule
