// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/daypicker.h"

#include "widgets/theme/textpainting.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace graticule {

namespace {

constexpr QSize kCell(36, 32);
constexpr int kHead = 20; ///< the days' names
constexpr int kWeek = 7;
constexpr int kWeeks = 6;
constexpr int kMark = 4;

} // namespace

DayPicker::DayPicker(const ThemeSwitch &themes, QWidget *parent)
    : ThemedWidget(themes, parent)
{
    setAccessibleRole(QAccessible::Table);
    setAccessibleName(tr("Day"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setProperty("focusRing", QStringLiteral("inset"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize DayPicker::sizeHint() const
{
    return {kWeek * kCell.width(), kHead + kWeeks * kCell.height()};
}

void DayPicker::setLimits(const QDate &first, const QDate &last)
{
    m_first = first;
    m_last = std::max(first, last);
    setDay(std::clamp(m_day, m_first, m_last));
    update();
}

void DayPicker::setDay(const QDate &day)
{
    const QDate to = std::clamp(day, m_first, m_last);
    if (!day.isValid() || to == m_day)
        return;
    const QDate before = month();
    m_day = to;
    update();
    setAccessibleDescription(dayText(m_day));
    if (QAccessible::isActive()) {
        QAccessibleEvent said(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&said);
    }
    if (month() != before)
        Q_EMIT monthShown(month());
    Q_EMIT dayChanged(m_day);
}

void DayPicker::setMarks(const QMap<QDate, DayMarks> &marks)
{
    m_marks = marks;
    setAccessibleDescription(dayText(m_day));
    update();
}

QString DayPicker::dayText(const QDate &day) const
{
    QStringList parts{QLocale().toString(day, QStringLiteral("d MMMM yyyy"))};
    const DayMarks marks = m_marks.value(day);
    if (marks.incidents > 0)
        parts << tr("%n incidents", nullptr, marks.incidents);
    if (marks.changes > 0)
        parts << tr("%n changes", nullptr, marks.changes);
    return parts.join(QStringLiteral(", "));
}

QDate DayPicker::firstShown() const
{
    return month().addDays(1 - month().dayOfWeek());
}

QRect DayPicker::dayRect(const QDate &day) const
{
    const auto index = int(firstShown().daysTo(day));
    const QRect cell(QPoint(index % kWeek * kCell.width(), kHead + index / kWeek * kCell.height()), kCell);
    return QStyle::visualRect(layoutDirection(), QRect(QPoint(), sizeHint()), cell);
}

QDate DayPicker::dayAt(const QPoint &point) const
{
    const QPoint at = QStyle::visualPos(layoutDirection(), QRect(QPoint(), sizeHint()), point);
    if (at.x() < 0 || at.x() >= kWeek * kCell.width() || at.y() < kHead || at.y() >= sizeHint().height())
        return {};
    return firstShown().addDays((at.y() - kHead) / kCell.height() * kWeek + at.x() / kCell.width());
}

bool DayPicker::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QDate day = dayAt(help->pos());
        QToolTip::showText(help->globalPos(), m_marks.contains(day) ? dayText(day) : QString(), this);
        return true;
    }
    if (event->type() == QEvent::Leave) {
        m_hovered = {};
        update();
    }
    return ThemedWidget::event(event);
}

void DayPicker::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    for (int i = 0; i < kWeek; ++i) {
        const QRect head = QRect(dayRect(firstShown().addDays(i)).left(), 0, kCell.width(), kHead);
        paintText(painter, head, QLocale().dayName(i + 1, QLocale::ShortFormat),
                  {.style = TextStyle::Label, .colour = Colour::Text3, .alignment = Qt::AlignHCenter}, theme());
    }
    for (int i = 0; i < kWeek * kWeeks; ++i)
        paintDay(painter, firstShown().addDays(i));
}

void DayPicker::paintDay(QPainter &painter, const QDate &day)
{
    const QRect cell = dayRect(day);
    const QRectF box = QRectF(cell).adjusted(2.5, 1.5, -2.5, -1.5);
    const bool isChosen = day == m_day;
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChosen || (day == m_hovered && canChoose(day))) {
        painter.setPen(isChosen ? QPen(theme().colour(Colour::SelectedLine)) : QPen(Qt::NoPen));
        painter.setBrush(theme().colour(isChosen ? Colour::Selected : Colour::Hover));
        painter.drawRoundedRect(box, tokens::radius::chip, tokens::radius::chip);
    }
    const bool isOther = day.month() != m_day.month();
    const Colour ink = !canChoose(day) ? Colour::TextDisabled : isOther ? Colour::Text3 : Colour::Text;
    const bool isMarked = m_marks.contains(day);
    paintText(
        painter, cell.adjusted(0, 0, 0, isMarked ? -8 : 0), QString::number(day.day()),
        {.style = isChosen ? TextStyle::BodyStrong : TextStyle::Body, .colour = ink, .alignment = Qt::AlignHCenter},
        theme());
    const DayMarks marks = m_marks.value(day);
    const int count = (marks.changes > 0 ? 1 : 0) + (marks.incidents > 0 ? 1 : 0);
    double x = cell.center().x() + 0.5 - (count * kMark + (count - 1) * 2) / 2.0;
    painter.setPen(Qt::NoPen);
    if (marks.incidents > 0) {
        painter.setBrush(theme().colour(Colour::Critical));
        painter.drawRect(QRectF(x, cell.bottom() - 8, kMark, kMark));
        x += kMark + 2;
    }
    if (marks.changes > 0) {
        painter.setBrush(theme().colour(Colour::Text2));
        painter.drawEllipse(QRectF(x, cell.bottom() - 8, kMark, kMark));
    }
}

void DayPicker::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && canChoose(dayAt(event->pos())))
        setDay(dayAt(event->pos()));
}

void DayPicker::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && canChoose(dayAt(event->pos())))
        Q_EMIT dayActivated(dayAt(event->pos()));
}

void DayPicker::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = dayAt(event->pos());
    update();
}

void DayPicker::wheelEvent(QWheelEvent *event)
{
    setDay(m_day.addMonths(event->angleDelta().y() > 0 ? -1 : 1));
    event->accept();
}

void DayPicker::keyPressEvent(QKeyEvent *event)
{
    const int sideways = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return setDay(m_day.addDays(-sideways));
    case Qt::Key_Right:
        return setDay(m_day.addDays(sideways));
    case Qt::Key_Up:
        return setDay(m_day.addDays(-kWeek));
    case Qt::Key_Down:
        return setDay(m_day.addDays(kWeek));
    case Qt::Key_PageUp:
        return setDay(m_day.addMonths(-1));
    case Qt::Key_PageDown:
        return setDay(m_day.addMonths(1));
    case Qt::Key_Home:
        return setDay(m_first);
    case Qt::Key_End:
        return setDay(m_last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return Q_EMIT dayActivated(m_day);
    default:
        break;
    }
    ThemedWidget::keyPressEvent(event);
}

} // namespace graticule
