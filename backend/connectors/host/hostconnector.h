// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connectorregistry.h"
#include "backend/connectors/host/hostreader.h"

namespace graticule {

/// Reports the machine that the keeper runs on as a node in a site, so a bare server needs no orchestrator to be seen.
/// Read every five seconds, disks once a minute.
class HostConnector : public Connector
{
    Q_OBJECT

public:
    /// @p root: below it lie proc and etc; "/" but in tests.
    explicit HostConnector(ConnectorContext context, QString root = QStringLiteral("/"));
    ~HostConnector() override;

    void start() override;
    void stop() override;
    void probe() override;

private:
    void begin();
    void readOn();
    void readDisks();
    bool read();
    Node node() const;
    Site site() const;
    QList<Sample> samples() const;
    FleetDelta facts() const;
    void fail(const Error &error);

    const ConnectorContext m_context;
    const HostReader m_reader;
    const EntityId m_feed;
    std::unique_ptr<QObject> m_session; // context of this session's timers and tasks
    bool m_listed = false;
    HostIdentity m_identity;
    Site m_site;
    HostFigures m_figures;
    std::optional<double> m_busyCores; // needs two readings
    Usage m_storage;
};

ConnectorType hostConnectorType(const QString &root = QStringLiteral("/"));

} // namespace graticule
