// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/authority/signingkey.h"
#include "backend/domain/instant.h"

#include <QList>

namespace graticule {

/// How far a record was at a moment, signed by its keeper: one line, which stands in a file and in syslog alike.
///
///     graticule-audit-head 1 keeper=ID n=17 at=2026-11-22T09:14:32.000Z hash=HEX key=BASE64 sig=BASE64
///
/// The signature is of the line up to the blank before "sig=". A value.
struct RecordHead
{
    QString keeper;
    quint64 number = 0;
    Instant at = kNever;
    QByteArray hash;       ///< of the record with that number
    QByteArray publicKey;  ///< Ed25519
    bool isSigned = false; ///< with that key; of heads that were read

    /// The signed line, without a line feed.
    static Result<QByteArray> signedLine(const RecordHead &head, const SigningKey &key);
    /// All heads in @p text, by number: lines may begin with what syslog puts there. Other lines are skipped.
    static QList<RecordHead> read(const QByteArray &text);

    friend bool operator==(const RecordHead &, const RecordHead &) = default;
};

} // namespace graticule
