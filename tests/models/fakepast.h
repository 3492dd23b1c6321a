// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timetravel/pastcalls.h"

namespace graticule::testing {

/// A keeper's history that answers when the test says so.
class FakePast : public PastCalls
{
public:
    QStringList asked; ///< "06:14:32", "06:14:32 known 06:14:32", "left"
    HistoryCoverage recorded;
    QList<SiteTurn> sites;
    Error trouble; ///< with a text: coverage cannot be told

    bool isOpen() const override { return false; }
    void ask(Instant at, Instant knownAt) override
    {
        asked << clock(at) + (knownAt == kNever ? QString() : QStringLiteral(" known ") + clock(knownAt));
        m_at = at;
        m_knownAt = knownAt;
    }
    void leave() override { asked << QStringLiteral("left"); }
    void coverage(QObject *, const TimeSpan &, Reply<HistoryCoverage> done) override
    {
        trouble.text.isEmpty() ? done(recorded) : done(trouble);
    }
    void turns(QObject *, const TurnsQuery &query, Reply<QList<SiteTurn>> done) override
    {
        asked << QStringLiteral("turns");
        QList<SiteTurn> told = sites;
        told.removeIf([&](const SiteTurn &turn) { return turn.at > query.span.until; });
        done(told);
    }

    /// The moment asked for last, with what else is to be said of it.
    void tell(const SnapshotPtr &snapshot, PastNote note = {})
    {
        note.at = m_at;
        note.knownAt = m_knownAt;
        Q_EMIT told(snapshot, note);
    }
    void refuse(const QString &why)
    {
        Q_EMIT failed(m_at, {ErrorKind::Unreachable, Fault::Network, why, Milliseconds(0)});
    }
    static QString clock(Instant at) { return toIso(at).mid(11, 8); }

private:
    Instant m_at = kNever;
    Instant m_knownAt = kNever;
};

} // namespace graticule::testing
