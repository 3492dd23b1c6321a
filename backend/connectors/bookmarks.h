// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"

#include <QJsonObject>

namespace graticule {

/// How far connectors have read what they must not read twice, by connection, in a file that outlives the keeper. What
/// is on disk is always some seconds old: what was read up to there is stored by then, also when the keeper is killed.
/// A file that cannot be read is as none. Backend thread; writes small files in it.
class Bookmarks
{
public:
    /// An empty @p path keeps them in memory only.
    explicit Bookmarks(const QString &path = {});
    /// Writes them as they are: what was read is stored.
    ~Bookmarks();
    Q_DISABLE_COPY_MOVE(Bookmarks)

    QJsonObject find(const EntityId &connection) const { return m_now.value(connection.toString()).toObject(); }
    void put(const EntityId &connection, const QJsonObject &what) { m_now.insert(connection.toString(), what); }
    /// Keeps what was put before the last call. To be called now and then, more rarely than samples are flushed.
    void tick();

private:
    void write(const QJsonObject &all);

    QString m_path;
    QJsonObject m_now;
    QJsonObject m_before; ///< at the last tick
    QJsonObject m_written;
};

} // namespace graticule
