// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/fleetclient.h"
#include "backend/keeper/privatekeeper.h"
#include "models/actioncalls.h"
#include "tests/gui/livecommands.h"
#include "tests/testing/kubernetescluster.h"
#include "tests/testing/test.h"
#include "ui/acting/actsdock.h"
#include "ui/acting/confirmdialog.h"
#include "ui/entities/entitypage.h"
#include "ui/shell/mainwindow.h"
#include "widgets/basic/chip.h"
#include "widgets/basic/holdbutton.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QScopeGuard>
#include <QTableView>
#include <QTemporaryDir>

using namespace graticule;

namespace {

constexpr int kPatience = 60'000;

/// Acts over the control API, as the console does.
class LiveActing : public ActionCalls
{
public:
    explicit LiveActing(const std::shared_ptr<ControlChannel> &channel)
        : m_calls(channel)
    {
    }
    void offers(QObject *context, const EntityId &target, const EntityId &connection,
                ActionReply<QList<ActionOffer>> done) override
    {
        m_calls.offers(context, target, std::move(done), connection);
    }
    void preview(QObject *context, const Action &action, ActionReply<ActionPlan> done) override
    {
        m_calls.preview(context, action, std::move(done));
    }
    void perform(QObject *context, const Action &action, std::function<void(const ActionProgress &)> progress) override
    {
        m_calls.perform(context, action, std::move(progress));
    }
    void stopAction(QObject *context, const QString &key, ActionReply<ActionProgress> done) override
    {
        m_calls.stopAction(context, key, std::move(done));
    }
    void running(QObject *context, ActionReply<QList<ActionUnderWay>> done) override
    {
        m_calls.running(context, std::move(done));
    }

private:
    ControlCalls m_calls;
};

/// A home and its keeper, a real process.
struct Home
{
    QTemporaryDir directory;
    PrivateKeeper keeper{KeeperHome::at(directory.path()),
                         QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/graticuled")};
    ControlAddress address;

    QString trouble; ///< why no keeper runs

    Home()
    {
        if (const auto running = keeper.ensureRunning({}, Milliseconds(kPatience)))
            address = running.value().address;
        else
            trouble = running.error().text;
    }
    ~Home() { keeper.stop(); }
};

/// The window as a person has it, over the keeper of a home that reads the test cluster.
class Desk
{
public:
    Desk(const Home &home, const testing::KubernetesCluster &cluster, const QString &as)
        : m_channel(ControlChannel::open(home.address).value())
        , m_commands(m_channel)
        , m_acting(m_channel)
        , m_client(m_clock, {})
        , m_themes(*qApp, Theme::Kind::Dark)
        , m_store(m_clock)
    {
        QObject::connect(&m_client, &FleetClient::linkChanged, &m_store, &FleetStore::setLink);
        QObject::connect(&m_client, &FleetClient::snapshotChanged, &m_store, &FleetStore::take);
        m_client.follow(m_channel);
        window = std::make_unique<MainWindow>(m_store, m_commands, m_themes);
        window->setActing(m_acting);
        window->setReducedMotion(true);
        window->resize(1280, 800);
        window->show();
        ConnectionConfig config;
        config.name = QStringLiteral("rig");
        config.type = QStringLiteral("kubernetes");
        config.address = cluster.kubeconfig(as);
        config.origin = Origin::Real;
        m_commands.save(&m_context, config, [this](const Result<ConnectionConfig> &saved) {
            trouble = saved ? QString() : saved.error().text;
        });
    }

    /// The first node that is up, takes pods, and is one of @p names where there are some.
    const Node *goodNode(const QStringList &names = {}) const
    {
        const Node *found = nullptr;
        m_store.tables().nodes.forEach([&](const Node &node) {
            const bool isWanted = names.isEmpty() || names.contains(node.name);
            if (!found && isWanted && node.condition == Condition::Up && node.conditionText.isEmpty())
                found = &node;
        });
        return found;
    }
    bool hasGoodNode(const QStringList &names = {}) const
    {
        return QTest::qWaitFor([&] { return goodNode(names) != nullptr; }, kPatience);
    }
    /// What there is instead of what was waited for.
    QByteArray situation() const
    {
        QStringList lines{trouble, text("nodes.actWords.cordon"), text("nodes.actWords.drain"), text("act.head"),
                          state(), text("acts.outcome")};
        m_store.tables().connections.forEach([&](const Connection &connection) {
            lines.append(
                QStringLiteral("%1: %2 %3").arg(connection.name).arg(int(connection.state)).arg(connection.error.text));
        });
        m_store.tables().nodes.forEach([&](const Node &node) {
            lines.append(QStringLiteral("%1 %2 %3").arg(node.name).arg(int(node.condition)).arg(node.conditionText));
        });
        lines.removeAll(QString());
        return lines.join(QLatin1Char('\n')).toUtf8();
    }
    void open(const Node &node) { window->openEntity(EntityKind::Node, node.id); }

    template<class Part> Part *part(const char *name) const { return window->findChild<Part *>(QLatin1String(name)); }
    bool isReady(const char *name) const
    {
        const auto *button = part<QAbstractButton>(name);
        return button && button->isVisible() && button->isEnabled();
    }
    bool press(const char *name) const
    {
        if (!QTest::qWaitFor([&] { return isReady(name); }, kPatience))
            return false;
        part<QAbstractButton>(name)->click();
        return true;
    }
    bool hold() const
    {
        if (!QTest::qWaitFor([&] { return isReady("act.hold"); }, kPatience))
            return false;
        auto *button = part<HoldButton>("act.hold");
        button->setHoldTime(10);
        QTest::mousePress(button, Qt::LeftButton);
        return true;
    }
    QString state() const
    {
        const auto *chip = part<Chip>("acts.state");
        return chip ? chip->accessibleName() : QString();
    }
    QString text(const char *name) const { return part<QLabel>(name) ? part<QLabel>(name)->text() : QString(); }

