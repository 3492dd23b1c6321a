// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palettematch.h"

#include <algorithm>

namespace graticule {

namespace {

constexpr int kLetter = 16;
constexpr int kGapStart = -3;
constexpr int kGapMore = -1;
constexpr int kBoundary = 8;
constexpr int kHump = 7;
constexpr int kRun = 4;
constexpr size_t kKnownStarts = 64;

struct Stretch
{
    size_t begin = 0;
    size_t end = 0;
};

bool isWordUnit(char16_t unit)
{
    if (unit < 0x80)
        return (unit >= u'a' && unit <= u'z') || (unit >= u'0' && unit <= u'9');
    return QChar(unit).isLetterOrNumber() || QChar::isSurrogate(unit);
}

/// Letters that stand for others but have no decomposition in Unicode.
std::u16string_view latinOf(char32_t letter)
{
    switch (letter) {
    case U'ø':
        return u"o";
    case U'ł':
        return u"l";
    case U'đ':
    case U'ð':
        return u"d";
    case U'æ':
        return u"ae";
    case U'œ':
        return u"oe";
    case U'ı':
        return u"i";
    case U'ß':
        return u"ss";
    case U'þ':
        return u"th";
    default:
        return {};
    }
}

/// One character of the original, folded. Marks that were put apart are dropped.
void fold(char32_t letter, std::u16string &into)
{
    if (letter < 0x80) {
        into += char16_t(letter >= U'A' && letter <= U'Z' ? letter + 32 : letter);
        return;
    }
    const QString whole = QString::fromUcs4(&letter, 1).normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const QChar unit : whole) {
        if (unit.category() == QChar::Mark_NonSpacing)
            continue;
        const std::u16string_view latin = latinOf(unit.unicode());
        if (latin.empty())
            into += unit.unicode();
        else
            into += latin;
    }
}

/// Whether a word begins at @p letter: after a separator, at a hump of camelCase, at the first of some digits.
bool isStart(char32_t before, char32_t letter)
{
    if (!QChar::isLetterOrNumber(letter))
        return false;
    if (!QChar::isLetterOrNumber(before))
        return !QChar::isMark(before);
    return (QChar::isUpper(letter) && QChar::isLower(before)) || (QChar::isDigit(letter) && !QChar::isDigit(before));
}

class Title
{
public:
    explicit Title(const PaletteText &text)
        : m_text(text.title)
        , m_starts(text.starts)
    {
    }

    int bonusAt(size_t at) const
    {
        if (at >= kKnownStarts || !(m_starts >> at & 1))
            return 0;
        return at == 0 || !isWordUnit(m_text[at - 1]) ? kBoundary : kHump;
    }

    /// Where @p term stands in one piece; where a word begins if there is such a place.
    std::optional<size_t> find(std::u16string_view term) const
    {
        const size_t first = m_text.find(term);
        if (first == std::u16string_view::npos)
            return std::nullopt;
        for (size_t at = first; at != std::u16string_view::npos; at = m_text.find(term, at + 1)) {
            if (bonusAt(at) > 0)
                return at;
        }
        return first;
    }

    /// The stretch begins where a word does: letters strewn from the middle of a word on are what nobody typed.
    std::optional<Stretch> findLoosely(std::u16string_view term) const
    {
        size_t letter = 0;
        size_t end = 0;
        while (end < m_text.size() && letter < term.size()) {
            if (m_text[end] == term[letter] && (letter > 0 || bonusAt(end) > 0))
                ++letter;
            ++end;
        }
        if (letter < term.size())
            return std::nullopt;
        size_t begin = end;
        while (letter > 0) {
            --begin;
            if (m_text[begin] == term[letter - 1] && (letter > 1 || bonusAt(begin) > 0))
                --letter;
        }
        return Stretch{begin, end};
    }

