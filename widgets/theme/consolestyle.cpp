// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/consolestyle.h"

#include "widgets/theme/icons.h"
#include "widgets/theme/keychip.h"
#include "widgets/theme/stateshape.h"
#include "widgets/theme/textpainting.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QRegularExpression>
#include <QStyleOptionMenuItem>
#include <QWidget>

namespace graticule {

namespace {

constexpr int menuRow = 26;
constexpr int menuPadding = 8;
constexpr int tooltipDelay = 400; // ms

/// What a row says: its words, and at its other end a key, or words that are no key.
struct MenuText
{
    QString words;
    QString key;
    QString note;
};

/// "Copy\tCtrl+C", "emea\tanswers". A mnemonic's ampersand goes, since rows show their keys; a double one is one.
MenuText menuText(const QString &text)
{
    static const QRegularExpression ampersand(QStringLiteral("&(.)"));
    const qsizetype tab = text.indexOf(u'\t');
    const QString tail = tab < 0 ? QString() : text.mid(tab + 1);
    QString words = tab < 0 ? text : text.left(tab);
    words.replace(ampersand, QStringLiteral("\\1"));
    const QKeySequence keys(tail, QKeySequence::NativeText);
    const bool isKey = !tail.isEmpty() && keys[0].key() != Qt::Key_unknown;
    return {words, isKey ? keyChipText(keys) : QString(),
            isKey ? QString() : QString(tail).replace(ampersand, QStringLiteral("\\1"))};
}

void paintMenuRow(QPainter &painter, const QStyleOptionMenuItem &item, const Theme &theme)
{
    const QRect row = item.rect;
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(row.left(), row.center().y(), row.width(), 1), theme.colour(Colour::Line));
        return;
    }
    const bool enabled = item.state & QStyle::State_Enabled;
    painter.save();
    painter.setLayoutDirection(item.direction);
    if (enabled && item.state & QStyle::State_Selected) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Colour::Hover));
        painter.drawRoundedRect(row, tokens::radius::chip, tokens::radius::chip);
    }
    const auto [words, key, note] = menuText(item.text);
    const Colour ink = enabled ? Colour::Text : Colour::TextDisabled;
    LineLayout line(row.adjusted(menuPadding, 0, -menuPadding, 0), item.direction);
    if (item.menuHasCheckableItems || item.maxIconWidth > 0) {
        const QRect box = line.takeLeading(tokens::size::iconSmall, menuPadding);
        if (item.checked)
            paintIcon(painter, box, QStringLiteral("check"), tokens::size::iconSmall, theme, Colour::AccentText);
        else if (!item.icon.isNull())
            item.icon.paint(&painter, box, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(painter, line.takeTrailing(tokens::size::iconSmall, menuPadding),
                  item.direction == Qt::LeftToRight ? QStringLiteral("chevron-right") : QStringLiteral("chevron-left"),
                  tokens::size::iconSmall, theme, enabled ? Colour::Text3 : ink);
    if (!key.isEmpty())
        paintKeyChip(painter, line.takeTrailing(keyChipSize(key, theme).width(), menuPadding), key, theme,
                     Colour::Text3, enabled ? 1 : 0.5);
    if (!note.isEmpty())
        paintText(painter, line.takeTrailing(textWidth(theme, TextStyle::Body, note), menuPadding), note,
                  {.colour = enabled ? Colour::Text3 : ink, .elide = Qt::ElideNone}, theme);
    paintText(painter, line.rest(), words, {.colour = ink}, theme);
    painter.restore();
}

QSize menuRowSize(const QStyleOptionMenuItem &item, const Theme &theme)
{
    if (item.menuItemType == QStyleOptionMenuItem::Separator)
        return {1, 9};
    const auto [words, key, note] = menuText(item.text);
    int width = 2 * menuPadding + textWidth(theme, TextStyle::Body, words);
    if (item.menuHasCheckableItems || item.maxIconWidth > 0)
        width += tokens::size::iconSmall + menuPadding;
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += tokens::size::iconSmall + menuPadding;
    // QMenu adds its own column for the widest key; ours is at least as wide as a chip.
    if (!key.isEmpty())
        width += 3 * menuPadding;
    if (!note.isEmpty())
        width += 2 * menuPadding + std::max(0, textWidth(theme, TextStyle::Body, note) - item.reservedShortcutWidth);
    return {width, menuRow};
}

void paintMenuPanel(QPainter &painter, const QRect &rect, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.colour(Colour::LineStrong));
    painter.setBrush(theme.colour(Colour::Raised));
    const qreal radius = tokens::radius::control - 0.5;
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

void roundMask(QStyleHintReturn *returned, const QRect &rect)
{
    auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(returned);
    if (!mask)
        return;
    QPainterPath path;
    path.addRoundedRect(rect, tokens::radius::control, tokens::radius::control);
    mask->region = QRegion(path.toFillPolygon().toPolygon());
}

} // namespace

ConsoleStyle::ConsoleStyle(const Theme &theme)
    : QProxyStyle(QStringLiteral("Fusion"))
    , m_theme(theme)
{
}

void ConsoleStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (widget->inherits("QComboBoxPrivateContainer"))
        widget->installEventFilter(this);
}

/// The list of a combo box gets its round corners here: Qt asks for a mask only where it lies over the box as a menu.
bool ConsoleStyle::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && watched->isWidgetType()) {
        auto *list = static_cast<QWidget *>(watched);
        QStyleHintReturnMask mask;
        roundMask(&mask, list->rect());
        list->setMask(mask.region);
    }
    return QProxyStyle::eventFilter(watched, event);
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_Menu_Mask:
    case SH_ToolTip_Mask:
        if (option)
            roundMask(returned, option->rect);
        return 1;
    case SH_ToolTip_WakeUpDelay:
        return tooltipDelay;
    case SH_Widget_Animation_Duration:
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup: // a list below the box, not a menu over it
        return 0;
    case SH_TabBar_ElideMode:
        return Qt::ElideRight;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                     const QWidget *widget) const
{
    if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option); item && type == CT_MenuItem)
        return menuRowSize(*item, m_theme);
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return tokens::space::xs - 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

void ConsoleStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (item && element == CE_MenuItem)
        paintMenuRow(*painter, *item, m_theme);
    else if (element != CE_MenuEmptyArea)
        QProxyStyle::drawControl(element, option, painter, widget);
}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    if (element == PE_PanelMenu)
        paintMenuPanel(*painter, option->rect, m_theme);
    else if (element != PE_FrameFocusRect && element != PE_FrameMenu)
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

QIcon ConsoleStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    const auto shape = [&](StateShape state) {
        return QIcon(stateShapePixmap(state, 32, widget ? widget->devicePixelRatioF() : 1, m_theme));
    };
    switch (which) {
    case SP_MessageBoxQuestion:
        return themedIcon(QStringLiteral("circle-help"), m_theme);
    case SP_MessageBoxInformation:
        return themedIcon(QStringLiteral("info"), m_theme);
    case SP_MessageBoxWarning:
        return shape(StateShape::Warn);
    case SP_MessageBoxCritical:
        return shape(StateShape::Fail);
    case SP_LineEditClearButton:
        return themedIcon(QStringLiteral("x"), m_theme, Colour::Text3);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

} // namespace graticule
