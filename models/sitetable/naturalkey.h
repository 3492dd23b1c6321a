// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace graticule {

/// UTF-8, case folded: what a search looks in.
std::string foldedBytes(QStringView text);
/// The same, at the end of @p into.
void appendFolded(QStringView text, std::string &into);

/// Of folded bytes: such that compare as people order names, numbers by their value ("fra2" before "fra10"). Each run
/// of digits, without leading zeros, is preceded by its length.
std::string naturalKey(std::string_view bytes);
/// The same, at the end of @p into.
void appendNaturalKey(std::string_view bytes, std::string &into);

/// Eight bytes of a key from @p at on, as a number that compares like them; those after its end are 0.
quint64 keyPrefix(std::string_view key, size_t at = 0);

} // namespace graticule
