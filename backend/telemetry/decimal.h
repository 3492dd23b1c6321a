// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <optional>

namespace graticule {

/// Measured values mostly are short decimals (12.34): whole numbers once multiplied by a power of ten. Pure.
class Decimal
{
public:
    static constexpr int kMostDigits = 9; ///< behind the point

    /// The whole number that divided by 10^@p digits is exactly @p value (of the two zeros, the positive one).
    static std::optional<qint64> scaled(double value, int digits)
    {
        const double up = value * kPowers[digits];
        if (!(up < kLimit && up > -kLimit))
            return {};
        const auto whole = qint64(up + (up < 0 ? -0.5 : 0.5));
        if (double(whole) / kPowers[digits] != value)
            return {};
        return whole;
    }
    static double value(qint64 whole, int digits) { return double(whole) / kPowers[digits]; }

private:
    static constexpr double kLimit = 4503599627370496.0; ///< 2^52
    static constexpr std::array<double, kMostDigits + 1> kPowers{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
};

} // namespace graticule
