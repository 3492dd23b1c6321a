// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubecredential.h"

#include "backend/domain/bearertoken.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace graticule {
namespace {

Error wrong(const QString &text)
{
    return {ErrorKind::Malformed, Fault::Endpoint, text, std::nullopt};
}

} // namespace

Result<KubeCredential> parseKubeCredential(const QByteArray &json, const QString &apiVersion)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(QLatin1String("kind")) != QLatin1String("ExecCredential"))
        return wrong(QStringLiteral("it printed no ExecCredential"));
    if (object.value(QLatin1String("apiVersion")) != apiVersion)
        return wrong(QStringLiteral("it speaks another version than %1").arg(apiVersion));
    const QJsonObject status = object.value(QLatin1String("status")).toObject();
    const auto text = [&](const char *key) { return status.value(QLatin1String(key)).toString().toUtf8(); };
    KubeCredential credential{text("token"), text("clientCertificateData"), text("clientKeyData"), kNever};
    if (credential.token.isEmpty() && credential.certificate.isEmpty())
        return wrong(QStringLiteral("it gave neither token nor certificate"));
    if (credential.certificate.isEmpty() != credential.key.isEmpty())
        return wrong(QStringLiteral("it gave a certificate without its key, or the other way round"));
    if (!isBearerToken(credential.token) && !credential.token.isEmpty())
        return wrong(QStringLiteral("its token has characters that no token has"));
    const QString expiry = status.value(QLatin1String("expirationTimestamp")).toString();
    if (!expiry.isEmpty()) {
        const QDateTime at = QDateTime::fromString(expiry, Qt::ISODate);
        if (!at.isValid())
            return wrong(QStringLiteral("its expirationTimestamp is no time"));
        credential.expiry = instantFromMs(at.toMSecsSinceEpoch());
    }
    return credential;
}

} // namespace graticule
