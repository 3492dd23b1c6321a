// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace graticule {

/// What was found for a text a moment ago, by the address of its characters: sites share their words, and looking at an
/// address is cheaper than at the word. Good for one pass over texts that live throughout; a text that was met long ago
/// is forgotten, so whoever asks can still look it up.
template<class Value> class MetTexts
{
public:
    /// Texts that were met may have gone meanwhile.
    void startPass() { ++m_pass; }

    /// Null: not met lately.
    const Value *find(const void *characters, qsizetype size) const
    {
        if (m_slots.empty() || !characters)
            return nullptr;
        const Slot &slot = m_slots[placeOf(characters)];
        return slot.characters == characters && slot.size == size && slot.pass == m_pass ? &slot.value : nullptr;
    }
    void put(const void *characters, qsizetype size, const Value &value)
    {
        if (m_slots.empty())
            m_slots.resize(size_t(1) << kBits);
        m_slots[placeOf(characters)] = {characters, size, m_pass, value};
    }

private:
    static constexpr int kBits = 12;

    struct Slot
    {
        const void *characters = nullptr;
        qsizetype size = 0;
        quint64 pass = 0;
        Value value{};
    };

    static size_t placeOf(const void *characters)
    {
        return size_t(quint64(quintptr(characters)) * 0x9E3779B97F4A7C15 >> (64 - kBits));
    }

    std::vector<Slot> m_slots;
    quint64 m_pass = 1;
};

} // namespace graticule
