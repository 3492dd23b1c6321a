// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/entitybench.h"

#include "backend/domain/manualclock.h"
#include "models/entitytable/entitytablemodel.h"
#include "tests/bench/phases.h"
#include "ui/table/tableview.h"
#include "widgets/theme/themeswitch.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>

namespace graticule::bench {
namespace {

constexpr int kRounds = 5;
constexpr int kScrolls = 200;
constexpr int kConnections = 100;
constexpr int kChanges = 1000;

double run(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

EntityId idOf(const char *kind, int number)
{
    return EntityId(QByteArray(kind) + QByteArray::number(number));
}

void addSites(FleetTables &tables, int sites, Instant now)
{
    const QStringList countries{QStringLiteral("DE"), QStringLiteral("FR"), QStringLiteral("US"),
                                QStringLiteral("JP"), QStringLiteral("BR"), QStringLiteral("IE")};
    for (int i = 0; i < kConnections; ++i) {
        Connection connection;
        connection.id = idOf("connection/", i);
        connection.name = QStringLiteral("connection%1").arg(i);
        connection.state = ConnectionState::Live;
        Feed feed;
        feed.id = idOf("feed/", i);
        feed.connection = connection.id;
        feed.observedAt = now - Milliseconds(i * 10);
        tables.connections.insert(std::move(connection));
        tables.feeds.insert(std::move(feed));
    }
    for (int i = 0; i < sites; ++i) {
        Site site;
        site.id = idOf("site/", i);
        site.name = QStringLiteral("site%1").arg(i);
        site.region = QStringLiteral("region%1").arg(i % 20);
        site.place.country = countries[i % countries.size()];
        site.feeds = {idOf("feed/", i % kConnections)};
        Verdict verdict;
        verdict.id = site.id;
        verdict.state = SiteState::Healthy;
        tables.sites.insert(std::move(site));
        tables.verdicts.insert(std::move(verdict));
    }
}

/// A service with three placements, a node, and an asset with two copies.
void addRow(FleetTables &tables, int row, int rows, int sites)
{
    const int mixed = int(qint64(row) * 7919 % rows);
    Service service;
    service.id = idOf("service/", row);
    service.name = QStringLiteral("service-%1").arg(mixed);
    service.tier = row % 4;
    Asset asset;
    asset.id = idOf("asset/", row);
    asset.name = QStringLiteral("asset-%1").arg(mixed);
    asset.classification = QStringLiteral("class%1").arg(row % 7);
    for (int copy = 0; copy < 3; ++copy) {
        const int site = int((qint64(row) * 31 + copy * 977) % sites);
        Placement placement;
        placement.id = idOf("placement/", row * 3 + copy);
        placement.service = service.id;
        placement.site = idOf("site/", site);
        placement.feed = idOf("feed/", site % kConnections);
        placement.desired = 2;
        placement.ready = row % 97 == 0 ? 1 : 2;
        placement.health = row % 97 == 0 ? Health::Unhealthy : Health::Healthy;
        placement.image = QStringLiteral("image:%1").arg(row % 500);
        if (copy < 2) {
            Replica replica;
            replica.id = idOf("replica/", row * 2 + copy);
            replica.asset = asset.id;
            replica.site = placement.site;
            replica.feed = placement.feed;
            replica.state = ReplicaState::InSync;
            replica.bytes = qint64(row) * 1000;
            replica.lagMs = row % 500;
            tables.replicas.insert(std::move(replica));
        }
        tables.placements.insert(std::move(placement));
    }
    Node node;
    node.id = idOf("node/", row);
    node.name = QStringLiteral("node-%1").arg(mixed);
    node.site = idOf("site/", row % sites);
    node.feed = idOf("feed/", row % kConnections);
    node.condition = Condition::Up;
    node.cpu = {double(row % 64), 64};
    node.memory = {double(row % 100), 100};
    node.load1 = row % 30;
    node.platform = QStringLiteral("Debian %1").arg(row % 9);
    tables.services.insert(std::move(service));
    tables.assets.insert(std::move(asset));
    tables.nodes.insert(std::move(node));
}

/// A thousand things of each kind as they may be a second later.
SnapshotPtr changed(const FleetSnapshot &before)
{
    auto after = std::make_shared<FleetSnapshot>(before);
    after->revision.number++;
    for (int i = 0; i < kChanges; ++i) {
        Placement placement = *before.tables.placements.find(idOf("placement/", i * 3));
        placement.ready = 0;
        after->tables.placements.insert(std::move(placement));
        Node node = *before.tables.nodes.find(idOf("node/", i));
        node.load1 += 1;
        after->tables.nodes.insert(std::move(node));
        Replica replica = *before.tables.replicas.find(idOf("replica/", i * 2));
        replica.lagMs += 1;
        after->tables.replicas.insert(std::move(replica));
    }
    return after;
}

void benchKind(const QByteArray &name, EntityKind kind, const SnapshotPtr &snapshot, Instant now)
{
    ManualClock clock(now);
    FleetStore store(clock, snapshot);
    KeeperLink link;
    link.state = KeeperLink::State::Live;
    store.setLink(link);
    ThemeSwitch themes(*qApp, Theme::Kind::Dark);
    EntityTableModel model(kind, store);
    TableView view(themes, model, QStringLiteral("services"));
    view.resize(1600, 1000);
    view.show();
    const auto order = [&](const QList<EntityOrder> &by) {
        EntityQuery query;
        query.order = by;
        model.setQuery(query);
        view.repaint();
    };
    {
        Phase phase(name + "-read"); // in a worker
        StallWatch stalls;
        model.wake();
        while (!model.isRead())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        view.repaint();
        phase.set(QStringLiteral("rows"), model.total());
        phase.set(QStringLiteral("stall_ms"), stalls.takeLongest());
    }
    {
        Phase phase(name + "-sorts"); // all three together
        phase.setUnit(QStringLiteral("rounds"));
        const int site = EntityFields::indexOf(model.fields(), u"site");
        for (int round = 0; round < kRounds; ++round) {
            phase.addFrame(run([&] {
                order({{1, false}});
                order({{site, false}});
                order({{0, false}});
            }));
        }
    }
    {
        Phase phase(name + "-filter"); // "site9", key by key
        phase.setUnit(QStringLiteral("rounds"));
        const QString typed = QStringLiteral("site9");
        for (int round = 0; round < kRounds; ++round) {
            model.setQuery({});
            phase.addFrame(run([&] {
                for (qsizetype length = 1; length <= typed.size(); ++length) {
                    EntityQuery query;
                    query.words = QStringList{typed.left(length)};
                    model.setQuery(query);
                    view.repaint();
                }
            }));
        }
        phase.set(QStringLiteral("matches"), model.matches());
        model.setQuery({});
    }
    {
        Phase phase(name + "-scroll");
        for (int frame = 0; frame < kScrolls; ++frame) {
            phase.addFrame(run([&] {
                view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + 120);
                QCoreApplication::processEvents();
            }));
        }
    }
    Phase phase(name + "-change"); // of a thousand rows
    phase.setUnit(QStringLiteral("changes"));
    const SnapshotPtr other = changed(*snapshot);
    for (int round = 0; round < kRounds; ++round) {
        phase.addFrame(run([&] {
            store.take(round % 2 == 0 ? other : snapshot);
            clock.advance(FleetStore::kFrame);
        }));
    }
}

} // namespace

void benchEntities(int rows)
{
    const Instant now{Milliseconds(1'790'000'000'000)};
    auto snapshot = std::make_shared<FleetSnapshot>();
    snapshot->revision = {QStringLiteral("bench"), 1, 1};
    snapshot->at = now;
    const int sites = std::max(1, rows / 10);
    addSites(snapshot->tables, sites, now);
    for (int row = 0; row < rows; ++row)
        addRow(snapshot->tables, row, rows, sites);
    benchKind("services", EntityKind::Service, snapshot, now);
    benchKind("nodes", EntityKind::Node, snapshot, now);
    benchKind("data", EntityKind::Asset, snapshot, now);
}

} // namespace graticule::bench
