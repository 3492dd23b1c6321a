// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/healthengine.h"
#include "tests/connectors/labtest.h"
#include "tests/health/fleetbuilder.h"
#include "tests/testing/processortimer.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace graticule::testing;

/// Lab and health engine together: what a person sees of a fault, and of a calm hour.
class TestLabHealth : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startsCalm();
    void anHourIsCalm();
    void aFaultShowsWhereItIs_data();
    void aFaultShowsWhereItIs();
    void aHundredThousandSites();

private:
    /// Steps lab and engine to that second; all sites that are not healthy, one per line: "fra1 down site.down
    /// link.down"
    QString unwellAt(int second)
    {
        m_tables.apply(m_world->step(labTime(second)));
        seeAll(second);
        HealthStep step = HealthEngine::step(std::move(m_memory), m_tables, labTime(second));
        m_memory = std::move(step.memory);
        QStringList lines;
        m_memory.verdicts.forEach([&](const Verdict &verdict) {
            if (verdict.state == SiteState::Healthy && !verdict.stale)
                return;
            QStringList codes;
            for (const Reason &reason : verdict.reasons) {
                if (!codes.contains(reason.code))
                    codes.append(reason.code);
            }
            lines.append(m_tables.sites.find(verdict.id)->name + u' ' + text(verdict.state) + u' ' + codes.join(u' '));
        });
        lines.sort();
        return lines.join(u'\n');
    }
    /// What the supervisor does with every beat.
    void seeAll(int second)
    {
        for (const LabRegion &region : m_world->regions()) {
            Feed feed = *m_tables.feeds.find(region.feed);
            feed.observedAt = labTime(second);
            m_tables.feeds.insert(feed);
        }
    }

    LabData m_data;
    std::optional<LabWorld> m_world;
    FleetTables m_tables;
    HealthMemory m_memory;
};

void TestLabHealth::init()
{
    Test::init();
    m_world.emplace(m_data.world());
    m_tables = m_world->tables(kLabStart);
    m_memory = {};
}

void TestLabHealth::startsCalm()
{
    QCOMPARE(unwellAt(0), QStringLiteral("dewie1 maintenance site.maintenance\n"
                                         "fra1 degraded replica.lagging\n"
                                         "mxsal1 degraded node.down"));
}

void TestLabHealth::anHourIsCalm()
{
    const QString first = unwellAt(0);
    for (int second = 1; second <= 3600; second += 7)
        QCOMPARE(unwellAt(second), first);
}

void TestLabHealth::aFaultShowsWhereItIs_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("expected"); // beside what is always there
    QTest::newRow("site down") << "site-down"
                               << "bud1"
                               << "bud1 down site.down node.down service.failed link.down";
    QTest::newRow("hub down: its neighbours are not to blame")
        << "site-down"
        << "jnb1"
        << "jnb1 down site.down node.down service.failed link.down more";
    QTest::newRow("link cut") << "link-cut"
                              << "fra1>bud1"
                              << "bud1 degraded link.down";
    QTest::newRow("link slow") << "link-slow"
                               << "bud1"
                               << "bud1 degraded link.slow";
    QTest::newRow("copies lag") << "replica-lag"
                                << "identity-db"
                                << "cnzho1 degraded replica.lagging\nhkg1 degraded replica.lagging\niad1 degraded "
                                   "replica.lagging";
}

void TestLabHealth::aFaultShowsWhereItIs()
{
    QFETCH(QString, kind);
    QFETCH(QString, target);
    QFETCH(QString, expected);
    const QStringList calm = unwellAt(0).split(u'\n');
    QVERIFY(m_world->inject(kind, target, labTime(1)));
    QStringList unwell = unwellAt(2).split(u'\n');
    for (const QString &line : calm)
        unwell.removeOne(line);
    QCOMPARE(unwell.join(u'\n'), expected);
    QVERIFY(m_world->heal(target));
    QCOMPARE(unwellAt(3).split(u'\n'), calm);
}

void TestLabHealth::aHundredThousandSites()
{
    m_world.emplace(m_data.world(100'000));
    m_tables = m_world->tables(kLabStart);
    testing::ProcessorTimer timer;
    timer.start();
    m_memory = HealthEngine::step({}, m_tables, kLabStart).memory;
    const qint64 first = timer.restart();
    QCOMPARE(m_memory.verdicts.size(), 100'000);
    qint64 worst = 0;
    qint64 sum = 0;
    for (int second = 1; second <= 20; ++second) {
        m_tables.apply(m_world->step(labTime(second)));
        timer.restart();
        HealthStep step = HealthEngine::step(std::move(m_memory), m_tables, labTime(second));
        const qint64 took = timer.nsecsElapsed() / 1000;
        worst = std::max(worst, took);
        sum += took;
        m_memory = std::move(step.memory);
    }
    qInfo("100,000 sites: first step %lld ms, then %lld us a tick, at most %lld us", first, sum / 20, worst);
    QVERIFY(first < 20'000 && worst < 1'000'000); // a slow, busy machine
}

QTEST_GUILESS_MAIN(TestLabHealth)
#include "tst_labhealth.moc"
