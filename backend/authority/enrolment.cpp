// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/authority/enrolment.h"

#include "backend/authority/certificate.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace graticule {
namespace {

constexpr qint64 kLargest = 256 << 10;

Error malformed(const QString &text)
{
    return {ErrorKind::Malformed, Fault::Input, text, std::nullopt};
}

} // namespace

QByteArray Enrolment::toFile() const
{
    const QJsonObject object{{QStringLiteral("graticule"), QStringLiteral("enrolment")},
                             {QStringLiteral("version"), 1},
                             {QStringLiteral("keeper"), keeper},
                             {QStringLiteral("address"), address},
                             {QStringLiteral("name"), name},
                             {QStringLiteral("role"), roleWord(role)},
                             {QStringLiteral("expires"), toIso(expires)},
                             {QStringLiteral("ca"), QString::fromLatin1(authorities)},
                             {QStringLiteral("certificate"), QString::fromLatin1(certificate)},
                             {QStringLiteral("key"), QString::fromLatin1(key)}};
    return QJsonDocument(object).toJson();
}

Result<Enrolment> Enrolment::fromFile(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (object.value(QLatin1String("graticule")).toString() != QLatin1String("enrolment"))
        return malformed(
            QStringLiteral("This is no enrolment; \"graticuled enrol\" on the keeper's machine makes one."));
    if (object.value(QLatin1String("version")).toInt() != 1)
        return malformed(QStringLiteral("version: this enrolment was made for a later release; update Graticule."));
    const auto text = [&](const char *key) { return object.value(QLatin1String(key)).toString(); };
    Enrolment result;
    result.keeper = text("keeper").left(200);
    result.address = text("address").left(300);
    result.name = text("name").left(200);
    result.role = roleFromWord(text("role"));
    result.authorities = text("ca").toLatin1();
    result.certificate = text("certificate").toLatin1();
    result.key = text("key").toLatin1();
    for (const auto &[field, value] : {std::pair("keeper", result.keeper), std::pair("address", result.address)}) {
        if (value.isEmpty())
            return malformed(
                QStringLiteral("%1: is missing; have the enrolment made again.").arg(QLatin1String(field)));
    }
    const auto facts = readCertificate(result.certificate);
    if (!facts || !readCertificate(result.authorities))
        return malformed(QStringLiteral("%1: is no certificate; have the enrolment made again.")
                             .arg(facts ? QStringLiteral("ca") : QStringLiteral("certificate")));
    if (!result.key.contains("PRIVATE KEY"))
        return malformed(QStringLiteral("key: is missing; have the enrolment made again."));
    result.expires = facts->notAfter; // what the certificate says, whatever is written beside it
    return result;
}

Result<Enrolment> Enrolment::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, Fault::Input,
                     QStringLiteral("Cannot read %1: %2.").arg(path, file.errorString()), std::nullopt};
    auto read = fromFile(file.read(kLargest));
    if (!read)
        return malformed(path + QStringLiteral(": ") + read.error().text);
    return read;
}

} // namespace graticule
