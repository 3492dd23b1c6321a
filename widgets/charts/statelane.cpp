// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/statelane.h"

#include "widgets/charts/chartaxis.h"
#include "widgets/theme/hatch.h"
#include "widgets/theme/textpainting.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace graticule {

namespace {

constexpr int kLane = 14;
constexpr int kTimes = 18;
constexpr qint64 kColumn = 600'000; ///< ms
constexpr double kRadius = 2;

void paintRun(QPainter &painter, const QRectF &box, LaneState state, const Theme &theme)
{
    const auto bar = [&](double share, Colour colour) {
        painter.fillRect(box, theme.colour(Colour::Sunken));
        const double tall = box.height() * share;
        painter.fillRect(QRectF(box.left(), box.bottom() - tall, box.width(), tall), theme.colour(colour));
    };
    switch (state) {
    case LaneState::Healthy:
        return painter.fillRect(box, theme.heat(3));
    case LaneState::Degraded:
        return bar(0.6, Colour::Medium);
    case LaneState::Maintenance:
        return bar(0.4, Colour::Maintenance);
    case LaneState::Down:
        return bar(1, Colour::Critical);
    case LaneState::Unreachable:
        painter.fillRect(box, theme.colour(Colour::HighLine));
        if (box.width() > 2)
            painter.fillRect(box.adjusted(1, 1, -1, -1), theme.colour(Colour::Surface));
        return;
    case LaneState::Unknown:
        return painter.fillRect(box, hatchBrush(theme));
    case LaneState::NotWatched: // a line through nothing
        painter.fillRect(box, theme.colour(Colour::Sunken));
        for (double x = box.left(); x < box.right(); x += 4)
            painter.fillRect(QRectF(x, std::floor(box.center().y()), std::min(2.0, box.right() - x), 1),
                             theme.colour(Colour::Text3));
        return;
    }
}

} // namespace

std::vector<LaneState> laneColumns(const std::vector<LaneSpan> &spans, const TimeRange &range, int columns)
{
    std::vector<LaneState> out(size_t(std::max(0, columns)), LaneState::NotWatched);
    if (range.isEmpty())
        return out;
    std::vector<qint64> known(out.size(), 0); // how much of a column any span covers
    for (const LaneSpan &span : spans) {
        const TimeRange shown = span.range.within(range);
        if (shown.isEmpty())
            continue;
        const double scale = double(columns) / double(range.length());
        const auto first = size_t(double(shown.begin - range.begin) * scale);
        for (size_t at = first; at < out.size(); ++at) {
            const TimeRange column{range.begin + qint64(double(at) / scale),
                                   range.begin + qint64(double(at + 1) / scale)};
            if (column.begin >= shown.end)
                break;
            if (span.state != LaneState::NotWatched) {
                out[at] = known[at] == 0 ? span.state : std::max(out[at], span.state);
                known[at] += std::max<qint64>(1, shown.within(column).length());
            }
        }
    }
    // Healthy for a part, and for the rest nobody looked: no proof that it was.
    for (size_t at = 0; at < out.size(); ++at) {
        if (out[at] == LaneState::Healthy && double(known[at]) * columns < 0.5 * double(range.length()))
            out[at] = LaneState::NotWatched;
    }
    return out;
}

void paintStateLane(QPainter &painter, const QRect &box, const std::vector<LaneState> &columns, const Theme &theme)
{
    if (columns.empty() || box.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath rounded;
    rounded.addRoundedRect(box, kRadius, kRadius);
    painter.setClipPath(rounded);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrushOrigin(box.topLeft());
    const double wide = double(box.width()) / double(columns.size());
    for (size_t from = 0; from < columns.size();) {
        size_t to = from + 1;
        while (to < columns.size() && columns[to] == columns[from])
            ++to;
        const int left = qRound(double(from) * wide), right = qRound(double(to) * wide);
        paintRun(painter, QRectF(box.left() + left, box.top(), std::max(1, right - left), box.height()), columns[from],
                 theme);
        from = to;
    }
    painter.restore();
}

StateLane::StateLane(const ThemeSwitch &themes, QWidget *parent)
    : ThemedWidget(themes, parent)
{
    setAccessibleRole(QAccessible::Graphic);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StateLane::setSpans(std::vector<LaneSpan> spans, const TimeRange &range, const QString &words)
{
    m_spans = std::move(spans);
    m_range = range;
    setAccessibleDescription(words);
    update();
}

void StateLane::setEndText(const QString &text)
{
    m_endText = text;
    update();
}

void StateLane::setHasTimes(bool hasTimes)
{
    m_hasTimes = hasTimes;
    updateGeometry();
    update();
}

QSize StateLane::sizeHint() const
{
    return {346, kLane + (m_hasTimes ? kTimes : 0)};
}

void StateLane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int columns = int(std::clamp<qint64>(m_range.length() / kColumn, 1, std::max(1, width() / 2)));
    paintStateLane(painter, QRect(0, 0, width(), kLane), laneColumns(m_spans, m_range, columns), theme());
    if (!m_hasTimes)
        return;
    painter.setLayoutDirection(Qt::LeftToRight);
    const TextLook look{.style = TextStyle::Small, .colour = Colour::Text3, .elide = Qt::ElideNone};
    int end = width();
    if (!m_endText.isEmpty()) {
        TextLook right = look;
        right.alignment = Qt::AlignRight;
        paintText(painter, QRect(0, kLane + 2, width(), 16), m_endText, right, theme());
        end -= textWidth(theme(), TextStyle::Small, m_endText) + tokens::space::s;
    }
    for (const AxisTick &tick : timeTicks(m_range, std::max(1, width() / 76))) {
        const int wide = textWidth(theme(), TextStyle::Small, tick.text);
        const int x = std::max(0, qRound(positionOf(qint64(tick.at), m_range, width())) - wide / 2);
        if (x + wide <= end)
            paintText(painter, QRect(x, kLane + 2, wide, 16), tick.text, look, theme());
    }
}

} // namespace graticule
