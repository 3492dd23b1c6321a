// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace graticule {

/// Appends numbers of any width to bytes, the lowest bit first. Ends with padding to a whole byte.
class BitWriter
{
public:
    /// @p out outlives this.
    explicit BitWriter(QByteArray &out)
        : m_out(out)
    {
    }
    ~BitWriter() { flush(); }
    Q_DISABLE_COPY_MOVE(BitWriter)

    /// The lowest @p bits (0 to 64) of @p value; those above are ignored.
    void write(quint64 value, int bits);
    /// Pads to a whole byte.
    void flush();

private:
    void writeShort(quint64 value, int bits);

    QByteArray &m_out;
    quint64 m_held = 0;
    int m_heldBits = 0; ///< less than 32
};

} // namespace graticule
