// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/site/capacityrows.h"

#include "models/format.h"
#include "widgets/basic/meter.h"
#include "widgets/theme/textpainting.h"

#include <QPainter>

namespace graticule {

namespace {

constexpr int kRow = 22;
constexpr int kName = 66;
constexpr int kMeter = 150;
constexpr int kShare = 48;
constexpr int kGap = 8;

/// Something is known of it, if only what was requested.
bool isTold(const SiteDetails::Meter &meter)
{
    return meter.share || meter.value != format::missing();
}

} // namespace

CapacityRows::CapacityRows(const ThemeSwitch &themes, QWidget *parent)
    : ThemedWidget(themes, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Capacity used"));
}

void CapacityRows::setMeters(const std::vector<SiteDetails::Meter> &meters, bool stale)
{
    m_meters = meters;
    m_isStale = stale;
    QStringList said;
    for (const auto &meter : meters) {
        said << (meter.share     ? tr("%1 %2, %3").arg(meter.name, format::percent(*meter.share), meter.value)
                 : isTold(meter) ? meter.name + QLatin1Char(' ') + meter.value
                                 : tr("%1 not known").arg(meter.name));
    }
    if (stale)
        said << tr("last known, too old now");
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize CapacityRows::sizeHint() const
{
    return {kName + kMeter + kShare + 100, int(m_meters.size()) * kRow};
}

void CapacityRows::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    QRect box(0, 0, width(), kRow);
    int nameWidth = kName; // one for all rows: the bars begin below each other
    for (const auto &meter : m_meters)
        nameWidth = std::max(nameWidth, textWidth(theme(), TextStyle::Body, meter.name));
    for (const auto &meter : m_meters) {
        LineLayout line(box, layoutDirection());
        paintText(painter, line.takeLeading(nameWidth, kGap), meter.name, {.colour = Colour::Text2}, theme());
        MeterLevel level;
        level.value = meter.share;
        level.stale = m_isStale;
        paintMeter(painter, line.takeLeading(kMeter, kGap), level, theme());
        const QString share = meter.share ? format::percent(*meter.share) : format::missing();
        paintText(painter, line.takeLeading(kShare, kGap), m_isStale ? format::stale(share) : share,
                  {.colour = m_isStale ? Colour::Text3 : Colour::Text, .alignment = Qt::AlignRight}, theme());
        const QString amount = isTold(meter) ? meter.value : tr("not known");
        paintText(painter, line.rest(), amount,
                  {.style = TextStyle::Small, .colour = Colour::Text3, .alignment = Qt::AlignRight}, theme());
        box.translate(0, kRow);
    }
}

} // namespace graticule
