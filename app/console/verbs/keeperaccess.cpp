// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/keeperaccess.h"

#include "backend/connectors/filesecretstore.h"
#include "backend/control/hop.h"
#include "backend/keeper/privatekeeper.h"

#include <QCryptographicHash>
#include <QThreadPool>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

Error wrong(const QString &text)
{
    return {ErrorKind::Invalid, Fault::Input, text, std::nullopt};
}

/// "--keeper-ca", or the short "--ca" where the verb has no such option of its own.
QString tlsValue(const Arguments &arguments, const QString &name)
{
    const QString value = arguments.value(u"keeper-"_s + name);
    const bool isConnections = arguments.words.value(0) == u"connect"; // there, --ca and the like are the endpoint's
    return value.isEmpty() && !isConnections ? arguments.value(name) : value;
}

} // namespace

QList<OptionSpec> KeeperAccess::options()
{
    QList<OptionSpec> result{
        {u"home"_s, u"DIR"_s, u"Separate configuration, data and private keeper in this directory."_s, {}, false},
        {u"keeper"_s,
         u"ADDRESS"_s,
         u"Another keeper instead of the private one: host:port (over TLS, unless on this machine), "
         "unix:///path, or the name of one that was added by `keeper add`."_s,
         {},
         false}};
    const QList<std::pair<QString, std::pair<QString, QString>>> tls{
        {u"ca"_s, {u"FILE"_s, u"Authority (PEM) that signed the keeper's certificate; default: the system's."_s}},
        {u"cert"_s, {u"FILE"_s, u"Client certificate (PEM) for the keeper."_s}},
        {u"key"_s, {u"FILE"_s, u"Key (PEM) of the client certificate."_s}},
        {u"server-name"_s, {u"NAME"_s, u"Name expected in the keeper's certificate; default: the host."_s}},
        {u"token"_s,
         {u"REF"_s,
          u"Token for the keeper: file:/path, env:NAME or credential:NAME. All but `connect` take these options "
          "without \"keeper-\", too: --ca, --cert ..."_s}}};
    for (const auto &[name, help] : tls) {
        result.append({u"keeper-"_s + name, help.first, help.second, {}, false});
        result.append({name, help.first, {}, {}, false}); // the short form, see tlsValue(); not in the help
    }
    return result;
}

KeeperAccess KeeperAccess::to(const KnownFleet &fleet, const KeeperHome &home)
{
    KeeperAccess access(fleet.kind == KnownFleet::Kind::Home ? KeeperHome::at(fleet.home) : home);
    access.m_fleetName = fleet.name;
    if (fleet.kind == KnownFleet::Kind::Keeper)
        access.m_address = fleet.address;
    return access;
}

Result<KeeperAccess> KeeperAccess::read(const Arguments &arguments)
{
    KeeperAccess access(KeeperHome::of(arguments.value(u"home"_s)));
    const QString ca = tlsValue(arguments, u"ca"_s);
    const QString certificate = tlsValue(arguments, u"cert"_s);
    const QString key = tlsValue(arguments, u"key"_s);
    const QString token = tlsValue(arguments, u"token"_s);
    const QString serverName = tlsValue(arguments, u"server-name"_s);
    const bool hasTlsOptions = !(ca + certificate + key + token + serverName).isEmpty();
    const QString keeper = arguments.value(u"keeper"_s);
    if (keeper.isEmpty()) {
        if (hasTlsOptions)
            return wrong(u"Certificates and tokens are for a keeper that --keeper names; name it."_s);
        return access;
    }
    if (!hasTlsOptions) {
        if (const auto known = FleetBook(access.m_home).find(keeper))
            return to(*known, access.m_home);
    }
    Result<ControlAddress> address = readKeeperAddress(keeper, hasTlsOptions);
    if (!address)
        return wrong(u"--keeper: "_s + address.error().text);
    if (certificate.isEmpty() != key.isEmpty())
        return wrong(u"--cert and --key belong together; give both."_s);
    address.value().caFile = ca;
    address.value().certificateFile = certificate;
    address.value().keyFile = key;
    address.value().serverName = serverName;
    if (!token.isEmpty()) {
        const Result<QByteArray> secret = FileSecretStore().read(token);
        if (!secret)
            return wrong(u"--token: "_s + secret.error().text);
        address.value().token = *secret;
    }
    access.m_address = *address;
    return access;
}

QString KeeperAccess::cacheFile() const
{
    QString name = u"private"_s;
    if (m_address) {
        // Two fleets may be reached by one address, through tunnels: who answers there is what differs. Hashed, as
        // addresses may hold what file names may not.
        const QStringList who{m_address->target, m_address->serverName, m_address->caFile};
        name =
            QString::fromLatin1(QCryptographicHash::hash(who.join(u'\n').toUtf8(), QCryptographicHash::Sha1).toHex());
    }
    return m_home.dataDirectory() + u"/console/"_s + name + u".snapshot"_s;
}

Result<std::shared_ptr<ControlChannel>> KeeperAccess::openNow() const
{
    if (m_address)
        return ControlChannel::open(*m_address);
    const auto running = PrivateKeeper(m_home).ensureRunning();
    if (!running)
        return running.error();
    return ControlChannel::open(running->address);
}

void KeeperAccess::open(QObject *context, Opened opened) const
{
    QThreadPool::globalInstance()->start([access = *this, hop = Hop(context), opened = std::move(opened)] {
        hop.post([opened, channel = access.openNow()] { opened(channel); });
    });
}

} // namespace graticule
