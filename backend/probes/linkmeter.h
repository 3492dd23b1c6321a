// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/link.h"
#include "backend/probes/probewindow.h"

#include <optional>

namespace graticule {

/// Measures one link by one kind of probe: what to tell of it as a fact. The fact goes in steps, so that what merely
/// wanders is no news: the history is made of such facts, the samples beside it have every probe. Degraded: the way is
/// open, and the host at its end refuses connections. Pure.
class LinkMeter
{
public:
    /// What counts for the fact; longer where probes are rarer than a quarter of it.
    static constexpr Milliseconds kWindow{60'000};
    static constexpr double kRttStep = 0.05;    ///< of what was told
    static constexpr double kLeastStepMs = 0.2; ///< for the short ways
    static constexpr double kLossStep = 0.005;
    static constexpr int kLeastLosses = 3; ///< in a window without an answer, to call the link down

    /// @p link: id, ends, feed and kind. @p every: from one probe to the next.
    LinkMeter(Link link, Milliseconds every);

    const Link &link() const { return m_link; }
    /// The endpoint stands somewhere else now, or we do.
    void setEnds(const EntityId &from, const EntityId &to);

    /// Whether somebody asks: a link that is down stays so while nobody answers, however rarely it is tried; one that
    /// is left alone is not known.
    void setAsked(bool asked) { m_asked = asked; }
    ProbeWindow &window() { return m_window; }
    bool isTold() const { return m_told; }
    /// It is not told any more; whether it was.
    bool withdraw();
    /// What is to be told at steady @p now, when that is another fact than the last one.
    std::optional<Link> news(Milliseconds now);

private:
    Link measured() const;

    Link m_link; ///< as it was told
    ProbeWindow m_window;
    bool m_asked = true;
    bool m_told = false;
    bool m_moved = false; ///< since it was told
};

} // namespace graticule
