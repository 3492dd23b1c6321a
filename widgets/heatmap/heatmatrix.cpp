// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap/heatmatrix.h"

#include <QLocale>

#include <cmath>

namespace graticule {

char HeatScale::markHere()
{
    return QLocale().decimalPoint() == QStringLiteral(",") ? ',' : '.';
}

QByteArray HeatScale::textOf(float value) const
{
    const double shown = double(value) * double(factor);
    if (!std::isfinite(shown))
        return {};
    const double size = std::abs(shown);
    if (size >= 9999.5)
        return size >= 999'500 ? QByteArrayLiteral(">1M") : QByteArray::number(std::lround(shown / 1000)) + 'k';
    if (decimals == 0 || size >= 9.95)
        return QByteArray::number(std::lround(shown)); // a fraction of what writing a double takes
    return QByteArray::number(shown, 'f', decimals).replace('.', decimalMark);
}

} // namespace graticule
