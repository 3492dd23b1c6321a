// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/httpclient.h"

#include "backend/connectors/http/commanddial.h"
#include "backend/connectors/http/curlloop.h"
#include "backend/connectors/http/httptransfer.h"
#include "backend/connectors/http/peercertificate.h"
#include "backend/domain/bearertoken.h"

namespace graticule {

HttpClient::HttpClient(HttpEndpoint endpoint, LoadMeter &load, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_endpoint(std::move(endpoint))
    , m_load(load)
    , m_clock(clock)
    , m_peer(std::make_unique<PeerCertificate>())
    , m_dial(m_endpoint.command.isEmpty() ? nullptr : std::make_unique<CommandDial>(m_endpoint.command))
    , m_loop(std::make_unique<CurlLoop>())
{
}

HttpClient::~HttpClient() = default;

std::unique_ptr<HttpReply> HttpClient::send(const HttpRequest &request)
{
    std::unique_ptr<HttpReply> reply(new HttpReply);
    Result<QByteArray> token = m_token ? m_token() : QByteArray();
    if (token && !isBearerToken(*token))
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
    reply->m_transfer = std::make_unique<HttpTransfer>(*this, *reply, request, *token);
    return reply;
}

Instant HttpClient::certificateExpiry() const
{
    return m_peer->info.notAfter;
}

} // namespace graticule
