// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/keeper/actingkeeper.h"
#include "tests/testing/test.h"

#include <QTemporaryDir>

using namespace graticule;
using testing::ActingKeeper;
using testing::Emptied;

namespace {

constexpr int kSoon = 60'000; // on a busy machine

/// "web 1, cart 3".
QString items(const ActionProgress &progress)
{
    QStringList words;
    for (const ActionItem &item : progress.items)
        words.append(QStringLiteral("%1 %2").arg(item.name).arg(int(item.state)));
    return words.join(QStringLiteral(", "));
}

} // namespace

/// What a central keeper is asked for and a regional one does, over a real socket that can be cut.
class tst_RelayedActs : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Test::init();
        m_directory = std::make_unique<QTemporaryDir>();
        m_node = {};
        m_ends.clear();
        m_address = QStringLiteral("unix://") + m_directory->filePath(QStringLiteral("r.sock"));
        makeRegion();
        serve();
        m_central =
            std::make_unique<ActingKeeper>(m_directory->filePath(QStringLiteral("central")), QStringLiteral("central"),
                                           testing::endpoint("grpc", "region", m_address), m_nobody);
        QTRY_VERIFY_WITH_TIMEOUT(m_central->sees("n1"), kSoon);
        m_central->keeper->perform({QStringLiteral("drain"), EntityId("n1"), {}, QStringLiteral("key")},
                                   [this](const ActionProgress &step) {
                                       if (step.finished)
                                           m_ends.append(step.error.text.isEmpty() ? step.text : step.error.text);
                                   });
        QTRY_COMPARE_WITH_TIMEOUT(items(m_central->progress()), QStringLiteral("web 1, cart 1"), kSoon);
    }
    void cleanup()
    {
        m_central.reset();
        m_server.reset();
        m_region.reset();
    }

    void isFollowedAndStoppedThroughTwoKeepers()
    {
        m_node.tell(Emptied::step("web", ActionItemState::Done, 1));
        QTRY_COMPARE_WITH_TIMEOUT(items(m_central->progress()), QStringLiteral("web 3, cart 1"), kSoon);
        QVERIFY(m_central->progress().stoppable);
        QCOMPARE(stop(), QStringLiteral("taken"));
        QCOMPARE(m_node.stopped, QStringLiteral("key"));
        QTRY_COMPARE_WITH_TIMEOUT(m_ends, QStringList{QStringLiteral("Stopped.")}, kSoon);
    }

    /// What a regional keeper does it goes on with while the central one does not see it.
    void aCutBetweenTheKeepersIsNoEnd()
    {
        cut();
        QCOMPARE(items(m_central->progress()), QStringLiteral("web 1, cart 1"));
        QVERIFY(!m_central->progress().stoppable && m_central->progress().of == 2);
        QCOMPARE(stop(), QStringLiteral("It was not asked to stop: the way to region is cut; it may go on there."));
        m_node.tell(Emptied::step("web", ActionItemState::Done, 1));
        comeBack();
        QTRY_COMPARE_WITH_TIMEOUT(items(m_central->progress()), QStringLiteral("web 3, cart 1"), kSoon);
        QCOMPARE(m_central->progress().text, QStringLiteral("1 of 2"));
        QCOMPARE(m_node.asked, 1);
        m_node.tell(Emptied::step("cart", ActionItemState::Working, 1));
        QTRY_COMPARE_WITH_TIMEOUT(items(m_central->progress()), QStringLiteral("web 3, cart 2"), kSoon);
        QCOMPARE(stop(), QStringLiteral("taken"));
        QTRY_COMPARE_WITH_TIMEOUT(m_ends, QStringList{QStringLiteral("Stopped.")}, kSoon);
        QCOMPARE(m_central->keeper->running().size(), 0);
    }

    void whatEndedMeanwhileIsLearnt()
    {
        cut();
        m_node.tell({QStringLiteral("n1 is empty"), true, {}, 2, 2});
        QCOMPARE(m_ends, QStringList());
        comeBack();
        QTRY_COMPARE_WITH_TIMEOUT(m_ends, QStringList{QStringLiteral("n1 is empty")}, kSoon);
    }

    /// Nothing is begun a second time by who only wants to know how it goes on.
    void aKeeperThatWasStartedAnewIsAskedForNothing()
    {
        cut();
        m_region.reset();
        makeRegion();
        comeBack();
        QTRY_COMPARE_WITH_TIMEOUT(
            m_ends,
            QStringList{QStringLiteral("region knows nothing of it: it never got there, or region was started "
                                       "anew. Look before you ask again.")},
            kSoon);
        QCOMPARE(m_node.asked, 1);
    }

    void aConnectionThatIsRemovedLeavesItAlone()
    {
        cut();
        m_central.reset();
        QCOMPARE(m_ends, QStringList{QStringLiteral("Nobody here follows it any more; it may go on at region.")});
    }

private:
    void makeRegion()
    {
        m_region =
            std::make_unique<ActingKeeper>(m_directory->filePath(QStringLiteral("region")), QStringLiteral("region"),
                                           testing::endpoint("nodes", "nodes", QStringLiteral("nodes://")), m_node);
        QTRY_VERIFY_WITH_TIMEOUT(m_region->sees("n1"), kSoon);
    }
    void serve()
    {
        ServerOptions door;
        door.listen = m_address;
        door.access.anonymous = CallerRole::Operator;
        auto served = ControlServer::start(door, m_region->keeper->hub(), *m_region->keeper, nullptr);
        QVERIFY(served);
        m_server = std::move(served).value();
    }
    void cut()
    {
        m_server.reset();
        QTRY_COMPARE_WITH_TIMEOUT(m_central->progress().text,
                                  QStringLiteral("not followed: the way to region is cut; it may go on there"), kSoon);
        QTRY_VERIFY_WITH_TIMEOUT(state() != ConnectionState::Live, kSoon);
    }
    void comeBack()
    {
        serve();
        static_cast<void>(m_central->keeper->retry(QStringLiteral("region"))); // else it waits a while
    }
    ConnectionState state() const
    {
        const Connection *region = m_central->keeper->hub().latest()->tables.connections.find(EntityId("region-1"));
        return region ? region->state : ConnectionState::Unknown;
    }
    /// "taken", or why not.
    QString stop()
    {
        QString said;
        m_central->keeper->stopAction(QStringLiteral("key"), [&](const Result<ActionProgress> &reply) {
            said = reply ? QStringLiteral("taken") : reply.error().text;
        });
        return QTest::qWaitFor([&] { return !said.isEmpty(); }, kSoon) ? said : QStringLiteral("nothing in time");
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_address;
    Emptied m_node;
    Emptied m_nobody;
    std::unique_ptr<ActingKeeper> m_region;
    std::unique_ptr<ControlServer> m_server;
    std::unique_ptr<ActingKeeper> m_central;
    QStringList m_ends; ///< as the central keeper told them
};

QTEST_GUILESS_MAIN(tst_RelayedActs)
#include "tst_relayedacts.moc"
