// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"

#include <atomic>
#include <bit>
#include <memory>
#include <vector>

// The inside of Table: nodes of the trie and the walks over them. Nobody else includes this.
namespace graticule::tablenode {

inline constexpr unsigned kBits = 5;
inline constexpr unsigned kHashBits = sizeof(size_t) * 8;

template<class T> struct Node;

/// Shared ownership of a node, counted inside the node.
template<class T> class Pointer
{
public:
    Pointer() = default;
    explicit Pointer(Node<T> *node)
        : m_node(node)
    {
    }
    Pointer(const Pointer &other)
        : m_node(other.m_node)
    {
        if (m_node)
            m_node->references.fetch_add(1, std::memory_order_relaxed);
    }
    Pointer(Pointer &&other) noexcept
        : m_node(std::exchange(other.m_node, nullptr))
    {
    }
    Pointer &operator=(Pointer other) noexcept
    {
        std::swap(m_node, other.m_node);
        return *this;
    }
    ~Pointer()
    {
        if (m_node && m_node->references.fetch_sub(1, std::memory_order_acq_rel) == 1)
            delete m_node;
    }

    explicit operator bool() const { return m_node != nullptr; }
    Node<T> *get() const { return m_node; }
    Node<T> &operator*() const { return *m_node; }
    Node<T> *operator->() const { return m_node; }

    /// The node for changing: this one when nobody else holds it, else a copy that takes its place here.
    Node<T> &own()
    {
        if (m_node->references.load(std::memory_order_acquire) != 1)
            *this = Pointer(new Node<T>(*m_node));
        return *m_node;
    }

private:
    Node<T> *m_node = nullptr;
};

/// Entries and children of one level; bit i of a map says that slot i of 32 is taken. Below the last level of hash bits
/// a node is a plain list of entries whose hashes are equal (both maps 0).
template<class T> struct Node
{
    using Item = std::shared_ptr<const T>;

    Node() = default;
    Node(const Node &other)
        : entryMap(other.entryMap)
        , childMap(other.childMap)
        , entries(other.entries)
        , children(other.children)
    {
    }
    Node &operator=(const Node &) = delete;

    std::atomic<int> references{1};
    quint32 entryMap = 0;
    quint32 childMap = 0;
    std::vector<Item> entries;
    std::vector<Pointer<T>> children;
};

inline quint32 slotBit(size_t hash, unsigned shift)
{
    return quint32(1) << ((hash >> shift) & 31);
}
inline int indexOf(quint32 map, quint32 bit)
{
    return std::popcount(map & (bit - 1));
}
inline size_t hashOf(const EntityId &id)
{
    return qHash(id, size_t(QHashSeed::globalSeed()));
}

template<class T>
const std::shared_ptr<const T> *find(const Node<T> &root, const EntityId &id, size_t hash, unsigned shift)
{
    const Node<T> *node = &root;
    for (; shift < kHashBits; shift += kBits) {
        const quint32 bit = slotBit(hash, shift);
        if (node->entryMap & bit) {
            const auto &entry = node->entries[size_t(indexOf(node->entryMap, bit))];
            return entry->id == id ? &entry : nullptr;
        }
        if (!(node->childMap & bit))
            return nullptr;
        node = node->children[size_t(indexOf(node->childMap, bit))].get();
    }
    for (const auto &entry : node->entries) {
        if (entry->id == id)
            return &entry;
    }
    return nullptr;
}

/// True when the id was not there before.
template<class T> bool insert(Pointer<T> &at, std::shared_ptr<const T> item, size_t hash, unsigned shift)
{
    if (!at)
        at = Pointer<T>(new Node<T>);
    Node<T> &node = at.own();
    if (shift >= kHashBits) {
        for (auto &entry : node.entries) {
            if (entry->id == item->id) {
                entry = std::move(item);
                return false;
            }
        }
        node.entries.push_back(std::move(item));
        return true;
    }
    const quint32 bit = slotBit(hash, shift);
    if (node.childMap & bit)
        return insert(node.children[size_t(indexOf(node.childMap, bit))], std::move(item), hash, shift + kBits);
    const auto position = node.entries.begin() + indexOf(node.entryMap, bit);
    if (!(node.entryMap & bit)) {
        node.entries.insert(position, std::move(item));
        node.entryMap |= bit;
        return true;
    }
    if ((*position)->id == item->id) {
        *position = std::move(item);
        return false;
    }
    // Two ids in one slot: both move one level down.
    Pointer<T> child;
    const size_t otherHash = hashOf((*position)->id);
    insert(child, std::move(*position), otherHash, shift + kBits);
    insert(child, std::move(item), hash, shift + kBits);
    node.entries.erase(position);
    node.entryMap &= ~bit;
    node.children.insert(node.children.begin() + indexOf(node.childMap, bit), std::move(child));
    node.childMap |= bit;
    return true;
}

/// Removes an id that is known to be there. Leaves @p at null when nothing remains below it.
template<class T> void remove(Pointer<T> &at, const EntityId &id, size_t hash, unsigned shift)
{
    Node<T> &node = at.own();
    if (shift >= kHashBits) {
        std::erase_if(node.entries, [&](const auto &entry) { return entry->id == id; });
    } else {
        const quint32 bit = slotBit(hash, shift);
        if (node.entryMap & bit) {
            node.entries.erase(node.entries.begin() + indexOf(node.entryMap, bit));
            node.entryMap &= ~bit;
        } else {
            const auto child = node.children.begin() + indexOf(node.childMap, bit);
            remove(*child, id, hash, shift + kBits);
            if (!*child) {
                node.children.erase(child);
                node.childMap &= ~bit;
            } else if ((*child)->children.empty() && (*child)->entries.size() == 1) {
                // One entry alone belongs on this level: the same content then has the same shape, however it came
                // about.
                auto last = (*child)->entries.front();
                node.children.erase(child);
                node.childMap &= ~bit;
                node.entries.insert(node.entries.begin() + indexOf(node.entryMap, bit), std::move(last));
                node.entryMap |= bit;
            }
        }
    }
    if (node.entries.empty() && node.children.empty())
        at = Pointer<T>();
}

template<class T, class Visit> void forEach(const Node<T> &node, Visit &&visit)
{
    for (const auto &entry : node.entries)
        visit(entry);
    for (const auto &child : node.children)
        forEach(*child, visit);
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
        for (const Item &entry : node.entries) {
            if (entry->id == id)
                return &entry;
        }
        return nullptr;
    };
    for (const Item &entry : before.entries) {
        const Item *other = in(after, entry->id);
        if (!other || *other != entry)
            visit(&entry, other);
    }
    for (const Item &entry : after.entries) {
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
            return n->entryMap & bit ? &n->entries[size_t(indexOf(n->entryMap, bit))] : nullptr;
        };
        const auto childOf = [bit](const Node<T> *n) {
            return n->childMap & bit ? n->children[size_t(indexOf(n->childMap, bit))].get() : nullptr;
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
