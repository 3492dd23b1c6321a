// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/filesecretstore.h"
#include "backend/keeper/keeper.h"
#include "backend/places/defaultsiteresolver.h"

#include <memory>

namespace graticule::testing {

/// A keeper with all that a real one has, on the machine's clock, that reads the test cluster with its kubeconfigs.
class RigKeeper
{
public:
    /// Begins to ask; ids are the names.
    explicit RigKeeper(const std::vector<ConnectionConfig> &connections);

    /// A connection of that name to what @p address says.
    static ConnectionConfig connection(const QString &name, const QString &address,
                                       const QMap<QString, QString> &options = {});

    const FleetTables &tables();
    Keeper &keeper() { return *m_keeper; }
    /// "live", also when it is slow, or the state and why.
    QString state(const QString &name);
    /// Since when all that happened there was seen.
    Instant watchedSince(const QString &name);
    /// "NAME ready", "NAME not ready", "NAME lost"; sorted.
    QStringList nodes();
    /// True: of none of them is more shown than that it is stale.
    bool areAllSitesStale();

private:
    SystemClock m_clock;
    ConnectorRegistry m_types;
    std::unique_ptr<DefaultSiteResolver> m_sites;
    FileSecretStore m_secrets;
    std::unique_ptr<Keeper> m_keeper;
};

} // namespace graticule::testing
