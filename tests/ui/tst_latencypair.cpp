// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/ui/latencydesk.h"
#include "widgets/charts/smokechart.h"
#include "widgets/charts/statelane.h"
#include "widgets/charts/timechart.h"

#include <QComboBox>
#include <QLineEdit>

using namespace graticule;
using testing::FleetScript;
using Desk = testing::LatencyDesk;

namespace {

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

class tst_LatencyPair : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
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

QTEST_MAIN(tst_LatencyPair)
#include "tst_latencypair.moc"
