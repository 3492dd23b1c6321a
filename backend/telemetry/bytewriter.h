// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <bit>

namespace graticule {

/// Signed numbers near 0 as unsigned ones near 0: 0, -1, 1, -2, ...
constexpr quint64 zigzag(qint64 value)
{
    return quint64(value) << 1 ^ quint64(value >> 63);
}

constexpr qint64 unzigzag(quint64 value)
{
    return qint64(value >> 1 ^ (0 - (value & 1)));
}

/// Appends numbers to bytes: small ones take one byte.
class ByteWriter
{
public:
    /// @p out outlives this.
    explicit ByteWriter(QByteArray &out)
        : m_out(out)
    {
    }

    void byte(int value) { m_out.append(char(value)); }
    /// Seven bits a byte, the lowest first.
    void number(quint64 value)
    {
        for (; value >= 0x80; value >>= 7)
            m_out.append(char(value | 0x80));
        m_out.append(char(value));
    }
    void signedNumber(qint64 value) { number(zigzag(value)); }
    /// @p bytes of it, the lowest first.
    void fixed(quint64 value, int bytes)
    {
        for (int i = 0; i < bytes; ++i)
            m_out.append(char(value >> (8 * i)));
    }
    void real(double value) { fixed(std::bit_cast<quint64>(value), 8); }

    QByteArray &bytes() { return m_out; }

private:
    QByteArray &m_out;
};

} // namespace graticule
