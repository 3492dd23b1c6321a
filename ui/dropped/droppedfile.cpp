// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dropped/droppedfile.h"

#include "backend/config/connectionfile.h"
#include "backend/connectors/connectorregistry.h"
#include "backend/connectors/kubernetes/kubeconfig.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

const QByteArray kIncidentMagic("\x89GINCID\n", 8); // incidentform::kMagic

QString dockerType()
{
    return u"docker"_s;
}

/// Of ca.pem, cert.pem and key.pem in @p folder, those that are there.
ConnectionConfig withCertificates(const QDir &folder, ConnectionConfig config)
{
    const auto there = [&](const QString &name) {
        return folder.exists(name) ? folder.absoluteFilePath(name) : QString();
    };
    config.caFile = there(u"ca.pem"_s);
    config.certificateFile = there(u"cert.pem"_s);
    config.keyFile = there(u"key.pem"_s);
    return config;
}

} // namespace

DroppedFile DroppedFileReader::unknown(const QString &path, const QString &words)
{
    DroppedFile out;
    out.path = path;
    out.words = words;
    return out;
}

DroppedFile DroppedFileReader::read(const QString &path)
{
    const QFileInfo info(path);
    const QString name = info.fileName().isEmpty() ? path : info.fileName();
    if (info.isDir())
        return readFolder(path);
    if (!info.exists())
        return unknown(path, tr("%1 is not there any more").arg(name));
    if (!info.isFile()) // a pipe would be waited for, a device has no end
        return unknown(path, tr("%1 is no ordinary file").arg(name));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unknown(path, tr("%1 cannot be read: %2").arg(name, file.errorString()));
    if (file.peek(kIncidentMagic.size()) == kIncidentMagic) {
        DroppedFile out;
        out.path = info.absoluteFilePath();
        out.kind = DroppedFile::Kind::Incident;
        out.words = tr("%1 opens in a window of its own").arg(name);
        return out;
    }
    const QByteArray text = file.read(kLargest + 1);
    if (text.size() > kLargest)
        return unknown(path, tr("%1 is larger than any file that Graticule knows; it was not read").arg(name));
    if (name == "meta.json"_L1)
        return readContext(path, text);
    if (text.startsWith("-----BEGIN "))
        return readFolder(info.absolutePath());
    if (text.contains('\0'))
        return unknown(path, tr("%1 is nothing that Graticule knows").arg(name));
    return readYaml(path, text);
}

DroppedFile DroppedFileReader::readFolder(const QString &path)
{
    const QDir folder(path);
    const QString name = folder.dirName();
    QFile meta(folder.absoluteFilePath(u"meta.json"_s));
    if (QFileInfo(meta.fileName()).isFile() && meta.open(QIODevice::ReadOnly))
        return readContext(meta.fileName(), meta.read(kLargest));
    DroppedFile out;
    out.path = path;
    out.config.type = dockerType();
    out.config = withCertificates(folder, out.config);
    if (out.config.caFile.isEmpty() && out.config.certificateFile.isEmpty())
        return unknown(path, tr("%1 holds nothing that Graticule knows: no meta.json, ca.pem or cert.pem").arg(name));
    out.kind = DroppedFile::Kind::Certificates;
    out.words = tr("Certificates of %1 are filled in; the address is missing").arg(name);
    return out;
}

DroppedFile DroppedFileReader::readContext(const QString &path, const QByteArray &json)
{
    const QJsonDocument meta = QJsonDocument::fromJson(json);
    const QString host = meta[u"Endpoints"_s][u"docker"_s][u"Host"_s].toString();
    const QString name = meta[u"Name"_s].toString();
    if (host.isEmpty())
        return unknown(path, tr("%1 names no Docker endpoint").arg(QFileInfo(path).fileName()));
    DroppedFile out;
    out.path = path;
    out.kind = DroppedFile::Kind::Connection;
    out.config.type = dockerType();
    out.config.name = name;
    out.config.address = host;
    // contexts/meta/HASH/meta.json has its certificates in contexts/tls/HASH/docker/
    const QDir here = QFileInfo(path).absoluteDir();
    const QDir certificates(here.absoluteFilePath(u"../../tls/%1/docker"_s.arg(here.dirName())));
    out.config = withCertificates(QDir(QDir::cleanPath(certificates.path())), out.config);
    out.words = tr("Docker context %1 is filled in; nothing is saved yet").arg(name);
    return out;
}

DroppedFile DroppedFileReader::readYaml(const QString &path, const QByteArray &text)
{
    const QString name = QFileInfo(path).fileName();
    const auto kubeconfig = Kubeconfig::parse(text, QFileInfo(path).absolutePath());
    if (kubeconfig && !kubeconfig->contexts.isEmpty()) {
        const QString context =
            kubeconfig->contexts.contains(kubeconfig->current) ? kubeconfig->current : kubeconfig->contexts.firstKey();
        DroppedFile out;
        out.path = path;
        out.kind = DroppedFile::Kind::Connection;
        out.config.type = u"kubernetes"_s;
        out.config.name = context;
        out.config.address = QFileInfo(path).absoluteFilePath();
        out.config.options.insert(u"context"_s, context);
        out.words =
            tr("%1 has %n contexts; %2 is filled in, nothing is saved yet", nullptr, int(kubeconfig->contexts.size()))
                .arg(name, context);
        return out;
    }
    Mistakes mistakes;
    DroppedFile out;
    out.path = path;
    // Which types there are is the keeper's knowledge; it says so when the connection is tested or saved.
    out.config = parseConnection(text, path, ConnectorRegistry(), mistakes);
    const bool hasType = !out.config.type.isEmpty();
    mistakes.removeIf([&](const Mistake &mistake) { return hasType && mistake.field == "type"_L1; });
    if (!hasType && out.config.address.isEmpty())
        return unknown(path, tr("%1 is nothing that Graticule knows").arg(name));
    if (!mistakes.isEmpty())
        return unknown(path, tr("%1 is no good connection file: %2").arg(name, mistakes.constFirst().toString()));
    out.kind = DroppedFile::Kind::Connection;
    out.config.id = EntityId(); // a new connection, whichever the file was made for
    out.words = tr("%1 is filled in; nothing is saved yet").arg(name);
    return out;
}

} // namespace graticule
