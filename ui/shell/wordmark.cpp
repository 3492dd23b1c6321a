// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/wordmark.h"

#include "widgets/theme/icons.h"
#include "widgets/theme/textpainting.h"

#include <QPainter>

namespace graticule {

namespace {

constexpr int kMark = 22;
constexpr int kMargin = 16;

} // namespace

WordMark::WordMark(const ThemeSwitch &themes, QWidget *parent)
    : ThemedWidget(themes, parent)
{
    setAccessibleName(QStringLiteral("Graticule"));
}

void WordMark::setCollapsed(bool collapsed)
{
    m_isCollapsed = collapsed;
    updateGeometry();
    update();
}

QSize WordMark::sizeHint() const
{
    return {m_isCollapsed ? tokens::size::navRailCollapsed : tokens::size::navRail, tokens::size::topBar};
}

void WordMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    LineLayout line(rect(), layoutDirection());
    line.takeLeading(kMargin);
    paintIcon(painter, line.takeLeading(kMark, 8), QStringLiteral("logo"), kMark, theme(), Colour::Text);
    if (!m_isCollapsed)
        paintText(painter, line.rest(), QStringLiteral("Graticule"), {.style = TextStyle::Heading}, theme());
}

} // namespace graticule
