// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/records/recordblock.h"

#include <cstring>

namespace graticule {
namespace {

/// Whether nothing but its number was changed: it would be right as @p expected.
bool isRenumbered(ChainHasher &hasher, const char *before, const QByteArray &json, const LineHead &head,
                  quint64 expected)
{
    const QByteArray stated = "{\"n\":" + QByteArray::number(head.number) + ',';
    const QByteArray right = "{\"n\":" + QByteArray::number(expected) + ',' + json.mid(stated.size());
    char hash[kHashBytes];
    hasher.of(before, right.constData(), right.size(), hash);
    return std::memcmp(hash, head.hash, kHashBytes) == 0;
}

} // namespace

RecordBlock::Found RecordBlock::check() const
{
    Found found;
    found.last = before;
    ChainHasher hasher;
    const char *at = bytes.constData();
    const char *const end = at + bytes.size();
    const auto flawed = [&](RecordFlawKind kind, quint64 number, quint64 until, Instant when) {
        found.flaw = kind;
        found.number = number;
        found.until = until;
        found.at = when;
        return found;
    };
    while (at < end) {
        const auto *lineEnd = static_cast<const char *>(std::memchr(at, '\n', size_t(end - at)));
        const quint64 expected = found.last.number + 1;
        if (!lineEnd)
            return flawed(RecordFlawKind::CutShort, expected, 0, found.last.at);
        LineHead head;
        if (!readLineHead(at, lineEnd - at, &head))
            return flawed(RecordFlawKind::Unreadable, expected, 0, found.last.at);
        const char *json = at + kLineHead;
        char hash[kHashBytes];
        hasher.of(found.last.hash, json, lineEnd - json, hash);
        const bool follows = std::memcmp(hash, head.hash, kHashBytes) == 0;
        if (!follows || head.number != expected) {
            const bool isNumberOnly =
                head.number != expected &&
                isRenumbered(hasher, found.last.hash, QByteArray(json, lineEnd - json), head, expected);
            if (head.number == expected || isNumberOnly || follows)
                return flawed(RecordFlawKind::Altered, expected, expected, head.at);
            if (head.number > expected)
                return flawed(RecordFlawKind::Missing, expected, head.number - 1, found.last.at);
            return flawed(RecordFlawKind::Misplaced, expected, head.number, head.at);
        }
        if (found.records++ == 0)
            found.first = head;
        if (wanted.contains(head.number))
            found.wanted.push_back(head);
        found.last = head;
        at = lineEnd + 1;
    }
    return found;
}

} // namespace graticule
