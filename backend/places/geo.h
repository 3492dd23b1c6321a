// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"
#include "backend/domain/place.h"

#include <QStringView>

namespace graticule {

/// Great-circle distance in kilometres (haversine, R = 6371 km).
double distanceKm(GeoPoint a, GeoPoint b);

/// Reads "latitude,longitude" in decimal degrees. Refused with a reason: not two finite numbers, out of range, or
/// exactly 0,0, which is what unset coordinates look like.
Result<GeoPoint> parsePosition(QStringView text);

/// True for an ISO 3166-1 alpha-2 code in upper case, and for XK (Kosovo, user-assigned).
bool isCountryCode(QStringView code);

} // namespace graticule
