// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/bitreader.h"

#include <QtEndian>

#include <bit>

namespace graticule {

/// 57 bits at least, from the present place on.
quint64 BitReader::peek() const
{
    const qsizetype byte = m_at / 8;
    const qsizetype left = m_bytes.size() - byte;
    if (left >= 8)
        return qFromLittleEndian<quint64>(m_bytes.data() + byte) >> (m_at % 8);
    quint64 last = 0;
    for (qsizetype i = 0; i < left; ++i)
        last |= quint64(uchar(m_bytes[byte + i])) << (8 * i);
    return last >> (m_at % 8);
}

quint64 BitReader::read(int bits)
{
    if (bits > 32) {
        const quint64 low = read(32);
        return low | read(bits - 32) << 32;
    }
    if (hasFailed())
        return 0;
    const quint64 value = peek() & ((quint64(1) << bits) - 1);
    m_at += bits;
    return value;
}

int BitReader::readOnes(int most)
{
    if (hasFailed())
        return 0;
    const int ones = std::min(std::countr_one(peek()), most);
    m_at += ones < most ? ones + 1 : ones;
    return ones;
}

} // namespace graticule
