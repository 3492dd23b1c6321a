// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/records/recordhead.h"

#include "backend/records/recordline.h"

#include <QMap>

#include <algorithm>

namespace graticule {
namespace {

constexpr char kBegin[] = "graticule-audit-head 1 ";
constexpr qsizetype kLongestHead = 1024;

QByteArray unsignedLine(const RecordHead &head)
{
    return kBegin + ("keeper=" + head.keeper.toUtf8()) + " n=" + QByteArray::number(head.number) +
           " at=" + toIso(head.at).toLatin1() + " hash=" + head.hash.toHex() +
           " key=" + head.publicKey.toBase64(QByteArray::OmitTrailingEquals);
}

} // namespace

Result<QByteArray> RecordHead::signedLine(const RecordHead &head, const SigningKey &key)
{
    RecordHead own = head;
    own.publicKey = key.publicKey();
    const QByteArray line = unsignedLine(own);
    const auto signature = key.sign(line);
    if (!signature)
        return signature.error();
    return line + " sig=" + signature->toBase64(QByteArray::OmitTrailingEquals);
}

QList<RecordHead> RecordHead::read(const QByteArray &text)
{
    QList<RecordHead> heads;
    for (qsizetype at = text.indexOf(kBegin); at >= 0; at = text.indexOf(kBegin, at + 1)) {
        qsizetype end = text.indexOf('\n', at);
        end = end < 0 ? text.size() : end;
        if (end - at > kLongestHead)
            continue;
        const QByteArray line = text.mid(at, end - at).trimmed();
        QMap<QByteArray, QByteArray> values;
        const QList<QByteArray> words = line.split(' ');
        for (const QByteArray &word : words) {
            const qsizetype equals = word.indexOf('=');
            if (equals > 0)
                values.insert(word.left(equals), word.mid(equals + 1));
        }
        RecordHead head;
        head.keeper = QString::fromUtf8(values.value("keeper"));
        head.number = values.value("n").toULongLong();
        head.at = instantFromIso(QString::fromLatin1(values.value("at")));
        head.hash = QByteArray::fromHex(values.value("hash"));
        head.publicKey = QByteArray::fromBase64(values.value("key"));
        if (head.number == 0 || head.hash.size() != kHashBytes)
            continue;
        // What was signed is what stands there, not what we would write.
        const qsizetype signature = line.indexOf(" sig=");
        head.isSigned = signature > 0 &&
                        isSignedBy(head.publicKey, line.left(signature), QByteArray::fromBase64(values.value("sig")));
        heads.append(std::move(head));
    }
    std::stable_sort(heads.begin(), heads.end(),
                     [](const RecordHead &a, const RecordHead &b) { return a.number < b.number; });
    return heads;
}

} // namespace graticule