    std::unique_ptr<MainWindow> window;
    QString trouble; ///< why the connection was not made

private:
    QObject m_context;
    SystemClock m_clock;
    std::shared_ptr<ControlChannel> m_channel;
    testing::LiveCommands m_commands;
    LiveActing m_acting;
    FleetClient m_client;
    ThemeSwitch m_themes;
    FleetStore m_store;
};

} // namespace

/// A person at the window, a real keeper, a real API server; what was done is asked of the server's own kubectl.
class TestActingLive : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void cordonIsDoneWhenTheServerSaysSoAndTakenBack()
    {
        if (!m_cluster.running())
            QSKIP(qPrintable(m_cluster.whyNot()));
        Home home;
        QVERIFY2(home.trouble.isEmpty(), qPrintable(home.trouble));
        Desk desk(home, m_cluster, QStringLiteral("operator"));
        QVERIFY2(desk.hasGoodNode(), desk.situation());
        const Node node = *desk.goodNode();
        desk.open(node);
        QVERIFY2(desk.press("nodes.act.cordon"), desk.situation());
        QVERIFY2(desk.press("act.do"), desk.situation());
        QTRY_COMPARE_WITH_TIMEOUT(desk.state(), QStringLiteral("Done"), kPatience);
        QCOMPARE(isCordoned(node.name), QByteArray("true"));
        QVERIFY2(desk.press("nodes.act.uncordon"), desk.situation());
        QVERIFY(!desk.isReady("nodes.act.cordon"));
        QVERIFY2(desk.press("act.do"), desk.situation());
        QTRY_COMPARE_WITH_TIMEOUT(isCordoned(node.name), QByteArray(), kPatience);
    }

    void aDrainIsToldPodByPod()
    {
        if (!m_cluster.running())
            QSKIP(qPrintable(m_cluster.whyNot()));
        Home home;
        QVERIFY2(home.trouble.isEmpty(), qPrintable(home.trouble));
        Desk desk(home, m_cluster, QStringLiteral("operator"));
        const QStringList busy =
            QString::fromUtf8(m_cluster.kubectl(QStringLiteral("admin"),
                                                {QStringLiteral("get"), QStringLiteral("pods"), QStringLiteral("-n"),
                                                 QStringLiteral("identity"), QStringLiteral("-o"),
                                                 QStringLiteral("jsonpath={.items[*].spec.nodeName}")}))
                .split(QLatin1Char(' '), Qt::SkipEmptyParts);
        QVERIFY2(desk.hasGoodNode(busy), busy.join(QLatin1Char(' ')).toUtf8() + '\n' + desk.situation());
        const Node node = *desk.goodNode(busy);
        const auto mend = qScopeGuard([&] { // whatever comes, others use the cluster after us
            m_cluster.kubectl(QStringLiteral("admin"), {QStringLiteral("uncordon"), node.name});
        });
        desk.open(node);
        QVERIFY2(desk.press("nodes.act.drain"), desk.situation());
        QTRY_VERIFY_WITH_TIMEOUT(!desk.text("act.head").startsWith(QLatin1String("Asking")), kPatience);
        if (auto *local = desk.part<QAbstractButton>("act.argument.deleteLocal"))
            local->click();
        if (auto *force = desk.part<QAbstractButton>("act.argument.force"))
            force->click();
        QTRY_VERIFY_WITH_TIMEOUT(desk.isReady("act.hold") || desk.isReady("act.do"), kPatience);
        QVERIFY2(desk.isReady("act.do") ? desk.press("act.do") : desk.hold(), desk.situation());
        const auto *items = desk.part<QTableView>("acts.items")->model();
        QVERIFY2(QTest::qWaitFor([&] { return items->rowCount() > 0; }, kPatience), desk.situation());
        QTRY_VERIFY_WITH_TIMEOUT(desk.state().startsWith(QLatin1String("Done")) || desk.isReady("acts.stop"),
                                 kPatience);
        if (desk.isReady("acts.stop"))
            QVERIFY(desk.press("acts.stop"));
        QVERIFY2(QTest::qWaitFor([&] { return desk.isReady("acts.read"); }, kPatience), desk.situation());
        QVERIFY2(desk.state().startsWith(QLatin1String("Done")) || desk.state().startsWith(QLatin1String("Stopped")),
                 desk.situation());
        QCOMPARE(isCordoned(node.name), QByteArray("true"));
    }

    void aViewerSeesWhatIsLacking()
    {
        if (!m_cluster.running())
            QSKIP(qPrintable(m_cluster.whyNot()));
        Home home;
        QVERIFY2(home.trouble.isEmpty(), qPrintable(home.trouble));
        Desk desk(home, m_cluster, QStringLiteral("viewer"));
        QVERIFY2(desk.hasGoodNode(), desk.situation());
        desk.open(*desk.goodNode());
        QTRY_COMPARE_WITH_TIMEOUT(desk.text("nodes.actWords.cordon"), QStringLiteral("may not patch nodes"), kPatience);
        QVERIFY(!desk.isReady("nodes.act.cordon"));
        QVERIFY(desk.part<QAbstractButton>("nodes.act.cordon")->isVisible());
    }

private:
    QByteArray isCordoned(const QString &node) const
    {
        return m_cluster.kubectl(QStringLiteral("admin"),
                                 {QStringLiteral("get"), QStringLiteral("node"), node, QStringLiteral("-o"),
                                  QStringLiteral("jsonpath={.spec.unschedulable}")});
    }

    testing::KubernetesCluster m_cluster;
};

QTEST_MAIN(TestActingLive)
#include "tst_actinglive.moc"
