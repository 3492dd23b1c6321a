// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trails/regionchanges.h"

#include "models/trails/grouptrails.h"

#include <QTimer>

#include <algorithm>
#include <cmath>

namespace graticule {
namespace {

const EntityId kAll("all"); // one question for all regions

double p95Of(std::vector<double> &values)
{
    const auto at = values.begin() + std::ptrdiff_t(std::ceil(0.95 * double(values.size()))) - 1;
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

} // namespace

RegionChanges::RegionChanges(FleetStore &store, SampleCalls &calls, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_calls(calls)
    , m_queue(store, [this](const EntityId &, QObject *context, Instant to, const TrailQueue::Done &done) {
        ask(context, to, done);
    })
{
    connect(&m_queue, &TrailQueue::forgotten, this, [this] { show({}); });
    connect(&store, &FleetStore::modeChanged, this, [this] { show({}); });
}

void RegionChanges::setAwake(bool isAwake)
{
    m_queue.see(isAwake ? QList<EntityId>{kAll} : QList<EntityId>());
}

void RegionChanges::ask(QObject *context, Instant to, const TrailQueue::Done &done)
{
    if (!m_store.isPast())
        return askNow(context, to, done);
    QTimer::singleShot(GroupTrails::kRest, context, [this, context, to, done] { askNow(context, to, done); });
}

void RegionChanges::askNow(QObject *context, Instant to, const TrailQueue::Done &done)
{
    LinkWindowsQuery query{to - LinkWindowsQuery::kUsualLength, to, {}, true};
    m_store.tables().links.forEach([&](const Link &link) {
        if (query.links.size() < LinkWindowsQuery::kMostLinks)
            query.links.append(link.id);
    });
    if (query.links.isEmpty()) { // which would mean all that the keeper knows of
        show({});
        m_isPending = false;
        done(true);
        return;
    }
    m_calls.linkWindows(context, query, [this, done](const Result<LinkWindowsAnswer> &answer) {
        show(answer ? changesOf(m_store.tables(), answer->windows) : QHash<QString, RegionChange>());
        m_isPending = answer && answer->usualPending > 0;
        done(answer && !m_isPending);
    });
}

void RegionChanges::show(const QHash<QString, RegionChange> &changes)
{
    if (changes == m_changes)
        return;
    m_changes = changes;
    Q_EMIT changed();
}

QHash<QString, RegionChange> RegionChanges::changesOf(const FleetTables &tables, const QList<LinkWindow> &windows)
{
    struct Both
    {
        std::vector<double> now;
        std::vector<double> usual;
    };
    QHash<QString, Both> regions;
    for (const LinkWindow &window : windows) {
        const Link *link = tables.links.find(window.link);
        const Site *from = link ? tables.sites.find(link->from) : nullptr;
        if (!from || window.count == 0 || !window.usual || window.usual->p50.median < 0)
            continue; // of both times the same links count
        regions[from->region].now.push_back(window.p50);
        regions[from->region].usual.push_back(window.usual->p50.median);
    }
    QHash<QString, RegionChange> changes;
    for (auto at = regions.begin(); at != regions.end(); ++at)
        changes.insert(at.key(), {p95Of(at->now), p95Of(at->usual), int(at->now.size())});
    return changes;
}

} // namespace graticule
