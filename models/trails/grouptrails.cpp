// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trails/grouptrails.h"

#include "models/sitecounts.h"

#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>

namespace graticule {
namespace {

const EntityId kAll("all"); // one question for all groups

struct Group
{
    SiteCounts counts;
    std::vector<StateSpan> spans;
    bool isTouched = false;

    SiteState worst() const
    {
        for (const SiteState state : SiteCounts::kAbnormalOrder) {
            if (counts.of(state) > 0)
                return state;
        }
        return SiteState::Healthy;
    }
};

} // namespace

GroupTrails::GroupTrails(FleetStore &store, SampleCalls &calls, Grouping grouping, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_calls(calls)
    , m_grouping(std::move(grouping))
    , m_queue(store, [this](const EntityId &, QObject *context, Instant to, const TrailQueue::Done &done) {
        ask(context, to, done);
    })
{
    connect(&m_queue, &TrailQueue::forgotten, this, [this] {
        m_trails.clear();
        m_unread = {};
        Q_EMIT changed();
    });
}

GroupTrails::Members GroupTrails::regions(const FleetTables &tables)
{
    Members members;
    tables.sites.forEach([&](const Site &site) { members[site.region].append(site.id); });
    return members;
}

GroupTrails::Members GroupTrails::connections(const FleetTables &tables)
{
    const FleetIndex index(tables);
    Members members;
    tables.connections.forEach([&](const Connection &connection) {
        if (connection.through.isEmpty())
            members.insert(connection.id.toString(), index.sitesOf(connection.id).values());
    });
    return members;
}

void GroupTrails::setAwake(bool isAwake)
{
    m_queue.see(isAwake ? QList<EntityId>{kAll} : QList<EntityId>());
}

const StateHistory *GroupTrails::find(const QString &group) const
{
    const auto found = m_trails.constFind(group);
    if (found != m_trails.cend() && m_queue.isOfNow(found->time.until))
        return &*found;
    return m_unread.time.until != kNever && m_queue.isOfNow(m_unread.time.until) ? &m_unread : nullptr;
}

QString GroupTrails::words(const QString &group) const
{
    const StateHistory *history = find(group);
    return !history          ? tr("Asking how it was")
           : history->isRead ? StateSpans::words(history->spans)
                             : tr("It cannot be read just now how it was");
}

void GroupTrails::ask(QObject *context, Instant to, const TrailQueue::Done &done)
{
    if (!m_store.isPast())
        return askNow(context, to, done);
    QTimer::singleShot(kRest, context, [this, context, to, done] { askNow(context, to, done); });
}

void GroupTrails::askNow(QObject *context, Instant to, const TrailQueue::Done &done)
{
    const TimeSpan day{to - StateTrails::kLength, to};
    m_calls.coverage(context, day, [this, context, day, done](const Result<HistoryCoverage> &coverage) {
        if (!coverage) // else a night when nobody watched would look like a calm one
            return fail(day, done);
        m_calls.turns(context, {day, {}, kMostTurns},
                      [this, context, day, done, holes = coverage->holes](const Result<QList<SiteTurn>> &turns) {
                          if (turns)
                              workOut(context, *turns, day, holes, done);
                          else
                              fail(day, done);
                      });
    });
}

void GroupTrails::fail(const TimeSpan &day, const TrailQueue::Done &done)
{
    m_unread = {day, {}, {}, false};
    done(false);
    Q_EMIT changed();
}

void GroupTrails::workOut(QObject *context, const QList<SiteTurn> &turns, const TimeSpan &day,
                          const QList<TimeSpan> &holes, const TrailQueue::Done &done)
{
    // As in other loaders: the pointer is looked at in the GUI thread only.
    QThreadPool::globalInstance()->start([this, asking = QPointer(context), turns, day, holes, done,
                                          grouping = m_grouping, snapshot = m_store.snapshot()] {
        auto spans = spansOf(turns, grouping(snapshot->tables), day, holes);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [this, asking, spans = std::move(spans), day, done] {
                if (!asking) // nobody waits for it, and this may be gone
                    return;
                m_unread = {};
                m_trails.clear();
                for (auto at = spans.cbegin(); at != spans.cend(); ++at)
                    m_trails.insert(at.key(), {day, at.value(), {}, true});
                done(true);
                Q_EMIT changed();
            },
            Qt::QueuedConnection);
    });
}

QHash<QString, std::vector<StateSpan>> GroupTrails::spansOf(const QList<SiteTurn> &turns, const Members &members,
                                                            const TimeSpan &span, const QList<TimeSpan> &holes)
{
    std::vector<Group> groups(size_t(members.size()));
    QHash<EntityId, std::vector<size_t>> groupsOf;
    size_t number = 0;
    for (auto at = members.cbegin(); at != members.cend(); ++at, ++number) {
        for (const EntityId &site : at.value())
            groupsOf[site].push_back(number);
    }
    // Of more turns than are told the oldest are missing: before them nothing is known.
    const auto within =
        std::find_if(turns.cbegin(), turns.cend(), [&](const auto &turn) { return turn.at >= span.from; });
    const bool isCut = turns.cend() - within >= kMostTurns;
    const Instant first = isCut ? within->at : span.from;
    QHash<EntityId, SiteTurn> was;
    std::vector<size_t> touched;
    const auto close = [&](Instant at) {
        for (const size_t each : touched) {
            Group &group = groups[each];
            group.isTouched = false;
            const SiteState state = group.worst();
            if (!group.spans.empty() && group.spans.back().state == state)
                continue;
            if (!group.spans.empty())
                group.spans.back().until = at;
            group.spans.push_back({at, span.until, state, true});
        }
        touched.clear();
    };
    Instant moment = first;
    for (const SiteTurn &turn : turns) {
        const Instant at = std::max(turn.at, first);
        if (at > moment)
            close(std::exchange(moment, at));
        const auto mine = groupsOf.constFind(turn.site);
        if (mine == groupsOf.cend())
            continue;
        const auto before = was.constFind(turn.site);
        for (const size_t each : *mine) {
            Group &group = groups[each];
            if (before != was.cend())
                group.counts.add({before->state, before->stale}, -1);
            group.counts.add({turn.state, turn.stale}, +1);
            if (!std::exchange(group.isTouched, true))
                touched.push_back(each);
        }
        was.insert(turn.site, turn);
    }
    close(moment);
    QHash<QString, std::vector<StateSpan>> spans;
    number = 0;
    for (auto at = members.cbegin(); at != members.cend(); ++at, ++number)
        spans.insert(at.key(), StateSpans::withHoles(std::move(groups[number].spans), holes));
    return spans;
}

} // namespace graticule
