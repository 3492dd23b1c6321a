// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace graticule {

/// WGS 84 degrees; latitude -90..90, longitude -180..180.
struct GeoPoint
{
    double latitude = 0;
    double longitude = 0;

    friend bool operator==(const GeoPoint &, const GeoPoint &) = default;
};

/// How we know where a site is. Residency counts Inferred and Unknown as unknown. Wire values: append only.
enum class Evidence {
    Unknown = 0,        ///< nothing said where it is: the site is unplaced
    Declared = 1,       ///< a person said so: label or connection file
    ProviderRegion = 2, ///< a known region of a cloud provider
    Inferred = 3,       ///< guessed from a city name, an IATA code or a bare position
};

/// Where a site is, and how we know. Place is evidence, not truth: the declared country decides, the map only checks.
struct Place
{
    std::optional<GeoPoint> position; ///< nullopt: unplaced; listed as such, never drawn at 0/0
    QString country;                  ///< ISO 3166-1 alpha-2 (XK for Kosovo); empty: not known
    QString city;                     ///< metro or city name, for people
    Evidence evidence = Evidence::Unknown;
    QString source;   ///< what it rests on: "label graticule.dev/position", "aws eu-central-1", "IATA FRA"
    QString mismatch; ///< non-empty: what disagrees, e.g. "declared DE, the position lies in FR"

    friend bool operator==(const Place &, const Place &) = default;
};

} // namespace graticule
