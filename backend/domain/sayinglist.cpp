// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/actsayings.h"
#include "backend/domain/keepersayings.h"
#include "backend/domain/phrasesayings.h"
#include "backend/domain/platformsayings.h"
#include "backend/domain/saying.h"
#include "backend/domain/transportsayings.h"
#include "backend/domain/verdictsayings.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

namespace graticule {
namespace {

// Each area is sorted by code and number of arguments, and all of them together, to be found quickly. They are one
// list, so that nothing can be said in English that the window does not know. A text that is its argument only is not
// translated.
constexpr bool isLess(const Saying &a, const Saying &b)
{
    const int order = std::string_view(a.code).compare(b.code);
    return order < 0 || (order == 0 && std::string_view(a.kinds).size() < std::string_view(b.kinds).size());
}

template<typename... Areas> constexpr bool areSorted(const Areas &...areas)
{
    return (std::is_sorted(areas.begin(), areas.end(), isLess) && ...);
}
static_assert(areSorted(kActSayings, kKeeperSayings, kPhraseSayings, kPlatformSayings, kTransportSayings,
                        kVerdictSayings));

template<typename... Areas> constexpr auto joined(const Areas &...areas)
{
    std::array<Saying, (std::tuple_size_v<Areas> + ...)> all{};
    auto end = all.begin();
    ((end = std::copy(areas.begin(), areas.end(), end)), ...);
    std::sort(all.begin(), all.end(), isLess);
    return all;
}
constexpr std::array kSayings =
    joined(kActSayings, kKeeperSayings, kPhraseSayings, kPlatformSayings, kTransportSayings, kVerdictSayings);

constexpr bool isTheSame(const Saying &a, const Saying &b)
{
    return !isLess(a, b);
}
static_assert(std::adjacent_find(kSayings.begin(), kSayings.end(), isTheSame) == kSayings.end());

} // namespace

std::span<const Saying> allSayings()
{
    return kSayings;
}

const Saying *sayingOf(const QString &code, qsizetype arguments)
{
    const auto first =
        std::lower_bound(kSayings.begin(), kSayings.end(), code,
                         [](const Saying &saying, const QString &c) { return QLatin1String(saying.code) < c; });
    for (auto it = first; it != kSayings.end() && code == QLatin1String(it->code); ++it) {
        if (qsizetype(qstrlen(it->kinds)) == arguments)
            return it;
    }
    return nullptr;
}

} // namespace graticule
