// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/authority/clientregister.h"
#include "backend/authority/enrolment.h"
#include "backend/authority/issuer.h"

#include <QLockFile>

#include <memory>

namespace graticule {

/// Where a keeper's own authority keeps what it needs.
///
///     authority.pem   the authority that signs now, with its key; the keeper never reads it, but see below
///     trusted.pem     its certificate, and those of earlier ones whose clients are still about
///     cross.pem       it once more, signed by the earlier ones
///     server.pem      the keeper's certificate, cross.pem, and its key: one file, so replaced at once
///     clients.json    the register
///
/// The directory is the keeper's, since it has to read there. So its user can take or replace authority.pem, too,
/// whoever owns that file: in a StateDirectory systemd even makes everything the keeper's. Who takes over the keeper
/// has the authority. A key out of its reach needs an authority elsewhere (tls: in keeper.yaml).
struct AuthorityFiles
{
    explicit AuthorityFiles(const QString &inDirectory)
        : directory(inDirectory)
    {
    }
    QString in(const char *name) const { return directory + QLatin1Char('/') + QLatin1String(name); }
    QString authority() const { return in("authority.pem"); }
    QString trusted() const { return in("trusted.pem"); }
    QString cross() const { return in("cross.pem"); }
    QString server() const { return in("server.pem"); }
    QString clients() const { return in("clients.json"); }
    /// There is an authority, or what is left of one.
    bool isMade() const;

    QString directory;
};

/// The authority of one team's keeper: gives certificates to consoles and other keepers, renews the keeper's, takes
/// back. Used by the verbs of graticuled, one at a time (a lock file); the running keeper only reads the files. Waits
/// for the disk.
class Authority
{
public:
    struct Place
    {
        QString directory;
        QString keeper;    ///< its name
        QString address;   ///< "host:port" by which it is reached
        QStringList hosts; ///< names and addresses for the server's certificate, that of the address among them
    };
    static constexpr std::chrono::days kAuthorityFor{3650};
    static constexpr std::chrono::days kServerFor{397};
    static constexpr std::chrono::days kClientFor{365};
    /// In its last days a server's certificate is renewed by whoever opens the authority.
    static constexpr std::chrono::days kRenewBefore{30};

    /// Makes the authority and the server's certificate when there are none; renews the latter when it lacks a host or
    /// is about to expire. Conflict when there are files of an authority without its key: a new one would lock out
    /// everybody whom that one let in, and forget whom it revoked.
    static Result<Authority> open(const Place &place, Instant now);
    /// The one in @p place; NotFound when there is none. @p place's hosts are not looked at.
    static Result<Authority> existing(const Place &place);

    /// A certificate for @p name; earlier ones of that name stay good until they expire or are revoked.
    Result<Enrolment> enrol(const QString &name, CallerRole role, std::chrono::days days, Instant now);
    /// A new key and certificate for the keeper.
    Result<Done> rotateServer(Instant now);
    /// A new authority, and the server's certificate from it. The earlier one is trusted as long as a certificate that
    /// it gave is good, and who knows only the earlier one still trusts the keeper.
    Result<Done> rotateAuthority(Instant now);
    /// Says how many certificates that were good are not any more. NotFound when nobody has that name.
    Result<int> revoke(const QString &name, Instant now);

    const ClientRegister &clients() const { return m_clients; }
    const AuthorityFiles &files() const { return m_files; }

private:
    explicit Authority(const Place &place);
    Result<Done> lock();
    Result<bool> isThere() const;
    Result<Done> load();
    Result<Done> make(Instant now);
    Result<Done> renew(Instant now);
    Result<Done> create(Instant now);
    Result<Done> forgetOld(Instant now);
    Result<Done> write(const QString &path, const QByteArray &bytes) const;
    Result<Done> writeIdentity() const;

    Place m_place;
    AuthorityFiles m_files;
    std::unique_ptr<QLockFile> m_lock;
    Identity m_identity;
    QByteArray m_trusted;
    QByteArray m_cross;
    ClientRegister m_clients;
};

} // namespace graticule
