// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/manualclock.h"
#include "backend/keeper/survey.h"
#include "tests/keeper/keeperdesk.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace std::chrono_literals;

namespace {

/// An endpoint whose address is the site where it stands; it answers in 20 ms, or not.
class PlacedConnector : public Connector
{
public:
    PlacedConnector(ConnectorContext context, const bool &isSilent)
        : m_context(std::move(context))
        , m_isSilent(isSilent)
    {
    }

    void start() override
    {
        m_session = std::make_unique<QObject>();
        m_context.clock.after(1ms, m_session.get(), [this] { Q_EMIT listed({}); });
    }
    void stop() override { m_session.reset(); }
    void probe() override
    {
        m_context.clock.after(20ms, m_session.get(), [this] {
            const bool isHost = m_context.config.type == QLatin1String("host");
            if (m_isSilent || (isHost && m_context.config.address == QLatin1String("nowhere")))
                return;
            Beat seen;
            seen.latencyMs = 20;
            seen.site = EntityId(m_context.config.address);
            seen.probe = isHost ? ProbeKind::Unknown : ProbeKind::Grpc;
            seen.rttMs = isHost ? -1 : 20;
            Q_EMIT beat(seen);
        });
    }

private:
    ConnectorContext m_context;
    const bool &m_isSilent;
    std::unique_ptr<QObject> m_session;
};

/// Sites are called as they are declared.
struct NamedSites : SiteResolver
{
    Site resolve(const SiteHints &hints) const override
    {
        Site site;
        site.name = hints.declared.value(QStringLiteral("graticule.dev/site"), hints.name);
        site.id = EntityId(site.name);
        return site;
    }
};

/// The connections of a keeper "desk", and the links that come of them.
class Rig
{
public:
    explicit Rig(const Survey::Self &self = {.id = QStringLiteral("k1"), .name = QStringLiteral("desk")})
        : set({fleet, clock, types, sites, secrets, self.id})
        , survey(self, set, fleet, clock, sites)
    {
        for (const char *name : {"host", "peer", "grpc"}) {
            ConnectorType type;
            type.type = QLatin1String(name);
            type.create = [this](ConnectorContext context) {
                return std::make_unique<PlacedConnector>(std::move(context), isSilent);
            };
            types.add(type);
        }
    }

    void add(const char *type, const QString &site, double probeSeconds = 10)
    {
        put(QLatin1String(type) + u'-' + site, site, type, site, probeSeconds);
    }
    void put(const QString &id, const QString &name, const char *type, const QString &site, double probeSeconds = 10)
    {
        ConnectionConfig config;
        config.id = EntityId(id);
        config.name = name;
        config.type = QLatin1String(type);
        config.address = site;
        config.probeSeconds = probeSeconds;
        set.put(config).start();
    }

    /// "desk>fra1 up", one link a line.
    QString links() const
    {
        static const char *const words[] = {"unknown", "up", "degraded", "down", "maintenance"};
        QStringList lines;
        fleet.tables().links.forEach([&](const Link &link) {
            lines.append(QStringLiteral("%1>%2 %3")
                             .arg(link.from.toString(), link.to.toString(), QLatin1String(words[int(link.condition)])));
        });
        lines.sort();
        return lines.join(u'\n');
    }
    QStringList live() const
    {
        QStringList names;
        for (const Supervisor *supervisor : set.all()) {
            if (supervisor->connection().state == ConnectionState::Live)
                names.append(supervisor->config().name);
        }
        return names;
    }

    ManualClock clock;
    Fleet fleet{QStringLiteral("k1"), 1};
    ConnectorRegistry types;
    NamedSites sites;
    testing::NoSecrets secrets;
    bool isSilent = false;
    ConnectionSet set;
    Survey survey;
};

} // namespace

