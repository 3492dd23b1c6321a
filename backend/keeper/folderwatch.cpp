// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/folderwatch.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <utility>

namespace graticule {

FolderWatch::FolderWatch(QString directory, Clock &clock, QString pattern, QObject *parent)
    : QObject(parent)
    , m_directory(std::move(directory))
    , m_pattern(std::move(pattern))
    , m_clock(clock)
{
    if (m_directory.isEmpty())
        return;
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FolderWatch::touch);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FolderWatch::touch);
    m_seen = seen();
    watchAll();
    lookAgainLater();
}

FolderWatch::Seen FolderWatch::seen() const
{
    Seen result;
    const QDir directory(m_directory);
    for (const QFileInfo &file : directory.entryInfoList({m_pattern}, QDir::Files | QDir::System))
        result.insert(file.filePath(), {file.lastModified().toMSecsSinceEpoch(), file.size()});
    return result;
}

/// The directory tells of files that come and go, and each file of what is written into it. A file that was replaced is
/// another one, so this is done again after every change.
void FolderWatch::watchAll()
{
    const QStringList watched = m_watcher.directories() + m_watcher.files();
    QStringList wanted = m_seen.keys();
    wanted.append(QFileInfo(m_directory).isDir() ? m_directory : QFileInfo(m_directory).path());
    for (const QString &path : std::as_const(wanted)) {
        if (!watched.contains(path) && QFileInfo::exists(path))
            m_watcher.addPath(path); // false when the system has no more of them: then looking has to do
    }
}

void FolderWatch::touch()
{
    if (!std::exchange(m_isPending, true))
        m_clock.after(kSettle, this, [this] {
            m_isPending = false;
            look();
        });
}

void FolderWatch::look()
{
    const Seen before = std::exchange(m_seen, seen());
    watchAll();
    if (m_seen != before)
        Q_EMIT changed();
}

void FolderWatch::lookAgainLater()
{
    m_clock.after(kLookEvery, this, [this] {
        look();
        lookAgainLater();
    });
}

} // namespace graticule
