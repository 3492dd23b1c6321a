// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/fleetbook.h"

#include "backend/authority/certificate.h"
#include "backend/authority/ownedfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

constexpr qint64 kLargest = 64 << 10;

Error refusal(ErrorKind kind, const QString &text)
{
    return {kind, Fault::Input, text, std::nullopt};
}

/// It becomes a directory.
bool isName(const QString &name)
{
    return !name.isEmpty() && name.trimmed() == name && !name.startsWith(u'.') && !name.contains(u'/') &&
           !name.contains(u'\n') && !name.contains(QChar(0)) && name.toUtf8().size() <= 100;
}

QString hostOf(const QString &target)
{
    return target.section(u':', 0, -2).remove(u'[').remove(u']');
}

} // namespace

Result<ControlAddress> readKeeperAddress(const QString &text, bool needsTls)
{
    const auto wrong = [](const QString &why) { return refusal(ErrorKind::Invalid, why); };
    ControlAddress address;
    if (text.startsWith(u"unix:")) {
        static const QRegularExpression absolute(u"^unix:(//)?/[^/]"_s);
        if (!absolute.match(text).hasMatch())
            return wrong(u"\"%1\" is not of the form unix:///path."_s.arg(text));
        if (needsTls)
            return wrong(u"a unix socket takes no certificates and no token; leave them out."_s);
        address.target = text;
        return address;
    }
    static const QRegularExpression form(uR"(^(https?://)?(\[[0-9a-fA-F:.]+\]|[^\s/:\[\]]+):(\d{1,5})/?$)"_s);
    const auto match = form.match(text);
    if (match.hasMatch() && (match.captured(3).toInt() > 65535 || match.captured(3).toInt() == 0))
        return wrong(u"\"%1\" has no usable port; ports are 1 to 65535."_s.arg(text));
    if (!match.hasMatch())
        return wrong(u"\"%1\" is not of the form host:port or unix:///path."_s.arg(text));
    static const QRegularExpression local(uR"(^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$)"_s);
    const QString scheme = match.captured(1);
    const bool isLocal = local.match(match.captured(2)).hasMatch();
    if (scheme == u"http://" && (!isLocal || needsTls))
        return wrong(u"beyond this machine a keeper is reached over TLS only; use https://."_s);
    address.target = match.captured(2) + u':' + match.captured(3);
    address.tls = scheme == u"https://" || !isLocal || needsTls;
    return address;
}

Result<KnownFleet> FleetBook::read(const QString &name) const
{
    const QString path = pathOf(name);
    QFile file(path + u"/fleet.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return refusal(ErrorKind::NotFound, u"No fleet is named \"%1\"."_s.arg(name));
    const QJsonObject object = QJsonDocument::fromJson(file.read(kLargest)).object();
    KnownFleet fleet;
    fleet.name = name;
    fleet.home = object.value("home"_L1).toString();
    if (!fleet.home.isEmpty()) {
        fleet.kind = KnownFleet::Kind::Home;
        return fleet;
    }
    fleet.kind = KnownFleet::Kind::Keeper;
    fleet.address.target = object.value("address"_L1).toString();
    fleet.address.tls = object.value("tls"_L1).toBool();
    fleet.address.serverName = object.value("server-name"_L1).toString();
    if (fleet.address.target.isEmpty())
        return refusal(ErrorKind::Malformed, u"%1 cannot be understood."_s.arg(file.fileName()));
    QFile certificate(path + u"/client.pem"_s);
    if (certificate.open(QIODevice::ReadOnly)) {
        const auto facts = readCertificate(certificate.read(kLargest));
        if (!facts)
            return refusal(ErrorKind::Malformed, u"%1 is no certificate."_s.arg(certificate.fileName()));
        fleet.caller = facts->name;
        fleet.expires = facts->notAfter;
        fleet.address.caFile = path + u"/ca.pem"_s;
        fleet.address.certificateFile = certificate.fileName();
        fleet.address.keyFile = path + u"/client.key"_s;
    }
    return fleet;
}

QList<KnownFleet> FleetBook::fleets() const
{
    QList<KnownFleet> result;
    const QStringList names =
        QDir(m_directory).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::IgnoreCase);
    for (const QString &name : names) {
        if (const auto fleet = read(name))
            result.append(*fleet);
    }
    return result;
}

std::optional<KnownFleet> FleetBook::find(const QString &nameOrAddress) const
{
    const QString bare = QString(nameOrAddress).remove(u"https://"_s);
    const QList<KnownFleet> all = fleets();
    std::optional<KnownFleet> byAddress;
    qsizetype atAddress = 0;
    for (const KnownFleet &fleet : all) {
        if (fleet.name == nameOrAddress)
            return fleet;
        if (fleet.kind == KnownFleet::Kind::Keeper && fleet.address.target == bare) {
            byAddress = fleet;
            ++atAddress;
        }
    }
    return atAddress == 1 ? byAddress : std::nullopt; // behind tunnels several may share one: their names tell
}

