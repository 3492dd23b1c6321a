// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/httpclient.h"

#include "backend/connectors/http/commanddial.h"
#include "backend/connectors/http/connectionpool.h"
#include "backend/connectors/http/curlloop.h"
#include "backend/connectors/http/httptransfer.h"
#include "backend/connectors/http/peercertificate.h"
#include "backend/domain/bearertoken.h"

namespace graticule {

HttpClient::HttpClient(HttpEndpoint endpoint, LoadMeter &load, Clock &clock, std::shared_ptr<CurlLoop> loop)
    : m_endpoint(std::move(endpoint))
    , m_load(load)
    , m_clock(clock)
    , m_trustsSystem(m_endpoint.tls.authorities.isEmpty())
    , m_peer(std::make_shared<PeerCertificate>())
    , m_dial(m_endpoint.command.isEmpty() ? nullptr : std::make_unique<CommandDial>(m_endpoint.command))
    , m_pool(std::make_unique<ConnectionPool>(loop ? std::move(loop) : std::make_shared<CurlLoop>()))
{
    // The dial goes with us, but libcurl may end TLS connections later.
    Q_ASSERT(!m_dial || !m_endpoint.isTls());
    // A proxy that is spoken to in TLS itself has authorities of its own: there libcurl keeps them apart.
    if (!m_endpoint.isTls() || m_endpoint.proxy.toLower().startsWith("https:"))
        return;
    m_trust = m_pool->loop().trustStores().of(m_endpoint.tls.authorities);
    m_endpoint.tls.authorities.clear(); // a bundle is large, and all have it in common
}

HttpClient::~HttpClient() = default;

const TrustStore *HttpClient::trust()
{
    if (m_trust && m_trustsSystem)
        m_trust = m_pool->loop().trustStores().of({});
    return m_trust.get();
}

std::unique_ptr<HttpReply> HttpClient::send(const HttpRequest &request)
{
    std::unique_ptr<HttpReply> reply(new HttpReply);
    Result<QByteArray> token = m_token ? m_token() : QByteArray();
    if (token && m_user.isEmpty() && !isBearerToken(*token))
        token = Error{ErrorKind::Invalid, Fault::Input, QStringLiteral("token: it has characters that no token has."),
                      std::nullopt};
    if (!token) {
        reply->m_error = token.error();
        QTimer::singleShot(0, reply.get(), [reply = reply.get()] {
            reply->m_finished = true;
            Q_EMIT reply->finished();
        });
        return reply;
    }
    QByteArray authorization;
    if (!token->isEmpty())
        authorization = m_user.isEmpty() ? "Bearer " + *token : "Basic " + (m_user + ':' + *token).toBase64();
    reply->m_transfer = std::make_unique<HttpTransfer>(*this, *reply, request, authorization);
    return reply;
}

void HttpClient::ask(const HttpRequest &request, QObject *context, std::function<void(HttpReply &)> done)
{
    HttpReply *reply = send(request).release();
    reply->setParent(context);
    connect(reply, &HttpReply::finished, context, [reply, done = std::move(done)] {
        reply->deleteLater();
        done(*reply);
    });
}

Instant HttpClient::certificateExpiry() const
{
    return m_peer->info.notAfter;
}

} // namespace graticule
