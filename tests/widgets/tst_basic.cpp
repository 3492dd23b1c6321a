// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "widgets/basic/button.h"
#include "widgets/basic/chip.h"
#include "widgets/basic/filtertoken.h"
#include "widgets/basic/focusring.h"
#include "widgets/basic/kpitile.h"
#include "widgets/basic/label.h"
#include "widgets/basic/meter.h"
#include "widgets/basic/navrail.h"
#include "widgets/basic/segmentedcontrol.h"
#include "widgets/basic/statecount.h"
#include "widgets/basic/undobar.h"
#include "widgets/basic/viewstate.h"
#include "widgets/theme/keychip.h"
#include "widgets/theme/textpainting.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QVBoxLayout>

#include <optional>

using namespace graticule;

namespace {

/// "RadioButton 'List' checked": what a screen reader learns of a widget.
QString spoken(QWidget &widget)
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&widget);
    const char *role = QMetaEnum::fromType<QAccessible::Role>().valueToKey(face->role());
    QString out = QStringLiteral("%1 '%2'").arg(QLatin1String(role), face->text(QAccessible::Name));
    if (!face->text(QAccessible::Description).isEmpty())
        out += QStringLiteral(" (%1)").arg(face->text(QAccessible::Description));
    return face->state().checked ? out + QStringLiteral(" checked") : out;
}

QStringList spokenButtons(QWidget &parent)
{
    QStringList out;
    for (auto *button : parent.findChildren<QAbstractButton *>())
        out << spoken(*button);
    return out;
}

QImage picture(QWidget &widget, QSize size)
{
    widget.resize(size);
    return widget.grab().toImage();
}

} // namespace

