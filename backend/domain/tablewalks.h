// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/tablenode.h"

#include <QtAlgorithms>

// The inside of Table: the walks over its trie. Nobody else includes this.
namespace graticule::tablenode {

inline constexpr unsigned kBits = 5;
inline constexpr unsigned kHashBits = sizeof(size_t) * 8;

inline quint32 slotBit(size_t hash, unsigned shift)
{
    return quint32(1) << ((hash >> shift) & 31);
}
inline int indexOf(quint32 map, quint32 bit)
{
    return int(qPopulationCount(map & (bit - 1))); // inline, where std::popcount calls a function
}
inline size_t hashOf(const EntityId &id)
{
    return qHash(id, size_t(QHashSeed::globalSeed()));
}

/// Index of @p id in a node's entries, or -1.
template<class T> int positionOf(const Node<T> &node, const EntityId &id)
{
    for (int i = 0; i < node.entryCount; ++i) {
        if (node.entries()[i]->id == id)
            return i;
    }
    return -1;
}

template<class T>
const std::shared_ptr<const T> *find(const Node<T> &root, const EntityId &id, size_t hash, unsigned shift)
{
    const Node<T> *node = &root;
    for (; shift < kHashBits; shift += kBits) {
        const quint32 bit = slotBit(hash, shift);
        if (node->entryMap & bit) {
            const auto &entry = node->entries()[indexOf(node->entryMap, bit)];
            return entry->id == id ? &entry : nullptr;
        }
        if (!(node->childMap & bit))
            return nullptr;
        node = node->children()[indexOf(node->childMap, bit)].get();
    }
    const int position = positionOf(*node, id);
    return position < 0 ? nullptr : &node->entries()[position];
}

/// True when the id was not there before.
template<class T> bool insert(Pointer<T> &at, std::shared_ptr<const T> item, size_t hash, unsigned shift)
{
    if (!at)
        at = Pointer<T>(Node<T>::allocate(0, 0));
    if (shift >= kHashBits) {
        const int position = positionOf(*at, item->id);
        if (position < 0)
            splice(at, {.entryAt = at->entryCount, .entry = std::move(item)}, 0, 0);
        else
            at.own().entries()[position] = std::move(item);
        return position < 0;
    }
    const quint32 bit = slotBit(hash, shift);
    const quint32 entryMap = at->entryMap;
    const quint32 childMap = at->childMap;
    if (childMap & bit)
        return insert(at.own().children()[indexOf(childMap, bit)], std::move(item), hash, shift + kBits);
    const int position = indexOf(entryMap, bit);
    if (!(entryMap & bit)) {
        splice(at, {.entryAt = position, .entry = std::move(item)}, entryMap | bit, childMap);
        return true;
    }
    std::shared_ptr<const T> other = at->entries()[position];
    if (other->id == item->id) {
        at.own().entries()[position] = std::move(item);
        return false;
    }
    // Two ids in one slot: both move one level down.
    Pointer<T> child;
    const size_t otherHash = hashOf(other->id);
    insert(child, std::move(other), otherHash, shift + kBits);
    insert(child, std::move(item), hash, shift + kBits);
    splice(at, {.entryAt = position, .dropsEntry = true, .childAt = indexOf(childMap, bit), .child = std::move(child)},
           entryMap & ~bit, childMap | bit);
    return true;
}

/// Removes an id that is known to be there. Leaves @p at null when nothing remains below it.
template<class T> void remove(Pointer<T> &at, const EntityId &id, size_t hash, unsigned shift)
{
    const quint32 bit = shift < kHashBits ? slotBit(hash, shift) : 0;
    const quint32 entryMap = at->entryMap;
    const quint32 childMap = at->childMap;
    if (bit == 0) {
        splice(at, {.entryAt = positionOf(*at, id), .dropsEntry = true}, 0, 0);
    } else if (entryMap & bit) {
        splice(at, {.entryAt = indexOf(entryMap, bit), .dropsEntry = true}, entryMap & ~bit, childMap);
    } else {
        const int childAt = indexOf(childMap, bit);
        Pointer<T> &child = at.own().children()[childAt];
        remove(child, id, hash, shift + kBits);
        if (!child) {
            splice(at, {.childAt = childAt, .dropsChild = true}, entryMap, childMap & ~bit);
        } else if (child->childCount == 0 && child->entryCount == 1) {
            // One entry alone belongs on this level: the same content then has the same shape, however it came about.
            auto last = child->entries()[0];
            splice(
                at,
                {.entryAt = indexOf(entryMap, bit), .entry = std::move(last), .childAt = childAt, .dropsChild = true},
                entryMap | bit, childMap & ~bit);
        }
    }
    if (at->entryCount == 0 && at->childCount == 0)
        at = Pointer<T>();
}

template<class T, class Visit> void forEach(const Node<T> &node, Visit &&visit)
{
    for (int i = 0; i < node.entryCount; ++i)
        visit(node.entries()[i]);
    for (int i = 0; i < node.childCount; ++i)
        forEach(*node.children()[i], visit);
}

/// All below @p node against one entry that stands in its place on the other side.
template<class T, class Visit>
void diffAgainstEntry(const Node<T> &node, const std::shared_ptr<const T> &entry, bool nodeIsAfter, Visit &visit)
{
    bool met = false;
    forEach(node, [&](const std::shared_ptr<const T> &item) {
        const std::shared_ptr<const T> *other = nullptr;
        if (item->id == entry->id) {
            met = true;
            if (item == entry)
                return;
            other = &entry;
        }
        nodeIsAfter ? visit(other, &item) : visit(&item, other);
    });
    if (!met)
        nodeIsAfter ? visit(&entry, static_cast<decltype(&entry)>(nullptr))
                    : visit(static_cast<decltype(&entry)>(nullptr), &entry);
}

template<class T, class Visit> void diffLists(const Node<T> &before, const Node<T> &after, Visit &visit)
{
    using Item = std::shared_ptr<const T>;
    const auto in = [](const Node<T> &node, const EntityId &id) -> const Item * {
        const int position = positionOf(node, id);
        return position < 0 ? nullptr : &node.entries()[position];
    };
    for (int i = 0; i < before.entryCount; ++i) {
        const Item &entry = before.entries()[i];
        const Item *other = in(after, entry->id);
        if (!other || *other != entry)
            visit(&entry, other);
    }
    for (int i = 0; i < after.entryCount; ++i) {
        const Item &entry = after.entries()[i];
        if (!in(before, entry->id))
            visit(static_cast<const Item *>(nullptr), &entry);
    }
}

template<class T, class Visit> void diff(const Node<T> *before, const Node<T> *after, Visit &visit, unsigned shift = 0)
{
    using Item = std::shared_ptr<const T>;
    constexpr const Item *absent = nullptr;
    if (before == after)
        return;
    if (!before || !after) {
        const Node<T> &only = before ? *before : *after;
        forEach(only, [&](const Item &item) { before ? visit(&item, absent) : visit(absent, &item); });
        return;
    }
    if (shift >= kHashBits) {
        diffLists(*before, *after, visit);
        return;
    }
    for (quint32 left = before->entryMap | before->childMap | after->entryMap | after->childMap; left;
         left &= left - 1) {
        const quint32 bit = left & (~left + 1);
        const auto entryOf = [bit](const Node<T> *n) {
            return n->entryMap & bit ? &n->entries()[indexOf(n->entryMap, bit)] : nullptr;
        };
        const auto childOf = [bit](const Node<T> *n) {
            return n->childMap & bit ? n->children()[indexOf(n->childMap, bit)].get() : nullptr;
        };
        const Item *entryBefore = entryOf(before);
        const Item *entryAfter = entryOf(after);
        if (entryBefore && entryAfter) {
            if (*entryBefore == *entryAfter)
                continue;
            if ((*entryBefore)->id == (*entryAfter)->id) {
                visit(entryBefore, entryAfter);
            } else {
                visit(entryBefore, absent);
                visit(absent, entryAfter);
            }
        } else if (entryBefore) {
            if (const Node<T> *child = childOf(after))
                diffAgainstEntry(*child, *entryBefore, /*nodeIsAfter=*/true, visit);
            else
                visit(entryBefore, absent);
        } else if (entryAfter) {
            if (const Node<T> *child = childOf(before))
                diffAgainstEntry(*child, *entryAfter, /*nodeIsAfter=*/false, visit);
            else
                visit(absent, entryAfter);
        } else {
            diff(childOf(before), childOf(after), visit, shift + kBits);
        }
    }
}

} // namespace graticule::tablenode
