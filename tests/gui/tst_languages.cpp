// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/drawntexts.h"
#include "tests/testing/test.h"
#include "tests/ui/windowfixture.h"
#include "ui/overview/attentionpanel.h"
#include "ui/overview/kpistrip.h"
#include "widgets/map/mapwidget.h"

#include <QDir>
#include <QTextBrowser>
#include <QTranslator>

using namespace graticule;
using testing::FleetScript;

namespace {

const char *const kFleet = R"(
connection mesos-gru type=mesos address=gru:5050 state=refused since=-182min seen=-182min error="Certificate expired"
  | fault=not-allowed
connection k8s-mil type=kubernetes address=mil2:6443 state=stale since=-58min seen=-58min
connection k8s-eu type=kubernetes address=fra:6443 latency=41 seen=-1s rate=8.2 budget=20
site fra1 region=Europe city=Frankfurt country=DE at=50.11,8.68 provider=aws via=k8s-eu state=down since=-12min
  | reason="etcd quorum lost" cpu=40/64 memory=100e9/256e9
site dub1 region=Europe city=Dublin country=IE at=53.35,-6.26 via=k8s-eu cpu=60/64 memory=240e9/256e9
site mil2 region=Europe city=Milan country=IT at=45.46,9.19 via=k8s-mil state=healthy stale
site gru1 region=Latin city=Rio country=BR at=-23.55,-46.63 via=mesos-gru state=unreachable since=-182min
site hyd9 region=Asia via=k8s-eu
placement shop@fra1 ready=17/18 health=restarting text="restarted 7 times"
replica orders@fra1 role=primary bytes=2.4e12
node fra1/n1 platform="Debian 12" cpu=45/64
link fra1->gru1 rtt=213 limit=110 loss=0.014 condition=degraded
)";

/// What a person can look at, by name.
struct View
{
    const char *name;
    void (*show)(MainWindow &window);
};

const View kViews[] = {
    {"overview", [](MainWindow &window) { window.showPage(QStringLiteral("overview")); }},
    {"drawer", [](MainWindow &window) { window.openSite(FleetScript::siteId(QStringLiteral("fra1"))); }},
    {"sites", [](MainWindow &window) { window.showPage(QStringLiteral("sites")); }},
    {"connections", [](MainWindow &window) { window.showPage(QStringLiteral("connections")); }},
    {"connection",
     [](MainWindow &window) { window.selectConnection(FleetScript::connectionId(QStringLiteral("k8s-mil"))); }},
    {"settings", [](MainWindow &window) { window.showPage(QStringLiteral("settings")); }},
    {"palette", [](MainWindow &window) { QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier); }},
    {"keys", [](MainWindow &window) { QTest::keyClick(&window, Qt::Key_F1); }},
    {"help", [](MainWindow &window) { QTest::keyClick(&window, Qt::Key_F1, Qt::ShiftModifier); }},
    {"topic",
     [](MainWindow &window) {
         QTest::keyClick(&window, Qt::Key_F1, Qt::ShiftModifier);
         Q_EMIT window.findChild<QTextBrowser *>()->anchorClicked(QUrl(QStringLiteral("sites.md")));
     }},
};

/// Of a widget, to be compared with its mirror image's.
struct Spot
{
    QString what;
    QRect box; ///< in the window
};

} // namespace

