// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/linkwindowreader.h"

#include "backend/telemetry/samplekeys.h"

#include <algorithm>
#include <cmath>

namespace graticule {
namespace {

constexpr qint64 kLongestRaw = 2 * SampleKeys::kHour; ///< longer windows are of roll-ups
constexpr qsizetype kTogether = 64;                   ///< links whose samples are read as of one moment

const QString &rttMetric()
{
    static const QString name = QStringLiteral("rtt.ms");
    return name;
}

const QString &lossMetric()
{
    static const QString name = QStringLiteral("loss");
    return name;
}

/// What is stored of @p links.
QList<SampleReader::Series> seriesOf(const QList<EntityId> &links)
{
    QList<SampleReader::Series> series;
    series.reserve(2 * links.size());
    for (const EntityId &link : links)
        series << SampleReader::Series{link, rttMetric()} << SampleReader::Series{link, lossMetric()};
    return series;
}

double rankOf(const std::vector<double> &sorted, double share)
{
    return sorted[size_t(std::max(0.0, std::ceil(share * double(sorted.size())) - 1))];
}

/// Of an even number the mean of the two in the middle. Not empty.
double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

UsualValue usualOf(const std::vector<double> &days)
{
    if (days.empty())
        return {};
    const double median = medianOf(days);
    std::vector<double> strays;
    strays.reserve(days.size());
    for (const double day : days)
        strays.push_back(std::abs(day - median));
    return {median, medianOf(std::move(strays))};
}

void fill(LinkWindow &window, const SamplePoints &points)
{
    window.count = points.size();
    if (points.empty())
        return;
    std::vector<double> values;
    values.reserve(points.size());
    double steps = 0;
    for (const SamplePoint &point : points) {
        if (!values.empty())
            steps += std::abs(point.value - values.back());
        values.push_back(point.value);
    }
    if (values.size() > 1)
        window.jitter = steps / double(values.size() - 1);
    std::sort(values.begin(), values.end());
    window.p50 = rankOf(values, 0.5);
    window.p95 = rankOf(values, 0.95);
    window.p99 = rankOf(values, 0.99);
}

double quantileOf(const Rollup &all, double rank)
{
    return std::clamp(all.sketch.quantile(rank), all.min, all.max);
}

} // namespace

LinkWindow LinkWindowReader::window(const EntityId &link, const LinkWindowsQuery &query, bool &isDamaged)
{
    LinkWindow result;
    result.link = link;
    SampleQuery rtt{link, rttMetric(), query.from, query.to, Resolution::Raw};
    SampleQuery loss{link, lossMetric(), query.from, query.to, Resolution::Raw};
    const qint64 length = toMs(query.to) - toMs(query.from);
    if (length > kLongestRaw || !m_isRawKept) {
        rtt.resolution = loss.resolution = length > kLongestRaw ? Resolution::Automatic : Resolution::Minute;
        const SampleReader::Total all = m_reader.total(rtt);
        const SampleReader::Total lost = m_reader.total(loss);
        isDamaged = !all.isWhole || !lost.isWhole;
        result.count = all.values.count;
        if (result.count > 0) {
            result.p50 = quantileOf(all.values, 0.5);
            result.p95 = quantileOf(all.values, 0.95);
            result.p99 = quantileOf(all.values, 0.99);
        }
        if (lost.values.count > 0)
            result.loss = std::clamp(lost.values.mean(), 0.0, 1.0);
        return result;
    }
    const SampleReader::Points answered = m_reader.points(rtt);
    const SampleReader::Points lost = m_reader.points(loss);
    isDamaged = !answered.isWhole || !lost.isWhole;
    fill(result, answered.points);
    double sum = 0;
    for (const SamplePoint &point : lost.points)
        sum += point.value;
    if (!lost.points.empty())
        result.loss = std::clamp(sum / double(lost.points.size()), 0.0, 1.0);
    return result;
}

/// Ten thousand links need not be looked for on a day on which nobody measured.
LinkWindowReader::UsualHour LinkWindowReader::emptyHour(qint64 hour)
{
    UsualHour result{hour, {}, {}, {}};
    for (int day = 1; day <= kUsualDays; ++day) {
        const SampleSpan span{hour - day * SampleKeys::kDay, hour - day * SampleKeys::kDay + SampleKeys::kHour};
        qint64 nobody = 0;
        for (const SampleSpan &hole : m_reader.unwatched(span))
            nobody += hole.to - hole.from;
        if (nobody < SampleKeys::kHour)
            result.days.push_back(day);
    }
    return result;
}

LinkUsual LinkWindowReader::usual(const EntityId &link, const UsualHour &hour, bool &isWhole)
{
    std::vector<double> p50, p95, p99, loss;
    for (const int day : hour.days) {
        const qint64 begin = hour.ms - day * SampleKeys::kDay;
        const Instant from = instantFromMs(begin);
        const Instant to = instantFromMs(begin + SampleKeys::kHour);
        const SampleReader::Total answered = m_reader.total({link, rttMetric(), from, to, Resolution::Hour});
        const SampleReader::Total asked = m_reader.total({link, lossMetric(), from, to, Resolution::Hour});
        isWhole = isWhole && answered.isWhole && asked.isWhole;
        const Rollup &all = answered.values;
        if (all.count > 0) {
            p50.push_back(quantileOf(all, 0.5));
            p95.push_back(quantileOf(all, 0.95));
            p99.push_back(quantileOf(all, 0.99));
        }
        if (asked.values.count > 0)
            loss.push_back(asked.values.mean());
    }
    return {int(std::max(p50.size(), loss.size())), usualOf(p50), usualOf(p95), usualOf(p99), usualOf(loss)};
}

LinkWindowReader::UsualHour &LinkWindowReader::usualHour(qint64 hour)
{
    if (m_now.ms == hour)
        return m_now;
    std::swap(m_now, m_other);
    if (m_now.ms == hour)
        return m_now;
    m_now = m_next.ms == hour ? std::exchange(m_next, {}) : emptyHour(hour);
    return m_now;
}

LinkUsual LinkWindowReader::workOut(UsualHour &hour, const EntityId &link)
{
    bool isWhole = true;
    m_reader.beginTogether(seriesOf({link}));
    const LinkUsual found = usual(link, hour, isWhole);
    m_reader.endTogether();
    if (isWhole)
        hour.links.insert(link, found);
    return found;
}

/// Whoever looks now will ask when the next hour has begun, and all at once.
void LinkWindowReader::prepareNext(const UsualHour &now, Instant to)
{
    const qint64 next = now.ms + SampleKeys::kHour;
    if (m_next.ms == next || next - toMs(to) > kEarly || !now.due.empty())
        return;
    m_next = emptyHour(next);
    for (auto at = now.links.cbegin(); at != now.links.cend(); ++at)
        m_next.due.insert(at.key());
}

bool LinkWindowReader::prepare(qint64 budget)
{
    QElapsedTimer timer;
    timer.start();
    for (UsualHour *hour : {&m_now, &m_other, &m_next}) {
        while (!hour->due.empty()) {
            const EntityId link = *hour->due.begin();
            hour->due.erase(hour->due.begin());
            if (!hour->links.contains(link))
                workOut(*hour, link);
            if (timer.elapsed() >= budget)
                return true;
        }
    }
    return false;
}

LinkWindowsAnswer LinkWindowReader::read(const LinkWindowsQuery &asked)
{
    QElapsedTimer timer;
    timer.start();
    LinkWindowsQuery query = asked; // one of its ends may have been put in by the keeper: "now" is not in the request
    query.from = std::clamp(query.from, query.to - LinkWindowsQuery::kLongest, query.to);
    LinkWindowsAnswer answer;
    answer.span = {toMs(query.from), toMs(query.to)};
    const qsizetype most = std::min(query.links.size(), LinkWindowsQuery::kMostLinks);
    answer.windows.reserve(most);
    m_isRawKept = m_reader.keepsRaw(answer.span.from);
    for (qsizetype i = 0; i < most && timer.elapsed() <= kWindowsBudget; ++i) {
        if (i % kTogether == 0)
            m_reader.beginTogether(seriesOf(query.links.mid(i, std::min(kTogether, most - i))));
        bool isDamaged = false;
        answer.windows.append(window(query.links[i], query, isDamaged));
        answer.damaged += isDamaged ? 1 : 0;
    }
    m_reader.endTogether();
    answer.leftOut = query.links.size() - answer.windows.size();
    answer.unwatched = m_reader.unwatched(answer.span);
    if (!query.usual)
        return answer;
    UsualHour &known = usualHour(floorTo(answer.span.to - 1, SampleKeys::kHour));
    if (known.links.size() > kMostKept)
        known.links.clear();
    const qint64 until = timer.elapsed() + kUsualBudget;
    for (LinkWindow &window : answer.windows) {
        const auto found = known.links.constFind(window.link);
        if (found != known.links.cend()) {
            window.usual = *found;
        } else if (timer.elapsed() > until) {
            ++answer.usualPending;
            known.due.insert(window.link);
        } else {
            window.usual = workOut(known, window.link);
        }
    }
    prepareNext(known, query.to);
    return answer;
}

} // namespace graticule
