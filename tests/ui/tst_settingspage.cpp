// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/ui/windowfixture.h"
#include "ui/settings/settingspage.h"
#include "widgets/basic/navrail.h"
#include "widgets/basic/segmentedcontrol.h"
#include "widgets/basic/undobar.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace graticule;
using testing::FleetScript;
using testing::WindowFixture;

namespace {

const char *const kFleet = R"(
connection k8s-eu seen=-2s
site fra1 region=Europe city=Frankfurt country=DE at=50.1,8.7 via=k8s-eu
site dub1 region=Europe city=Dublin country=IE at=53.3,-6.3 via=k8s-eu
)";

/// The window with its settings page in front.
struct SettingsFixture : WindowFixture
{
    SettingsFixture()
        : WindowFixture(QString::fromUtf8(kFleet))
    {
        window->showPage(QStringLiteral("settings"));
        settle();
    }

    SegmentedControl &control(const char *name) const
    {
        return *window->findChild<SegmentedControl *>(QStringLiteral("setting.") + QLatin1String(name));
    }
    const Settings &settings() const { return window->settings().settings(); }
    SettingsPage &page() const { return *window->findChild<SettingsPage *>(); }
    QString shownText(const char *name) const
    {
        const auto *label = window->findChild<QLabel *>(QLatin1String(name));
        return label && label->isVisible() ? label->text() : QString();
    }
    /// All visible words of the page, for "does it say".
    bool says(const QString &words) const { return texts<QLabel>().contains(words); }
};

} // namespace

