// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/latency/latencyplan.h"
#include "tests/testing/test.h"
#include "tests/ui/latencydesk.h"
#include "ui/latency/latencycells.h"

#include <QLineEdit>

using namespace graticule;
using testing::FleetScript;
using Desk = testing::LatencyDesk;

namespace {

const char *const kStar = R"(
connection k
site a region=Europe via=k
site b region=Europe via=k
site star region=Europe via=k
site x region=Europe via=k
site y region=Europe via=k
site z region=Europe via=k
link a->b rtt=1
link b->a rtt=1
link star->x rtt=1
link star->y rtt=1
link star->z rtt=1
link star->star rtt=1
)";

} // namespace

class tst_LatencyPage : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void theMatrixSaysWhatIsMeasuredAndWhatIsNot()
    {
        Desk d;
        QCOMPARE(d.matrix(), QStringLiteral("iad1 - 95 . .\n"
                                            "fra1 130! - 14 x\n"
                                            "lhr1 . 33! - .\n"
                                            "sin1 . 160~ . -"));
        QCOMPARE(d.text("latency.note"), QStringLiteral("4 measured sites · last 5 min"));
        QCOMPARE(d.text("latency.measured"), QStringLiteral("6 of 12 pairs are measured · 1 s old"));
    }

    void ofManySitesThoseStandInItThatSayMost()
    {
        const FleetScript fleet(QString::fromUtf8(kStar));
        const auto plan = [&fleet](int most) {
            LatencyFilter filter;
            filter.most = most;
            const LatencyPlan made = latencyPlan(fleet.snapshot()->tables, filter);
            QStringList names;
            for (const LatencyPlan::Place &place : made.sites)
                names << place.name;
            return QStringLiteral("%1: %2 of %3 pairs").arg(names.join(u' ')).arg(made.measured).arg(made.pairs);
        };
        QCOMPARE(plan(30), QStringLiteral("a b star x y z: 5 of 30 pairs"));
        QCOMPARE(plan(3), QStringLiteral("a b: 2 of 2 pairs")); // all that the star is linked with are left out
    }

    void modesShowOtherFigures()
    {
        Desk d;
        const auto mode = [&](const char *text) {
            d.f.button(QLatin1String(text))->click();
            d.settle();
            return d.matrix().section(u'\n', 0, 2);
        };
        QCOMPARE(mode("p50"), QStringLiteral("iad1 - 91 . .\nfra1 120! - 12 x\nlhr1 . 31! - ."));
        QCOMPARE(mode("Against usual"), QStringLiteral("iad1 - 1 . .\nfra1 30! - 0 x\nlhr1 . 19! - ."));
        QCOMPARE(mode("Loss"), QStringLiteral("iad1 - 0 . .\nfra1 0 - 0 x\nlhr1 . 0.02? - ."));
    }

    void whatIsWorstIsOfferedOnceAndThenTheChoiceStays()
    {
        Desk d;
        QCOMPARE(d.map->current(), QPoint(0, 1)); // fra1 -> iad1, 130 ms of 100
        QVERIFY2(d.figures().startsWith(QStringLiteral("p50 120 ms, usual 90 ms; p95 130 ms, usual 95 ms; p99 133 ms, "
                                                       "usual 96 ms; Loss 0 %, usual 0 %; Jitter 1.5 ms, 300 probes")),
                 qPrintable(d.figures()));
        d.choose(QStringLiteral("lhr1"), QStringLiteral("fra1"));
        d.f.commands.linkFigures[0].p95 = 900;
        for (int i = 0; i < 11; ++i)
            d.second();
        QCOMPARE(d.map->current(), QPoint(1, 2));
        QVERIFY2(d.matrix().contains(QStringLiteral("fra1 130! - 900! x")), qPrintable(d.matrix()));
        QVERIFY2(d.figures().contains(QStringLiteral("Loss 2 %")), qPrintable(d.figures()));
    }

    void sitesThatComeDoNotTakeTheChoiceAway()
    {
        Desk d;
        d.choose(QStringLiteral("lhr1"), QStringLiteral("fra1"));
        d.f.change("site ams1 region=Europe city=Amsterdam country=NL at=52,4 via=mesh\nlink ams1->fra1 rtt=8");
        d.second();
        QCOMPARE(d.map->matrix().rows.names.join(u' '), QStringLiteral("iad1 ams1 fra1 lhr1 sin1"));
        QCOMPARE(d.map->current(), QPoint(2, 3));
    }

    void nothingIsAskedWhileNobodyLooks()
    {
        Desk d;
        d.f.window->showPage(QStringLiteral("sites"));
        d.f.commands.asked.clear();
        for (int i = 0; i < 30; ++i)
            d.second();
        QCOMPARE(d.f.commands.asked.filter(QStringLiteral("windows")), QStringList());
        d.f.window->showPage(QStringLiteral("latency"));
        d.second();
        QCOMPARE(d.f.commands.asked.filter(QStringLiteral("windows")).size(), 1);
        for (int i = 0; i < 20; ++i)
            d.second();
        QCOMPARE(d.f.commands.asked.filter(QStringLiteral("windows")).size(), 3); // every ten seconds
    }

    void theFilterLeavesWhatMatches()
    {
        Desk d;
        auto *words = d.page->findChild<QLineEdit *>(QStringLiteral("latency.filter"));
        QTest::keyClick(d.map, Qt::Key_Slash);
        QCOMPARE(QApplication::focusWidget(), words);
        words->setText(QStringLiteral("europe"));
        d.settle();
        QCOMPARE(d.map->matrix().rows.names.join(u' '), QStringLiteral("fra1 lhr1"));
        words->setText(QStringLiteral("nowhere"));
        d.settle();
        QVERIFY(!d.map->isVisible());
        words->clear();
        d.settle();
        QVERIFY(d.map->isVisible());
    }

    void oneSiteStandsAgainstAllThatItIsMeasuredWith()
    {
        Desk d;
        auto *words = d.page->findChild<QLineEdit *>(QStringLiteral("latency.filter"));
        words->setText(QStringLiteral("singapore"));
        d.settle();
        QCOMPARE(d.map->matrix().rows.names.join(u' '), QStringLiteral("sin1 fra1"));
        QCOMPARE(d.text("latency.note"), QStringLiteral("sin1 and 1 others · last 5 min"));
        words->setText(QStringLiteral("fra1"));
        d.settle();
        QCOMPARE(d.map->matrix().rows.names.join(u' '), QStringLiteral("fra1 iad1 lhr1 sin1"));
        QCOMPARE(d.text("latency.note"), QStringLiteral("fra1 and 3 others · last 5 min"));
    }

    void theSlowestStandFirstWhereThatIsAskedFor()
    {
        Desk d;
        QTest::keyClick(d.map, Qt::Key_S);
        d.settle();
        // A way that is cut is before all; then 91 ms, then 12.
        QCOMPARE(d.map->matrix().rows.names.join(u' '), QStringLiteral("fra1 sin1 iad1 lhr1"));
        QCOMPARE(d.map->matrix().rows.groups.front().name, QString()); // of regions nothing is left
        const QVariantMap state = d.page->saveState();
        QTest::keyClick(d.map, Qt::Key_S);
        d.settle();
        QCOMPARE(d.map->matrix().rows.names.join(u' '), QStringLiteral("iad1 fra1 lhr1 sin1"));
        d.page->restoreState(state);
        d.settle();
        QCOMPARE(d.map->matrix().rows.names.join(u' '), QStringLiteral("fra1 sin1 iad1 lhr1"));
    }

    void inThePastRowsAreThoseOfTheMomentUnderThePointerToo()
    {
        Desk d;
        d.map->setAttribute(Qt::WA_UnderMouse);
        const FleetScript then(QStringLiteral(
            "connection mesh\nsite ams1 via=mesh\nsite lhr1 via=mesh\nlink ams1->lhr1 rtt=5\nlink lhr1->ams1 rtt=5"));
        d.f.store.showPast(then.snapshot(), d.f.clock.now() - std::chrono::hours(3));
        d.settle();
        QCOMPARE(d.map->matrix().rows.names.join(u' '), QStringLiteral("ams1 lhr1"));
    }

    /// What was asked of the present is not shown in the past, though it be told there.
    void theMatrixOfNowIsNotTakenForThatOfThen()
    {
        Desk d;
        d.f.change("site ams1 region=Europe via=mesh\nlink ams1->fra1 rtt=8");
        d.f.clock.advance(std::chrono::seconds(1)); // asked, and not told yet
        const FleetScript then(QStringLiteral(
            "connection mesh\nsite bru1 via=mesh\nsite lhr1 via=mesh\nlink bru1->lhr1 rtt=5\nlink lhr1->bru1 rtt=5"));
        d.f.store.showPast(then.snapshot(), d.f.clock.now() - std::chrono::hours(3));
        d.settle();
        QCOMPARE(d.map->matrix().rows.names.join(u' '), QStringLiteral("bru1 lhr1"));
    }

    void namesInAFileAreNoFormulas()
    {
        Desk d("connection k\nsite =1+1 via=k\nsite b via=k\nlink =1+1->b rtt=1");
        LatencyFilter filter;
        const LatencyPlan plan = latencyPlan(d.f.store.tables(), filter);
        const QString csv = QString::fromUtf8(LatencyCells::csvOf(plan, {{plan.links.value(0), {}}}, d.f.clock.now()));
        QVERIFY2(csv.contains(QStringLiteral("\r\n'=1+1,b,link/=1+1->b,")), qPrintable(csv));
        QVERIFY2(csv.endsWith(QStringLiteral(",2026-11-22T09:14:33.000Z\r\n")), qPrintable(csv));
    }

    void withoutLinksThePageSaysWhatWasLookedAt()
    {
        Desk d("connection k\nsite fra1 region=Europe via=k");
        QVERIFY(!d.map->isVisible());
        QVERIFY2(d.page->copyText().isEmpty(), qPrintable(d.page->copyText()));
    }

    void cellsAreReadAloudInWords()
    {
        Desk d;
        const auto text = [&](const char *row, const char *column) {
            return d.map
                ->cellText(int(d.map->matrix().rows.names.indexOf(QLatin1String(row))),
                           int(d.map->matrix().columns.names.indexOf(QLatin1String(column))))
                .replace(QChar(0x202f), u' ');
        };
        QCOMPARE(text("fra1", "iad1"),
                 QStringLiteral("fra1 to iad1: p50 120 ms, p95 130 ms, over its limit of 100 ms"));
        QCOMPARE(text("fra1", "sin1"), QStringLiteral("fra1 to sin1: no answer"));
        QCOMPARE(text("sin1", "fra1"), QStringLiteral("sin1 to fra1: last known 160 ms, too old"));
        QCOMPARE(text("iad1", "sin1"), QStringLiteral("iad1 to sin1: not measured"));
    }
};

QTEST_MAIN(tst_LatencyPage)
#include "tst_latencypage.moc"
