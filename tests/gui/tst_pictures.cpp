// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/manualclock.h"
#include "tests/gui/labfleet.h"
#include "tests/testing/fleetscript.h"
#include "tests/testing/test.h"
#include "tests/ui/fakecommands.h"
#include "ui/page/page.h"
#include "ui/shell/mainwindow.h"
#include "widgets/theme/themeswitch.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QTranslator>

using namespace graticule;
using testing::FleetScript;

namespace {

/// A real fleet on a bad day: connections in every state, and what follows from them.
const char *const kBadDay = R"(
connection mesos-gru type=mesos address=mesos.gru.halyard.example:5050 state=refused since=-182min seen=-182min
  | error="Certificate expired 21 Nov 06:00" fault=not-allowed
connection edge-jnb type=grpc address=gw.jnb.halyard.example:443 state=unreachable since=-6min seen=-6min
  | error="No answer from gateway" fault=network retry=+22s
connection k8s-mil type=kubernetes address=api.mil2.halyard.example:6443 state=stale since=-58min seen=-58min
connection k8s-bom type=kubernetes address=api.bom1.halyard.example:6443 state=slow latency=1900 seen=-3s
  | rate=17.8 budget=20 version="Kubernetes 1.31"
connection docker-lab type=docker address=ssh://lab.dub.halyard.example state=paused since=-91min seen=-91min
connection k8s-eu type=kubernetes address=api.fra-dub.halyard.example:6443 latency=41 seen=-1s rate=8.2 budget=20
connection k8s-iad type=kubernetes address=api.iad2.halyard.example:6443 latency=12 seen=-2s rate=9.6 budget=20
connection docker-ams type=docker address=tcp://ams2.halyard.example:2376 latency=9 seen=-2s rate=0.5 budget=10 expiry=+9d
connection keeper-apac type=grpc address=keeper.sin1.halyard.example:443 latency=170 seen=-5s rate=12.4 budget=20
  | warning="its clock is 1 h ahead"
connection docker-syd type=docker address=unix:///var/run/docker.sock state=connecting since=-3s seen=-1min
site fra1 region=Europe city=Frankfurt country=DE at=50.11,8.68 provider=aws via=k8s-eu state=down since=-12min
  | reason="etcd quorum lost" cpu=40/64 memory=100e9/256e9
site dub1 region=Europe city=Dublin country=IE at=53.35,-6.26 via=k8s-eu cpu=60/64 memory=240e9/256e9
site lhr1 region=Europe city=London country=GB at=51.51,-0.13 via=k8s-eu cpu=30/64
site mil2 region=Europe city=Milan country=IT at=45.46,9.19 via=k8s-mil state=healthy stale
site ams2 region=Europe city=Amsterdam country=NL at=52.37,4.9 via=docker-ams mismatch="declared NL, the position lies in DE"
site iad2 region="North America" city=Ashburn country=US at=39.04,-77.49 provider=aws via=k8s-iad cpu=10/64 memory=10e9/64e9 storage=3e12/9e12
site phx1 region="North America" city=Phoenix country=US at=33.45,-112.07 via=k8s-iad state=maintenance since=-40min
site gru1 region="South America" city="São Paulo" country=BR at=-23.55,-46.63 via=mesos-gru state=unreachable since=-182min
site gru2 region="South America" city="São Paulo" country=BR at=-23.5,-46.6 via=mesos-gru state=unreachable since=-182min
site jnb1 region=Africa city=Johannesburg country=ZA at=-26.2,28.05 via=edge-jnb state=unreachable since=-6min
site jnb2 region=Africa city=Johannesburg country=ZA at=-26.1,28.0 via=edge-jnb state=unreachable since=-6min
site cpt1 region=Africa city="Cape Town" country=ZA at=-33.92,18.42 via=edge-jnb state=unreachable since=-6min
site bom1 region=Asia city=Mumbai country=IN at=19.08,72.88 via=k8s-bom state=degraded since=-26min reason="search-apac: 17 of 18 ready"
site sin1 region=Asia city=Singapore country=SG at=1.35,103.82 provider=aws via=keeper-apac state=degraded since=-26min
  | reason="slow to bom1: 213 ms, limit 110 ms" cpu=45/64 memory=170e9/256e9 storage=58e12/100e12
site hyd9 region=Asia via=keeper-apac
site syd1 region=Oceania city=Sydney country=AU at=-33.87,151.2 via=docker-syd state=unknown
placement checkout-api@sin1 ready=24/24
placement search-apac@sin1 ready=17/18 health=restarting text="restarted 7 times"
placement ledger-eu@sin1 ready=1/1 role=standby
replica orders-apac@sin1 role=primary bytes=2.4e12
replica logs-apac@sin1 role=backup state=lagging lag=41000 bytes=9e11
node sin1/n1 platform="Docker 20.10.24, Debian 12, amd64" cpu=45/64
node sin1/n2 condition=down text="disk failure"
link sin1->bom1 rtt=213 limit=110 loss=0.014 condition=degraded
link bom1->sin1 rtt=209 limit=110
link iad2->gru1 rtt=168 limit=160 condition=degraded
link lhr1->bom1 rtt=140 limit=150 loss=0.06
link fra1->sin1 condition=down
link dub1->iad2 rtt=72 limit=110
)";

