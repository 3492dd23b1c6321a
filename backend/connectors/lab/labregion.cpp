// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/lab/labregion.h"

#include <QUuid>

namespace graticule {

std::array<LabRegion, kLabRegionCount> labRegions(quint64 seed)
{
    // Made for this use; it only has to differ from everybody else's.
    static const QUuid family(QStringLiteral("{5e0d1f0a-6c1b-5a8e-9a57-6c6162000001}"));
    static constexpr const char *kNames[kLabRegionCount][2] = {
        {"europe", "Europe"},
        {"north-america", "North America"},
        {"south-america", "South America"},
        {"asia", "Asia"},
        {"africa-middle-east", "Africa & Middle East"},
        {"oceania", "Oceania"},
    };
    std::array<LabRegion, kLabRegionCount> regions;
    for (size_t i = 0; i < regions.size(); ++i) {
        LabRegion &region = regions[i];
        region.key = QString::fromLatin1(kNames[i][0]);
        region.name = QString::fromLatin1(kNames[i][1]);
        const QUuid id = QUuid::createUuidV5(family, QString::number(seed) + QLatin1Char('/') + region.key);
        region.connection = EntityId(id.toString(QUuid::WithoutBraces));
        region.feed = EntityId::of(region.connection, "feed", QStringLiteral("inventory"));
    }
    return regions;
}

int labRegionOf(const QString &country)
{
    switch (groupOf(country)) {
    case CountryGroup::EU:
        return 0;
    case CountryGroup::NA:
        return 1;
    case CountryGroup::SA:
        return 2;
    case CountryGroup::EA:
    case CountryGroup::IN:
        return 3;
    case CountryGroup::ME:
    case CountryGroup::AF:
        return 4;
    case CountryGroup::OC:
        return 5;
    }
    return 3;
}

} // namespace graticule
