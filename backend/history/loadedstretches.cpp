// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/loadedstretches.h"

#include <algorithm>

namespace graticule {
namespace {

bool isWholeBlock(const LoadedStretch &loaded)
{
    return loaded.version == 0 && !loaded.damage;
}

} // namespace

const LoadedStretch *LoadedStretches::use(qint64 block, qint64 version)
{
    const auto known = std::find_if(m_all.begin(), m_all.end(), [&](const LoadedStretch &one) {
        return one.block == block && one.version == version;
    });
    if (known == m_all.end())
        return nullptr;
    m_all.splice(m_all.begin(), m_all, known);
    return &m_all.front();
}

std::optional<LoadedStretch> LoadedStretches::keep(LoadedStretch loaded)
{
    std::erase_if(m_all, [&](const LoadedStretch &old) { return old.block == loaded.block; });
    m_all.push_front(std::move(loaded));
    if (m_all.size() <= kMost)
        return {};
    LoadedStretch oldest = std::move(m_all.back());
    m_all.pop_back();
    return oldest;
}

bool LoadedStretches::has(qint64 block) const
{
    return std::any_of(m_all.begin(), m_all.end(),
                       [block](const LoadedStretch &known) { return known.block == block && known.version == 0; });
}

const LoadedStretch *LoadedStretches::before(qint64 block) const
{
    const LoadedStretch *nearest = nullptr;
    for (const LoadedStretch &known : m_all) {
        if (known.block < block && isWholeBlock(known) && (!nearest || known.block > nearest->block))
            nearest = &known;
    }
    return nearest;
}

std::vector<LoadedStretch> LoadedStretches::around(qint64 block) const
{
    std::vector<LoadedStretch> found;
    for (const LoadedStretch &known : m_all) {
        if (isWholeBlock(known) && known.block <= block && block - known.block <= kOnTheWay)
            found.push_back(known);
    }
    std::sort(found.begin(), found.end(),
              [](const LoadedStretch &a, const LoadedStretch &b) { return a.block > b.block; });
    return found;
}

} // namespace graticule
