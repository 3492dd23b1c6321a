// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/modeltext.h"
#include "tests/testing/test.h"
#include "tests/ui/windowfixture.h"
#include "ui/acting/actsdock.h"
#include "ui/acting/confirmdialog.h"
#include "ui/acting/offerrows.h"
#include "ui/entities/entitydrawer.h"
#include "ui/entities/entitypage.h"
#include "ui/page/actionregistry.h"
#include "widgets/basic/chip.h"
#include "widgets/basic/holdbutton.h"
#include "widgets/basic/label.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace graticule;
using testing::FakeActing;
using testing::FleetScript;
using testing::WindowFixture;

namespace {

const char *const kFleet = R"(
connection k8s-eu type=kubernetes address=api.example:6443
connection k8s-us type=kubernetes address=us.example:6443
site fra1 region=Europe city=Frankfurt country=DE at=50,8 via=k8s-eu
site iad1 region=America city=Ashburn country=US at=39,-77 via=k8s-us
node fra1/n1 platform="Debian 12" cpu=2/8
node fra1/n2 platform="Debian 12" cpu=2/8
placement shop@fra1 tier=1 ready=3/3
placement shop@iad1 tier=1 ready=3/3
)";

/// A window with one drawer open, in front of a keeper that lets act as told.
struct Desk
{
    explicit Desk(const QString &opened = QStringLiteral("nodes"), const char *id = "node/fra1/n1")
        : f(QString::fromUtf8(kFleet))
        , page(opened)
    {
        f.acting.offered = FakeActing::ofNode();
        f.acting.foresee = [](const Action &action) {
            const QList<ActionEffect> effects{FakeActing::effect("shop-1", EffectKind::Moves),
                                              FakeActing::effect("bare", EffectKind::Ends, "nobody begins it again")};
            return FakeActing::plan(action, action.verb == QLatin1String("drain") ? effects : QList<ActionEffect>());
        };
        f.window->showPage(page);
        entities = f.window->findChild<EntityPage *>(page + QStringLiteral(".page"));
        QTRY_VERIFY(entities->isSettled());
        entities->open(EntityId(id));
        wait();
    }
    void wait()
    {
        QTRY_VERIFY(entities->isSettled());
        f.settle();
    }
    QAbstractButton *act(const char *verb) const
    {
        return entities->findChild<QAbstractButton *>(page + QStringLiteral(".act.") + QLatin1String(verb));
    }
    QString words(const char *verb) const
    {
        return entities->findChild<QLabel *>(page + QStringLiteral(".actWords.") + QLatin1String(verb))->text();
    }
    ConfirmDialog *dialog() const { return f.window->findChild<ConfirmDialog *>(QStringLiteral("act.confirm")); }
    template<class Part> Part *part(const char *name) const { return f.window->findChild<Part *>(QLatin1String(name)); }
    ActsDock *dock() const { return part<ActsDock>("acts.dock"); }

    WindowFixture f;
    QString page;
    EntityPage *entities = nullptr;
};

} // namespace

