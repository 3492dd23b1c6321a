// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/labbadge.h"

#include "widgets/basic/focusring.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/textpainting.h"

#include <QPainter>

namespace graticule {

namespace {

constexpr int kIcon = tokens::size::iconSmall;
constexpr int kPadding = 8;
constexpr int kGap = 6;
constexpr int kHeight = 24;

} // namespace

LabBadge::LabBadge(const ThemeSwitch &themes, QWidget *parent)
    : QAbstractButton(parent)
    , m_themes(themes)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setObjectName(QStringLiteral("lab.badge"));
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("LAB: invented sites are shown"));
    setToolTip(tr("Sites of the lab are invented. They are marked LAB wherever they appear. Press for more."));
    connect(&themes, &ThemeSwitch::themeChanged, this, [this] {
        updateGeometry();
        update();
    });
}

void LabBadge::setCompact(bool compact)
{
    m_isCompact = compact;
    updateGeometry();
    update();
}

QString LabBadge::words() const
{
    return m_isCompact ? tr("LAB") : tr("LAB: invented sites");
}

QSize LabBadge::sizeHint() const
{
    return {2 * kPadding + kIcon + kGap + textWidth(m_themes.theme(), TextStyle::BodyStrong, words()), kHeight};
}

void LabBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // Inverted, so that nobody takes an invented fleet for his own; no colour, since the lab is not a state.
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_themes.theme().colour(underMouse() ? Colour::Text : Colour::Text2));
    painter.drawRoundedRect(rect(), tokens::radius::chip, tokens::radius::chip);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintFocusRing(painter, rect(), true, m_themes.theme());
    LineLayout line(rect(), layoutDirection());
    line.takeLeading(kPadding);
    paintIcon(painter, line.takeLeading(kIcon, kGap), QStringLiteral("flask-conical"), kIcon, m_themes.theme(),
              Colour::Chrome);
    paintText(painter, line.rest(), words(),
              {.style = TextStyle::BodyStrong, .colour = Colour::Chrome, .elide = Qt::ElideNone}, m_themes.theme());
}

} // namespace graticule
