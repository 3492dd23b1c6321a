// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/secretstore.h"
#include "backend/connectors/supervisor.h"
#include "backend/domain/manualclock.h"
#include "tests/connectors/fakesites.h"

namespace graticule::testing {

using namespace std::chrono_literals;

/// An endpoint that does as it is told, and the connector that speaks to it.
struct Endpoint
{
    enum Mode { Fine, Dead, Frozen, Forgetful };

    Mode mode = Fine; ///< Frozen answers late, once it is fine again; Forgetful loses what it was asked meanwhile
    Milliseconds latency{40};
    Error error{ErrorKind::Unreachable, Fault::Network, QStringLiteral("Nothing answers at fake."), Milliseconds(0)};
    std::optional<Milliseconds> dropsAfter;
    Beat beat;
    FleetDelta facts;
    bool lists = true;
    int starts = 0;
    int probes = 0;
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
        ++m_endpoint.starts;
        m_session = std::make_unique<QObject>();
        m_context.load.countRequest();
        if (m_endpoint.mode == Endpoint::Dead)
            in(5ms, [this] { drop(m_endpoint.error); });
        else
            in(50ms, [this] { list(); });
        if (m_endpoint.dropsAfter)
            in(*m_endpoint.dropsAfter, [this] {
                drop({ErrorKind::Disconnected, Fault::Endpoint, QStringLiteral("fake hung up."), Milliseconds(0)});
            });
    }
    void stop() override { m_session.reset(); }
    void probe() override
    {
        ++m_endpoint.probes;
        m_context.load.countRequest();
        if (m_endpoint.mode == Endpoint::Dead)
            in(5ms, [this] { drop(m_endpoint.error); });
        else if (m_endpoint.mode == Endpoint::Fine)
            in(m_endpoint.latency, [this, asked = m_context.clock.steady()] { answer(asked); });
        else if (m_endpoint.mode == Endpoint::Frozen)
            awaitThaw(m_context.clock.steady());
    }
    void perform(const Action &action, std::function<void(const ActionProgress &)> progress) override
    {
        if (action.verb == QLatin1String("quick"))
            progress({QStringLiteral("done"), true, {}});
        // else: never says anything
    }

    void drop(const Error &error)
    {
        if (!m_session)
            return;
        m_session.reset();
        Q_EMIT failed(error);
    }

private:
    void in(Milliseconds delay, std::function<void()> task)
    {
        m_context.clock.after(delay, m_session.get(), std::move(task));
    }
    void awaitThaw(Milliseconds asked)
    {
        if (m_endpoint.mode == Endpoint::Fine)
            answer(asked);
        else
            in(100ms, [this, asked] { awaitThaw(asked); });
    }
    void answer(Milliseconds asked)
    {
        if (m_endpoint.mode == Endpoint::Frozen)
            return awaitThaw(asked);
        if (m_endpoint.mode != Endpoint::Fine)
            return;
        Beat beat = m_endpoint.beat;
        beat.latencyMs = double((m_context.clock.steady() - asked).count());
        Q_EMIT this->beat(beat);
    }
    void list()
    {
        if (m_endpoint.mode == Endpoint::Frozen)
            return in(100ms, [this] { list(); });
        if (m_endpoint.mode == Endpoint::Fine && m_endpoint.lists)
            Q_EMIT listed(m_endpoint.facts);
    }

    ConnectorContext m_context;
    Endpoint &m_endpoint;
    std::unique_ptr<QObject> m_session;
};

struct NoSecrets : SecretStore
{
    Result<QByteArray> read(const SecretReference &) const override { return QByteArray(); }
};

inline QString wordFor(ConnectionState state)
{
    static const char *const words[] = {"unknown", "never asked", "connecting", "live",  "slow",
                                        "stale",   "unreachable", "refused",    "paused"};
    return QString::fromLatin1(words[int(state)]);
}

/// One connection under supervision, on a clock that the test moves, with a log of what it told.
class Rig
{
public:
    explicit Rig(const QMap<QString, QString> &options = {}, Milliseconds calmBeat = 0ms)
    {
        type.calmBeat = calmBeat;
        ConnectionConfig config;
        config.id = EntityId("c1");
        config.name = QStringLiteral("fake");
        config.type = QStringLiteral("fake");
        config.address = QStringLiteral("fake.example:1");
        config.options = options;
        type.create = [this](ConnectorContext given) -> std::unique_ptr<Connector> {
            auto made = std::make_unique<FakeConnector>(std::move(given), endpoint);
            connector = made.get();
            return made;
        };
        supervisor = std::make_unique<Supervisor>(
            type, config, SupervisorContext{clock, sites, secrets, gate, {}, [] { return 0.0; }});
        QObject::connect(supervisor.get(), &Supervisor::reported, &context, [this](const FleetDelta &delta) {
            connectionDeltas += int(delta.connections.upserted.size());
            feedDeltas += int(delta.feeds.upserted.size());
            note();
        });
    }

    /// "  2.0 live", once per state and text.
    void note()
    {
        const Connection &now = supervisor->connection();
        QString line = wordFor(now.state);
        if (now.retryAt != kNever && now.retryAt > clock.now())
            line += QStringLiteral(", again in %1 s").arg(double((now.retryAt - clock.now()).count()) / 1000);
        if (!now.error.text.isEmpty())
            line += QStringLiteral(": ") + now.error.text;
        for (const QString &warning : now.warnings)
            line += QStringLiteral(" (%1)").arg(warning);
        if (line == lastLine)
            return;
        lastLine = line;
        log += QStringLiteral("%1 %2\n").arg(double(clock.steady().count()) / 1000, 5, 'f', 1).arg(line);
    }

    QString during(Milliseconds duration)
    {
        log.clear();
        clock.advance(duration);
        return log;
    }

    void start()
    {
        supervisor->start();
        clock.advance(100ms);
    }

    ManualClock clock;
    Endpoint endpoint;
    ConnectorType type;
    FakeSites sites;
    NoSecrets secrets;
    StartGate gate{clock};
    std::unique_ptr<Supervisor> supervisor;
    FakeConnector *connector = nullptr;
    QObject context;
    QString log;
    QString lastLine;
    int connectionDeltas = 0;
    int feedDeltas = 0;
};

} // namespace graticule::testing
