// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/probes/linkmeter.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace graticule {
namespace {

double rounded(double ms)
{
    return std::round(ms * 100) / 100;
}

/// @p now, or @p told where that is as good. Below 0 it is not known.
double settled(double told, double now, double step)
{
    return told >= 0 && now >= 0 && std::abs(told - now) <= step ? told : now;
}

} // namespace

LinkMeter::LinkMeter(Link link, Milliseconds every)
    : m_link(std::move(link))
    , m_window(std::max(kWindow, 4 * every))
{
}

void LinkMeter::setEnds(const EntityId &from, const EntityId &to)
{
    m_moved = m_moved || m_link.from != from || m_link.to != to;
    m_link.from = from;
    m_link.to = to;
}

bool LinkMeter::withdraw()
{
    return std::exchange(m_told, false);
}

Link LinkMeter::measured() const
{
    Link link = m_link;
    link.rttMs = rounded(m_window.medianMs());
    link.loss = m_window.loss();
    if (m_asked && m_window.sent() == 0 && m_link.condition == Condition::Down)
        link.loss = m_link.loss;
    if (m_window.hasAnswer())
        link.condition = m_window.isRefused() ? Condition::Degraded : Condition::Up;
    else if (m_window.losses() >= kLeastLosses || (m_asked && m_link.condition == Condition::Down))
        link.condition = Condition::Down;
    else
        link.condition = Condition::Unknown; // nothing was asked, or too little to tell
    return link;
}

std::optional<Link> LinkMeter::news(Milliseconds now)
{
    m_window.passTo(now);
    Link link = measured();
    if (m_told) {
        link.rttMs = settled(m_link.rttMs, link.rttMs, std::max(kLeastStepMs, kRttStep * m_link.rttMs));
        // That nothing is lost any more is news, however little it was.
        link.loss = link.loss == 0 ? 0 : settled(m_link.loss, link.loss, kLossStep);
    }
    if (m_told && !m_moved && link == m_link)
        return std::nullopt;
    m_told = true;
    m_moved = false;
    m_link = link;
    return link;
}

} // namespace graticule
