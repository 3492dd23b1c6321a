// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/snapshotfile.h"

#include "tests/fuzz/fuzzing.h"
#include <QTemporaryDir>

using namespace graticule;
using namespace graticule::testing;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("fleet.snapshot"));
    writeInput(path, data, size);
    (void)readSnapshot(path);
    return 0;
}
