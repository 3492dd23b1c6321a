// SPDX-License-Identifier: GPL-3.0-or-later
// How a TimeTrack is painted.
#include "widgets/charts/chartaxis.h"
#include "widgets/theme/hatch.h"
#include "widgets/theme/textpainting.h"
#include "widgets/timeline/timetrack.h"

#include <QPainter>

#include <cmath>

namespace graticule {

namespace {

// Of the 64 px of the bar.
constexpr int kBase = 40; ///< the line of time
constexpr int kTop = 4;
constexpr int kTallest = 17; ///< of a count's bar
constexpr int kFew = 11;     ///< counts up to this share one scale, so that a calm day looks calm
constexpr double kBar = 3.5;
constexpr int kGlyph = 15;
constexpr int kTimes = 48;
constexpr int kTimeGap = 120;

} // namespace

Colour TimeTrack::modeColour() const
{
    return m_mode == TimeMode::Past ? Colour::Past : m_mode == TimeMode::WhatIf ? Colour::Whatif : Colour::Text;
}

void TimeTrack::paintEvent(QPaintEvent *)
{
    if (m_isDirty || m_picture.devicePixelRatio() != devicePixelRatioF())
        draw();
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.drawPixmap(0, 0, m_picture);
    paintCursor(painter);
}

void TimeTrack::draw()
{
    m_isDirty = false;
    m_picture = QPixmap(size().expandedTo({1, 1}) * devicePixelRatioF());
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    painter.setLayoutDirection(Qt::LeftToRight);
    const QRect line(track().left(), kBase, track().width(), 1);
    painter.setClipRect(track());
    painter.setBrushOrigin(track().topLeft());
    const auto fill = [&](const TimeRange &range, int top, int height, const QBrush &brush) {
        const TimeRange shown = range.within(this->range());
        if (!shown.isEmpty())
            painter.fillRect(QRectF(xOf(shown.begin), top, std::max(1.5, xOf(shown.end) - xOf(shown.begin)), height),
                             brush);
    };
    paintCounts(painter);
    painter.setOpacity(0.6);
    for (const TimeRange &hole : m_data.holes)
        fill(hole, kBase - 20, 20, hatchOverlay(theme()));
    painter.setOpacity(1);
    fill({0, m_data.earliest}, kBase - 20, 20, hatchBrush(theme()));
    for (const TimeRange &band : m_data.maintenance)
        fill(band, kBase - 4, 4, theme().colour(Colour::Maintenance));
    painter.fillRect(line, theme().colour(Colour::LineStrong));
    paintTimes(painter);
    painter.setClipping(false);
    paintChanges(painter);
    paintIncidents(painter);
}

void TimeTrack::paintCounts(QPainter &painter)
{
    if (m_data.counts.empty() || m_data.countLength <= 0)
        return;
    // Where many counts share a few pixels the highest is seen.
    const double wide = double(m_data.countLength) * track().width() / double(m_span);
    const auto each = std::max<size_t>(1, size_t(std::ceil(4 / std::max(wide, 1e-9))));
    int highest = kFew;
    for (const int count : m_data.counts)
        highest = std::max(highest, count);
    for (size_t at = 0; at < m_data.counts.size(); at += each) {
        const size_t end = std::min(m_data.counts.size(), at + each);
        const int count =
            *std::max_element(m_data.counts.begin() + std::ptrdiff_t(at), m_data.counts.begin() + std::ptrdiff_t(end));
        const qint64 begin = m_data.countsBegin + qint64(at) * m_data.countLength;
        const double x = xOf(begin), width = wide * double(end - at);
        if (count <= 0 || x + width < track().left() || x > track().right())
            continue;
        const double tall = std::max(1.0, kTallest * double(count) / highest);
        painter.fillRect(QRectF(x + 0.5, kBase - tall, std::max(1.0, width - 1.4), tall),
                         theme().colour(Colour::LineStrong));
    }
}

void TimeTrack::paintTimes(QPainter &painter)
{
    const TextLook look{.style = TextStyle::Label, .colour = Colour::Text3, .elide = Qt::ElideNone};
    const int most = std::max(1, track().width() / kTimeGap);
    for (const AxisTick &tick : timeTicks(range(), most * 3))
        painter.fillRect(QRectF(std::round(xOf(qint64(tick.at))), kBase, 1, 3), theme().colour(Colour::LineStrong));
    const QRect taken = cursorLabel().adjusted(-6, -6, 6, 6);
    for (const AxisTick &tick : timeTicks(range(), most)) {
        const double x = std::round(xOf(qint64(tick.at)));
        painter.fillRect(QRectF(x, kBase, 1, 5), theme().colour(Colour::LineStrong));
        const int wide = m_texts.width(theme(), TextStyle::Label, tick.text);
        const QRect box(int(x) - wide / 2, kTimes - 1, wide + 1, 14);
        if (box.left() >= track().left() && box.right() <= track().right() && !box.intersects(taken))
            m_texts.paint(painter, box, tick.text, look, theme());
    }
}

void TimeTrack::paintChanges(QPainter &painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().colour(Colour::Text3));
    for (const TimeBarChange &change : m_data.changes) {
        const double x = xOf(change.time);
        if (x >= track().left() && x <= track().right())
            painter.drawPolygon(QPolygonF({{x - 3, kBase + 3.0}, {x + 3, kBase + 3.0}, {x, kBase + 7.0}}));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void TimeTrack::paintIncidents(QPainter &painter)
{
    double free = 1e9; // glyphs are placed from the newest back, so that they do not cover each other
    for (auto each = m_data.incidents.rbegin(); each != m_data.incidents.rend(); ++each) {
        const TimeRange shown = TimeRange{each->begin, each->end.value_or(m_data.now)}.within(range());
        if (each->begin >= range().end || (shown.isEmpty() && !range().contains(each->begin)))
            continue;
        const QColor colour = theme().colour(priorityColour(each->priority));
        const double from = xOf(shown.begin), to = std::max(xOf(shown.end), from + 2);
        painter.fillRect(QRectF(from, kBase - kBar, to - from, kBar), colour);
        if (!range().contains(each->begin))
            continue;
        painter.fillRect(QRectF(std::round(from), 22, 1, kBase - 22), colour);
        const double x = std::min(from - kGlyph / 2.0, free - kGlyph);
        // One of a heap that would stand far from its instant is told by its line alone.
        if (from - x > 3 * kGlyph)
            continue;
        free = x - 1;
        paintPriority(painter, QRectF(std::round(x), 8, kGlyph, kGlyph), each->priority, theme());
    }
}

void TimeTrack::paintCursor(QPainter &painter)
{
    const bool isPast = m_mode == TimeMode::Past;
    const QColor colour = theme().colour(modeColour());
    const double x = std::clamp(xOf(instant()), double(track().left()), double(track().right() + 1));
    if (isPast) // what comes after is not there yet
        painter.fillRect(QRectF(x, kTop, track().right() + 1 - x, kBase + 1 - kTop),
                         theme().colour(Colour::Past, 0.09));
    if (m_marked) {
        const double begin = std::clamp(xOf(m_marked->begin), double(track().left()), double(track().right() + 1));
        const double end = std::clamp(xOf(m_marked->end), double(track().left()), double(track().right() + 1));
        painter.fillRect(QRectF(begin, kTop, end - begin, kBase + 1 - kTop), theme().colour(Colour::Text, 0.14));
        for (const double edge : {begin, end})
            painter.fillRect(QRectF(edge - 0.5, kTop, 1, kBase + 1 - kTop), theme().colour(Colour::Text));
    }
    if (m_pointer && !m_isDragging && track().contains(*m_pointer, kBase))
        painter.fillRect(QRect(*m_pointer, kTop, 1, kBase - kTop), theme().colour(Colour::Text3));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(x - 1, kTop, 2, kBase + 1 - kTop), colour);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF({{x - 5, 1}, {x + 5, 1}, {x + 5, 6}, {x, 11}, {x - 5, 6}}));
    if (isPast)
        paintCursorLabel(painter);
}

QString TimeTrack::cursorText() const
{
    return m_span <= 86'400'000 && m_instant >= m_data.now - 86'400'000 ? clockText(m_instant) : instantText(m_instant);
}

QRect TimeTrack::cursorLabel()
{
    if (m_mode != TimeMode::Past)
        return {};
    const int wide = std::max(88, m_texts.width(theme(), TextStyle::Label, cursorText()) + 16);
    const double x = std::clamp(xOf(m_instant), double(track().left()), double(track().right() + 1));
    const int left = int(std::clamp(x - wide / 2.0, 0.0, double(width() - wide)));
    return {left, 43, wide, 16};
}

void TimeTrack::paintCursorLabel(QPainter &painter)
{
    const QRect box = cursorLabel();
    painter.drawRoundedRect(box, tokens::radius::chip, tokens::radius::chip);
    m_texts.paint(
        painter, box, cursorText(),
        {.style = TextStyle::Label, .colour = Colour::OnPast, .alignment = Qt::AlignHCenter, .elide = Qt::ElideNone},
        theme());
}

} // namespace graticule
