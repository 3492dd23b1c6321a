// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/bitwriter.h"

namespace graticule {

void BitWriter::writeShort(quint64 value, int bits)
{
    m_held |= (value & ((quint64(1) << bits) - 1)) << m_heldBits;
    m_heldBits += bits;
    if (m_heldBits < 32)
        return;
    const char word[] = {char(m_held), char(m_held >> 8), char(m_held >> 16), char(m_held >> 24)};
    m_out.append(word, 4);
    m_held >>= 32;
    m_heldBits -= 32;
}

void BitWriter::write(quint64 value, int bits)
{
    if (bits > 32) {
        writeShort(value, 32);
        value >>= 32;
        bits -= 32;
    }
    writeShort(value, bits);
}

void BitWriter::flush()
{
    for (; m_heldBits > 0; m_heldBits -= 8) {
        m_out.append(char(m_held));
        m_held >>= 8;
    }
    m_held = 0;
    m_heldBits = 0;
}

} // namespace graticule
