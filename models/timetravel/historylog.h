// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"
#include "models/timetravel/pastcalls.h"
#include "models/timetravel/siteincidents.h"

namespace graticule {

/// What a keeper has recorded: since when, when nobody watched, and how the sites turned within the span that somebody
/// looks at. Turns that happen while one looks are taken from the live snapshots, so nothing is asked again for them.
/// GUI thread.
class HistoryLog : public QObject
{
    Q_OBJECT

public:
    /// How often it is asked how recording goes.
    static constexpr Milliseconds kAskEvery{10'000};
    /// More turns than these are not drawn; the newest are.
    static constexpr int kMostTurns = 20'000;

    /// Both outlive this.
    HistoryLog(FleetStore &store, PastCalls &calls, QObject *parent = nullptr);

    /// Whether the keeper has said anything of its history yet, or why it cannot.
    bool isAnswered() const { return m_isAnswered; }
    /// What was asked for is there, or will not come.
    bool isSettled() const { return m_isAnswered && !m_isAsking; }
    const HistoryCoverage &coverage() const { return m_coverage; }
    /// Why that could not be told; text empty: it was.
    const Error &failure() const { return m_failure; }
    /// From the first thing recorded; kNever: nothing is.
    Instant earliest() const { return m_coverage.recorded.from; }

    /// The span that somebody looks at; asks for what is not there yet.
    void lookAt(const TimeSpan &span);
    /// Turns within @p span, whatever is looked at; nothing when the keeper does not tell them.
    void tellTurns(const TimeSpan &span, std::function<void(const QList<SiteTurn> &)> done);
    using Found = std::function<void(const Result<std::optional<Instant>> &begin)>;
    /// Begin of the last incident before @p at, or (@p direction 1) the first after it, whether it is looked at or not;
    /// nothing when there is none. @p done is called at most once: a newer question takes its place.
    void findIncident(Instant at, int direction, Found done);
    /// The turns that are known, oldest first, and the span they are of.
    const QList<SiteTurn> &turns() const { return m_turns; }
    const TimeSpan &known() const { return m_known; }
    /// Not all turns of the span are there: there are too many.
    bool isCut() const { return m_isCut; }
    std::vector<SiteIncident> incidents() const { return siteIncidents(m_turns); }

    /// What is called so: of what is shown, or of the newest; else the id.
    QString siteName(const EntityId &site) const;

Q_SIGNALS:
    void changed();

private:
    void open();
    void askCoverage();
    void askTurns();
    void takeTurns(const TimeSpan &span, const QList<SiteTurn> &turns);
    void addNewest();
    void forgetOldest();

    struct Search
    {
        Instant at = kNever;
        int direction = 0;
        Found done;
        Instant edge = kNever; ///< looked through from at to here
        Milliseconds length{0};
    };
    void search(const Search &what);
    void searchOn(Search what, const TimeSpan &span, const QList<SiteTurn> &turns);

    FleetStore &m_store;
    PastCalls &m_calls;
    HistoryCoverage m_coverage;
    Error m_failure;
    QList<SiteTurn> m_turns;
    TimeSpan m_known;
    TimeSpan m_wanted;
    SnapshotPtr m_added;   ///< the newest whose turns are in m_turns
    quint64 m_search = 0;  ///< the newest
    quint64 m_session = 0; ///< answers to an older question are dropped
    int m_seconds = 0;
    bool m_isAnswered = false;
    bool m_isAsking = false;
    bool m_isCut = false;
    bool m_isNewest = false; ///< what is known goes on until now
    bool m_hasNews = false;  ///< turns of which changed() has not told yet
};

} // namespace graticule
