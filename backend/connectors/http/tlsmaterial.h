// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http/certificateinfo.h"
#include "backend/connectors/secretstore.h"
#include "backend/domain/error.h"

#include <QByteArray>

namespace graticule {

/// Authorities, certificate and key as PEM bytes, read once per session, so that replaced files count from the next
/// session on.
struct TlsMaterial
{
    QByteArray authorities;  ///< empty: the system's
    QString authoritiesFile; ///< for texts
    QByteArray certificate;  ///< ours; empty: none
    QByteArray key;
    CertificateInfo own; ///< of `certificate`

    /// Reads and checks the files that @p config names. Errors name field and file: missing, not PEM, key readable by
    /// others, certificate without key.
    static Result<TlsMaterial> load(const ConnectionConfig &config, const SecretStore &secrets);
};

} // namespace graticule
