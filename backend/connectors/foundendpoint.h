// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace graticule {

/// An endpoint that this machine's files speak of; nothing has been asked of it.
struct FoundEndpoint
{
    QString type;    ///< connector: "docker", "kubernetes"
    QString address; ///< for a connection of that type
    QString name;    ///< suggestion
    QString note;    ///< what it is, or why it cannot be used; English
    bool usable = false;
    QString identity = {}; ///< as one of Beat::identities, as far as files tell; empty: not known
};

} // namespace graticule
