// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/sampletail.h"

#include <algorithm>

namespace graticule {

void SampleTail::append(const QList<Sample> &samples)
{
    if (samples.isEmpty())
        return;
    const std::scoped_lock lock(m_mutex);
    m_batches.push_back(samples);
    m_next += quint64(samples.size());
    // Whole batches go; the newest stays, however large.
    while (m_batches.size() > 1 && m_next - m_first > quint64(m_most)) {
        m_first += quint64(m_batches.front().size());
        m_batches.pop_front();
    }
}

SampleTail::Part SampleTail::read(quint64 from, qsizetype most) const
{
    const std::scoped_lock lock(m_mutex);
    if (from == 0)
        from = m_first;
    else if (from > m_next)
        from = 1;
    Part part;
    if (from < m_first) {
        part.lost = m_first - from;
        from = m_first;
    }
    quint64 at = m_first;
    for (const QList<Sample> &batch : m_batches) {
        const quint64 end = at + quint64(batch.size());
        if (end > from) {
            const qsizetype skip = qsizetype(from - at);
            const qsizetype count = std::min(batch.size() - skip, most - part.samples.size());
            if (skip == 0 && part.samples.isEmpty() && count == batch.size())
                part.samples = batch;
            else
                part.samples.append(batch.mid(skip, count));
            from += quint64(count);
            if (part.samples.size() >= most)
                break;
        }
        at = end;
    }
    part.next = from;
    return part;
}

} // namespace graticule