    /// @p taken gets each place that was counted as a letter.
    template<class Taken> int score(const Stretch &stretch, std::u16string_view term, Taken &&taken) const
    {
        int score = 0;
        int firstBonus = 0;
        int run = 0;
        bool inGap = false;
        size_t letter = 0;
        for (size_t at = stretch.begin; at < stretch.end; ++at) {
            if (letter == term.size() || m_text[at] != term[letter]) {
                score += inGap ? kGapMore : kGapStart;
                inGap = true;
                run = firstBonus = 0;
                continue;
            }
            int bonus = bonusAt(at);
            if (run == 0) {
                firstBonus = bonus;
            } else {
                if (bonus >= kBoundary)
                    firstBonus = std::max(firstBonus, bonus);
                bonus = std::max({bonus, firstBonus, kRun});
            }
            score += kLetter + (letter == 0 ? 2 * bonus : bonus);
            taken(at);
            inGap = false;
            ++run;
            ++letter;
        }
        return score;
    }

private:
    std::u16string_view m_text;
    quint64 m_starts;
};

/// A detail is found in one piece only: letters strewn over a place and a region say nothing.
PaletteMatch matchDetail(std::u16string_view detail, std::u16string_view term)
{
    const size_t first = detail.find(term);
    if (first == std::u16string_view::npos)
        return {};
    const int score = kLetter * int(term.size());
    for (size_t at = first; at != std::u16string_view::npos; at = detail.find(term, at + 1)) {
        if (at == 0 || !isWordUnit(detail[at - 1]))
            return {PaletteMatch::Words, score + kBoundary};
    }
    return {PaletteMatch::Inside, score};
}

PaletteMatch matchTerm(const PaletteQuery::Term &term, const PaletteText &text, quint32 kind)
{
    const Title title(text);
    const auto nothing = [](size_t) {};
    PaletteMatch best;
    const bool canBegin = (text.startLetters & term.first) != 0;
    if (!canBegin && (term.kinds & kind) != 0)
        return {PaletteMatch::Words, 0};
    if (const auto at = title.find(term.text)) {
        best.way = title.bonusAt(*at) > 0 ? PaletteMatch::TitleWords : PaletteMatch::Inside;
        best.score = title.score({*at, *at + term.text.size()}, term.text, nothing);
        if (best.way == PaletteMatch::TitleWords)
            return best;
    }
    if (term.kinds & kind)
        return {PaletteMatch::Words, 0};
    const PaletteMatch inDetail = matchDetail(text.detail, term.text);
    if (inDetail.way > best.way)
        best = inDetail;
    if (best.way == PaletteMatch::None && canBegin) {
        if (const auto stretch = title.findLoosely(term.text))
            best = {PaletteMatch::Fuzzy, title.score(*stretch, term.text, nothing)};
    }
    return best;
}

} // namespace

FoldedText FoldedText::of(QStringView original, size_t most)
{
    FoldedText folded;
    char32_t before = 0;
    for (qsizetype i = 0; i < original.size() && folded.text.size() < most; ++i) {
        char32_t letter = original[i].unicode();
        const int origin = int(i);
        if (QChar::isHighSurrogate(letter) && i + 1 < original.size() && original[i + 1].isLowSurrogate())
            letter = QChar::surrogateToUcs4(char16_t(letter), original[++i].unicode());
        const size_t at = folded.text.size();
        fold(letter, folded.text);
        if (at < kKnownStarts && folded.text.size() > at && isStart(before, letter))
            folded.starts |= quint64(1) << at;
        folded.origins.resize(folded.text.size(), origin);
        if (folded.text.size() > at)
            before = letter;
    }
    return folded;
}

quint64 FoldedText::letters(std::u16string_view text)
{
    quint64 letters = 0;
    for (const char16_t unit : text) {
        if (unit >= u'a' && unit <= u'z')
            letters |= quint64(1) << (unit - u'a');
        else if (unit >= u'0' && unit <= u'9')
            letters |= quint64(1) << (26 + unit - u'0');
        else if (unit != u' ')
            letters |= quint64(1) << (36 + unit % 28);
    }
    return letters;
}

quint64 FoldedText::startLetters(std::u16string_view text, quint64 starts)
{
    quint64 all = 0;
    for (size_t at = 0; at < std::min(text.size(), kKnownStarts); ++at) {
        if (starts >> at & 1)
            all |= letters(text.substr(at, 1));
    }
    return all;
}

