// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/filesecretstore.h"
#include "backend/connectors/lab/labconnector.h"
#include "backend/domain/manualclock.h"
#include "tests/connectors/fakesites.h"
#include "tests/connectors/labtest.h"
#include "tests/testing/test.h"

#include <QSignalSpy>

using namespace graticule;
using namespace graticule::testing;

/// The connector that tells of one region of the lab.
class TestLabConnector : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsThenTellsChangesEverySecond();
    void beatsAtOnce();
    void isSilentWhileFrozen();
    void isSilentAfterStop();
    void startsAgain();
    void performsFaults();
    void refusesWhatItCannotDo();
    void checksTheAddress();

private:
    ActionProgress perform(const char *verb, const char *target, const QMap<QString, QString> &arguments = {})
    {
        ActionProgress last;
        m_connector->perform({QString::fromLatin1(verb), EntityId(QByteArray(target)), arguments, {}},
                             [&](const ActionProgress &progress) { last = progress; });
        return last;
    }
    void advance(int seconds) { m_clock->advance(std::chrono::seconds(seconds)); }

    LabData m_data;
    std::shared_ptr<LabWorld> m_world;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<LoadMeter> m_load;
    FakeSites m_sites;
    FileSecretStore m_secrets;
    std::unique_ptr<Connector> m_connector;
    std::unique_ptr<QSignalSpy> m_listed, m_changed, m_sampled, m_beat, m_failed;
};

void TestLabConnector::init()
{
    Test::init();
    m_world = std::make_shared<LabWorld>(m_data.world());
    m_clock = std::make_unique<ManualClock>(kLabStart);
    m_load = std::make_unique<LoadMeter>(*m_clock, 0, 0);
    m_connector = labConnectorType(m_world).create(
        {labConnectionConfig(*m_world, 0), *m_clock, *m_load, m_sites, m_secrets, QStringLiteral("k1")});
    m_listed = std::make_unique<QSignalSpy>(m_connector.get(), &Connector::listed);
    m_changed = std::make_unique<QSignalSpy>(m_connector.get(), &Connector::changed);
    m_sampled = std::make_unique<QSignalSpy>(m_connector.get(), &Connector::sampled);
    m_beat = std::make_unique<QSignalSpy>(m_connector.get(), &Connector::beat);
    m_failed = std::make_unique<QSignalSpy>(m_connector.get(), &Connector::failed);
}

void TestLabConnector::cleanup()
{
    m_connector.reset();
}

void TestLabConnector::listsThenTellsChangesEverySecond()
{
    m_connector->start();
    QCOMPARE(m_listed->count(), 0); // never from within start()
    advance(0);
    QCOMPARE(m_listed->count(), 1);
    const auto all = m_listed->first().first().value<FleetDelta>();
    QCOMPARE(all.sites.upserted.size(), size_t(33));
    QVERIFY(all.nodes.upserted.size() > 50);
    QCOMPARE(all.sites.upserted.front()->region, QStringLiteral("Europe"));
    advance(10);
    QCOMPARE(m_changed->count(), 10);
    QCOMPARE(m_sampled->count(), 10);
    QCOMPARE(m_listed->count(), 1);
    QCOMPARE(m_failed->count(), 0);
}

void TestLabConnector::beatsAtOnce()
{
    m_connector->probe();
    QCOMPARE(m_beat->count(), 0); // not started
    m_connector->start();
    m_connector->probe();
    QCOMPARE(m_beat->count(), 1);
    QCOMPARE(m_beat->first().first().value<Beat>().version, QStringLiteral("lab, seed 1, 120 sites"));
}

void TestLabConnector::isSilentWhileFrozen()
{
    QVERIFY(m_world->inject("endpoint-frozen", "europe", kLabStart));
    m_connector->start();
    advance(5);
    m_connector->probe();
    QCOMPARE(m_listed->count() + m_changed->count() + m_beat->count() + m_failed->count(), 0);
    QVERIFY(perform("lab.heal", "europe").error.text.isEmpty());
    advance(2);
    QCOMPARE(m_listed->count(), 1);
    QVERIFY(m_world->inject("endpoint-frozen", "europe", kLabStart));
    m_changed->clear();
    advance(5);
    QCOMPARE(m_changed->count(), 0);
}

void TestLabConnector::isSilentAfterStop()
{
    m_connector->start();
    m_connector->stop();
    advance(5);
    m_connector->probe();
    QCOMPARE(m_listed->count() + m_changed->count() + m_beat->count() + m_failed->count(), 0);
}

void TestLabConnector::startsAgain()
{
    m_connector->start();
    advance(3);
    m_connector->stop();
    m_connector->start();
    m_changed->clear();
    advance(3);
    QCOMPARE(m_listed->count(), 2);
    QCOMPARE(m_changed->count(), 3); // one chain of ticks, not two
}

void TestLabConnector::performsFaults()
{
    m_connector->start();
    advance(1);
    m_changed->clear();
    const ActionProgress done = perform("lab.fault", "lon1", {{"kind", "site-down"}});
    QVERIFY(done.finished);
    QCOMPARE(done.error.text, QString());
    QCOMPARE(done.text, QStringLiteral("site-down at lon1"));
    advance(0); // seen at once, not at the next tick
    QCOMPARE(m_changed->count(), 1);
    QStringList down;
    for (const auto &site : m_changed->first().first().value<FleetDelta>().sites.upserted) {
        if (site->condition == Condition::Down)
            down.append(site->name);
    }
    QCOMPARE(down, QStringList{"lon1"});
    QCOMPARE(perform("lab.heal", "lon1").error.text, QString());
    QVERIFY(m_world->faults().empty());
}

void TestLabConnector::refusesWhatItCannotDo()
{
    QCOMPARE(perform("drain", "lon1").error.kind, ErrorKind::Unsupported);
    const ActionProgress nowhere = perform("lab.fault", "lon99", {{"kind", "site-down"}});
    QVERIFY(nowhere.finished);
    QCOMPARE(nowhere.error.kind, ErrorKind::NotFound);
    QCOMPARE(perform("lab.fault", "lon1").error.kind, ErrorKind::Invalid); // no kind
}

void TestLabConnector::checksTheAddress()
{
    const ConnectorType type = labConnectorType(m_world);
    ConnectionConfig config = labConnectionConfig(*m_world, 2);
    QCOMPARE(config.address, QStringLiteral("lab:south-america"));
    QCOMPARE(type.check(config), QStringList());
    config.address = QStringLiteral("lab:atlantis");
    QCOMPARE(type.check(config),
             QStringList{"address: \"lab:atlantis\" is none of lab:europe, lab:north-america, lab:south-america, "
                         "lab:asia, lab:africa-middle-east, lab:oceania"});
    const auto lost = type.create({config, *m_clock, *m_load, m_sites, m_secrets, {}});
    QSignalSpy failed(lost.get(), &Connector::failed);
    lost->start();
    advance(3);
    QCOMPARE(failed.count(), 1);
}

QTEST_GUILESS_MAIN(TestLabConnector)
#include "tst_labconnector.moc"
