// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/instant.h"

#include <QString>

QT_BEGIN_NAMESPACE
class QSslCertificate;
QT_END_NAMESPACE

namespace graticule {

/// What texts say of a certificate.
struct CertificateInfo
{
    QString name;   ///< common name, else the first alternative name
    QString names;  ///< all that it is for, comma-separated
    QString issuer; ///< common name of the issuer
    Instant notBefore = kNever;
    Instant notAfter = kNever; ///< never: no certificate seen

    static CertificateInfo of(const QSslCertificate &certificate);
    /// `"name"`, or that it has none.
    QString shownName() const;
    /// `"name" (valid until 2027-02-01)`, or "(expired on ...)", "(valid only from ...)" where that is so at @p now.
    QString describe(Instant now) const;
};

} // namespace graticule
