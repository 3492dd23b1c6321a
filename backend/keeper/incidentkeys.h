// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/keeper/keeperhome.h"

namespace graticule {

/// Which keepers' signatures a home knows: its own keeper's, and those of keepers from which it exported something
/// itself (config/incident-keys, a line a key: fingerprint, name; a person may add lines). Reads and writes files; not
/// in a GUI thread. A value.
class IncidentKeys
{
public:
    explicit IncidentKeys(KeeperHome home)
        : m_home(std::move(home))
    {
    }

    QString file() const { return m_home.configDirectory() + QStringLiteral("/incident-keys"); }
    /// Under which name the home knows @p fingerprint; empty: it does not.
    QString nameOf(const QString &fingerprint) const;
    /// Adds it, when it is not there.
    Result<Done> remember(const QString &fingerprint, const QString &name) const;

private:
    KeeperHome m_home;
};

} // namespace graticule
