// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/site/detailrows.h"

#include "models/format.h"
#include "ui/page/looks.h"
#include "widgets/theme/textpainting.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

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

} // namespace

DetailRows::DetailRows(const ThemeSwitch &themes, const QString &title, int most, QWidget *parent)
    : ThemedWidget(themes, parent)
    , m_title(title)
    , m_most(most)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setProperty("focusRing", QStringLiteral("inset"));
}

void DetailRows::setLines(const std::vector<SiteDetails::Line> &lines, const QString &whenEmpty)
{
    m_lines = lines;
    m_whenEmpty = whenEmpty;
    QStringList said;
    for (const auto &line : lines)
        said << sentence(line);
    setAccessibleName(m_title);
    setAccessibleDescription(said.isEmpty() ? whenEmpty : said.join(QStringLiteral("; ")));
    setFocusPolicy(hidden() > 0 ? Qt::StrongFocus : Qt::NoFocus);
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
        paintLine(painter, box, m_lines[size_t(i)]);
        box.translate(0, kRow);
    }
    if (hidden() > 0) {
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
    if (hidden() > 0 && event->pos().y() / kRow == shownLines())
        showAll();
}

void DetailRows::keyPressEvent(QKeyEvent *event)
{
    if (hidden() > 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space))
        showAll();
    else
        ThemedWidget::keyPressEvent(event);
}

void DetailRows::showAll()
{
    m_isExpanded = true;
    setFocusPolicy(Qt::NoFocus);
    updateGeometry();
    update();
}

} // namespace graticule
