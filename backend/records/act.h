// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"
#include "backend/domain/instant.h"

#include <QList>
#include <QMap>
#include <QStringList>

// What a person does at a keeper, as values. What stands here is all that is ever recorded of it: there is no place for
// free text, so no secret can get in with an error message or an address.

namespace graticule {

/// Who does something.
struct Actor
{
    QString name; ///< of the certificate, the token or the user; empty: nobody knows
    QString way;  ///< how it is known: "certificate", "token", "user", "anonymous", "file", "command", "keeper"
    QString mark; ///< tells two of one name apart: a certificate's hash, a uid; never recorded as it is
    QString role; ///< words, joined by "+"

    friend bool operator==(const Actor &, const Actor &) = default;
};

/// How an act ended. Wire values: append only.
enum class ActOutcome {
    Unknown = 0, ///< the keeper ended, or the way broke, while it was under way
    Begun = 1,   ///< no outcome yet
    Done = 2,
    Failed = 3,
    Refused = 4, ///< before anything was begun; by the platform's rights: a failure in the file, outcomeOf()
    Stopped = 5, ///< by a person, and what was done stays; in the file it is a failure: outcomeOf()
};

QString wordOf(ActOutcome outcome);
ActOutcome outcomeFromWord(const QString &word);
/// How what ended as @p outcome for that reason is called, wherever acts are shown.
ActOutcome outcomeOf(ActOutcome outcome, ErrorKind error, const QString &code);

/// What is done. Texts are cut to kLongestText when they are recorded.
struct Act
{
    static constexpr qsizetype kLongestText = 200;
    static constexpr qsizetype kMostFields = 48;

    QString verb;       ///< "connection.edit", "lab.fault"
    QString target;     ///< id of what it is done to
    QString targetName; ///< its name then
    QString kind;       ///< of connector
    QString place;      ///< where the target is: "https://host:2376", without user, path and query; or a site's id
    QStringList fields; ///< names of what changed; never the values
    QMap<QString, QString> arguments; ///< of a verb: those of recordedArguments() only
    Actor subject;                    ///< whom it is about, where that is a person; role: what that one may do then

    friend bool operator==(const Act &, const Act &) = default;
};

/// An act with all that is known of it, for who reads.
struct RecordedAct
{
    quint64 number = 0; ///< of the record with which it began
    Instant at = kNever;
    QString who;       ///< a name, or "person 3f9a1c20" when it was erased
    QString pseudonym; ///< 64 hex digits
    bool isErased = false;
    QString way;
    QString role;
    Act act; ///< its subject's name is filled in like `who`
    ActOutcome outcome = ActOutcome::Begun;
    Instant ended = kNever;
    quint64 lastNumber = 0; ///< of the newest record that tells of it
    Fault fault = Fault::Unknown;
    ErrorKind error = ErrorKind::Unknown;
    QString code;      ///< of domain/saying.h
    quint64 times = 1; ///< so many of the same were refused, since the record of them before
    QByteArray hash;   ///< of the record with which it began

    /// There is somebody whose fault it is that it ended so.
    bool hasFault() const
    {
        return outcome == ActOutcome::Failed || outcome == ActOutcome::Refused ||
               (outcome == ActOutcome::Unknown && fault != Fault::Unknown);
    }

    friend bool operator==(const RecordedAct &, const RecordedAct &) = default;
};

/// "failed (network)", "refused 400 times more (not-allowed)", "stopped": for listings, not translated.
QString endOf(const RecordedAct &act);

/// Names of those arguments of verbs that may be recorded; their values are short words and numbers.
const QStringList &recordedArguments();
/// "https://host:2376" of "https://user:secret@host:2376/path?token=x": scheme, host and port, or only the scheme.
QString placeOf(const QString &address);

} // namespace graticule
