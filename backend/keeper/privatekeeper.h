// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/keeper/keeperhome.h"

#include <optional>

namespace graticule {

/// The private keeper of a home as its consoles and command lines see it: is it there, start it, end it. Calls wait, so
/// not in a GUI thread. A value.
class PrivateKeeper
{
public:
    static constexpr Milliseconds kDeadline{10'000};

    struct Running
    {
        ControlAddress address;
        qint64 processId = 0;
        bool started = false; ///< by this call
    };

    /// @p program: graticuled; empty: the one beside this program, else the one in PATH.
    explicit PrivateKeeper(KeeperHome home, QString program = {});

    const KeeperHome &home() const { return m_home; }

    /// The keeper that runs now; nullopt: none does.
    std::optional<Running> running() const;
    /// Starts one if none runs. One of another build is replaced if nobody watches it, else it is used as it is:
    /// neighbouring releases work together. @p extra: further options for a keeper that is started ("--linger", "60").
    Result<Running> ensureRunning(const QStringList &extra = {}, Milliseconds deadline = kDeadline) const;
    /// Ends it in order; fine when none runs. Refused when it does not go in time.
    Result<Done> stop(Milliseconds deadline = kDeadline) const;

private:
    QString program() const;
    bool isGone() const;
    void replaceOtherBuild(const Running &running, const QString &program) const;

    KeeperHome m_home;
    QString m_program;
};

} // namespace graticule
