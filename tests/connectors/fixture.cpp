// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/fixture.h"

#include <QCoreApplication>
#include <QFile>

#include <zstd.h>

namespace graticule::testing {

namespace {

QByteArray unpacked(const QByteArray &packed, const QString &path)
{
    const auto size = ZSTD_getFrameContentSize(packed.constData(), size_t(packed.size()));
    if (size > 64 * 1024 * 1024) // or not told
        qFatal("not a packed fixture: %s", qPrintable(path));
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    if (ZSTD_decompress(bytes.data(), size, packed.constData(), size_t(packed.size())) != size)
        qFatal("a broken fixture: %s", qPrintable(path));
    return bytes;
}

} // namespace

QByteArray fixture(const char *name)
{
    return fixture(QString::fromUtf8(name));
}

QByteArray fixture(const QString &name)
{
    QFile file(fixtureFolder() + QLatin1Char('/') + name);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    QFile packed(file.fileName() + QStringLiteral(".zst"));
    if (!packed.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(file.fileName()));
    return unpacked(packed.readAll(), packed.fileName());
}

QString fixtureFolder()
{
    // Set by ctest; a test started by hand lies in build/PRESET/tests.
    return qEnvironmentVariable("GRATICULE_SOURCE",
                                QCoreApplication::applicationDirPath() + QStringLiteral("/../../..")) +
           QStringLiteral("/tests/fixtures");
}

} // namespace graticule::testing
