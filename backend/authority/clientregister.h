// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/callerrole.h"
#include "backend/domain/error.h"

#include <QByteArray>
#include <QList>

namespace graticule {

/// One certificate that the keeper's authority gave.
struct EnrolledClient
{
    QString name;
    CallerRole role = CallerRole::None;
    Instant issued = kNever;
    Instant expires = kNever;
    Instant revoked = kNever; ///< never: it is good
    QByteArray fingerprint;   ///< SHA-256 of the certificate, hex
    QByteArray issuer;        ///< that of the authority's

    bool isGood(Instant now) const { return revoked == kNever && expires > now; }
};

/// All certificates that a keeper's authority gave, in the order in which it did: clients.json beside them. Written by
/// `graticuled enrol` and the like, read by the keeper whenever it changes. A value.
class ClientRegister
{
public:
    /// NotFound when there is no such file, Refused when it may not be read, Malformed when it cannot be understood;
    /// each names it. An authority has a register from its beginning: a missing one says nothing of who was revoked.
    static Result<ClientRegister> read(const QString &path);
    static Result<ClientRegister> fromFile(const QByteArray &bytes);
    QByteArray toFile() const;

    const QList<EnrolledClient> &clients() const { return m_clients; }
    void add(const EnrolledClient &client) { m_clients.append(client); }
    /// Every certificate of @p name that is not revoked yet; says how many there were.
    int revoke(const QString &name, Instant at);
    bool knows(const QString &name) const;

private:
    QList<EnrolledClient> m_clients;
};

} // namespace graticule
