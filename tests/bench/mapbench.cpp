// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/mapbench.h"

#include "backend/places/worldgeometry.h"
#include "tests/bench/benchdata.h"
#include "tests/bench/phases.h"
#include "tests/bench/processfigures.h"
#include "widgets/map/equalearth.h"
#include "widgets/map/largeblocks.h"
#include "widgets/map/mapcontrols.h"
#include "widgets/map/maplegend.h"
#include "widgets/map/mapwidget.h"

#include <QApplication>
#include <QCoreApplication>
#include <QEventLoop>
#include <QRandomGenerator>
#include <QTimer>

#include <chrono>
#include <cmath>
#include <functional>
#include <numbers>

#include <malloc.h>

namespace graticule::bench {

namespace {

constexpr double FrameMs = 1000.0 / 60;

MapOutlines outlines()
{
    const auto world = WorldGeometry::builtIn();
    MapOutlines out;
    if (!world) {
        out.error = world.error().text;
        return out;
    }
    for (const WorldGeometry::Level &level : world->levels()) {
        MapOutlines::Level &to = out.levels.emplace_back();
        for (const WorldGeometry::Ring &ring : level.rings) {
            to.rings.push_back(ring.points);
        }
        to.borders = level.borders;
    }
    return out;
}

MapState stateOf(int status)
{
    static constexpr MapState states[] = {MapState::Healthy, MapState::Degraded, MapState::Down, MapState::Unknown,
                                          MapState::Maintenance};
    return states[std::clamp(status, 0, 4)];
}

std::vector<MapSite> mapSites(const Fleet &fleet)
{
    std::vector<MapSite> sites;
    for (const Fleet::Site &site : fleet.sites) {
        MapSite to;
        to.key = MapKey(sites.size());
        to.latitude = site.latitude;
        to.longitude = site.longitude;
        to.mark.state = stateOf(site.status);
        to.label = site.name;
        to.place = site.region;
        sites.push_back(to);
    }
    return sites;
}

std::vector<MapLink> mapLinks(const Fleet &fleet)
{
    std::vector<MapLink> links;
    for (const Fleet::Link &link : fleet.links) {
        links.push_back({link.a, link.b, link.rttMs > 245 ? MapSeverity::Medium : MapSeverity::None, false,
                         QStringLiteral("%1 ms").arg(std::lround(link.rttMs))});
    }
    return links;
}

/// A window with a map as the Overview has it, and the phases that drive it.
class MapBench
{
public:
    MapBench(QSize size)
        : m_controls(m_map, &m_map)
        , m_legend(m_map, &m_map)
    {
        m_map.resize(size);
        m_map.setReducedMotion(true);
        m_controls.move(size.width() - 42, 12);
        m_legend.move(12, size.height() - 40);
        m_legend.resize(m_legend.sizeHint());
    }

    void load(const Fleet &fleet);
    void pan();
    void zoom();
    void churn(const Updates &updates);
    void hit(int sites);
    void select(int sites);
    MapWidget &map() { return m_map; }

private:
    /// Home of the camera script: the whole world over the width.
    double homeScale() const { return m_map.width() / (2 * equalEarth::HalfWidth); }
    void look(double latitude, double longitude, double times);
    void settle();
    /// Calls `step` once a frame, 60 times a second, and paints each.
    void frames(Phase &phase, int count, const std::function<void(int)> &step);

    MapWidget m_map;
    MapControls m_controls;
    MapLegend m_legend;
    StallWatch m_stalls;
};

void MapBench::look(double latitude, double longitude, double times)
{
    m_map.navigator().jumpTo(
        MapCamera(equalEarth::project(latitude, longitude), homeScale() * times, QSizeF(m_map.size())));
}

void MapBench::settle()
{
    do {
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    } while (!m_map.isSettled());
    QApplication::processEvents();
}

void MapBench::frames(Phase &phase, int count, const std::function<void(int)> &step)
{
    QEventLoop loop;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    timer.setInterval(std::chrono::milliseconds(16)); // 60 a second, as near as a timer gets
    int frame = 0;
    m_stalls.takeLongest();
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        QElapsedTimer clock;
        clock.start();
        step(frame);
        m_map.repaint();
        phase.addFrame(double(clock.nsecsElapsed()) / 1e6);
        if (++frame == count) {
            loop.quit();
        }
    });
    timer.start();
    loop.exec();
    phase.set(QStringLiteral("gui_stall_ms_max"), m_stalls.takeLongest());
}

