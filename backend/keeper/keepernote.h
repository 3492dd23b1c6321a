// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace graticule {

/// What the private keeper that has a home says of itself, one a line, in the home's lock file. The socket is named
/// there because its path follows from the environment (XDG_RUNTIME_DIR), which differs between a desktop, cron and su,
/// while the home is the same. A keeper that was killed leaves its note behind: believe it only as far as it is proven.
struct KeeperNote
{
    qint64 processId = 0; ///< 0: there is no note
    QString build;
    QString socketPath; ///< empty: not noted

    QByteArray text() const;
    static KeeperNote parse(const QByteArray &text);
    /// Of @p lockFile; empty when that cannot be read.
    static KeeperNote in(const QString &lockFile);
};

} // namespace graticule
