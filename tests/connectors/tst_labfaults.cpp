// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/labtest.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace graticule::testing;

/// Faults on demand, and what they do to the lab.
class TestLabFaults : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world.emplace(m_data.world()); }
    void aSiteGoesDownAndComesBack();
    void aLinkIsCutBothWays();
    void aLinkIsSlow();
    void allLinksOfASite();
    void copiesFallBehind();
    void aKeeperFreezes();
    void aClockIsWrong();
    void targetsAreFoundByIdAndName_data();
    void targetsAreFoundByIdAndName();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void takesSecondsForClocksOnly();
    void overlappingFaultsHealOneByOne();
    void healingAllHealsAll();
    void whoeverListensIsTold();

private:
    Result<Done> inject(const QString &kind, const QString &target, int seconds = 0)
    {
        return m_world->inject(kind, target, labTime(seconds));
    }
    EntityId siteId(int region, const char *name) const
    {
        return EntityId::of(m_world->regions()[size_t(region)].connection, "site", QString::fromLatin1(name));
    }
    QString siteText(const char *name, int seconds)
    {
        const FleetTables tables = m_world->tables(labTime(seconds));
        QString text;
        tables.sites.forEach([&](const Site &site) {
            if (site.name != QLatin1String(name))
                return;
            int nodes = 0;
            tables.nodes.forEach([&](const Node &n) { nodes += n.site == site.id && n.condition == Condition::Up; });
            int ready = 0;
            tables.placements.forEach([&](const Placement &p) { ready += p.site == site.id ? p.ready : 0; });
            int links = 0;
            tables.links.forEach([&](const Link &l) {
                links += (l.from == site.id || l.to == site.id) && l.condition == Condition::Up;
            });
            text = QStringLiteral("condition %1, %2 nodes up, %3 ready, %4 links up")
                       .arg(int(site.condition))
                       .arg(nodes)
                       .arg(ready)
                       .arg(links);
        });
        return text;
    }
    QString linkText(const QString &pair, int seconds)
    {
        QString text;
        m_world->tables(labTime(seconds)).links.forEach([&](const Link &link) {
            if (link.id.toString().endsWith(u'/' + pair))
                text = link.condition == Condition::Down ? QStringLiteral("cut")
                       : link.rttMs > link.limitMs       ? QStringLiteral("slow")
                                                         : QStringLiteral("fine");
        });
        return text;
    }
    QString faultsText() const
    {
        QStringList parts;
        for (const LabFault &fault : m_world->faults())
            parts.append(nameOf(fault.kind) + u' ' + fault.target);
        return parts.join(QStringLiteral(", "));
    }

    LabData m_data;
    std::optional<LabWorld> m_world;
};

void TestLabFaults::aSiteGoesDownAndComesBack()
{
    const QString before = siteText("lon1", 0);
    QVERIFY(before.startsWith("condition 1, "));
    QVERIFY(inject("site-down", "lon1"));
    QCOMPARE(siteText("lon1", 1), QStringLiteral("condition 3, 0 nodes up, 0 ready, 0 links up"));
    QCOMPARE(linkText("fra1>lon1", 1), QStringLiteral("cut"));
    QCOMPARE(linkText("fra1>sin1", 1), QStringLiteral("fine"));
    QVERIFY(m_world->heal("lon1"));
    QCOMPARE(siteText("lon1", 2), before);
}

void TestLabFaults::aLinkIsCutBothWays()
{
    QVERIFY(inject("link-cut", "fra1>iad1"));
    QCOMPARE(linkText("fra1>iad1", 1) + linkText("iad1>fra1", 1), QStringLiteral("cutcut"));
    QCOMPARE(linkText("fra1>lon1", 1), QStringLiteral("fine"));
    QVERIFY(m_world->heal("fra1>iad1"));
    QCOMPARE(linkText("fra1>iad1", 2) + linkText("iad1>fra1", 2), QStringLiteral("finefine"));
}

void TestLabFaults::aLinkIsSlow()
{
    const QString id = EntityId::of(m_world->regions()[0].connection, "link", QStringLiteral("fra1>iad1")).toString();
    QVERIFY(inject("link-slow", id)); // by id: this direction only
    QCOMPARE(linkText("fra1>iad1", 1) + linkText("iad1>fra1", 1), QStringLiteral("slowfine"));
    QVERIFY(m_world->heal(id));
    QCOMPARE(linkText("fra1>iad1", 2), QStringLiteral("fine"));
}

