// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/timerange.h"

#include <QObject>

#include <optional>

namespace graticule {

/// The stretch of time that several charts show together. Owned by the page, outlives its charts. GUI thread.
class ChartRange : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const TimeRange &range() const { return m_range; }
    /// All there is to see; reset() shows it.
    const TimeRange &limits() const { return m_limits; }
    /// A range that showed everything goes on doing so; one that ended with the limits keeps its length and moves
    /// along.
    void setLimits(const TimeRange &limits);
    /// Moved and cut to fit into the limits; never shorter than shortest().
    void setRange(const TimeRange &range);
    static constexpr qint64 shortest() { return 100; }

    /// `factor` above 1 is closer; what is at `about` stays where it is.
    void zoom(double factor, qint64 about);
    void pan(qint64 by) { setRange(m_range.moved(by)); }
    void reset() { setRange(m_limits); }
    bool isZoomed() const { return m_range != m_limits; }

Q_SIGNALS:
    void rangeChanged(const graticule::TimeRange &range);

private:
    TimeRange m_limits;
    TimeRange m_range;
};

/// The instant at which several charts are read together; none when nobody points at one. Owned by the page, outlives
/// its charts. GUI thread.
class ChartCursor : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    std::optional<qint64> time() const { return m_time; }
    void setTime(std::optional<qint64> time);

Q_SIGNALS:
    void moved();

private:
    std::optional<qint64> m_time;
};

} // namespace graticule
