// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/fixture.h"

#include <QCoreApplication>
#include <QFile>

namespace graticule::testing {

QByteArray fixture(const char *name)
{
    // Set by ctest; a test started by hand lies in build/PRESET/tests.
    const QString source =
        qEnvironmentVariable("GRATICULE_SOURCE", QCoreApplication::applicationDirPath() + QStringLiteral("/../../.."));
    QFile file(source + QStringLiteral("/tests/fixtures/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(file.fileName()));
    return file.readAll();
}

} // namespace graticule::testing
