// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/secretstore.h"
#include "backend/connectors/supervisor.h"
#include "backend/domain/manualclock.h"
#include "tests/connectors/fakesites.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace std::chrono_literals;

namespace {

/// An endpoint that answers beats, or not, and the way to it.
struct Endpoint
{
    bool isSilent = false;
    Milliseconds latency{40};
    EntityId site{"fra1"};
    QStringList sent; ///< when a probe of the way was sent, in seconds
    int rarer = 1;
    Milliseconds takes{0}; ///< a probe of the way
};

class FakeConnector : public Connector
{
public:
    FakeConnector(ConnectorContext context, Endpoint &endpoint)
        : m_context(std::move(context))
        , m_endpoint(endpoint)
    {
    }

    void start() override
    {
        m_session = std::make_unique<QObject>();
        m_context.clock.after(10ms, m_session.get(), [this] { Q_EMIT listed({}); });
    }
    void stop() override { m_session.reset(); }
    void probe() override
    {
        if (!m_endpoint.isSilent)
            m_context.clock.after(m_endpoint.latency, m_session.get(), [this] { answer(); });
    }

private:
    void answer()
    {
        if (m_endpoint.isSilent)
            return;
        Beat seen;
        seen.latencyMs = seen.rttMs = double(m_endpoint.latency.count());
        seen.probe = ProbeKind::Http;
        seen.site = m_endpoint.site;
        Q_EMIT beat(seen);
    }

    ConnectorContext m_context;
    Endpoint &m_endpoint;
    std::unique_ptr<QObject> m_session;
};

class FakeProbe : public WayProbe
{
public:
    FakeProbe(Clock &clock, LoadMeter &load, Endpoint &endpoint)
        : m_clock(clock)
        , m_load(load)
        , m_endpoint(endpoint)
    {
    }

    void send() override
    {
        m_load.countRequest();
        m_endpoint.sent.append(QString::number(double(m_clock.steady().count()) / 1000));
        const auto tell = [this] { Q_EMIT measured({ProbeKind::TcpConnect, {}, 12.5, false}); };
        if (m_endpoint.takes == 0ms)
            tell();
        else
            m_clock.after(m_endpoint.takes, this, tell);
    }
    int rarer() const override { return m_endpoint.rarer; }

private:
    Clock &m_clock;
    LoadMeter &m_load;
    Endpoint &m_endpoint;
};

struct NoSecrets : SecretStore
{
    Result<QByteArray> read(const SecretReference &) const override { return QByteArray(); }
};

/// One connection under supervision, and what it told of the way.
class Rig
{
public:
    void start(double probeSeconds = 10, double budget = 0)
    {
        ConnectionConfig config;
        config.id = EntityId("c1");
        config.name = QStringLiteral("fake");
        config.address = QStringLiteral("fake.example:1");
        config.probeSeconds = probeSeconds;
        config.budgetRequests = budget;
        ConnectorType type;
        type.create = [this](ConnectorContext given) {
            return std::make_unique<FakeConnector>(std::move(given), endpoint);
        };
        type.probe = [this](const ConnectorContext &given) {
            return std::make_unique<FakeProbe>(given.clock, given.load, endpoint);
        };
        supervisor = std::make_unique<Supervisor>(
            type, config, SupervisorContext{clock, sites, secrets, gate, {}, [] { return 0.5; }, true});
        QObject::connect(supervisor.get(), &Supervisor::measured, &context, [this](const Measurement &found) {
            static const char *const words[] = {"?", "?", "tcp", "tls", "http", "grpc", "mesh"};
            m_told.append(QStringLiteral("%1 %2%3").arg(QLatin1String(words[int(found.kind)]),
                                                        found.isAnswered() ? QString::number(found.rttMs)
                                                                           : QStringLiteral("lost"),
                                                        found.isLate ? QStringLiteral(" late") : QString()));
        });
        supervisor->start();
    }

    QString during(Milliseconds time)
    {
        m_told.clear();
        clock.advance(time);
        return m_told.join(QLatin1String(", "));
    }

