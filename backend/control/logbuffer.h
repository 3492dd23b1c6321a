// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/logs.h"

#include <deque>

namespace graticule {

/// Lines that wait for their reader: the newest, within a bound; what does not fit is counted. Not thread-safe.
class LogBuffer
{
public:
    static constexpr qsizetype kMostBytes = 8 << 20; ///< of texts as they are in memory, and what a line takes beside
    static constexpr qsizetype kAPiece = 256 << 10;

    void add(const LogPart &part);
    /// The oldest ones, about a piece; ends come after all lines.
    LogPart take();
    bool isEmpty() const { return m_lines.empty() && m_ends.isEmpty() && m_lost == 0; }

private:
    static qsizetype costOf(const LogLine &line) { return line.text.size() * 2 + qsizetype(sizeof(LogLine)); }

    std::deque<LogLine> m_lines;
    qsizetype m_bytes = 0;
    QList<LogEnd> m_ends;
    quint64 m_lost = 0;
};

} // namespace graticule
