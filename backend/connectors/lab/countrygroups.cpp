// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/lab/countrygroups.h"

#include <QLatin1String>

namespace graticule {
namespace {

struct Group
{
    CountryGroup group;
    QLatin1String name;
    QLatin1String countries;
};

constexpr Group kGroups[] = {
    {CountryGroup::NA, QLatin1String("NA"),
     QLatin1String(
         "US CA MX GT BZ SV HN NI CR PA CU JM HT DO PR BS TT BB LC VC GD AG DM KN AI AW BL BM BQ CW GL GP KY MF "
         "MQ MS PM SX TC VG VI")},
    {CountryGroup::SA, QLatin1String("SA"), QLatin1String("AR BO BR CL CO EC FK GF GY PE PY SR UY VE")},
    {CountryGroup::EU, QLatin1String("EU"),
     QLatin1String(
         "AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC "
         "MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM TR UA VA XK")},
    {CountryGroup::IN, QLatin1String("IN"), QLatin1String("IN PK BD LK NP BT MV AF")},
    {CountryGroup::ME, QLatin1String("ME"), QLatin1String("AE BH IL IQ IR JO KW LB OM PS QA SA SY YE AM AZ GE")},
    {CountryGroup::AF, QLatin1String("AF"),
     QLatin1String(
         "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW "
         "MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW")},
    {CountryGroup::OC, QLatin1String("OC"),
     QLatin1String("AU NZ FJ PG SB VU NC PF WS TO KI TV NR FM MH PW GU MP AS CK NU TK WF NF PN CX CC")},
};

} // namespace

CountryGroup groupOf(const QString &country)
{
    for (const Group &group : kGroups) {
        if (country.size() == 2 && group.countries.contains(country))
            return group.group;
    }
    return CountryGroup::EA;
}

QString nameOf(CountryGroup group)
{
    for (const Group &candidate : kGroups) {
        if (candidate.group == group)
            return candidate.name;
    }
    return QStringLiteral("EA");
}

} // namespace graticule
