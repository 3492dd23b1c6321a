// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockeraddress.h"

#include "backend/connectors/docker/sshcommand.h"
#include "backend/domain/saying.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

namespace graticule {
namespace {

constexpr int kPlainPort = 2375;
constexpr int kTlsPort = 2376;

Error addressError(const QString &text)
{
    return {ErrorKind::Invalid, Fault::Input, QStringLiteral("address: ") + text, std::nullopt};
}

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

QString inBrackets(const QString &host)
{
    return host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : host;
}

bool hasTlsSettings(const ConnectionConfig &config)
{
    return !config.caFile.isEmpty() || !config.certificateFile.isEmpty() || !config.serverName.isEmpty();
}

/// What a person typed before an @ may be a password.
QString withoutUser(QString address)
{
    const qsizetype begin = address.indexOf(QLatin1String("://")) + 3;
    const qsizetype at = address.lastIndexOf(QLatin1Char('@'));
    return begin > 2 && at > begin &&
                   (!address.startsWith(QLatin1String("ssh://")) ||
                    address.mid(begin, at - begin).contains(QLatin1Char(':')))
               ? address.remove(begin, at + 1 - begin)
               : address;
}

Result<DockerTarget> socketTarget(DockerTarget target, const QString &path)
{
    if (!path.startsWith(QLatin1Char('/')))
        return addressError(QStringLiteral("a socket needs an absolute path, as in unix:///var/run/docker.sock."));
    if (path.toUtf8().size() > 107) // sockaddr_un
        return addressError(QStringLiteral("the path of the socket is longer than 107 bytes, which no system takes."));
    target.endpoint.unixSocket = path;
    target.endpoint.url = "http://docker"; // a host has to be named; the engine ignores it
    return target;
}

Result<DockerTarget> hostTarget(DockerTarget target, const QUrl &url)
{
    const QString host = url.host();
    static const QRegularExpression number(QStringLiteral(":(\\d+)/?$"));
    const auto given = number.match(target.endpoint.shown);
    if (const qlonglong port = given.captured(1).toLongLong(); given.hasMatch() && (port < 1 || port > 65'535))
        return addressError(QStringLiteral("%1 has no usable port; ports are 1 to 65535.").arg(target.endpoint.shown));
    if (!url.isValid() || host.isEmpty())
        return addressError(QStringLiteral("%1 names no host.").arg(target.endpoint.shown));
    if (!url.userInfo().isEmpty() || url.hasQuery() || (url.path().size() > 1))
        return addressError(QStringLiteral("%1 has more than host and port in it.").arg(target.endpoint.shown));
    const bool tls =
        url.scheme() == QLatin1String("https") ||
        (url.scheme() == QLatin1String("tcp") && (hasTlsSettings(target.config) || url.port() == kTlsPort));
    const bool insecure = target.config.options.value(QStringLiteral("insecure")) == QLatin1String("yes");
    if (!tls && !insecure && !isLoopback(host)) {
        return addressError(
            QStringLiteral("%1 would be spoken to in clear text, and who reads the wire could take over "
                           "that machine. Use https://%2:2376 with tls.ca, tls.certificate and tls.key; "
                           "on a network that you trust, set the option insecure: yes.")
                .arg(target.endpoint.shown, inBrackets(host)));
    }
    if (!tls && !target.config.token.isEmpty() && !isLoopback(host)) {
        return Error{
            ErrorKind::Invalid, Fault::Input,
            QStringLiteral("token: it would be sent to %1 in clear text; use https://.").arg(target.endpoint.shown),
            std::nullopt};
    }
    const QByteArray port = QByteArray::number(url.port(tls ? kTlsPort : kPlainPort));
    const QString name = tls && !target.config.serverName.isEmpty() ? target.config.serverName : host;
    target.endpoint.url = (tls ? "https://" : "http://") + inBrackets(name).toUtf8() + ':' + port;
    if (name != host)
        target.endpoint.connectTo = inBrackets(host).toUtf8() + ':' + port;
    if (!tls && insecure && !isLoopback(host))
        target.warnings.append(QStringLiteral("everything travels in clear text (option insecure)"));
    return target;
}

Result<DockerTarget> sshTarget(DockerTarget target, const QUrl &url)
{
    const auto command = sshDockerCommand(url, target.config.options.value(QStringLiteral("ssh-config")));
    if (!command)
        return addressError(QStringLiteral("%1: %2").arg(target.endpoint.shown, command.error().text));
    if (hasTlsSettings(target.config) || !target.config.token.isEmpty())
        return addressError(QStringLiteral("%1 goes over ssh, which needs neither certificates nor a token; leave them "
                                           "out.")
                                .arg(target.endpoint.shown));
    target.endpoint.command = *command;
    target.endpoint.commandError = &sshDockerError;
    target.endpoint.url = "http://docker";
    return target;
}

Result<DockerTarget> contextTarget(const ConnectionConfig &config, const QProcessEnvironment &environment)
{
    const auto context = DockerContexts(environment).find(config.address.mid(int(qstrlen("context:"))));
    if (!context) {
        Error error = context.error();
        error.text.prepend(QStringLiteral("address: "));
        return error;
    }
    ConnectionConfig resolved = config;
    resolved.address = context->host;
    // What the connection itself says wins over the context.
    if (resolved.caFile.isEmpty())
        resolved.caFile = context->caFile;
    if (resolved.certificateFile.isEmpty() && resolved.keyFile.isEmpty()) {
        resolved.certificateFile = context->certificateFile;
        resolved.keyFile = context->keyFile;
    }
    if (context->host.startsWith(QLatin1String("context:")))
        return addressError(QStringLiteral("context \"%1\" leads to another context.").arg(context->name));
    auto target = dockerTarget(resolved, environment);
    if (target && context->skipsVerification)
        target.value().warnings.append(
            QStringLiteral("the docker context asks to skip certificate checks; they are made"));
    return target;
}

} // namespace

QString dockerAddressHelp()
{
    return QStringLiteral("unix:///var/run/docker.sock, https://host:2376, tcp://host:2376 (TLS with tls.ca, "
                          "tls.certificate, tls.key), ssh://user@host, context:NAME (a docker context)");
}

Result<DockerTarget> dockerTarget(const ConnectionConfig &config, const QProcessEnvironment &environment)
{
    const QString address = config.address.trimmed();
    DockerTarget target;
    target.config = config;
    target.endpoint.shown = withoutUser(address).left(200);
    target.endpoint.permissionHint = nested(saidError(ErrorKind::Refused, Fault::NotAllowed, "docker.join-group", {}));
    target.endpoint.proxy = config.options.value(QStringLiteral("proxy")).toUtf8();
    if (address.startsWith(QLatin1String("context:")))
        return contextTarget(config, environment);
    if (address.startsWith(QLatin1String("unix://")))
        return socketTarget(std::move(target), address.mid(int(qstrlen("unix://"))));
    if (address.startsWith(QLatin1Char('/')))
        return socketTarget(std::move(target), address);
    const QUrl url(address, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (scheme == QLatin1String("ssh"))
        return sshTarget(std::move(target), url);
    if (scheme == QLatin1String("tcp") || scheme == QLatin1String("https") || scheme == QLatin1String("http"))
        return hostTarget(std::move(target), url);
    return addressError(
        QStringLiteral("\"%1\" is not understood. Write %2.").arg(target.endpoint.shown, dockerAddressHelp()));
}

} // namespace graticule