void TestLabFaults::allLinksOfASite()
{
    QVERIFY(inject("link-cut", "sin1"));
    QVERIFY(siteText("sin1", 1).endsWith(" 0 links up"));
    QVERIFY(siteText("sin1", 1).startsWith("condition 1,"));
}

void TestLabFaults::copiesFallBehind()
{
    QVERIFY(inject("replica-lag", "orders-db"));
    const auto lags = [&](int seconds) {
        QStringList text;
        m_world->tables(labTime(seconds)).replicas.forEach([&](const Replica &replica) {
            if (replica.asset == EntityId::declared("asset", "orders-db"))
                text.append(QStringLiteral("%1 %2 %3 s")
                                .arg(int(replica.role))
                                .arg(int(replica.state))
                                .arg(qint64(replica.lagMs / 1000)));
        });
        text.sort();
        return text.join(QStringLiteral(", "));
    };
    QCOMPARE(lags(60), QStringLiteral("2 1 0 s, 3 2 65 s, 3 2 65 s, 3 2 65 s"));
    QCOMPARE(lags(90), QStringLiteral("2 1 0 s, 3 2 95 s, 3 2 95 s, 3 2 95 s"));
    QVERIFY(m_world->heal("orders-db"));
    QCOMPARE(lags(91), QStringLiteral("2 1 0 s, 3 1 0 s, 3 1 0 s, 3 1 0 s"));
}

void TestLabFaults::aKeeperFreezes()
{
    QVERIFY(!m_world->isFrozen(0));
    QVERIFY(inject("endpoint-frozen", "europe"));
    QVERIFY(m_world->isFrozen(0) && !m_world->isFrozen(1));
    QVERIFY(m_world->heal("Europe"));
    QVERIFY(!m_world->isFrozen(0));
}