void MapBench::load(const Fleet &fleet)
{
    Phase phase("load");
    QElapsedTimer clock;
    clock.start();
    m_map.setTheme(Theme(Theme::Kind::Dark));
    m_map.setGeometrySource(outlines);
    m_map.setSites(mapSites(fleet));
    m_map.setLinks(mapLinks(fleet));
    m_map.show();
    m_map.repaint();
    mark("painted");
    phase.set(QStringLiteral("painted_ms"), double(clock.elapsed()));
    settle();
    mark("settled");
    phase.set(QStringLiteral("marks"), int(m_map.layoutInUse()->clusters().size()));
    phase.set(QStringLiteral("tiles"), m_map.tiles().renderedCount());
}

void MapBench::pan()
{
    look(25, -60, 2);
    settle();
    Phase phase("pan");
    frames(phase, 120, [this](int i) { look(25 + 10 * std::sin(2 * std::numbers::pi * i / 120), -60 + i, 2); });
}

void MapBench::zoom()
{
    look(50.11, 8.68, 1);
    settle();
    Phase phase("zoom");
    const int before = m_map.tiles().renderedCount();
    frames(phase, 60, [this](int i) { look(50.11, 8.68, std::exp2(0.1 * (i + 1))); });
    phase.set(QStringLiteral("tiles"), m_map.tiles().renderedCount() - before);
}

void MapBench::churn(const Updates &updates)
{
    look(25, 10, 1);
    settle();
    Phase phase("churn");
    phase.setUnit(QStringLiteral("ticks"));
    QEventLoop loop;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    timer.setInterval(int(1000 / updates.hz));
    size_t tick = 0;
    m_stalls.takeLongest();
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        QElapsedTimer clock;
        clock.start();
        std::vector<MapChange> changes;
        for (const auto &[site, status] : updates.ticks[tick]) {
            changes.push_back({site, {stateOf(status), false}});
        }
        m_map.updateStates(changes);
        QApplication::sendPostedEvents(); // paints
        phase.addFrame(double(clock.nsecsElapsed()) / 1e6);
        if (++tick == updates.ticks.size()) {
            loop.quit();
        }
    });
    timer.start();
    loop.exec();
    phase.set(QStringLiteral("gui_stall_ms_max"), m_stalls.takeLongest());
}

void MapBench::hit(int sites)
{
    look(25, 10, 1);
    settle();
    QRandomGenerator random(5);
    std::vector<double> times;
    int found = 0;
    Phase phase("hit");
    for (int i = 0; i < 1000; ++i) {
        // Half of the points lie on a site, as a person's do.
        QPointF point(random.bounded(m_map.width()), random.bounded(m_map.height()));
        if (i % 2 == 0) {
            const int cluster = m_map.layoutInUse()->clusterOf(random.bounded(sites));
            point = QRectF(m_map.markRect(std::max(0, cluster))).center();
        }
        const auto before = std::chrono::steady_clock::now();
        const MapHit hit = m_map.hitAt(point);
        times.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - before).count());
        found += bool(hit);
    }
    phase.set(QStringLiteral("hit_us"), spread(times));
    phase.set(QStringLiteral("found"), found);
}

void MapBench::select(int sites)
{
    look(25, 10, 1);
    settle();
    Phase phase("select");
    phase.setUnit(QStringLiteral("selections"));
    for (int i = 0; i < 20; ++i) {
        QElapsedTimer clock;
        clock.start();
        const auto key = MapKey(qint64(i) * sites / 20);
        m_map.setSelection({key});
        m_map.reveal(key);
        m_map.repaint();
        phase.addFrame(double(clock.nsecsElapsed()) / 1e6);
    }
}

} // namespace

void benchMap(const QString &fleetPath, const QString &updatesPath, QSize size, const QString &picture,
              const QStringList &only)
{
    giveLargeBlocksBack(); // as the console does
    const Fleet fleet = loadFleet(fleetPath);
    const Updates updates = updatesPath.isEmpty() ? Updates() : loadUpdates(updatesPath);
    const int sites = int(fleet.sites.size());
    ::malloc_trim(0); // what reading the file took is not the map's
    ProcessFigures::startPeak();
    const auto wanted = [&only](const char *phase) {
        return only.isEmpty() || only.contains(QLatin1StringView(phase));
    };
    MapBench bench(size);
    bench.load(fleet);
    if (!picture.isEmpty()) {
        bench.map().grab().save(picture);
    }
    if (wanted("pan")) {
        bench.pan();
    }
    if (wanted("zoom")) {
        bench.zoom();
    }
    if (wanted("churn") && !updates.ticks.empty()) {
        bench.churn(updates);
    }
    if (wanted("hit")) {
        bench.hit(sites);
    }
    if (wanted("select")) {
        bench.select(sites);
    }
    Phase phase("memory");
    const ProcessFigures figures = ProcessFigures::of(QCoreApplication::applicationPid());
    phase.set(QStringLiteral("pss_mb"), figures.pssMb);
    phase.set(QStringLiteral("peak_mb"), figures.peakMb);
}

} // namespace graticule::bench
