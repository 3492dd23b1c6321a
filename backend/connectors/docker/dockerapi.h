// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connector.h"
#include "backend/connectors/http/httpclient.h"
#include "backend/connectors/http/httperror.h"
#include "backend/connectors/http/poolparse.h"

namespace graticule {

/// Newest version of the API that this connector knows, and the oldest that it can use (Docker 20.10).
inline constexpr int kNewestDockerApi = 47; // 1.47
inline constexpr int kOldestDockerApi = 41; // 1.41

/// Questions to one engine, under the negotiated version. One per session.
class DockerApi
{
public:
    /// @p context outlives it.
    DockerApi(HttpEndpoint endpoint, const ConnectorContext &context, std::shared_ptr<CurlLoop> loop);

    /// Agrees on a version with an engine whose newest is @p newest ("1.43"), as its /_ping says.
    std::optional<Error> negotiate(const QByteArray &newest);
    QString version() const { return QStringLiteral("1.%1").arg(m_minor); }
    bool isNegotiated() const { return m_minor > 0; }

    HttpClient &client() { return m_client; }
    const HttpEndpoint &endpoint() const { return m_client.endpoint(); }

    /// Sends and calls @p done when the answer is complete or failed; the request dies with @p context.
    void send(const HttpRequest &request, QObject *context, std::function<void(HttpReply &)> done);
    /// Asks @p path (without version) and parses the answer; @p what completes "when asked to ...".
    template<class Value>
    void get(const QByteArray &path, const QString &what, const HttpLimits &limits,
             Result<Value> (*parse)(const QByteArray &), QObject *context, std::function<void(Result<Value>)> done)
    {
        send(request(path, limits), context, [this, what, parse, context, done = std::move(done)](HttpReply &reply) {
            if (const auto error = failure(reply, what))
                done(*error);
            else
                parseAside<Value>(reply.body(), parse, context, done);
        });
    }
    HttpRequest request(const QByteArray &path, const HttpLimits &limits) const;
    /// Transport failure or a status that is no success.
    std::optional<Error> failure(const HttpReply &reply, const QString &what) const;

private:
    HttpClient m_client;
    int m_minor = 0;
};

} // namespace graticule
