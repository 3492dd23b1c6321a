// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connector.h"
#include "backend/connectors/http/httpclient.h"
#include "backend/connectors/kubernetes/kubelogin.h"

namespace graticule {

/// Requests to one API server, with the rights of the kubeconfig's user. One per session.
class KubeApi
{
public:
    /// @p context and @p login outlive it; @p target's endpoint has its TLS material. @p loop: that of all connectors
    /// of this thread.
    KubeApi(const KubeTarget &target, const ConnectorContext &context, const KubeLogin &login,
            std::shared_ptr<CurlLoop> loop);

    HttpClient &client() { return m_client; }
    const HttpEndpoint &endpoint() const { return m_client.endpoint(); }

    /// @p path with query. Protobuf is asked for, JSON taken.
    HttpRequest request(const QByteArray &path) const;
    /// JSON both ways; a PATCH is a merge patch.
    HttpRequest json(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) const;
    /// Calls @p done when the answer is complete or failed; the request dies with @p context.
    void send(const HttpRequest &request, QObject *context, std::function<void(HttpReply &)> done);
    /// Transport failure or a status that is no success; @p what completes "when asked to ...".
    std::optional<Error> failure(const HttpReply &reply, const QByteArray &body, const QString &what) const;

private:
    void setCredentials(const ConnectorContext &context, const KubeLogin &login);

    HttpClient m_client;
    const Clock &m_clock;
    QByteArray m_prefix;
    QString m_certificateFile; ///< that our certificate is from
    KubeUser m_user;
    QList<QPair<QByteArray, QByteArray>> m_headers;
};

/// Whether an answer or stream is in protobuf.
bool isKubeProtobuf(const HttpReply &reply);
/// What the server says of when to ask again; 0: nothing.
Milliseconds kubeRetryAfter(const HttpReply &reply);

} // namespace graticule
