// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/keeper/keeperhome.h"

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace graticule {

/// The door of a private keeper: one keeper per home (a lock that dies with its process), a unix socket in an
/// owner-only directory, and a look at who comes in. Backend thread.
class PrivateListener : public QObject
{
    Q_OBJECT

public:
    /// Takes the home, noting process and @p build in its lock file. Refused (Conflict) when another keeper has it.
    /// What a killed keeper left behind is cleaned up.
    static Result<std::unique_ptr<PrivateListener>> open(const KeeperHome &home, const QString &build);
    ~PrivateListener() override;

    /// Lets nobody in any more, but keeps the home until destroyed.
    void stopListening();
    /// Whether the process at the other end of the unix socket @p descriptor runs as this user.
    static bool isOwnUser(int descriptor);

Q_SIGNALS:
    /// Somebody of this user has connected; the receiver owns the descriptor.
    void accepted(int descriptor);

private:
    PrivateListener(int lock, int listening, QString socketPath);
    void acceptAll();

    int m_lock;
    int m_listening;
    QString m_socketPath;
    QSocketNotifier m_notifier;
};

} // namespace graticule
