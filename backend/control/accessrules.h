// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/callerrole.h"
#include "backend/domain/instant.h"

#include <QByteArray>
#include <QMap>
#include <QSet>

namespace graticule {

/// What one certificate of the keeper's own register is good for, and how long.
struct EnrolledRole
{
    CallerRole role = CallerRole::None;
    Instant expires = kNever; ///< never: it is not good at all

    friend bool operator==(const EnrolledRole &, const EnrolledRole &) = default;
};

/// Who may do what at one server. A value; replaced as a whole while the server runs.
struct AccessRules
{
    /// Token (SHA-256, hex) -> role, for callers with "authorization: Bearer ...".
    QMap<QByteArray, CallerRole> tokens;
    /// Common name of a client certificate -> role; "*" for any certificate the authority signed.
    QMap<QString, CallerRole> certificates;
    /// One certificate (SHA-256 of it, hex) -> role: those of the keeper's own register. They win over their name.
    QMap<QByteArray, EnrolledRole> enrolled;
    /// Certificates (SHA-256, hex) that are refused whatever the rest says.
    QSet<QByteArray> revoked;
    /// The register of the keeper's own authority is asked, which may be empty yet.
    bool hasRegister = false;
    /// What a caller without certificate or token is. Admin on a private keeper's own socket, Viewer on loopback.
    CallerRole anonymous = CallerRole::None;

    /// Whoever comes is known by a certificate or a token.
    bool knowsCallers() const
    {
        return anonymous == CallerRole::None && (hasRegister || !tokens.isEmpty() || !certificates.isEmpty());
    }
    bool usesCertificates() const { return hasRegister || !certificates.isEmpty(); }
    /// When the next of the enrolled certificates runs out; kNever: none does.
    Instant nextExpiry(Instant now) const
    {
        Instant next = kNever;
        for (const EnrolledRole &one : enrolled) {
            if (one.expires > now && (next == kNever || one.expires < next))
                next = one.expires;
        }
        return next;
    }

    friend bool operator==(const AccessRules &, const AccessRules &) = default;
};

} // namespace graticule
