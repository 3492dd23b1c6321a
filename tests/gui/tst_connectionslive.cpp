// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/fleetclient.h"
#include "backend/keeper/privatekeeper.h"
#include "tests/gui/livecommands.h"
#include "tests/testing/test.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTemporaryDir>

using namespace graticule;

namespace {

constexpr int kPatience = 20'000;

/// A home and its keeper, a real process.
struct Home
{
    QTemporaryDir directory;
    PrivateKeeper keeper{KeeperHome::at(directory.path()),
                         QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/graticuled")};
    ControlAddress address;

    Home() { address = keeper.ensureRunning().value().address; }
    ~Home() { keeper.stop(); }
};

/// The window as a person has it, over the keeper of a home.
class Desk
{
public:
    explicit Desk(const Home &home)
        : m_channel(ControlChannel::open(home.address).value())
        , m_commands(m_channel)
        , m_client(m_clock, {})
        , m_themes(*qApp, Theme::Kind::Dark)
        , m_store(m_clock)
    {
        QObject::connect(&m_client, &FleetClient::linkChanged, &m_store, &FleetStore::setLink);
        QObject::connect(&m_client, &FleetClient::snapshotChanged, &m_store, &FleetStore::take);
        m_client.follow(m_channel);
        window = std::make_unique<MainWindow>(m_store, m_commands, m_themes);
        window->setReducedMotion(true);
        window->resize(1280, 800);
        window->show();
        window->showPage(QStringLiteral("connections"));
    }

    template<class Widget> Widget *find(const QString &name) const
    {
        for (Widget *each : window->findChildren<Widget *>()) {
            const auto *button = qobject_cast<const QAbstractButton *>(each);
            if (each->isVisible() && (each->objectName() == name || (button && button->text() == name)))
                return each;
        }
        return nullptr;
    }
    bool click(const char *name)
    {
        const QString wanted = QLatin1String(name);
        const auto ready = [&] {
            const auto *button = find<QAbstractButton>(wanted);
            return button && button->isEnabled();
        };
        if (!QTest::qWaitFor(ready, kPatience))
            return false;
        QTest::mouseClick(find<QAbstractButton>(wanted), Qt::LeftButton);
        return true;
    }
    void type(const char *field, const QString &words)
    {
        QLineEdit *line = nullptr;
        QVERIFY2(
            QTest::qWaitFor([&] { return (line = find<QLineEdit>(QLatin1String("field:") + QLatin1String(field))); }),
            field);
        line->selectAll();
        QTest::keyClicks(line, words);
    }
    QString text(const char *name) const
    {
        const auto *label = find<QLabel>(QLatin1String(name));
        return label ? label->text() : QString();
    }
    /// "hub Live", a card each, by name; the keeper's own computer is left out.
    QString cards() const
    {
        QStringList lines;
        const auto *model = window->findChild<QListView *>(QStringLiteral("connections"))->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex card = model->index(row, 0);
            if (card.data(ConnectionsModel::KindRole).toString() != QLatin1String("host"))
                lines << card.data().toString() + QLatin1Char(' ') + card.data(ConnectionsModel::StateRole).toString();
        }
        lines.sort();
        return lines.join(QLatin1Char('\n'));
    }

    std::unique_ptr<MainWindow> window;

private:
    SystemClock m_clock;
    std::shared_ptr<ControlChannel> m_channel;
    testing::LiveCommands m_commands;
    FleetClient m_client;
    ThemeSwitch m_themes;
    FleetStore m_store;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// A person, a window, a real keeper, and another keeper to connect to.
class TestConnectionsLive : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void aConnectionIsTestedAddedEditedAndRemoved()
    {
        Home home;
        Home other;
        Desk desk(home);
        const QString files = home.directory.filePath(QStringLiteral("config/connections.d/"));
        QVERIFY(desk.click("kind:grpc"));
        desk.type("address", other.address.target);
        desk.type("name", QStringLiteral("hub"));
        QVERIFY(desk.click("testButton"));
        QTRY_COMPARE_WITH_TIMEOUT(desk.text("testOutcome"), QStringLiteral("It answers."), kPatience);
        QVERIFY(!QFile::exists(files + QStringLiteral("hub.yaml"))); // a test keeps nothing
        QVERIFY(desk.click("save"));
        QTRY_COMPARE_WITH_TIMEOUT(desk.cards(), QStringLiteral("hub Live"), kPatience);
        QVERIFY(contentOf(files + QStringLiteral("hub.yaml")).contains("type: \"grpc\""));

        // A name that another has is said at its field, by the keeper.
        desk.type("address", other.address.target);
        desk.type("name", QStringLiteral("hub"));
        QVERIFY(desk.click("save"));
        QTRY_VERIFY_WITH_TIMEOUT(desk.text("error:name").contains(QStringLiteral("take another name")), kPatience);

        // Edited, while somebody changes the file.
        auto *list = desk.find<QListView>(QStringLiteral("connections"));
        const auto choose = [list](const char *name) {
            for (int row = 0; row < list->model()->rowCount(); ++row) {
                if (list->model()->index(row, 0).data().toString() == QLatin1String(name))
                    list->setCurrentIndex(list->model()->index(row, 0));
            }
        };
        choose("hub");
        QVERIFY(desk.click("Edit"));
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QLineEdit>(QStringLiteral("field:name")), kPatience);
        desk.type("name", QStringLiteral("centre"));
        const QByteArray before = contentOf(files + QStringLiteral("hub.yaml"));
        QFile file(files + QStringLiteral("hub.yaml"));
        QVERIFY(file.open(QIODevice::Append));
        file.write("options: {slow-after: 700}\n");
        file.close();
        QVERIFY(desk.click("save"));
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QWidget>(QStringLiteral("conflict")), kPatience);
        QCOMPARE(desk.find<QLineEdit>(QStringLiteral("field:name"))->text(), QStringLiteral("centre"));
        QVERIFY(contentOf(files + QStringLiteral("hub.yaml")).startsWith(before));
        QVERIFY(desk.click("Take theirs"));
        desk.type("name", QStringLiteral("centre"));
        QVERIFY(desk.click("save"));
        QTRY_COMPARE_WITH_TIMEOUT(desk.cards(), QStringLiteral("centre Live"), kPatience);
        QVERIFY(!QFile::exists(files + QStringLiteral("hub.yaml")));
        QVERIFY(contentOf(files + QStringLiteral("centre.yaml")).contains("slow-after: \"700\""));

        choose("centre");
        QVERIFY(desk.click("Pause"));
        QTRY_COMPARE_WITH_TIMEOUT(desk.cards(), QStringLiteral("centre Paused"), kPatience);
        QVERIFY(desk.click("Remove"));
        QTRY_COMPARE_WITH_TIMEOUT(desk.cards(), QString(), kPatience);
        QVERIFY(!QFile::exists(files + QStringLiteral("centre.yaml")));
        QTest::keyClick(desk.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(desk.cards(), QStringLiteral("centre Paused"), kPatience);
        QVERIFY(QFile::exists(files + QStringLiteral("centre.yaml")));
    }
};

QTEST_MAIN(TestConnectionsLive)
#include "tst_connectionslive.moc"
