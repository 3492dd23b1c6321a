// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graticule {

/// Text as the palette compares it: without case, accents and compatibility forms ("Łódź" -> "lodz"), and where in it
/// words begin.
struct FoldedText
{
    std::u16string text;
    std::vector<int> origins; ///< for each unit, the index in the original that it came from
    quint64 starts = 0;       ///< bit i: a word begins at unit i; of the first 64 units only

    static FoldedText of(QStringView original, size_t most);
    /// One bit per letter or digit that occurs; what lacks a bit of a query cannot match it.
    static quint64 letters(std::u16string_view text);
    /// The same of the letters with which words begin.
    static quint64 startLetters(std::u16string_view text, quint64 starts);
};

/// What was typed, folded and cut into words.
struct PaletteQuery
{
    static constexpr size_t kMostUnits = 64; ///< more is not looked at

    struct Term
    {
        std::u16string text;
        quint64 letters = 0;
        quint64 first = 0; ///< the bit of the first letter
        quint32 kinds = 0; ///< bit per PaletteKind whose name begins with it
    };
    std::u16string whole;
    std::vector<Term> terms;

    static PaletteQuery of(const QString &typed);
};

/// How well an entry answers a query: the way first, then the score.
struct PaletteMatch
{
    enum Way {
        None,
        Fuzzy,      ///< its letters in that order, the first where a word begins
        Inside,     ///< each word in one piece
        Words,      ///< each word where one begins, in title or detail, or as the name of the kind
        TitleWords, ///< the same in the title alone
        Prefix,     ///< the title begins with what was typed
        Exact,
    };
    Way way = None;
    int score = 0; ///< higher is better; comparable for one query only

    friend bool operator==(const PaletteMatch &, const PaletteMatch &) = default;
};

/// An entry, folded.
struct PaletteText
{
    std::u16string_view title;
    std::u16string_view detail;
    quint64 starts = 0;                 ///< of the title
    quint64 startLetters = ~quint64(0); ///< of the title; a bit too many does no harm
};

/// Every word of @p query must be found. Scores are those of fzf's first algorithm (junegunn/fzf, src/algo/algo.go,
/// FuzzyMatchV1): forward to the first place where all letters have come, backward to the shortest such stretch, 16 a
/// letter, gaps -3 and -1, a bonus for word starts (8), for humps and digits (7) and for runs (4), twofold at the
/// first letter. Other than there, a place where a word begins with all letters in one piece goes before such a
/// stretch, and a stretch begins with a word. Pure.
PaletteMatch matchPalette(const PaletteQuery &query, const PaletteText &text, quint32 kind);

/// For an entry of which only the letters are known: if they say for certain that it matches, what its match is at
/// best. Of a hundred thousand that contain an "e" nearly all need not be read then.
std::optional<PaletteMatch> bestMatch(const PaletteQuery &query, quint64 letters, quint64 startLetters, quint32 kind);

/// Which parts (start, length) of the texts of an entry a query found, for emphasis.
struct PaletteParts
{
    using Parts = QList<std::pair<int, int>>;

    Parts title;
    Parts detail;

    static PaletteParts of(const PaletteQuery &query, const QString &title, const QString &detail);
};

} // namespace graticule
