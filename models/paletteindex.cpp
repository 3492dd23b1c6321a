// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paletteindex.h"

#include <algorithm>

namespace graticule {

namespace {

constexpr size_t kMostTitle = 128;
constexpr size_t kMostDetail = 160;
constexpr size_t kLeastUnused = 1 << 16; ///< less is not worth moving everything
constexpr size_t kShortestKindWord = 4;  ///< shorter ones would find every site by accident

quint32 bitOf(PaletteKind kind)
{
    return quint32(1) << unsigned(kind);
}

/// Whether everything that matches @p longer matches @p shorter too, so that it need be looked for there only.
bool narrows(const PaletteQuery &longer, const PaletteQuery &shorter)
{
    if (shorter.terms.empty() || longer.terms.size() < shorter.terms.size())
        return false;
    for (size_t i = 0; i < shorter.terms.size(); ++i) {
        const PaletteQuery::Term &before = shorter.terms[i];
        const PaletteQuery::Term &now = longer.terms[i];
        if (now.text.compare(0, before.text.size(), before.text) != 0 || (now.kinds & ~before.kinds) != 0)
            return false;
    }
    return true;
}

} // namespace

PaletteText PaletteIndex::text(quint32 row) const
{
    const Entry &entry = m_entries[row];
    const std::u16string_view all = stored(entry);
    return {all.substr(0, entry.title), all.substr(entry.title), entry.starts, m_startLetters[row]};
}

std::u16string_view PaletteIndex::stored(const Entry &entry) const
{
    return std::u16string_view(m_text).substr(entry.offset, size_t(entry.title) + entry.detail);
}

void PaletteIndex::put(const PaletteKey &key, QStringView title, QStringView detail)
{
    FoldedText folded = FoldedText::of(title, kMostTitle);
    const size_t titleLength = std::min(folded.text.size(), kMostTitle);
    folded.text.resize(titleLength);
    folded.text += FoldedText::of(detail, kMostDetail).text;

    QHash<EntityId, quint32> &rows = m_rows[size_t(key.kind)];
    const auto at = rows.constFind(key.id);
    if (at != rows.constEnd()) {
        const Entry &entry = m_entries[*at];
        if (entry.title == titleLength && stored(entry) == folded.text && entry.starts == folded.starts)
            return;
    }
    m_steps.clear();
    const quint32 row = at != rows.constEnd() ? *at : quint32(m_entries.size());
    if (at == rows.constEnd()) {
        rows.insert(key.id, row);
        m_entries.emplace_back();
        m_letters.emplace_back();
        m_startLetters.emplace_back();
        m_ids.push_back(key.id);
    }
    Entry &entry = m_entries[row];
    m_unused += size_t(entry.title) + entry.detail;
    entry.starts = folded.starts;
    entry.offset = quint32(m_text.size());
    entry.title = quint16(titleLength);
    entry.detail = quint16(folded.text.size() - titleLength);
    entry.kind = key.kind;
    entry.isRecent = m_recent.contains(key);
    m_letters[row] = FoldedText::letters(folded.text);
    m_startLetters[row] =
        FoldedText::startLetters(std::u16string_view(folded.text).substr(0, titleLength), folded.starts);
    m_text += folded.text;
    compact();
}

void PaletteIndex::remove(const PaletteKey &key)
{
    QHash<EntityId, quint32> &rows = m_rows[size_t(key.kind)];
    const auto at = rows.constFind(key.id);
    if (at == rows.constEnd())
        return;
    m_steps.clear();
    const quint32 row = *at;
    rows.erase(at);
    m_unused += size_t(m_entries[row].title) + m_entries[row].detail;
    const quint32 last = quint32(m_entries.size()) - 1;
    if (row != last) {
        m_entries[row] = m_entries[last];
        m_letters[row] = m_letters[last];
        m_startLetters[row] = m_startLetters[last];
        m_ids[row] = m_ids[last];
        m_rows[size_t(m_entries[row].kind)].insert(m_ids[row], row);
    }
    m_entries.pop_back();
    m_letters.pop_back();
    m_startLetters.pop_back();
    m_ids.pop_back();
    compact();
}

bool PaletteIndex::contains(const PaletteKey &key) const
{
    return m_rows[size_t(key.kind)].contains(key.id);
}

/// Costs nothing on the average: what is moved was written since the last time.
void PaletteIndex::compact()
{
    if (m_unused < kLeastUnused || m_unused < m_text.size() / 2)
        return;
    std::u16string text;
    text.reserve(m_text.size() - m_unused);
    for (Entry &entry : m_entries) {
        const std::u16string_view own = stored(entry);
        entry.offset = quint32(text.size());
        text += own;
    }
    m_text = std::move(text);
    m_unused = 0;
}

void PaletteIndex::setKindName(PaletteKind kind, const QString &name)
{
    m_kindNames[size_t(kind)] = FoldedText::of(name, kMostTitle).text;
    m_steps.clear();
}

void PaletteIndex::setRecent(const QList<PaletteKey> &keys)
{
    const auto mark = [this](const PaletteKey &key, bool isRecent) {
        const auto &rows = m_rows[size_t(key.kind)];
        if (const auto at = rows.constFind(key.id); at != rows.constEnd())
            m_entries[*at].isRecent = isRecent;
    };
    for (const PaletteKey &key : std::as_const(m_recent))
        mark(key, false);
    m_recent = keys;
    for (const PaletteKey &key : std::as_const(m_recent))
        mark(key, true);
}

void PaletteIndex::rest()
{
    m_steps = {};
}

void PaletteIndex::nameKinds(PaletteQuery &query) const
{
    for (PaletteQuery::Term &term : query.terms) {
        for (size_t kind = 0; kind < kPaletteKinds && term.text.size() >= kShortestKindWord; ++kind) {
            const std::u16string &name = m_kindNames[kind];
            // "sites" finds what "site" does
            const bool isPlural = term.text.size() == name.size() + 1 && term.text.back() == u's';
            const std::u16string_view begin = std::u16string_view(term.text).substr(0, term.text.size() - isPlural);
            if (!name.empty() && name.compare(0, begin.size(), begin) == 0)
                term.kinds |= quint32(1) << kind;
        }
    }
}

const PaletteIndex::Step *PaletteIndex::stepFor(const PaletteQuery &query)
{
    while (!m_steps.empty() && !narrows(query, m_steps.back().query))
        m_steps.pop_back();
    return m_steps.empty() ? nullptr : &m_steps.back();
}

/// Way, whether it was picked lately, score, kind, and then the shorter title first.
quint64 PaletteIndex::rank(const PaletteMatch &match, const Entry &entry)
{
    const auto score = quint64(std::clamp(match.score, 0, 0xFFFF));
    return quint64(match.way) << 56 | quint64(entry.isRecent) << 52 | score << 24 |
           quint64(kPaletteKinds - size_t(entry.kind)) << 16 | quint64(0xFF - std::min<int>(entry.title, 0xFF));
}

bool PaletteIndex::isBefore(const Ranked &a, const Ranked &b) const
{
    if (a.rank != b.rank)
        return a.rank > b.rank;
    if (const int order = stored(m_entries[a.entry]).compare(stored(m_entries[b.entry])); order != 0)
        return order < 0;
    return m_ids[a.entry] < m_ids[b.entry];
}

PaletteIndex::Result PaletteIndex::search(const QString &typed, size_t most)
{
    PaletteQuery query = PaletteQuery::of(typed);
    if (query.terms.empty() || most == 0)
        return {};
    nameKinds(query);
    quint64 letters = 0;
    quint32 kinds = 0;
    for (const PaletteQuery::Term &term : query.terms) {
        letters |= term.letters;
        kinds |= term.kinds;
    }

    std::vector<quint32> found;
    std::vector<Ranked> best; // a heap: the last of the best on top
    const auto before = [this](const Ranked &a, const Ranked &b) { return isBefore(a, b); };
    const auto look = [&](quint32 row) {
        // the name of a kind stands in no entry, so its letters may be missing
        if ((m_letters[row] & letters) != letters && (kinds == 0 || !(kinds & bitOf(m_entries[row].kind))))
            return;
        const Entry &entry = m_entries[row];
        if (best.size() == most) {
            const auto atBest = bestMatch(query, m_letters[row], m_startLetters[row], bitOf(entry.kind));
            if (atBest && rank(*atBest, entry) < best.front().rank) {
                found.push_back(row);
                return;
            }
        }
        const PaletteMatch match = matchPalette(query, text(row), bitOf(entry.kind));
        if (match.way == PaletteMatch::None)
            return;
        found.push_back(row);
        const Ranked ranked{rank(match, entry), row};
        if (best.size() == most) {
            if (!before(ranked, best.front()))
                return;
            std::pop_heap(best.begin(), best.end(), before);
            best.pop_back();
        }
        best.push_back(ranked);
        std::push_heap(best.begin(), best.end(), before);
    };
    if (const Step *step = stepFor(query)) {
        for (const quint32 row : step->found)
            look(row);
    } else {
        for (quint32 row = 0; row < m_entries.size(); ++row)
            look(row);
    }
    std::sort_heap(best.begin(), best.end(), before);

    Result result;
    result.found = qsizetype(found.size());
    for (const Ranked &ranked : best)
        result.best.push_back({m_entries[ranked.entry].kind, m_ids[ranked.entry]});
    if (m_steps.empty() || m_steps.back().query.whole != query.whole)
        m_steps.push_back({std::move(query), std::move(found)});
    return result;
}

} // namespace graticule
