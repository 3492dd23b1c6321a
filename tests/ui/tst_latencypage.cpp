// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/latency/latencyplan.h"
#include "tests/testing/test.h"
#include "tests/ui/windowfixture.h"
#include "ui/latency/latencycells.h"
#include "ui/latency/latencypage.h"
#include "ui/latency/linkfigure.h"
#include "ui/latency/linkpanel.h"
#include "ui/latency/matrixpanel.h"
#include "ui/site/statemark.h"
#include "widgets/basic/label.h"
#include "widgets/charts/smokechart.h"
#include "widgets/charts/statelane.h"
#include "widgets/charts/timechart.h"
#include "widgets/heatmap/heatmap.h"

#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>

using namespace graticule;
using testing::FleetScript;
using testing::WindowFixture;

namespace {

const char *const kFleet = R"(
connection mesh
site iad1 region="North America" city=Ashburn country=US at=39,-77 via=mesh
site fra1 region=Europe city=Frankfurt country=DE at=50,8 via=mesh
site lhr1 region=Europe city=London country=GB at=51,0 via=mesh
site sin1 region=Asia city=Singapore country=SG at=1,103 via=mesh
site lone region=Asia city=Osaka country=JP at=34,135 via=mesh
link fra1->lhr1 rtt=12 limit=30
link lhr1->fra1 rtt=12 limit=30
link fra1->iad1 rtt=90 limit=100
link iad1->fra1 rtt=91 limit=100
link sin1->fra1 rtt=160 limit=200
link fra1->sin1 condition=down loss=1
)";

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

LinkWindow window(const char *link, double p50, double p95, double usual, double loss = 0)
{
    LinkWindow result;
    result.link = EntityId(link);
    result.count = 300;
    result.p50 = p50;
    result.p95 = p95;
    result.p99 = p95 + 3;
    result.jitter = 1.5;
    result.loss = loss;
    result.usual = LinkUsual{7, {usual, 1}, {usual + 5, 1}, {usual + 6, 1}, {0, 0}};
    return result;
}

QString plain(QString text)
{
    return text.replace(QChar(0x202f), u' ');
}

/// The page Latency of a window.
struct Desk
{
    explicit Desk(const char *fleet = kFleet)
        : f(QString::fromUtf8(fleet), {1600, 1000})
    {
        f.commands.linkFigures = {window("link/fra1->lhr1", 12, 14, 12), window("link/lhr1->fra1", 31, 33, 12, 0.02),
                                  window("link/fra1->iad1", 120, 130, 90), window("link/iad1->fra1", 91, 95, 90)};
        f.window->showPage(QStringLiteral("latency"));
        page = f.window->findChild<LatencyPage *>();
        map = page->findChild<HeatMap *>();
        settle();
        second();
    }
    /// Time for questions, and for their answers.
    void second()
    {
        f.clock.advance(std::chrono::seconds(1));
        f.settle();
        settle();
    }
    /// What is worked out beside the window comes.
    void settle()
    {
        const auto *panel = page->findChild<MatrixPanel *>();
        QVERIFY(QTest::qWaitFor([panel] { return !panel->isBusy(); }));
        f.settle();
    }
    /// Row by row: "-" itself, "." not measured, "~" stale, "x" no answer, "!" over its limit, "?" over what is usual.
    QString matrix() const
    {
        QStringList rows;
        const HeatMatrix &matrix = map->matrix();
        for (int row = 0; row < matrix.rows.count(); ++row) {
            QStringList cells{matrix.rows.names[row]};
            for (int column = 0; column < matrix.columns.count(); ++column) {
                const HeatCell &cell = matrix.at(row, column);
                static const char *const marks[] = {".", "", "?", "!", "~", "x", "-"};
                cells << (std::isnan(cell.value) ? QString() : QString::number(cell.value)) +
                             QLatin1String(marks[int(cell.kind)]);
            }
            rows << cells.join(u' ');
        }
        return rows.join(u'\n');
    }
    QString text(const char *name) const { return plain(page->findChild<Label *>(QLatin1String(name))->text()); }
    QString figures() const
    {
        QStringList all;
        for (const LinkFigure *figure : page->findChildren<LinkFigure *>())
            all << plain(figure->text());
        return all.join(QStringLiteral("; "));
    }
    /// What is said of the pair as a whole.
    QString mark() const { return page->findChild<LinkPanel *>()->findChild<StateMark *>()->accessibleName(); }
    void choose(const QString &row, const QString &column) const
    {
        map->setCurrent({int(map->matrix().columns.names.indexOf(column)), int(map->matrix().rows.names.indexOf(row))});
    }

    WindowFixture f;
    LatencyPage *page = nullptr;
    HeatMap *map = nullptr;
};