/// Every text 40 % longer, as other languages are.
class LongWords : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        return text + QString((text.size() * 2 + 4) / 5, u'ö');
    }
};

} // namespace

/// Draws every page at three sizes in both themes. With GRATICULE_PICTURES=FOLDER the pictures are kept there.
class TestPictures : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void lab_data() { sizesAndThemes(); }
    void lab()
    {
        testing::LabSnapshots lab(320, FleetScript::now());
        const auto site = [&](int region, int n) { return lab.world().fleet().sites[size_t(region * 50 + n)].now->id; };
        lab.world().inject(QStringLiteral("site-down"), site(0, 2).toString(), FleetScript::now());
        lab.world().inject(QStringLiteral("link-slow"), site(2, 5).toString(), FleetScript::now());
        lab.world().inject(QStringLiteral("link-cut"), site(3, 9).toString(), FleetScript::now());
        start(lab.snapshot());
        keep(QStringLiteral("lab-overview"));
        m_window->openSite(site(2, 5));
        keep(QStringLiteral("lab-drawer"));
        m_window->showPage(QStringLiteral("connections"));
        keep(QStringLiteral("lab-connections"));
    }

    void badDay_data() { sizesAndThemes(); }
    void badDay()
    {
        FleetScript script(QString::fromUtf8(kBadDay));
        start(script.snapshot());
        keep(QStringLiteral("bad-overview"));
        m_window->openSite(FleetScript::siteId(QStringLiteral("sin1")));
        keep(QStringLiteral("bad-drawer"));
        m_window->showPage(QStringLiteral("connections"));
        keep(QStringLiteral("bad-connections"));
        m_window->selectConnection(FleetScript::connectionId(QStringLiteral("edge-jnb")));
        keep(QStringLiteral("bad-connection"));

        entityPages(QStringLiteral("bad"), false);

        KeeperLink link = m_store->link();
        link.state = KeeperLink::State::Lost;
        m_store->setLink(link);
        m_clock->advance(Milliseconds(40'000));
        m_window->showPage(QStringLiteral("overview"));
        keep(QStringLiteral("bad-lost"));
    }

    void nothing_data() { sizesAndThemes(); }
    void nothing()
    {
        start({});
        keep(QStringLiteral("nothing-overview"));
        for (const char *page : {"connections", "services"}) {
            m_window->showPage(QString::fromLatin1(page));
            keep(QStringLiteral("nothing-") + QString::fromLatin1(page));
        }
    }

    void longWords_data() { sizesAndThemes(); }
    void longWords()
    {
        LongWords words;
        QCoreApplication::installTranslator(&words);
        FleetScript script(QString::fromUtf8(kBadDay));
        start(script.snapshot());
        keep(QStringLiteral("long-overview"));
        nothingIsCut();
        m_window->openSite(FleetScript::siteId(QStringLiteral("sin1")));
        keep(QStringLiteral("long-drawer"));
        nothingIsCut();
        m_window->selectConnection(FleetScript::connectionId(QStringLiteral("edge-jnb")));
        keep(QStringLiteral("long-connections"));
        nothingIsCut();
        entityPages(QStringLiteral("long"), true);
        m_window->showPage(QStringLiteral("settings"));
        Settings other = m_window->settings().settings();
        other.scale = 150; // with the note that it waits for the next start
        m_window->settings().set(other);
        SettingsPlace place;
        place.file =
            QStringLiteral("/etc/xdg/graticule/a/home/whose/name/is/long/enough/for/a/second/line/console.ini");
        place.canRestart = true;
        m_window->setSettingsPlace(place);
        keep(QStringLiteral("long-settings"));
        nothingIsCut();
        m_window.reset();
    }

    void german_data() { sizesAndThemes(); }
    void german()
    {
        QTranslator words;
        QVERIFY(words.load(QStringLiteral(":/i18n/graticule_de.qm")));
        QCoreApplication::installTranslator(&words);
        FleetScript script(QString::fromUtf8(kBadDay));
        start(script.snapshot());
        QCOMPARE(MainWindow::tr("Overview"), QStringLiteral("Übersicht"));
        keep(QStringLiteral("german-overview"));
        nothingIsCut();
        m_window->openSite(FleetScript::siteId(QStringLiteral("sin1")));
        keep(QStringLiteral("german-drawer"));
        nothingIsCut();
        for (const char *page : {"sites", "connections", "settings"}) {
            m_window->showPage(QString::fromLatin1(page));
            keep(QStringLiteral("german-") + QString::fromLatin1(page));
            nothingIsCut();
        }
        entityPages(QStringLiteral("german"), true);
        m_window.reset();
    }

    void mirrored_data() { sizesAndThemes(); }
    void mirrored()
    {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        FleetScript script(QString::fromUtf8(kBadDay));
        start(script.snapshot());
        keep(QStringLiteral("mirrored-overview"));
        m_window->openSite(FleetScript::siteId(QStringLiteral("sin1")));
        keep(QStringLiteral("mirrored-drawer"));
        m_window->selectConnection(FleetScript::connectionId(QStringLiteral("edge-jnb")));
        keep(QStringLiteral("mirrored-connections"));
        m_window->showPage(QStringLiteral("settings"));
        keep(QStringLiteral("mirrored-settings"));
        entityPages(QStringLiteral("mirrored"), false);
    }

    void cleanup()
    {
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        m_window.reset();
        m_store.reset();
        m_themes.reset();
    }

private:
    void sizesAndThemes()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("theme");
        for (const QSize size : {QSize(1280, 800), QSize(1600, 1000), QSize(1920, 1080)}) {
            for (const char *theme : {"dark", "light"}) {
                QTest::addRow("%dx%d-%s", size.width(), size.height(), theme) << size << QString::fromLatin1(theme);
            }
        }
    }

    void start(const SnapshotPtr &snapshot)
    {
        QFETCH(QSize, size);
        QFETCH(QString, theme);
        m_themes = std::make_unique<ThemeSwitch>(*qApp, theme == QLatin1String("dark") ? Theme::Kind::Dark
                                                                                       : Theme::Kind::Light);
        m_commands.endpoints = {{QStringLiteral("docker"),
                                 QStringLiteral("unix:///var/run/docker.sock"),
                                 QStringLiteral("local"),
                                 {},
                                 true,
                                 false},
                                {QStringLiteral("kubernetes"), QStringLiteral("context:prod-eu"),
                                 QStringLiteral("prod-eu"), QStringLiteral("coming: Kubernetes is not yet spoken"),
                                 false, false}};
        m_commands.broken = {{QStringLiteral("connections.d/k8s-old.yaml"),
                              {QStringLiteral("line 4, adress: no such field; did you mean address?")}}};
        m_clock = std::make_unique<ManualClock>(FleetScript::now());
        m_store = std::make_unique<FleetStore>(*m_clock);
        KeeperLink link;
        link.state = KeeperLink::State::Live;
        link.lastHeard = m_clock->now();
        m_store->setLink(link);
        if (snapshot) {
            m_store->take(snapshot);
            m_clock->advance(Milliseconds(1000));
        }
        m_window = std::make_unique<MainWindow>(*m_store, m_commands, *m_themes);
        m_window->setReducedMotion(true);
        m_window->resize(size);
        m_window->show();
        QCoreApplication::processEvents(); // the keeper's answers
    }

    /// Services, nodes and data, each with a drawer and without.
    void entityPages(const QString &name, bool isUncut)
    {
        const std::pair<EntityKind, const char *> shown[] = {{EntityKind::Service, "service/search-apac"},
                                                             {EntityKind::Node, "node/sin1/n1"},
                                                             {EntityKind::Asset, "asset/logs-apac"}};
        for (const auto &[kind, id] : shown) {
            m_window->openEntity(kind, EntityId(id));
            const QString page = m_window->currentPage();
            keep(name + QLatin1Char('-') + page + QStringLiteral("-drawer"));
            if (isUncut)
                nothingIsCut();
            m_window->findChild<Page *>(page + QStringLiteral(".page"))->closeLayer();
            keep(name + QLatin1Char('-') + page);
            if (isUncut)
                nothingIsCut();
        }
    }

    /// Buttons show all their words, and stand where they can be seen.
    void nothingIsCut()
    {
        for (const QPushButton *each : m_window->findChildren<QPushButton *>()) {
            if (!each->isVisible())
                continue;
            QVERIFY2(each->width() >= each->minimumSizeHint().width(), qPrintable(each->text()));
            const QRect place(each->mapTo(m_window.get(), QPoint()), each->size());
            QVERIFY2(m_window->rect().contains(place), qPrintable(each->text()));
        }
    }

    void keep(const QString &name)
    {
        QFETCH(QSize, size);
        QFETCH(QString, theme);
        QTRY_VERIFY(m_window->isSettled());
        const QImage image = m_window->render(size);
        QCOMPARE(image.size(), size);
        const QString folder = qEnvironmentVariable("GRATICULE_PICTURES");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        QVERIFY(image.save(
            QStringLiteral("%1/%2-%3-%4x%5.png").arg(folder, name, theme).arg(size.width()).arg(size.height())));
    }

    std::unique_ptr<ManualClock> m_clock;
    testing::FakeCommands m_commands;
    std::unique_ptr<ThemeSwitch> m_themes;
    std::unique_ptr<FleetStore> m_store;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
