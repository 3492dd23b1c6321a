// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace graticule {

/// A country that has an ISO 3166-1 alpha-2 code.
struct Country
{
    QString code;    ///< "DE"
    QString name;    ///< in English
    QString ownName; ///< as it calls itself, in its main language
};

/// Those that @p text may mean, at most @p most: its code first, then names that begin so, in English or its own
/// language, then names that are nearly so. Case and diacritics do not matter. Pure; any thread.
std::vector<Country> suggestCountries(const QString &text, size_t most);

} // namespace graticule