    ManualClock clock;
    Endpoint endpoint;
    testing::FakeSites sites;
    NoSecrets secrets;
    StartGate gate{clock};
    QObject context;
    std::unique_ptr<Supervisor> supervisor;

private:
    QStringList m_told;
};

} // namespace

/// What a supervisor tells of the way to its endpoint.
class TestSupervisorProbes : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void eachBeatIsAProbe()
    {
        Rig rig;
        rig.start(0);
        QCOMPARE(rig.during(5s), QStringLiteral("http 40, http 40, http 40"));
        QCOMPARE(rig.supervisor->site(), EntityId("fra1"));
    }

    void whatIsNotAnsweredInTimeIsLost()
    {
        Rig rig;
        rig.start(0);
        rig.during(5s);
        rig.endpoint.isSilent = true;
        QCOMPARE(rig.during(6s), QStringLiteral("http lost, http lost")); // asked again every two seconds
        rig.endpoint.isSilent = false;
        QCOMPARE(rig.during(2s), QStringLiteral("http lost, http 40 late, http 40"));
        QCOMPARE(rig.during(2s), QStringLiteral("http 40"));
    }

    void nothingIsLostWhilePaused()
    {
        Rig rig;
        rig.start();
        rig.during(5s);
        rig.supervisor->setPaused(true);
        QCOMPARE(rig.during(5min), QString());
    }

    void theWayIsProbedBesideItWithJitter()
    {
        Rig rig;
        rig.start();
        rig.during(40s);
        QCOMPARE(rig.endpoint.sent.join(u' '), QStringLiteral("5.002 15.002 25.002 35.002"));
    }

    /// Each session measures anew, and what the one before it sent counts as well.
    void whatIsUnderWayOutlivesASession()
    {
        Rig rig;
        rig.endpoint.takes = 3s;
        rig.start(1);
        rig.during(10s);
        rig.endpoint.isSilent = true;
        rig.during(60s); // sessions are given up, and begun again
        const int told = int(rig.during(60s).count(QLatin1String("tcp 12.5")));
        QVERIFY2(told >= 54 && told <= 66, qPrintable(QString::number(told)));
    }

    void whatCostsMoreIsSentMoreRarely()
    {
        Rig rig;
        rig.endpoint.rarer = 3;
        rig.start();
        rig.during(80s);
        QCOMPARE(rig.endpoint.sent.join(u' '), QStringLiteral("15.002 45.002 75.002"));
    }

    void aDeadServiceIsStillProbed()
    {
        Rig rig;
        rig.start();
        rig.during(20s);
        rig.endpoint.isSilent = true;
        rig.during(30s);
        rig.endpoint.sent.clear();
        QVERIFY(rig.during(60s).contains(QLatin1String("tcp 12.5")));
        QCOMPARE(rig.endpoint.sent.size(), 6);
    }

    /// A probe that the budget leaves no room for is not sent, and so not lost.
    void itKeepsWithinTheBudget()
    {
        Rig rig;
        rig.start(0.5, 1); // two a second, of which one may be
        rig.during(60s);
        QVERIFY2(rig.endpoint.sent.size() > 40 && rig.endpoint.sent.size() <= 70,
                 qPrintable(QString::number(rig.endpoint.sent.size())));
    }

    void offIsOff()
    {
        Rig rig;
        rig.start(0);
        rig.during(60s);
        QCOMPARE(rig.endpoint.sent, QStringList());
    }

    void restingAsksNothing()
    {
        Rig rig;
        rig.start();
        rig.during(20s);
        rig.supervisor->setResting(true);
        QCOMPARE(rig.supervisor->connection().state, ConnectionState::Paused);
        QCOMPARE(rig.supervisor->connection().warnings,
                 QStringList{QStringLiteral("not measured now: with so many peers each has its turn")});
        QCOMPARE(rig.during(1min), QString());
        QVERIFY(!rig.supervisor->config().paused); // nobody configured it so
        rig.supervisor->setResting(false);
        QVERIFY(rig.during(5s).contains(QLatin1String("http 40")));
        QCOMPARE(rig.supervisor->connection().warnings, QStringList());
    }
};

QTEST_GUILESS_MAIN(TestSupervisorProbes)
#include "tst_supervisorprobes.moc"
