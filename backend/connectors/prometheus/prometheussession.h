// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/prometheus/prometheusapi.h"
#include "backend/connectors/prometheus/prometheusinventory.h"

#include <QMap>

namespace graticule {

/// What one session leaves to the next.
struct PrometheusMemory
{
    std::unique_ptr<PrometheusInventory> inventory; ///< null: none yet
    Instant probesTaken = kNever;                   ///< the server's clock: samples are whole up to here
};

/// One session with a server: what it is, what its targets are, then rounds of two or three queries for all of them
/// together, one after the other, as often as the budget of queries allows. Probes are asked for with the times at
/// which they were made, since the round before, so each is read once. What fails beside the targets is a remark and no
/// end. Signals are those of Connector.
class PrometheusSession : public QObject
{
    Q_OBJECT

public:
    /// @p context and @p memory outlive it. @p loop: that of all connectors of this thread.
    PrometheusSession(const ConnectorContext &context, PrometheusMemory &memory, std::shared_ptr<CurlLoop> loop,
                      QObject *parent);

    void start(const Result<PrometheusSettings> &settings);
    void probe();
    /// Nothing is signalled or asked any more; it may be deleted later.
    void close() { m_over = true; }

Q_SIGNALS:
    void listed(const graticule::FleetDelta &all);
    void changed(const graticule::FleetDelta &delta);
    void beat(const graticule::Beat &beat);
    void sampled(const QList<graticule::Sample> &samples);
    /// The last signal.
    void failed(const graticule::Error &error);

private:
    using Taken = std::function<void(const PrometheusAnswer &)>;

    void askWhatItIs(std::function<void()> then);
    void readBuild(const HttpReply &reply, Instant middle);
    void beginRound();
    void askTargets();
    void askKinds();
    void askProbes();
    void askNodes();
    void endRound();
    void tell();
    /// Asks when the budget allows; @p then follows in any case but the end of the session. Without @p remark a failure
    /// ends it.
    void ask(const QString &promql, Instant at, const QString &what, const char *remark, Taken taken,
             std::function<void()> then);
    void setWarning(const char *key, const QString &text);
    void fail(const Error &error);
    Instant now() const { return m_context.clock.now(); }
    PrometheusInventory &inventory() { return *m_memory.inventory; }
    const QString &selector() const { return m_api->settings().selector; }

    const ConnectorContext &m_context;
    PrometheusMemory &m_memory;
    std::shared_ptr<CurlLoop> m_loop;
    std::unique_ptr<PrometheusApi> m_api;
    Milliseconds m_clockOffset{0};
    double m_clockErrorMs;
    QMap<QByteArray, QString> m_warnings; // by what they are about
    Milliseconds m_roundBegan{0};
    Instant m_evaluated = kNever; // the moment of this round, by the server's clock
    int m_rounds = 0;
    bool m_isListed = false;
    bool m_over = false;
};

} // namespace graticule
