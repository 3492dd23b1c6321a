// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/records/recordline.h"
#include "backend/records/recordnames.h"

#include <functional>

namespace graticule {

/// Which acts are wanted.
struct ActQuery
{
    static constexpr int kMost = 100'000;

    Instant from = kNever;
    Instant until = kNever;     ///< as it was known then: outcomes that came later are not told; kNever: now
    QString who;                ///< part of a name or role, whatever the case; empty: anybody
    QString what;               ///< part of the verb, the target's id, name, kind or place
    QList<ActOutcome> outcomes; ///< none: all
    quint64 before = 0;         ///< only acts that began before that record; 0: from the newest
    quint64 changedAfter = 0;   ///< only acts of which a record after that one tells
    int most = 1000;            ///< at most kMost

    friend bool operator==(const ActQuery &, const ActQuery &) = default;
};

/// Whether @p act is one of those, its place in the record aside. Pure.
bool isWanted(const RecordedAct &act, const ActQuery &query);

/// Reads a record from its end, in which the newest acts are: what is asked for of the last days costs as much as those
/// days hold. Outcomes are joined to what they are of. Lines that cannot be read are skipped: checks tell of those.
/// Waits for the disk; one thread.
class RecordReader
{
public:
    /// How far the record was when it was read.
    struct End
    {
        quint64 number = 0; ///< of the newest record
        qint64 bytes = 0;
    };
    /// Newest first; false: no more are wanted.
    using Take = std::function<bool(const RecordedAct &act)>;

    RecordReader(QString path, const RecordNames &names)
        : m_path(std::move(path))
        , m_names(names)
    {
    }

    /// A file that is not there has no acts.
    Result<End> read(const ActQuery &query, const Take &take) const;

private:
    RecordedAct actFrom(const RecordLine &line, const QByteArray &hash) const;

    const QString m_path;
    const RecordNames &m_names;
};

/// Calls @p take with the lines of @p path, without their line feeds, from the last whole one back; false ends it.
Result<Done> readLinesBackwards(const QString &path, const std::function<bool(const QByteArray &line)> &take);

} // namespace graticule
