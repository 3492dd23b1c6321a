// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/geo.h"

#include <cmath>
#include <numbers>

namespace graticule {
namespace {

// ISO 3166-1 as of 2024, and XK.
constexpr char kCodes[] =
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA "
    "CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA "
    "GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP "
    "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS "
    "MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS "
    "RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW "
    "TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

Error refusal(const QString &text)
{
    return {ErrorKind::Invalid, Fault::Input, text, std::nullopt};
}

} // namespace

double distanceKm(GeoPoint a, GeoPoint b)
{
    constexpr double kRadians = std::numbers::pi / 180;
    const double sinLat = std::sin((b.latitude - a.latitude) * kRadians / 2);
    const double sinLon = std::sin((b.longitude - a.longitude) * kRadians / 2);
    const double h =
        sinLat * sinLat + std::cos(a.latitude * kRadians) * std::cos(b.latitude * kRadians) * sinLon * sinLon;
    return 2 * 6371 * std::asin(std::sqrt(std::min(1.0, h)));
}

Result<GeoPoint> parsePosition(QStringView text)
{
    constexpr qsizetype kLongest = 100;
    const qsizetype comma = text.indexOf(u',');
    if (comma < 0 || text.size() > kLongest)
        return refusal(QStringLiteral("is not \"latitude,longitude\""));
    bool latitudeOk = false;
    bool longitudeOk = false;
    const GeoPoint point{text.left(comma).trimmed().toDouble(&latitudeOk),
                         text.mid(comma + 1).trimmed().toDouble(&longitudeOk)};
    if (!latitudeOk || !longitudeOk || !std::isfinite(point.latitude) || !std::isfinite(point.longitude))
        return refusal(QStringLiteral("is not two numbers \"latitude,longitude\""));
    if (std::abs(point.latitude) > 90)
        return refusal(QStringLiteral("has a latitude outside -90..90"));
    if (std::abs(point.longitude) > 180)
        return refusal(QStringLiteral("has a longitude outside -180..180"));
    if (point == GeoPoint{})
        return refusal(QStringLiteral("is 0,0, which is what unset coordinates look like"));
    return point;
}

bool isCountryCode(QStringView code)
{
    static const QLatin1String codes(kCodes, sizeof kCodes - 1);
    return code.size() == 2 && code[0].isLetter() && code[1].isLetter() && codes.indexOf(code) >= 0;
}

} // namespace graticule
