// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/bytereader.h"

namespace graticule {

void ByteReader::fail()
{
    m_failed = true;
    m_rest = {};
}

void ByteReader::skip(qsizetype bytes)
{
    if (bytes < 0 || bytes > m_rest.size())
        fail();
    else
        m_rest = m_rest.sliced(bytes);
}

quint64 ByteReader::number()
{
    quint64 value = 0;
    for (qsizetype i = 0; i < m_rest.size() && i < 10; ++i) {
        const quint64 bits = uchar(m_rest[i]);
        value |= (bits & 0x7f) << (7 * i);
        if (bits < 0x80) {
            m_rest = m_rest.sliced(i + 1);
            return value;
        }
    }
    fail();
    return 0;
}

quint64 ByteReader::fixed(int bytes)
{
    if (m_rest.size() < bytes) {
        fail();
        return 0;
    }
    quint64 value = 0;
    for (int i = 0; i < bytes; ++i)
        value |= quint64(uchar(m_rest[i])) << (8 * i);
    m_rest = m_rest.sliced(bytes);
    return value;
}

} // namespace graticule
