// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/segmentgrid.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace graticule {

namespace {

constexpr size_t MostBuckets = 16'384; // the plane has a few thousand cells

} // namespace

SegmentGrid::SegmentGrid(const Pieces &pieces, size_t count, double cell, double reach)
    : m_perCell(1 / cell)
    , m_reach(reach)
    , m_starts(std::bit_ceil(std::min(2 * count + 1, MostBuckets)) + 1)
{
    pieces([this](const Segment &segment) { forCells(segment, [this](size_t bucket) { ++m_starts[bucket]; }); });
    for (size_t i = 1; i < m_starts.size(); ++i) {
        m_starts[i] += m_starts[i - 1];
    }
    m_items.resize(m_starts.back());
    // Each bucket is filled from its end, so that in the end its start is its start.
    pieces([this](const Segment &segment) {
        const QPointF d = segment.b - segment.a;
        const Item item{float(segment.a.x()), float(segment.a.y()), float(d.x()), float(d.y()), segment.line};
        forCells(segment, [&](size_t bucket) { m_items[--m_starts[bucket]] = item; });
    });
}

std::int32_t SegmentGrid::cellOf(double x) const
{
    return std::int32_t(std::floor(x * m_perCell));
}

size_t SegmentGrid::bucket(std::int32_t column, std::int32_t row) const
{
    const auto key = (std::uint64_t(std::uint32_t(column)) << 32) | std::uint32_t(row);
    return size_t((key * 0x9e3779b97f4a7c15ULL) >> 32) & (m_starts.size() - 2); // Fibonacci hashing
}

template<class VisitBucket> void SegmentGrid::forCells(const Segment &segment, VisitBucket visit) const
{
    const auto &[line, a, b] = segment;
    const std::int32_t left = cellOf(std::min(a.x(), b.x()) - m_reach),
                       right = cellOf(std::max(a.x(), b.x()) + m_reach);
    const std::int32_t top = cellOf(std::min(a.y(), b.y()) - m_reach),
                       bottom = cellOf(std::max(a.y(), b.y()) + m_reach);
    for (std::int32_t row = top; row <= bottom; ++row) {
        for (std::int32_t column = left; column <= right; ++column) {
            visit(bucket(column, row));
        }
    }
}

int SegmentGrid::lineNear(QPointF point) const
{
    if (m_items.empty()) {
        return -1;
    }
    const size_t where = bucket(cellOf(point.x()), cellOf(point.y()));
    const auto x = float(point.x()), y = float(point.y());
    int best = -1;
    float nearest = float(m_reach * m_reach);
    for (std::uint32_t i = m_starts[where]; i < m_starts[where + 1]; ++i) {
        const Item &item = m_items[i];
        const float ex = x - item.x, ey = y - item.y;
        const float length = item.dx * item.dx + item.dy * item.dy;
        // Most pieces are out of reach of the whole line already: the square of the cross product says so cheaply.
        const float cross = ex * item.dy - ey * item.dx;
        if (cross * cross > nearest * length) {
            continue;
        }
        const float t = length > 0 ? std::clamp((ex * item.dx + ey * item.dy) / length, 0.0F, 1.0F) : 0;
        const float ax = ex - t * item.dx, ay = ey - t * item.dy, distance = ax * ax + ay * ay;
        if (distance < nearest || (distance == nearest && item.line > best)) {
            nearest = distance;
            best = item.line;
        }
    }
    return best;
}

} // namespace graticule
