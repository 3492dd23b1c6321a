// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/authority/enrolment.h"
#include "backend/keeper/keeperhome.h"

#include <optional>

namespace graticule {

/// A fleet that a person can look at: the one of a home's private keeper, or that of a keeper elsewhere.
struct KnownFleet
{
    enum class Kind {
        Private, ///< of the home whose book this is
        Home,    ///< of another home
        Keeper,  ///< a keeper at an address
    };

    Kind kind = Kind::Private;
    QString name;             ///< unique in the book; empty for Private
    QString home;             ///< directory, of Home
    ControlAddress address;   ///< of Keeper; without a token
    QString caller;           ///< whom the certificate names; empty: there is none
    Instant expires = kNever; ///< of the certificate

    friend bool operator==(const KnownFleet &, const KnownFleet &) = default;
};

/// The fleets that a home knows beside its own, one directory each: fleets.d/NAME/ with fleet.json and, for a keeper
/// that somebody was enrolled at, ca.pem, client.pem and client.key (0600). Every call reads or writes files: not in a
/// GUI thread. A value.
class FleetBook
{
public:
    explicit FleetBook(const KeeperHome &home)
        : m_directory(home.configDirectory() + QStringLiteral("/fleets.d"))
    {
    }

    /// Those that can be read, by name; the home's own is not among them.
    QList<KnownFleet> fleets() const;
    /// By name, or by the address that it was added with, when no other has the same.
    std::optional<KnownFleet> find(const QString &nameOrAddress) const;

    /// What was handed over by `graticuled enrol`. @p name empty: the keeper's. @p address empty: what the enrolment
    /// says. An entry of the same name and address is replaced: that is how a certificate is renewed. Conflict when the
    /// name is taken by another one.
    Result<KnownFleet> add(const Enrolment &enrolment, const QString &name, const QString &address) const;
    /// A keeper that needs no certificate: a unix socket or this machine.
    Result<KnownFleet> add(const ControlAddress &address, const QString &name) const;
    /// Another home. It need not be there yet.
    Result<KnownFleet> addHome(const QString &directory, const QString &name) const;
    /// Forgets it, with its key. NotFound when there is none.
    Result<Done> remove(const QString &name) const;

private:
    QString pathOf(const QString &name) const { return m_directory + QLatin1Char('/') + name; }
    Result<KnownFleet> read(const QString &name) const;
    Result<Done> mayBecome(const KnownFleet &fleet) const;
    Result<KnownFleet> write(const KnownFleet &fleet, const Enrolment *enrolment) const;

    QString m_directory;
};

/// "unix:///path", "host:port" or "https://host:port" (TLS). TLS is used for whatever is not on this machine, and when
/// @p needsTls. Invalid, with what is wrong as a sentence.
Result<ControlAddress> readKeeperAddress(const QString &text, bool needsTls);

} // namespace graticule
