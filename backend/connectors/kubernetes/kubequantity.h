// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace graticule {

/// "250m", "64Mi", "1e3", "2" as a number; 0 for what is none. Pure.
double kubeQuantity(std::string_view text);

} // namespace graticule
