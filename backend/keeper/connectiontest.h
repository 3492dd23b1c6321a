// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connectorregistry.h"
#include "backend/control/controlvalues.h"

namespace graticule {

/// Tries a connection without keeping anything: settings, reach and TLS, sign in, list, answer again. Tells each step
/// as it is done; the last has `finished`. Reads only. Deletes itself then, at the latest after ten seconds. Backend
/// thread.
class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds kDeadline{10'000};
    using Steps = std::function<void(const TestStep &)>;

    /// What connectors work with; outlives the test.
    struct Surroundings
    {
        Clock &clock;
        const SiteResolver &sites;
        const SecretStore &secrets;
        QString keeperId;
    };

    /// @p type outlives the test.
    static void run(const ConnectorType &type, const ConnectionConfig &config, const Surroundings &surroundings,
                    Steps steps, QObject *parent);

private:
    ConnectionTest(const ConnectorType &type, const ConnectionConfig &config, const Surroundings &surroundings,
                   Steps steps, QObject *parent);
    ~ConnectionTest() override;

    void begin(const QStringList &complaints);
    void onBeat(const Beat &beat);
    void onListed(const FleetDelta &all);
    void onFailed(const Error &error);
    void pass(const QString &text, const QString &detail, bool finished = false);
    void failAt(const QString &text, const Error &error);
    void end();

    Steps m_steps;
    Clock &m_clock;
    LoadMeter m_load; ///< its own: a test is not the connection's load
    std::unique_ptr<Connector> m_connector;
    QString m_address;
    bool m_reached = false;
    bool m_listed = false;
    bool m_ended = false;
};

} // namespace graticule
