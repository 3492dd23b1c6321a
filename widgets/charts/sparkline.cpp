// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/sparkline.h"

#include "widgets/charts/timeseries.h"
#include "widgets/theme/hatch.h"

#include <QPainter>
#include <QPolygonF>

#include <cmath>

namespace graticule {

namespace {

constexpr int kInset = 2;
constexpr double kLine = 1.25;
constexpr double kDot = 2.2;

/// A few points for each pixel column at most, in order; gaps as NaN.
std::vector<QPointF> pointsOf(const std::vector<double> &values, double width)
{
    std::vector<QPointF> out;
    const double apart = values.size() > 1 ? width / double(values.size() - 1) : 0;
    const size_t each = apart >= 0.5 || apart <= 0 ? 1 : size_t(std::ceil(1 / apart));
    for (size_t i = 0; i < values.size(); i += each) {
        const size_t end = std::min(values.size(), i + each);
        Extent extent;
        for (size_t at = i; at < end; ++at)
            extent.add(values[at]);
        const double x = double(i + (end - i) / 2) * apart;
        if (each == 1 || extent.isEmpty()) {
            out.emplace_back(x, each == 1 ? values[i] : std::numeric_limits<double>::quiet_NaN());
            continue;
        }
        const bool isLowFirst = !(values[i] - extent.low > extent.high - values[i]);
        out.emplace_back(x, isLowFirst ? extent.low : extent.high);
        out.emplace_back(x, isLowFirst ? extent.high : extent.low);
    }
    return out;
}

} // namespace

Sparkline Sparkline::sharedScale(std::vector<double> values, double usual)
{
    Sparkline out;
    out.values = std::move(values);
    out.low = usual * 0.55;
    out.high = usual * 1.75;
    return out;
}

void paintSparkline(QPainter &painter, const QRect &box, const Sparkline &line, const Theme &theme)
{
    const QRectF inner = QRectF(box).adjusted(kInset, kInset, -kInset, -kInset);
    Extent extent;
    for (const double value : line.values)
        extent.add(value);
    if (extent.isEmpty() || inner.width() <= 0 || inner.height() <= 0)
        return;
    const double low = line.low.value_or(extent.low), high = line.high.value_or(extent.high);
    const auto y = [&](double value) {
        const double share = high > low ? std::clamp((value - low) / (high - low), 0.0, 1.0) : 0.5;
        return inner.bottom() - share * inner.height();
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (line.isStale) {
        painter.setBrushOrigin(box.topLeft());
        painter.setOpacity(0.5);
        painter.fillRect(box, hatchOverlay(theme));
        painter.setOpacity(1);
    }
    QPen pen(theme.colour(line.colour), kLine);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    QPolygonF run;
    QPointF last;
    const auto end = [&] {
        if (run.size() == 1)
            run << run.first() + QPointF(1, 0);
        if (!run.isEmpty())
            painter.drawPolyline(run);
        run.clear();
    };
    for (const QPointF &point : pointsOf(line.values, inner.width())) {
        if (std::isnan(point.y())) {
            end();
            continue;
        }
        last = QPointF(inner.left() + point.x(), y(point.y()));
        run << last;
    }
    end();
    if (line.hasDot) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(line.colour));
        painter.drawEllipse(last, kDot, kDot);
    }
    painter.restore();
}

} // namespace graticule
