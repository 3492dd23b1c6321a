// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/tlsmaterial.h"

#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>

namespace graticule {
namespace {

constexpr qint64 kLargestPem = 1 << 20; // a bundle of all public authorities is about 220 kB

Error inputError(const QString &text)
{
    return {ErrorKind::Invalid, Fault::Input, text, std::nullopt};
}

Result<QByteArray> readCertificates(const QString &field, const QString &path)
{
    if (QFileInfo(path).exists() && !QFileInfo(path).isFile()) // a pipe would block us
        return inputError(QStringLiteral("%1: %2 is no file.").arg(field, path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return inputError(QStringLiteral("%1: cannot read %2: %3.").arg(field, path, file.errorString()));
    QByteArray pem = file.read(kLargestPem + 1);
    if (pem.size() > kLargestPem)
        return inputError(QStringLiteral("%1: %2 is larger than 1 MB; a PEM file is expected.").arg(field, path));
    if (QSslCertificate::fromData(pem, QSsl::Pem).isEmpty())
        return inputError(QStringLiteral("%1: %2 holds no certificate in PEM form.").arg(field, path));
    return pem;
}

} // namespace

Result<TlsMaterial> TlsMaterial::load(const ConnectionConfig &config, const SecretStore &secrets)
{
    TlsMaterial tls;
    if (!config.caFile.isEmpty()) {
        auto pem = readCertificates(QStringLiteral("tls.ca"), config.caFile);
        if (!pem)
            return pem.error();
        tls.authorities = std::move(pem).value();
        tls.authoritiesFile = config.caFile;
    }
    if (config.certificateFile.isEmpty() != config.keyFile.isEmpty()) {
        return inputError(
            QStringLiteral("%1: a client certificate needs both tls.certificate and tls.key.")
                .arg(config.keyFile.isEmpty() ? QStringLiteral("tls.key") : QStringLiteral("tls.certificate")));
    }
    if (config.certificateFile.isEmpty())
        return tls;
    auto pem = readCertificates(QStringLiteral("tls.certificate"), config.certificateFile);
    if (!pem)
        return pem.error();
    tls.certificate = std::move(pem).value();
    auto key = secrets.read(QStringLiteral("file:") + config.keyFile);
    if (!key) {
        Error error = key.error();
        error.text.prepend(QStringLiteral("tls.key: "));
        return error;
    }
    tls.key = std::move(key).value();
    const QList<QSslCertificate> chain = QSslCertificate::fromData(tls.certificate, QSsl::Pem);
    tls.own = CertificateInfo::of(chain.first());
    return tls;
}

} // namespace graticule
