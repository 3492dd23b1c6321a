// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/prometheus/prometheusprobes.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace graticule {
namespace {

constexpr std::chrono::seconds kWindow{30};
constexpr std::chrono::minutes kOldest{5};   // the server itself looks no further back
constexpr std::chrono::minutes kAnswered{6}; // no answer goes further back: nothing is taken twice
constexpr std::chrono::minutes kAhead{1};    // what is further ahead of the server's clock cannot be
constexpr size_t kTries = 2;

/// A figure of wandering round trips that keeps still: it moves when it is off by a tenth.
double stepped(double before, double now)
{
    return before >= 0 && std::abs(now - before) <= 0.1 * before + 0.05 ? before : now;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

PrometheusProbes::PrometheusProbes(EntityId connection, Origin origin, EntityId feed)
    : m_connection(std::move(connection))
    , m_origin(origin)
    , m_feed(std::move(feed))
{
}

bool PrometheusProbes::Probe::isAlive() const
{
    return std::any_of(outcomes.begin(), outcomes.end(), [](const Outcome &outcome) { return outcome.answered; });
}

QList<Sample> PrometheusProbes::take(const PrometheusAnswer &answer, Instant at, Milliseconds offset,
                                     PrometheusSites &sites)
{
    struct Found
    {
        Kind kind = Whole;
        const Labels *labels = nullptr;
        std::map<Instant, Outcome> outcomes;
    };
    std::map<QString, Found> all;
    for (const PrometheusSeries &series : answer.series) {
        const QString name = series.labels.value(QStringLiteral("__name__"));
        Found &found = all[sites.keyOf(series.labels)];
        const bool tells = name == QLatin1String("probe_success");
        if (tells)
            found.labels = &series.labels;
        const bool isIcmp = name == QLatin1String("probe_icmp_duration_seconds");
        const bool isConnect = name == QLatin1String("probe_http_duration_seconds");
        if (isIcmp)
            found.kind = Icmp;
        else if (isConnect)
            found.kind = HttpConnect;
        for (const PrometheusPoint &point : series.points) {
            if (!std::isfinite(point.value) || point.value < 0 || point.value > 1e6 || point.at > at + kAhead)
                continue;
            Outcome &outcome = found.outcomes[point.at];
            if (tells) {
                outcome.at = point.at;
                outcome.answered = point.value > 0;
            } else if (isIcmp || isConnect) {
                outcome.rttMs = point.value > 0 ? point.value * 1000 : -1;
            } else {
                outcome.wholeMs = point.value * 1000;
            }
        }
    }

    struct Fresh
    {
        QString key;
        Outcome outcome;
    };
    std::vector<Fresh> fresh;
    passTo(at);
    for (auto &[key, found] : all) {
        if (!found.labels)
            continue;
        const Site &from = sites.vantageOf(*found.labels);
        const Site &to = sites.of(*found.labels);
        if (from.id == to.id)
            continue; // no way leads there
        Probe &probe = m_probes[key];
        probe.instance = found.labels->value(QStringLiteral("instance"));
        probe.kind = found.kind;
        probe.from = from.id;
        probe.to = to.id;
        probe.link = EntityId::of(m_connection, "link", from.id.toString() + QLatin1Char('>') + to.id.toString());
        for (auto &[moment, outcome] : found.outcomes) {
            if (outcome.at == kNever || moment <= probe.taken)
                continue;
            if (outcome.rttMs < 0)
                outcome.rttMs = outcome.wholeMs;
            probe.taken = moment;
            probe.outcomes.push_back(outcome);
            fresh.push_back({key, outcome});
        }
    }
    passTo(at);

    const std::map<EntityId, Pair> now = pairs();
    QList<Sample> samples;
    for (const auto &[key, outcome] : fresh) {
        const auto probe = m_probes.find(key);
        if (probe == m_probes.end())
            continue;
        const EntityId &link = probe->second.link;
        const auto pair = now.find(link);
        if (pair == now.end()) // all of it is too old to be counted
            continue;
        if (pair->second.chosen != &probe->second)
            continue;
        const Instant ours = outcome.at - offset;
        samples.append({link, QStringLiteral("loss"), ours, outcome.answered ? 0.0 : 1.0});
        if (outcome.answered && outcome.rttMs >= 0)
            samples.append({link, QStringLiteral("rtt.ms"), ours, outcome.rttMs});
        if (outcome.answered && outcome.wholeMs > outcome.rttMs)
            samples.append({link, QStringLiteral("probe.ms"), ours, outcome.wholeMs});
    }
    std::stable_sort(samples.begin(), samples.end(), [](const Sample &a, const Sample &b) { return a.at < b.at; });
    return samples;
}

void PrometheusProbes::passTo(Instant at)
{
    for (auto it = m_probes.begin(); it != m_probes.end();) {
        std::deque<Outcome> &outcomes = it->second.outcomes;
        if (it->second.taken > at + kAhead) {
            outcomes.clear();
            it->second.taken = kNever;
        }
        while (outcomes.size() > kTries && outcomes.front().at < at - kWindow)
            outcomes.pop_front();
        while (!outcomes.empty() && outcomes.front().at < at - kOldest)
            outcomes.pop_front();
        it = outcomes.empty() && it->second.taken < at - kAnswered ? m_probes.erase(it) : std::next(it);
    }
}

void PrometheusProbes::forget(const QString &key)
{
    if (const auto probe = m_probes.find(key); probe != m_probes.end())
        probe->second.outcomes.clear();
}

std::map<EntityId, PrometheusProbes::Pair> PrometheusProbes::pairs() const
{
    std::map<EntityId, Pair> all;
    QHash<const Probe *, QString> keys;
    for (const auto &[key, probe] : m_probes) {
        if (probe.outcomes.empty())
            continue;
        all[probe.link].probes.push_back(&probe);
        keys.insert(&probe, key);
    }
    const QHash<EntityId, QString> before = std::exchange(m_chosen, {});
    for (auto &[id, pair] : all) {
        std::vector<const Probe *> &probes = pair.probes;
        pair.from = probes.front()->from;
        pair.to = probes.front()->to;
        const auto isSilent = [](const Probe *probe) { return !probe->isAlive(); };
        pair.isAlive = !std::all_of(probes.begin(), probes.end(), isSilent);
        if (pair.isAlive) // an answer of a worse kind is better than none of the best
            std::erase_if(probes, isSilent);
        const Kind best =
            (*std::min_element(probes.begin(), probes.end(), [](auto *a, auto *b) { return a->kind < b->kind; }))->kind;
        std::erase_if(probes, [&](const Probe *probe) { return probe->kind != best; });
        const QString &known = before.value(id);
        const auto same = std::find_if(probes.begin(), probes.end(), [&](const Probe *p) { return keys[p] == known; });
        pair.chosen = same == probes.end() ? probes.front() : *same;
        m_chosen.insert(id, keys[pair.chosen]);
    }
    return all;
}

std::vector<Link> PrometheusProbes::links() const
{
    std::vector<Link> all;
    const QHash<EntityId, double> before = std::exchange(m_toldRtts, {});
    for (const auto &[id, pair] : pairs()) {
        Link link;
        link.id = id;
        link.from = pair.from;
        link.to = pair.to;
        link.feed = m_feed;
        link.probe = ProbeKind::Reported;
        link.origin = m_origin;
        link.condition = pair.isAlive ? Condition::Up : Condition::Down;
        int count = 0;
        int lost = 0;
        std::vector<double> rtts;
        for (const Outcome &outcome : pair.chosen->outcomes) {
            ++count;
            lost += outcome.answered ? 0 : 1;
            if (outcome.answered && outcome.rttMs >= 0)
                rtts.push_back(outcome.rttMs);
        }
        if (count > 0)
            link.loss = double(lost) / count;
        if (!rtts.empty())
            link.rttMs = m_toldRtts[id] = stepped(before.value(id, -1), median(rtts));
        all.push_back(link);
    }
    return all;
}

QHash<EntityId, PrometheusProbes::Count> PrometheusProbes::counts() const
{
    QHash<EntityId, Count> all;
    for (const auto &[key, probe] : m_probes) {
        if (probe.outcomes.empty())
            continue;
        Count &count = all[probe.to];
        ++count.all;
        if (probe.isAlive())
            ++count.answered;
        else
            count.silent.append(probe.instance);
    }
    return all;
}

} // namespace graticule
