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
constexpr int kTick = 14;

} // namespace

SiteLineDelegate::SiteLineDelegate(const ThemeSwitch &themes, QTableView &view, const SiteTableModel &model)
    : CellDelegate(themes, view)
    , m_themes(themes)
    , m_view(view)
    , m_model(model)
{
}

void SiteLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const SiteLine &line = m_model.line(index.row());
    if (line.kind == SiteLine::Kind::Site) {
        QStyleOptionViewItem look = option;
        const bool isChosen = index.data(SiteTableModel::ChosenRole).toBool();
        if (isChosen)
            look.state |= QStyle::State_Selected;
        CellDelegate::paint(painter, look, index);
        if (index.column() == SiteTableModel::kTickColumn)
            paintTick(*painter, option, isChosen);
        return;
    }
    // The whole line, of which this cell shows its part.
    QRect whole = option.rect;
    whole.setLeft(0);
    whole.setWidth(m_view.viewport()->width());
    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    const SiteGroup &group = m_model.groups()[size_t(line.at)];
    if (line.kind == SiteLine::Kind::Group)
        paintHead(*painter, whole, group, option.direction);
    else
        paintMore(*painter, whole, group, option.direction);
    if (m_view.currentIndex().row() == index.row() && m_view.hasFocus()) {
        painter->setPen(m_themes.theme().colour(Colour::Focus));
        painter->drawRect(whole.adjusted(0, 0, -1, -2));
    }
    painter->restore();
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

void SiteLineDelegate::paintTick(QPainter &painter, const QStyleOptionViewItem &option, bool isChosen) const
{
    const Theme &theme = m_themes.theme();
    QRect box(0, 0, kTick, kTick);
    box.moveCenter(option.rect.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.colour(isChosen ? Colour::Accent : Colour::LineStrong));
    painter.setBrush(isChosen ? QBrush(theme.colour(Colour::Accent)) : QBrush());
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.restore();
    if (isChosen)
        paintIcon(painter, box, QStringLiteral("check"), 12, theme, Colour::OnAccent);
}

} // namespace graticule
