// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubequantity.h"

#include <charconv>
#include <cmath>

namespace graticule {
namespace {

struct Suffix
{
    std::string_view text;
    double factor;
};

constexpr Suffix kSuffixes[] = {
    {"", 1},        {"m", 1e-3}, {"Ki", 0x1p10}, {"Mi", 0x1p20}, {"Gi", 0x1p30}, {"k", 1e3},  {"M", 1e6},  {"G", 1e9},
    {"Ti", 0x1p40}, {"T", 1e12}, {"Pi", 0x1p50}, {"P", 1e15},    {"Ei", 0x1p60}, {"E", 1e18}, {"u", 1e-6}, {"n", 1e-9},
};

} // namespace

double kubeQuantity(std::string_view text)
{
    double number = 0;
    const char *const end = text.data() + text.size();
    const char *from = text.data() + (text.starts_with('+') ? 1 : 0);
    const auto [rest, error] = std::from_chars(from, end, number);
    if (error != std::errc() || !std::isfinite(number) || number < 0)
        return 0;
    for (const Suffix &suffix : kSuffixes) {
        if (suffix.text == std::string_view(rest, size_t(end - rest)))
            return number * suffix.factor;
    }
    return 0;
}

} // namespace graticule
