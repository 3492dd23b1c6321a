// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/instant.h"

#include <deque>

namespace graticule {

/// The outcomes of one link's probes over the last while. Times are steady; durations in milliseconds. A value.
class ProbeWindow
{
public:
    /// What was sent longer ago than @p length no longer counts.
    explicit ProbeWindow(Milliseconds length)
        : m_length(length)
    {
    }

    /// @p isRefused: by the host, at which nothing listens.
    void answered(Milliseconds at, double rttMs, bool isRefused = false);
    void lost(Milliseconds at);
    /// An answer to what counted as lost already: it says how far it is, and the loss stays.
    void late(Milliseconds at, double rttMs);
    /// Forgets what is too old by now.
    void passTo(Milliseconds now);

    int sent() const { return int(m_sent.size()); }
    int losses() const { return m_losses; }
    bool hasAnswer() const { return !m_answers.empty(); }
    /// The last answer was that nothing listens there.
    bool isRefused() const { return hasAnswer() && m_answers.back().isRefused; }
    /// 0..1; < 0 when nothing was sent.
    double loss() const;
    /// < 0 when nothing was answered.
    double medianMs() const;

private:
    struct Sent
    {
        Milliseconds at;
        bool isLost;
    };
    struct Answer
    {
        Milliseconds at;
        double rttMs;
        bool isRefused = false;
    };
    Milliseconds m_length;
    std::deque<Sent> m_sent; ///< oldest first, as the answers
    std::deque<Answer> m_answers;
    int m_losses = 0;
};

} // namespace graticule
