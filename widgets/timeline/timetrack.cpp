// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timetrack.h"

#include "widgets/charts/chartaxis.h"
#include "widgets/timeline/timebaraccessible.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace graticule {

namespace {

constexpr qint64 kMinute = 60'000, kHour = 60 * kMinute, kDay = 24 * kHour;
constexpr int kEnds = 16; ///< room beside the track for what stands over its ends
constexpr int kReach = 7; ///< how near the pointer must be, px

} // namespace

TimeTrack::TimeTrack(const ThemeSwitch &themes, QWidget *parent)
    : ThemedWidget(themes, parent)
{
    installTimeBarAccessibility();
    setAccessibleRole(QAccessible::Slider);
    setAccessibleName(tr("Time"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setProperty("focusRing", QStringLiteral("inset"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&themes, &ThemeSwitch::themeChanged, this, &TimeTrack::changed);
}

void TimeTrack::changed()
{
    m_isDirty = true;
    update();
}

void TimeTrack::setData(TimeBarData data)
{
    m_data = std::move(data);
    changed();
}

void TimeTrack::setNow(qint64 now)
{
    const qint64 perPixel = std::max<qint64>(1, m_span / std::max(1, track().width()));
    const bool moves = now / perPixel != m_data.now / perPixel;
    m_data.now = now;
    if (moves) // a second is no pixel
        changed();
}

void TimeTrack::setMode(TimeMode mode, qint64 instant)
{
    if (mode == m_mode && instant == m_instant)
        return;
    const TimeRange before = range();
    m_mode = mode;
    m_instant = instant;
    if (range() != before)
        m_isDirty = true;
    update();
    if (QAccessible::isActive()) {
        QAccessibleValueChangeEvent said(this, valueText());
        QAccessible::updateAccessibility(&said);
    }
}

const std::vector<qint64> &TimeTrack::spans()
{
    static const std::vector<qint64> all{kHour, 6 * kHour, kDay, 7 * kDay, 30 * kDay, 90 * kDay, 365 * kDay};
    return all;
}

void TimeTrack::setSpan(qint64 span)
{
    const qint64 fit = *std::ranges::min_element(spans(), {}, [span](qint64 each) { return std::abs(each - span); });
    if (fit == m_span)
        return;
    m_span = fit;
    changed();
    Q_EMIT spanChanged(m_span);
}

TimeRange TimeTrack::range() const
{
    if (instant() >= m_data.now - m_span)
        return {m_data.now - m_span, m_data.now};
    // What lies further back is shown in steps of half a span, with the instant in the middle half: the track stands
    // still while one scrubs.
    const qint64 begin = instant() / (m_span / 2) * (m_span / 2) - m_span / 4;
    return {begin, begin + m_span};
}

QRect TimeTrack::track() const
{
    return rect().adjusted(kEnds, 0, -kEnds, 0);
}

double TimeTrack::xOf(qint64 time) const
{
    return track().left() + positionOf(time, range(), track().width());
}

qint64 TimeTrack::timeAtX(double x) const
{
    return timeAt(x - track().left(), range(), track().width());
}

std::optional<qint64> TimeTrack::incident(int direction) const
{
    std::optional<qint64> found;
    for (const TimeBarIncident &each : m_data.incidents) {
        if (direction < 0 && each.begin < instant())
            found = found ? std::max(*found, each.begin) : each.begin;
        if (direction > 0 && each.begin > instant())
            found = found ? std::min(*found, each.begin) : each.begin;
    }
    return found;
}

QString TimeTrack::valueText() const
{
    switch (m_mode) {
    case TimeMode::Live:
        return tr("Live");
    case TimeMode::Past:
        return tr("Past, %1 UTC").arg(instantText(m_instant));
    case TimeMode::WhatIf:
        break;
    }
    return tr("What-if, from %1 UTC").arg(instantText(m_instant));
}

QString TimeTrack::wordsAt(const QPoint &point) const
{
    if (!track().contains(point))
        return {};
    const qint64 time = timeAtX(point.x());
    const qint64 reach = m_span * kReach / std::max(1, track().width());
    QStringList lines{instantText(time) + QStringLiteral(" UTC")};
    const auto line = [&](qint64 at, const QString &text) { lines << clockText(at) + u' ' + text; };
    for (const TimeBarIncident &each : m_data.incidents) {
        if (each.begin - reach <= time && time <= each.end.value_or(m_data.now) + reach)
            line(each.begin, each.text);
    }
    for (const TimeBarChange &each : m_data.changes) {
        if (std::abs(each.time - time) <= reach)
            line(each.time, each.text);
    }
    for (const TimeRange &each : m_data.maintenance) {
        if (each.contains(time))
            lines << tr("Maintenance");
    }
    for (const TimeRange &each : m_data.holes) {
        if (each.contains(time))
            lines << tr("Not watched");
    }
    if (m_marked && m_marked->contains(time))
        lines << tr("Marked, %1 to %2 UTC").arg(instantText(m_marked->begin), instantText(m_marked->end));
    if (time < m_data.earliest)
        lines << tr("Nothing is kept from this time");
    return lines.join(u'\n');
}

bool TimeTrack::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), wordsAt(help->pos()), this);
        return true;
    }
    return ThemedWidget::event(event);
}

