// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/arguments.h"
#include "backend/control/controlchannel.h"
#include "backend/keeper/fleetbook.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace graticule {

/// The keeper that a command line is about: the private one of a home, which is started when it does not run, or one at
/// an address. A value.
class KeeperAccess
{
public:
    using Opened = std::function<void(const Result<std::shared_ptr<ControlChannel>> &)>;

    /// The options by which every verb names its keeper.
    static QList<OptionSpec> options();
    /// Reads those options. Refused, naming the option; a token's file, and what the home knows of fleets, is read
    /// here.
    static Result<KeeperAccess> read(const Arguments &arguments);
    /// To a fleet that @p home knows, or to its own.
    static KeeperAccess to(const KnownFleet &fleet, const KeeperHome &home);

    bool isPrivate() const { return !m_address; }
    const KeeperHome &home() const { return m_home; }
    /// Name of the fleet in the home's book; empty: its own, or one that it does not know.
    const QString &fleetName() const { return m_fleetName; }
    /// The address that is used; empty: the private keeper's.
    QString target() const { return m_address ? m_address->target : QString(); }
    /// Where the console of this keeper keeps what it showed last; one file a keeper.
    QString cacheFile() const;

    /// Starts the private keeper if it does not run, and opens a channel. @p opened is called once, in @p context's
    /// thread, unless that dies first; the waiting is done in another thread.
    void open(QObject *context, Opened opened) const;
    /// The same, waiting. Not in a GUI thread.
    Result<std::shared_ptr<ControlChannel>> openNow() const;

private:
    explicit KeeperAccess(KeeperHome home)
        : m_home(std::move(home))
    {
    }

    KeeperHome m_home;
    QString m_fleetName;
    std::optional<ControlAddress> m_address;
};

} // namespace graticule
