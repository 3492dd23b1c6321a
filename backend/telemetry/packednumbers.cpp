// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/packednumbers.h"

#include "backend/telemetry/bitreader.h"
#include "backend/telemetry/bitwriter.h"

#include <array>

namespace graticule {
namespace {

constexpr qsizetype kBlock = 32;
constexpr int kMostOnes = 24; ///< so many ones: 64 plain bits follow
constexpr int kWidthBits = 6; ///< 63 stands for 64
constexpr int kWidest = 63;

struct Coding
{
    bool isRice = false;
    int width = 0;
};

using Block = std::array<quint64, kBlock>;

/// Bits that Golomb-Rice codes with @p width plain bits need.
qsizetype riceBits(const Block &block, qsizetype count, int width)
{
    qsizetype bits = 0;
    for (qsizetype i = 0; i < count; ++i) {
        const quint64 ones = block[i] >> width;
        bits += ones < kMostOnes ? qsizetype(ones) + 1 + width : kMostOnes + 64;
    }
    return bits;
}

Coding cheapest(const Block &block, qsizetype count)
{
    quint64 all = 0;
    for (qsizetype i = 0; i < count; ++i)
        all |= block[i];
    Coding best{false, int(std::bit_width(all))};
    qsizetype bits = count * best.width;
    const int widest = best.width;
    qsizetype before = std::numeric_limits<qsizetype>::max();
    for (int width = 0; width < widest; ++width) {
        const qsizetype rice = riceBits(block, count, width);
        if (rice < bits) {
            bits = rice;
            best = {true, width};
        }
        if (rice > before && width > 2 && rice > bits)
            break; // behind the valley
        before = rice;
    }
    if (!best.isRice && best.width >= kWidest)
        best.width = kWidest;
    return best;
}

void writeBlock(BitWriter &out, const Block &block, qsizetype count)
{
    const Coding coding = cheapest(block, count);
    out.write(quint64(coding.isRice) | quint64(coding.width) << 1, 1 + kWidthBits);
    if (!coding.isRice) {
        const int width = coding.width == kWidest ? 64 : coding.width;
        for (qsizetype i = 0; i < count && width > 0; ++i)
            out.write(block[i], width);
        return;
    }
    for (qsizetype i = 0; i < count; ++i) {
        const quint64 ones = block[i] >> coding.width;
        if (ones < kMostOnes) {
            out.write((quint64(1) << ones) - 1, int(ones) + 1);
            out.write(block[i], coding.width);
        } else {
            out.write((quint64(1) << kMostOnes) - 1, kMostOnes);
            out.write(block[i], 64);
        }
    }
}

} // namespace

void PackedNumbers::encode(const std::vector<qint64> &numbers, QByteArray &out)
{
    BitWriter writer(out);
    Block block;
    for (qsizetype first = 0; first < qsizetype(numbers.size()); first += kBlock) {
        const qsizetype count = std::min(kBlock, qsizetype(numbers.size()) - first);
        for (qsizetype i = 0; i < count; ++i)
            block[i] = zigzag(numbers[first + i]);
        writeBlock(writer, block, count);
    }
}

bool PackedNumbers::decode(ByteReader &in, qsizetype count, std::vector<qint64> &numbers)
{
    numbers.resize(count);
    BitReader reader(in.rest());
    for (qsizetype first = 0; first < count && !reader.hasFailed(); first += kBlock) {
        const bool isRice = reader.read(1) != 0;
        const int width = int(reader.read(kWidthBits));
        const qsizetype end = std::min(first + kBlock, count);
        if (!isRice) {
            for (qsizetype i = first; i < end; ++i)
                numbers[i] = unzigzag(reader.read(width == kWidest ? 64 : width));
            continue;
        }
        for (qsizetype i = first; i < end; ++i) {
            const int ones = reader.readOnes(kMostOnes);
            numbers[i] = unzigzag(ones < kMostOnes ? quint64(ones) << width | reader.read(width) : reader.read(64));
        }
    }
    if (reader.hasFailed()) {
        in.fail();
        return false;
    }
    in.skip(reader.bytesRead());
    return true;
}

} // namespace graticule
