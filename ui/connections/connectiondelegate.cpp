// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectiondelegate.h"

#include "models/connectionsmodel.h"
#include "ui/page/historylane.h"
#include "ui/page/looks.h"
#include "widgets/basic/chip.h"
#include "widgets/basic/focusring.h"
#include "widgets/basic/meter.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/textpainting.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

namespace graticule {

namespace {

constexpr int kSide = 14;
constexpr int kTop = 10;
constexpr int kMark = 16;
constexpr int kGapInside = 8;
constexpr int kHead = 20;
constexpr int kLine = 16;
constexpr int kMeter = 92;

} // namespace

ConnectionDelegate::ConnectionDelegate(const ThemeSwitch &themes, const GroupTrails &trails, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_themes(themes)
    , m_trails(trails)
{
}

QSize ConnectionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool isWider = index.row() % m_columns < m_width % m_columns;
    return {m_width / m_columns + (isWider ? 1 : 0), kHeight + kGap};
}

void ConnectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = m_themes.theme();
    const QRect box = option.rect.adjusted(kGap / 2, kGap / 2, -kGap / 2, -kGap / 2);
    painter->save();
    painter->setLayoutDirection(option.direction);
    paintBox(*painter, box, option, index);

    QRect line(box.left() + kSide, box.top() + kTop, box.width() - 2 * kSide, kHead);
    paintHead(*painter, line, index);
    line = QRect(line.left(), line.bottom() + 4, line.width(), kLine);
    paintAddress(*painter, line, index);
    line.translate(0, kLine + 2);
    const Emphasis emphasis = Emphasis(index.data(ConnectionsModel::SentenceEmphasisRole).toInt());
    paintSentence(*painter, QRect(line.left(), line.top(), line.width(), 2 * kLine),
                  index.data(ConnectionsModel::SentenceRole).toString(), toneOf(emphasis));
    line = QRect(line.left(), box.bottom() - kTop - kLine, line.width(), kLine);
    paintSites(*painter, line.translated(0, -kLine - 4), index);
    const QRect dots = menuBox(box, option.direction);
    if (option.direction == Qt::RightToLeft)
        line.setLeft(dots.right() + kGapInside);
    else
        line.setRight(dots.left() - kGapInside);
    paintLoad(*painter, line, index);
    paintIcon(*painter, dots, QStringLiteral("ellipsis"), 16, theme, Colour::Text3);
    painter->restore();
}

/// 24 x 24, at the trailing end of the card's last line.
QRect ConnectionDelegate::menuBox(const QRect &box, Qt::LayoutDirection direction)
{
    constexpr int kTarget = 24;
    const int left = direction == Qt::RightToLeft ? box.left() + kSide - 4 : box.right() - kSide + 5 - kTarget;
    return {left, box.bottom() - kTop - kLine / 2 - kTarget / 2, kTarget, kTarget};
}

/// Where it is, and beside it what will soon keep us out.
void ConnectionDelegate::paintAddress(QPainter &painter, const QRect &line, const QModelIndex &index) const
{
    const Theme &theme = m_themes.theme();
    LineLayout layout(line, painter.layoutDirection());
    if (const QString ending = index.data(ConnectionsModel::CertificateRole).toString(); !ending.isEmpty()) {
        const int width = std::min(line.width() / 2, textWidth(theme, TextStyle::Small, ending));
        paintText(painter, layout.takeTrailing(width, 4), ending,
                  {.style = TextStyle::Small, .colour = textColour(Tone::Medium)}, theme);
        paintStateShape(painter, layout.takeTrailing(14, kGapInside), StateShape::Warn, theme);
    }
    paintText(painter, layout.rest(), index.data(ConnectionsModel::AddressRole).toString(),
              {.style = TextStyle::Small, .colour = Colour::Text3, .elide = Qt::ElideMiddle}, theme);
}

void ConnectionDelegate::paintBox(QPainter &painter, const QRect &box, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const Theme &theme = m_themes.theme();
    const bool isSelected = option.state & QStyle::State_Selected;
    Colour ground = index.data(ConnectionsModel::PausedRole).toBool() ? Colour::Window : Colour::Surface;
    if (!isSelected && (option.state & QStyle::State_MouseOver))
        ground = Colour::Hover;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colour(isSelected ? Colour::SelectedLine : Colour::Line), isSelected ? 2 : 1));
    painter.setBrush(theme.colour(ground));
    const double inset = isSelected ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), tokens::radius::card,
                            tokens::radius::card);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void ConnectionDelegate::paintHead(QPainter &painter, const QRect &line, const QModelIndex &index) const
{
    const Theme &theme = m_themes.theme();
    LineLayout layout(line, painter.layoutDirection());
    paintStateShape(painter, layout.takeLeading(kMark, kGapInside), shapeOf(Symbol(index.data(SymbolRole).toInt())),
                    theme);
    const QString age = index.data(ConnectionsModel::AgeRole).toString();
    paintText(painter, layout.takeTrailing(textWidth(theme, TextStyle::Small, age), kGapInside), age,
              {.style = TextStyle::Small,
               .colour = textColour(toneOf(Emphasis(index.data(ConnectionsModel::AgeEmphasisRole).toInt()))),
               .elide = Qt::ElideNone},
              theme);
    const QString state = index.data(ConnectionsModel::StateRole).toString();
    paintText(painter, layout.takeTrailing(textWidth(theme, TextStyle::Small, state), kGapInside), state,
              {.style = TextStyle::Small,
               .colour = textColour(toneOf(Emphasis(index.data(EmphasisRole).toInt()))),
               .elide = Qt::ElideNone},
              theme);
    QStringList chips{index.data(ConnectionsModel::TypeRole).toString()};
    if (index.data(ConnectionsModel::LabRole).toBool())
        chips << tr("LAB");
    chips.removeDuplicates();
    int chipsWidth = 0;
    for (const QString &chip : chips)
        chipsWidth += chipSize(chip, theme).width() + kGapInside;
    const QString name = index.data().toString();
    const int nameWidth = std::min(textWidth(theme, TextStyle::BodyStrong, name), layout.rest().width() - chipsWidth);
    paintText(painter, layout.takeLeading(std::max(0, nameWidth), kGapInside), name, {.style = TextStyle::BodyStrong},
              theme);
    for (const QString &chip : chips)
        paintChip(painter, layout.takeLeading(chipSize(chip, theme).width(), kGapInside), chip, Tone::Secondary, theme);
}

