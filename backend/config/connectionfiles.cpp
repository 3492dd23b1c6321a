// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/connectionfiles.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace graticule {
namespace {

constexpr qsizetype kLongestRead = 300 * 1024; // parseYaml refuses what is longer than its own limit

Error refusal(ErrorKind kind, const QString &text)
{
    return {kind, Fault::Input, text, std::nullopt};
}

} // namespace

ConnectionFiles::ConnectionFiles(QString directory, const ConnectorRegistry &registry)
    : m_directory(std::move(directory))
    , m_registry(registry)
{
}

QString ConnectionFiles::pathFor(const QString &name) const
{
    return m_directory + QLatin1Char('/') + name + QStringLiteral(".yaml");
}

bool ConnectionFiles::isBroken(const QString &path) const
{
    return std::any_of(m_broken.begin(), m_broken.end(),
                       [&](const BrokenConnectionFile &file) { return file.path == path; });
}

QString ConnectionFiles::pathOf(const EntityId &id) const
{
    const auto known = m_paths.find(id);
    if (known != m_paths.end())
        return known->second;
    const auto lost = m_lost.find(id);
    return lost == m_lost.end() ? QString() : lost->second;
}

std::vector<BrokenConnectionFile> ConnectionFiles::checkFiles() const
{
    std::vector<BrokenConnectionFile> result;
    for (const ConnectionConfig &config : m_connections) {
        QFile file(m_paths.at(config.id));
        const Mistakes mistakes =
            file.open(QIODevice::ReadOnly) ? checkFilesOf(file.read(kLongestRead), config) : Mistakes();
        if (!mistakes.isEmpty())
            result.push_back({file.fileName(), mistakes});
    }
    return result;
}

void ConnectionFiles::load()
{
    m_connections.clear();
    m_broken.clear();
    std::map<EntityId, QString> before = std::exchange(m_paths, {});
    before.merge(std::exchange(m_lost, {}));
    if (m_directory.isEmpty())
        return;
    const QDir directory(m_directory);
    for (const QString &name : directory.entryList({QStringLiteral("*.yaml")}, QDir::Files | QDir::System, QDir::Name))
        read(directory.filePath(name));
    for (const auto &[id, path] : before) {
        if (isBroken(path) && m_paths.find(id) == m_paths.end())
            m_lost[id] = path;
    }
}

void ConnectionFiles::read(const QString &path)
{
    Mistakes mistakes;
    ConnectionConfig config;
    QFile file(path);
    if (!QFileInfo(path).isFile())
        mistakes.append({0, {}, QStringLiteral("is no plain file")});
    else if (!file.open(QIODevice::ReadOnly))
        mistakes.append({0, {}, QStringLiteral("cannot be read: %1").arg(file.errorString())});
    else
        config = parseConnection(file.read(kLongestRead), QFileInfo(path).fileName(), m_registry, mistakes);
    for (const ConnectionConfig &other : m_connections) {
        if (!mistakes.isEmpty())
            break;
        const QString otherFile = QFileInfo(m_paths.at(other.id)).fileName();
        if (other.id == config.id)
            mistakes.append(
                {0, QStringLiteral("id"),
                 QStringLiteral("is that of %1 already; leave the line out to have one made").arg(otherFile)});
        else if (other.name == config.name)
            mistakes.append({0, QStringLiteral("name"), QStringLiteral("is that of %1 already").arg(otherFile)});
    }
    if (!mistakes.isEmpty()) {
        m_broken.push_back({path, mistakes});
        return;
    }
    m_paths[config.id] = path;
    m_connections.push_back(std::move(config));
}

ConnectionFiles::OnDisk ConnectionFiles::look(const EntityId &id, BrokenConnectionFile *broken) const
{
    const auto known = m_paths.find(id);
    const auto read = std::find_if(m_connections.begin(), m_connections.end(),
                                   [&](const ConnectionConfig &config) { return config.id == id; });
    if (known == m_paths.end() || read == m_connections.end())
        return OnDisk::Same;
    QFile file(known->second);
    if (!file.exists())
        return OnDisk::Gone;
    Mistakes mistakes;
    ConnectionConfig config;
    if (QFileInfo(file.fileName()).isFile() && file.open(QIODevice::ReadOnly))
        config = parseConnection(file.read(kLongestRead), QFileInfo(file.fileName()).fileName(), m_registry, mistakes);
    else
        mistakes.append({0, {}, QStringLiteral("cannot be read: %1").arg(file.errorString())});
    if (!mistakes.isEmpty()) {
        if (broken)
            *broken = {file.fileName(), mistakes};
        return OnDisk::Broken;
    }
    return config == *read ? OnDisk::Same : OnDisk::Changed;
}

/// What the file at @p path is to hold. When only `paused` changes, the person's own lines and comments stay.
QByteArray ConnectionFiles::textFor(const ConnectionConfig &config, ConnectionConfig before, const QString &path) const
{
    before.paused = config.paused;
    QFile file(path);
    if (before == config && file.open(QIODevice::ReadOnly)) {
        const QByteArray edited = withPaused(file.read(kLongestRead), config.paused);
        Mistakes mistakes;
        if (parseConnection(edited, QFileInfo(path).fileName(), m_registry, mistakes) == config && mistakes.isEmpty())
            return edited;
    }
    return toYaml(config);
}

Result<Done> ConnectionFiles::save(const ConnectionConfig &config)
{
    if (m_directory.isEmpty())
        return refusal(ErrorKind::Unsupported, QStringLiteral("This keeper keeps no connections of its own."));
    const auto known = m_paths.find(config.id);
    const QString before = known == m_paths.end() ? QString() : known->second;
    const auto index = std::find_if(m_connections.begin(), m_connections.end(),
                                    [&](const ConnectionConfig &other) { return other.id == config.id; });
    const bool keepsName = index != m_connections.end() && index->name == config.name;
    const QString path = keepsName ? before : pathFor(config.name);
    if (path != before && QFileInfo::exists(path)) {
        return refusal(ErrorKind::Conflict,
                       isBroken(path)
                           ? QStringLiteral("name: %1 exists but cannot be read; mend or move it, or take another "
                                            "name. It was left untouched.")
                                 .arg(path)
                           : QStringLiteral("name: %1 exists already; take another name.").arg(path));
    }
    QDir().mkpath(m_directory);
    const QByteArray text = keepsName ? textFor(config, *index, path) : toYaml(config);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return refusal(ErrorKind::Internal, QStringLiteral("Cannot write %1: %2.").arg(path, file.errorString()));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(text);
    if (!file.commit())
        return refusal(ErrorKind::Internal, QStringLiteral("Cannot write %1: %2.").arg(path, file.errorString()));
    if (!before.isEmpty() && before != path)
        QFile::remove(before);
    m_paths[config.id] = path;
    if (index != m_connections.end())
        *index = config;
    else
        m_connections.push_back(config);
    return Done();
}

Result<Done> ConnectionFiles::remove(const EntityId &id)
{
    const auto known = m_paths.find(id);
    if (known == m_paths.end())
        return Done();
    QFile file(known->second);
    if (!file.remove() && file.exists())
        return refusal(ErrorKind::Internal,
                       QStringLiteral("Cannot remove %1: %2.").arg(file.fileName(), file.errorString()));
    m_paths.erase(known);
    std::erase_if(m_connections, [&](const ConnectionConfig &config) { return config.id == id; });
    return Done();
}

} // namespace graticule