void TimeTrack::resizeEvent(QResizeEvent *)
{
    changed();
}

void TimeTrack::ask(qint64 instant, bool isSettled)
{
    if (instant >= m_data.now)
        return Q_EMIT liveAsked();
    Q_EMIT instantAsked(std::max(instant, m_data.earliest), isSettled);
}

void TimeTrack::wheelEvent(QWheelEvent *event)
{
    zoom(event->angleDelta().y() > 0);
    event->accept();
}

void TimeTrack::zoom(bool isCloser)
{
    const auto at = std::ranges::find(spans(), m_span);
    if (isCloser && at != spans().begin())
        setSpan(*std::prev(at));
    else if (!isCloser && std::next(at) != spans().end())
        setSpan(*std::next(at));
}

void TimeTrack::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (event->modifiers() & Qt::ShiftModifier) {
        m_markFrom = timeAtX(event->pos().x());
        setMarked({});
        return;
    }
    m_isDragging = true;
    ask(timeAtX(event->pos().x()), false);
}

void TimeTrack::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->pos().x();
    update();
    if (m_markFrom) {
        const qint64 at = std::clamp(timeAtX(event->pos().x()), m_data.earliest, m_data.now);
        setMarked(TimeRange{std::min(*m_markFrom, at), std::max(*m_markFrom, at)});
    }
    if (m_isDragging)
        ask(timeAtX(event->pos().x()), false);
}

void TimeTrack::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_markFrom.reset();
    if (!m_isDragging)
        return;
    m_isDragging = false;
    ask(timeAtX(event->pos().x()), true);
}

void TimeTrack::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isMouse = event->reason() == QContextMenuEvent::Mouse;
    const int x = isMouse ? event->pos().x() : int(xOf(instant()));
    Q_EMIT menuAsked(isMouse ? event->globalPos() : mapToGlobal(QPoint(x, 0)), isMouse ? timeAtX(x) : instant());
}

void TimeTrack::setMarked(const std::optional<TimeRange> &marked)
{
    if (marked == m_marked)
        return;
    m_marked = marked;
    update();
    Q_EMIT markedChanged();
}

const TimeBarIncident *TimeTrack::incidentAt(qint64 instant) const
{
    const qint64 reach = m_span * kReach / std::max(1, track().width());
    const auto found = std::find_if(m_data.incidents.rbegin(), m_data.incidents.rend(), [&](const auto &each) {
        return each.begin - reach <= instant && instant <= each.end.value_or(m_data.now) + reach;
    });
    return found == m_data.incidents.rend() ? nullptr : &*found;
}

void TimeTrack::leaveEvent(QEvent *)
{
    m_pointer.reset();
    update();
}

void TimeTrack::keyPressEvent(QKeyEvent *event)
{
    const qint64 step = event->modifiers() & Qt::ShiftModifier ? kMinute : 10'000;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        return ask(instant() - step, true);
    case Qt::Key_Right:
    case Qt::Key_Up:
        return ask(instant() + step, true);
    case Qt::Key_PageUp:
        return ask(instant() - m_span / 10, true);
    case Qt::Key_PageDown:
        return ask(instant() + m_span / 10, true);
    case Qt::Key_Home:
        return ask(m_data.earliest, true);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(true);
    case Qt::Key_Minus:
        return zoom(false);
    case Qt::Key_End:
        return Q_EMIT liveAsked();
    case Qt::Key_Escape:
        if (!m_marked)
            break;
        return setMarked({});
    default:
        break;
    }
    ThemedWidget::keyPressEvent(event);
}

} // namespace graticule
