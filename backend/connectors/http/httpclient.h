// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http/httpendpoint.h"
#include "backend/connectors/http/httpreply.h"
#include "backend/connectors/http/httprequest.h"
#include "backend/connectors/loadmeter.h"

#include <QObject>

#include <functional>
#include <memory>

namespace graticule {

class CommandDial;
class CurlLoop;
struct PeerCertificate;

/// Sends requests to one endpoint: HTTP/1.1 over unix sockets, TCP and TLS, on the thread's event loop, without threads
/// of its own (only names are looked up in libcurl's). Connections are kept and used again. Redirects are not followed,
/// proxies of the environment are not used, certificates are always verified.
///
/// Every request and byte is reported to the load meter. Make one per session: certificate files and the list of open
/// connections belong to it.
class HttpClient : public QObject
{
    Q_OBJECT

public:
    /// Gives the bearer token at the moment it is needed.
    using Token = std::function<Result<QByteArray>()>;

    /// @p load and @p clock outlive the client.
    HttpClient(HttpEndpoint endpoint, LoadMeter &load, Clock &clock, QObject *parent = nullptr);
    ~HttpClient() override;

    void setToken(Token token) { m_token = std::move(token); }

    /// Never fails here: every error comes with HttpReply::finished().
    std::unique_ptr<HttpReply> send(const HttpRequest &request);

    const HttpEndpoint &endpoint() const { return m_endpoint; }
    /// Of the certificate that the endpoint showed last; never without TLS.
    Instant certificateExpiry() const;

private:
    friend class HttpReply;
    friend class HttpTransfer;

    HttpEndpoint m_endpoint;
    LoadMeter &m_load;
    Clock &m_clock;
    Token m_token;
    std::unique_ptr<PeerCertificate> m_peer;
    std::unique_ptr<CommandDial> m_dial; ///< null: the endpoint is no command
    std::unique_ptr<CurlLoop> m_loop;
};

} // namespace graticule
