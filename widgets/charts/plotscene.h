// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QPen>
#include <QPointF>
#include <QSize>

#include <memory>

class QPainter;

namespace graticule {

/// Lines and filled areas as Qt Charts draws them, in pixels of a plot of some size. It is told reduced points only:
/// Qt Charts spends about a microsecond on each. Line objects are kept from one drawing to the next. GUI thread.
class PlotScene
{
public:
    PlotScene();
    ~PlotScene();
    Q_DISABLE_COPY_MOVE(PlotScene)

    /// Forgets what was drawn; the pixels of the plot go from (0, 0) to `size`.
    void begin(const QSize &size);
    void addLine(const QList<QPointF> &points, const QPen &pen);
    /// Between two lines that run from left to right.
    void addArea(const QList<QPointF> &upper, const QList<QPointF> &lower, const QColor &fill);
    /// Areas first, lines over them, both in the order in which they were added.
    void paint(QPainter &painter, const QPointF &corner);

private:
    class Layer;

    std::unique_ptr<Layer> m_areas;
    std::unique_ptr<Layer> m_lines;
    QSize m_size;
};

} // namespace graticule
