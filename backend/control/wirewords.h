// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

// What all decoders need. Decoding trusts nothing.

namespace graticule {

inline QString textOf(const std::string &utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// @p last is the highest value that this build knows; anything else becomes 0, unknown.
template<class To> To known(int value, To last)
{
    return value >= 0 && value <= static_cast<int>(last) ? static_cast<To>(value) : static_cast<To>(0);
}

} // namespace graticule
