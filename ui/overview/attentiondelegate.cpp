// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/attentiondelegate.h"

#include "models/attentionmodel.h"
#include "ui/page/looks.h"
#include "widgets/basic/focusring.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace graticule {

namespace {

constexpr int kPadding = 14;
constexpr int kTop = 9;
constexpr int kMark = 18;
constexpr int kGap = 8;
constexpr int kTitle = 20;
constexpr int kLine = 16;
constexpr int kLineGap = 2;
constexpr int kHeight = kTop + kTitle + kLine + kLineGap + kLine + 10;
constexpr int kStrongFrom = 6; ///< severity from which the title is heavier: degraded and worse

} // namespace

AttentionDelegate::AttentionDelegate(const ThemeSwitch &themes, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_themes(themes)
{
}

QSize AttentionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, kHeight};
}

void AttentionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = m_themes.theme();
    const QRect box = option.rect;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(box, theme.colour(Colour::Raised));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(box, theme.colour(Colour::Hover));
    painter->fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour(Colour::Line));

    painter->save();
    const bool isOver = index.data(AttentionModel::OverRole).toBool();
    if (isOver)
        painter->setOpacity(0.6);
    painter->setLayoutDirection(option.direction);
    LineLayout columns(box.adjusted(kPadding, kTop, -kPadding, 0), option.direction);
    const QRect mark = columns.takeLeading(kMark, kGap);
    paintStateShape(*painter, QRect(mark.left(), mark.top() + 1, kMark, kMark),
                    shapeOf(Symbol(index.data(SymbolRole).toInt())), theme);

    const QRect text = columns.rest();
    LineLayout head(QRect(text.left(), text.top(), text.width(), kTitle), option.direction);
    const QString age = index.data(AttentionModel::AgeRole).toString();
    m_texts.paint(*painter, head.takeTrailing(m_texts.width(theme, TextStyle::Small, age), kGap), age,
                  {.style = TextStyle::Small, .colour = Colour::Text3, .elide = Qt::ElideNone}, theme);
    const bool isStrong = index.data(SortRole).toInt() >= kStrongFrom;
    m_texts.paint(*painter, head.rest(), index.data().toString(),
                  {.style = isStrong ? TextStyle::BodyStrong : TextStyle::Body}, theme);

    const QRect where(text.left(), text.top() + kTitle, text.width(), kLine);
    m_texts.paint(*painter, where, index.data(AttentionModel::WhereRole).toString(),
                  {.style = TextStyle::Small, .colour = Colour::Text2}, theme);
    m_texts.paint(*painter, where.translated(0, kLine + kLineGap), index.data(AttentionModel::DetailRole).toString(),
                  {.style = TextStyle::Small, .colour = Colour::Text3}, theme);
    painter->restore();

    const bool keyboardLeads = option.widget && option.widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    if ((option.state & QStyle::State_HasFocus) && keyboardLeads)
        paintFocusRing(*painter, box, true, theme);
}

bool AttentionDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &,
                                  const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    QStringList lines{index.data().toString(), index.data(AttentionModel::WhereRole).toString(),
                      index.data(AttentionModel::DetailRole).toString()};
    lines.removeAll(QString());
    QToolTip::showText(event->globalPos(), lines.join(QLatin1Char('\n')), view);
    return true;
}

} // namespace graticule
