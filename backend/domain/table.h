// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/tablewalks.h"

#include <memory>

namespace graticule {

/// Persistent map from EntityId to an immutable T (which has a member `id`). Copying a Table is one pointer; the copy
/// and the original share everything that neither changes afterwards. Changing k of n items costs in proportion to k.
///
/// A hash array mapped trie, 32 wide (P. Bagwell, "Ideal Hash Trees", 2001; entries and children apart as in
/// Steindorfer and Vinju, OOPSLA 2015). A node that only this table owns is changed in place, so a batch of changes
/// copies each path once. Order of iteration is that of the hashes: the same within one process, never meaningful.
///
/// Threads: a Table may be read from any number of threads as long as none of them writes this same object; copies are
/// independent of each other. That is how snapshots cross threads.
template<class T> class Table
{
public:
    using Item = std::shared_ptr<const T>;

    qsizetype size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }

    /// The item itself, or null.
    Item item(const EntityId &id) const
    {
        const Item *found = m_root ? tablenode::find(*m_root, id, hash(id), 0) : nullptr;
        return found ? *found : Item();
    }
    /// Valid as long as this table is neither changed nor destroyed; null when absent.
    const T *find(const EntityId &id) const
    {
        const Item *found = m_root ? tablenode::find(*m_root, id, hash(id), 0) : nullptr;
        return found ? found->get() : nullptr;
    }
    bool contains(const EntityId &id) const { return find(id) != nullptr; }

    /// Adds or replaces; @p item is not null.
    void insert(Item item)
    {
        const size_t h = hash(item->id);
        if (tablenode::insert(m_root, std::move(item), h, 0))
            ++m_size;
    }
    void insert(T value) { insert(std::make_shared<const T>(std::move(value))); }

    /// False when there was none.
    bool remove(const EntityId &id)
    {
        if (!m_root || !tablenode::find(*m_root, id, hash(id), 0))
            return false;
        tablenode::remove(m_root, id, hash(id), 0);
        --m_size;
        return true;
    }

    /// Calls @p visit(const T &) for every item.
    template<class Visit> void forEach(Visit &&visit) const
    {
        if (m_root)
            tablenode::forEach(*m_root, [&](const Item &item) { visit(*item); });
    }
    /// Calls @p visit(const Item &) for every item.
    template<class Visit> void forEachItem(Visit &&visit) const
    {
        if (m_root)
            tablenode::forEach(*m_root, visit);
    }

    /// Calls @p visit(const Item *before, const Item *after) for every id whose item is another object in @p after than
    /// in
    /// @p before; null means absent there. What both share is skipped without being looked at.
    template<class Visit> static void diff(const Table &before, const Table &after, Visit &&visit)
    {
        tablenode::diff(before.m_root.get(), after.m_root.get(), visit);
    }

private:
    // The global seed differs from process to process, so nobody can prepare ids that collide.
    static size_t hash(const EntityId &id) { return qHash(id, size_t(QHashSeed::globalSeed())); }

    tablenode::Pointer<T> m_root;
    qsizetype m_size = 0;
};

} // namespace graticule
