// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/samplesources.h"
#include "tests/testing/test.h"

using namespace graticule;

/// Who measured a series: docker-1 and prom-1 are connections of keeper k1, which measures the way to docker-1 itself.
class TestSampleSources : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Test::init();
        FleetDelta told;
        for (const char *id : {"docker-1", "prom-1"}) {
            Connection connection;
            connection.id = EntityId(id);
            told.connections.upsert(connection);
        }
        m_fleet.list(EntityId("/report"), told);
        m_sources.emplace(m_fleet);
    }

    void theIdSaysIt()
    {
        QCOMPARE(of("docker-1"), QStringLiteral("docker-1")); // its own latency
        QCOMPARE(of("docker-1/node/vm"), QStringLiteral("docker-1"));
        QCOMPARE(of("k1/link/docker-1/tcp"), QStringLiteral("docker-1"));
        QCOMPARE(of("prom-1/link/site:fra>site:dub"), QStringLiteral("prom-1"));
    }

    /// What several endpoints may share is noted as it comes.
    void ofSharedOnesItIsNoted()
    {
        QCOMPARE(of("site:fra"), QString());
        note("prom-1", "site:fra");
        QCOMPARE(of("site:fra"), QStringLiteral("prom-1"));
        note("docker-1", "site:fra");
        note("docker-1", "site:fra");
        QCOMPARE(of("site:fra"), QStringLiteral("docker-1 prom-1"));
    }

    /// Until something comes, after a restart, it is who tells of them.
    void beforeThatItIsWhoTellsOfThem()
    {
        FleetDelta facts;
        Site site;
        site.id = EntityId("site:dub");
        facts.sites.upsert(site);
        m_fleet.list(EntityId("prom-1"), facts);
        QCOMPARE(of("site:dub"), QStringLiteral("prom-1"));
    }

    void whatNobodyKnowsIsNotGuessed() { QCOMPARE(of("gone-1/node/vm"), QString()); }

private:
    void note(const char *connection, const char *entity)
    {
        m_sources->note(EntityId(connection), {{EntityId(entity), QStringLiteral("cpu.cores"), kNever, 1}});
    }
    QString of(const char *entity) const { return m_sources->of(EntityId(entity)).join(u' '); }

    Fleet m_fleet{QStringLiteral("k1"), 1};
    std::optional<SampleSources> m_sources;
};

QTEST_GUILESS_MAIN(TestSampleSources)
#include "tst_samplesources.moc"
