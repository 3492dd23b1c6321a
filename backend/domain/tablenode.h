// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <memory>
#include <new>

// The inside of Table: the nodes of its trie and how one takes the place of another. Nobody else includes this.
namespace graticule::tablenode {

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
            Node<T>::destroy(m_node);
    }

    explicit operator bool() const { return m_node != nullptr; }
    Node<T> *get() const { return m_node; }
    Node<T> &operator*() const { return *m_node; }
    Node<T> *operator->() const { return m_node; }

    bool isOnlyOne() const { return m_node->references.load(std::memory_order_acquire) == 1; }
    /// The node for changing: this one when nobody else holds it, else a copy that takes its place here.
    Node<T> &own()
    {
        if (!isOnlyOne())
            *this = Pointer(Node<T>::copyOf(*m_node));
        return *m_node;
    }

private:
    Node<T> *m_node = nullptr;
};

/// Entries and children of one level; bit i of a map says that slot i of 32 is taken. Below the last level of hash bits
/// a node is a plain list of entries whose hashes are equal (both maps 0). Entries and children stand behind the node
/// in the same piece of memory, just as many as there are: a large fleet has hundreds of thousands of nodes, and each
/// publishing copies some of them.
template<class T> struct Node
{
    using Item = std::shared_ptr<const T>;

    std::atomic<int> references{1};
    quint32 entryMap = 0;
    quint32 childMap = 0;
    quint16 entryCount = 0;
    quint16 childCount = 0;

    Item *entries() { return reinterpret_cast<Item *>(this + 1); }
    const Item *entries() const { return reinterpret_cast<const Item *>(this + 1); }
    Pointer<T> *children() { return reinterpret_cast<Pointer<T> *>(entries() + entryCount); }
    const Pointer<T> *children() const { return reinterpret_cast<const Pointer<T> *>(entries() + entryCount); }

    /// Entries and children are still to be constructed.
    static Node *allocate(int entryCount, int childCount)
    {
        static_assert(sizeof(Node) % alignof(Item) == 0 && alignof(Item) == alignof(Pointer<T>));
        const size_t bytes = sizeof(Node) + size_t(entryCount) * sizeof(Item) + size_t(childCount) * sizeof(Pointer<T>);
        Node *node = new (::operator new(bytes)) Node;
        node->entryCount = quint16(entryCount);
        node->childCount = quint16(childCount);
        return node;
    }
    static Node *copyOf(const Node &other)
    {
        other.fetchAhead();
        Node *node = allocate(other.entryCount, other.childCount);
        node->entryMap = other.entryMap;
        node->childMap = other.childMap;
        std::uninitialized_copy_n(other.entries(), other.entryCount, node->entries());
        std::uninitialized_copy_n(other.children(), other.childCount, node->children());
        return node;
    }
    static void destroy(Node *node)
    {
        node->fetchAhead();
        std::destroy_n(node->entries(), node->entryCount);
        std::destroy_n(node->children(), node->childCount);
        node->~Node();
        ::operator delete(node);
    }

private:
    Node() = default;
    ~Node() = default;

    /// All counters below are about to be counted up or down, one after the other and mostly from far away in memory:
    /// asked for together they arrive together.
    void fetchAhead() const
    {
        for (int i = 0; i < entryCount; ++i) {
            // The counter stands just before the item where both were made in one piece.
            if (const T *item = entries()[i].get())
                __builtin_prefetch(reinterpret_cast<const char *>(item) - 2 * sizeof(int), 1);
        }
        for (int i = 0; i < childCount; ++i)
            __builtin_prefetch(children()[i].get(), 1);
    }
};

/// What becomes another in a node's lists: at most one entry and one child go, at most one of each comes in their
/// place.
template<class T> struct Splice
{
    int entryAt = 0;
    bool dropsEntry = false;
    std::shared_ptr<const T> entry = {}; ///< null: none comes
    int childAt = 0;
    bool dropsChild = false;
    Pointer<T> child = {}; ///< null: none comes
};

/// Puts a node with other lists and maps in the place of @p at.
template<class T> void splice(Pointer<T> &at, Splice<T> change, quint32 entryMap, quint32 childMap)
{
    Node<T> &old = *at;
    const bool isOurs = at.isOnlyOne();
    const auto pass = [isOurs](auto *from, int count, auto *to) {
        return isOurs ? std::uninitialized_move_n(from, count, to).second : std::uninitialized_copy_n(from, count, to);
    };
    Node<T> *fresh = Node<T>::allocate(old.entryCount - change.dropsEntry + bool(change.entry),
                                       old.childCount - change.dropsChild + bool(change.child));
    fresh->entryMap = entryMap;
    fresh->childMap = childMap;
    auto *entry = pass(old.entries(), change.entryAt, fresh->entries());
    if (change.entry)
        std::construct_at(entry++, std::move(change.entry));
    const int entriesBehind = change.entryAt + change.dropsEntry;
    pass(old.entries() + entriesBehind, old.entryCount - entriesBehind, entry);
    auto *child = pass(old.children(), change.childAt, fresh->children());
    if (change.child)
        std::construct_at(child++, std::move(change.child));
    const int childrenBehind = change.childAt + change.dropsChild;
    pass(old.children() + childrenBehind, old.childCount - childrenBehind, child);
    at = Pointer<T>(fresh);
}

} // namespace graticule::tablenode
