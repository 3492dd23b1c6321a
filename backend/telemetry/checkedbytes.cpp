// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/checkedbytes.h"

#include "backend/telemetry/bytereader.h"

#include <array>

namespace graticule {
namespace {

constexpr int kWays = 8;
constexpr int kBytes = 4; ///< of a checksum

using Tables = std::array<std::array<quint32, 256>, kWays>;

/// Eight bytes are taken at once, each by a table of its own ("slicing by 8").
constexpr Tables makeTables()
{
    Tables tables{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 sum = i;
        for (int bit = 0; bit < 8; ++bit)
            sum = sum >> 1 ^ (sum & 1 ? 0x82f63b78U : 0);
        tables[0][i] = sum;
    }
    for (size_t way = 1; way < kWays; ++way) {
        for (size_t i = 0; i < 256; ++i)
            tables[way][i] = tables[way - 1][i] >> 8 ^ tables[0][tables[way - 1][i] & 255];
    }
    return tables;
}

constexpr Tables kTables = makeTables();

quint32 sumOf(char table, qint64 key, QByteArrayView bytes)
{
    QByteArray place;
    ByteWriter writer(place);
    writer.byte(table);
    writer.fixed(quint64(key), 8);
    return checksum(bytes, checksum(place));
}

} // namespace

quint32 checksum(QByteArrayView bytes, quint32 before)
{
    quint32 sum = ~before;
    const auto at = [&](qsizetype i) { return quint32(uchar(bytes[i])); };
    qsizetype i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        const quint32 low = sum ^ (at(i) | at(i + 1) << 8 | at(i + 2) << 16 | at(i + 3) << 24);
        sum = kTables[7][low & 255] ^ kTables[6][low >> 8 & 255] ^ kTables[5][low >> 16 & 255] ^ kTables[4][low >> 24] ^
              kTables[3][at(i + 4)] ^ kTables[2][at(i + 5)] ^ kTables[1][at(i + 6)] ^ kTables[0][at(i + 7)];
    }
    for (; i < bytes.size(); ++i)
        sum = sum >> 8 ^ kTables[0][(sum ^ at(i)) & 255];
    return ~sum;
}

QByteArray CheckedBytes::seal(char table, qint64 key, QByteArray bytes)
{
    const quint32 sum = sumOf(table, key, bytes);
    ByteWriter(bytes).fixed(sum, kBytes);
    return bytes;
}

QByteArrayView CheckedBytes::open(char table, qint64 key, QByteArrayView sealed)
{
    if (sealed.size() < kBytes)
        return {};
    const QByteArrayView bytes = sealed.first(sealed.size() - kBytes);
    ByteReader sum(sealed.last(kBytes));
    if (sum.fixed(kBytes) != sumOf(table, key, bytes))
        return {};
    return bytes;
}

} // namespace graticule
