// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/ui/windowfixture.h"
#include "ui/help/helptopics.h"
#include "ui/help/helpview.h"
#include "ui/page/figuretexts.h"
#include "ui/palette/keymap.h"
#include "ui/site/sitedrawer.h"
#include "widgets/basic/kpitile.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QListView>
#include <QMenu>
#include <QTextBrowser>

using namespace graticule;

namespace {

const char *const kFleet = R"(
connection k8s-eu type=kubernetes latency=41
site fra1 region=Europe city=Frankfurt country=DE at=50.11,8.68 via=k8s-eu state=down since=-12min reason="etcd quorum lost"
site dub1 region=Europe city=Dublin country=IE at=53.35,-6.26 via=k8s-eu
)";

class Fixture : public testing::WindowFixture
{
public:
    Fixture()
        : WindowFixture(QString::fromUtf8(kFleet))
    {
    }

    QWidget *help() const { return window->findChild<HelpView *>(); }
    QTextBrowser *text() const { return window->findChild<QTextBrowser *>(QStringLiteral("helpPage")); }
    QWidget *card() const { return window->findChild<QWidget *>(QStringLiteral("figureCard")); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    void openHelp() const { QTest::mouseClick(button(QStringLiteral("Help")), Qt::LeftButton); }

    /// The topics that are listed, as "States of a site".
    QStringList topics() const
    {
        const auto *list = window->findChild<QListView *>(QStringLiteral("helpTopics"));
        QStringList all;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            all << list->model()->index(row, 0).data().toString();
        return all;
    }

    /// First line of the text that is shown.
    QString shown() const { return text()->toPlainText().section(u'\n', 0, 0); }

    /// What the card says, as "Title: text"; empty: it is not open.
    QString said() const
    {
        const QList<QLabel *> labels = card()->findChildren<QLabel *>();
        return card()->isVisible() ? labels[0]->text() + QStringLiteral(": ") + labels[1]->text() : QString();
    }

    /// Chooses "What is this?" in the menu that the right button opens there.
    void askAt(QWidget *widget, QPoint point)
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, point, widget->mapToGlobal(point));
        QCoreApplication::sendEvent(widget, &event);
        auto *menu = window->findChild<QMenu *>(QStringLiteral("figureMenu"));
        if (!menu)
            return;
        menu->actions().first()->trigger();
        menu->close();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        settle();
    }
};

} // namespace

