// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/slotbuffer.h"

#include "backend/telemetry/bytereader.h"
#include "backend/telemetry/chunkcodec.h"
#include "backend/telemetry/samplekeys.h"

#include <algorithm>

namespace graticule {
namespace {

constexpr size_t kMostOpen = 32;

bool isBefore(const SamplePoint &a, const SamplePoint &b)
{
    return a.ms < b.ms;
}

bool isSameMoment(const SamplePoint &a, const SamplePoint &b)
{
    return a.ms == b.ms;
}

} // namespace

SlotBuffer::Added SlotBuffer::add(const SamplePoint &point)
{
    if (isFull())
        return Added::Full;
    if (point.ms <= m_frozenUntil) {
        if (std::any_of(m_strays.cbegin(), m_strays.cend(), [&](const auto &stray) { return stray.ms == point.ms; }))
            return Added::Duplicate;
        m_strays.push_back(point);
        ++m_count;
        return Added::OutOfOrder;
    }
    if (m_open.empty() || point.ms > m_open.back().ms) {
        m_open.push_back(point);
        ++m_count;
        if (m_open.size() >= kMostOpen)
            freeze();
        return Added::InOrder;
    }
    const auto place = std::lower_bound(m_open.begin(), m_open.end(), point, isBefore);
    if (place->ms == point.ms)
        return Added::Duplicate;
    m_open.insert(place, point);
    ++m_count;
    return Added::OutOfOrder;
}

void SlotBuffer::freeze()
{
    const QByteArray chunk = ChunkCodec::encode(m_open, m_hour * SampleKeys::kHour);
    ByteWriter(m_frozen).number(quint64(chunk.size()));
    m_frozen += chunk;
    m_frozenUntil = m_open.back().ms;
    m_open.clear();
}

SamplePoints SlotBuffer::points() const
{
    SamplePoints result;
    result.reserve(m_count);
    ByteReader in(m_frozen);
    while (!in.rest().isEmpty()) {
        const auto size = qsizetype(in.number());
        const auto chunk = ChunkCodec::decode(in.rest().first(size), m_hour * SampleKeys::kHour);
        in.skip(size);
        result.insert(result.end(), chunk->cbegin(), chunk->cend());
    }
    result.insert(result.end(), m_open.cbegin(), m_open.cend());
    if (!m_strays.empty()) {
        result.insert(result.end(), m_strays.cbegin(), m_strays.cend());
        std::stable_sort(result.begin(), result.end(), isBefore);
        result.erase(std::unique(result.begin(), result.end(), isSameMoment), result.end());
    }
    return result;
}

qsizetype SlotBuffer::memory() const
{
    constexpr qsizetype kOverhead = 160; // this, and what the allocator keeps for its parts
    return kOverhead + m_frozen.capacity() + qsizetype((m_open.capacity() + m_strays.capacity()) * sizeof(SamplePoint));
}

} // namespace graticule
