// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/modelroles.h"
#include "models/regionsmodel.h"
#include "models/sitesfilter.h"
#include "tests/models/modeltext.h"
#include "tests/models/storetest.h"
#include "tests/testing/processortimer.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>

using namespace graticule;
using testing::FleetScript;
using testing::rows;

namespace {

const char *const kFleet = R"(
connection k8s-eu seen=-2s
connection docker seen=-41s
site fra1 region=Europe city=Frankfurt country=DE at=50.1,8.7 via=k8s-eu state=down since=-12min reason="etcd quorum lost" cpu=40/64
site dub1 region=Europe city=Dublin country=IE at=53.3,-6.3 via=k8s-eu cpu=8/64 memory=10e9/100e9
site mil2 region=Europe at=45.46,9.19 via=docker state=degraded stale
site sin1 region=Asia city=Singapore country=SG at=1.35,103.8 via=k8s-eu state=degraded reason="slow to bom1"
site x9 via=docker state=unknown
link sin1->fra1 rtt=213 limit=110
link dub1->sin1 rtt=170
link dub1->fra1 condition=down
)";

} // namespace

class TestSitesModel : public testing::StoreTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(kFleet); }

    void sitesReadAsText()
    {
        SitesModel sites(*m_store);
        SitesFilter worstFirst(sites);
        QCOMPARE(worstFirst.rowCount(), 0);
        worstFirst.showAll();
        QCOMPARE(rows(worstFirst),
                 (QStringList{
                     QStringLiteral("Down | fra1 | Frankfurt, DE | Europe | etcd quorum lost | 2 s"),
                     QStringLiteral("Degraded | sin1 | Singapore, SG | Asia | slow to bom1 | 2 s"),
                     QStringLiteral("Degraded, last known | mil2 | 45.46 N, 9.19 E | Europe |  | 41 s"),
                     QStringLiteral("Unknown | x9 | no place known |  |  | 41 s"),
                     QStringLiteral("Healthy | dub1 | Dublin, IE | Europe |  | 2 s"),
                 }));
        QCOMPARE(testing::plain(worstFirst.index(0, 0).data(Qt::AccessibleTextRole).toString()),
                 QStringLiteral("Down, fra1, Frankfurt, DE, etcd quorum lost, seen 2 s ago"));
    }

    void onlyWhatChangedIsToldAndTheSelectionStays()
    {
        SitesModel sites(*m_store);
        QAbstractItemModelTester tester(&sites, QAbstractItemModelTester::FailureReportingMode::Fatal);
        SitesFilter filter(sites);
        filter.showAll();
        QItemSelectionModel selection(&filter);
        selection.setCurrentIndex(filter.index(1, 0), QItemSelectionModel::SelectCurrent);
        QCOMPARE(filter.idAt(1), FleetScript::siteId(QStringLiteral("sin1")));

        QSignalSpy changed(&sites, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&sites, &QAbstractItemModel::modelReset);
        change("site dub1 region=Europe city=Dublin country=IE at=53.3,-6.3 via=k8s-eu state=down\n"
               "site new1 via=k8s-eu\nremove site x9");
        QCOMPARE(changed.size(), 1);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(sites.rowCount(), 5);
        QCOMPARE(filter.idAt(selection.currentIndex().row()), FleetScript::siteId(QStringLiteral("sin1")));
        QCOMPARE(sites.rowOf(FleetScript::siteId(QStringLiteral("x9"))), -1);
        for (int row = 0; row < sites.rowCount(); ++row)
            QCOMPARE(sites.rowOf(sites.site(row).id), row);
    }

    void wordsAndScopesFilter()
    {
        SitesModel sites(*m_store);
        SitesFilter filter(sites);
        filter.showRegion(QStringLiteral("Europe"));
        QCOMPARE(filter.inScope(), 3);
        filter.setWords(QStringLiteral("DOWN quorum"));
        QCOMPARE(filter.rowCount(), 1);
        filter.setWords({});
        filter.showSites({FleetScript::siteId(QStringLiteral("x9")), FleetScript::siteId(QStringLiteral("gone"))});
        QCOMPARE(filter.rowCount(), 1);
        filter.showAll();
        QCOMPARE(filter.rowCount(), 5);
        filter.rest();
        QCOMPARE(filter.rowCount(), 0);
    }

    void regionsAddUp()
    {
        RegionsModel regions(*m_store);
        QAbstractItemModelTester tester(&regions, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(rows(regions),
                 (QStringList{
                     QStringLiteral("Asia | 1 | 1 degraded |  | 213 ms | 213 ms | – | 1 | – | – | –"),
                     QStringLiteral("Europe | 3 | 1 down, 1 unknown |  | 170 ms | 170 ms | – | 1 | 38 % | 10 % | –"),
                     QStringLiteral("No region | 1 | 1 unknown |  | – | – | – | – | – | – | –"),
                 }));
        QCOMPARE(regions.totals().serving(), 2); // dub1, sin1; what is stale is not counted as serving
        QCOMPARE(regions.links().overLimit, 2);
        QCOMPARE(regions.links().unmeasured, 1);

        change("site fra1 region=Europe city=Frankfurt country=DE at=50.1,8.7 via=k8s-eu cpu=40/64\nremove site x9\n"
               "remove site sin1\nlink dub1->fra1 rtt=20");
        m_clock->advance(Milliseconds(1000));
        QCOMPARE(rows(regions),
                 (QStringList{QStringLiteral("Europe | 3 | 1 unknown |  | 20 ms | 170 ms | – | 0 | 38 % | 10 % | –")}));
        QCOMPARE(regions.totals().total(), 3);
    }

    /// Two connections to one cluster: one of them counts, whichever is seen.
    void whatIsSeenTwiceCountsOnce()
    {
        const char *const first = "site bud1 id=connection/k8s-eu/site/1 region=Europe via=k8s-eu cpu=8/64";
        change(first);
        change("connection twin counted-by=k8s-eu\n"
               "site bud2 id=connection/twin/site/1 region=Europe via=twin cpu=40/64\n"
               "site dub2 region=Europe via=twin,docker cpu=10/64\nsite own region=Africa via=twin cpu=5/10");
        RegionsModel regions(*m_store);
        QAbstractItemModelTester tester(&regions, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const auto europe = [&] {
            for (int row = 0; row < regions.rowCount(); ++row) {
                if (regions.region(row) == QLatin1String("Europe"))
                    return testing::plain(regions.index(row, RegionsModel::Sites).data().toString() +
                                          QStringLiteral(" CPU ") +
                                          regions.index(row, RegionsModel::CpuUsed).data().toString() +
                                          QStringLiteral(" of all ") + QString::number(regions.totals().total()) +
                                          QStringLiteral(", twice ") + QString::number(regions.seenTwice()));
            }
            return QString();
        };
        // dub2 is seen by docker, too, and own by nobody else
        QCOMPARE(europe(), QStringLiteral("5 CPU 26 % of all 8, twice 1"));
        QVERIFY(
            regions.index(2, RegionsModel::Sites).data(Qt::ToolTipRole).toString().contains(QLatin1String("twice: 1")));
        change("site bud2 id=connection/twin/site/1 region=Europe via=twin cpu=60/64 state=down\nremove site own");
        QCOMPARE(europe(), QStringLiteral("5 CPU 26 % of all 7, twice 1"));
        change("remove site id=connection/k8s-eu/site/1"); // now only the other tells of it
        QCOMPARE(europe(), QStringLiteral("5 CPU 46 % of all 7, twice 0"));
        change(first);
        QCOMPARE(europe(), QStringLiteral("5 CPU 26 % of all 7, twice 1"));
        // The other counts now: bud1 is the one that does not, and what only k8s-eu tells of does.
        change("connection twin\nconnection k8s-eu counted-by=twin");
        QCOMPARE(europe(), QStringLiteral("5 CPU 46 % of all 7, twice 1"));
        change("connection k8s-eu");
        QCOMPARE(europe(), QStringLiteral("6 CPU 39 % of all 8, twice 0"));
        change("connection twin counted-by=k8s-eu\nremove connection k8s-eu");
        QCOMPARE(europe(), QStringLiteral("6 CPU 39 % of all 8, twice 0")); // nothing is left out for what is gone
    }

    void aConnectionThatCountsAnyhowMovesNothing()
    {
        RegionsModel regions(*m_store);
        QSignalSpy told(&regions, &RegionsModel::totalsChanged);
        change("connection another seen=-2s"); // and tells of nothing yet
        change("remove connection another");
        QCOMPARE(told.size(), 0);
        change("connection another seen=-2s counted-by=k8s-eu");
        QCOMPARE(told.size(), 1);
    }

    void aRegionOfOldEvidenceLooksOld()
    {
        RegionsModel regions(*m_store);
        change("remove site fra1\nremove site dub1\nsite mil2 region=Europe via=docker state=healthy stale cpu=10/20");
        QCOMPARE(testing::plain(regions.index(1, RegionsModel::CpuUsed).data().toString()), QStringLiteral("~50 %"));
        QCOMPARE(regions.index(1, RegionsModel::CpuUsed).data(StaleRole).toBool(), true);
    }

    void aHundredOfTenThousandAreFast()
    {
        QString many;
        for (int i = 0; i < 10'000; ++i)
            many += QStringLiteral("site s%1 region=R%2 at=1,2 via=k8s-eu\n").arg(i).arg(i % 7);
        change(many.toUtf8().constData());
        SitesModel sites(*m_store);
        QString some;
        for (int i = 0; i < 10'000; i += 100)
            some += QStringLiteral("site s%1 region=R%2 at=1,2 via=k8s-eu state=down\n").arg(i).arg(i % 7);
        m_store->take(m_script.apply(some));
        QSignalSpy changed(&sites, &QAbstractItemModel::dataChanged);
        testing::ProcessorTimer timer;
        timer.start();
        m_clock->advance(FleetStore::kFrame);
        const double ms = double(timer.nsecsElapsed()) / 1e6;
        int told = 0;
        for (const auto &signal : changed)
            told += signal[1].toModelIndex().row() - signal[0].toModelIndex().row() + 1;
        QCOMPARE(told, 100);
        qInfo("diff to a model with 10,000 rows updated after 100 changes: %.3f ms", ms);
        QVERIFY2(ms < 20, "an order of magnitude above what any build needs");
    }

    void halfTheWorldMayGo()
    {
        QString many;
        for (int i = 0; i < 4'000; ++i)
            many += QStringLiteral("site s%1 via=k8s-eu\n").arg(i);
        change(many.toUtf8().constData());
        SitesModel sites(*m_store);
        QAbstractItemModelTester tester(&sites, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QString gone;
        for (int i = 0; i < 4'000; i += 2)
            gone += QStringLiteral("remove site s%1\n").arg(i);
        change(gone.toUtf8().constData());
        QCOMPARE(sites.rowCount(), 2005);
        for (int row = 0; row < sites.rowCount(); ++row)
            QCOMPARE(sites.rowOf(sites.site(row).id), row);
    }
};

QTEST_GUILESS_MAIN(TestSitesModel)
#include "tst_sitesmodel.moc"
