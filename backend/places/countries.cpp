// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/countries.h"

#include "backend/places/gazetteer.h"
#include "backend/places/geo.h"
#include "backend/places/spelling.h"

#include <QLocale>

#include <algorithm>

namespace graticule {
namespace {

std::vector<Country> allCountries()
{
    std::vector<Country> all;
    for (char first = 'A'; first <= 'Z'; ++first) {
        for (char second = 'A'; second <= 'Z'; ++second) {
            const QString code = QString(QLatin1Char(first)) + QLatin1Char(second);
            if (!isCountryCode(code))
                continue;
            const QLocale::Territory territory = QLocale::codeToTerritory(code);
            if (territory == QLocale::AnyTerritory)
                all.push_back({code, code, {}});
            else
                all.push_back({code, QLocale::territoryToString(territory),
                               QLocale(QLocale::AnyLanguage, territory).nativeTerritoryName()});
        }
    }
    return all;
}

/// How well @p country answers to @p wanted; higher is worse, above 2: not at all.
int distanceOf(const Country &country, const QString &wanted)
{
    int best = 3;
    for (const QString &name : {country.name, country.ownName}) {
        const QString known = Gazetteer::folded(name);
        if (!known.isEmpty() && known.startsWith(wanted))
            best = std::min(best, 1);
        else if (spellingDistance(known, wanted, forgivenLetters(wanted.size())) <= forgivenLetters(wanted.size()))
            best = std::min(best, 2);
    }
    return country.code.toLower() == wanted ? 0 : best;
}

} // namespace

std::vector<Country> suggestCountries(const QString &text, size_t most)
{
    const QString wanted = Gazetteer::folded(text);
    if (wanted.isEmpty())
        return {};
    std::vector<std::pair<int, Country>> found;
    for (const Country &country : allCountries()) {
        if (const int distance = distanceOf(country, wanted); distance < 3)
            found.emplace_back(distance, country);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first < b.first : a.second.name < b.second.name;
    });
    std::vector<Country> result;
    for (size_t i = 0; i < std::min(most, found.size()); ++i)
        result.push_back(found[i].second);
    return result;
}

} // namespace graticule
