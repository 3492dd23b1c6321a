// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http/httpclient.h"
#include "backend/connectors/wayprobe.h"

#include <vector>

namespace graticule {

/// Connects to an endpoint and says nothing there: how long TCP took, and apart from it TLS, with the certificates of
/// the connection, so that the endpoint has nothing to complain of. TCP hides what packets were lost; but a connection
/// whose first segment had to be sent again lost one, and counts as lost. A host that refuses has answered: that is a
/// round trip, and it is told that nothing listens there.
class ConnectProbe : public WayProbe
{
    Q_OBJECT

public:
    static constexpr Milliseconds kDeadline{3000}; ///< TLS included; what is slower is lost
    static constexpr double kResentMs = 900;       ///< no kernel sends its first segment again before
    static constexpr size_t kAtOnce = 100;
    static constexpr int kTlsRarer = 3; ///< a handshake costs either end about a millisecond of a processor

    /// Null when there is no TCP to connect over: sockets, commands, proxies. @p load and @p clock outlive it.
    static std::unique_ptr<ConnectProbe> to(const HttpEndpoint &endpoint, LoadMeter &load, Clock &clock);

    void send() override;
    int rarer() const override { return m_client.endpoint().isTls() ? kTlsRarer : 1; }

private:
    ConnectProbe(const HttpEndpoint &endpoint, LoadMeter &load, Clock &clock);
    void finished(const HttpReply &reply);

    HttpClient m_client;
    std::vector<std::unique_ptr<HttpReply>> m_replies; ///< under way
};

} // namespace graticule