/// Acting on a fleet from the window: offers, the dialog before, the dock after.
class TestActingWindow : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void aNodesDrawerOffersItsVerbsWithReasons()
    {
        Desk desk;
        QVERIFY(desk.act("cordon")->isEnabled());
        QVERIFY(!desk.act("uncordon")->isEnabled());
        QVERIFY(desk.act("uncordon")->isVisible());
        QCOMPARE(desk.words("uncordon"), QStringLiteral("it is not cordoned"));
        QCOMPARE(desk.act("uncordon")->accessibleDescription(), QStringLiteral("it is not cordoned"));
    }

    void cordonGoesThroughADialogAndIsShownDoneOnlyWhenTheKeeperSaysSo()
    {
        Desk desk;
        desk.act("cordon")->click();
        QVERIFY(desk.dialog());
        auto *go = desk.part<QAbstractButton>("act.do");
        QVERIFY(!go->isEnabled()); // what it would do is not known yet
        desk.f.settle();
        QVERIFY(go->isEnabled());
        QCOMPARE(go->text(), QStringLiteral("Cordon n1"));
        QCOMPARE(desk.part<QLabel>("act.place")->text(),
                 QStringLiteral("k8s-eu · https://api.example:6443 (cluster eu) · site fra1, Frankfurt, DE"));
        QCOMPARE(desk.part<QLabel>("act.undo")->text(), QStringLiteral("It can be taken back: Uncordon."));
        QVERIFY(!desk.part<HoldButton>("act.hold")->isVisible());
        go->click();
        desk.f.settle();
        QVERIFY(!desk.dialog());
        QCOMPARE(desk.f.acting.asked.last(), QStringLiteral("perform cordon"));
        QVERIFY(desk.dock()->isVisible());
        QCOMPARE(desk.part<Chip>("acts.state")->accessibleName(), QStringLiteral("Asked"));
        desk.f.acting.tell(FakeActing::end(QStringLiteral("n1 takes no new pods")));
        desk.f.settle();
        QCOMPARE(desk.part<Chip>("acts.state")->accessibleName(), QStringLiteral("Done"));
        QCOMPARE(desk.part<QLabel>("acts.outcome")->text(), QStringLiteral("n1 takes no new pods"));
        QCOMPARE(desk.f.acting.asked.last(), QStringLiteral("offers node/fra1/n1")); // what is possible now
    }

    /// Where nobody sorts, the head of figures keeps no room for an arrow.
    void headsStandAboveTheirFigures()
    {
        Desk desk;
        desk.act("cordon")->click();
        desk.f.settle();
        desk.part<QAbstractButton>("act.do")->click();
        desk.f.settle();
        auto *header = desk.part<QTableView>("acts.table")->horizontalHeader();
        const QImage image = header->grab().toImage();
        const auto hasInk = [&](int x) {
            for (int y = 0; y < image.height() - 2; ++y) { // above the line
                if (image.pixel(x, y) != image.pixel(image.width() - 1, y))
                    return true;
            }
            return false;
        };
        int room = 0;
        while (room < image.width() && !hasInk(image.width() - 1 - room))
            ++room;
        QVERIFY2(room >= 8 && room <= 10, qPrintable(QString::number(room)));
    }

    void whatEndsForGoodHasToBeHeld()
    {
        Desk desk;
        QTest::keyClick(desk.entities->findChild<QTableView *>(QStringLiteral("nodes.places")), Qt::Key_D);
        desk.f.settle();
        auto *hold = desk.part<HoldButton>("act.hold");
        QVERIFY(hold->isVisible() && hold->isEnabled());
        QVERIFY(!desk.part<QAbstractButton>("act.do")->isVisible());
        QCOMPARE(hold->text(), QStringLiteral("Drain n1: evict 2 pods"));
        QCOMPARE(testing::rows(*desk.part<QTableView>("act.effects")->model()).join(u'\n'),
                 QStringLiteral("bare | Ends for good | nobody begins it again\nshop-1 | Begins elsewhere | "));
        hold->click(); // a press is not enough
        desk.f.settle();
        QVERIFY(desk.dialog());
        hold->setHoldTime(10);
        QTest::mousePress(hold, Qt::LeftButton);
        QTRY_COMPARE(desk.f.acting.performed.verb, QStringLiteral("drain"));
        QVERIFY(desk.f.acting.performed.isShown); // nothing else is meant
    }

    /// What a budget says is read without a mouse.
    void whyAPodIsHeldIsNotCut()
    {
        Desk desk;
        desk.f.acting.foresee = [](const Action &action) {
            return FakeActing::plan(action,
                                    {FakeActing::effect("shop/checkout-7d9c5b6f4-x2x7k", EffectKind::Blocked,
                                                        "its budget checkout-budget allows no disruption now")});
        };
        QTest::keyClick(desk.entities->findChild<QTableView *>(QStringLiteral("nodes.places")), Qt::Key_D);
        desk.f.settle();
        auto *effects = desk.part<QTableView>("act.effects");
        const QAbstractItemView &view = *effects;
        for (int column = 0; column < effects->model()->columnCount(); ++column)
            QVERIFY2(effects->columnWidth(column) >= view.sizeHintForColumn(column),
                     qPrintable(QStringLiteral("column %1: %2 of %3")
                                    .arg(column)
                                    .arg(effects->columnWidth(column))
                                    .arg(view.sizeHintForColumn(column))));
        const QModelIndex why = effects->model()->index(0, EffectsModel::Reason);
        for (const int role : {int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
            QVERIFY(why.data(role).toString().contains(QLatin1String("allows no disruption now")));
    }

    void whoCannotHoldTypesTheName()
    {
        Desk desk;
        desk.act("drain")->click();
        desk.f.settle();
        desk.part<QAbstractButton>("act.type")->click();
        auto *go = desk.part<QAbstractButton>("act.do");
        QVERIFY(go->isVisible() && !go->isEnabled());
        auto *name = desk.part<QLineEdit>("act.name");
        QTest::keyClicks(name, QStringLiteral("n2"));
        QVERIFY(!go->isEnabled());
        name->clear();
        QTest::keyClicks(name, QStringLiteral("n1"));
        QVERIFY(go->isEnabled());
    }

    void anotherArgumentShowsAnotherPlan()
    {
        Desk desk;
        desk.act("drain")->click();
        desk.f.settle();
        desk.part<QSpinBox>("act.argument.grace")->setValue(5);
        QVERIFY(!desk.part<HoldButton>("act.hold")->isEnabled());
        QVERIFY(desk.part<QLabel>("act.head")->text().startsWith(QLatin1String("Asking k8s-eu")));
        desk.f.clock.advance(ActionDraft::kPause);
        desk.f.settle();
        QCOMPARE(desk.f.acting.asked.last(), QStringLiteral("preview drain deleteLocal=false grace=5"));
        QVERIFY(desk.part<HoldButton>("act.hold")->isEnabled());
    }

    void whatStandsInTheWayClosesTheButton()
    {
        Desk desk;
        desk.f.acting.foresee = [](const Action &action) {
            const bool isAllowed = action.arguments.value(QStringLiteral("deleteLocal")) == QLatin1String("true");
            const QList<ActionEffect> effects{
                FakeActing::effect("cache", EffectKind::Refused, "it has data on this node only")};
            return FakeActing::plan(action, isAllowed ? QList<ActionEffect>() : effects);
        };
        desk.act("drain")->click();
        desk.f.settle();
        QVERIFY(!desk.part<QAbstractButton>("act.do")->isEnabled());
        QVERIFY(desk.part<QLabel>("act.obstacle")->isVisible());
        desk.part<QAbstractButton>("act.argument.deleteLocal")->click();
        desk.f.clock.advance(ActionDraft::kPause);
        desk.f.settle();
        QVERIFY(desk.part<QAbstractButton>("act.do")->isEnabled());
    }

    void aPlanThatCannotBeHadIsNoPlan()
    {
        Desk desk;
        desk.f.acting.refusal = {ErrorKind::TimedOut, Fault::Endpoint, QStringLiteral("The API server is slow.")};
        desk.act("cordon")->click();
        desk.f.settle();
        QVERIFY(!desk.part<QAbstractButton>("act.do")->isEnabled());
        QVERIFY(desk.part<QLabel>("act.head")->text().endsWith(QLatin1String("The API server is slow.")));
        desk.f.acting.refusal = {};
        desk.part<QAbstractButton>("act.again")->click();
        desk.f.settle();
        QVERIFY(desk.part<QAbstractButton>("act.do")->isEnabled());
    }

    void aViewerSeesTheVerbsAndWhy()
    {
        Desk desk;
        desk.f.commands.description.permissions = {QStringLiteral("view")};
        desk.f.setLink(KeeperLink::State::Lost);
        desk.f.setLink(KeeperLink::State::Live);
        desk.wait();
        QVERIFY(!desk.act("drain")->isEnabled());
        QCOMPARE(desk.words("drain"), QStringLiteral("Needs role Operator; you are Viewer"));
    }

    /// It would be refused there, and recorded.
    void aViewerAsksOnlyAKeeperThatTellsHowActsEnded()
    {
        Desk desk;
        Description &keeper = desk.f.commands.description;
        keeper.permissions = {QStringLiteral("view")};
        const auto goesAndEnds = [&](const char *key) {
            desk.f.setLink(KeeperLink::State::Lost);
            desk.f.setLink(KeeperLink::State::Live); // which asks who it is, and what goes on
            desk.wait();
            Action drain;
            drain.verb = QStringLiteral("drain");
            drain.target = EntityId("node/fra1/n1");
            drain.key = QLatin1String(key);
            desk.f.acting.going = {{drain, QStringLiteral("n1"), {}, QStringLiteral("bob"), FleetScript::now(), {}}};
            const auto look = [&] {
                desk.f.clock.advance(std::chrono::seconds(ActsUnderWay::kIdleSeconds));
                desk.wait();
            };
            look();
            desk.f.acting.going.clear();
            look();
            look();
            return desk.f.acting.asked.filter(QStringLiteral("follow ")).join(QStringLiteral(", "));
        };
        QCOMPARE(goesAndEnds("k1"), QString());
        keeper.capabilities << QStringLiteral("follow");
        QCOMPARE(goesAndEnds("k2"), QStringLiteral("follow k2"));
    }

    void thePastIsLocked()
    {
        Desk desk;
        desk.f.store.showPast(desk.f.store.snapshot(), FleetScript::now() - std::chrono::hours(1));
        desk.wait();
        QVERIFY(!desk.act("drain")->isEnabled());
        QCOMPARE(desk.words("drain"), QStringLiteral("Locked in PAST. Return to live to act."));
    }

    void thePaletteHasEveryVerbOfTheDrawer()
    {
        Desk desk;
        const auto *actions = desk.f.window->findChild<ActionRegistry *>();
        QVERIFY(ActionRegistry::whyNot(actions->find(QStringLiteral("nodes.drain"))->action).isEmpty());
        QCOMPARE(ActionRegistry::whyNot(actions->find(QStringLiteral("nodes.uncordon"))->action),
                 QStringLiteral("it is not cordoned"));
        QCOMPARE(actions->collisions(), QStringList());
    }

    void aRowCanBeActedOnBeforeItsDrawerIsOpen()
    {
        Desk desk;
        QVERIFY(desk.entities->closeLayer());
        QTest::keyClick(desk.part<QWidget>("nodes.table"), Qt::Key_O);
        desk.wait();
        QTRY_VERIFY(desk.dialog());
        QVERIFY(desk.part<Label>("act.title")->text().startsWith(QLatin1String("Cordon n")));
    }

    void aServiceIsActedOnThroughTheConnectionThatIsChosen()
    {
        Desk desk(QStringLiteral("services"), "service/shop");
        desk.f.acting.offered = {FakeActing::open("restart")};
        auto *through = desk.part<QComboBox>("services.actsThrough");
        QVERIFY(through->isVisible());
        QCOMPARE(through->count(), 2);
        through->setCurrentIndex(1);
        Q_EMIT through->activated(1);
        desk.wait();
        desk.act("restart")->click();
        desk.f.settle();
        desk.part<QAbstractButton>("act.do")->click();
        desk.f.settle();
        QCOMPARE(desk.f.acting.performed.connection, FleetScript::connectionId(through->currentText()));
    }

    void aServiceBeginsWithTheConnectionThatOffersAnything()
    {
        Desk desk;
        desk.f.acting.offered = {FakeActing::open("restart")};
        desk.f.acting.idle = FleetScript::connectionId(QStringLiteral("k8s-eu"));
        desk.f.window->showPage(QStringLiteral("services"));
        desk.page = QStringLiteral("services");
        desk.entities = desk.f.window->findChild<EntityPage *>(QStringLiteral("services.page"));
        QTRY_VERIFY(desk.entities->isSettled());
        desk.entities->open(EntityId("service/shop"));
        desk.wait();
        auto *through = desk.part<QComboBox>("services.actsThrough");
        QCOMPARE(through->count(), 2);
        QTRY_COMPARE(through->currentText(), QStringLiteral("k8s-us"));
        QTRY_VERIFY(desk.act("restart") && desk.act("restart")->isVisible());

        // What a person chose stays, also when it offers nothing.
        through->setCurrentIndex(0);
        Q_EMIT through->activated(0);
        desk.wait();
        QCOMPARE(through->currentText(), QStringLiteral("k8s-eu"));
        QVERIFY(!desk.act("restart")->isVisible());
    }

    void aDrainIsSeenPodByPodStoppedAndReadAgain()
    {
        Desk desk;
        desk.act("cordon")->click();
        desk.f.settle();
        desk.part<QAbstractButton>("act.do")->click();
        desk.f.settle();
        desk.f.acting.tell(
            FakeActing::progress(1, 2,
                                 {FakeActing::item("shop-1", ActionItemState::Done),
                                  FakeActing::item("shop-2", ActionItemState::Blocked, "budget shop allows 0",
                                                   FleetScript::now() - std::chrono::minutes(2))}));
        QCOMPARE(testing::rows(*desk.part<QTableView>("acts.items")->model()).join(u'\n'),
                 QStringLiteral("Done | shop-1 |  | \nHeld by a budget | shop-2 | budget shop allows 0 | 2 min"));
        desk.part<QAbstractButton>("acts.close")->click();
        QVERIFY(!desk.dock()->isVisible());
        QVERIFY(desk.f.button(QStringLiteral("Acts"))); // it goes on, and is seen to
        desk.f.button(QStringLiteral("Acts"))->click();
        QVERIFY(desk.dock()->isVisible());
        desk.part<QAbstractButton>("acts.stop")->click();
        desk.f.settle();
        QVERIFY(desk.f.acting.asked.contains(QStringLiteral("stop")));
        QVERIFY(!desk.part<QAbstractButton>("acts.stop")->isEnabled());
        ActionProgress end = FakeActing::end({}, {}, 1, 2);
        end.stopped = true;
        desk.f.acting.tell(end);
        desk.f.settle();
        QCOMPARE(desk.part<Chip>("acts.state")->accessibleName(),
                 QStringLiteral("Stopped, 1 of 2, 1 held by a budget"));
        desk.part<QAbstractButton>("acts.read")->click();
        desk.f.settle();
        QVERIFY(!desk.f.button(QStringLiteral("Acts ended")));
    }
};

QTEST_MAIN(TestActingWindow)
#include "tst_actingwindow.moc"
