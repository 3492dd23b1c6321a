// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

#include <QByteArray>
#include <QStringList>

namespace graticule {

/// What a certificate says of itself.
struct CertificateFacts
{
    QString name;      ///< common name
    QStringList hosts; ///< names and addresses that it is for
    Instant notBefore = kNever;
    Instant notAfter = kNever;
    QByteArray fingerprint; ///< SHA-256 of it, hex
};

/// Of the first certificate in @p pem, which may hold other things. Malformed when there is none.
Result<CertificateFacts> readCertificate(const QByteArray &pem);

/// Every certificate in @p pem, each as PEM of its own.
QList<QByteArray> certificatesIn(const QByteArray &pem);

/// The files hold a certificate and the key that belongs to it. Refused with a text that names the file, never a key's
/// words. Reads them.
Result<Done> checkKeyPair(const QString &certificateFile, const QString &keyFile);

} // namespace graticule
