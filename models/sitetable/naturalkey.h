// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace graticule {

/// UTF-8, case folded: what a search looks in.
std::string foldedBytes(QStringView text);

/// Of folded bytes: such that compare as people order names, numbers by their value ("fra2" before "fra10"). Each run
/// of digits, without leading zeros, is preceded by its length.
std::string naturalKey(const std::string &bytes);

/// The first eight bytes of a key as a number that compares like them.
quint64 keyPrefix(const std::string &key);

} // namespace graticule
