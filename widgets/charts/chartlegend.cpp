// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartlegend.h"

#include "widgets/theme/textpainting.h"

#include <QPainter>

namespace graticule {

namespace {

constexpr int kStroke = 16;
constexpr int kBand = 10;
constexpr int kBands = 4;
constexpr int kGap = 6;

} // namespace

ChartLegend::ChartLegend(const ThemeSwitch &themes, QWidget *parent)
    : ThemedWidget(themes, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ChartLegend::setEntries(std::vector<Entry> entries)
{
    m_entries = std::move(entries);
    QStringList words;
    for (const Entry &entry : m_entries)
        words << entry.text;
    setAccessibleName(tr("Legend: %1").arg(words.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

int ChartLegend::widthOf(const Entry &entry) const
{
    return (entry.isSmoke ? kBands * kBand : kStroke) + kGap + textWidth(theme(), TextStyle::Small, entry.text);
}

QSize ChartLegend::sizeHint() const
{
    int wide = 0;
    for (const Entry &entry : m_entries)
        wide += widthOf(entry) + (wide > 0 ? tokens::space::m : 0);
    return {wide, 24};
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    LineLayout line(rect(), layoutDirection());
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend(); ++entry) { // at the trailing end, where charts end
        const int wide = widthOf(*entry);
        if (line.rest().width() < wide)
            return;
        LineLayout own(line.takeTrailing(wide, tokens::space::m), layoutDirection());
        const QRect stroke = own.takeLeading(entry->isSmoke ? kBands * kBand : kStroke, kGap);
        for (int band = 0; entry->isSmoke && band < kBands; ++band)
            painter.fillRect(QRect(stroke.left() + band * kBand, stroke.center().y() - kBand / 2, kBand, kBand),
                             theme().colour(static_cast<Colour>(static_cast<int>(Colour::Smoke0) + band)));
        if (!entry->isSmoke) {
            QPen pen(theme().colour(entry->colour), entry->width);
            if (entry->isDotted)
                pen.setDashPattern({2 / entry->width, 3 / entry->width});
            painter.setPen(pen);
            const double y = stroke.center().y() + 0.5;
            painter.drawLine(QPointF(stroke.left(), y), QPointF(stroke.right() + 1, y));
        }
        paintText(painter, own.rest(), entry->text, {.style = TextStyle::Small, .colour = Colour::Text2}, theme());
    }
}

} // namespace graticule