Result<Done> FleetBook::mayBecome(const KnownFleet &fleet) const
{
    if (!isName(fleet.name))
        return refusal(
            ErrorKind::Invalid,
            u"name: \"%1\" cannot be one: no \"/\", no dot at the beginning, no space at either end, at most "
            "100 bytes."_s.arg(fleet.name.left(100)));
    const auto there = read(fleet.name);
    const bool isSame = there && there->kind == fleet.kind && there->home == fleet.home &&
                        there->address.target == fleet.address.target;
    if (QFileInfo::exists(pathOf(fleet.name)) && !isSame)
        return refusal(ErrorKind::Conflict,
                       u"name: \"%1\" is another fleet already; choose another name."_s.arg(fleet.name));
    return Done();
}

Result<KnownFleet> FleetBook::write(const KnownFleet &fleet, const Enrolment *enrolment) const
{
    const QString path = pathOf(fleet.name);
    for (const QString &directory : {QFileInfo(m_directory).path(), m_directory, path}) {
        const Result<Done> made = makePrivateDirectory(directory);
        if (!made)
            return made.error();
    }
    QList<std::pair<QString, QByteArray>> files;
    if (enrolment) {
        files.append({u"/ca.pem"_s, enrolment->authorities});
        files.append({u"/client.key"_s, enrolment->key});
        files.append({u"/client.pem"_s, enrolment->certificate});
    }
    QJsonObject object;
    if (fleet.kind == KnownFleet::Kind::Home)
        object.insert(u"home"_s, fleet.home);
    else
        object = {{u"address"_s, fleet.address.target},
                  {u"tls"_s, fleet.address.tls},
                  {u"server-name"_s, fleet.address.serverName}};
    files.append({u"/fleet.json"_s, QJsonDocument(object).toJson()}); // last: without it there is no fleet
    for (const auto &[name, bytes] : std::as_const(files)) {
        const Result<Done> written = writeOwnedFile(path + name, bytes, FileOwner::OfDirectory);
        if (!written)
            return written.error();
    }
    return read(fleet.name);
}

Result<KnownFleet> FleetBook::add(const Enrolment &enrolment, const QString &name, const QString &address) const
{
    const auto wanted = readKeeperAddress(address.isEmpty() ? enrolment.address : address, true);
    if (!wanted)
        return refusal(ErrorKind::Invalid, u"address: "_s + wanted.error().text);
    KnownFleet fleet;
    fleet.kind = KnownFleet::Kind::Keeper;
    fleet.name = name.isEmpty() ? QString(enrolment.keeper).replace(u'/', u'-') : name;
    fleet.address = *wanted;
    if (!address.isEmpty() && hostOf(enrolment.address) != hostOf(fleet.address.target))
        fleet.address.serverName = hostOf(enrolment.address); // by a tunnel: the certificate is for where it ends
    const Result<Done> may = mayBecome(fleet);
    return may ? write(fleet, &enrolment) : may.error();
}

Result<KnownFleet> FleetBook::add(const ControlAddress &address, const QString &name) const
{
    KnownFleet fleet;
    fleet.kind = KnownFleet::Kind::Keeper;
    fleet.name = name.isEmpty() ? QString(address.target).remove(u"unix://"_s).replace(u'/', u'-') : name;
    fleet.address = address;
    const Result<Done> may = mayBecome(fleet);
    return may ? write(fleet, nullptr) : may.error();
}

Result<KnownFleet> FleetBook::addHome(const QString &directory, const QString &name) const
{
    KnownFleet fleet;
    fleet.kind = KnownFleet::Kind::Home;
    fleet.home = QFileInfo(directory).absoluteFilePath();
    fleet.name = name.isEmpty() ? QFileInfo(QDir::cleanPath(fleet.home)).fileName() : name;
    const Result<Done> may = mayBecome(fleet);
    return may ? write(fleet, nullptr) : may.error();
}

Result<Done> FleetBook::remove(const QString &name) const
{
    if (!isName(name) || !QFileInfo(pathOf(name)).isDir())
        return refusal(ErrorKind::NotFound, u"No fleet is named \"%1\"."_s.arg(name));
    QDir directory(pathOf(name));
    // Its own files only: whatever else a person put there is not ours to delete.
    for (const char *file : {"fleet.json", "client.key", "client.pem", "ca.pem"})
        directory.remove(QLatin1String(file));
    if (!QDir(m_directory).rmdir(name))
        return refusal(ErrorKind::Internal,
                       u"%1 is not empty; what is left there is not a fleet's."_s.arg(pathOf(name)));
    return Done();
}

} // namespace graticule
