// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/latencyverb.h"
#include "app/console/verbs/listingwriters.h"
#include "tests/testing/fleetscript.h"
#include "tests/testing/test.h"

using namespace graticule;
using testing::FleetScript;

/// What `graticule latency` prints.
class tst_LatencyVerb : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void aRowALinkAndNothingMeasuredIsNoZero()
    {
        const FleetScript fleet(QStringLiteral(R"(
connection k
site sin1 region=Asia via=k
site bom1 region=Asia via=k
link sin1->bom1 rtt=158 limit=110
link bom1->sin1 condition=down loss=1
)"));
        LinkWindow slow;
        slow.link = EntityId("link/sin1->bom1");
        slow.count = 300;
        slow.p50 = 158.25;
        slow.p95 = 213;
        slow.p99 = 246;
        slow.jitter = 31;
        slow.loss = 0.014;
        slow.usual = LinkUsual{7, {61, 1.5}, {}, {}, {}};
        LinkWindow cut;
        cut.link = EntityId("link/bom1->sin1");
        cut.loss = 1;
        LinkWindow gone;
        gone.link = EntityId("link/gone");
        LinkWindowsAnswer answer;
        answer.windows = {slow, cut, gone};
        const Listing listing = latencyListing(fleet.snapshot()->tables, answer);
        QCOMPARE(QString::fromUtf8(toTable(listing)),
                 QStringLiteral("FROM  TO    PROBES  P50    P95  P99  JITTER  LOSS   USUAL  MAD  LIMIT\n"
                                "-     -     0       -      -    -    -       -      -      -    -\n"
                                "bom1  sin1  0       -      -    -    -       1      -      -    -\n"
                                "sin1  bom1  300     158.3  213  246  31      0.014  61     1.5  110\n"));
        QCOMPARE(QString::fromUtf8(toCsv(listing)).section(QStringLiteral("\r\n"), 3, 3),
                 QStringLiteral("sin1,bom1,link/sin1->bom1,up,110,300,158.25,213,246,31,0.014,61,1.5,7"));
        QVERIFY(QString::fromUtf8(rowsToJson(listing))
                    .contains(QStringLiteral("\"condition\":\"down\",\"limitMs\":null,\"count\":0,\"p50Ms\":null")));
    }
};

QTEST_GUILESS_MAIN(tst_LatencyVerb)
#include "tst_latencyverb.moc"
