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
class ConnectionPool;
class CurlLoop;
class TrustStore;
struct PeerCertificate;

/// Sends requests to one endpoint: HTTP/1.1 over unix sockets, TCP and TLS, on the thread's event loop, without threads
/// of its own (only names are looked up in libcurl's). Connections are kept and used again. Redirects are not followed,
/// proxies of the environment are not used, certificates are verified unless the endpoint says otherwise.
///
/// Every request and byte is reported to the load meter. Make one per session: certificate files and open connections
/// belong to it alone, also when it shares its loop with other clients.
class HttpClient : public QObject
{
    Q_OBJECT

public:
    /// Gives the bearer token at the moment it is needed.
    using Token = std::function<Result<QByteArray>()>;

    /// @p load and @p clock outlive the client. @p loop: of this thread; null: one of its own.
    HttpClient(HttpEndpoint endpoint, LoadMeter &load, Clock &clock, std::shared_ptr<CurlLoop> loop = nullptr);
    ~HttpClient() override;

    void setToken(Token token) { m_token = std::move(token); }
    /// The token is this user's password (Basic authentication) and no bearer's.
    void setUser(const QByteArray &user) { m_user = user; }

    /// Never fails here: every error comes with HttpReply::finished().
    std::unique_ptr<HttpReply> send(const HttpRequest &request);

    /// Sends and calls @p done once, when the answer is complete or failed; the request dies with @p context.
    void ask(const HttpRequest &request, QObject *context, std::function<void(HttpReply &)> done);

    const HttpEndpoint &endpoint() const { return m_endpoint; }
    /// Of the certificate that the endpoint showed last; never without TLS.
    Instant certificateExpiry() const;

private:
    /// Whom a new connection trusts.
    const TrustStore *trust();

    friend class HttpReply;
    friend class HttpTransfer;

    HttpEndpoint m_endpoint;
    LoadMeter &m_load;
    Clock &m_clock;
    Token m_token;
    QByteArray m_user;                         ///< empty: the token is a bearer's
    std::shared_ptr<const TrustStore> m_trust; ///< null: no TLS, or libcurl is told them
    bool m_trustsSystem;                       ///< whose authorities may change on disk meanwhile
    std::shared_ptr<PeerCertificate> m_peer;   ///< connections have it, too
    std::unique_ptr<CommandDial> m_dial;       ///< null: the endpoint is no command
    std::unique_ptr<ConnectionPool> m_pool;    ///< goes before what its connections refer to
};

} // namespace graticule
