// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/callerrole.h"

#include <QByteArray>
#include <QMap>
#include <QSet>

namespace graticule {

/// Who may do what at one server. A value; replaced as a whole while the server runs.
struct AccessRules
{
    /// Token (SHA-256, hex) -> role, for callers with "authorization: Bearer ...".
    QMap<QByteArray, CallerRole> tokens;
    /// Common name of a client certificate -> role; "*" for any certificate the authority signed.
    QMap<QString, CallerRole> certificates;
    /// One certificate (SHA-256 of it, hex) -> role: those of the keeper's own register. They win over their name.
    QMap<QByteArray, CallerRole> enrolled;
    /// Certificates (SHA-256, hex) that are refused whatever the rest says.
    QSet<QByteArray> revoked;
    /// The register of the keeper's own authority is asked, which may be empty yet.
    bool hasRegister = false;
    /// What a caller without certificate or token is. Operator on a private keeper's own socket, Viewer on loopback.
    CallerRole anonymous = CallerRole::None;

    /// Whoever comes is known by a certificate or a token.
    bool knowsCallers() const
    {
        return anonymous == CallerRole::None && (hasRegister || !tokens.isEmpty() || !certificates.isEmpty());
    }
    bool usesCertificates() const { return hasRegister || !certificates.isEmpty(); }

    friend bool operator==(const AccessRules &, const AccessRules &) = default;
};

} // namespace graticule
