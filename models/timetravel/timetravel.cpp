// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timetravel/timetravel.h"

#include "models/format.h"
#include "models/sayingtext.h"

namespace graticule {

namespace {

QString moment(Instant at)
{
    return format::dateTimeUtc(at);
}

/// Without the day where that is the day of @p near.
QString momentNear(Instant at, Instant near)
{
    return format::date(at) == format::date(near) ? format::time(at) : moment(at);
}

} // namespace

TimeTravel::TimeTravel(FleetStore &store, PastCalls &calls, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_calls(calls)
    , m_log(store, calls)
{
    connect(&calls, &PastCalls::told, this, &TimeTravel::take);
    connect(&calls, &PastCalls::failed, this, &TimeTravel::fail);
    connect(&calls, &PastCalls::opened, this, &TimeTravel::reopen);
    // Another fleet: its newest is shown.
    connect(&store, &FleetStore::linkChanged, this, [this](const KeeperLink &link) {
        if (link.state == KeeperLink::State::Unknown)
            returnToLive();
    });
}

void TimeTravel::goTo(Instant at)
{
    goTo(at, kNever);
}

void TimeTravel::setReplay(const Replay &replay)
{
    m_replay = replay;
    goTo(replay.end);
}

void TimeTravel::goTo(Instant at, Instant knownAt)
{
    if (!isReplay() && at >= m_store.liveNow()) {
        returnToLive();
        return;
    }
    m_asked = isReplay() ? std::min(at, m_replay.end) : at;
    m_knownAt = knownAt;
    ask();
}

void TimeTravel::setKnownThen(bool isKnownThen)
{
    if (m_asked == kNever || (isKnownThen == m_isKnownThen && m_knownAt == kNever))
        return;
    m_isKnownThen = isKnownThen;
    m_knownAt = kNever;
    ask();
}

void TimeTravel::ask()
{
    m_isAsking = true;
    m_failure = {};
    const Instant then = m_isKnownThen ? m_asked : kNever;
    m_calls.ask(m_asked, m_knownAt != kNever ? m_knownAt : then);
    Q_EMIT changed();
}

void TimeTravel::returnToLive()
{
    m_fetching = kNever;
    if (isReplay()) {
        goTo(m_replay.end);
        return;
    }
    if (m_asked == kNever && !m_store.isPast())
        return;
    m_asked = kNever;
    m_knownAt = kNever;
    m_isKnownThen = false;
    m_isAsking = false;
    m_failure = {};
    m_note = {};
    leave();
    m_store.showLive();
    Q_EMIT changed();
}

void TimeTravel::goToIncident(int direction)
{
    const Instant from = m_asked == kNever ? newest() : m_asked;
    m_log.findIncident(from, direction, [this, direction](const auto &found) { takeIncident(direction, found); });
}

void TimeTravel::takeIncident(int direction, const Result<std::optional<Instant>> &found)
{
    if (!found)
        Q_EMIT failed(tr("The keeper does not tell of its history: %1").arg(SayingText::of(found.error())));
    else if (*found)
        goTo(**found);
    else if (direction > 0)
        returnToLive();
    else
        Q_EMIT failed(tr("No incident is kept from before"));
}

void TimeTravel::fetch(Instant at)
{
    if (m_fetching != kNever && m_fetching != at)
        m_dropped << m_fetching;
    m_fetching = at;
    m_calls.ask(m_fetching, kNever);
}

/// What was asked for is answered no more.
void TimeTravel::leave()
{
    m_dropped.clear();
    m_calls.leave();
}

void TimeTravel::endFetch()
{
    m_fetching = kNever;
    if (m_asked == kNever)
        leave();
    else if (m_isAsking)
        ask(); // the question between was perhaps not answered
}

void TimeTravel::take(const SnapshotPtr &snapshot, const PastNote &note)
{
    if (m_fetching != kNever && note.at == m_fetching) {
        endFetch();
        Q_EMIT fetched(snapshot, note);
        return;
    }
    if (m_asked == kNever || (m_dropped.removeOne(note.at) && note.at != m_asked))
        return; // left meanwhile, or never meant to be shown
    m_note = note;
    m_isAsking = m_isAsking && note.at != m_asked;
    m_store.showPast(snapshot, note.at);
    Q_EMIT changed();
}

void TimeTravel::fail(Instant at, const Error &why)
{
    if (m_fetching != kNever && at == m_fetching) {
        const QString words = failureText(m_fetching, why);
        endFetch();
        Q_EMIT failed(words);
        return;
    }
    if (m_asked == kNever || at != m_asked) {
        m_dropped.removeOne(at);
        return;
    }
    m_failure = why;
    m_isAsking = false;
    if (!m_store.isPast() && !isReplay()) {
        const QString words = failureText();
        returnToLive();
        Q_EMIT failed(words);
        return;
    }
    Q_EMIT changed();
}

/// What was under way is answered no more.
void TimeTravel::reopen()
{
    m_dropped.clear();
    if (m_isAsking || (m_asked != kNever && !m_failure.text.isEmpty()))
        ask();
    if (m_fetching != kNever)
        m_calls.ask(m_fetching, kNever);
}

QString TimeTravel::failureText() const
{
    return m_failure.text.isEmpty() ? QString() : failureText(m_asked, m_failure);
}

QString TimeTravel::failureText(Instant at, const Error &why) const
{
    const QString fault = StateText::faultOf(why);
    const QString words = tr("%1 cannot be shown: %2").arg(moment(at), SayingText::of(why));
    return fault.isEmpty() ? words : words + u' ' + fault;
}

QStringList TimeTravel::remarks() const
{
    QStringList all;
    if (!m_store.isPast())
        return all;
    if (m_note.hole)
        all << tr("Nobody watched from %1 to %2: states are unknown, the rest is what was known before.")
                   .arg(momentNear(m_note.hole->from, m_note.at), momentNear(m_note.hole->until, m_note.at));
    if (m_note.lateFacts > 0)
        all << tr("%n facts arrived later.", nullptr, m_note.lateFacts);
    if (!m_note.damage.text.isEmpty())
        all << tr("Incomplete: %1").arg(SayingText::of(m_note.damage));
    return all;
}

QString TimeTravel::recordingTrouble() const
{
    if (!m_log.failure().text.isEmpty())
        return tr("The keeper does not tell of its history: %1").arg(SayingText::of(m_log.failure()));
    if (!m_log.coverage().error.text.isEmpty())
        return tr("Nothing is recorded just now: %1").arg(SayingText::of(m_log.coverage().error));
    return {};
}

QString TimeTravel::incidentText(const SiteIncident &incident) const
{
    if (incident.sites.isEmpty())
        return {};
    const QString first = m_log.siteName(incident.sites.first());
    const int others = int(incident.sites.size()) - 1;
    const QString what = incident.isDown ? tr("%1 down").arg(first) : tr("%1 unreachable").arg(first);
    return others > 0 ? tr("%1, then %n more", nullptr, others).arg(what) : what;
}

} // namespace graticule
