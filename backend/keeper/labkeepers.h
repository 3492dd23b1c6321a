// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/lab/labconnector.h"
#include "backend/keeper/keeper.h"

#include <array>

namespace graticule {

/// The lab as a process: one world, and for each of its regions a keeper of its own that serves it on the unix socket
/// DIR/REGION.sock, as a real keeper near that region would. Backend thread.
class LabKeepers : public QObject
{
    Q_OBJECT

public:
    /// @p sites and @p secrets outlive the lab. Refused when a socket cannot be listened at.
    static Result<std::unique_ptr<LabKeepers>> start(const LabOptions &options, const QString &directory,
                                                     const SiteResolver &sites, const SecretStore &secrets,
                                                     const QString &build);
    ~LabKeepers() override;

    /// lab.fault and lab.heal, also while a region is frozen. False when the verb is none of these.
    bool perform(const Action &action, const KeeperCommands::Progress &progress);

private:
    struct Region;

    explicit LabKeepers(const LabOptions &options);
    Result<Done> open(int index, const QString &directory, const SiteResolver &sites, const SecretStore &secrets,
                      const QString &build);
    void adoptFaults();

    SystemClock m_clock;
    std::shared_ptr<LabWorld> m_world;
    ConnectorRegistry m_registry;
    std::array<std::unique_ptr<Region>, kLabRegionCount> m_regions;
};

} // namespace graticule
