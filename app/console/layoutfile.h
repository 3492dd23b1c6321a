// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/keeper/keeperhome.h"

#include <QVariantMap>

namespace graticule {

/// What the window remembers from one run to the next: console.ini in the home's configuration. Reading and writing
/// touch the disk: not while a window is shown.
class LayoutFile
{
public:
    explicit LayoutFile(const KeeperHome &home);

    /// Empty when there is none; what cannot be understood is left out.
    QVariantMap read() const;
    void write(const QVariantMap &layout) const;

private:
    QString m_path;
};

} // namespace graticule
