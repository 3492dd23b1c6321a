// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/history/stretch.h"

#include <list>
#include <memory>

namespace graticule {

/// A stretch of a history file as it was read; a value, which readers of the same file may share.
struct LoadedStretch
{
    qint64 block = 0;
    qint64 version = 0; ///< of the head: how much of it is read; 0: a closed block
    std::shared_ptr<const Stretch> stretch;
    std::optional<Error> damage;
};

/// The stretches that a reader used last, some MB each.
class LoadedStretches
{
public:
    static constexpr size_t kMost = 16;
    static constexpr qint64 kOnTheWay = 6; ///< blocks before the wanted one that are kept

    /// The one that is there of that block and version, which counts as used now; null: none. Valid until keep().
    const LoadedStretch *use(qint64 block, qint64 version);
    /// In place of what is there of the same block. Returns what had to make room.
    std::optional<LoadedStretch> keep(LoadedStretch loaded);
    /// The one that was used last.
    const LoadedStretch &last() const { return m_all.front(); }
    /// Whether @p block is there, and closed.
    bool has(qint64 block) const;
    /// The last whole closed one before @p block; null: none. Valid until keep().
    const LoadedStretch *before(qint64 block) const;
    /// The whole closed ones of @p block and of those on the way to it, the wanted one first.
    std::vector<LoadedStretch> around(qint64 block) const;

private:
    std::list<LoadedStretch> m_all; ///< last used first
};

} // namespace graticule
