// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/authority/clientregister.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace graticule {
namespace {

constexpr qint64 kLargest = 16 << 20;

Error malformed(const QString &text)
{
    return {ErrorKind::Malformed, Fault::Input, text, std::nullopt};
}

} // namespace

Result<ClientRegister> ClientRegister::fromFile(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject() || !document.object().value(QLatin1String("clients")).isArray())
        return malformed(QStringLiteral("is no register of clients: %1").arg(error.errorString()));
    ClientRegister result;
    const QJsonArray clients = document.object().value(QLatin1String("clients")).toArray();
    for (const QJsonValue &value : clients) {
        const QJsonObject object = value.toObject();
        const auto text = [&](const char *key) { return object.value(QLatin1String(key)).toString(); };
        EnrolledClient client;
        client.name = text("name");
        client.role = roleFromWord(text("role"));
        client.issued = instantFromIso(text("issued"));
        client.expires = instantFromIso(text("expires"));
        client.revoked = instantFromIso(text("revoked"));
        client.fingerprint = text("fingerprint").toLatin1();
        client.issuer = text("issuer").toLatin1();
        // A line that is half understood could let in whom it was to keep out.
        if (client.name.isEmpty() || client.role == CallerRole::None || client.fingerprint.size() != 64 ||
            client.expires == kNever || (client.revoked == kNever && !text("revoked").isEmpty()))
            return malformed(
                QStringLiteral("has a client that cannot be understood (\"%1\")").arg(client.name.left(60)));
        result.m_clients.append(client);
    }
    return result;
}

Result<ClientRegister> ClientRegister::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        if (file.exists())
            return Error{ErrorKind::Refused, Fault::Input,
                         QStringLiteral("Cannot read %1: %2.").arg(path, file.errorString()), std::nullopt};
        return Error{
            ErrorKind::NotFound, Fault::Input,
            QStringLiteral("%1 is missing; it says who was enrolled and who was revoked: put it back.").arg(path),
            std::nullopt};
    }
    auto read = fromFile(file.read(kLargest));
    if (!read)
        return malformed(QStringLiteral("%1 %2.").arg(path, read.error().text));
    return read;
}

QByteArray ClientRegister::toFile() const
{
    QJsonArray clients;
    for (const EnrolledClient &client : m_clients) {
        QJsonObject object{{QStringLiteral("name"), client.name},
                           {QStringLiteral("role"), roleWord(client.role)},
                           {QStringLiteral("issued"), toIso(client.issued)},
                           {QStringLiteral("expires"), toIso(client.expires)},
                           {QStringLiteral("fingerprint"), QString::fromLatin1(client.fingerprint)},
                           {QStringLiteral("issuer"), QString::fromLatin1(client.issuer)}};
        if (client.revoked != kNever)
            object.insert(QStringLiteral("revoked"), toIso(client.revoked));
        clients.append(object);
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("clients"), clients}}).toJson();
}

int ClientRegister::revoke(const QString &name, Instant at)
{
    int count = 0;
    for (EnrolledClient &client : m_clients) {
        if (client.name == name && client.revoked == kNever) {
            client.revoked = at;
            ++count;
        }
    }
    return count;
}

bool ClientRegister::knows(const QString &name) const
{
    return std::any_of(m_clients.cbegin(), m_clients.cend(),
                       [&](const EnrolledClient &client) { return client.name == name; });
}

} // namespace graticule
