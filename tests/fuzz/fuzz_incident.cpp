// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/incidentimport.h"

#include "tests/fuzz/fuzzing.h"
#include <QTemporaryDir>

using namespace graticule;
using namespace graticule::testing;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("one.graticule-incident"));
    writeInput(path, data, size);
    (void)decodeManifest(bytesOf(data, size));
    const auto opened = IncidentFile::open(path);
    if (!opened)
        return 0;
    IncidentImport import(**opened);
    (void)import.samples([](const QList<Sample> &) {});
    (void)import.settings();
    return 0;
}
