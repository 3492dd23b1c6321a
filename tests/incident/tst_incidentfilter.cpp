// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/incidentfilter.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace Qt::Literals::StringLiterals;

namespace {

/// fra and ams run the shop, fra and sin the desk; a copy of the orders is at sin.
FleetDelta fleet()
{
    FleetDelta delta;
    for (const char *id : {"fra", "ams", "sin"}) {
        Site site;
        site.id = EntityId(id);
        site.name = QString::fromLatin1(id) + u'1';
        site.feeds = {EntityId(QByteArray("feed-") + id)};
        delta.sites.upsert(site);
        Feed feed;
        feed.id = site.feeds.first();
        feed.connection = EntityId(QByteArray("connection-") + id);
        delta.feeds.upsert(feed);
        Connection connection;
        connection.id = feed.connection;
        delta.connections.upsert(connection);
        Node node;
        node.id = EntityId(QByteArray("node-") + id);
        node.site = site.id;
        node.feed = feed.id;
        delta.nodes.upsert(node);
        delta.verdicts.upsert(Verdict{site.id, SiteState::Healthy, false, kNever, {}});
    }
    for (const char *id : {"shop", "desk"}) {
        Service service;
        service.id = EntityId(id);
        service.name = QString::fromLatin1(id);
        delta.services.upsert(service);
    }
    for (const auto &[service, site] : {std::pair("shop", "fra"), {"shop", "ams"}, {"desk", "fra"}, {"desk", "sin"}}) {
        Placement placement;
        placement.id = EntityId(QByteArray(service) + '@' + site);
        placement.service = EntityId(service);
        placement.site = EntityId(site);
        delta.placements.upsert(placement);
    }
    Asset asset;
    asset.id = EntityId("orders");
    delta.assets.upsert(asset);
    Replica replica;
    replica.id = EntityId("orders@sin");
    replica.asset = asset.id;
    replica.site = EntityId("sin");
    delta.replicas.upsert(replica);
    for (const auto &[from, to] : {std::pair("fra", "ams"), {"fra", "sin"}}) {
        Link link;
        link.id = EntityId(QByteArray(from) + '>' + to);
        link.from = EntityId(from);
        link.to = EntityId(to);
        delta.links.upsert(link);
    }
    return delta;
}

/// Ids, or what is refused.
QString kept(const QStringList &sites, const QStringList &services)
{
    IncidentFilter filter(sites, services);
    filter.look(fleet());
    if (const auto settled = filter.settle(); !settled)
        return settled.error().text;
    QStringList ids;
    forEachKind(
        [&](const auto &changes) {
            for (const auto &item : changes.upserted)
                ids << item->id.toString();
        },
        filter.kept(fleet()));
    return ids.join(u' ');
}

} // namespace

class TestIncidentFilter : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void ofASiteAllThatIsThere()
    {
        QCOMPARE(kept({u"sin1"_s}, {}), u"connection-sin feed-sin sin node-sin desk desk@sin orders orders@sin sin"_s);
    }

    void linksBetweenThem()
    {
        QCOMPARE(kept({u"fra1"_s, u"ams"_s}, {}), u"connection-fra connection-ams feed-fra feed-ams fra ams node-fra "
                                                  "node-ams shop desk shop@fra shop@ams desk@fra fra>ams fra ams"_s);
    }

    void ofAServiceWhereItRuns()
    {
        QCOMPARE(kept({}, {u"desk"_s}), u"connection-fra connection-sin feed-fra feed-sin fra sin node-fra node-sin "
                                        "desk desk@fra desk@sin fra>sin fra sin"_s);
    }

    void ofBothOnlyThese()
    {
        QCOMPARE(kept({u"ams1"_s}, {u"shop"_s}), u"connection-ams feed-ams ams node-ams shop shop@ams ams"_s);
    }

    void whatThereIsNotIsNamed()
    {
        QCOMPARE(kept({u"fra1"_s, u"fra9"_s}, {}), u"There was no site \"fra9\" in that time."_s);
        QCOMPARE(kept({}, {u"web"_s}), u"There was no service \"web\" in that time."_s);
    }
};

QTEST_GUILESS_MAIN(TestIncidentFilter)
#include "tst_incidentfilter.moc"
