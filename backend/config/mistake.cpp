// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/mistake.h"

namespace graticule {
namespace {

QString withField(const Mistake &mistake)
{
    return mistake.field.isEmpty() ? mistake.text : mistake.field + QStringLiteral(": ") + mistake.text;
}

} // namespace

QString Mistake::toString() const
{
    if (line == 0)
        return withField(*this);
    return QStringLiteral("line %1").arg(line) + (field.isEmpty() ? QStringLiteral(": ") : QStringLiteral(", ")) +
           withField(*this);
}

QString Mistake::toString(const QString &file) const
{
    return QStringLiteral("%1:%2: %3").arg(file).arg(std::max(1, line)).arg(withField(*this));
}

} // namespace graticule
