// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/manualclock.h"
#include "tests/gui/labfleet.h"
#include "tests/testing/fleetscript.h"
#include "tests/testing/test.h"
#include "tests/ui/fakecommands.h"
#include "ui/shell/mainwindow.h"
#include "widgets/theme/themeswitch.h"

#include <QApplication>
#include <QDir>

using namespace graticule;

/// Draws every page at three sizes in both themes. With GRATICULE_PICTURES=FOLDER the pictures are kept there.
class TestPictures : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void pages_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("theme");
        for (const QSize size : {QSize(1280, 800), QSize(1600, 1000), QSize(1920, 1080)}) {
            for (const char *theme : {"dark", "light"}) {
                QTest::addRow("%dx%d-%s", size.width(), size.height(), theme) << size << QString::fromLatin1(theme);
            }
        }
    }

    void pages()
    {
        QFETCH(QSize, size);
        QFETCH(QString, theme);
        ThemeSwitch themes(*qApp, theme == QLatin1String("dark") ? Theme::Kind::Dark : Theme::Kind::Light);
        ManualClock clock(testing::FleetScript::now());
        testing::LabSnapshots lab(320, clock.now());
        const auto site = [&](int region, int n) { return lab.world().fleet().sites[size_t(region * 50 + n)].now; };
        lab.world().inject(QStringLiteral("site-down"), site(0, 2)->id.toString(), clock.now());
        lab.world().inject(QStringLiteral("link-slow"), site(2, 5)->id.toString(), clock.now());
        lab.world().inject(QStringLiteral("link-cut"), site(3, 9)->id.toString(), clock.now());
        testing::FakeCommands commands;
        commands.endpoints = {{QStringLiteral("docker"),
                               QStringLiteral("unix:///var/run/docker.sock"),
                               QStringLiteral("local"),
                               {},
                               true,
                               false},
                              {QStringLiteral("kubernetes"), QStringLiteral("context:prod-eu"),
                               QStringLiteral("prod-eu"), QStringLiteral("coming: Kubernetes is not yet spoken"), false,
                               false}};
        FleetStore store(clock);
        KeeperLink link;
        link.state = KeeperLink::State::Live;
        link.lastHeard = clock.now();
        store.setLink(link);
        store.take(lab.snapshot());
        clock.advance(Milliseconds(2000));
        MainWindow window(store, commands, themes);
        window.setReducedMotion(true);
        window.resize(size);
        window.show();
        QTRY_VERIFY(window.isSettled());
        QCoreApplication::processEvents();
        keep(window, size, QStringLiteral("overview-") + theme);

        window.openSite(site(2, 5)->id);
        QTRY_VERIFY(window.isSettled());
        keep(window, size, QStringLiteral("drawer-") + theme);

        window.showPage(QStringLiteral("connections"));
        QTRY_VERIFY(window.isSettled());
        keep(window, size, QStringLiteral("connections-") + theme);
    }

private:
    void keep(MainWindow &window, QSize size, const QString &name)
    {
        const QImage image = window.render(size);
        QCOMPARE(image.size(), size);
        const QString folder = qEnvironmentVariable("GRATICULE_PICTURES");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        QVERIFY(image.save(QStringLiteral("%1/%2-%3x%4.png").arg(folder, name).arg(size.width()).arg(size.height())));
    }
};

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
