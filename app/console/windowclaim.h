// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/keeperaccess.h"
#include "app/console/windowrequest.h"
#include "backend/domain/clock.h"

namespace graticule {

/// One window per home and keeper: whoever holds the claim is that window, and others hand over to it what they were
/// started for. The claim is a lock on a file in the home's run directory, which the system takes back when its
/// process ends, however that ends.
class WindowClaim
{
public:
    enum class Handed {
        Shown,    ///< the window has answered: it is in front
        NoAnswer, ///< its process lives and has not answered in time
        Free,     ///< it went away meanwhile; take() again
    };

    /// Where the run directory cannot be used the claim is as good as held: a window must open.
    explicit WindowClaim(const KeeperAccess &access);
    ~WindowClaim();
    WindowClaim(const WindowClaim &) = delete;
    WindowClaim &operator=(const WindowClaim &) = delete;

    /// Tries to become the window. True also when it is already.
    bool take();
    /// Hands @p request to the window that is. Waits up to @p deadline: only while there is no window of our own.
    Handed hand(const WindowRequest &request, Milliseconds deadline) const;
    /// The process that holds the claim; 0: not known.
    qint64 holder() const;
    /// Where the holder listens. Empty: nowhere.
    const QString &socketPath() const { return m_socket; }

private:
    QString m_lock;
    QString m_socket;
    int m_file = -1;
    bool m_isHeld = false;
};

} // namespace graticule