SampleAnswer series(const char *link, const char *metric, const std::vector<double> &values, qint64 endMs)
{
    SampleAnswer answer;
    answer.entity = EntityId(link);
    answer.metric = QLatin1String(metric);
    const qint64 begin = endMs - qint64(values.size()) * 10'000;
    for (size_t i = 0; i < values.size(); ++i)
        answer.buckets.push_back({begin + qint64(i) * 10'000, 1, values[i], values[i], values[i]});
    return answer;
}

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

    void theChartsShowPercentilesUsualAndTurns()
    {
        Desk d;
        const qint64 end = toMs(d.f.clock.now());
        std::vector<double> values;
        for (int i = 0; i < 360; ++i)
            values.push_back(i < 180 ? 12 : 30);
        d.f.commands.measured.series = {series("link/lhr1->fra1", "rtt.ms", values, end),
                                        series("link/lhr1->fra1", "loss", std::vector<double>(360, 0), end)};
        d.f.commands.siteTurns = {
            {FleetScript::siteId(QStringLiteral("lhr1")), instantFromMs(end - 7'000'000), SiteState::Healthy, false},
            {FleetScript::siteId(QStringLiteral("lhr1")), instantFromMs(end - 1'800'000), SiteState::Degraded, false}};
        d.choose(QStringLiteral("lhr1"), QStringLiteral("fra1"));
        d.second();
        const auto *band = d.page->findChild<TimeChart *>(QStringLiteral("latency.band"));
        QVERIFY(band->isVisible());
        const QString csv = QString::fromUtf8(band->table().csv());
        QVERIFY2(csv.startsWith(QStringLiteral("Time (UTC),p99,p95,p50,usual")) ||
                     csv.contains(QStringLiteral("p99,p95,p50,usual")),
                 qPrintable(csv.left(200)));
        QVERIFY2(csv.contains(QStringLiteral("12,12,12")) && csv.contains(QStringLiteral("30,30,30")),
                 qPrintable(csv.left(900)));
        const auto *smoke = d.page->findChild<SmokeChart *>(QStringLiteral("latency.smoke"));
        QVERIFY2(smoke->table().rows() >= 59, qPrintable(QString::number(smoke->table().rows())));
    }

    void anEarlierTimeStandsBesideIt()
    {
        Desk d;
        const qint64 end = toMs(d.f.clock.now());
        const std::vector<double> before(100, 55);
        d.f.commands.measured.series = {series("link/lhr1->fra1", "rtt.ms", before, end - 24 * 3'600'000 - 60'000)};
        d.choose(QStringLiteral("lhr1"), QStringLiteral("fra1"));
        auto *compare = d.page->findChild<QComboBox *>(QStringLiteral("latency.compare"));
        compare->setCurrentIndex(2);
        Q_EMIT compare->activated(2);
        d.second();
        const auto *band = d.page->findChild<TimeChart *>(QStringLiteral("latency.band"));
        const QString csv = QString::fromUtf8(band->table().csv());
        QVERIFY2(csv.contains(QStringLiteral("24 h earlier")) && csv.contains(QStringLiteral("55")),
                 qPrintable(csv.left(300)));
    }

    void pairsAreRememberedOverRestarts()
    {
        QVariantMap layout;
        {
            Desk d;
            d.choose(QStringLiteral("lhr1"), QStringLiteral("fra1"));
            QTest::keyClick(d.map, Qt::Key_P);
            d.f.settle();
            QVERIFY(d.f.button(QStringLiteral("lhr1 → fra1")));
            d.choose(QStringLiteral("iad1"), QStringLiteral("fra1"));
            d.f.button(QStringLiteral("lhr1 → fra1"))->click();
            QCOMPARE(d.map->current(), QPoint(1, 2));
            layout = d.f.window->saveLayout();
        }
        Desk again;
        again.f.window->restoreLayout(layout);
        again.second();
        QVERIFY(again.f.button(QStringLiteral("lhr1 → fra1")));
        QCOMPARE(again.map->current(), QPoint(1, 2));
    }

    void theOtherDirectionIsOneKeyAway()
    {
        Desk d;
        d.choose(QStringLiteral("lhr1"), QStringLiteral("fra1"));
        QTest::keyClick(d.map, Qt::Key_X);
        QCOMPARE(d.map->current(), QPoint(2, 1));
    }

    void whatCannotBeReadIsSaidBesideWhatIsKnown()
    {
        Desk d;
        d.f.commands.measureRefusal = {ErrorKind::Unreachable, Fault::Network, QStringLiteral("No keeper."), {}};
        for (int i = 0; i < 11; ++i)
            d.second();
        QVERIFY2(d.text("latency.measured").endsWith(QStringLiteral("No keeper.")),
                 qPrintable(d.text("latency.measured")));
        QVERIFY2(d.matrix().contains(QStringLiteral("130!")), "the last figures stay");
    }

    /// Green is said of what is known, and not of what was.
    void aPairThatNobodyTellsOfAnyMoreIsTooOld()
    {
        Desk d;
        d.choose(QStringLiteral("iad1"), QStringLiteral("fra1"));
        QCOMPARE(d.mark(), QStringLiteral("As usual"));
        d.f.commands.measureRefusal = {ErrorKind::Unreachable, Fault::Network, QStringLiteral("No keeper."), {}};
        for (int i = 0; i < 32; ++i)
            d.second();
        QCOMPARE(d.mark(), QStringLiteral("Too old"));
        QVERIFY2(d.figures().startsWith(QStringLiteral("p50 ~91 ms, usual 90 ms; p95 ~95 ms")),
                 qPrintable(d.figures()));
        QVERIFY2(d.matrix().contains(QStringLiteral("iad1 - 95~")), qPrintable(d.matrix()));
    }

    void aLinkThatGoesDownIsNotAsUsual()
    {
        Desk d;
        d.choose(QStringLiteral("iad1"), QStringLiteral("fra1"));
        d.f.change("link iad1->fra1 condition=down loss=1");
        d.second();
        QCOMPARE(d.mark(), QStringLiteral("No answer"));
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

    /// A pair of which the filter hides an end is shown at once, and has its cell as soon as that is there.
    void aPairThatIsFilteredOutIsShownAllTheSame()
    {
        Desk d;
        auto *words = d.page->findChild<QLineEdit *>(QStringLiteral("latency.filter"));
        words->setText(QStringLiteral("europe"));
        d.settle();
        d.page->choosePair({FleetScript::siteId(QStringLiteral("iad1")), FleetScript::siteId(QStringLiteral("fra1"))});
        d.settle();
        QCOMPARE(d.map->matrix().rows.names.join(u' '), QStringLiteral("iad1 fra1 lhr1 sin1"));
        QCOMPARE(d.map->current(), QPoint(1, 0));
        QCOMPARE(d.mark(), QStringLiteral("As usual"));
    }

    void aPairThatIsRememberedWaitsForNobodyWhoChoseAnother()
    {
        Desk d;
        QVariantMap state = d.page->saveState();
        state.insert(QStringLiteral("pair"), QStringList{QStringLiteral("site/ams1"), QStringLiteral("site/fra1")});
        d.page->restoreState(state);
        d.choose(QStringLiteral("lhr1"), QStringLiteral("fra1"));
        d.f.change("site ams1 region=Europe city=Amsterdam country=NL at=52,4 via=mesh\nlink ams1->fra1 rtt=8");
        d.second();
        QCOMPARE(d.map->matrix().rows.names.join(u' '), QStringLiteral("iad1 ams1 fra1 lhr1 sin1"));
        QCOMPARE(d.map->current(), QPoint(2, 3));
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

    void lossThatNobodyToldOfIsNotNone()
    {
        Desk d;
        SampleAnswer rtt = series("link/lhr1->fra1", "rtt.ms", std::vector<double>(60, 12), toMs(d.f.clock.now()));
        for (size_t i = 0; i < rtt.buckets.size(); ++i)
            rtt.buckets[i].ms = toMs(d.f.clock.now()) - qint64(60 - i) * 60'000;
        SampleAnswer loss = rtt;
        loss.metric = QStringLiteral("loss");
        loss.buckets.resize(30); // of the other half hour nobody knows
        d.f.commands.measured.series = {rtt, loss};
        d.choose(QStringLiteral("lhr1"), QStringLiteral("fra1"));
        d.second();
        const QString csv = QString::fromUtf8(d.page->findChild<SmokeChart *>()->table().csv());
        QVERIFY2(csv.trimmed().endsWith(QStringLiteral(",12,12,12,")), qPrintable(csv.right(200)));
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

    /// The drawer of a site has its day and its worst link.
    void theDrawerShowsTheDay()
    {
        Desk d;
        const Instant now = d.f.clock.now();
        const EntityId fra1 = FleetScript::siteId(QStringLiteral("fra1"));
        d.f.commands.siteTurns = {{fra1, now - std::chrono::hours(24), SiteState::Healthy, false},
                                  {fra1, now - std::chrono::hours(2), SiteState::Down, false},
                                  {fra1, now - std::chrono::hours(1), SiteState::Healthy, false}};
        d.f.commands.watched.holes = {{now - std::chrono::hours(10), now - std::chrono::hours(8)}};
        d.f.window->openSite(fra1);
        d.second();
        QStringList lanes;
        for (const auto *lane : d.f.window->findChildren<StateLane *>(QStringLiteral("site.lane"))) {
            if (lane->isVisible())
                lanes << lane->accessibleDescription();
        }
        QCOMPARE(lanes, QStringList(QStringLiteral("not watched from 23:14 to 01:14, down from 07:14 to 08:14")));
        QStringList links;
        for (const auto *choice : d.f.window->findChildren<QComboBox *>(QStringLiteral("site.link"))) {
            if (choice->isVisible())
                links << choice->currentText();
        }
        QCOMPARE(links, QStringList(QStringLiteral("fra1 → sin1"))); // which is cut
    }
};

QTEST_MAIN(tst_LatencyPage)
#include "tst_latencypage.moc"
