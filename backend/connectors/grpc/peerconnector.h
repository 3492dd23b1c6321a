// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connectorregistry.h"
#include "backend/control/controlcalls.h"

namespace graticule {

/// Measures the way to another keeper and reads nothing there, so that two keepers may measure each other, which must
/// not read each other in a ring. One small call on a kept channel, again and again; the links that come of it are of
/// kind Mesh, from our site to where the other says it stands.
///
/// Only keepers that have enrolled us: beyond this machine a client certificate or a token is required. Option
/// `keeper`: the id that the other must have; another one is refused.
class PeerConnector : public Connector
{
    Q_OBJECT

public:
    explicit PeerConnector(ConnectorContext context);
    ~PeerConnector() override;

    void start() override;
    void stop() override;
    void probe() override;

private:
    void described(const Result<Description> &reply, Milliseconds took);
    void fail(const Error &error);

    ConnectorContext m_context;
    std::unique_ptr<ControlCalls> m_calls; ///< null: no session
    bool m_isKnown = false;                ///< it has answered in this session
    quint64 m_session = 0;                 ///< answers of an older session are dropped
};

ConnectorType peerConnectorType();

} // namespace graticule
