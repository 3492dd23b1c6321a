// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/clock.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>

namespace graticule {

/// Says when the files of a directory that match a pattern have changed, come or gone. Where the system does not tell
/// of it (network file systems, too many files), it is noticed by looking every half minute. Changes that follow each
/// other at once, as an editor makes them, are told of together. Backend thread; looking at a directory is quick.
class FolderWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds kSettle{300};
    static constexpr Milliseconds kLookEvery{30'000};

    /// @p clock outlives the watch. The directory need not be there yet; its parent is watched until it is.
    FolderWatch(QString directory, Clock &clock, QString pattern = QStringLiteral("*.yaml"), QObject *parent = nullptr);

Q_SIGNALS:
    void changed();

private:
    /// Path -> time and size of each file.
    using Seen = QHash<QString, std::pair<qint64, qint64>>;

    Seen seen() const;
    void watchAll();
    void touch();
    void look();
    void lookAgainLater();

    QString m_directory;
    QString m_pattern;
    Clock &m_clock;
    QFileSystemWatcher m_watcher;
    Seen m_seen;
    bool m_isPending = false; ///< a look is to come
};

} // namespace graticule
