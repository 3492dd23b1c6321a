// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/manualclock.h"
#include "backend/probes/linkbook.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace std::chrono_literals;

namespace {

/// A book, and what it told, as text.
class Rig
{
public:
    Rig()
    {
        QObject::connect(&book, &LinkBook::told, &context, [this](const FleetDelta &delta) {
            for (const auto &site : delta.sites.upserted)
                m_told.append(QStringLiteral("site ") + site->name);
            for (const EntityId &site : delta.sites.removed)
                m_told.append(QStringLiteral("no site ") + site.toString());
            feeds += int(delta.feeds.upserted.size());
            for (const auto &link : delta.links.upserted)
                m_told.append(QStringLiteral("%1: %2 -> %3, %4 ms")
                                  .arg(link->id.toString(), link->from.toString(), link->to.toString())
                                  .arg(link->rttMs));
            for (const EntityId &link : delta.links.removed)
                m_told.append(QStringLiteral("no ") + link.toString());
        });
        QObject::connect(&book, &LinkBook::sampled, &context, [this](const QList<Sample> &samples) {
            for (const Sample &sample : samples)
                m_samples.append(
                    QStringLiteral("%1 %2 %3").arg(sample.entity.toString(), sample.metric).arg(sample.value));
        });
    }

    void measure(const Measurement &found) { book.take(EntityId("c1"), found, Origin::Real, 2s); }
    QString told() { return std::exchange(m_told, {}).join(QLatin1Char('\n')); }
    QString samples() { return std::exchange(m_samples, {}).join(QLatin1Char('\n')); }

    ManualClock clock;
    LinkBook book{clock, QStringLiteral("k1")};
    QObject context;
    int feeds = 0;

private:
    QStringList m_told;
    QStringList m_samples;
};

Measurement http(double rttMs, const char *site = "fra1")
{
    return {ProbeKind::Http, EntityId(site), rttMs, false};
}

} // namespace

/// The links of one keeper.
class TestLinkBook : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void tellsLinksAndSamples()
    {
        Rig rig;
        rig.book.setSite(EntityId("dub1"));
        rig.measure(http(18.2467));
        QCOMPARE(rig.told(), QStringLiteral("k1/link/c1/http: dub1 -> fra1, 18.25 ms"));
        QCOMPARE(rig.samples(), QStringLiteral("k1/link/c1/http rtt.ms 18.25\n"
                                               "k1/link/c1/http loss 0"));
        rig.measure({ProbeKind::Http, {}, -1, false});
        QCOMPARE(rig.samples(), QStringLiteral("k1/link/c1/http loss 1"));
        rig.measure({ProbeKind::Http, {}, 2800, true}); // the answer to that
        QCOMPARE(rig.samples(), QStringLiteral("k1/link/c1/http rtt.ms 2800"));
    }

    void waitsUntilItKnowsWhereItStands()
    {
        Rig rig;
        rig.measure(http(18));
        QCOMPARE(rig.told() + rig.samples(), QString());
        rig.book.setSite(EntityId("dub1"));
        QCOMPARE(rig.told(), QStringLiteral("k1/link/c1/http: dub1 -> fra1, 18 ms"));
        rig.book.setSite(EntityId("ams1"));
        QCOMPARE(rig.told(), QStringLiteral("k1/link/c1/http: ams1 -> fra1, 18 ms"));
    }

    void nothingIsToldOfWhatWasNeverPlaced()
    {
        Rig rig;
        rig.book.setSite(EntityId("dub1"));
        rig.measure({ProbeKind::Http, {}, -1, false});
        rig.measure({ProbeKind::Unknown, EntityId("fra1"), 3, false});
        QCOMPARE(rig.told() + rig.samples(), QString());
    }

    void withinOneSiteIsNoLink()
    {
        Rig rig;
        rig.book.setSite(EntityId("fra1"));
        rig.measure(http(0.2));
        rig.clock.advance(10s);
        QCOMPARE(rig.told() + rig.samples(), QString());
        rig.book.setSite(EntityId("dub1"));
        rig.told();
        rig.measure(http(0.2, "dub1")); // the endpoint moved to us
        QCOMPARE(rig.told(), QStringLiteral("no k1/link/c1/http"));
        rig.clock.advance(10s);
        QCOMPARE(rig.told(), QString());
    }

    void itsFeedIsAsFreshAsItRuns()
    {
        Rig rig;
        rig.clock.advance(1min);
        QCOMPARE(rig.feeds, 0); // there is nothing to be fresh
        rig.book.setSite(EntityId("dub1"));
        rig.measure(http(18));
        QCOMPARE(rig.feeds, 1);
        rig.clock.advance(60s);
        QCOMPARE(rig.feeds, 13);
    }

    void whatNobodyAsksAnyMoreBecomesUnknown()
    {
        Rig rig;
        rig.book.setSite(EntityId("dub1"));
        rig.measure(http(18));
        rig.told();
        rig.clock.advance(59s);
        QCOMPARE(rig.told(), QString());
        rig.clock.advance(2s);
        QCOMPARE(rig.told(), QStringLiteral("k1/link/c1/http: dub1 -> fra1, -1 ms"));
        rig.book.forget(EntityId("c1"));
        QCOMPARE(rig.told(), QStringLiteral("no k1/link/c1/http"));
    }

    void anOwnSiteComesWithTheFirstLink()
    {
        Rig rig;
        Site own;
        own.id = EntityId("k1/site/keeper");
        own.name = QStringLiteral("desk");
        rig.book.setSite(own.id);
        rig.book.setOwnSite(std::make_shared<const Site>(own), false);
        QCOMPARE(rig.told(), QString());
        rig.measure(http(18));
        QCOMPARE(rig.told(), QStringLiteral("site desk\n"
                                            "k1/link/c1/http: k1/site/keeper -> fra1, 18 ms"));
        rig.book.setOwnSite(nullptr, false); // a host tells now where we are
        QCOMPARE(rig.told(), QStringLiteral("no site k1/site/keeper"));
    }

    void orAtOnceWhereOthersMeasureTheWayToIt()
    {
        Rig rig;
        Site own;
        own.id = EntityId("site:dub1");
        own.name = QStringLiteral("dub1");
        rig.book.setSite(own.id);
        rig.book.setOwnSite(std::make_shared<const Site>(own), true);
        QCOMPARE(rig.told(), QStringLiteral("site dub1"));
        QCOMPARE(rig.feeds, 1);
    }
};

QTEST_GUILESS_MAIN(TestLinkBook)
#include "tst_linkbook.moc"
