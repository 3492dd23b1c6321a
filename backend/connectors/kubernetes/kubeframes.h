// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace graticule {

/// Cuts a stream of protobuf into its messages, wherever its pieces were cut: four bytes of length, the highest first,
/// then the message. Keeps at most one unfinished message of limited length.
class KubeFrames
{
public:
    explicit KubeFrames(qsizetype longest)
        : m_longest(longest)
    {
    }

    /// The messages that @p bytes completes.
    QList<QByteArray> add(const QByteArray &bytes);
    /// A message longer than the limit was announced: the stream cannot be trusted any more.
    bool overflowed() const { return m_overflowed; }

private:
    qsizetype m_longest;
    QByteArray m_rest;
    bool m_overflowed = false;
};

} // namespace graticule
