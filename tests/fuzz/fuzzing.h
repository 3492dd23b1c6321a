// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// What libFuzzer calls with each input, and the replay of kept inputs too: one in each fuzz_*.cpp. Returns 0 always.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace graticule::testing {

inline QByteArray bytesOf(const uint8_t *data, size_t size)
{
    return {reinterpret_cast<const char *>(data), qsizetype(size)};
}

/// Ends the program when a parser broke its word.
inline void mustHold(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

/// For a parser that reads a file itself.
inline void writeInput(const QString &path, const uint8_t *data, size_t size)
{
    QFile file(path);
    mustHold(file.open(QIODevice::WriteOnly) && file.write(bytesOf(data, size)) == qint64(size), "the disk has room");
}

} // namespace graticule::testing
