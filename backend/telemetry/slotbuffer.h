// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/samplepoint.h"

#include <QByteArray>

namespace graticule {

/// One hour of one series while it fills: compressed but for the last few values. Copying is cheap. A value.
class SlotBuffer
{
public:
    static constexpr size_t kMostPoints = 60'000;

    explicit SlotBuffer(qint64 hour)
        : m_hour(hour)
    {
    }

    enum class Added {
        InOrder,
        OutOfOrder, ///< older than one before; taken
        Duplicate,  ///< there is a value for this moment; not taken
        Full,       ///< not taken
    };
    Added add(const SamplePoint &point);

    qint64 hour() const { return m_hour; }
    bool isEmpty() const { return m_count == 0; }
    bool isFull() const { return m_count >= kMostPoints; }
    /// Sorted, one for each moment: the one that came first.
    SamplePoints points() const;
    /// Memory taken, about; and of it that of what is compressed, which grows with each sample.
    qsizetype memory() const;
    qsizetype compressed() const { return m_frozen.capacity(); }

private:
    void freeze();

    qint64 m_hour;
    size_t m_count = 0;
    qint64 m_frozenUntil = 0; ///< the last moment in m_frozen
    QByteArray m_frozen;      ///< chunks, the length before each
    SamplePoints m_open;      ///< sorted, after m_frozen
    SamplePoints m_strays;    ///< not after m_frozen; in the order in which they came
};

} // namespace graticule
