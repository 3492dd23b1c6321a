// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/incident/incidentdamage.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace graticule::testing;

/// Files that strangers changed; a failure names the seed.
class TestChangedIncidents : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void noneIsBelievedAndNoneDoesHarm()
    {
        const IncidentScript script;
        IncidentDamage damage(script);
        for (quint64 seed = 1; seed <= 3000; ++seed)
            QVERIFY2(!damage.tryOne(seed).isEmpty(), qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
};

QTEST_GUILESS_MAIN(TestChangedIncidents)
#include "tst_incidentchanged.moc"
