// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/mappanel.h"

#include "backend/places/worldgeometry.h"
#include "models/samplecalls.h"
#include "ui/overview/latencyline.h"
#include "ui/overview/mapfeed.h"
#include "ui/overview/snapshotage.h"
#include "ui/page/figuretexts.h"
#include "widgets/basic/button.h"
#include "widgets/basic/segmentedcontrol.h"
#include "widgets/basic/viewstate.h"
#include "widgets/map/mapcontrols.h"
#include "widgets/map/maplegend.h"
#include "widgets/map/mapwidget.h"

#include <cmath>

namespace graticule {

namespace {

constexpr int kMargin = 12;
constexpr int kGap = 8;

/// The world that was built into the program, as the map takes it. Called in a worker.
MapOutlines outlines()
{
    MapOutlines result;
    const auto world = WorldGeometry::builtIn();
    if (!world) {
        result.error = world.error().text;
        return result;
    }
    for (const WorldGeometry::Level &level : world->levels()) {
        MapOutlines::Level &drawn = result.levels.emplace_back();
        for (const WorldGeometry::Ring &ring : level.rings)
            drawn.rings.push_back(ring.points);
        drawn.borders = level.borders;
    }
    return result;
}

} // namespace

MapPanel::MapPanel(const ThemeSwitch &themes, FleetStore &store, SampleCalls &calls, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_store(store)
{
    m_map = new MapWidget(this);
    m_map->setTheme(themes.theme());
    m_map->setGeometrySource(outlines);
    m_map->setAccessibleName(tr("World map"));
    m_feed = new MapFeed(store, calls, *m_map, this);
    m_layers =
        new SegmentedControl(themes, tr("What the map tells"), {tr("State"), tr("Latency"), tr("Capacity")}, this);
    m_layers->setObjectName(QStringLiteral("map.layers"));
    FigureTexts::mark(*m_layers, {QStringLiteral("map.layers")});
    m_links =
        new SegmentedControl(themes, tr("Links shown"), {tr("Links over limit"), tr("All links"), tr("None")}, this);
    m_problems = new Button(themes, tr("Problems only"), Button::Kind::Default, this);
    m_problems->setCheckable(true);
    m_problems->setIconName(QStringLiteral("filter"));
    m_find = new Button(themes, tr("Find a site"), Button::Kind::Default, this);
    m_find->setIconName(QStringLiteral("search"));
    m_find->setKeyHint(Qt::Key_Slash);
    m_controls = new MapControls(*m_map, this);
    m_legend = new MapLegend(*m_map, this);
    m_legend->setLengthWords(LatencyLine::lengthWords());
    m_age = new SnapshotAge(themes, store, this);
    FigureTexts::mark(*m_legend, {QStringLiteral("map.legend")});
    FigureTexts::mark(*m_age, {QStringLiteral("map.snapshot")});
    m_failure = new ViewState(themes, this);
    m_failure->hide();

    connect(&themes, &ThemeSwitch::themeChanged, m_map, &MapWidget::setTheme);
    connect(m_links, &SegmentedControl::currentChanged, this, [this](int choice) {
        m_linksOf[size_t(m_map->layer())] = choice;
        m_feed->setShownLinks(ShownLinks(choice));
    });
    connect(m_layers, &SegmentedControl::currentChanged, this, &MapPanel::setLayer);
    connect(m_find, &Button::clicked, this, &MapPanel::findAsked);
    connect(m_problems, &Button::toggled, m_map, &MapWidget::setProblemsOnly);
    connect(m_map, &MapWidget::geometryFailed, this, [this](const QString &why) {
        m_failure->setNotice({{}, StateShape::Fail, tr("The world's outlines cannot be drawn"), why, {}});
        m_failure->show();
    });
    connect(m_age, &SnapshotAge::sizeChanged, this, &MapPanel::arrange);
}

/// Each layer remembers which links are shown on it.
void MapPanel::setLayer(int layer)
{
    m_feed->setLayer(MapLayer(layer));
    m_links->setCurrent(m_linksOf[size_t(layer)]);
    arrange();
}

void MapPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_feed->setAwake(true);
}

void MapPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_feed->setAwake(false);
}

