// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connectorregistry.h"
#include "backend/connectors/filesecretstore.h"
#include "backend/domain/clock.h"
#include "backend/domain/fleetsnapshot.h"
#include "tests/connectors/fakesites.h"

#include <QObject>

namespace graticule::testing {

/// One connector with all that it needs, real clock unless told otherwise, and what it has said so far. Fails the test
/// when it breaks the contract of Connector: a second failed(), or anything after failed() or stop().
class ConnectorRig : public QObject
{
    Q_OBJECT

public:
    /// @p clock, which outlives it, instead of the real one.
    ConnectorRig(const ConnectorType &type, ConnectionConfig config, double requestsPerSecond = 0,
                 Clock *clock = nullptr);

    void start();
    void stop();

    Connector &connector() { return *m_connector; }
    EntityId id() const { return m_config.id; }
    LoadMeter &load() { return m_load; }

    FleetTables tables;       ///< as the fleet would have them
    int listings = 0;         ///< of this session
    QList<FleetDelta> deltas; ///< changed() of this session
    QList<Beat> beats;        ///< of this session
    QList<Sample> samples;
    QList<Error> failures; ///< of all sessions

    /// Printed, as fleetprint.h has it.
    QStringList lines() const;
    /// "1/1 healthy" and so on of one placement: the line's rest after its site; empty when there is none.
    QString placement(const QString &service) const;
    /// Printed; empty when nothing failed.
    QString lastFailure() const;

private:
    SystemClock m_realClock;
    Clock &m_clock;
    FakeSites m_sites;
    FileSecretStore m_secrets;
    LoadMeter m_load;
    ConnectionConfig m_config;
    std::unique_ptr<Connector> m_connector;
    bool m_running = false;
    bool m_isComplete = false; ///< was, at some time: sessions may go on where the last one ended
};

} // namespace graticule::testing
