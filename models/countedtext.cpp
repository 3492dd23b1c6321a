// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/countedtext.h"

#include "models/format.h"

namespace graticule::format {

QString counted(QString sentence, qint64 count)
{
    const QString plain = QString::number(count);
    const qsizetype at = sentence.indexOf(plain);
    return at < 0 ? sentence : sentence.replace(at, plain.size(), number(count));
}

} // namespace graticule::format
