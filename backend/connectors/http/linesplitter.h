// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace graticule {

/// Cuts a stream at newlines, wherever its pieces were cut. Keeps at most one unfinished line of limited length.
class LineSplitter
{
public:
    explicit LineSplitter(qsizetype longest)
        : m_longest(longest)
    {
    }

    /// The lines that @p bytes completes, without newline, empty ones left out.
    QList<QByteArray> add(const QByteArray &bytes);
    /// A line longer than the limit came: the stream cannot be trusted any more.
    bool overflowed() const { return m_overflowed; }

private:
    qsizetype m_longest;
    QByteArray m_rest;
    bool m_overflowed = false;
};

} // namespace graticule
