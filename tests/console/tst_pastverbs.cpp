// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/listingdiff.h"
#include "app/console/verbs/listingwriters.h"
#include "app/console/verbs/pastmoment.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace Qt::Literals::StringLiterals;

namespace {

const Instant kNow = instantFromIso(u"2026-11-22T12:00:00.000Z"_s);

FleetTables fleet(SiteState frankfurt, bool hasAmsterdam)
{
    FleetTables tables;
    Site site;
    site.id = EntityId("fra");
    site.name = u"Frankfurt"_s;
    tables.sites.insert(site);
    tables.verdicts.insert(Verdict{EntityId("fra"), frankfurt, false, kNow, {}});
    site.id = EntityId("ams");
    site.name = u"Amsterdam"_s;
    if (hasAmsterdam)
        tables.sites.insert(site);
    return tables;
}

} // namespace

class tst_PastVerbs : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void readsMoments()
    {
        QCOMPARE(*pastMoment(u"at"_s, u"2h"_s, kNow), kNow - std::chrono::hours(2));
        QCOMPARE(*pastMoment(u"at"_s, u"0s"_s, kNow), kNow);
        QCOMPARE(toIso(*pastMoment(u"at"_s, u"2026-03-03T10:00:00Z"_s, kNow)), u"2026-03-03T10:00:00.000Z"_s);
        QCOMPARE(pastMoment(u"at"_s, u"2026-11-23T00:00:00Z"_s, kNow).error().text,
                 u"--at: \"2026-11-23T00:00:00Z\" is still to come."_s);
        QVERIFY(!pastMoment(u"at"_s, u"yesterday"_s, kNow));
    }

    void tellsWhatDiffers()
    {
        const Listing same =
            differenceListing(fleet(SiteState::Healthy, true), kNow, fleet(SiteState::Healthy, true), kNow);
        QVERIFY(same.rows.isEmpty());
        const Listing listing =
            differenceListing(fleet(SiteState::Healthy, false), kNow, fleet(SiteState::Down, true), kNow);
        QCOMPARE(QString::fromUtf8(toTable(listing)), u"KIND   NAME       WHAT     COLUMN  BEFORE   AFTER\n"
                                                      "sites  Amsterdam  came     -       -        -\n"
                                                      "sites  Frankfurt  changed  state   healthy  down\n"_s);
        const Listing back = differenceListing(fleet(SiteState::Down, true), kNow, fleet(SiteState::Down, false), kNow);
        QCOMPARE(QString::fromUtf8(toCsv(back)),
                 u"kind,id,name,what,column,before,after\r\nsites,ams,Amsterdam,went,,,\r\n"_s);
    }
};

QTEST_GUILESS_MAIN(tst_PastVerbs)
#include "tst_pastverbs.moc"