QVariantMap MapPanel::saveState() const
{
    QVariantMap state{{QStringLiteral("layer"), m_layers->current()},
                      {QStringLiteral("links"), m_linksOf[0]},
                      {QStringLiteral("latencyLinks"), m_linksOf[1]},
                      {QStringLiteral("capacityLinks"), m_linksOf[2]},
                      {QStringLiteral("problemsOnly"), m_problems->isChecked()}};
    const MapNavigator &navigator = m_map->navigator();
    if (!navigator.isHome()) {
        const MapCamera &target = navigator.target();
        state.insert(QStringLiteral("x"), target.centre().x());
        state.insert(QStringLiteral("y"), target.centre().y());
        state.insert(QStringLiteral("scale"), target.scale());
    }
    return state;
}

void MapPanel::restoreState(const QVariantMap &state)
{
    const auto choice = [&state](const QString &key, int first, int most) {
        const int chosen = state.value(key, first).toInt();
        return chosen >= 0 && chosen <= most ? chosen : first;
    };
    m_linksOf = {choice(QStringLiteral("links"), 0, 2), choice(QStringLiteral("latencyLinks"), 1, 2),
                 choice(QStringLiteral("capacityLinks"), 2, 2)};
    const int layer = choice(QStringLiteral("layer"), 0, 2);
    m_layers->setCurrent(layer);
    m_links->setCurrent(m_linksOf[size_t(layer)]);
    m_problems->setChecked(state.value(QStringLiteral("problemsOnly")).toBool());
    const double x = state.value(QStringLiteral("x")).toDouble();
    const double y = state.value(QStringLiteral("y")).toDouble();
    const double scale = state.value(QStringLiteral("scale")).toDouble();
    if (std::isfinite(x) && std::isfinite(y) && std::isfinite(scale) && scale > 0)
        m_map->navigator().jumpTo(MapCamera({x, y}, scale, m_map->navigator().target().view()).clamped());
}

void MapPanel::setCovered(int pixels)
{
    if (pixels == m_covered)
        return;
    m_covered = pixels;
    arrange();
}

void MapPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// Along the top, in a second row what has no room beside the controls; how far down they reach.
int MapPanel::putButtons()
{
    const int end = width() - m_covered - kMargin - m_controls->sizeHint().width() - kGap;
    int left = kMargin;
    int top = kMargin;
    for (QWidget *widget : {static_cast<QWidget *>(m_layers), static_cast<QWidget *>(m_links),
                            static_cast<QWidget *>(m_problems), static_cast<QWidget *>(m_find)}) {
        const QSize size = widget->sizeHint();
        if (left > kMargin && left + size.width() > end) {
            left = kMargin;
            top += tokens::size::control + kGap;
        }
        const int x = layoutDirection() == Qt::RightToLeft ? width() - left - size.width() : left;
        widget->setGeometry(QRect(QPoint(x, top), size));
        left += size.width() + kGap;
    }
    return top + tokens::size::control;
}

void MapPanel::arrange()
{
    m_map->setGeometry(rect());
    const int right = width() - m_covered - kMargin;
    const auto put = [this](QWidget *widget, int x, int y) {
        const QSize size = widget->sizeHint();
        const int left = layoutDirection() == Qt::RightToLeft ? width() - x - size.width() : x;
        widget->setGeometry(QRect(QPoint(left, y), size));
    };
    const int top = putButtons();
    put(m_controls, right - m_controls->sizeHint().width(), kMargin);
    // The age stands beside the legend, which takes more lines where one is too long.
    const int bottom = height() - kMargin;
    const int ageLeft = right - m_age->sizeHint().width();
    m_legend->setRoom(ageLeft - kGap - kMargin);
    const int legendTop = bottom - m_legend->sizeHint().height();
    put(m_legend, kMargin, legendTop);
    put(m_age, ageLeft, bottom - m_age->sizeHint().height());
    // What lies over the map: the row of buttons along the top, the legend along the foot, and a drawer at the trailing
    // side. The world is framed between them, so that no mark begins beneath.
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    m_map->navigator().setCovered(
        QMarginsF(isMirrored ? m_covered : 0, top, isMirrored ? 0 : m_covered, height() - legendTop + kGap));
    m_map->setKeptFree({m_layers->geometry(), m_links->geometry(), m_problems->geometry(), m_find->geometry(),
                        m_controls->geometry(), m_legend->geometry(), m_age->geometry()});
    m_failure->setGeometry(0, height() / 4, width() - m_covered, height() / 2);
}

} // namespace graticule
