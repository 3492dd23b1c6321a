// SPDX-License-Identifier: GPL-3.0-or-later
// LabWorld, second part: what each thing in the lab is like at a moment.
#include "backend/connectors/lab/labworld.h"

#include "backend/domain/saying.h"

#include <cmath>
#include <numbers>

namespace graticule {
namespace {

enum Question : quint64 { Noise = 400, MemoryNoise, RttNoise, LagNoise, WobbleWhen, WobbleWhich };

constexpr qint64 kTickMs = 1000;
constexpr qint64 kNoiseTicks = 20; ///< load and latency keep their deviation for so long

/// 0 in the small hours, 1 in the afternoon, by the sun.
double dayCurve(double longitude, Instant now)
{
    const double hours = std::fmod(double(toMs(now)) / 3'600'000 + longitude / 15 + 48, 24);
    return 0.5 - 0.5 * std::cos((hours - 3.5) / 24 * 2 * std::numbers::pi);
}

double tenths(double value)
{
    return std::round(value * 10) / 10;
}

template<class T> void upsert(Changes<T> &changes, std::shared_ptr<const T> &now, T value)
{
    if (*now == value)
        return;
    now = std::make_shared<const T>(std::move(value));
    changes.upserted.push_back(now);
}

} // namespace

/// Everything is measured again once in a while, a part of it at each tick, so that no tick is dear.
void LabWorld::takeDue(int region, Instant now)
{
    constexpr int kMostPerTick = 200;
    Pending &pending = m_pending[size_t(region)];
    const LabFleet::Part &part = m_fleet.parts[size_t(region)];
    const qint64 tick = std::max<qint64>(0, toMs(now) / kTickMs);
    const auto take = [&](LabRange range, qint64 shortest, std::unordered_set<int> &into) {
        if (range.size() == 0)
            return;
        const qint64 period = std::max<qint64>(shortest, range.size() / kMostPerTick);
        const qint64 first = pending.tick < 0 || pending.tick > tick ? tick : pending.tick + 1;
        for (qint64 t = std::max(first, tick - period + 1); t <= tick; ++t) {
            for (qint64 i = range.begin + t % period; i < range.end; i += period)
                into.insert(int(i));
        }
    };
    take(part.sites, 20, pending.sites);
    take(part.links, 15, pending.links);
    take(part.replicas, 10, pending.replicas);
    for (int i = part.replicas.begin; i < part.replicas.end; ++i) {
        if (m_lagSince[size_t(i)] != 0)
            pending.replicas.insert(i); // falls back further every second
    }
    pending.tick = tick;
}

/// About every third minute one service somewhere restarts one instance, for 15 to 35 s.
void LabWorld::wobble(int region, Instant now)
{
    constexpr qint64 kSlot = 60;
    constexpr double kHowOften = 0.35;
    const qint64 second = std::max<qint64>(0, toMs(now) / kTickMs);
    const quint64 slot = quint64(second / kSlot);
    const qint64 begin = m_dice.below(20, {WobbleWhen, slot, 1});
    const qint64 length = 15 + m_dice.below(21, {WobbleWhen, slot, 2});
    const qint64 into = second % kSlot;
    int which = -1;
    if (m_options.wobbles && !m_fleet.placements.empty() && m_dice.unit({WobbleWhen, slot}) < kHowOften &&
        into >= begin && into < begin + length)
        which = m_dice.below(int(m_fleet.placements.size()), {WobbleWhich, slot});
    const LabRange here = m_fleet.parts[size_t(region)].placements;
    if (which < here.begin || which >= here.end)
        which = -1;
    Pending &pending = m_pending[size_t(region)];
    for (int placement : {pending.wobbling, which}) {
        if (placement >= 0 && pending.wobbling != which)
            pending.sites.insert(m_fleet.placements[size_t(placement)].site);
    }
    pending.wobbling = which;
}

void LabWorld::refreshSite(int index, Instant now, LabStep &step)
{
    constexpr int kMostSampled = 3000; // an hour of samples must fit into a keeper's memory
    constexpr int kMostNodes = 1000;
    LabFleet::SiteEntry &entry = m_fleet.sites[size_t(index)];
    const Site site = siteAt(index, now);
    for (int i = entry.nodes.begin; i < entry.nodes.end; ++i) {
        const Node node = nodeAt(i, site);
        if (i < kMostNodes && node.condition == Condition::Up)
            step.samples.append({node.id, QStringLiteral("cpu.cores"), now, node.cpu.used});
        upsert(step.delta.nodes, m_fleet.nodes[size_t(i)].now, node);
    }
    for (int i = entry.placements.begin; i < entry.placements.end; ++i)
        upsert(step.delta.placements, m_fleet.placements[size_t(i)].now, placementAt(i));
    if (index < kMostSampled)
        step.samples.append({site.id, QStringLiteral("cpu.cores"), now, site.cpu.used});
    upsert(step.delta.sites, entry.now, site);
}

void LabWorld::refreshReplica(int index, Instant now, LabStep &step)
{
    upsert(step.delta.replicas, m_fleet.replicas[size_t(index)].now, replicaAt(index, now));
}

void LabWorld::refreshLink(int index, Instant now, LabStep &step)
{
    constexpr int kMostSampled = 6000;
    Link link = linkAt(index, now);
    if (index < kMostSampled && link.rttMs >= 0)
        step.samples.append({link.id, QStringLiteral("rtt.ms"), now, link.rttMs});
    if (index < kMostSampled && link.loss >= 0)
        step.samples.append({link.id, QStringLiteral("loss"), now, link.loss});
    upsert(step.delta.links, m_fleet.links[size_t(index)].now, std::move(link));
}

Site LabWorld::siteAt(int index, Instant now) const
{
    const LabFleet::SiteEntry &entry = m_fleet.sites[size_t(index)];
    Site site = *entry.now;
    const bool down = m_down[size_t(index)] > 0;
    site.condition = down ? Condition::Down : entry.normal;
    site.conditionText = down ? phrase("phrase.lab-site-down") : entry.normalText;
    const quint64 when = quint64(toMs(now) / (kTickMs * kNoiseTicks));
    const double curve = dayCurve(entry.longitude, now);
    const double cpu = 0.16 + 0.5 * curve + 0.05 * m_dice.spread({Noise, quint64(index), when});
    const double memory = 0.42 + 0.2 * curve + 0.02 * m_dice.spread({MemoryNoise, quint64(index), when});
    constexpr double kMiB = 1024.0 * 1024;
    site.cpu.used = down ? 0 : tenths(cpu * site.cpu.total);
    site.memory.used = down ? 0 : std::round(memory * site.memory.total / kMiB) * kMiB;
    return site;
}

Node LabWorld::nodeAt(int index, const Site &site) const
{
    const LabFleet::NodeEntry &entry = m_fleet.nodes[size_t(index)];
    Node node = *entry.now;
    const bool down = site.condition == Condition::Down;
    node.condition = down ? Condition::Down : entry.normal;
    node.conditionText = down ? QString() : entry.normalText;
    const bool runs = node.condition == Condition::Up;
    node.cpu.used = runs ? tenths(site.cpu.used / site.cpu.total * node.cpu.total) : 0;
    node.memory.used = runs ? std::round(site.memory.used / site.memory.total * node.memory.total) : 0;
    node.storage.used = std::round(site.storage.used / site.storage.total * node.storage.total);
    node.load1 = runs ? node.cpu.used : -1;
    return node;
}

Placement LabWorld::placementAt(int index) const
{
    const LabFleet::PlacementEntry &entry = m_fleet.placements[size_t(index)];
    const LabFleet::SiteEntry &site = m_fleet.sites[size_t(entry.site)];
    Placement placement = *entry.now;
    placement.ready = entry.normalReady;
    placement.health = entry.normal;
    placement.healthText = entry.normalText;
    if (m_down[size_t(entry.site)] > 0) {
        placement.ready = 0;
        placement.health = Health::Failed;
        placement.healthText = phrase("phrase.site-down");
    } else if (m_pending[size_t(site.region)].wobbling == index) {
        placement.ready = std::max(0, entry.normalReady - 1);
        placement.health = Health::Restarting;
        placement.healthText = phrase("phrase.restarted-once");
    }
    return placement;
}

Replica LabWorld::replicaAt(int index, Instant now) const
{
    constexpr double kLagging = 5000; // ms
    const LabFleet::ReplicaEntry &entry = m_fleet.replicas[size_t(index)];
    Replica replica = *entry.now;
    if (m_down[size_t(entry.site)] > 0) {
        replica.state = ReplicaState::Broken;
        replica.stateText = phrase("phrase.site-down");
        replica.lagMs = -1;
        return replica;
    }
    const quint64 when = quint64(toMs(now) / (kTickMs * kNoiseTicks));
    const double noise = 1 + 0.3 * m_dice.spread({LagNoise, quint64(index), when});
    replica.lagMs = std::round(entry.normalLagMs * noise);
    if (const qint64 since = m_lagSince[size_t(index)]; since != 0)
        replica.lagMs += kLagging + double(std::max<qint64>(0, toMs(now) - since));
    replica.state = replica.lagMs > kLagging ? ReplicaState::Lagging : ReplicaState::InSync;
    replica.stateText.clear();
    return replica;
}

Link LabWorld::linkAt(int index, Instant now) const
{
    const LabFleet::LinkEntry &entry = m_fleet.links[size_t(index)];
    Link link = *entry.now;
    if (m_cut[size_t(index)] > 0 || m_down[size_t(entry.from)] > 0 || m_down[size_t(entry.to)] > 0) {
        link.condition = Condition::Down;
        link.rttMs = -1;
        link.loss = 1;
        return link;
    }
    const quint64 when = quint64(toMs(now) / (kTickMs * kNoiseTicks));
    link.condition = Condition::Up;
    link.loss = 0;
    link.rttMs = double(entry.normalRttMs) * (1 + 0.05 * m_dice.spread({RttNoise, quint64(index), when}));
    if (m_slow[size_t(index)] > 0)
        link.rttMs = link.rttMs * 3 + 120;
    link.rttMs = tenths(link.rttMs);
    return link;
}

} // namespace graticule