PaletteQuery PaletteQuery::of(const QString &typed)
{
    PaletteQuery query;
    for (const QStringView word : QStringView(typed).split(u' ', Qt::SkipEmptyParts)) {
        if (query.whole.size() >= kMostUnits)
            break;
        Term term;
        term.text = FoldedText::of(word.trimmed(), kMostUnits - query.whole.size()).text;
        if (term.text.empty())
            continue;
        term.letters = FoldedText::letters(term.text);
        term.first = FoldedText::letters(std::u16string_view(term.text).substr(0, 1));
        if (!query.whole.empty())
            query.whole += u' ';
        query.whole += term.text;
        query.terms.push_back(std::move(term));
    }
    return query;
}

PaletteMatch matchPalette(const PaletteQuery &query, const PaletteText &text, quint32 kind)
{
    PaletteMatch all{PaletteMatch::TitleWords, 0};
    for (const PaletteQuery::Term &term : query.terms) {
        const PaletteMatch match = matchTerm(term, text, kind);
        if (match.way == PaletteMatch::None)
            return {};
        all.way = std::min(all.way, match.way);
        all.score += match.score;
    }
    if (all.way == PaletteMatch::TitleWords && text.title.substr(0, query.whole.size()) == query.whole)
        all.way = text.title.size() == query.whole.size() ? PaletteMatch::Exact : PaletteMatch::Prefix;
    return all;
}

std::optional<PaletteMatch> bestMatch(const PaletteQuery &query, quint64 letters, quint64 startLetters, quint32 kind)
{
    PaletteMatch all{PaletteMatch::Words, 0};
    for (const PaletteQuery::Term &term : query.terms) {
        if (startLetters & term.first)
            return std::nullopt;
        if (term.kinds & kind)
            continue;
        // Letters and digits of ASCII have bits of their own.
        const bool isCertain = term.text.size() == 1 && term.text[0] < 0x80 && isWordUnit(term.text[0]) &&
                               (letters & term.letters) == term.letters;
        if (!isCertain)
            return std::nullopt;
        all.score += kLetter + kBoundary;
    }
    return all;
}

namespace {

/// One text of an entry with the places in it that were found.
class Found
{
public:
    explicit Found(const QString &original)
        : m_original(original)
        , m_folded(FoldedText::of(original, kMost))
        , m_title({m_folded.text, {}, m_folded.starts})
        , m_taken(size_t(original.size()))
    {
    }

    bool takeWhole(std::u16string_view term)
    {
        const auto at = m_title.find(term);
        if (at)
            take({*at, *at + term.size()}, term);
        return at.has_value();
    }
    void takeLoosely(std::u16string_view term)
    {
        if (const auto stretch = m_title.findLoosely(term))
            take(*stretch, term);
    }
    PaletteParts::Parts parts()
    {
        PaletteParts::Parts parts;
        for (int i = 0; i < int(m_original.size()) && size_t(i) < m_taken.size(); ++i) {
            // what belongs to a letter before it, a mark or half of a pair, shares its fate
            if (i > 0 && (m_original[i].isLowSurrogate() || m_original[i].isMark()))
                m_taken[size_t(i)] = m_taken[size_t(i) - 1];
            if (!m_taken[size_t(i)])
                continue;
            if (!parts.isEmpty() && parts.last().first + parts.last().second == i)
                ++parts.last().second;
            else
                parts.append({i, 1});
        }
        return parts;
    }

private:
    static constexpr size_t kMost = 256; ///< more does not fit a row

    void take(const Stretch &stretch, std::u16string_view term)
    {
        m_title.score(stretch, term, [this](size_t at) { m_taken[size_t(m_folded.origins[at])] = true; });
    }

    const QString &m_original;
    FoldedText m_folded;
    Title m_title;
    std::vector<bool> m_taken;
};

} // namespace

PaletteParts PaletteParts::of(const PaletteQuery &query, const QString &title, const QString &detail)
{
    Found inTitle(title);
    Found inDetail(detail);
    for (const PaletteQuery::Term &term : query.terms) {
        if (!inTitle.takeWhole(term.text) && !inDetail.takeWhole(term.text) && term.kinds == 0)
            inTitle.takeLoosely(term.text);
    }
    return {inTitle.parts(), inDetail.parts()};
}

} // namespace graticule
