// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/placetrouble.h"

#include "backend/places/countries.h"
#include "backend/places/gazetteer.h"
#include "backend/places/geo.h"
#include "backend/places/labelkeys.h"

namespace graticule {

using namespace labelkeys;

namespace {

constexpr int kMost = 3; ///< names that are suggested

QString quoted(const QStringList &names)
{
    QStringList all;
    for (const QString &name : names)
        all.append(QLatin1Char('"') + name + QLatin1Char('"'));
    return all.join(QStringLiteral(", "));
}

QString countryTrouble(const QString &said)
{
    QStringList meant;
    for (const Country &country : suggestCountries(said, kMost))
        meant.append(QStringLiteral("%1 (%2)").arg(country.code, country.name));
    return meant.isEmpty()
               ? QStringLiteral("is no code of a country; it has two letters, as in DE")
               : QStringLiteral("is no code of a country; did you mean %1?").arg(meant.join(QStringLiteral(", ")));
}

QString cityTrouble(const QString &said, const QString &country, const Gazetteer &cities)
{
    if (!country.isEmpty() && cities.find(said))
        return QStringLiteral("is not known in %1; known is %2")
            .arg(country, quoted({cities.entryOf(*cities.find(said))}));
    const QStringList meant = cities.suggest(said, country, kMost);
    return meant.isEmpty()
               ? QStringLiteral("is not known; such a town needs its position")
               : QStringLiteral("is not known; did you mean %1? Any other town needs its position").arg(quoted(meant));
}

} // namespace

QList<PlaceTrouble> placeTroubles(const Labels &declared, const Gazetteer &cities)
{
    QList<PlaceTrouble> troubles;
    const QString city = declared.value(kCity).trimmed();
    const QString position = declared.value(kPosition).trimmed();
    const QString country = declared.value(kCountry).trimmed();
    const bool isCountry = isCountryCode(country.toUpper());
    if (!country.isEmpty() && !isCountry)
        troubles.append({kCountry, countryTrouble(country)});
    if (!city.isEmpty() && position.isEmpty()) {
        const QString in = isCountry ? country.toUpper() : QString();
        if (!cities.find(city, in))
            troubles.append({kCity, cityTrouble(city, in, cities)});
    }
    if (!position.isEmpty()) {
        if (const auto point = parsePosition(position); !point)
            troubles.append({kPosition, point.error().text});
    }
    return troubles;
}

} // namespace graticule
