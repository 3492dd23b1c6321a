// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"
#include "backend/domain/place.h"

#include <QHash>
#include <QStringList>

#include <memory>
#include <vector>

namespace graticule {

/// A city of the gazetteer (GeoNames, CC BY 4.0).
struct City
{
    QString name;    ///< main name, with its diacritics
    QString country; ///< ISO 3166-1 alpha-2
    QString iata;    ///< metropolitan code where there is one, else the main airport's; may be empty
    GeoPoint position;
    int population = 0;
    int rank = 4; ///< of its label: 0 is drawn first
    bool isCapital = false;
};

/// Finds cities by name and by IATA code. Immutable; may be used from any thread.
class Gazetteer
{
public:
    /// Reads the form of resources/places/cities.json. @p file is named in errors.
    static Result<Gazetteer> fromJson(const QByteArray &json, const QString &file);
    /// The cities that were built into the program.
    static std::shared_ptr<const Gazetteer> builtIn();

    /// The largest city of that name, in @p country if that is not empty. Case, diacritics, blanks and hyphens do not
    /// matter; other common names are known ("Bombay"). Null: none.
    const City *byName(const QString &name, const QString &country = {}) const;
    /// By IATA code of the city or of one of its airports, any case. Null: none.
    const City *byIata(const QString &code, const QString &country = {}) const;
    /// What a person may write for a city: its name, "Paris, US" where a larger one has the same, or a code. Null:
    /// none.
    const City *find(const QString &text, const QString &country = {}) const;
    /// By which find() gives back that city.
    QString entryOf(const City &city) const;
    /// Entries of cities that @p text may mean, at most @p most: names that begin so and codes, the largest first;
    /// if there is none, names that are nearly so.
    QStringList suggest(const QString &text, const QString &country, int most) const;
    /// Largest first.
    const std::vector<City> &all() const { return m_cities; }

    /// "São Paulo", "SAO PAULO" and "sao-paulo" are the same name: lower-case letters and digits only.
    static QString folded(const QString &name);

private:
    std::vector<int> beginningWith(const QString &folded) const;
    std::vector<int> nearlyLike(const QString &folded) const;
    const City *first(const QHash<QString, std::vector<int>> &index, const QString &key, const QString &country) const;

    std::vector<City> m_cities;
    QHash<QString, std::vector<int>> m_byName; // folded -> indices, largest first
    QHash<QString, std::vector<int>> m_byIata; // upper case
};

} // namespace graticule
