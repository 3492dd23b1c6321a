// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/authority/authority.h"

#include "backend/authority/certificate.h"
#include "backend/authority/ownedfile.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace graticule {
namespace {

constexpr int kLockWaitMs = 5000;

Error refusal(ErrorKind kind, const QString &text)
{
    return {kind, Fault::Input, text, std::nullopt};
}

Result<QByteArray> contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refusal(file.exists() ? ErrorKind::Refused : ErrorKind::NotFound,
                       QStringLiteral("Cannot read %1: %2.").arg(path, file.errorString()));
    return file.read(1'000'000);
}

bool isHost(const QString &host)
{
    static const QRegularExpression form(
        QStringLiteral(R"(^[A-Za-z0-9*]([A-Za-z0-9.-]*[A-Za-z0-9])?$|^[0-9a-fA-F:]+$)"));
    return form.match(host).hasMatch();
}

QByteArray fingerprintOf(const QByteArray &pem)
{
    const auto facts = readCertificate(pem);
    return facts ? facts->fingerprint : QByteArray();
}

} // namespace

bool AuthorityFiles::isMade() const
{
    const QStringList all{authority(), trusted(), server(), clients()};
    return std::any_of(all.cbegin(), all.cend(), [](const QString &file) { return QFileInfo::exists(file); });
}

Authority::Authority(const Place &place)
    : m_place(place)
    , m_files(place.directory)
{
}

Result<Done> Authority::write(const QString &path, const QByteArray &bytes) const
{
    return writeOwnedFile(path, bytes, FileOwner::OfDirectory);
}

Result<Done> Authority::writeIdentity() const
{
    return writeOwnedFile(m_files.authority(), m_identity.certificate + m_identity.key, FileOwner::Writer);
}

Result<Done> Authority::lock()
{
    m_lock = std::make_unique<QLockFile>(m_files.in("lock"));
    if (m_lock->tryLock(kLockWaitMs))
        return Done();
    if (m_lock->error() == QLockFile::LockFailedError)
        return refusal(ErrorKind::Conflict,
                       QStringLiteral("%1 is being changed by another graticuled; try again.").arg(m_place.directory));
    return refusal(ErrorKind::Refused,
                   QStringLiteral("%1 cannot be written to; run this as the user that it belongs to, or as root.")
                       .arg(m_place.directory));
}

Result<Done> Authority::load()
{
    const Result<QByteArray> own = contents(m_files.authority());
    if (!own)
        return own.error();
    const Result<QByteArray> trusted = contents(m_files.trusted());
    if (!trusted)
        return trusted.error();
    m_identity = {*own, certificatesIn(*own).value(0)}; // a key is found among certificates
    m_trusted = *trusted;
    if (const auto cross = contents(m_files.cross()))
        m_cross = *cross;
    const auto clients = ClientRegister::read(m_files.clients());
    if (!clients)
        return clients.error();
    m_clients = *clients;
    return Done();
}

Result<Done> Authority::create(Instant now)
{
    CertificateOrder order;
    order.use = CertificateOrder::For::Authority;
    // With the moment in its name: two authorities of one keeper are told apart by it.
    order.name = QStringLiteral("%1 authority %2").arg(m_place.keeper.left(24), toIso(now).left(19));
    order.from = now;
    order.until = now + kAuthorityFor;
    const auto made = makeAuthority(order);
    if (!made)
        return made.error();
    m_identity = *made;
    return Done();
}

/// To be asked under the lock: another graticuled may be making it.
Result<bool> Authority::isThere() const
{
    if (QFileInfo::exists(m_files.authority()))
        return true;
    if (m_files.isMade())
        return refusal(
            ErrorKind::Conflict,
            QStringLiteral("%1 holds files of an authority, but its key is missing (authority.pem). Put that "
                           "back. To begin anew, move the directory away; everybody has to be enrolled "
                           "again then.")
                .arg(m_place.directory));
    return false;
}

Result<Authority> Authority::existing(const Place &place)
{
    const Error none =
        refusal(ErrorKind::NotFound,
                QStringLiteral("There is no authority in %1 yet; \"graticuled enrol\" makes it.").arg(place.directory));
    if (!QFileInfo(place.directory).isDir())
        return none;
    Authority authority(place);
    Result<Done> done = authority.lock();
    if (!done)
        return done.error();
    const Result<bool> isThere = authority.isThere();
    if (!isThere)
        return isThere.error();
    if (!*isThere)
        return none;
    done = authority.load();
    return done ? Result<Authority>(std::move(authority)) : Result<Authority>(done.error());
}

Result<Authority> Authority::open(const Place &place, Instant now)
{
    for (const QString &host : place.hosts) {
        if (!isHost(host))
            return refusal(ErrorKind::Invalid,
                           QStringLiteral("address: \"%1\" is no name or address of a machine.").arg(host.left(100)));
    }
    Result<Done> done = makeOwnedDirectory(place.directory);
    if (!done)
        return done.error();
    Authority authority(place);
    done = authority.lock();
    if (!done)
        return done.error();
    const Result<bool> isThere = authority.isThere();
    if (!isThere)
        return isThere.error();
    done = *isThere ? authority.load() : authority.make(now);
    if (done)
        done = authority.renew(now);
    return done ? Result<Authority>(std::move(authority)) : Result<Authority>(done.error());
}

