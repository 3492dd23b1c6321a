// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/site/detailrows.h"

#include "models/format.h"
#include "ui/page/looks.h"
#include "widgets/theme/textpainting.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace graticule {

namespace {

constexpr int kRow = 22;
constexpr int kMark = 13;
constexpr int kGap = 8;

QString sentence(const SiteDetails::Line &line)
{
    QStringList parts{line.name, line.value, line.note};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

void paintCurrent(QPainter &painter, const QRect &box, const Theme &theme)
{
    painter.setPen(theme.colour(Colour::Focus));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.adjusted(0, 0, -1, -1));
}

} // namespace

DetailRows::DetailRows(const ThemeSwitch &themes, const QString &title, int most, QWidget *parent)
    : ThemedWidget(themes, parent)
    , m_title(title)
    , m_most(most)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
}

void DetailRows::setLines(const std::vector<SiteDetails::Line> &lines, const QString &whenEmpty)
{
    m_lines = lines;
    m_whenEmpty = whenEmpty;
    setAccessibleName(m_title);
    bool leadsAnywhere = false;
    for (int row = 0; row < rows(); ++row)
        leadsAnywhere = leadsAnywhere || leads(row);
    setFocusPolicy(leadsAnywhere ? Qt::StrongFocus : Qt::NoFocus);
    m_current = std::clamp(m_current, 0, std::max(0, rows() - 1));
    m_hovered = -1;
    describe();
    updateGeometry();
    update();
}

void DetailRows::describe()
{
    if (hasFocus() && m_current < shownLines()) {
        setAccessibleDescription(sentence(m_lines[size_t(m_current)]));
        return;
    }
    QStringList said;
    for (const auto &line : m_lines)
        said << sentence(line);
    setAccessibleDescription(said.isEmpty() ? m_whenEmpty : said.join(QStringLiteral("; ")));
}

bool DetailRows::leads(int row) const
{
    return row == shownLines() ? hidden() > 0 : row >= 0 && row < shownLines() && !m_lines[size_t(row)].id.isEmpty();
}

void DetailRows::fold()
{
    m_isExpanded = false;
    m_current = 0;
    describe();
    updateGeometry();
    update();
}

void DetailRows::setNotesShown(bool shown)
{
    m_areNotesShown = shown;
    update();
}

int DetailRows::shownLines() const
{
    const int all = int(m_lines.size());
    return m_isExpanded || all <= m_most ? all : m_most - 1; // one line less, for the count of the rest
}

QSize DetailRows::sizeHint() const
{
    const int rows = std::max(1, shownLines() + (hidden() > 0 ? 1 : 0));
    return {200, rows * kRow};
}

void DetailRows::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRect box(0, 0, width(), kRow);
    if (m_lines.empty())
        paintText(painter, box, m_whenEmpty, {.style = TextStyle::Small, .colour = Colour::Text3}, theme());
    for (int i = 0; i < shownLines(); ++i) {
        if (i == m_hovered)
            painter.fillRect(box, theme().colour(Colour::Hover));
        paintLine(painter, box, m_lines[size_t(i)]);
        if (hasFocus() && i == m_current)
            paintCurrent(painter, box, theme());
        box.translate(0, kRow);
    }
    if (hidden() > 0) {
        if (hasFocus() && m_current == shownLines())
            paintCurrent(painter, box, theme());
        paintText(painter, box, tr("%1 more").arg(format::number(hidden())),
                  {.style = TextStyle::Small, .colour = Colour::AccentText}, theme());
    }
}

void DetailRows::paintLine(QPainter &painter, const QRect &box, const SiteDetails::Line &line) const
{
    LineLayout layout(box, layoutDirection());
    paintStateShape(painter, layout.takeLeading(kMark, kGap), shapeOf(line.symbol), theme());
    const int valueWidth = std::min(box.width() / 2, textWidth(theme(), TextStyle::Small, line.value));
    paintText(painter, layout.takeTrailing(valueWidth, kGap), line.value,
              {.style = TextStyle::Small, .colour = Colour::Text2}, theme());
    const QRect rest = layout.rest();
    const bool hasNote = m_areNotesShown && !line.note.isEmpty();
    const int nameWidth =
        std::min(hasNote ? rest.width() * 3 / 5 : rest.width(), textWidth(theme(), TextStyle::Body, line.name));
    LineLayout words(rest, layoutDirection());
    paintText(painter, words.takeLeading(nameWidth, kGap), line.name, {}, theme());
    if (hasNote) {
        const Colour colour = line.severity >= 5   ? Colour::CriticalText
                              : line.severity >= 3 ? Colour::MediumText
                                                   : Colour::Text3;
        paintText(painter, words.rest(), line.note, {.style = TextStyle::Small, .colour = colour}, theme());
    }
}

bool DetailRows::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = help->pos().y() / kRow;
        if (row >= 0 && row < shownLines())
            QToolTip::showText(help->globalPos(), sentence(m_lines[size_t(row)]), this);
        return true;
    }
    return ThemedWidget::event(event);
}

void DetailRows::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        choose(event->pos().y() / kRow);
}

void DetailRows::mouseMoveEvent(QMouseEvent *event)
{
    const int row = event->pos().y() / kRow;
    const int hovered = leads(row) ? row : -1;
    if (hovered == m_hovered)
        return;
    m_hovered = hovered;
    setCursor(hovered < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

void DetailRows::leaveEvent(QEvent *event)
{
    ThemedWidget::leaveEvent(event);
    m_hovered = -1;
    update();
}

void DetailRows::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step != 0 && m_current + step >= 0 && m_current + step < rows())
        setCurrent(m_current + step);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        choose(m_current);
    else
        ThemedWidget::keyPressEvent(event); // at an end the drawer scrolls
}

void DetailRows::focusInEvent(QFocusEvent *event)
{
    ThemedWidget::focusInEvent(event);
    describe();
    update();
}

void DetailRows::focusOutEvent(QFocusEvent *event)
{
    ThemedWidget::focusOutEvent(event);
    describe();
    update();
}

void DetailRows::setCurrent(int row)
{
    m_current = row;
    describe();
    update();
}

void DetailRows::choose(int row)
{
    if (!leads(row))
        return;
    if (row == shownLines())
        showAll();
    else
        Q_EMIT opened(m_lines[size_t(row)].id);
}

void DetailRows::showAll()
{
    m_isExpanded = true;
    updateGeometry();
    update();
}

} // namespace graticule
