// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/bytewriter.h"

#include <QByteArrayView>

namespace graticule {

/// Reads what ByteWriter wrote. Past the end everything is 0, and hasFailed(). The bytes may be anybody's.
class ByteReader
{
public:
    /// The bytes behind @p bytes outlive this.
    explicit ByteReader(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    int byte() { return int(fixed(1)); }
    quint64 number();
    qint64 signedNumber() { return unzigzag(number()); }
    quint64 fixed(int bytes);
    double real() { return std::bit_cast<double>(fixed(8)); }

    QByteArrayView rest() const { return m_rest; }
    void skip(qsizetype bytes);
    void fail();
    bool hasFailed() const { return m_failed; }
    /// All was read, and nothing is missing.
    bool isDone() const { return !m_failed && m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
    bool m_failed = false;
};

} // namespace graticule
