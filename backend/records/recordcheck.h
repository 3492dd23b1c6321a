// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/records/recordhead.h"

#include <functional>
#include <optional>

namespace graticule {

/// What is wrong with a record file. Wire values: append only.
enum class RecordFlawKind {
    Unknown = 0,
    None = 1,
    Altered = 2,    ///< that record is not what it was
    Missing = 3,    ///< records were cut out
    Misplaced = 4,  ///< a record stands where another one belongs
    Unreadable = 5, ///< a line that is no record
    CutShort = 6,   ///< the file ends within a record, or before what a head signed
    Rewritten = 7,  ///< the chain holds, and is not the one that was signed
};

/// What a check of a record found.
struct RecordVerdict
{
    RecordFlawKind flaw = RecordFlawKind::None;
    quint64 number = 0;     ///< of the first record that is not as it was (Rewritten: the first that may not be)
    quint64 until = 0;      ///< Missing, CutShort: the last that is missing, if known; Rewritten: the head that differs
    Instant at = kNever;    ///< time of the first altered record, as it stands there; else of the last good one
    quint64 records = 0;    ///< good ones, from the first on
    qint64 bytes = 0;       ///< read
    Instant first = kNever; ///< times of the first and last good one
    Instant last = kNever;
    QByteArray lastHash;
    int heads = 0;           ///< signed heads that were compared
    int badHeads = 0;        ///< heads whose signature does not hold, or that another key signed
    QByteArray publicKey;    ///< that signed the heads
    Instant headAt = kNever; ///< of the newest head that agrees

    bool isWhole() const { return flaw == RecordFlawKind::None && badHeads == 0; }
    /// One English sentence: what was found.
    QString text() const;

    friend bool operator==(const RecordVerdict &, const RecordVerdict &) = default;
};

/// Checks a record file: every record against the hash of the one before it, and all against heads.
struct RecordCheck
{
    QList<RecordHead> heads;
    QByteArray publicKey; ///< that heads must be signed with; empty: the one that signed the first of them
    int threads = 0;      ///< 0: as many as the machine has
    /// Called now and then in the caller's thread; false ends the check.
    std::function<bool(qint64 bytes, qint64 of)> progress;

    /// Waits for the disk. Refused when the file cannot be read, or it was ended (Cancelled).
    Result<RecordVerdict> run(const QString &path) const;
};

} // namespace graticule
