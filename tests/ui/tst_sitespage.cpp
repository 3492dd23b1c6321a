// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/ui/windowfixture.h"
#include "ui/site/sitedrawer.h"
#include "ui/sites/sitespage.h"
#include "ui/sites/sitestable.h"
#include "ui/table/tablecolumns.h"
#include "ui/table/tableexport.h"
#include "widgets/basic/filtertoken.h"
#include "widgets/basic/undobar.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QScreen>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

using namespace graticule;
using testing::FleetScript;
using testing::WindowFixture;

namespace {

const char *const kFleet = R"(
connection k8s-eu
site fra1 region=Europe city=Frankfurt country=DE at=50,8 provider=aws via=k8s-eu state=down reason="etcd quorum lost"
site fra2 region=Europe city=Frankfurt country=DE at=50,8 provider=aws via=k8s-eu cpu=2/10
site dub1 region=Europe city=Dublin country=IE at=53,-6 via=k8s-eu state=degraded reason="disk full"
site sin1 region=Asia city=Singapore country=SG at=1,103 via=k8s-eu cpu=5/10
)";

/// The page Sites of a window, with its parts.
struct Desk
{
    explicit Desk(const char *fleet = kFleet)
        : f(QString::fromUtf8(fleet))
        , page(shownIn(*f.window))
        , table(f.window->findChild<SitesTable *>(QStringLiteral("sites.table")))
        , words(f.window->findChild<QLineEdit *>(QStringLiteral("sites.words")))
        , drawer(page->findChild<SiteDrawer *>())
    {
        auto *group = page->findChild<QComboBox *>(QStringLiteral("sites.group"));
        group->setCurrentIndex(0);
        Q_EMIT group->activated(0);
        f.settle();
    }

    /// A page is made when it is shown first.
    static SitesPage *shownIn(MainWindow &window)
    {
        window.showPage(QStringLiteral("sites"));
        return window.findChild<SitesPage *>();
    }

    QString lines() const
    {
        QStringList names;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            names << table->model()->index(row, int(SiteField::Name)).data().toString();
        return names.join(QStringLiteral(", "));
    }
    QString note() const
    {
        const auto *note = page->findChild<QWidget *>(QStringLiteral("sites.note"));
        return note->isVisible() ? note->accessibleName() : QString();
    }
    QString count() const { return page->findChild<QWidget *>(QStringLiteral("sites.count"))->accessibleName(); }

    WindowFixture f;
    SitesPage *page;
    SitesTable *table;
    QLineEdit *words;
    SiteDrawer *drawer;
};

} // namespace

