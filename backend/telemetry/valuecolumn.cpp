// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/valuecolumn.h"

#include "backend/telemetry/decimal.h"
#include "backend/telemetry/packednumbers.h"
#include "backend/telemetry/xorcolumn.h"

#include <algorithm>
#include <array>

namespace graticule {
namespace {

// With the decimal digits in the upper half of the byte.
enum Way { Constant = 0, ConstantReal = 1, OffMean = 2, Steps = 3, StepChanges = 4, Xor = 5 };

constexpr qint64 wrapped(qint64 a, qint64 b)
{
    return qint64(quint64(a) + quint64(b));
}

/// Digits behind the point that all of @p values need, and the whole numbers; -1 when they are no short decimals.
int scale(const std::vector<double> &values, std::vector<qint64> &whole)
{
    int digits = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        std::optional<qint64> number = Decimal::scaled(values[i], digits);
        if (!number) {
            while (!number && digits < Decimal::kMostDigits)
                number = Decimal::scaled(values[i], ++digits);
            if (!number)
                return -1;
            for (size_t before = 0; before < i; ++before) {
                const auto again = Decimal::scaled(values[before], digits);
                if (!again)
                    return -1;
                whole[before] = *again;
            }
        }
        whole[i] = *number;
    }
    return digits;
}

void writeScaled(const std::vector<qint64> &whole, int digits, QByteArray &out)
{
    qint64 mean = 0;
    for (size_t i = 0; i < whole.size(); ++i) // no sum that could overflow
        mean += (whole[i] - mean) / qint64(i + 1);
    std::array<std::vector<qint64>, 3> rows;
    std::array<quint64, 3> widths{};
    for (auto &row : rows)
        row.resize(whole.size());
    qint64 last = whole.front();
    qint64 lastStep = 0;
    for (size_t i = 0; i < whole.size(); ++i) {
        const qint64 step = whole[i] - last;
        rows[0][i] = whole[i] - mean;
        rows[1][i] = step;
        rows[2][i] = step - lastStep;
        last = whole[i];
        lastStep = step;
        for (size_t r = 0; r < rows.size(); ++r)
            widths[r] += quint64(std::bit_width(zigzag(rows[r][i])));
    }
    const auto best = std::min_element(widths.begin(), widths.end()) - widths.begin();
    ByteWriter writer(out);
    writer.byte(int(OffMean + best) | digits << 4);
    writer.signedNumber(best == 0 ? mean : whole.front());
    PackedNumbers::encode(rows[best], out);
}

} // namespace

void ValueColumn::encode(const std::vector<double> &values, QByteArray &out)
{
    std::vector<qint64> whole(values.size());
    const int digits = scale(values, whole);
    ByteWriter writer(out);
    const bool isConstant = std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>()) == values.end();
    if (isConstant && digits >= 0) {
        writer.byte(Constant | digits << 4);
        writer.signedNumber(whole.front());
    } else if (isConstant) {
        writer.byte(ConstantReal);
        writer.real(values.front());
    } else if (digits >= 0) {
        writeScaled(whole, digits, out);
    } else {
        writer.byte(Xor);
        XorColumn::encode(values, out);
    }
}

bool ValueColumn::decode(ByteReader &in, qsizetype count, std::vector<double> &values)
{
    const int head = in.byte();
    const int way = head & 15;
    const int digits = head >> 4;
    if (in.hasFailed() || way > Xor || digits > Decimal::kMostDigits)
        return false;
    if (way == Xor)
        return XorColumn::decode(in, count, values);
    if (way == Constant || way == ConstantReal) {
        values.assign(count, way == Constant ? Decimal::value(in.signedNumber(), digits) : in.real());
        return !in.hasFailed();
    }
    const qint64 first = in.signedNumber();
    std::vector<qint64> row;
    if (in.hasFailed() || !PackedNumbers::decode(in, count, row))
        return false;
    values.resize(count);
    qint64 last = first;
    qint64 step = 0;
    for (qsizetype i = 0; i < count; ++i) {
        if (way == OffMean) {
            last = wrapped(first, row[i]);
        } else {
            step = way == Steps ? row[i] : wrapped(step, row[i]);
            last = wrapped(last, step);
        }
        values[i] = Decimal::value(last, digits);
    }
    return true;
}

} // namespace graticule
