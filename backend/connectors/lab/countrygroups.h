// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace graticule {

/// The part of the world that a country belongs to, as the round-trip times are grouped: North America with the
/// Caribbean, South America, Europe, East and Central Asia, India and neighbours, Middle East, Africa, Oceania.
enum class CountryGroup { NA, SA, EU, EA, IN, ME, AF, OC };

/// Countries that no list names count to EA.
CountryGroup groupOf(const QString &country);
/// "NA", "SA", ...
QString nameOf(CountryGroup group);

} // namespace graticule
