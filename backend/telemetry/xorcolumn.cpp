// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/xorcolumn.h"

#include "backend/telemetry/bitreader.h"
#include "backend/telemetry/bitwriter.h"

#include <algorithm>

namespace graticule {
namespace {

constexpr int kLeadingBits = 5; ///< up to 31 leading zeros are left out
constexpr int kLengthBits = 6;  ///< length less one

} // namespace

void XorColumn::encode(const std::vector<double> &values, QByteArray &out)
{
    BitWriter writer(out);
    quint64 last = 0;
    int leading = 64; // of the window that is open; none yet
    int trailing = 0;
    for (const double value : values) {
        const auto bits = std::bit_cast<quint64>(value);
        const quint64 changed = bits ^ last;
        last = bits;
        writer.write(changed != 0, 1);
        if (changed == 0)
            continue;
        const int zerosBefore = std::min(std::countl_zero(changed), (1 << kLeadingBits) - 1);
        const int zerosAfter = std::countr_zero(changed);
        const int length = 64 - zerosBefore - zerosAfter;
        const bool fits = leading < 64 && zerosBefore >= leading && zerosAfter >= trailing &&
                          64 - leading - trailing <= length + kLeadingBits + kLengthBits;
        writer.write(!fits, 1);
        if (!fits) {
            leading = zerosBefore;
            trailing = zerosAfter;
            writer.write(quint64(leading), kLeadingBits);
            writer.write(quint64(length - 1), kLengthBits);
        }
        writer.write(changed >> trailing, 64 - leading - trailing);
    }
}

bool XorColumn::decode(ByteReader &in, qsizetype count, std::vector<double> &values)
{
    BitReader reader(in.rest());
    values.resize(count);
    quint64 last = 0;
    int length = 0;
    int trailing = 0;
    for (qsizetype i = 0; i < count; ++i) {
        if (reader.read(1) != 0) {
            if (reader.read(1) != 0) {
                const int leading = int(reader.read(kLeadingBits));
                length = int(reader.read(kLengthBits)) + 1;
                trailing = 64 - leading - length;
            }
            if (length == 0 || trailing < 0) {
                in.fail();
                return false;
            }
            last ^= reader.read(length) << trailing;
        }
        values[i] = std::bit_cast<double>(last);
        if (reader.hasFailed()) {
            in.fail();
            return false;
        }
    }
    in.skip(reader.bytesRead());
    return true;
}

} // namespace graticule
