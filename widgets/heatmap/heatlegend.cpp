// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap/heatlegend.h"

#include "widgets/theme/hatch.h"
#include "widgets/theme/textpainting.h"

#include <QPainter>

namespace graticule {

namespace {

constexpr int kStep = 34;
constexpr int kRamp = 10;
constexpr int kSwatch = 12;

} // namespace

HeatLegend::HeatLegend(const ThemeSwitch &themes, QWidget *parent)
    : ThemedWidget(themes, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setScale({});
}

void HeatLegend::setScale(const HeatScale &scale)
{
    m_scale = scale;
    QStringList words;
    for (const Kind &each : kinds())
        words << each.text;
    setAccessibleName(tr("Legend: %1; %2").arg(steps().join(QStringLiteral(", ")), words.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

std::vector<HeatLegend::Kind> HeatLegend::kinds() const
{
    return {{HeatKind::Medium, tr("over usual")},
            {HeatKind::High, tr("over limit")},
            {HeatKind::Stale, tr("stale")},
            {HeatKind::NoAnswer, tr("no answer")}};
}

QStringList HeatLegend::steps() const
{
    QStringList out;
    for (const float limit : m_scale.limits)
        out << QString::fromLatin1(m_scale.textOf(limit));
    out.append(QStringLiteral("> ") + out.last());
    out.first().prepend(QStringLiteral("< "));
    return out;
}

QSize HeatLegend::sizeHint() const
{
    int wide = 6 * kStep;
    for (const Kind &each : kinds())
        wide += tokens::space::m + kSwatch + 6 + textWidth(theme(), TextStyle::Small, each.text);
    return {wide, kRamp + 18};
}

void HeatLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    LineLayout line(rect(), layoutDirection());
    const QStringList texts = steps();
    for (int step = 0; step < 6; ++step) {
        const QRect box = line.takeLeading(kStep);
        painter.fillRect(QRect(box.left(), 0, kStep, kRamp), theme().heat(step));
        paintText(painter, QRect(box.left(), kRamp + 2, kStep, 14), texts[step],
                  {.style = TextStyle::Label, .colour = Colour::Text3, .alignment = Qt::AlignHCenter}, theme());
    }
    for (const Kind &each : kinds()) {
        line.takeLeading(tokens::space::m);
        const QRect swatch = line.takeLeading(kSwatch, 6);
        const int wide = textWidth(theme(), TextStyle::Small, each.text);
        if (line.rest().width() < wide)
            return; // rather none than half of one
        paintSwatch(painter, QRect(swatch.left(), (height() - kSwatch) / 2, kSwatch, kSwatch), each.kind);
        paintText(painter, line.takeLeading(wide), each.text, {.style = TextStyle::Small, .colour = Colour::Text2},
                  theme());
    }
}

void HeatLegend::paintSwatch(QPainter &painter, const QRect &box, HeatKind kind) const
{
    painter.setBrushOrigin(box.topLeft());
    switch (kind) {
    case HeatKind::Medium:
        return painter.fillRect(box, theme().colour(Colour::Medium));
    case HeatKind::High:
        return painter.fillRect(box, theme().colour(Colour::High));
    case HeatKind::Stale:
        return painter.fillRect(box, hatchBrush(theme()));
    case HeatKind::NoAnswer: {
        painter.fillRect(box, theme().colour(Colour::CriticalTint));
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme().colour(Colour::Critical), 1.2));
        const QRectF cross = QRectF(box).adjusted(3.5, 3.5, -3.5, -3.5);
        painter.drawLine(cross.topLeft(), cross.bottomRight());
        painter.drawLine(cross.topRight(), cross.bottomLeft());
        return painter.restore();
    }
    case HeatKind::Value:
    case HeatKind::Empty:
    case HeatKind::Self:
        return;
    }
}

} // namespace graticule
