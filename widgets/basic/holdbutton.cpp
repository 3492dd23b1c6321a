// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/holdbutton.h"

#include "widgets/theme/icons.h"
#include "widgets/theme/textpainting.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>
#include <cmath>
#include <utility>

namespace graticule {

namespace {

constexpr int kPadding = 16;
constexpr int kGap = 8;

} // namespace

HoldButton::HoldButton(const ThemeSwitch &themes, QWidget *parent)
    : QAbstractButton(parent)
    , m_themes(themes)
    , m_holdTime(tokens::motion::holdToConfirm)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setAccessibleDescription(tr("Hold for two seconds"));
    m_share.setStartValue(0.0);
    m_share.setEndValue(1.0);
    connect(&m_share, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    connect(&m_share, &QVariantAnimation::finished, this, [this] {
        if (!std::exchange(m_isFilling, false))
            return;
        setDown(false);
        Q_EMIT held();
    });
    connect(this, &QAbstractButton::pressed, this, &HoldButton::fill);
    connect(this, &QAbstractButton::released, this, &HoldButton::empty);
    connect(&themes, &ThemeSwitch::themeChanged, this, qOverload<>(&QWidget::update));
}

void HoldButton::fill()
{
    m_isFilling = true;
    m_share.stop();
    m_share.setDirection(QVariantAnimation::Forward);
    m_share.setDuration(m_holdTime);
    m_share.start();
}

/// Faster than it was filled; what is filled by then is forgotten, not kept for the next hold.
void HoldButton::empty()
{
    if (!std::exchange(m_isFilling, false))
        return;
    const double share = m_share.currentValue().toDouble();
    m_share.stop();
    m_share.setDuration(tokens::motion::fast);
    m_share.setDirection(QVariantAnimation::Backward);
    m_share.setCurrentTime(int(share * tokens::motion::fast));
    m_share.start();
}

void HoldButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->accept(); // a key that is not held does nothing, and nothing else in the dialog either
    else
        QAbstractButton::keyPressEvent(event);
}

void HoldButton::focusOutEvent(QFocusEvent *event)
{
    QAbstractButton::focusOutEvent(event);
    empty();
}

void HoldButton::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::EnabledChange && !isEnabled())
        empty();
}

QString HoldButton::words() const
{
    if (!m_isFilling)
        return tr("Hold: %1", "what the button does").arg(text());
    const double left = (1 - m_share.currentValue().toDouble()) * m_holdTime / 1000.0;
    return tr("Keep holding, %1 s").arg(left, 0, 'f', 1);
}

QSize HoldButton::sizeHint() const
{
    const Theme &theme = m_themes.theme();
    const QString longest = tr("Hold: %1", "what the button does").arg(text());
    return {textWidth(theme, TextStyle::BodyStrong, longest) + tokens::size::icon + kGap + 2 * kPadding,
            tokens::size::holdButton};
}

void HoldButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_themes.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(box, tokens::radius::card, tokens::radius::card);
    painter.fillPath(shape, theme.colour(underMouse() && isEnabled() ? Colour::Hover : Colour::Sunken));
    const double share = m_share.state() == QVariantAnimation::Running ? m_share.currentValue().toDouble() : 0;
    if (share > 0) {
        painter.save();
        painter.setClipPath(shape);
        const QRect filled(0, 0, int(std::lround(share * width())), height());
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), filled), theme.colour(Colour::CriticalTint));
        painter.restore();
    }
    painter.setPen(QPen(theme.colour(isEnabled() ? Colour::Critical : Colour::Line), 1));
    painter.drawPath(shape);
    const Colour ink = isEnabled() ? Colour::Text : Colour::TextDisabled;
    const QString said = words();
    const int needed = tokens::size::icon + kGap + textWidth(theme, TextStyle::BodyStrong, said);
    const int spare = std::max(0, (width() - 2 * kPadding - needed) / 2);
    LineLayout line(rect().adjusted(kPadding + spare, 0, -kPadding - spare, 0), layoutDirection());
    paintIcon(painter, line.takeLeading(tokens::size::icon, kGap), QStringLiteral("hand"), tokens::size::icon, theme,
              ink);
    painter.setLayoutDirection(layoutDirection());
    paintText(painter, line.rest(), said, {.style = TextStyle::BodyStrong, .colour = ink}, theme);
}

} // namespace graticule