/// Up to two lines; what does not fit into them is in the tooltip and in the panel beside.
void ConnectionDelegate::paintSentence(QPainter &painter, const QRect &box, const QString &text, Tone tone) const
{
    const Theme &theme = m_themes.theme();
    QTextLayout layout(text, theme.font(TextStyle::Small));
    QTextOption option(Qt::AlignLeading);
    option.setTextDirection(painter.layoutDirection());
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    if (first.isValid())
        first.setLineWidth(box.width());
    layout.endLayout();
    const TextLook look{.style = TextStyle::Small, .colour = textColour(tone)};
    const QRect line(box.left(), box.top(), box.width(), kLine);
    const qsizetype end = first.isValid() ? first.textLength() : text.size();
    paintText(painter, line, text.left(end).trimmed(), look, theme);
    paintText(painter, line.translated(0, kLine), text.mid(end).trimmed(), look, theme);
}

/// What is seen through it, and how that was over the last day.
void ConnectionDelegate::paintSites(QPainter &painter, const QRect &line, const QModelIndex &index) const
{
    const Theme &theme = m_themes.theme();
    LineLayout layout(line, painter.layoutDirection());
    const QString sites = index.data(ConnectionsModel::SitesRole).toString();
    paintText(painter, layout.takeTrailing(textWidth(theme, TextStyle::Small, sites), kGapInside), sites,
              {.style = TextStyle::Small, .colour = Colour::Text2, .elide = Qt::ElideNone}, theme);
    const QString id = EntityId(index.data(IdRole).toByteArray()).toString();
    HistoryLane::paint(painter, layout.takeLeading(line.width() * 6 / 10, 0).adjusted(0, 3, 0, -3), m_trails.find(id),
                       theme);
}

void ConnectionDelegate::paintLoad(QPainter &painter, const QRect &line, const QModelIndex &index) const
{
    const Theme &theme = m_themes.theme();
    LineLayout layout(line, painter.layoutDirection());
    const QString title = tr("Load we cause");
    const QString load = index.data(ConnectionsModel::LoadRole).toString();
    const int titleWidth = textWidth(theme, TextStyle::Small, title);
    const int loadWidth = textWidth(theme, TextStyle::Small, load);
    // Where there is little room the title goes, which the panel beside says again, then the meter shrinks.
    const QString budget = index.data(ConnectionsModel::BudgetRole).toString();
    const int budgetWidth = textWidth(theme, TextStyle::Small, budget) + 4;
    if (titleWidth + kMeter + loadWidth + budgetWidth + 3 * kGapInside <= layout.rest().width())
        paintText(painter, layout.takeLeading(titleWidth, kGapInside), title,
                  {.style = TextStyle::Small, .colour = Colour::Text3, .elide = Qt::ElideNone}, theme);
    MeterLevel level;
    if (const QVariant share = index.data(ShareRole); share.isValid())
        level.value = share.toDouble();
    const int meterWidth = std::clamp(layout.rest().width() - loadWidth - budgetWidth - kGapInside, 24, kMeter);
    paintMeter(painter, layout.takeLeading(meterWidth, kGapInside), level, theme);
    paintText(painter, layout.takeLeading(std::min(loadWidth, layout.rest().width()), 4), load,
              {.style = TextStyle::Small, .colour = Colour::Text2}, theme);
    paintText(painter, layout.rest(), budget, {.style = TextStyle::Small, .colour = Colour::Text3}, theme);
}

bool ConnectionDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                     const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QRect box = option.rect.adjusted(kGap / 2, kGap / 2, -kGap / 2, -kGap / 2);
        if (mouse->button() == Qt::LeftButton && menuBox(box, option.direction).contains(mouse->pos())) {
            Q_EMIT menuAsked(index, mouse->globalPosition().toPoint());
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

bool ConnectionDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &,
                                   const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    QToolTip::showText(event->globalPos(),
                       index.data(ConnectionsModel::AddressRole).toString() + QLatin1Char('\n') +
                           index.data(ConnectionsModel::SentenceRole).toString() + QLatin1Char('\n') +
                           index.data(ConnectionsModel::StatesRole).toString(),
                       view);
    return true;
}

} // namespace graticule