/// The window in languages that nobody speaks (tools/translations --pseudo): one whose texts are 40 % longer and one
/// that is written from right to left. With GRATICULE_PICTURES=FOLDER the pictures are kept there.
class TestLanguages : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void longTextsAreNotCut_data() { views({{1280, 800}, {1600, 1000}}); }
    void longTextsAreNotCut()
    {
        QFETCH(int, view);
        QFETCH(QSize, size);
        speak(QStringLiteral("long"));
        testing::WindowFixture f(QString::fromUtf8(kFleet), size);
        show(f, view);
        keep(f, QStringLiteral("long"));
        const QStringList cut = cutTexts(f);
        QVERIFY2(cut.isEmpty(), qPrintable(u'\n' + cut.join(u'\n')));
    }

    void everythingButTheMapIsMirrored_data() { views({{1280, 800}, {1600, 1000}}); }
    void everythingButTheMapIsMirrored()
    {
        QFETCH(int, view);
        QFETCH(QSize, size);
        const QList<Spot> straight = spots(view, size, Qt::LeftToRight);
        const QList<Spot> mirrored = spots(view, size, Qt::RightToLeft);
        QStringList astray;
        for (qsizetype i = 0; i < std::min(straight.size(), mirrored.size()); ++i) {
            QRect wanted = straight[i].box;
            wanted.moveLeft(size.width() - straight[i].box.left() - straight[i].box.width());
            if (straight[i].what != mirrored[i].what) {
                astray << straight[i].what + QStringLiteral(" is ") + mirrored[i].what;
                break;
            }
            if (wanted != mirrored[i].box)
                astray << QStringLiteral("%1: x %2 +%3, wanted %4 +%5")
                              .arg(straight[i].what)
                              .arg(mirrored[i].box.x())
                              .arg(mirrored[i].box.width())
                              .arg(wanted.x())
                              .arg(wanted.width());
        }
        QVERIFY2(astray.isEmpty(), qPrintable(u'\n' + astray.join(u'\n')));
        QCOMPARE(mirrored.size(), straight.size());
    }

    void theMapIsNotMirrored()
    {
        QList<QList<QRect>> marks;
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            QGuiApplication::setLayoutDirection(direction);
            testing::WindowFixture f(QString::fromUtf8(kFleet), {1600, 1000});
            QTRY_VERIFY(f.window->isSettled());
            const auto *map = f.window->findChild<MapWidget *>();
            QList<QRect> &boxes = marks.emplaceBack();
            for (const int mark : map->visibleMarks())
                boxes << map->markRect(mark);
        }
        QVERIFY(marks[0].size() > 2);
        QCOMPARE(marks[1], marks[0]);
    }

    void theMirroredLanguageMirrorsTheWindow_data() { views({{1280, 800}}); }
    void theMirroredLanguageMirrorsTheWindow()
    {
        QFETCH(int, view);
        QFETCH(QSize, size);
        speak(QStringLiteral("mirrored"));
        testing::WindowFixture f(QString::fromUtf8(kFleet), size);
        show(f, view);
        keep(f, QStringLiteral("mirrored"));
        QVERIFY(f.window->isRightToLeft());
    }

    void cleanup()
    {
        if (!m_words.isEmpty())
            QCoreApplication::removeTranslator(&m_words);
        QVERIFY(m_words.load(QStringLiteral(":/i18n/graticule_en.qm")));
        QGuiApplication::setLayoutDirection(Qt::LayoutDirectionAuto);
    }

private:
    void views(const QList<QSize> &sizes)
    {
        QTest::addColumn<int>("view");
        QTest::addColumn<QSize>("size");
        for (const QSize size : sizes) {
            for (size_t i = 0; i < std::size(kViews); ++i)
                QTest::addRow("%s-%d", kViews[i].name, size.width()) << int(i) << size;
        }
    }

    void speak(const QString &language)
    {
        QVERIFY(m_words.load(QStringLiteral(PSEUDO_LANGUAGES "/") + language));
        QCoreApplication::installTranslator(&m_words);
        QCoreApplication::processEvents();
    }

    void show(testing::WindowFixture &f, int view)
    {
        kViews[view].show(*f.window);
        f.settle();
        QTRY_VERIFY(f.window->isSettled());
    }

    QList<Spot> spots(int view, QSize size, Qt::LayoutDirection direction)
    {
        QGuiApplication::setLayoutDirection(direction);
        testing::WindowFixture f(QString::fromUtf8(kFleet), size);
        show(f, view);
        f.window->render(size);
        QList<Spot> all;
        for (const QWidget *each : f.window->findChildren<QWidget *>()) {
            if (!each->isVisible() || qobject_cast<const MapWidget *>(each->parentWidget()))
                continue;
            all << Spot{QString::fromLatin1(each->metaObject()->className()) + u' ' + each->objectName() + u' ' +
                            each->accessibleName(),
                        {each->mapTo(f.window.get(), QPoint()), each->size()}};
            // A line that is drawn under the rest of the window has no end to speak of.
            all.last().box.setHeight(1);
        }
        return all;
    }

    /// What was drawn with less room than it needs.
    static QStringList cutTexts(const testing::WindowFixture &f)
    {
        testing::DrawnTexts drawn(f.window->size(), f.window->logicalDpiX());
        f.window->QWidget::render(&drawn);
        // Figures and findings are cut rather than left out, and told whole by tooltips and to screen readers.
        testing::DrawnTexts mayBeCut(f.window->size(), f.window->logicalDpiX());
        f.window->findChild<KpiStrip *>()->render(&mayBeCut);
        f.window->findChild<AttentionPanel *>()->render(&mayBeCut);
        QStringList cut;
        for (const QString &text : drawn.texts()) {
            if (text.endsWith(QStringLiteral("…")) && text.size() > 1 && !mayBeCut.texts().contains(text))
                cut << text;
        }
        for (const QLabel *each : f.window->findChildren<QLabel *>()) {
            if (each->isVisible() && !each->wordWrap() && each->sizeHint().width() > each->width())
                cut << each->text();
        }
        return cut;
    }

    void keep(const testing::WindowFixture &f, const QString &language)
    {
        const QString folder = qEnvironmentVariable("GRATICULE_PICTURES");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        const QImage image = f.window->render(f.window->size());
        QVERIFY(image.save(
            QStringLiteral("%1/%2-%3.png").arg(folder, language, QString::fromLatin1(QTest::currentDataTag()))));
    }

    QTranslator m_words;
};

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
