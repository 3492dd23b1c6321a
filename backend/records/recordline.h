// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/records/act.h"

#include <QByteArray>

namespace graticule {

/// One record as it stands in the file (docs/audit.md): the begin of an act, its outcome, or a word of the keeper about
/// the record itself.
struct RecordLine
{
    quint64 number = 0;
    Instant at = kNever;
    quint64 of = 0; ///< an outcome: number of the record that began it; 0: begins something
    Act act;        ///< without its subject's name
    QString who;    ///< pseudonym, 64 hex digits; empty: the keeper itself
    QString way;
    QString role;
    QString subject; ///< pseudonym
    ActOutcome outcome = ActOutcome::Begun;
    Fault fault = Fault::Unknown;
    ErrorKind error = ErrorKind::Unknown;
    QString code;
    quint64 times = 1; ///< so many of the same were refused

    friend bool operator==(const RecordLine &, const RecordLine &) = default;
};

/// Most bytes of one line of the file, its line feed included.
constexpr qsizetype kLongestLine = 16'384;
constexpr qsizetype kHashBytes = 32;
/// 64 hex digits and a blank, before the JSON.
constexpr qsizetype kLineHead = 2 * kHashBytes + 1;

/// The canonical bytes: one JSON object with its keys in the documented order, without blanks; only what is set. Texts
/// are cut to Act::kLongestText. Pure.
QByteArray toCanonicalJson(const RecordLine &line);
/// Malformed, saying what, unless it is such an object. Keys that a later release added are skipped.
Result<RecordLine> recordFromJson(const QByteArray &json);

/// SHA-256 of the hash before and the record's canonical bytes: the chain. Used in one thread.
class ChainHasher
{
public:
    ChainHasher();
    ~ChainHasher();
    Q_DISABLE_COPY_MOVE(ChainHasher)

    /// @p before: kHashBytes; zeros for the first record.
    QByteArray of(const QByteArray &before, const QByteArray &json);
    /// The same without a copy: @p out takes kHashBytes.
    void of(const char *before, const char *json, qsizetype size, char *out);

private:
    void *m_context;
};

/// What can be told of a line without reading all of it.
struct LineHead
{
    quint64 number = 0;
    Instant at = kNever; ///< as it says
    char hash[kHashBytes] = {};
};

/// False: [@p line, @p line + @p size), without its line feed, does not begin like a record. Fast; any thread.
bool readLineHead(const char *line, qsizetype size, LineHead *head);

} // namespace graticule
