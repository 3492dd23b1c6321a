// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/failurewords.h"

#include <algorithm>
#include <array>

namespace graticule {
namespace {

// At the enums' values, which are those of the wire.
constexpr std::array kFaults{"unknown", "ours", "endpoint", "network", "not-allowed", "input"};
constexpr std::array kKinds{"unknown",   "unreachable", "timed-out",   "refused",     "certificate",
                            "malformed", "too-large",   "unsupported", "not-found",   "conflict",
                            "invalid",   "cancelled",   "internal",    "disconnected"};

template<class Enum, size_t N> QString wordAt(Enum value, const std::array<const char *, N> &words)
{
    const auto index = size_t(value);
    return QString::fromLatin1(words[index < N ? index : 0]);
}

template<class Enum, size_t N> Enum valueOf(const QString &word, const std::array<const char *, N> &words)
{
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const char *known) { return word == QLatin1String(known); });
    return found == words.end() ? Enum::Unknown : Enum(found - words.begin());
}

} // namespace

QString wordOf(Fault fault)
{
    return wordAt(fault, kFaults);
}

QString wordOf(ErrorKind kind)
{
    return wordAt(kind, kKinds);
}

Fault faultFromWord(const QString &word)
{
    return valueOf<Fault>(word, kFaults);
}

ErrorKind errorKindFromWord(const QString &word)
{
    return valueOf<ErrorKind>(word, kKinds);
}

} // namespace graticule