void TestLabFaults::aClockIsWrong()
{
    QVERIFY(inject("clock-wrong", "asia"));
    QCOMPARE(m_world->clockOffset(3), Milliseconds(3'600'000));
    QVERIFY(m_world->inject("clock-wrong", "asia", kLabStart, {{"seconds", "-120"}}));
    QCOMPARE(m_world->clockOffset(3), Milliseconds(-120'000));
    QCOMPARE(faultsText(), QStringLiteral("clock-wrong Asia"));
    QVERIFY(m_world->heal("asia"));
    QCOMPARE(m_world->clockOffset(3), Milliseconds(0));
}

void TestLabFaults::targetsAreFoundByIdAndName_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("expected");
    const auto regions = labRegions(1);
    const QString europe = regions[0].connection.toString();
    QTest::newRow("site by name, any case") << "site-down"
                                            << "FRA1"
                                            << "site-down fra1";
    QTest::newRow("site by id") << "site-down" << europe + "/site/fra1"
                                << "site-down fra1";
    QTest::newRow("link by id") << "link-cut" << europe + "/link/fra1>lon1"
                                << "link-cut fra1>lon1";
    QTest::newRow("links with blanks") << "link-slow"
                                       << "lon1 > fra1"
                                       << "link-slow lon1>fra1";
    QTest::newRow("asset by id") << "replica-lag"
                                 << "asset:ledger"
                                 << "replica-lag ledger";
    QTest::newRow("region by name") << "endpoint-frozen"
                                    << "Africa & Middle East"
                                    << "endpoint-frozen Africa & Middle East";
    QTest::newRow("region by connection") << "endpoint-frozen" << europe << "endpoint-frozen Europe";
    QTest::newRow("region of a site") << "clock-wrong"
                                      << "sin1"
                                      << "clock-wrong Asia";
    QTest::newRow("region of an id") << "clock-wrong" << europe + "/node/whatever"
                                     << "clock-wrong Europe";
}

void TestLabFaults::targetsAreFoundByIdAndName()
{
    QFETCH(QString, kind);
    QFETCH(QString, target);
    const Result<Done> done = inject(kind, target);
    QVERIFY2(done, done ? "" : qPrintable(done.error().text));
    QVERIFY(inject(kind, target)); // once more is nothing new
    QTEST(faultsText(), "expected");
    QVERIFY(m_world->heal(target));
    QCOMPARE(faultsText(), QString());
}

void TestLabFaults::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("expected");
    QTest::newRow("kind")
        << "explode"
        << "fra1"
        << "There is no fault \"explode\"; known are site-down, endpoint-frozen, link-cut, link-slow, "
           "replica-lag, clock-wrong.";
    QTest::newRow("nothing") << "site-down"
                             << ""
                             << "target: name a site, link, asset or region of the lab.";
    QTest::newRow("huge") << "site-down" << QString(100'000, u'x')
                          << "target: name a site, link, asset or region of the lab.";
    QTest::newRow("site") << "site-down"
                          << "lonn1"
                          << "There is no site \"lonn1\" in the lab. Spelt alike: lon1.";
    QTest::newRow("asset") << "replica-lag"
                           << "order-db"
                           << "There is no asset with copies \"order-db\" in the lab. Spelt alike: orders-db.";
    QTest::newRow("region") << "endpoint-frozen"
                            << "Antarctica"
                            << "There is no region \"Antarctica\" in the lab.";
    QTest::newRow("pair that is not joined")
        << "link-cut"
        << "lon1>gateway1"
        << "No link joins lon1 and gateway1 in the lab. lon1 has links with ams1, ams2, "
           "cwl1, dxb1, fra1, gblut1, lil1, mad1, mad2, mad3, sao1, sin1 and others.";
    QTest::newRow("pair with a slip") << "link-cut"
                                      << "lon1>ams11"
                                      << "There is no site \"ams11\" in the lab. Spelt alike: ams1, ams2.";
}

void TestLabFaults::takesSecondsForClocksOnly()
{
    const Result<Done> done = m_world->inject(QStringLiteral("site-down"), QStringLiteral("fra1"), kLabStart,
                                              {{QStringLiteral("seconds"), QStringLiteral("5")}});
    QVERIFY(!done);
    QCOMPARE(done.error().text,
             QStringLiteral("seconds: only clock-wrong takes them; site-down lasts until it is healed."));
}

void TestLabFaults::saysWhatIsWrong()
{
    QFETCH(QString, kind);
    QFETCH(QString, target);
    const Result<Done> done = inject(kind, target);
    QVERIFY(!done);
    QCOMPARE(done.error().fault, Fault::Input);
    QTEST(done.error().text, "expected");
    const Result<Done> healed = m_world->heal("fra1");
    QVERIFY(!healed);
    QCOMPARE(healed.error().text, QStringLiteral("There is no fault at \"fra1\" in the lab. Faults now: none."));
    QVERIFY(!m_world->inject("clock-wrong", "asia", kLabStart, {{"seconds", "soon"}}));
}

void TestLabFaults::overlappingFaultsHealOneByOne()
{
    QVERIFY(inject("site-down", "lon1"));
    QVERIFY(inject("link-cut", "fra1>lon1"));
    QVERIFY(m_world->heal("lon1"));
    QCOMPARE(linkText("fra1>lon1", 1), QStringLiteral("cut"));
    QVERIFY(m_world->heal("fra1>lon1"));
    QCOMPARE(linkText("fra1>lon1", 2), QStringLiteral("fine"));
}

void TestLabFaults::healingAllHealsAll()
{
    QVERIFY(m_world->heal("all")); // also when there is nothing
    for (const char *kind : {"site-down", "link-cut", "endpoint-frozen", "clock-wrong"})
        QVERIFY(inject(QString::fromLatin1(kind), "fra1"));
    QVERIFY(inject("replica-lag", "ledger"));
    QVERIFY(m_world->heal("all"));
    QCOMPARE(faultsText(), QString());
    QVERIFY(!m_world->isFrozen(0));
    QVERIFY(siteText("fra1", 1).startsWith("condition 1,"));
}

void TestLabFaults::whoeverListensIsTold()
{
    int told = 0;
    m_world->onFaultsChanged([&] { ++told; });
    QVERIFY(inject("site-down", "fra1"));
    QVERIFY(inject("site-down", "fra1"));
    QVERIFY(m_world->heal("fra1"));
    QCOMPARE(told, 2);
}

QTEST_GUILESS_MAIN(TestLabFaults)
#include "tst_labfaults.moc"
