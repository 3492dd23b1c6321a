// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/linedelegate.h"

#include "models/format.h"
#include "ui/page/looks.h"
#include "widgets/basic/meter.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/textpainting.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

#include <utility>

namespace graticule {

namespace {

constexpr int kEdge = 12;
constexpr int kUnderline = 8; ///< below the middle of a line
constexpr int kFold = 14;
constexpr int kGap = 10;
constexpr int kShape = 12;
constexpr int kMeter = 72;
constexpr int kPercent = 40;
constexpr int kRoomy = 110; // what a bar with its figure needs at least

} // namespace

LineDelegate::LineDelegate(const ThemeSwitch &themes, QTableView &view, const TableModel &model)
    : CellDelegate(themes, view)
    , m_themes(themes)
    , m_view(view)
    , m_model(model)
{
    setStrongColumn(TableModel::kNameColumn);
    for (int column = 0; column < model.tickColumn(); ++column) {
        if (model.column(column).isMeter)
            setMeterColumn(column);
    }
}

void LineDelegate::setLinkRow(int row)
{
    for (const int changed : {std::exchange(m_linkRow, row), row}) {
        if (changed >= 0 && changed < m_model.rowCount())
            m_view.viewport()->update(m_view.visualRect(m_model.index(changed, TableModel::kNameColumn)));
    }
}

void LineDelegate::paintLines(QPainter &painter, const QRect &area) const
{
    painter.fillRect(area, m_themes.theme().colour(Colour::Surface));
    painter.setLayoutDirection(m_view.layoutDirection());
    const QList<Column> columns = columnsIn(area);
    const int first = m_view.rowAt(area.top());
    for (int row = first; row >= 0 && row < m_model.rowCount(); ++row) {
        const QRect line(0, m_view.rowViewportPosition(row), m_view.viewport()->width(), m_view.rowHeight(row));
        if (line.top() > area.bottom())
            break;
        if (m_model.line(row).kind == TableLine::Kind::Row)
            paintRow(painter, line, row, columns);
        else
            paintOther(painter, line, row);
    }
}

QList<LineDelegate::Column> LineDelegate::columnsIn(const QRect &area) const
{
    QList<Column> columns;
    const QHeaderView *header = m_view.horizontalHeader();
    for (int column = 0; column <= m_model.tickColumn(); ++column) {
        const Column at{column, m_view.columnViewportPosition(column), m_view.columnWidth(column)};
        if (!header->isSectionHidden(column) && at.left <= area.right() && at.left + at.width > area.left())
            columns << at;
    }
    return columns;
}

void LineDelegate::paintRow(QPainter &painter, const QRect &line, int row, const QList<Column> &columns) const
{
    const QModelIndex index = m_model.index(row, TableModel::kNameColumn);
    const bool isChosen = m_model.isChosen(row);
    const bool isSelected = isChosen || m_view.selectionModel()->isSelected(index);
    const QHeaderView *header = m_view.horizontalHeader();
    const int width = std::min(line.width(), header->length());
    const QRect seen(m_view.isRightToLeft() ? line.width() - width : 0, line.top(), width, line.height());
    paintGround(painter, seen, isSelected, hoveredRow() == row);
    for (const Column &column : columns) {
        const QRect cell(column.left, line.top(), column.width, line.height());
        if (column.column == m_model.tickColumn()) {
            cells().paintTick(painter, cell, isChosen, m_themes.theme());
        } else if (column.width >= kRoomy) {
            paintCell(painter, cell, row, column.column);
        } else { // a bar would stand out of it
            painter.save();
            painter.setClipRect(cell, Qt::IntersectClip);
            paintCell(painter, cell, row, column.column);
            painter.restore();
        }
    }
    if (hasRing(index))
        paintRing(painter, seen);
}

void LineDelegate::paintCell(QPainter &painter, const QRect &cell, int row, int column) const
{
    if (m_model.isTrail(column)) {
        if (m_paintTrail)
            m_paintTrail(painter, innerOf(cell), m_model.column(column).trail, m_model.idAt(row));
        return;
    }
    const bool isName = column == TableModel::kNameColumn;
    CellContent content = m_content
                              ? m_content(m_model.line(row).at, column)
                              : CellContent::of(m_model.index(row, column), m_model.column(column).isMeter, isName);
    const QRect inner = innerOf(cell);
    if (isName && row == m_linkRow) {
        content.tone = Tone::Accent;
        const int width = std::min(inner.width(), textWidth(m_themes.theme(), content.textStyle(), content.text));
        const int left = m_view.isRightToLeft() ? inner.right() + 1 - width : inner.left();
        painter.fillRect(QRect(left, inner.center().y() + kUnderline, width, 1),
                         m_themes.theme().colour(Colour::AccentText));
    }
    cells().paint(painter, inner, content, m_themes.theme());
}

void LineDelegate::paintOther(QPainter &painter, const QRect &line, int row) const
{
    const TableLine &at = m_model.line(row);
    const TableGroup group = m_model.groupAt(at.at);
    if (at.kind == TableLine::Kind::Group)
        paintHead(painter, line, group, m_view.layoutDirection());
    else
        paintMore(painter, line, group, m_view.layoutDirection());
    if (m_view.currentIndex().row() == row && m_view.hasFocus()) {
        painter.setPen(m_themes.theme().colour(Colour::Focus));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(line.adjusted(0, 0, -1, -2));
    }
}

void LineDelegate::paintHead(QPainter &painter, const QRect &box, const TableGroup &group,
                             Qt::LayoutDirection direction) const
{
    const Theme &theme = m_themes.theme();
    painter.fillRect(box, theme.colour(Colour::Chrome));
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour(Colour::Line));
    painter.setLayoutDirection(direction);
    LineLayout line(box.adjusted(kEdge, 0, -kEdge, -1), direction);
    const QString folded =
        direction == Qt::RightToLeft ? QStringLiteral("chevron-left") : QStringLiteral("chevron-right");
    paintIcon(painter, line.takeLeading(kFold, kGap), group.folded ? folded : QStringLiteral("chevron-down"), kFold,
              theme, Colour::Text2);
    const auto take = [&](const QString &text, const TextLook &look) {
        paintText(painter, line.takeLeading(textWidth(theme, look.style, text), kGap), text, look, theme);
    };
    take(group.name, {.style = TextStyle::BodyStrong});
    take(group.total == group.of ? format::number(group.total)
                                 : tr("%1 of %2").arg(format::number(group.total), format::number(group.of)),
         {.style = TextStyle::Small, .colour = Colour::Text3});
    if (group.hasCpu) {
        paintText(painter, line.takeTrailing(kPercent, 0), group.cpu ? format::percent(*group.cpu) : format::missing(),
                  {.style = TextStyle::Small, .alignment = Qt::AlignRight}, theme);
        MeterLevel level;
        level.value = group.cpu;
        paintMeter(painter, line.takeTrailing(kMeter, 6), level, theme);
        const QString title = tr("CPU used");
        paintText(painter, line.takeTrailing(textWidth(theme, TextStyle::Small, title), kGap), title,
                  {.style = TextStyle::Small, .colour = Colour::Text3}, theme);
    }
    for (const auto &[symbol, count] : group.states) {
        paintStateShape(painter, line.takeLeading(kShape, 4), shapeOf(symbol), theme);
        take(format::number(count), {.style = TextStyle::Small});
    }
}

void LineDelegate::paintMore(QPainter &painter, const QRect &box, const TableGroup &group,
                             Qt::LayoutDirection direction) const
{
    const Theme &theme = m_themes.theme();
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour(Colour::Line));
    painter.setLayoutDirection(direction);
    LineLayout line(box.adjusted(kEdge + kFold + kGap, 0, -kEdge, -1), direction);
    paintText(painter, line.rest(), group.more, {.style = TextStyle::Small, .colour = Colour::AccentText}, theme);
}

} // namespace graticule