/// From where a keeper measures, and what.
class TestSurvey : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void itStandsWhereItsHostStands()
    {
        Rig rig;
        rig.add("host", QStringLiteral("dub1"));
        rig.add("grpc", QStringLiteral("fra1"));
        rig.survey.begin();
        QCOMPARE(rig.survey.site(), EntityId());
        rig.clock.advance(10s);
        QCOMPARE(rig.survey.site(), EntityId("dub1"));
        QCOMPARE(rig.links(), QStringLiteral("dub1>fra1 up"));
        QVERIFY(!rig.fleet.tables().sites.find(EntityId("desk")));
        rig.set.remove(EntityId("host-dub1"));
        rig.clock.advance(2s);
        QCOMPARE(rig.links(), QStringLiteral("desk>fra1 up"));
    }

    /// Or nothing would be measured, and nobody would know why.
    void aHostThatNeverTellsIsNotWaitedFor()
    {
        Rig rig;
        rig.add("host", QStringLiteral("nowhere"));
        rig.add("grpc", QStringLiteral("fra1"));
        rig.survey.begin();
        rig.clock.advance(30s);
        QCOMPARE(rig.links(), QString());
        rig.clock.advance(45s);
        QCOMPARE(rig.links(), QStringLiteral("desk>fra1 up"));
        rig.put(QStringLiteral("host-nowhere"), QStringLiteral("host"), "host", QStringLiteral("dub1"));
        rig.clock.advance(10s); // now it tells
        QCOMPARE(rig.links(), QStringLiteral("dub1>fra1 up"));
    }

    void aHostThatIsPausedIsNotWaitedFor()
    {
        Rig rig;
        rig.add("host", QStringLiteral("nowhere"));
        rig.set.find(EntityId("host-nowhere"))->setPaused(true);
        rig.add("grpc", QStringLiteral("fra1"));
        rig.survey.begin();
        rig.clock.advance(10s);
        QCOMPARE(rig.links(), QStringLiteral("desk>fra1 up"));
    }

    void withoutAHostItIsASiteOfItsOwn()
    {
        Rig rig;
        rig.survey.begin();
        rig.clock.advance(10s);
        QVERIFY(!rig.fleet.tables().sites.find(EntityId("desk"))); // it measures nothing yet
        rig.add("grpc", QStringLiteral("fra1"));
        rig.clock.advance(10s);
        QCOMPARE(rig.links(), QStringLiteral("desk>fra1 up"));
        const Site *own = rig.fleet.tables().sites.find(EntityId("desk"));
        QVERIFY(own && own->condition == Condition::Up);
        const Feed *feed = rig.fleet.tables().feeds.find(own->feeds.value(0));
        QVERIFY(feed && feed->connection.isEmpty());
        QVERIFY(rig.clock.now() - feed->observedAt <= LinkBook::kProve);
    }

    void orWhereItsConfigurationSays()
    {
        Rig rig({.id = QStringLiteral("k1"),
                 .name = QStringLiteral("desk"),
                 .labels = {{QStringLiteral("graticule.dev/site"), QStringLiteral("ams1")}},
                 .isPublic = true});
        rig.survey.begin();
        QVERIFY(rig.fleet.tables().sites.find(EntityId("ams1"))); // others measure the way to it
    }

    void whatIsOffIsNotMeasured()
    {
        Rig rig;
        rig.add("grpc", QStringLiteral("fra1"), 0);
        rig.survey.begin();
        rig.clock.advance(10s);
        QCOMPARE(rig.links(), QString());
        rig.add("grpc", QStringLiteral("fra1"));
        rig.clock.advance(10s);
        QCOMPARE(rig.links(), QStringLiteral("desk>fra1 up"));
        rig.add("grpc", QStringLiteral("fra1"), 0); // off again
        QCOMPARE(rig.links(), QString());
    }

    void anotherAddressIsAnotherWay()
    {
        Rig rig;
        rig.add("grpc", QStringLiteral("fra1"));
        rig.survey.begin();
        rig.clock.advance(10s);
        rig.isSilent = true;
        rig.put(QStringLiteral("grpc-fra1"), QStringLiteral("renamed"), "grpc", QStringLiteral("fra1"));
        QCOMPARE(rig.links(), QStringLiteral("desk>fra1 up"));
        rig.put(QStringLiteral("grpc-fra1"), QStringLiteral("renamed"), "grpc", QStringLiteral("ams1"));
        QCOMPARE(rig.links(), QString());
        rig.clock.advance(2min);
        QCOMPARE(rig.links(), QString()); // it is not fra1 that is silent
        rig.isSilent = false;
        rig.clock.advance(2min);
        QCOMPARE(rig.links(), QStringLiteral("desk>ams1 up"));
    }

    void silenceIsDownAfterAMinuteAndPauseIsNot()
    {
        Rig rig;
        rig.add("grpc", QStringLiteral("fra1"));
        rig.survey.begin();
        rig.clock.advance(2min);
        rig.isSilent = true;
        rig.clock.advance(50s);
        QCOMPARE(rig.links(), QStringLiteral("desk>fra1 up"));
        rig.clock.advance(15s);
        QCOMPARE(rig.links(), QStringLiteral("desk>fra1 down"));
        rig.clock.advance(1h); // tried ever more rarely
        QCOMPARE(rig.links(), QStringLiteral("desk>fra1 down"));
        rig.set.find(EntityId("grpc-fra1"))->setPaused(true);
        rig.clock.advance(2min);
        QCOMPARE(rig.links(), QStringLiteral("desk>fra1 unknown"));
    }

    /// After a restart it is there from the first moment, or all would see it go and come again.
    void theOwnSiteOfTheRunBeforeIsThereAtOnce()
    {
        Rig rig;
        rig.add("grpc", QStringLiteral("fra1"));
        rig.survey.begin();
        QVERIFY(!rig.fleet.tables().sites.contains(EntityId("desk"))); // who measures nothing is no site
        Rig again;
        again.add("grpc", QStringLiteral("fra1"));
        FleetDelta last;
        last.verdicts.upsert(Verdict{EntityId("desk"), SiteState::Healthy, false, kNever, {}});
        again.fleet.list(EntityId("health"), last);
        again.survey.begin();
        QVERIFY(again.fleet.tables().sites.contains(EntityId("desk")));
    }

    /// One keeper may be known by several connections: they have their turn together.
    void connectionsToOnePeerRestTogether()
    {
        Rig rig({.id = QStringLiteral("k1"), .name = QStringLiteral("desk"), .peersAtOnce = 1});
        for (int i = 0; i < 3; ++i) {
            rig.put(QStringLiteral("a%1").arg(i), QStringLiteral("a%1").arg(i), "peer",
                    QStringLiteral("site%1").arg(i));
            rig.put(QStringLiteral("b%1").arg(i), QStringLiteral("b%1").arg(i), "peer",
                    QStringLiteral("site%1").arg(i));
        }
        rig.survey.begin();
        rig.clock.advance(5min);
        QStringList live = rig.live();
        live.sort();
        QCOMPARE(live.size(), 2);
        QCOMPARE(live[0].mid(1), live[1].mid(1));
    }

    void ofManyPeersEachHasItsTurn()
    {
        Rig rig({.id = QStringLiteral("k1"), .name = QStringLiteral("desk"), .peersAtOnce = 4});
        for (int i = 0; i < 12; ++i)
            rig.add("peer", QStringLiteral("site%1").arg(i));
        rig.survey.begin();
        rig.clock.advance(5min);
        QCOMPARE(rig.live().size(), 4);
        QSet<QString> seen;
        int turns = 0;
        for (; turns < 60 && seen.size() < 12; ++turns) {
            rig.clock.advance(Survey::kTurn);
            QCOMPARE(rig.live().size(), 4);
            for (const QString &name : rig.live())
                seen.insert(name);
        }
        QCOMPARE(seen.size(), 12);
        QCOMPARE(rig.links().count(QLatin1String(" up")), 4); // the others are told as not measured
        QCOMPARE(rig.links().count(QLatin1String(" unknown")), 8);
    }
};

QTEST_GUILESS_MAIN(TestSurvey)
#include "tst_survey.moc"
