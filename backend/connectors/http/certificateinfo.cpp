// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/certificateinfo.h"

#include <QSslCertificate>

namespace graticule {
namespace {

QString firstOf(const QStringList &texts)
{
    return texts.isEmpty() ? QString() : texts.first().left(200);
}

QString dateOf(Instant at)
{
    return toIso(at).left(10);
}

} // namespace

CertificateInfo CertificateInfo::of(const QSslCertificate &certificate)
{
    const QStringList names = certificate.subjectAlternativeNames().values();
    const QString common = firstOf(certificate.subjectInfo(QSslCertificate::CommonName));
    CertificateInfo info;
    info.name = common.isEmpty() ? firstOf(names) : common;
    info.names = names.isEmpty() ? common : names.join(QStringLiteral(", ")).left(200);
    info.issuer = firstOf(certificate.issuerInfo(QSslCertificate::CommonName));
    info.notBefore = instantFromMs(certificate.effectiveDate().toMSecsSinceEpoch());
    info.notAfter = instantFromMs(certificate.expiryDate().toMSecsSinceEpoch());
    return info;
}

QString CertificateInfo::shownName() const
{
    return name.isEmpty() ? QStringLiteral("without a name") : QStringLiteral("\"%1\"").arg(name);
}

QString CertificateInfo::describe(Instant now) const
{
    const QString shown = shownName();
    if (notAfter < now)
        return QStringLiteral("%1 (expired on %2)").arg(shown, dateOf(notAfter));
    if (notBefore > now)
        return QStringLiteral("%1 (valid only from %2)").arg(shown, dateOf(notBefore));
    return QStringLiteral("%1 (valid until %2)").arg(shown, dateOf(notAfter));
}

} // namespace graticule
