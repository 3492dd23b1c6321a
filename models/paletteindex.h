// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "models/palettematch.h"

#include <array>

namespace graticule {

/// What an entry of the palette is. Among equally good ones the first kind goes first.
enum class PaletteKind : quint8 { Page, Command, Setting, Region, Connection, Service, Asset, Site };
constexpr size_t kPaletteKinds = 8;

/// Who an entry is: an entity's id, a region's name, or the id of an action.
struct PaletteKey
{
    PaletteKind kind = PaletteKind::Page;
    EntityId id;

    friend bool operator==(const PaletteKey &, const PaletteKey &) = default;
};

/// Names, folded for searching. Finds the best of a hundred thousand within a few milliseconds, since an entry without
/// the letters is passed over unread, since a query that only grew looks at what the shorter one found, and since only
/// the best are put in order. A value; one thread at a time.
class PaletteIndex
{
public:
    struct Result
    {
        std::vector<PaletteKey> best; ///< the best first
        qsizetype found = 0;          ///< all there are
    };

    /// Adds or replaces. Only the first 128 letters of a title and 160 of a detail are searched.
    void put(const PaletteKey &key, QStringView title, QStringView detail = {});
    /// Nothing happens when there is none.
    void remove(const PaletteKey &key);
    bool contains(const PaletteKey &key) const;
    qsizetype size() const { return qsizetype(m_entries.size()); }

    /// The name of a kind ("Site"): typed as a word of at least four letters, or its beginning, it finds all of them.
    void setKindName(PaletteKind kind, const QString &name);
    /// These go first among equally good ones.
    void setRecent(const QList<PaletteKey> &keys);

    /// At most @p most of those that match every word; none for an empty query.
    Result search(const QString &typed, size_t most);
    /// Forgets what makes the next, longer query fast.
    void rest();

private:
    struct Entry
    {
        quint64 starts = 0;
        quint32 offset = 0; ///< in m_text: the title, then the detail
        quint16 title = 0;  ///< lengths
        quint16 detail = 0;
        PaletteKind kind = PaletteKind::Page;
        bool isRecent = false;
    };
    /// What a query found, to begin with when it only grows.
    struct Step
    {
        PaletteQuery query;
        std::vector<quint32> found;
    };
    struct Ranked
    {
        quint64 rank = 0;
        quint32 entry = 0;
    };

    PaletteText text(quint32 row) const;
    std::u16string_view stored(const Entry &entry) const;
    void compact();
    void nameKinds(PaletteQuery &query) const;
    const Step *stepFor(const PaletteQuery &query);
    static quint64 rank(const PaletteMatch &match, const Entry &entry);
    bool isBefore(const Ranked &a, const Ranked &b) const;

    std::vector<Entry> m_entries;
    std::vector<quint64> m_letters;      ///< by entry; apart, since most are looked at no further
    std::vector<quint64> m_startLetters; ///< by entry; of the title
    std::vector<EntityId> m_ids;         ///< by entry
    std::u16string m_text;
    size_t m_unused = 0; ///< units of m_text that nobody refers to any more
    std::array<QHash<EntityId, quint32>, kPaletteKinds> m_rows;
    std::array<std::u16string, kPaletteKinds> m_kindNames;
    QList<PaletteKey> m_recent;
    std::vector<Step> m_steps; ///< each narrower than the one before
};

} // namespace graticule
