// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sites/sitelinedelegate.h"

#include "models/format.h"
#include "ui/page/looks.h"
#include "widgets/basic/meter.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/textpainting.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace graticule {

namespace {

constexpr int kEdge = 12;
constexpr int kFold = 14;
constexpr int kGap = 10;
constexpr int kShape = 12;
constexpr int kMeter = 72;
constexpr int kPercent = 40;
constexpr int kRoomy = 110; // what a bar with its figure needs at least

} // namespace

SiteLineDelegate::SiteLineDelegate(const ThemeSwitch &themes, QTableView &view, const SiteTableModel &model)
    : CellDelegate(themes, view)
    , m_themes(themes)
    , m_view(view)
    , m_model(model)
{
}

void SiteLineDelegate::paintLines(QPainter &painter, const QRect &area) const
{
    painter.fillRect(area, m_themes.theme().colour(Colour::Surface));
    painter.setLayoutDirection(m_view.layoutDirection());
    const QList<Column> columns = columnsIn(area);
    const int first = m_view.rowAt(area.top());
    for (int row = first; row >= 0 && row < m_model.rowCount(); ++row) {
        const QRect line(0, m_view.rowViewportPosition(row), m_view.viewport()->width(), m_view.rowHeight(row));
        if (line.top() > area.bottom())
            break;
        if (m_model.line(row).kind == SiteLine::Kind::Site)
            paintSite(painter, line, row, columns);
        else
            paintOther(painter, line, row);
    }
}

QList<SiteLineDelegate::Column> SiteLineDelegate::columnsIn(const QRect &area) const
{
    QList<Column> columns;
    const QHeaderView *header = m_view.horizontalHeader();
    for (int column = 0; column < SiteTableModel::kColumns; ++column) {
        const Column at{column, m_view.columnViewportPosition(column), m_view.columnWidth(column)};
        if (!header->isSectionHidden(column) && at.left <= area.right() && at.left + at.width > area.left())
            columns << at;
    }
    return columns;
}

void SiteLineDelegate::paintSite(QPainter &painter, const QRect &line, int row, const QList<Column> &columns) const
{
    const int site = m_model.line(row).at;
    const bool isChosen = m_model.isChosen(site);
    const QModelIndex index = m_model.index(row, int(SiteField::Name));
    const bool isSelected = isChosen || m_view.selectionModel()->isSelected(index);
    const QHeaderView *header = m_view.horizontalHeader();
    const int width = std::min(line.width(), header->length());
    const QRect seen(m_view.isRightToLeft() ? line.width() - width : 0, line.top(), width, line.height());
    paintGround(painter, seen, isSelected, hoveredRow() == row);
    for (const Column &column : columns) {
        const QRect cell(column.left, line.top(), column.width, line.height());
        if (column.column == SiteTableModel::kTickColumn) {
            cells().paintTick(painter, cell, isChosen, m_themes.theme());
        } else if (column.width >= kRoomy) {
            paintCell(painter, cell, SiteField(column.column), site);
        } else { // a bar would stand out of it
            painter.save();
            painter.setClipRect(cell, Qt::IntersectClip);
            paintCell(painter, cell, SiteField(column.column), site);
            painter.restore();
        }
    }
    if (hasRing(index))
        paintRing(painter, seen);
}

/// What CellContent::of() would read from the model's roles, without the way through variants.
void SiteLineDelegate::paintCell(QPainter &painter, const QRect &cell, SiteField field, int site) const
{
    CellContent content;
    content.text = m_model.text(field, site);
    content.tone = toneOf(m_model.emphasis(field, site));
    content.numeric = field == SiteField::Seen;
    content.strong = field == SiteField::Name;
    const SiteStatus status = m_model.status(site);
    if (field == SiteField::State)
        content.symbol = shapeOf(StateText::look(status.state, status.stale).symbol);
    if (field == SiteField::Cpu || field == SiteField::Memory || field == SiteField::Storage) {
        const auto share = m_model.share(field, site);
        content.meter = MeterLevel{.value = share, .mark = {}, .stale = share && status.stale};
    }
    cells().paint(painter, innerOf(cell), content, m_themes.theme());
}

void SiteLineDelegate::paintOther(QPainter &painter, const QRect &line, int row) const
{
    const SiteLine &at = m_model.line(row);
    const SiteGroup &group = m_model.groups()[size_t(at.at)];
    if (at.kind == SiteLine::Kind::Group)
        paintHead(painter, line, group, m_view.layoutDirection());
    else
        paintMore(painter, line, group, m_view.layoutDirection());
    if (m_view.currentIndex().row() == row && m_view.hasFocus()) {
        painter.setPen(m_themes.theme().colour(Colour::Focus));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(line.adjusted(0, 0, -1, -2));
    }
}

void SiteLineDelegate::paintHead(QPainter &painter, const QRect &box, const SiteGroup &group,
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
    take(m_model.groupName(group), {.style = TextStyle::BodyStrong});
    take(group.total == group.of
             ? format::number(group.total)
             : SiteTableModel::tr("%1 of %2").arg(format::number(group.total), format::number(group.of)),
         {.style = TextStyle::Small, .colour = Colour::Text3});
    const auto share = group.capacity.share(Capacity::Cpu);
    const QString percent = share ? format::percent(*share) : format::missing();
    paintText(painter, line.takeTrailing(kPercent, 0), percent,
              {.style = TextStyle::Small, .alignment = Qt::AlignRight}, theme);
    MeterLevel level;
    level.value = share;
    paintMeter(painter, line.takeTrailing(kMeter, 6), level, theme);
    const QString title = SiteFields::title(SiteField::Cpu);
    paintText(painter, line.takeTrailing(textWidth(theme, TextStyle::Small, title), kGap), title,
              {.style = TextStyle::Small, .colour = Colour::Text3}, theme);
    for (const SiteState state : SiteCounts::kAbnormalOrder) {
        const int count = group.counts.of(state);
        if (count == 0)
            continue;
        paintStateShape(painter, line.takeLeading(kShape, 4), shapeOf(StateText::look(state).symbol), theme);
        take(format::number(count), {.style = TextStyle::Small});
    }
}

void SiteLineDelegate::paintMore(QPainter &painter, const QRect &box, const SiteGroup &group,
                                 Qt::LayoutDirection direction) const
{
    const Theme &theme = m_themes.theme();
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour(Colour::Line));
    painter.setLayoutDirection(direction);
    LineLayout line(box.adjusted(kEdge + kFold + kGap, 0, -kEdge, -1), direction);
    paintText(painter, line.rest(), m_model.moreText(group), {.style = TextStyle::Small, .colour = Colour::AccentText},
              theme);
}

} // namespace graticule
