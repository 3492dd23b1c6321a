// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/skeletonrows.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <array>

namespace graticule {

namespace {

constexpr int rowHeight = 21;
constexpr int barHeight = 8;
constexpr std::array shares{0.80, 0.60, 0.87, 0.51, 0.73}; // of the width; repeated row by row

} // namespace

void paintSkeletonBar(QPainter &painter, const QRect &box, int width, const Theme &theme)
{
    const QSize size(std::min(width, box.width()), barHeight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(Colour::Track));
    painter.drawRoundedRect(QStyle::alignedRect(painter.layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, size, box),
                            barHeight / 2.0, barHeight / 2.0);
    painter.restore();
}

SkeletonRows::SkeletonRows(const ThemeSwitch &themes, QWidget *parent)
    : ThemedWidget(themes, parent)
{
    setWords(tr("Loading"));
}

QSize SkeletonRows::sizeHint() const
{
    return {200, 5 * rowHeight + 2 * tokens::space::m};
}

void SkeletonRows::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect inner = rect().adjusted(tokens::space::m, tokens::space::m, -tokens::space::m, 0);
    const int most = std::min(inner.width() - 16, 480);
    int row = 0;
    for (int y = inner.top(); y + rowHeight <= inner.bottom(); y += rowHeight, ++row) {
        const QRect line(inner.left(), y, inner.width(), rowHeight);
        painter.setLayoutDirection(layoutDirection());
        paintSkeletonBar(painter, line, barHeight, theme()); // where a state shape will be
        const int offset = layoutDirection() == Qt::LeftToRight ? 16 : 0;
        const double share = shares[static_cast<std::size_t>(row) % shares.size()];
        paintSkeletonBar(painter, line.adjusted(offset, 0, offset - 16, 0), static_cast<int>(most * share), theme());
    }
}

} // namespace graticule
