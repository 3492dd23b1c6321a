// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitetable/naturalkey.h"

#include <algorithm>

namespace graticule {
namespace {

constexpr size_t kLongestRun = 200; ///< of digits; what goes on is another run

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

/// Most names are plain ASCII: those need no conversion.
std::string foldedBytes(QStringView text)
{
    std::string bytes(size_t(text.size()), '\0');
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c >= 0x80)
            return text.toString().toCaseFolded().toStdString();
        bytes[size_t(i)] = char(c >= u'A' && c <= u'Z' ? c + 32 : c);
    }
    return bytes;
}

std::string naturalKey(const std::string &bytes)
{
    std::string key;
    key.reserve(bytes.size() + 4);
    for (size_t i = 0; i < bytes.size();) {
        if (!isDigit(bytes[i])) {
            key += bytes[i++];
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
            key += char('0' + length);
        } else {
            key += '9';
            key += char(length);
        }
        key.append(bytes, i, length);
        i = end;
    }
    return key;
}

quint64 keyPrefix(const std::string &key)
{
    quint64 prefix = 0;
    for (size_t i = 0; i < 8; ++i)
        prefix = prefix << 8 | (i < key.size() ? quint8(key[i]) : 0);
    return prefix;
}

} // namespace graticule
