// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/logs.h"

namespace graticule {
namespace {

constexpr char16_t kEscape = 0x1b;
constexpr char16_t kBell = 0x07;
constexpr qsizetype kTab = 8;

/// Where the escape sequence that begins at @p at ends; one that does not end is nothing but its first two characters,
/// so that nothing of what follows gets lost.
qsizetype endOfEscape(const QString &text, qsizetype at)
{
    const qsizetype size = text.size();
    if (at + 1 >= size)
        return size;
    const char16_t kind = text[at + 1].unicode();
    if (kind == u'[') { // parameters, then one letter
        for (qsizetype i = at + 2; i < size; ++i) {
            const char16_t c = text[i].unicode();
            if (c >= 0x40 && c <= 0x7e)
                return i + 1;
            if (c < 0x20 || c > 0x3f)
                break;
        }
    } else if (kind == u']' || kind == u'P' || kind == u'X' || kind == u'^' ||
               kind == u'_') { // up to BEL or ESC backslash
        for (qsizetype i = at + 2; i < size; ++i) {
            if (text[i].unicode() == kBell)
                return i + 1;
            if (text[i].unicode() == kEscape)
                return i + 1 < size && text[i + 1] == u'\\' ? i + 2 : i;
        }
    } else if (kind >= 0x20 && kind <= 0x2f) { // which characters a terminal has
        return std::min(at + 3, size);
    }
    return at + 2;
}

} // namespace

QString shownLog(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text[i];
        if (c.unicode() == kEscape) {
            i = endOfEscape(text, i);
            continue;
        }
        ++i;
        if (c == u'\t')
            result.append(QString(kTab - result.size() % kTab, u' '));
        else if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            result += QChar::ReplacementCharacter;
        else
            result += c;
    }
    return result;
}

} // namespace graticule
