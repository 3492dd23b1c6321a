// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/grpc/grpcaddress.h"

#include "backend/connectors/secretstore.h"

#include <QRegularExpression>

namespace graticule {
namespace {

Error invalid(const QString &text)
{
    return {ErrorKind::Invalid, Fault::Input, text, std::nullopt};
}

/// What is wrong with the address of a socket.
QString socketTrouble(const QString &address)
{
    static const QRegularExpression form(QStringLiteral("^unix:(//)?(/.*)$"));
    const auto match = form.match(address);
    if (!match.hasMatch() || match.captured(2).startsWith(QLatin1String("//")))
        return QStringLiteral("address: \"%1\": a socket needs an absolute path, as in unix:///path.").arg(address);
    if (match.captured(2).toUtf8().size() > 107) // sockaddr_un
        return QStringLiteral("address: the path of the socket is longer than 107 bytes, which no system takes.");
    return {};
}

} // namespace

Result<ControlAddress> controlAddressFor(const ConnectionConfig &config, const SecretStore &secrets)
{
    ControlAddress address;
    const QString &given = config.address;
    static const QRegularExpression hostAndPort(QStringLiteral(R"(^(\[[0-9a-fA-F:]+\]|[^:/\s]+):(\d{1,5})$)"));
    QString target = given;
    if (given.startsWith(QLatin1String("https://")))
        target = given.mid(8);
    else if (given.startsWith(QLatin1String("http://")))
        target = given.mid(7);
    if (target.endsWith(QLatin1Char('/')))
        target.chop(1);
    address.tls = given.startsWith(QLatin1String("https://")) ||
                  (!given.contains(QLatin1String("://")) && !given.startsWith(QLatin1String("unix:")) &&
                   (!config.caFile.isEmpty() || !config.certificateFile.isEmpty()));
    const bool isSocket = given.startsWith(QLatin1String("unix:"));
    if (const QString trouble = isSocket ? socketTrouble(given) : QString(); !trouble.isEmpty())
        return invalid(trouble);
    const auto host = hostAndPort.match(target);
    if (!isSocket && !host.hasMatch())
        return invalid(
            QStringLiteral("address: \"%1\" is neither unix:///path, host:port nor https://host:port.").arg(given));
    if (const int port = host.captured(2).toInt(); !isSocket && (port < 1 || port > 65'535))
        return invalid(QStringLiteral("address: \"%1\" has no usable port; ports are 1 to 65535.").arg(given));
    address.target = target;
    address.caFile = config.caFile;
    address.certificateFile = config.certificateFile;
    address.keyFile = config.keyFile;
    address.serverName = config.serverName;
    if (!config.token.isEmpty()) {
        const Result<QByteArray> token = secrets.read(config.token);
        if (!token)
            return token.error();
        address.token = *token;
    }
    return address;
}

QStringList grpcComplaints(const ConnectionConfig &config)
{
    struct NoSecrets : SecretStore
    {
        Result<QByteArray> read(const SecretReference &) const override { return QByteArray(); }
    };
    const auto address = controlAddressFor(config, NoSecrets());
    return address ? QStringList() : QStringList{address.error().text};
}

} // namespace graticule
