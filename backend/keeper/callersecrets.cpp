// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/callersecrets.h"

#include <QDir>
#include <QFileInfo>

namespace graticule {
namespace {

/// Where @p path leads to; for what does not exist, what it says.
QString resolved(const QString &path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return canonical.isEmpty() ? QDir::cleanPath(path) : canonical;
}

bool isBelow(const QString &directory, const QString &path)
{
    return !directory.isEmpty() && resolved(path).startsWith(resolved(directory) + QLatin1Char('/'));
}

} // namespace

QString CallerSecrets::trouble(const SecretReference &reference) const
{
    if (!directory || reference.isEmpty() || reference.startsWith(QLatin1String("credential:")))
        return {};
    if (reference.startsWith(QLatin1String("file:")) && isBelow(*directory, reference.mid(5)))
        return {};
    return directory->isEmpty()
               ? QStringLiteral("may be credential:NAME only when it is set from outside; for file: set \"secrets\", a "
                                "directory, in this keeper's configuration, or write the connection's file there")
               : QStringLiteral("may be credential:NAME or a file: below %1 only when it is set from outside; others "
                                "are for the files of this keeper's administrator")
                     .arg(*directory);
}

} // namespace graticule
