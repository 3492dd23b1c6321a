// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace graticule {

/// Key and value as the platform or the connection's file says them. Sorted by key.
using Labels = QMap<QString, QString>;

} // namespace graticule