class TestBasic : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_themes.emplace(*qApp, Theme::Kind::Dark); }
    void cleanupTestCase() { m_themes.reset(); }

    void keysAreWrittenAsOnTheKeyboard()
    {
        QCOMPARE(keyChipText(QKeySequence(Qt::CTRL | Qt::Key_K)), QStringLiteral("Ctrl K"));
        QCOMPARE(keyChipText(QKeySequence(Qt::CTRL | Qt::Key_Plus)), QStringLiteral("Ctrl +"));
        QCOMPARE(keyChipText(QKeySequence(Qt::Key_Plus)), QStringLiteral("+"));
        QCOMPARE(keyChipText(QKeySequence(Qt::Key_Return)), QStringLiteral("↵"));
        QCOMPARE(keyChipText(QKeySequence()), QString());
    }

    void aLineIsDealtOutFromBothEndsAndMirrored()
    {
        LineLayout line(QRect(0, 0, 100, 20), Qt::LeftToRight);
        QCOMPARE(line.takeLeading(10, 5), QRect(0, 0, 10, 20));
        QCOMPARE(line.takeTrailing(20, 5), QRect(80, 0, 20, 20));
        QCOMPARE(line.rest(), QRect(15, 0, 60, 20));
        LineLayout mirrored(QRect(0, 0, 100, 20), Qt::RightToLeft);
        QCOMPARE(mirrored.takeLeading(10, 5), QRect(90, 0, 10, 20));
        QCOMPARE(mirrored.rest(), QRect(0, 0, 85, 20));
        mirrored.takeLeading(200);
        QCOMPARE(mirrored.rest().width(), 0);
    }

    void aLabelSaysAllOfItsTextThoughItIsCut()
    {
        Label label(*m_themes);
        label.setText(QStringLiteral("mesos.gru.halyard.example:5050"));
        QCOMPARE(spoken(label), QStringLiteral("StaticText 'mesos.gru.halyard.example:5050'"));
        QCOMPARE(label.minimumSizeHint().width(), 0);
        QVERIFY(label.sizeHint().width() > 100);
        QVERIFY(picture(label, {40, 20}) != picture(label, {60, 20}));
    }

    void figuresAndCountsAreSentences()
    {
        KpiTile tile(*m_themes);
        tile.setKpi({.label = QStringLiteral("Services able to fail over"),
                     .value = QStringLiteral("41"),
                     .unit = QStringLiteral("of 44"),
                     .meaning = QStringLiteral("Worst expected loss 38 s")});
        QCOMPARE(spoken(tile),
                 QStringLiteral("StaticText 'Services able to fail over' (41 of 44. Worst expected loss 38 s)"));
        QCOMPARE(tile.sizeHint().height(), 80);

        StateCount count(*m_themes);
        count.setCount({StateShape::Down, QStringLiteral("7"), QStringLiteral("down"), true});
        QCOMPARE(spoken(count), QStringLiteral("StaticText '7 down'"));
        const int wide = count.sizeHint().width();
        count.setCompact(true);
        QVERIFY(count.sizeHint().width() < wide);
        QCOMPARE(count.toolTip(), QStringLiteral("7 down"));
    }

    void anUnknownShareIsNotDrawnAsEmptyOrZero()
    {
        Meter unknown(*m_themes);
        Meter zero(*m_themes);
        zero.setLevel({.value = 0.0, .mark = {}}, QStringLiteral("0 %"));
        QVERIFY(picture(unknown, {100, 8}) != picture(zero, {100, 8}));
        QCOMPARE(spoken(zero), QStringLiteral("ProgressBar '0 %'"));
    }

    void meterColoursFollowItsLimits()
    {
        const auto colour = [&](double value) {
            Meter meter(*m_themes);
            meter.setLevel({.value = value, .mark = {}}, QString());
            return picture(meter, {100, 8}).pixelColor(10, 4).name();
        };
        const Theme &theme = m_themes->theme();
        QCOMPARE(colour(0.79), theme.colour(Colour::Text3).name());
        QCOMPARE(colour(0.80), theme.colour(Colour::Medium).name());
        QCOMPARE(colour(0.92), theme.colour(Colour::Critical).name());
        QCOMPARE(colour(7.0), theme.colour(Colour::Critical).name());
    }

    void oneOfTheSegmentsIsChosenWithArrowKeys()
    {
        SegmentedControl layout(*m_themes, QStringLiteral("Layout"), {QStringLiteral("Cards"), QStringLiteral("List")});
        QSignalSpy changed(&layout, &SegmentedControl::currentChanged);
        layout.show();
        QVERIFY(QTest::qWaitForWindowActive(&layout));
        QCOMPARE(layout.current(), 0);
        layout.findChild<QAbstractButton *>()->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(layout.current(), 1);
        QCOMPARE(changed.size(), 1);
        layout.setCurrent(1);
        layout.setCurrent(7);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(spoken(layout), QStringLiteral("Grouping 'Layout'"));
        QCOMPARE(spokenButtons(layout).join(u'\n'), QStringLiteral("RadioButton 'Cards'\nRadioButton 'List' checked"));
    }

    void theRailLeadsToPages()
    {
        NavRail rail(*m_themes);
        rail.addPage(QStringLiteral("overview"), QStringLiteral("globe"), QStringLiteral("Overview"),
                     QKeySequence(Qt::ALT | Qt::Key_1));
        rail.addPage(QStringLiteral("connections"), QStringLiteral("plug"), QStringLiteral("Connections"),
                     QKeySequence(Qt::ALT | Qt::Key_8));
        rail.addTool(QStringLiteral("theme"), QStringLiteral("moon"), QStringLiteral("Dark"));
        rail.setBadge(QStringLiteral("connections"), QStringLiteral("5"), QStringLiteral("5 are not live"));
        QSignalSpy changed(&rail, &NavRail::currentChanged);
        QSignalSpy tool(&rail, &NavRail::toolTriggered);
        rail.resize(168, 400);
        rail.show();
        QVERIFY(QTest::qWaitForWindowActive(&rail));

        QCOMPARE(rail.current(), QStringLiteral("overview"));
        const QList<QAbstractButton *> items = rail.findChildren<QAbstractButton *>();
        items[0]->setFocus();
        QTest::keyClick(items[0], Qt::Key_Down);
        QCOMPARE(rail.current(), QStringLiteral("connections"));
        QCOMPARE(changed.takeLast().first().toString(), QStringLiteral("connections"));
        QTest::mouseClick(items[2], Qt::LeftButton);
        QCOMPARE(tool.takeLast().first().toString(), QStringLiteral("theme"));
        rail.setTool(QStringLiteral("theme"), QStringLiteral("sun"), QStringLiteral("Light"));
        rail.setCurrent(QStringLiteral("no such page"));
        QCOMPARE(spokenButtons(rail).join(u'\n'),
                 QStringLiteral("RadioButton 'Overview' (Key: Alt+1)\n"
                                "RadioButton 'Connections' (5 are not live. Key: Alt+8) checked\n"
                                "Button 'Light' (Light)"));
        QCOMPARE(items[1]->toolTip(), QStringLiteral("Connections, 5 are not live (Alt+8)"));

        QCOMPARE(rail.width(), 168);
        rail.setCollapsed(true);
        QCOMPARE(rail.width(), 56);
    }

    void undoIsOfferedOnce()
    {
        QWidget window;
        window.resize(600, 300);
        UndoBar bar(*m_themes, &window);
        window.show();
        QVERIFY(!bar.isVisible());
        int undone = 0;
        bar.offer(QStringLiteral("Connection k8s-yul removed"), [&] { ++undone; });
        QVERIFY(bar.isVisible());
        QVERIFY(window.rect().contains(bar.geometry()));
        QCOMPARE(spoken(bar), QStringLiteral("Notification 'Connection k8s-yul removed'"));
        QVERIFY(bar.undo());
        QVERIFY(!bar.undo());
        QCOMPARE(undone, 1);
        QVERIFY(!bar.isVisible());

        bar.offer(QStringLiteral("Connection k8s-yul removed"), [&] { ++undone; });
        QTest::keyClick(&bar, Qt::Key_Escape);
        QVERIFY(!bar.isVisible());
        QVERIFY(bar.canUndo()); // the bar has gone, not the offer
        QVERIFY(bar.undo());
        QCOMPARE(undone, 1); // nobody takes back what they do not see
        QCOMPARE(spoken(bar), QStringLiteral("Notification 'Take this back? Connection k8s-yul removed'"));
        QVERIFY(bar.undo());
        QCOMPARE(undone, 2);
    }

    void whatWasTakenBackIsDoneAgain()
    {
        QWidget window;
        window.resize(600, 300);
        UndoBar bar(*m_themes, &window);
        window.show();
        QStringList told;
        bar.offer(QStringLiteral("k8s-yul paused"), [&] {
            bar.takenBack(QStringLiteral("k8s-yul resumed"), [&] { told << QStringLiteral("paused again"); });
        });
        QVERIFY(!bar.canRedo());
        QVERIFY(bar.undo());
        QVERIFY(bar.canRedo());
        QVERIFY(bar.findChild<QPushButton *>()->isVisible());
        QCOMPARE(bar.findChild<QPushButton *>()->text(), QStringLiteral("Redo"));
        QVERIFY(bar.redo());
        QVERIFY(!bar.redo());
        QCOMPARE(told, QStringList{QStringLiteral("paused again")});
    }

    void theLastChangeIsTakenBackFirst()
    {
        QWidget window;
        UndoBar bar(*m_themes, &window);
        QStringList back;
        for (size_t i = 0; i <= UndoBar::kMost; ++i) {
            const QString name = QStringLiteral("c%1").arg(i);
            bar.offer(name, [&back, name] { back << name; });
        }
        bar.offer(QStringLiteral("Copied"));
        while (bar.undo()) { // each is shown, then taken back
        }
        QCOMPARE(back.size(), qsizetype(UndoBar::kMost));
        QCOMPARE(back.first(), QStringLiteral("c20"));
        QCOMPARE(back.last(), QStringLiteral("c1")); // the oldest was forgotten
    }

    void anEmptyViewProvesItAndAFailedOneOffersOneThing()
    {
        ViewState view(*m_themes);
        view.resize(300, 200);
        view.show();
        QSignalSpy action(&view, &ViewState::actionTriggered);
        view.setNotice({.icon = QStringLiteral("bell"),
                        .shape = {},
                        .sentence = QStringLiteral("Nothing needs a person"),
                        .detail = QStringLiteral("3 sources watched."),
                        .action = {}});
        QCOMPARE(spoken(view), QStringLiteral("StaticText 'Nothing needs a person' (3 sources watched.)"));
        auto *button = view.findChild<QAbstractButton *>();
        QVERIFY(!button->isVisible());
        view.setNotice({.icon = {},
                        .shape = StateShape::Refused,
                        .sentence = QStringLiteral("May not list volumes"),
                        .detail = {},
                        .action = QStringLiteral("Copy the needed rule")});
        QVERIFY(button->isVisible());
        QVERIFY(view.rect().contains(button->geometry()));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(action.size(), 1);
    }

    void buttonsMakeRoomForLongerWords()
    {
        Button brief(*m_themes, QStringLiteral("Pause all"));
        Button longer(*m_themes, QStringLiteral("Alle Verbindungen anhalten"));
        longer.setKeyHint(QKeySequence(Qt::Key_P));
        longer.setIconName(QStringLiteral("pause"));
        QCOMPARE(brief.sizeHint().height(), 28);
        QVERIFY(longer.sizeHint().width() >
                textWidth(m_themes->theme(), TextStyle::Body, longer.text()) + 14 + 16 + 20);
        QCOMPARE(spoken(longer), QStringLiteral("Button 'Alle Verbindungen anhalten' (Key: P)"));
        Button square(*m_themes, QString());
        square.setIconName(QStringLiteral("plus"));
        QCOMPARE(square.sizeHint(), QSize(28, 28));
    }

    void aTokenSaysWhatItDoes()
    {
        FilterToken token(*m_themes, FilterToken::Kind::Removes);
        token.setFilter(QStringLiteral("state"), QStringLiteral("down"));
        QCOMPARE(spoken(token), QStringLiteral("Button 'Remove filter: state down'"));
        QCOMPARE(token.sizeHint().height(), 24);
    }

    void rightToLeftMirrorsThePicture()
    {
        StateCount count(*m_themes);
        count.setCount({StateShape::Down, QString(), QString()});
        const QImage left = picture(count, {100, 20});
        count.setLayoutDirection(Qt::RightToLeft);
        const QImage right = picture(count, {100, 20});
        const QString critical = m_themes->theme().colour(Colour::Critical).name();
        QCOMPARE(left.pixelColor(2, 6).name(), critical);
        QCOMPARE(right.pixelColor(97, 6).name(), critical);
    }

    void everythingIsPaintedAnewInTheOtherTheme()
    {
        Chip chip(*m_themes, QStringLiteral("first out"));
        const QImage dark = picture(chip, {80, 20});
        m_themes->use(Theme::Kind::Light);
        const QImage light = picture(chip, {80, 20});
        m_themes->use(Theme::Kind::Dark);
        QVERIFY(dark != light);
        QCOMPARE(picture(chip, {80, 20}), dark);
    }

    void theRingFollowsTheKeyboardNotThePointer()
    {
        FocusRing ring(*qApp, *m_themes);
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *first = new Button(*m_themes, QStringLiteral("First"), Button::Kind::Default, &window);
        auto *second = new Button(*m_themes, QStringLiteral("Second"), Button::Kind::Default, &window);
        layout->addWidget(first);
        layout->addWidget(second);
        window.resize(200, 120);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QString focus = m_themes->theme().colour(Colour::Focus).name();
        const auto ringed = [&](const QWidget *button) {
            const QPoint above(button->geometry().center().x(), button->geometry().top() - 4);
            return window.grab().toImage().pixelColor(above).name() == focus;
        };
        QTest::mouseClick(first, Qt::LeftButton);
        QVERIFY(!ringed(first));
        QTest::keyClick(first, Qt::Key_Tab);
        QVERIFY(ringed(second));
        QVERIFY(!ringed(first));
        second->move(second->pos() + QPoint(0, 5)); // it moves along
        QVERIFY(ringed(second));
        QTest::mouseClick(second, Qt::LeftButton);
        QVERIFY(!ringed(second));
        QTest::keyClick(second, Qt::Key_Backtab);
        QVERIFY(ringed(first));
        delete first;
        QVERIFY(!ringed(second));
    }

private:
    std::optional<ThemeSwitch> m_themes;
};

QTEST_MAIN(TestBasic)
#include "tst_basic.moc"
