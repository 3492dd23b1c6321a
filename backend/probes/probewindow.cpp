// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/probes/probewindow.h"

#include <algorithm>
#include <vector>

namespace graticule {

void ProbeWindow::answered(Milliseconds at, double rttMs, bool isRefused)
{
    m_sent.push_back({at, false});
    m_answers.push_back({at, rttMs, isRefused});
    passTo(at);
}

void ProbeWindow::lost(Milliseconds at)
{
    m_sent.push_back({at, true});
    ++m_losses;
    passTo(at);
}

void ProbeWindow::late(Milliseconds at, double rttMs)
{
    m_answers.push_back({at, rttMs});
    passTo(at);
}

void ProbeWindow::passTo(Milliseconds now)
{
    const Milliseconds oldest = now - m_length;
    while (!m_sent.empty() && m_sent.front().at <= oldest) {
        m_losses -= m_sent.front().isLost;
        m_sent.pop_front();
    }
    while (!m_answers.empty() && m_answers.front().at <= oldest)
        m_answers.pop_front();
}

double ProbeWindow::loss() const
{
    return m_sent.empty() ? -1 : double(m_losses) / double(m_sent.size());
}

double ProbeWindow::medianMs() const
{
    if (m_answers.empty())
        return -1;
    std::vector<double> rtts;
    rtts.reserve(m_answers.size());
    for (const Answer &answer : m_answers)
        rtts.push_back(answer.rttMs);
    const auto middle = rtts.begin() + std::ptrdiff_t(rtts.size() / 2);
    std::nth_element(rtts.begin(), middle, rtts.end());
    return *middle;
}

} // namespace graticule
