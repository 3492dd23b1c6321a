// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerapi.h"

#include "backend/connectors/secretstore.h"
#include "backend/domain/saying.h"

#include <QRegularExpression>

namespace graticule {

DockerApi::DockerApi(HttpEndpoint endpoint, const ConnectorContext &context, std::shared_ptr<CurlLoop> loop)
    : m_client(std::move(endpoint), context.load, context.clock, std::move(loop))
{
    if (!context.config.token.isEmpty())
        m_client.setToken([&context] { return context.secrets.read(context.config.token); });
}

std::optional<Error> DockerApi::negotiate(const QByteArray &newest)
{
    static const QRegularExpression form(QStringLiteral("^1\\.(\\d{1,4})$"));
    const auto match = form.match(QString::fromLatin1(newest));
    if (!match.hasMatch()) {
        return saidError(ErrorKind::Unsupported, Fault::Endpoint, "docker.none", {endpoint().shown},
                         Milliseconds(30000));
    }
    const int minor = match.captured(1).toInt();
    if (minor < kOldestDockerApi) {
        return saidError(ErrorKind::Unsupported, Fault::Endpoint, "docker.too-old",
                         {endpoint().shown, QString::number(minor), QString::number(kOldestDockerApi)},
                         Milliseconds(60000));
    }
    m_minor = std::min(minor, kNewestDockerApi);
    return std::nullopt;
}

HttpRequest DockerApi::request(const QByteArray &path, const HttpLimits &limits) const
{
    HttpRequest request;
    request.path = "/v" + version().toLatin1() + path;
    request.limits = limits;
    return request;
}

void DockerApi::send(const HttpRequest &request, QObject *context, std::function<void(HttpReply &)> done)
{
    m_client.ask(request, context, std::move(done));
}

std::optional<Error> DockerApi::failure(const HttpReply &reply, const QString &what) const
{
    if (reply.error())
        return reply.error();
    if (reply.status() < 200 || reply.status() >= 300)
        return statusError(endpoint(), reply.status(), reply.body(), what);
    return std::nullopt;
}

} // namespace graticule
