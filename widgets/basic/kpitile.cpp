// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/kpitile.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace graticule {

namespace {

constexpr int margin = tokens::space::l;
constexpr int top = 8;

} // namespace

KpiTile::KpiTile(const ThemeSwitch &themes, QWidget *parent)
    : ThemedWidget(themes, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void KpiTile::setKpi(const Kpi &kpi)
{
    if (kpi == m_kpi)
        return;
    m_kpi = kpi;
    setAccessibleName(kpi.label);
    setAccessibleDescription(tr("%1 %2. %3", "value, unit, what it means").arg(kpi.value, kpi.unit, kpi.meaning));
    updateGeometry();
    update();
}

void KpiTile::setFirst(bool first)
{
    m_first = first;
    update();
}

QSize KpiTile::sizeHint() const
{
    const int value = m_texts.width(theme(), TextStyle::Kpi, m_kpi.value) + tokens::space::s +
                      m_texts.width(theme(), TextStyle::Small, m_kpi.unit);
    const int widest = std::max({value, m_texts.width(theme(), TextStyle::Small, m_kpi.label),
                                 m_texts.width(theme(), TextStyle::Small, m_kpi.meaning)});
    return {widest + 2 * margin, tokens::size::kpiStrip};
}

QSize KpiTile::minimumSizeHint() const
{
    return {m_texts.width(theme(), TextStyle::Kpi, m_kpi.value) + 2 * margin, tokens::size::kpiStrip};
}

bool KpiTile::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && sizeHint().width() > width()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                           accessibleName() + u'\n' + accessibleDescription(), this);
        return true;
    }
    return ThemedWidget::event(event);
}

void KpiTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &look = theme();
    if (!m_first)
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, 1, height())),
                         look.colour(Colour::Line));
    const QRect inner = rect().adjusted(margin, top, -margin, 0);
    const int small = look.lineHeight(TextStyle::Small);
    const int big = look.lineHeight(TextStyle::Kpi);
    m_texts.paint(painter, QRect(inner.left(), inner.top(), inner.width(), small), m_kpi.label,
                  {.style = TextStyle::Small, .colour = Colour::Text2}, look);

    LineLayout line(QRect(inner.left(), inner.top() + small, inner.width(), big), layoutDirection());
    const int valueWidth = std::min(m_texts.width(look, TextStyle::Kpi, m_kpi.value), inner.width());
    m_texts.paint(painter, line.takeLeading(valueWidth, tokens::space::s), m_kpi.value,
                  {.style = TextStyle::Kpi, .colour = textColour(m_kpi.valueTone)}, look);
    // The unit stands on the same base line as the value.
    const int drop = baseline(look, TextStyle::Kpi, big) - baseline(look, TextStyle::Small, big);
    m_texts.paint(painter, line.rest().translated(0, drop), m_kpi.unit,
                  {.style = TextStyle::Small, .colour = Colour::Text3}, look);

    m_texts.paint(painter, QRect(inner.left(), inner.top() + small + big, inner.width(), small), m_kpi.meaning,
                  {.style = TextStyle::Small, .colour = textColour(m_kpi.meaningTone)}, look);
}

} // namespace graticule
