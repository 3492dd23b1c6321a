// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timetravel/historylog.h"

#include <optional>

namespace graticule {

/// Takes the store to moments of the past and back: asks for them, the newest question first, and holds what is to be
/// said of the one that is shown. Until an answer is there what was shown stays, and now() of the store with it, so
/// nothing on screen is ever of another moment than it says. GUI thread.
class TimeTravel : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    TimeTravel(FleetStore &store, PastCalls &calls, QObject *parent = nullptr);

    FleetStore &store() const { return m_store; }
    HistoryLog &log() { return m_log; }
    const HistoryLog &log() const { return m_log; }

    /// What is shown is an incident file: there is no present to return to, its end is the newest there is.
    struct Replay
    {
        Instant end = kNever;
        QString words;       ///< whose it is, and whether its signature holds: one sentence, translated
        QStringList missing; ///< what is not in it, in its own words
    };
    void setReplay(const Replay &replay);
    bool isReplay() const { return m_replay.end != kNever; }
    /// What is always to be said of it; empty: it is no incident file.
    const QString &replayWords() const { return m_replay.words; }
    const QStringList &missingInReplay() const { return m_replay.missing; }

    /// Whether the past is shown.
    bool isPast() const { return m_store.isPast(); }
    /// The moment that was asked for last, shown already or not; kNever: nothing was, the newest is shown.
    Instant asked() const { return m_asked; }
    /// It is not there yet.
    bool isAsking() const { return m_isAsking; }
    /// What is said of the moment that is shown.
    const PastNote &note() const { return m_note; }
    /// By what was known at the moment itself, and not by all that is known now.
    bool isKnownThen() const { return m_isKnownThen; }
    /// By what was known at another moment than that and now, which note() has.
    bool isKnownElsewhen() const { return m_knownAt != kNever; }
    /// The newest moment there is: now, of an incident file its end.
    Instant newest() const { return isReplay() ? m_replay.end : m_store.liveNow(); }
    /// Why the moment asked for last is not shown; text empty: it is, or will be.
    const Error &failure() const { return m_failure; }
    /// The same in words, with whose fault it is; empty: nothing failed.
    QString failureText() const;
    /// What a person must know of the moment that is shown, one sentence each: learnt later, nobody watched, damaged.
    QStringList remarks() const;
    /// How recording goes, when something is wrong with it; else empty.
    QString recordingTrouble() const;
    /// "fra1 is down", "12 sites down, fra1 first".
    QString incidentText(const SiteIncident &incident) const;

public Q_SLOTS:
    /// Shows @p at, as it is known now or was known then. A moment that is still to come is now.
    void goTo(graticule::Instant at);
    /// Shows @p at by what was known at @p knownAt.
    void goTo(graticule::Instant at, graticule::Instant knownAt);
    void setKnownThen(bool isKnownThen);
    void returnToLive();
    /// To the begin of the incident before (-1) or after (1) the moment that is shown, however far it is.
    void goToIncident(int direction);
    /// Asks for @p at without showing it: fetched() or failed() answers.
    void fetch(graticule::Instant at);

Q_SIGNALS:
    /// Anything of the above but the log.
    void changed();
    /// The moment could not be entered from live, or not be fetched.
    void failed(const QString &words);
    void fetched(const graticule::SnapshotPtr &snapshot, const graticule::PastNote &note);

private:
    void ask();
    void take(const SnapshotPtr &snapshot, const PastNote &note);
    void fail(Instant at, const Error &why);
    void endFetch();
    void leave();
    void takeIncident(int direction, const Result<std::optional<Instant>> &found);
    void reopen();
    QString failureText(Instant at, const Error &why) const;

    FleetStore &m_store;
    PastCalls &m_calls;
    HistoryLog m_log;
    Instant m_asked = kNever;
    Instant m_knownAt = kNever; ///< as asked for in so many words
    Instant m_fetching = kNever;
    QList<Instant> m_dropped; ///< fetched no more, but perhaps answered
    Replay m_replay;
    PastNote m_note;
    Error m_failure;
    bool m_isKnownThen = false;
    bool m_isAsking = false;
};

} // namespace graticule
