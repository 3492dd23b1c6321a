// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trails/sampletrails.h"

#include <algorithm>
#include <cmath>

namespace graticule {
namespace {

constexpr size_t kBridged = 2; ///< values

void bridge(std::vector<double> &values)
{
    for (size_t at = 1; at < values.size(); ++at) {
        if (!std::isnan(values[at]) || std::isnan(values[at - 1]))
            continue;
        size_t end = at;
        while (end < values.size() && std::isnan(values[end]))
            ++end;
        if (end < values.size() && end - at <= kBridged)
            std::fill(values.begin() + std::ptrdiff_t(at), values.begin() + std::ptrdiff_t(end), values[at - 1]);
        at = end;
    }
}

} // namespace

SampleTrail sampleTrail(const SampleAnswer &answer, Instant to)
{
    const qint64 step = SampleTrails::kLength.count() / SampleTrails::kValues;
    const qint64 begin = toMs(to) - SampleTrails::kLength.count();
    SampleTrail trail;
    trail.isRead = !answer.isFailed;
    trail.to = to;
    trail.values.assign(SampleTrails::kValues, std::nan(""));
    for (const SampleBucket &bucket : answer.buckets) {
        const qint64 at = (bucket.ms - begin) / step;
        if (bucket.ms < begin || at >= SampleTrails::kValues)
            continue;
        double &value = trail.values[size_t(at)];
        value = std::isnan(value) ? bucket.max : std::max(value, bucket.max);
    }
    std::vector<double> known;
    std::copy_if(trail.values.begin(), trail.values.end(), std::back_inserter(known),
                 [](double value) { return !std::isnan(value); });
    if (known.empty())
        return trail;
    trail.newest = known.back();
    for (size_t at = trail.values.size(); at > 0 && std::isnan(trail.values[at - 1]); --at)
        ++trail.silentFor;
    const auto [least, most] = std::minmax_element(known.begin(), known.end());
    trail.least = *least;
    trail.most = *most;
    const auto middle = known.begin() + std::ptrdiff_t(known.size() / 2);
    std::nth_element(known.begin(), middle, known.end());
    trail.usual = *middle;
    bridge(trail.values);
    return trail;
}

SampleTrails::SampleTrails(FleetStore &store, SampleCalls &calls, const QString &metric, Series series, QObject *parent)
    : QObject(parent)
    , m_calls(calls)
    , m_metric(metric)
    , m_series(std::move(series))
    , m_queue(store, [this](const EntityId &row, QObject *context, Instant to, const TrailQueue::Done &done) {
        ask(row, context, to, done);
    })
{
    connect(&m_queue, &TrailQueue::forgotten, this, [this](const EntityId &row) { m_trails.remove(row); });
}

const SampleTrail *SampleTrails::find(const EntityId &row) const
{
    const auto found = m_trails.constFind(row);
    return found == m_trails.cend() || !m_queue.isOfNow(found->to) ? nullptr : &*found;
}

void SampleTrails::ask(const EntityId &row, QObject *context, Instant to, const TrailQueue::Done &done)
{
    const SamplesQuery query{m_series(row), {m_metric}, to - kLength, to, Resolution::Automatic, kValues};
    m_calls.samples(context, query, [this, row, to, done](const Result<SamplesAnswer> &answer) {
        if (answer) {
            m_trails.insert(row, sampleTrail(answer->series.isEmpty() ? SampleAnswer() : answer->series.first(), to));
        } else {
            SampleTrail unread;
            unread.isRead = false;
            unread.to = to;
            m_trails.insert(row, unread);
        }
        Q_EMIT changed(row);
        done(bool(answer));
    });
}

} // namespace graticule
