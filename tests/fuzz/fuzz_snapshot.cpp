// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/snapshotfile.h"

#include "tests/fuzz/fuzzing.h"
#include <QFile>
#include <QTemporaryDir>

using namespace graticule;
using namespace graticule::testing;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("fleet.snapshot"));
    {
        QFile file(path);
        mustHold(file.open(QIODevice::WriteOnly) && file.write(bytesOf(data, size)) == qint64(size),
                 "the disk has room");
    }
    (void)readSnapshot(path);
    return 0;
}
