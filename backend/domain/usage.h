// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule {

/// Used and total of one resource; total 0 means "not known", never "empty".
struct Usage
{
    double used = 0;
    double total = 0;
    bool requested = false; ///< `used` is what was asked for of it: nobody measured what is used

    /// It is known what is used.
    bool isMeasured() const { return total > 0 && !requested; }

    friend bool operator==(const Usage &, const Usage &) = default;
};

} // namespace graticule
