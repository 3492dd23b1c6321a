// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/config/connectionfile.h"

#include <map>

namespace graticule {

/// A file that could not be read. It is left as it is, so that a slip of the pen loses nothing.
struct BrokenConnectionFile
{
    QString path;
    Mistakes mistakes;
};

/// The directory connections.d/: one connection per NAME.yaml. Files are small and local and read at once. Writing is
/// atomic (temporary file, then rename), owner-only. One thread.
class ConnectionFiles
{
public:
    /// @p registry outlives this. An empty @p directory keeps nothing.
    ConnectionFiles(QString directory, const ConnectorRegistry &registry);

    /// Reads all files again. A directory that does not exist holds nothing.
    void load();
    const std::vector<ConnectionConfig> &connections() const { return m_connections; }
    const std::vector<BrokenConnectionFile> &broken() const { return m_broken; }

    /// The file of @p id, also when it has become a broken one; empty when there is none.
    QString pathOf(const EntityId &id) const;

    /// What is wrong with the certificates and secrets that good files name; see checkFilesOf().
    std::vector<BrokenConnectionFile> checkFiles() const;

    /// What became of a file since it was read or written here.
    enum class OnDisk { Same, Changed, Gone, Broken };
    /// Of the file of @p id; Same when there is none. Reads it; @p mistakes tells what is wrong with a broken one.
    OnDisk look(const EntityId &id, BrokenConnectionFile *broken = nullptr) const;

    /// Writes @p config, in place of the file that its id has now. Refused: a broken file, or another connection's,
    /// stands in the way; the directory cannot be written. What @p config says was checked before.
    Result<Done> save(const ConnectionConfig &config);
    /// Deletes the file of @p id; nothing when there is none.
    Result<Done> remove(const EntityId &id);

private:
    void read(const QString &path);
    bool isBroken(const QString &path) const;
    QString pathFor(const QString &name) const;
    QByteArray textFor(const ConnectionConfig &config, ConnectionConfig before, const QString &path) const;

    QString m_directory;
    const ConnectorRegistry &m_registry;
    std::vector<ConnectionConfig> m_connections;
    std::vector<BrokenConnectionFile> m_broken;
    std::map<EntityId, QString> m_paths;
    std::map<EntityId, QString> m_lost; ///< files that were good and are broken now
};

} // namespace graticule
