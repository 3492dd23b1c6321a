// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule::lightfloor {

// What a round trip says of a distance. Light in fibre makes about 2/3 of c = 299,792.458 km/s, so a round trip over a
// great circle of d km takes at least 2 d / (2/3 c): about 1 ms for each 100 km. The constant and its use against false
// places: B. Gueye, A. Ziviani, M. Crovella, S. Fdida, "Constraint-Based Geolocation of Internet Hosts", IEEE/ACM
// Transactions on Networking 14 (2006).

inline constexpr double kFibreKmPerMs = 299.792458 * 2 / 3;
/// Fibre of a refractive index of 1.468 is 2 % faster than 2/3 c, and a round trip is told in steps of 5 %.
inline constexpr double kTolerance = 1.10;
/// Sites are as large as a town, positions are those of its centre, and the shortest trips are told in steps of 0.2 ms.
inline constexpr double kSlackKm = 100;

/// No farther away can be what answered within @p rttMs.
constexpr double farthestKm(double rttMs)
{
    return rttMs / 2 * kFibreKmPerMs * kTolerance + kSlackKm;
}

} // namespace graticule::lightfloor
