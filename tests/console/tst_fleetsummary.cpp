// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/fleetsummary.h"
#include "tests/testing/fleetscript.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace graticule::testing;
using namespace Qt::Literals::StringLiterals;

class TestFleetSummary : public testing::Test
{
    Q_OBJECT

    static QStringList summary(const QString &script)
    {
        return fleetSummary(FleetScript(script).snapshot()->tables, FleetScript::now())
            .split(u'\n', Qt::SkipEmptyParts);
    }

private Q_SLOTS:
    void ofNothing()
    {
        QCOMPARE(summary({}),
                 QStringList({"Sites: 0 (none), 0 without a place", "Regions: none", "Connections: 0 (none)"}));
    }

    void oldIsNeverCountedAsGood()
    {
        QCOMPARE(summary(uR"(
            connection fresh state=live seen=-2s
            connection old   state=unreachable seen=-10min
            site fra1 region=Europe via=fresh at=50,8 state=healthy origin=lab
            site dub1 region=Europe via=fresh at=53,-6 state=down reason="no power"
            site ams1 via=old at=52,4 state=healthy
            site edge7 via=fresh state=unknown)"_s),
                 QStringList({"LAB: what the lab tells of is invented.",
                              "Sites: 4 (1 down, 1 healthy, 1 stale, 1 unknown), 1 without a place",
                              "Regions: (no region) 2 (unknown), Europe 2 (degraded)", "Fleet: degraded",
                              "Connections: 2 (1 live, 1 unreachable)", "Not seen to be healthy:",
                              "  down dub1: no power", "  healthy ams1 (stale)", "  unknown edge7"}));
    }

    void whatIsSeenTwiceCountsOnce()
    {
        QCOMPARE(summary(uR"(
            connection admin  state=live seen=-2s
            connection viewer state=live seen=-2s counted-by=admin
            site a1 id=connection/admin/site/1  region=Europe via=admin at=50,8
            site v1 id=connection/viewer/site/1 region=Europe via=viewer at=50,8 state=down
            site v2 id=connection/viewer/site/2 region=Europe via=viewer at=50,8
            site v3 region=Europe via=viewer at=50,8)"_s),
                 QStringList({"Sites: 3 (3 healthy), 0 without a place", // v2 and v3 are seen by it only
                              "  1 more are of a cluster that is connected twice, and counted once",
                              "Regions: Europe 3 (healthy)", "Fleet: healthy", "Connections: 2 (2 live)"}));
    }

    void theListIsBounded()
    {
        QString script = u"connection c state=live seen=-1s\n"_s;
        for (int i = 0; i < 50; ++i)
            script += u"site s%1 via=c state=down\n"_s.arg(i);
        const QStringList lines = summary(script);
        QCOMPARE(lines.size(), 4 + 1 + 20 + 1);
        QCOMPARE(lines.last(), u"  and 30 more"_s);
    }
};

QTEST_GUILESS_MAIN(TestFleetSummary)
#include "tst_fleetsummary.moc"
