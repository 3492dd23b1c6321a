// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace graticule::format {

/// @p sentence, which has @p count as Qt writes it for %n, with thin spaces that mark its thousands.
QString counted(QString sentence, qint64 count);

} // namespace graticule::format
