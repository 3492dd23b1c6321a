// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace graticule {

/// Reads what BitWriter wrote. Past the end everything is 0, and hasFailed(). The bytes may be anybody's.
class BitReader
{
public:
    /// The bytes behind @p bytes outlive this.
    explicit BitReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    /// The next @p bits, 0 to 64.
    quint64 read(int bits);
    /// Counts ones up to the next zero, which is read too; at most @p most (up to 32) ones, after which no zero
    /// follows.
    int readOnes(int most);
    bool hasFailed() const { return m_at > m_bytes.size() * 8; }
    /// Bytes that were begun.
    qsizetype bytesRead() const { return qMin((m_at + 7) / 8, m_bytes.size()); }

private:
    quint64 peek() const;

    QByteArrayView m_bytes;
    qsizetype m_at = 0; ///< in bits
};

} // namespace graticule
