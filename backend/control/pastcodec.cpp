// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/entitycodec.h"
#include "backend/control/valuecodec.h"

#include <control.pb.h>

// What valuecodec.h says of the past.

namespace graticule {
namespace v1 = control::v1;

void encode(const TimeSpan &from, v1::Span *to)
{
    to->set_from_ms(toMs(from.from));
    to->set_until_ms(toMs(from.until));
}

TimeSpan decode(const v1::Span &from)
{
    return {instantFromMs(from.from_ms()), instantFromMs(from.until_ms())};
}

void encode(const PastNote &from, v1::Past *to)
{
    to->set_at_ms(toMs(from.at));
    to->set_known_at_ms(toMs(from.knownAt));
    if (from.hole)
        encode(*from.hole, to->mutable_hole());
    to->set_late_facts(quint32(from.lateFacts));
    if (!from.damage.text.isEmpty())
        encode(from.damage, to->mutable_damage());
}

PastNote decode(const v1::Past &from)
{
    PastNote to;
    to.at = instantFromMs(from.at_ms());
    to.knownAt = instantFromMs(from.known_at_ms());
    if (from.has_hole())
        to.hole = decode(from.hole());
    to.lateFacts = int(std::min<quint32>(from.late_facts(), 1'000'000'000));
    if (from.has_damage())
        to.damage = decode(from.damage());
    return to;
}

void encode(const HistoryCoverage &from, v1::CoverageReply *to)
{
    if (from.recorded.from != kNever)
        encode(from.recorded, to->mutable_recorded());
    for (const TimeSpan &hole : from.holes)
        encode(hole, to->add_holes());
    if (!from.error.text.isEmpty())
        encode(from.error, to->mutable_error());
    to->set_merged(from.merged);
}

HistoryCoverage decode(const v1::CoverageReply &from)
{
    HistoryCoverage to;
    to.recorded = decode(from.recorded());
    for (const v1::Span &hole : from.holes())
        to.holes.append(decode(hole));
    if (from.has_error())
        to.error = decode(from.error());
    to.merged = from.merged();
    return to;
}

void encode(const QList<SiteTurn> &from, v1::TurnsReply *to)
{
    for (const SiteTurn &turn : from) {
        v1::Turn *one = to->add_turns();
        one->set_site(turn.site.utf8().toStdString());
        one->set_at_ms(toMs(turn.at));
        one->set_state(v1::SiteState(turn.state));
        one->set_stale(turn.stale);
    }
}

QList<SiteTurn> decode(const v1::TurnsReply &from)
{
    QList<SiteTurn> to;
    for (const v1::Turn &turn : from.turns()) {
        if (turn.site().empty())
            continue;
        const bool isKnown = turn.state() >= 0 && turn.state() <= int(SiteState::Maintenance);
        to.append({EntityId(QByteArray::fromStdString(turn.site())), instantFromMs(turn.at_ms()),
                   isKnown ? SiteState(turn.state()) : SiteState::Unknown, turn.stale()});
    }
    return to;
}

} // namespace graticule