class TestSettingsPage : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void looksChangeAtOnce()
    {
        SettingsFixture f;
        f.control("appearance").setCurrent(1);
        QCOMPARE(f.themes.theme().name(), QStringLiteral("light"));
        f.control("contrast").setCurrent(1);
        QCOMPARE(f.themes.theme().name(), QStringLiteral("light-contrast"));
        const auto *table = f.window->findChild<QTableView *>();
        QCOMPARE(table->verticalHeader()->defaultSectionSize(), 28);
        f.control("density").setCurrent(1);
        QCOMPARE(table->verticalHeader()->defaultSectionSize(), 36);
    }

    void theRailsToolIsTheSameSetting()
    {
        SettingsFixture f;
        Q_EMIT f.window->findChild<NavRail *>()->toolTriggered(QStringLiteral("theme"));
        QCOMPARE(f.settings().appearance, Settings::Appearance::Light);
        QCOMPARE(f.control("appearance").current(), 1);
    }

    void theSystemIsFollowedWhenWanted()
    {
        SettingsFixture f;
        f.window->setSystemLook({.isDark = false, .isHighContrast = false, .isReducedMotion = false});
        QCOMPARE(f.themes.theme().name(), QStringLiteral("dark")); // not asked for
        f.control("appearance").setCurrent(2);
        QCOMPARE(f.themes.theme().name(), QStringLiteral("light"));
        QVERIFY(f.says(QStringLiteral("The system says light.")));
        f.window->setSystemLook({.isDark = true, .isHighContrast = true, .isReducedMotion = false});
        QCOMPARE(f.themes.theme().name(), QStringLiteral("dark-contrast"));
        f.window->setSystemLook({});
        QCOMPARE(f.themes.theme().name(), QStringLiteral("dark"));
        QVERIFY(f.says(QStringLiteral("The system does not say; dark is used.")));
    }

    void unitsReachEveryModel()
    {
        SettingsFixture f;
        QSignalSpy units(&f.store, &FleetStore::unitsChanged);
        f.control("bytes").setCurrent(1);
        f.control("times").setCurrent(1);
        QCOMPARE(units.size(), 2);
        QVERIFY(f.store.units().iecBytes);
        QVERIFY(f.store.units().localTime);
    }

    void scaleWaitsForTheNextStart()
    {
        SettingsFixture f;
        SettingsPlace place;
        place.canRestart = true;
        f.window->setSettingsPlace(place);
        QVERIFY(!f.button(QStringLiteral("Restart now")));
        f.control("scale").setCurrent(2);
        QCOMPARE(f.settings().scale, 125);
        QVERIFY(f.says(QStringLiteral("Now 100 %.")));
        QSignalSpy restart(f.window.get(), &MainWindow::restartAsked);
        QVERIFY(f.button(QStringLiteral("Restart now")));
        f.button(QStringLiteral("Restart now"))->click();
        QCOMPARE(restart.size(), 1);
        f.control("scale").setCurrent(0);
        QVERIFY(!f.button(QStringLiteral("Restart now")));

        place.isScaleGiven = true;
        f.window->setSettingsPlace(place);
        QVERIFY(f.says(QStringLiteral("QT_SCALE_FACTOR is set in the environment and wins over this.")));
    }

    void languagesAreThoseThatThereAre()
    {
        SettingsFixture f;
        auto *language = f.window->findChild<QComboBox *>(QStringLiteral("setting.language"));
        QCOMPARE(language->count(), 2); // the system's, English
        SettingsPlace place;
        place.languages = {{QStringLiteral("de"), QStringLiteral("Deutsch")}};
        f.window->setSettingsPlace(place);
        QCOMPARE(language->itemText(2), QStringLiteral("Deutsch"));
        language->setCurrentIndex(2);
        QCOMPARE(f.settings().language, QStringLiteral("de"));
        QVERIFY(f.says(QStringLiteral("Not used yet.")));
        f.window->setSettingsPlace({}); // as if the translation were not there: the choice stays
        QCOMPARE(language->currentText(), QStringLiteral("de (not in this version)"));
    }

    void resetCanBeTakenBack()
    {
        SettingsFixture f;
        auto *reset = f.window->findChild<QAbstractButton *>(QStringLiteral("settings.reset"));
        QVERIFY(!reset->isEnabled());
        f.control("density").setCurrent(1);
        f.control("appearance").setCurrent(1);
        QVERIFY(reset->isEnabled());
        reset->click();
        QVERIFY(f.settings().isDefault());
        QCOMPARE(f.themes.theme().name(), QStringLiteral("dark"));
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.settings().density, Settings::Density::Comfortable);
        QCOMPARE(f.themes.theme().name(), QStringLiteral("light"));
    }

    void theFileIsNamedAndItsTroubleTold()
    {
        SettingsFixture f;
        QCOMPARE(f.shownText("settings.complaint"), QString());
        SettingsPlace place;
        place.file = QStringLiteral("/etc/xdg/graticule/console.ini");
        place.complaint = QStringLiteral("console.ini could not be understood. It is now console.ini.broken.");
        f.window->setSettingsPlace(place);
        QCOMPARE(f.shownText("settings.file"), place.file);
        QCOMPARE(f.shownText("settings.complaint"), place.complaint);
        QVERIFY(f.window->findChild<UndoBar *>()->isVisible()); // also on other pages
        f.window->findChild<QAbstractButton *>(QStringLiteral("settings.copyPath"))->click();
        QCOMPARE(QApplication::clipboard()->text(), place.file);
    }

    void everyControlHasANameAndAWay()
    {
        SettingsFixture f;
        int seen = 0;
        for (QWidget *each : f.page().findChildren<QWidget *>()) {
            if (!each->isVisible() || !(each->focusPolicy() & Qt::TabFocus))
                continue;
            ++seen;
            const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(each);
            QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(), each->metaObject()->className());
        }
        QVERIFY(seen >= 20);
        QVERIFY(!f.control("motion").accessibleDescription().isEmpty());
        // Arrow keys choose among the segments.
        auto *first = f.control("appearance").findChildren<QAbstractButton *>().constFirst();
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Right);
        QCOMPARE(f.settings().appearance, Settings::Appearance::Light);
    }

    void settingsAreInTheLayout()
    {
        SettingsFixture f;
        f.control("contrast").setCurrent(1);
        const QVariantMap layout = f.window->saveLayout();
        QCOMPARE(layout.value(QStringLiteral("settings")).toMap().value(QStringLiteral("contrast")),
                 QStringLiteral("high"));
        QCOMPARE(layout.value(QStringLiteral("page")), QStringLiteral("settings"));

        WindowFixture other(QString::fromUtf8(kFleet));
        other.window->restoreLayout(layout);
        QVERIFY(other.window->settings().settings().highContrast);
        QCOMPARE(other.themes.theme().name(), QStringLiteral("dark-contrast"));
        QCOMPARE(other.window->currentPage(), QStringLiteral("settings"));
    }

    /// A dropped connection stands in the form, and nothing has been saved by it.
    void aDroppedConnectionFillsTheForm()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("dub.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("type: docker\naddress: tcp://dub.example:2376\n");
        file.close();
        WindowFixture f(QString::fromUtf8(kFleet));
        f.window->openFiles({file.fileName()});
        QTRY_COMPARE(f.window->currentPage(), QStringLiteral("connections"));
        f.settle();
        QStringList lines;
        for (const QLineEdit *line : f.window->findChildren<QLineEdit *>()) {
            if (line->isVisible() && !line->text().isEmpty())
                lines << line->text();
        }
        QVERIFY2(lines.contains(QStringLiteral("tcp://dub.example:2376")), qPrintable(lines.join(u'|')));
        QVERIFY(lines.contains(QStringLiteral("dub")));
        QCOMPARE(f.commands.asked.filter(QStringLiteral("save")).size(), 0);
    }

    void theWindowBeginsWhereItWasLeft()
    {
        QVariantMap layout;
        {
            WindowFixture f(QString::fromUtf8(kFleet));
            f.window->selectConnection(FleetScript::connectionId(QStringLiteral("k8s-eu")));
            f.window->openSite(FleetScript::siteId(QStringLiteral("dub1")));
            layout = f.window->saveLayout();
        }
        // The fleet comes later than the layout.
        WindowFixture f((QString()));
        f.window->restoreLayout(layout);
        QCOMPARE(siteOf(*f.window), QString());
        FleetScript script(QString::fromUtf8(kFleet));
        f.store.take(script.snapshot());
        f.clock.advance(FleetStore::kFrame);
        f.settle();
        QCOMPARE(siteOf(*f.window), FleetScript::siteId(QStringLiteral("dub1")).toString());
        const QVariantMap pages = f.window->saveLayout().value(QStringLiteral("pages")).toMap();
        QCOMPARE(pages.value(QStringLiteral("connections")).toMap().value(QStringLiteral("selected")),
                 FleetScript::connectionId(QStringLiteral("k8s-eu")).toString());

        // Unless the person wants the overview.
        QVariantMap settings = layout.value(QStringLiteral("settings")).toMap();
        settings.insert(QStringLiteral("start"), QStringLiteral("overview"));
        layout.insert(QStringLiteral("settings"), settings);
        WindowFixture fresh(QString::fromUtf8(kFleet));
        fresh.window->restoreLayout(layout);
        QCOMPARE(siteOf(*fresh.window), QString());
    }

private:
    /// The site whose drawer is open on the overview, by what the window would write down.
    static QString siteOf(const MainWindow &window)
    {
        const QVariantMap pages = window.saveLayout().value(QStringLiteral("pages")).toMap();
        return pages.value(QStringLiteral("overview")).toMap().value(QStringLiteral("site")).toString();
    }
};

QTEST_MAIN(TestSettingsPage)
#include "tst_settingspage.moc"
