// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/placecheck.h"

#include "backend/places/geo.h"

#include <algorithm>

namespace graticule {
namespace {

struct Territory
{
    QLatin1String code;
    QLatin1String state;
};

// Territories with a code of their own that maps, and providers, often count to their state.
constexpr Territory kTerritories[] = {
#define T(code, state)                                                                                                 \
    {                                                                                                                  \
        QLatin1String(code, 2), QLatin1String(state, 2)                                                                \
    }
    T("GP", "FR"), T("MQ", "FR"), T("GF", "FR"), T("RE", "FR"), T("YT", "FR"), T("BL", "FR"), T("MF", "FR"),
    T("PM", "FR"), T("NC", "FR"), T("PF", "FR"), T("WF", "FR"), T("TF", "FR"), T("BQ", "NL"), T("CW", "NL"),
    T("SX", "NL"), T("AW", "NL"), T("SJ", "NO"), T("BV", "NO"), T("AX", "FI"), T("HK", "CN"), T("MO", "CN"),
    T("PR", "US"), T("VI", "US"), T("GU", "US"), T("MP", "US"), T("AS", "US"), T("UM", "US"), T("GG", "GB"),
    T("JE", "GB"), T("IM", "GB"), T("GI", "GB"), T("BM", "GB"), T("KY", "GB"), T("VG", "GB"), T("FK", "GB"),
    T("FO", "DK"), T("GL", "DK"), T("CX", "AU"), T("CC", "AU"), T("NF", "AU"), T("CK", "NZ"), T("NU", "NZ"),
    T("TK", "NZ"),
#undef T
};

QString stateOf(const QString &country)
{
    const auto *found = std::find_if(std::begin(kTerritories), std::end(kTerritories),
                                     [&](const Territory &t) { return t.code == country; });
    return found == std::end(kTerritories) ? QString() : QString(found->state);
}

} // namespace

bool PlaceCheck::agree(const QString &a, const QString &b)
{
    return a == b || stateOf(a) == b || stateOf(b) == a;
}

QString PlaceCheck::countryAt(GeoPoint position) const
{
    const QString key = m_world ? m_world->countryAt(position.latitude, position.longitude) : QString();
    return isCountryCode(key) ? key : QString();
}

bool PlaceCheck::isDrawn(const QString &country) const
{
    const auto &countries = m_world->countries();
    return std::any_of(countries.begin(), countries.end(),
                       [&](const WorldGeometry::Country &c) { return c.key == country; });
}

bool PlaceCheck::hasCityNear(const QString &country, GeoPoint position, double kilometres) const
{
    const auto &cities = m_cities.all();
    return std::any_of(cities.begin(), cities.end(), [&](const City &city) {
        return city.country == country && distanceKm(city.position, position) <= kilometres;
    });
}

QString PlaceCheck::disagreement(const QString &country, GeoPoint position) const
{
    constexpr double kOffshore = 500; // km: platforms and islands that no coarse map shows
    constexpr double kTown = 50;      // km: a state too small to be drawn
    if (!m_world)
        return {};
    const QString shown = m_world->countryAt(position.latitude, position.longitude);
    if (!shown.isEmpty() && (agree(shown, country) || !isCountryCode(shown)))
        return {};
    for (const QString &candidate : {country, stateOf(country)}) {
        if (!candidate.isEmpty() && m_world->isNear(candidate, position.latitude, position.longitude, kTolerance))
            return {};
    }
    if (shown.isEmpty()) {
        return hasCityNear(country, position, kOffshore) ? QString()
                                                         : QStringLiteral("the position lies at sea, far from it");
    }
    if (!isDrawn(country) && hasCityNear(country, position, kTown))
        return {};
    return QStringLiteral("the position lies in %1").arg(shown);
}

} // namespace graticule
