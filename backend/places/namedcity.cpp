// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/namedcity.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace graticule {
namespace {

// Codes and names of cities that stand in names of machines for something else.
constexpr const char *kOrdinary[] = {
    // IATA
    "ada",
    "del",
    "for",
    "geo",
    "inc",
    "ind",
    "ini",
    "led",
    "med",
    "mid",
    "nas",
    "nat",
    "per",
    "pos",
    "ros",
    "run",
    "san",
    "sap",
    "sat",
    "she",
    "sub",
    "the",
    "tip",
    "tmp",
    "var",
    "ver",
    // names
    "beni",
    "david",
    "derby",
    "kota",
    "leon",
    "male",
    "mesa",
    "mobile",
    "natal",
    "nice",
    "orange",
    "perm",
    "pilar",
    "reading",
    "salem",
    "serra",
    "split",
    "union",
    "victoria",
    "independence",
    "enterprise",
    "aurora",
    "helena",
};

bool isOrdinary(const QString &word)
{
    return std::any_of(std::begin(kOrdinary), std::end(kOrdinary),
                       [&](const char *other) { return word == QLatin1String(other); });
}

QString quoted(const QString &kind, const QString &word, const QString &name)
{
    return QStringLiteral("%1 \"%2\" in \"%3\"").arg(kind, word, name);
}

} // namespace

NamedCity cityInName(const Gazetteer &cities, const QString &name, const QString &country)
{
    constexpr qsizetype kLongestName = 100;
    constexpr qsizetype kShortestCity = 4;
    constexpr qsizetype kMostWords = 12;
    if (name.size() > kLongestName)
        return {};
    static const QRegularExpression gaps(QStringLiteral("[^\\p{L}]+"));
    const QStringList words = name.toLower().split(gaps, Qt::SkipEmptyParts).mid(0, kMostWords);
    if (words.isEmpty())
        return {};
    for (qsizetype count = std::min<qsizetype>(3, words.size()); count > 0; --count) {
        for (qsizetype at = 0; at + count <= words.size(); ++at) {
            const QString word = words.mid(at, count).join(QLatin1Char(' '));
            if (word.size() < kShortestCity || isOrdinary(word))
                continue;
            if (const City *city = cities.byName(word, country))
                return {city, quoted(QStringLiteral("city"), word, name)};
        }
    }
    // A number follows the code at once or after a dash, or the code is the whole name: "fra1", "fra-2-edge", "fra".
    static const QRegularExpression code(QStringLiteral("^([a-z]{3})([-_.]?\\d.*)?$"));
    const QRegularExpressionMatch match = code.match(name.toLower());
    if (match.hasMatch() && !isOrdinary(match.captured(1))) {
        if (const City *city = cities.byIata(match.captured(1), country))
            return {city, quoted(QStringLiteral("IATA"), match.captured(1), name)};
    }
    return {};
}

} // namespace graticule
