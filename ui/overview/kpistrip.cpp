// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/kpistrip.h"

#include "ui/page/figuretexts.h"
#include "ui/page/looks.h"
#include "widgets/basic/kpitile.h"

#include <QPainter>

#include <array>

namespace graticule {

namespace {

constexpr int kLeast = 176; ///< of a tile

/// In the order of OverviewFigures.
constexpr std::array<const char *, 6> kIds{"overview.needs",    "overview.serving",     "overview.latency",
                                           "overview.capacity", "overview.connections", "overview.oldest"};

} // namespace

KpiStrip::KpiStrip(const ThemeSwitch &themes, const OverviewFigures &figures, QWidget *parent)
    : QFrame(parent)
    , m_themes(themes)
    , m_figures(figures)
{
    setFixedHeight(tokens::size::kpiStrip);
    setAccessibleName(tr("Figures"));
    connect(&figures, &OverviewFigures::figuresChanged, this, [this] { show(m_figures.figures()); });
    connect(&themes, &ThemeSwitch::themeChanged, this, qOverload<>(&QWidget::update));
    show(figures.figures());
}

void KpiStrip::show(const QList<Figure> &figures)
{
    while (m_tiles.size() < figures.size()) {
        auto *tile = new KpiTile(m_themes, this);
        tile->setFirst(m_tiles.isEmpty());
        if (size_t(m_tiles.size()) < kIds.size())
            FigureTexts::mark(*tile, {QString::fromLatin1(kIds[size_t(m_tiles.size())])});
        m_tiles << tile;
    }
    for (qsizetype i = 0; i < figures.size(); ++i) {
        const Figure &figure = figures[i];
        m_tiles[i]->setKpi(
            {figure.label, figure.value, figure.unit, figure.meaning, Tone::Normal, toneOf(figure.meaningEmphasis)});
    }
    arrange();
}

void KpiStrip::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void KpiStrip::arrange()
{
    // Words may be cut (the tooltip has them) rather than a figure be left out; only where not even the least width is
    // there for all, the last ones go.
    const qsizetype shown = std::clamp<qsizetype>(width() / kLeast, 1, m_tiles.size());
    QList<int> wanted;
    int sum = 0;
    for (qsizetype i = 0; i < m_tiles.size(); ++i) {
        wanted << std::max(kLeast, m_tiles[i]->sizeHint().width());
        sum += i < shown ? wanted[i] : 0;
    }
    const int over = sum - int(shown) * kLeast; // beyond the least
    const int room = std::max(0, width() - int(shown) * kLeast);
    if (over > room) {
        sum = 0;
        for (qsizetype i = 0; i < shown; ++i) {
            wanted[i] = kLeast + int(qint64(wanted[i] - kLeast) * room / over);
            sum += wanted[i];
        }
    }
    // What is left over is shared out evenly, so that the tiles keep their proportions of need.
    const int spare = std::max(0, width() - sum);
    int x = 0;
    for (qsizetype i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i]->setVisible(i < shown);
        if (i >= shown)
            continue;
        const int extra = int(spare * (i + 1) / shown - spare * i / shown);
        const int tileWidth = i == shown - 1 ? width() - x : wanted[i] + extra;
        const int left = layoutDirection() == Qt::RightToLeft ? width() - x - tileWidth : x;
        m_tiles[i]->setGeometry(left, 0, tileWidth, height() - 1);
        x += tileWidth;
    }
}

void KpiStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_themes.theme().colour(Colour::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_themes.theme().colour(Colour::Line));
}

} // namespace graticule
