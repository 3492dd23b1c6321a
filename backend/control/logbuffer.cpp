// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/logbuffer.h"

namespace graticule {

void LogBuffer::add(const LogPart &part)
{
    m_lost += part.lost;
    for (const LogLine &line : part.lines) {
        m_bytes += costOf(line);
        m_lines.push_back(line);
        while (m_bytes > kMostBytes && m_lines.size() > 1) {
            m_bytes -= costOf(m_lines.front());
            m_lines.pop_front();
            ++m_lost;
        }
    }
    m_ends += part.ends;
}

LogPart LogBuffer::take()
{
    LogPart part;
    part.lost = std::exchange(m_lost, 0);
    qsizetype bytes = 0;
    while (!m_lines.empty() && bytes < kAPiece) {
        const qsizetype cost = costOf(m_lines.front());
        bytes += cost;
        m_bytes -= cost;
        part.lines.append(std::move(m_lines.front()));
        m_lines.pop_front();
    }
    if (m_lines.empty())
        part.ends = std::exchange(m_ends, {});
    return part;
}

} // namespace graticule