Result<Done> Authority::make(Instant now)
{
    Result<Done> done = create(now);
    m_trusted = m_identity.certificate;
    if (done)
        done = write(m_files.trusted(), m_trusted);
    if (done)
        done = rotateServer(now);
    if (done)
        done = write(m_files.clients(), m_clients.toFile());
    return done ? writeIdentity() : done; // last: it says that all the rest is there
}

/// What is handed out must be able to connect.
Result<Done> Authority::renew(Instant now)
{
    const auto own = readCertificate(m_identity.certificate);
    if (!own)
        return own.error();
    if (own->notAfter <= now)
        return refusal(ErrorKind::Conflict, QStringLiteral("The authority in %1 expired on %2; \"graticuled rotate "
                                                           "--authority\" makes another.")
                                                .arg(m_place.directory, toIso(own->notAfter).left(10)));
    const auto server = contents(m_files.server());
    const auto facts = server ? readCertificate(*server) : Result<CertificateFacts>(server.error());
    const bool isFor = facts && std::all_of(m_place.hosts.cbegin(), m_place.hosts.cend(), [&](const QString &host) {
                           return facts->hosts.contains(host) || host.contains(QLatin1Char(':'));
                       });
    // It cannot outlive the authority, so near the end of that one there is nothing to win.
    const bool lasts = facts && (facts->notAfter > now + kRenewBefore || facts->notAfter >= own->notAfter);
    return isFor && lasts ? Result<Done>(Done()) : rotateServer(now);
}

Result<Enrolment> Authority::enrol(const QString &name, CallerRole role, std::chrono::days days, Instant now)
{
    static const QRegularExpression form(QStringLiteral(R"(^[\p{L}\p{N}][\p{L}\p{N} ._@+-]*$)"));
    if (!form.match(name).hasMatch() || name.toUtf8().size() > 64)
        return refusal(ErrorKind::Invalid,
                       QStringLiteral("\"%1\" cannot be a name: letters, digits, spaces and . _ @ + - can, at most 64 "
                                      "bytes.")
                           .arg(name.left(100)));
    CertificateOrder order;
    order.name = name;
    order.from = now;
    order.until = now + days;
    const auto identity = issue(m_identity, order);
    if (!identity)
        return identity.error();
    const auto facts = readCertificate(identity->certificate);
    if (!facts)
        return facts.error();
    EnrolledClient client;
    client.name = name;
    client.role = role;
    client.issued = now;
    client.expires = facts->notAfter;
    client.fingerprint = facts->fingerprint;
    client.issuer = fingerprintOf(m_identity.certificate);
    m_clients.add(client);
    const Result<Done> noted = write(m_files.clients(), m_clients.toFile());
    if (!noted)
        return noted.error();
    return Enrolment{m_place.keeper, m_place.address,       name,         role, client.expires,
                     m_trusted,      identity->certificate, identity->key};
}

Result<Done> Authority::rotateServer(Instant now)
{
    CertificateOrder order;
    order.use = CertificateOrder::For::Server;
    order.name = m_place.keeper.left(60);
    order.hosts = m_place.hosts;
    order.from = now;
    order.until = now + kServerFor;
    const auto identity = issue(m_identity, order);
    if (!identity)
        return identity.error();
    return write(m_files.server(), identity->certificate + m_cross + identity->key);
}

Result<Done> Authority::rotateAuthority(Instant now)
{
    const Identity old = m_identity;
    Result<Done> done = create(now);
    if (!done)
        return done;
    const auto cross = crossSign(old, m_identity.certificate);
    if (!cross)
        return cross.error();
    m_cross = *cross + m_cross;
    m_trusted = m_identity.certificate + m_trusted;
    done = forgetOld(now);
    if (done)
        done = write(m_files.trusted(), m_trusted); // first whom the keeper trusts, then what it shows
    if (done)
        done = write(m_files.cross(), m_cross);
    if (done)
        done = writeIdentity();
    return done ? rotateServer(now) : done;
}

/// Authorities whose certificates have all run out or were revoked need not be trusted any more.
Result<Done> Authority::forgetOld(Instant now)
{
    const QByteArray own = fingerprintOf(m_identity.certificate);
    QByteArray trusted;
    const QList<QByteArray> all = certificatesIn(m_trusted);
    for (const QByteArray &pem : all) {
        const QByteArray print = fingerprintOf(pem);
        const auto &clients = m_clients.clients();
        if (print == own || std::any_of(clients.cbegin(), clients.cend(), [&](const EnrolledClient &client) {
                return client.issuer == print && client.isGood(now);
            }))
            trusted += pem;
    }
    m_trusted = trusted;
    QByteArray cross;
    const QList<QByteArray> crossed = certificatesIn(m_cross);
    for (const QByteArray &pem : crossed) {
        const auto facts = readCertificate(pem);
        if (facts && facts->notAfter > now)
            cross += pem;
    }
    m_cross = cross;
    return Done();
}

Result<int> Authority::revoke(const QString &name, Instant now)
{
    if (!m_clients.knows(name))
        return refusal(ErrorKind::NotFound, QStringLiteral("Nobody is enrolled as \"%1\".").arg(name.left(100)));
    const int count = m_clients.revoke(name, now);
    const Result<Done> written = write(m_files.clients(), m_clients.toFile());
    if (!written)
        return written.error();
    return count;
}

} // namespace graticule
