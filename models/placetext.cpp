// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placetext.h"

#include "models/countryname.h"
#include "models/format.h"
#include "models/statetext.h"

#include <QStringList>

namespace graticule {

namespace {

QString joined(QStringList parts, const QString &separator)
{
    parts.removeAll(QString());
    return parts.join(separator);
}

} // namespace

QString PlaceText::jurisdiction(const Place &place)
{
    if (place.country.isEmpty())
        return tr("not known");
    const QString name = countryName(place.country);
    return name == place.country ? name : tr("%1, %2", "country, its code").arg(name, place.country);
}

QString PlaceText::evidence(const Place &place)
{
    return joined({StateText::text(place.evidence), place.source}, QStringLiteral(" · "));
}

QString PlaceText::full(const Place &place)
{
    const QString country = place.country.isEmpty() ? QString() : jurisdiction(place);
    const QString where = joined({place.city, country}, QStringLiteral(" · "));
    return joined({where.isEmpty() ? tr("no country is known") : where,
                   place.position ? format::position(*place.position) : tr("not on the map"), evidence(place),
                   place.mismatch},
                  QStringLiteral("\n"));
}

} // namespace graticule
