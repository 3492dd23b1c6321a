// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace graticule {

/// What the country with the ISO 3166-1 alpha-2 code @p code is called in the window's language; the code itself when
/// no country has it. Any thread.
QString countryName(const QString &code);

} // namespace graticule
