// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/ui/windowfixture.h"
#include "ui/page/actionregistry.h"
#include "ui/palette/keymap.h"

#include <QAccessible>
#include <QListView>

using namespace graticule;
using testing::WindowFixture;

namespace {

/// The window, whose page of keys is opened by a key.
struct Fixture : WindowFixture
{
    Fixture()
        : WindowFixture(QStringLiteral("connection k8s-eu\nsite fra1 region=Europe at=50.1,8.7 via=k8s-eu"),
                        {1280, 800})
    {
        QApplication::setActiveWindow(window.get());
    }
    KeyMap *keyMap() const { return window->findChild<KeyMap *>(QStringLiteral("keyMap")); }
};

} // namespace

/// What F1 shows, and that keys and actions are in order.
class TestKeyMap : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void f1TellsTheKeysOfThisView()
    {
        Fixture f;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
        QVERIFY(f.keyMap()->isVisible());
        QCOMPARE(QAccessible::queryAccessibleInterface(f.keyMap())->role(), QAccessible::Dialog);
        QVERIFY(told(f).contains(QStringLiteral("Zoom in: +")));
        QVERIFY(told(f).contains(QStringLiteral("Find or run a command: Ctrl K")));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ctrl b"));
        QCOMPARE(told(f).constLast(), QStringLiteral("Collapse or widen the rail: Ctrl B"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!f.keyMap()->isVisible());

        f.window->showPage(QStringLiteral("connections"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
        QVERIFY(f.keyMap()->isVisible());
        QVERIFY(!told(f).contains(QStringLiteral("Zoom in: +"))); // that is of another page
    }

    void anEntryOfTheKeysIsRun()
    {
        Fixture f;
        f.window->showPage(QStringLiteral("connections"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("alt 1"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(!f.keyMap()->isVisible());
        QCOMPARE(f.window->currentPage(), QStringLiteral("overview"));

        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ctrl z"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(f.keyMap()->isVisible()); // it cannot be done now, and says why
        bool isSaid = false;
        for (const QWidget *each : f.keyMap()->findChildren<QWidget *>())
            isSaid = isSaid || each->accessibleName() == QLatin1String("There is nothing to take back");
        QVERIFY(isSaid);
    }

    void everyActionIsNamedAndNoKeyDoesTwoThings()
    {
        Fixture f;
        const auto *actions = f.window->findChild<ActionRegistry *>();
        QCOMPARE(actions->collisions(), QStringList());
        QVERIFY(actions->entries().size() > 30);
        QSet<QString> ids;
        for (const ActionRegistry::Entry &entry : actions->entries()) {
            const ConsoleAction &action = entry.action;
            const QByteArray id = action.id.toUtf8();
            QVERIFY2(!action.id.isEmpty() && !ids.contains(action.id), id.constData());
            ids.insert(action.id);
            QVERIFY2(!action.title.isEmpty() && action.title.front().isUpper(), id.constData());
            QVERIFY2(!action.section.isEmpty(), id.constData());
            QVERIFY2(action.run || !action.keys.isEmpty(), id.constData()); // else nobody could do it
            ActionRegistry::whyNot(action);                                 // may be asked at any time
        }
    }

    void keysThatMeetAreFound()
    {
        QWidget window;
        auto *page = new QWidget(&window);
        auto *part = new QWidget(page);
        auto *other = new QWidget(&window);
        ActionRegistry actions(window);
        const auto add = [&](const char *id, QWidget *scope) {
            ConsoleAction action;
            action.id = action.title = QString::fromLatin1(id);
            action.keys = {Qt::Key_J};
            action.scope = scope;
            actions.add({}, {action});
        };
        add("part", part);
        add("other", other);
        QCOMPARE(actions.collisions(), QStringList());
        add("page", page);
        QCOMPARE(actions.collisions(), QStringList{QStringLiteral("J: part, page")});
        QTest::ignoreMessage(QtWarningMsg, "An action needs a title and an id of its own: \"page\"");
        add("page", other);
    }

private:
    static QStringList told(const Fixture &f)
    {
        const auto *list = f.window->findChild<QListView *>(QStringLiteral("keyMapList"));
        QStringList all;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            all << list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        return all;
    }
};

QTEST_MAIN(TestKeyMap)
#include "tst_keymap.moc"
