// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

#include <QByteArray>
#include <QStringList>

namespace graticule {

/// A key (PEM, without password) and what is certified of it (PEM). Whoever has it keeps the key from logs and screens.
struct Identity
{
    QByteArray key;
    QByteArray certificate;
};

/// What a certificate is to say. Times are those of the machine that makes it.
struct CertificateOrder
{
    enum class For { Authority, Server, Client };

    For use = For::Client;
    QString name;      ///< common name, at most 64 bytes
    QStringList hosts; ///< of a server: names and IP addresses
    Instant from = kNever;
    Instant until = kNever;
};

/// A new key (NIST P-256) and a certificate that signs itself: an authority.
Result<Identity> makeAuthority(const CertificateOrder &order);
/// A new key with a certificate signed by @p authority. It does not outlive the authority's.
Result<Identity> issue(const Identity &authority, const CertificateOrder &order);
/// The certificate of another authority, @p newcomer, signed by @p old, so that who trusts the old one follows.
Result<QByteArray> crossSign(const Identity &old, const QByteArray &newcomer);

} // namespace graticule
