// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/sitetally.h"
#include "tests/health/fleetbuilder.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace graticule::testing;

/// What the sites of a region come to.
class TestSiteTally : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void oneStateForAll_data()
    {
        QTest::addColumn<QString>("sites");
        QTest::addColumn<QString>("state");
        const auto row = [](const char *sites, const char *state) {
            QTest::newRow(sites) << QString::fromLatin1(sites) << QString::fromLatin1(state);
        };
        row("", "unknown");
        row("healthy healthy", "healthy");
        row("healthy degraded", "degraded");
        row("healthy down", "degraded");
        row("down down", "down");
        row("down unreachable", "unreachable");
        row("unreachable", "unreachable");
        row("degraded degraded", "degraded");
        row("unknown unknown", "unknown");
        row("healthy unknown", "unknown"); // never drawn as good
        row("healthy stale", "unknown");
        row("healthy unknown down", "degraded");
        row("unknown unreachable", "unreachable");
        row("down unknown", "degraded");
        row("maintenance maintenance", "maintenance");
        row("maintenance healthy", "healthy");
        row("maintenance down", "down");
    }
    void oneStateForAll()
    {
        QFETCH(QString, sites);
        SiteTally tally;
        const QStringList words = sites.split(u' ', Qt::SkipEmptyParts);
        for (const QString &word : words)
            tally.add(stateOf(word), word == QLatin1String("stale"));
        QTEST(text(tally.state()), "state");
        QCOMPARE(tally.total(), words.size());
        for (const QString &word : words) // it follows each change both ways
            tally.add(stateOf(word), word == QLatin1String("stale"), -1);
        QCOMPARE(tally, SiteTally());
    }

private:
    static SiteState stateOf(const QString &word)
    {
        for (int i = 0; i < 6; ++i) {
            if (text(SiteState(i)) == word)
                return SiteState(i);
        }
        return SiteState::Healthy; // "stale"
    }
};

QTEST_GUILESS_MAIN(TestSiteTally)
#include "tst_sitetally.moc"
