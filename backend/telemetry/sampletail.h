// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/sample.h"

#include <QList>

#include <deque>
#include <mutex>

namespace graticule {

/// The samples that came last, numbered from 1 in the order in which they came: for those who follow a keeper. It holds
/// only so many; who comes later than that is told how many it missed. Thread-safe.
class SampleTail
{
public:
    static constexpr qsizetype kMost = 60'000;

    explicit SampleTail(qsizetype most = kMost)
        : m_most(most)
    {
    }

    void append(const QList<Sample> &samples);

    struct Part
    {
        QList<Sample> samples;
        quint64 next = 1; ///< number of the sample behind these
        quint64 lost = 0; ///< before these, asked for and gone
    };
    /// Those from number @p from on, @p most at once; 0: from the oldest that is held, without calling any lost. A
    /// number that is yet to come is not of this run: as 1.
    Part read(quint64 from, qsizetype most) const;

private:
    const qsizetype m_most;
    mutable std::mutex m_mutex;
    std::deque<QList<Sample>> m_batches; ///< shared with who appended them
    quint64 m_first = 1;                 ///< number of the oldest
    quint64 m_next = 1;
};

} // namespace graticule