class TestSitesPage : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void keysLeadThroughTheTable()
    {
        Desk p;
        QCOMPARE(p.lines(), QStringLiteral("fra1, dub1, fra2, sin1"));
        QVERIFY(p.table->hasFocus());
        QTest::keyClick(p.table, Qt::Key_J);
        QCOMPARE(p.table->current(), FleetScript::siteId(QStringLiteral("fra1")));
        QTest::keyClick(p.table, Qt::Key_J);
        QTest::keyClick(p.table, Qt::Key_Return);
        QVERIFY(p.drawer->isVisible());
        QCOMPARE(p.drawer->site(), FleetScript::siteId(QStringLiteral("dub1")));
        QVERIFY(p.page->closeLayer());
        QVERIFY(!p.drawer->isVisible());
        QVERIFY(p.table->hasFocus());
    }

    void wordsAndConditionsAreTyped()
    {
        Desk p;
        QTest::keyClicks(p.words, QStringLiteral("fra"));
        QCOMPARE(p.lines(), QStringLiteral("fra1, fra2"));
        p.words->clear();
        QTest::keyClicks(p.words, QStringLiteral("region:asi"));
        QCOMPARE(p.lines(), QStringLiteral("sin1")); // while it is typed
        QCOMPARE(p.count(), QStringLiteral("1 of 4"));
        QCOMPARE(p.note(), QStringLiteral("Region: Asia. Enter keeps it."));
        QTest::keyClick(p.words, Qt::Key_Return);
        QCOMPARE(p.lines(), QStringLiteral("sin1"));
        QCOMPARE(p.words->text(), QString());
        QCOMPARE(p.note(), QString());
        auto *token = p.page->findChild<FilterToken *>();
        QCOMPARE(token->accessibleName(), QStringLiteral("Remove the filter Region Asia"));
        token->click();
        QCOMPARE(p.lines(), QStringLiteral("fra1, dub1, fra2, sin1"));
    }

    void whatCannotBeFollowedIsSaidAndHidesNothing()
    {
        Desk p;
        QTest::keyClicks(p.words, QStringLiteral("region:mars"));
        QCOMPARE(p.note(),
                 QStringLiteral("No value of Region contains \"mars\", so nothing is hidden by it. There are: "
                                "Asia, Europe"));
        QCOMPARE(p.lines(), QStringLiteral("fra1, dub1, fra2, sin1"));
        p.words->clear();
        QTest::keyClicks(p.words, QStringLiteral("foo:bar"));
        QVERIFY2(p.note().startsWith(QStringLiteral("No column is called \"foo\"; it is looked for as a word. Known: "
                                                    "state, place, country")),
                 qPrintable(p.note()));
        p.words->clear();
        QCOMPARE(p.note(), QString());
    }

    void columnsAndValuesAreOffered()
    {
        Desk p;
        p.words->setFocus();
        QTest::keyClicks(p.words, QStringLiteral("prov"));
        auto *offered = p.page->findChild<QAbstractItemView *>(QStringLiteral("sites.completions"));
        if (!offered) {
            for (QWidget *each : QApplication::topLevelWidgets()) {
                if (each->objectName() == QLatin1String("sites.completions"))
                    offered = qobject_cast<QAbstractItemView *>(each);
            }
        }
        QVERIFY(offered);
        QTRY_VERIFY(offered->isVisible());
        QCOMPARE(offered->model()->index(0, 0).data().toString(), QStringLiteral("provider:"));
        QTest::keyClick(offered, Qt::Key_Down);
        QTest::keyClick(offered, Qt::Key_Return);
        QCOMPARE(p.words->text(), QStringLiteral("provider:"));
        QTest::keyClicks(p.words, QStringLiteral("a"));
        QCOMPARE(offered->model()->index(0, 0).data().toString(), QStringLiteral("provider:AWS"));
        QTest::keyClick(p.words, Qt::Key_Escape);
    }

    void aNameIsALink()
    {
        Desk p;
        const QModelIndex name = p.table->model()->index(1, int(SiteField::Name));
        const QModelIndex place = p.table->model()->index(1, int(SiteField::City));
        QTest::mouseClick(p.table->viewport(), Qt::LeftButton, {}, p.table->visualRect(place).center());
        QVERIFY(!p.drawer->isVisible());
        QTest::mouseMove(p.table->viewport(), p.table->visualRect(name).center());
        QTRY_COMPARE(p.table->viewport()->cursor().shape(), Qt::PointingHandCursor);
        QTest::mouseClick(p.table->viewport(), Qt::LeftButton, {}, p.table->visualRect(name).center());
        QVERIFY(p.drawer->isVisible());
        QCOMPARE(p.drawer->site(), FleetScript::siteId(QStringLiteral("dub1")));
        QVERIFY(p.page->findChild<QWidget *>(QStringLiteral("sites.hint"))->isVisible());
    }

    void namesGetTheRoomThatIsLeft()
    {
        const QString longName = QStringLiteral("edge-frankfurt-am-main-north-07");
        Desk p(qPrintable(QStringLiteral("connection k8s-eu\nsite %1 via=k8s-eu").arg(longName)));
        const auto isCut = [&p, &longName](int width) {
            p.f.window->resize(width, 800);
            p.f.settle();
            QFont font = p.table->font();
            font.setWeight(QFont::Medium);
            return QFontMetrics(font).horizontalAdvance(longName) + 16 > p.table->columnWidth(int(SiteField::Name));
        };
        QVERIFY(!isCut(2560));
        QVERIFY(!isCut(1600));
        QVERIFY(p.table->horizontalHeader()->length() <= p.table->viewport()->width());
        // The smallest that is supported is wider; nothing falls out of the window all the same.
        p.f.window->setMinimumSize(1000, 700);
        isCut(1024);
        QCOMPARE(p.f.window->width(), 1024);
        for (const char *part : {"sites.export", "sites.columns", "sites.sort", "sites.words"}) {
            const auto *widget = p.page->findChild<QWidget *>(QString::fromLatin1(part));
            const QRect box(widget->mapTo(p.f.window.get(), QPoint()), widget->size());
            QVERIFY2(p.f.window->rect().contains(box), part);
        }
    }

    void headsFoldByKeyAndByPress()
    {
        Desk p;
        auto *group = p.page->findChild<QComboBox *>(QStringLiteral("sites.group"));
        group->setCurrentIndex(1);
        Q_EMIT group->activated(1);
        QCOMPARE(p.lines(), QStringLiteral("Europe, fra1, dub1, fra2, Asia, sin1"));
        p.table->setCurrent(FleetScript::siteId(QStringLiteral("sin1")));
        QTest::keyClick(p.table, Qt::Key_Left); // to the head
        QTest::keyClick(p.table, Qt::Key_Left); // folds it
        QCOMPARE(p.lines(), QStringLiteral("Europe, fra1, dub1, fra2, Asia"));
        QTest::keyClick(p.table, Qt::Key_Right);
        QCOMPARE(p.lines(), QStringLiteral("Europe, fra1, dub1, fra2, Asia, sin1"));
        const QPoint head = p.table->visualRect(p.table->model()->index(0, int(SiteField::City))).center();
        QTest::mouseClick(p.table->viewport(), Qt::LeftButton, {}, head);
        QCOMPARE(p.lines(), QStringLiteral("Europe, Asia, sin1"));
    }

    void chosenSitesAreCopiedWithTheTime()
    {
        Desk p;
        p.table->setCurrent(FleetScript::siteId(QStringLiteral("dub1")));
        QTest::keyClick(p.table, Qt::Key_Space); // and on to fra2
        QTest::keyClick(p.table, Qt::Key_Space);
        QWidget *bar = p.page->findChild<QWidget *>(QStringLiteral("sites.selection"));
        QVERIFY(bar->isVisible());
        const QStringList lines = p.page->copyText().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[1].startsWith(QStringLiteral("Degraded\tdub1\tDublin")));
        QVERIFY(lines[2].startsWith(QStringLiteral("Healthy\tfra2")));
        QCOMPARE(lines[3], QStringLiteral("as of 22 Nov 2026 09:14:32 UTC"));
        QTest::keyClick(p.table, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(p.page->copyText().count(QLatin1Char('\n')), 5);
        QVERIFY(p.page->closeLayer());
        QVERIFY(!bar->isVisible());
    }

    void whereRoomIsScarceColumnsGiveWayToTheReason()
    {
        Desk p("connection k8s-eu\nsite fra1 city=Frankfurt country=DE at=50,8 via=k8s-eu state=down reason=\"etcd has "
               "lost "
               "its quorum, two of three members do not answer\"");
        const auto widths = [&p](int width) {
            p.f.window->resize(width, 800);
            p.f.settle();
            QStringList all;
            for (const SiteField field : {SiteField::Name, SiteField::City, SiteField::Reason})
                all << QString::number(p.table->columnWidth(int(field)));
            return all.join(QLatin1Char(' '));
        };
        widths(1900);
        const int room = p.table->columnWidth(int(SiteField::Reason));
        QVERIFY2(room >= 340, qPrintable(QString::number(room)));
        QCOMPARE(p.table->columnWidth(int(SiteField::Name)), 130);
        widths(1280);
        QVERIFY(p.table->columnWidth(int(SiteField::Name)) < 130);
        const int left = p.table->columnWidth(int(SiteField::Reason));
        QVERIFY2(left >= 260, qPrintable(QString::number(left)));
        QVERIFY2(p.table->isColumnHidden(int(SiteField::Provider)), "others need its room");
        QVERIFY2(p.table->columns().save().isEmpty(), "nobody has chosen that");
        p.table->setColumnWidth(int(SiteField::Name), 140); // a person's choice
        QVERIFY(widths(1290).startsWith(QStringLiteral("140 ")));
        QVERIFY(widths(1900).startsWith(QStringLiteral("140 150 ")));
        p.table->columns().reset();
        QVERIFY(widths(1900).startsWith(QStringLiteral("130 150 ")));
    }

    void whatIsScrolledLooksAsPaintedAnew_data()
    {
        QTest::addColumn<int>("group"); // entry of the box
        QTest::newRow("one list") << 0;
        QTest::newRow("heads that stay on top") << 1;
    }
    void whatIsScrolledLooksAsPaintedAnew()
    {
        QFETCH(int, group);
        QByteArray fleet("connection k8s-eu\n");
        for (int i = 0; i < 90; ++i)
            fleet += "site fra" + QByteArray::number(i) + " region=" + (i % 3 ? "Europe" : "Asia") +
                     " via=k8s-eu cpu=" + QByteArray::number(i % 11) + "/10" + (i % 5 ? "" : " stale") +
                     (i % 7 ? "\n" : " state=down reason=\"disk full\"\n");
        Desk p(fleet.constData());
        auto *box = p.page->findChild<QComboBox *>(QStringLiteral("sites.group"));
        box->setCurrentIndex(group);
        Q_EMIT box->activated(group);
        p.f.settle();
        const auto seen = [&p] {
            p.f.settle();
            const QRect table(p.table->mapTo(p.f.window.get(), QPoint()), p.table->size());
            return p.f.window->screen()->grabWindow(p.f.window->winId()).toImage().copy(table);
        };
        QScrollBar *bar = p.table->verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        for (const int step : {7, 40, 1, 113, -50, 300, -9}) {
            const QImage before = seen();
            bar->setValue(bar->value() + step);
            const QImage scrolled = seen();
            QVERIFY(scrolled != before);
            p.table->viewport()->update();
            QVERIFY2(seen() == scrolled, qPrintable(QString::number(bar->value())));
        }
    }

    void columnsAndFiltersAreRemembered()
    {
        Desk p;
        QTest::keyClicks(p.words, QStringLiteral("country:ire"));
        QTest::keyClick(p.words, Qt::Key_Return);
        p.table->setColumnHidden(int(SiteField::Cpu), true);
        p.table->setColumnHidden(int(SiteField::Storage), false);
        p.table->setColumnWidth(int(SiteField::Name), 222);
        const QVariantMap layout = p.f.window->saveLayout();

        Desk again;
        again.f.window->restoreLayout(layout);
        again.f.settle();
        QCOMPARE(again.lines(), QStringLiteral("dub1"));
        QCOMPARE(again.table->columns().save(), p.table->columns().save());
        QCOMPARE(again.table->columnWidth(int(SiteField::Name)), 222);
    }

    void exportWritesWhatIsShown()
    {
        Desk p;
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("sites.csv"));
        SiteTableModel &model = *qobject_cast<SiteTableModel *>(p.table->model());
        auto *undo = p.f.window->findChild<UndoBar *>();
        TableWords words;
        words.written = [](int count, const QString &) { return QStringLiteral("%1 written").arg(count); };
        TableExport::write(path, model, words, {int(SiteField::Name), int(SiteField::Country)}, model.allInOrder(),
                           p.f.clock.now(), *undo);
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll().mid(3)).split(QStringLiteral("\r\n")).mid(0, 2),
                 (QStringList{QStringLiteral("Site,Country,Region,Origin,as of (UTC)"),
                              QStringLiteral("fra1,DE  Germany,Europe,,2026-11-22T09:14:32.000Z")}));
        p.f.change("site fra1 region=Europe via=k8s-eu origin=lab");
        const QString lab = dir.filePath(QStringLiteral("lab.csv"));
        TableExport::write(lab, model, words, {int(SiteField::Name)}, {FleetScript::siteId(QStringLiteral("fra1"))},
                           p.f.clock.now(), *undo);
        QTRY_VERIFY(QFile::exists(lab));
        QFile invented(lab);
        QVERIFY(invented.open(QIODevice::ReadOnly));
        QVERIFY(invented.readAll().contains("\r\nfra1,Europe,LAB,"));
        QTRY_VERIFY(undo->isVisible());
        TableExport::write(dir.filePath(QStringLiteral("no/such/dir.csv")), model, words, {int(SiteField::Name)}, {},
                           p.f.clock.now(), *undo);
        QTRY_VERIFY2(undo->accessibleName().contains(QStringLiteral("could not be written")),
                     qPrintable(undo->accessibleName()));
    }

    void nothingIsSaidToBeEmptyThatIsHidden()
    {
        Desk p;
        p.words->setFocus();
        QTest::keyClicks(p.words, QStringLiteral("nowhere"));
        QVERIFY(!p.table->isVisible());
        QVERIFY(p.words->hasFocus());
        p.words->clear();
        QVERIFY(p.table->isVisible());
    }
};

QTEST_MAIN(TestSitesPage)
#include "tst_sitespage.moc"
