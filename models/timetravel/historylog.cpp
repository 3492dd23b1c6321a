// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timetravel/historylog.h"

#include <QHash>

#include <algorithm>

namespace graticule {

namespace {

constexpr qsizetype kManyTurns = 2'000;
constexpr int kSeldom = 5; // s
constexpr Milliseconds kFirstLook = std::chrono::hours(24);
constexpr Milliseconds kShortestLook = std::chrono::minutes(1);

} // namespace

HistoryLog::HistoryLog(FleetStore &store, PastCalls &calls, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_calls(calls)
{
    connect(&calls, &PastCalls::opened, this, &HistoryLog::open);
    connect(&store, &FleetStore::linkChanged, this, [this, was = store.link().state](const KeeperLink &link) mutable {
        const bool cameLive = link.state == KeeperLink::State::Live && was != KeeperLink::State::Live;
        was = link.state;
        if (cameLive && m_isAnswered)
            open(); // what was recorded without us is not known
    });
    connect(&store, &FleetStore::secondPassed, this, [this] {
        addNewest();
        askTurns();
        if (++m_seconds % (kAskEvery / Milliseconds(1000)) == 0 && m_store.link().state == KeeperLink::State::Live)
            askCoverage();
    });
    if (calls.isOpen())
        open();
}

/// A keeper that was just opened may be another one, or have begun anew: nothing of before holds.
void HistoryLog::open()
{
    ++m_session;
    m_isAsking = false;
    m_isAnswered = false;
    m_failure = {};
    m_coverage = {};
    m_turns.clear();
    m_known = {};
    m_added.reset();
    m_isNewest = false;
    m_seconds = 0;
    Q_EMIT changed();
    askCoverage();
    askTurns();
}

void HistoryLog::askCoverage()
{
    const TimeSpan all{instantFromMs(1), m_store.liveNow()};
    m_calls.coverage(this, all, [this, session = m_session](const Result<HistoryCoverage> &reply) {
        if (session != m_session)
            return;
        m_isAnswered = true;
        m_failure = reply ? Error() : reply.error();
        if (reply)
            m_coverage = *reply;
        Q_EMIT changed();
    });
}

void HistoryLog::lookAt(const TimeSpan &span)
{
    m_wanted = span;
    askTurns();
}

void HistoryLog::askTurns()
{
    const Instant now = m_store.liveNow();
    const bool isLongEnough = m_isNewest || m_known.until >= std::min(m_wanted.until, now);
    const bool isThere = m_known.until != kNever && m_known.from <= m_wanted.from && isLongEnough;
    // What is shown before the keeper has told its own is of the last time, and must not pass for a turn of now.
    if (isThere || m_isAsking || m_wanted.until == kNever || !m_store.isFirstDataIn())
        return;
    // Half of it more at either side: whoever goes a little further finds it there.
    const Milliseconds more = (m_wanted.until - m_wanted.from) / 2;
    TurnsQuery query;
    query.span = {std::max(instantFromMs(1), m_wanted.from - more), std::min(m_wanted.until + more, now)};
    query.most = kMostTurns;
    m_isAsking = true;
    const SnapshotPtr newest = m_store.newest();
    m_calls.turns(this, query,
                  [this, session = m_session, span = query.span, newest,
                   isNewest = query.span.until == now](const Result<QList<SiteTurn>> &reply) {
                      if (session != m_session)
                          return;
                      m_isAsking = false;
                      if (!reply)
                          return; // that it does not answer is told by coverage()
                      m_added = newest;
                      m_isNewest = isNewest;
                      takeTurns(span, *reply);
                      askTurns();
                  });
}

void HistoryLog::tellTurns(const TimeSpan &span, std::function<void(const QList<SiteTurn> &)> done)
{
    TurnsQuery query;
    query.span = span;
    query.most = kMostTurns;
    m_calls.turns(this, query,
                  [session = m_session, this, done = std::move(done)](const Result<QList<SiteTurn>> &reply) {
                      if (session == m_session && reply)
                          done(*reply);
                  });
}

void HistoryLog::findIncident(Instant at, int direction, Found done)
{
    ++m_search;
    search({at, direction, std::move(done), at, kFirstLook});
}

/// Asks for the next stretch, each twice as long as the one before.
void HistoryLog::search(const Search &what)
{
    const bool isBack = what.direction < 0;
    const Instant first = std::max(instantFromMs(1), m_coverage.recorded.from);
    const TimeSpan span = isBack ? TimeSpan{std::max(first, what.edge - what.length), what.edge}
                                 : TimeSpan{what.edge, std::min(m_store.liveNow(), what.edge + what.length)};
    if (span.from >= span.until) {
        what.done(std::optional<Instant>());
        return;
    }
    m_calls.turns(this, {span, {}, kMostTurns},
                  [this, what, span, session = m_session, number = m_search](const Result<QList<SiteTurn>> &reply) {
                      if (session != m_session || number != m_search)
                          return;
                      if (reply)
                          searchOn(what, span, *reply);
                      else
                          what.done(reply.error());
                  });
}

void HistoryLog::searchOn(Search what, const TimeSpan &span, const QList<SiteTurn> &turns)
{
    const bool isBack = what.direction < 0;
    const auto within =
        std::find_if(turns.cbegin(), turns.cend(), [&](const auto &turn) { return turn.at >= span.from; });
    const bool isCut = turns.cend() - within >= kMostTurns; // then the oldest are missing
    if (isCut && !isBack && what.length > kShortestLook) {
        what.length /= 4;
        return search(what);
    }
    std::optional<Instant> found;
    const std::vector<SiteIncident> all = siteIncidents(turns);
    for (const SiteIncident &incident : all) {
        const Instant begin = incident.begin;
        if (isBack && begin >= span.from && begin < what.at)
            found = found ? std::max(*found, begin) : begin;
        if (!isBack && begin > what.at && begin <= span.until)
            found = found ? std::min(*found, begin) : begin;
    }
    if (found)
        return what.done(found);
    what.edge = isBack ? (isCut ? std::min(within->at, what.edge - Milliseconds(1)) : span.from) : span.until;
    what.length *= 2;
    search(what);
}

void HistoryLog::takeTurns(const TimeSpan &span, const QList<SiteTurn> &turns)
{
    m_known = span;
    m_turns = turns;
    const auto within =
        std::count_if(turns.cbegin(), turns.cend(), [&](const SiteTurn &turn) { return turn.at >= span.from; });
    m_isCut = within >= kMostTurns;
    Q_EMIT changed();
}

/// What the keeper told of meanwhile belongs to what is known, when that goes on until now.
void HistoryLog::addNewest()
{
    if (!m_isNewest || !m_added || m_store.link().state != KeeperLink::State::Live)
        return;
    m_known.until = m_store.liveNow(); // while the keeper is there, no news are told as well
    const SnapshotPtr newest = m_store.newest();
    bool hasTurned = false;
    Table<Verdict>::diff(m_added->tables.verdicts, newest->tables.verdicts, [&](const auto *before, const auto *after) {
        const Verdict was = before ? **before : Verdict();
        const Verdict is = after ? **after : Verdict();
        if (was.state == is.state && was.stale == is.stale)
            return;
        hasTurned = true;
        m_turns.append({after ? is.id : was.id, newest->at, is.state, is.stale});
    });
    m_added = newest;
    m_hasNews |= hasTurned;
    // Who hears of it works through all turns: of many sites not each second.
    if (!m_hasNews || (m_turns.size() > kManyTurns && m_seconds % kSeldom != 0))
        return;
    m_hasNews = false;
    forgetOldest();
    Q_EMIT changed();
}

/// A window that is open for weeks has seen more turns than are drawn. Of the oldest the last of each site stays: it
/// says what the site was when the others begin.
void HistoryLog::forgetOldest()
{
    constexpr qsizetype slack = kMostTurns / 4; // so that it is seldom done
    if (m_turns.size() <= kMostTurns + slack + m_added->tables.sites.size())
        return;
    std::stable_sort(m_turns.begin(), m_turns.end(), [](const SiteTurn &a, const SiteTurn &b) { return a.at < b.at; });
    const auto first = m_turns.cend() - kMostTurns; // that stays
    QHash<EntityId, SiteTurn> before;
    std::for_each(m_turns.cbegin(), first, [&](const SiteTurn &turn) { before[turn.site] = turn; });
    QList<SiteTurn> kept = before.values();
    kept.append(QList<SiteTurn>(first, m_turns.cend()));
    m_turns = std::move(kept);
    m_isCut = true;
}

QString HistoryLog::siteName(const EntityId &site) const
{
    for (const SnapshotPtr &snapshot : {m_store.snapshot(), m_store.newest()}) {
        if (const Site *known = snapshot->tables.sites.find(site); known && !known->name.isEmpty())
            return known->name;
    }
    return site.toString();
}

} // namespace graticule
