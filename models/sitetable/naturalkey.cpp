// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitetable/naturalkey.h"

#include <QtEndian>

namespace graticule {
namespace {

constexpr size_t kLongestRun = 200; ///< of digits; what goes on is another run

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

/// Most names are plain ASCII: those need no conversion.
void appendFolded(QStringView text, std::string &into)
{
    const size_t before = into.size();
    into.resize(before + size_t(text.size()));
    char *byte = into.data() + before;
    for (const QChar unit : text) {
        const char16_t c = unit.unicode();
        if (c >= 0x80) {
            into.resize(before);
            into += text.toString().toCaseFolded().toStdString();
            return;
        }
        *byte++ = char(c >= u'A' && c <= u'Z' ? c + 32 : c);
    }
}

std::string foldedBytes(QStringView text)
{
    std::string bytes;
    appendFolded(text, bytes);
    return bytes;
}

void appendNaturalKey(std::string_view bytes, std::string &into)
{
    for (size_t i = 0; i < bytes.size();) {
        if (!isDigit(bytes[i])) {
            into += bytes[i++];
            continue;
        }
        size_t end = i;
        while (end < bytes.size() && isDigit(bytes[end]) && end - i < kLongestRun)
            ++end;
        while (i + 1 < end && bytes[i] == '0')
            ++i;
        // Lengths follow the digits of ASCII, so that a number still stands where digits stand: before letters.
        const size_t length = end - i;
        if (length < 9) {
            into += char('0' + length);
        } else {
            into += '9';
            into += char(length);
        }
        into.append(bytes, i, length);
        i = end;
    }
}

std::string naturalKey(std::string_view bytes)
{
    std::string key;
    key.reserve(bytes.size() + 4);
    appendNaturalKey(bytes, key);
    return key;
}

quint64 keyPrefix(std::string_view key, size_t at)
{
    if (at + sizeof(quint64) <= key.size())
        return qFromBigEndian<quint64>(key.data() + at);
    quint64 part = 0;
    for (size_t i = at; i < at + sizeof(quint64); ++i)
        part = part << 8 | (i < key.size() ? quint8(key[i]) : 0);
    return part;
}

} // namespace graticule