/// The help inside the window, and what a figure says of itself.
class TestHelp : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void theRailOpensTheHelpAndEscClosesIt()
    {
        Fixture f;
        f.openHelp();
        QVERIFY(f.help()->isVisible());
        QCOMPARE(f.topics(), (QStringList{"Help", "Sites", "States of a site", "Stale, unreachable, down", "The past",
                                          "Connections", "Measuring", "Acting", "Fleets", "Places", "Label rules",
                                          "The lab", "What goes where", "Keys", "Figures of Overview"}));
        QCOMPARE(f.shown(), QStringLiteral("Help"));
        f.key(Qt::Key_Escape);
        QVERIFY(!f.help()->isVisible());
    }

    void topicsAreSearchedAndGoneThroughFromTheSearch()
    {
        Fixture f;
        f.openHelp();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("unreachable"));
        QCOMPARE(f.topics().first(), QStringLiteral("Stale, unreachable, down")); // the title says it
        QVERIFY(f.topics().size() > 2);
        QCOMPARE(f.shown(), QStringLiteral("Stale, unreachable, down"));
        QCOMPARE(f.text()->textCursor().selectedText().toLower(), QStringLiteral("unreachable"));
        f.key(Qt::Key_Down);
        QCOMPARE(f.shown(), f.topics().at(1));

        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral(" xyzzy"));
        QVERIFY(!f.text()->isVisible());
        QCOMPARE(f.topics(), QStringList());
    }

    void linksLeadToOtherTopicsAndNowhereElse()
    {
        Fixture f;
        f.openHelp();
        Q_EMIT f.text()->anchorClicked(QUrl(QStringLiteral("states.md")));
        QCOMPARE(f.shown(), QStringLiteral("States of a site"));
        Q_EMIT f.text()->anchorClicked(QUrl(QStringLiteral("https://example.com/elsewhere")));
        QCOMPARE(f.shown(), QStringLiteral("Help"));
        QVERIFY(!f.text()->openLinks());
    }

    void keysAndHelpLeadToEachOther()
    {
        Fixture f;
        f.openHelp();
        f.key(Qt::Key_F1);
        QVERIFY(!f.help()->isVisible());
        auto *keys = f.window->findChild<KeyMap *>();
        QVERIFY(keys->isVisible());
        for (QAbstractButton *each : keys->findChildren<QAbstractButton *>()) {
            if (each->text() == QLatin1String("Help"))
                each->click();
        }
        QVERIFY(!keys->isVisible());
        QVERIFY(f.help()->isVisible());
    }

    void aFigureSaysWhatItIsByItsMenu()
    {
        Fixture f;
        auto *tile = f.window->findChildren<KpiTile *>().at(1);
        f.askAt(tile, tile->rect().center());
        QCOMPARE(f.said(), QStringLiteral("Sites serving: Sites that are seen now and do their work: the healthy and "
                                          "the degraded ones. Sites that cannot be seen are not counted, since nobody "
                                          "knows."));
        QVERIFY(f.window->rect().contains(f.card()->geometry()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // "More in the help" has the focus
        QTRY_VERIFY(f.help() && f.help()->isVisible());
        QCOMPARE(f.shown(), QStringLiteral("States of a site"));
    }

    void aColumnSaysWhatItIs()
    {
        Fixture f;
        f.window->showPage(QStringLiteral("sites"));
        f.settle();
        QHeaderView *header = nullptr;
        for (QHeaderView *each : f.window->findChildren<QHeaderView *>()) {
            if (each->isVisible() && each->orientation() == Qt::Horizontal)
                header = each;
        }
        QVERIFY(header);
        const int place = header->sectionViewportPosition(2) + 10;
        f.askAt(header->viewport(), QPoint(place, 10));
        QCOMPARE(f.said(), QStringLiteral("Place: The city, as declared, from the provider's region, or inferred."));
    }

    void shiftF1ExplainsWhatHasTheFocusElseThePage()
    {
        Fixture f;
        f.key(Qt::Key_F1, Qt::ShiftModifier);
        QCOMPARE(f.shown(), QStringLiteral("Figures of Overview"));
        QVERIFY(f.text()->toPlainText().contains(QStringLiteral("Oldest evidence shown. The age of the oldest thing")));
        f.key(Qt::Key_Escape);

        f.window->openSite(testing::FleetScript::siteId(QStringLiteral("fra1")));
        f.settle();
        QLabel *jurisdiction = nullptr;
        for (QLabel *each : f.window->findChild<SiteDrawer *>()->findChildren<QLabel *>()) {
            if (each->text() == QLatin1String("Jurisdiction"))
                jurisdiction = each;
        }
        QVERIFY(jurisdiction);
        jurisdiction->setFocus();
        QTest::keyClick(jurisdiction, Qt::Key_F1, Qt::ShiftModifier);
        QVERIFY(f.said().startsWith(QStringLiteral("Jurisdiction: Whose laws hold at the site")));
        f.key(Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), jurisdiction);
    }

    void everyFigureThatIsMarkedIsExplainedAndLeadsToATopic()
    {
        Fixture f;
        f.window->showPage(QStringLiteral("sites"));
        f.window->showPage(QStringLiteral("connections"));
        f.window->openSite(testing::FleetScript::siteId(QStringLiteral("fra1")));
        const HelpTopics topics;
        QSet<QString> marked;
        for (const QWidget *each : f.window->findChildren<QWidget *>()) {
            for (const QString &id : FigureTexts::of(*each))
                marked << id;
        }
        QVERIFY2(marked.size() > 35, qPrintable(QString::number(marked.size())));
        for (const QString &id : std::as_const(marked)) {
            const std::optional<FigureText> figure = FigureTexts::find(id);
            QVERIFY2(figure, qPrintable(id));
            QVERIFY2(topics.find(figure->topic), qPrintable(figure->topic));
        }
    }
};

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
