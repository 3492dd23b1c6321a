// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/labellines.h"

#include "backend/places/labelkeys.h"

namespace graticule {

QStringList labelLines(const Labels &labels)
{
    QStringList own;
    QStringList others;
    for (auto at = labels.cbegin(); at != labels.cend(); ++at)
        (at.key().startsWith(labelkeys::kPrefix) ? own : others) << at.key() + QLatin1Char('=') + at.value();
    return own + others;
}

} // namespace graticule
