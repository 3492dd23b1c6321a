// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/latencycells.h"

#include "models/fleetstore.h"
#include "models/format.h"
#include "models/latency/latencyjudge.h"
#include "models/table/csv.h"

namespace graticule {
namespace {

const float kNothing = std::numeric_limits<float>::quiet_NaN();

HeatKind kindOf(LatencyVerdict verdict)
{
    return verdict == LatencyVerdict::OverLimit   ? HeatKind::High
           : verdict == LatencyVerdict::OverUsual ? HeatKind::Medium
                                                  : HeatKind::Value;
}

/// What the mode shows of a window; below 0: not known.
double figureOf(const LinkWindow &window, LatencyMode mode)
{
    return mode == LatencyMode::P95 ? window.p95 : mode == LatencyMode::Loss ? window.loss : window.p50;
}

LatencyVerdict verdictOf(const Link &link, const LinkWindow &window, LatencyMode mode)
{
    const LinkUsual usual = window.usual.value_or(LinkUsual());
    if (mode == LatencyMode::Loss)
        return judgeLoss(window.loss, usual.loss);
    return mode == LatencyMode::P95 ? judgeRoundTrip(window.p95, link, usual.p95)
                                    : judgeRoundTrip(window.p50, link, usual.p50);
}

/// Null: nothing is told of that link.
const LinkWindow *windowOf(const EntityId &link, const LatencyCells::View &view)
{
    const auto found = view.windows.constFind(link);
    return found == view.windows.cend() ? nullptr : &*found;
}

/// What the fleet's facts say where there are no samples.
HeatCell lastKnown(const Link &link, LatencyMode mode)
{
    const double value = mode == LatencyMode::Loss ? link.loss : link.rttMs;
    return value < 0 || mode == LatencyMode::AgainstUsual ? HeatCell{kNothing, HeatKind::Stale}
                                                          : HeatCell{float(value), HeatKind::Stale};
}

QString number(double value)
{
    return value < 0 ? QString() : QString::number(value, 'g', 10);
}

} // namespace

bool LatencyCells::isStale(const Link &link, const View &view)
{
    const Feed *feed = view.tables.feeds.find(link.feed);
    return view.isOld || (feed && view.now - feed->observedAt > feed->limit);
}

HeatScale LatencyCells::scaleOf(LatencyMode mode)
{
    HeatScale scale;
    if (mode == LatencyMode::Loss) {
        scale.limits = {0.001F, 0.002F, 0.005F, 0.01F, 0.05F};
        scale.factor = 100;
        scale.decimals = 1;
    } else if (mode == LatencyMode::AgainstUsual) {
        scale.limits = {2, 5, 10, 20, 50};
    }
    return scale;
}

HeatCell LatencyCells::cellOf(const EntityId &id, const View &view)
{
    const Link *link = view.tables.links.find(id);
    if (!link)
        return {};
    const LinkWindow *window = windowOf(id, view);
    const bool hasAnswers = window && window->count > 0;
    if (link->condition == Condition::Down || (!hasAnswers && window && window->loss >= 1))
        return {kNothing, HeatKind::NoAnswer};
    if (!window || isStale(*link, view))
        return window && hasAnswers && view.mode != LatencyMode::AgainstUsual
                   ? HeatCell{float(figureOf(*window, view.mode)), HeatKind::Stale}
                   : lastKnown(*link, view.mode);
    const double figure = figureOf(*window, view.mode);
    if (figure < 0)
        return hasAnswers ? HeatCell{} : lastKnown(*link, view.mode);
    const HeatKind kind = kindOf(verdictOf(*link, *window, view.mode));
    if (view.mode != LatencyMode::AgainstUsual)
        return {float(figure), kind};
    if (!window->usual || window->usual->p50.median < 0)
        return {kNothing, HeatKind::Value}; // measured, with nothing to hold it against
    return {float(figure - window->usual->p50.median), kind};
}

std::vector<HeatCell> LatencyCells::cellsOf(const LatencyPlan &plan, const View &view)
{
    std::vector<HeatCell> cells(plan.cells.size());
    for (size_t at = 0; at < cells.size(); ++at) {
        if (plan.cells[at] >= 0)
            cells[at] = cellOf(plan.links[plan.cells[at]], view);
    }
    for (size_t i = 0; i < plan.sites.size(); ++i)
        cells[i * plan.sites.size() + i].kind = HeatKind::Self;
    return cells;
}

HeatMatrix LatencyCells::matrixOf(const LatencyPlan &plan, const View &view)
{
    HeatHeads heads;
    for (const LatencyPlan::Place &place : plan.sites) {
        const SiteStatus status = siteStatus(view.tables, place.site);
        const bool isGone = status.state == SiteState::Down || status.state == SiteState::Unreachable;
        heads.names << place.name;
        heads.tones.push_back(isGone && !status.stale ? Tone::Critical : Tone::Normal);
        if (heads.groups.empty() || heads.groups.back().name != place.region)
            heads.groups.push_back({place.region, 0});
        ++heads.groups.back().count;
    }
    return {heads, heads, cellsOf(plan, view)};
}

QString LatencyCells::describe(const LatencyPlan &plan, int row, int column, const View &view)
{
    const QString from = plan.sites[size_t(row)].name;
    const QString to = plan.sites[size_t(column)].name;
    if (row == column)
        return tr("%1 with itself").arg(from);
    const QString pair = tr("%1 to %2").arg(from, to);
    const EntityId *id = plan.linkAt(row, column);
    const Link *link = id ? view.tables.links.find(*id) : nullptr;
    if (!link)
        return tr("%1: not measured").arg(pair);
    const HeatKind kind = cellOf(*id, view).kind;
    const LinkWindow *window = windowOf(*id, view);
    QStringList words;
    if (kind == HeatKind::NoAnswer)
        words << tr("no answer");
    if (window && window->count > 0)
        words << tr("p50 %1").arg(format::milliseconds(window->p50))
              << tr("p95 %1").arg(format::milliseconds(window->p95));
    else if (link->rttMs >= 0)
        words << tr("last known %1").arg(format::milliseconds(link->rttMs));
    if (kind == HeatKind::High && link->limitMs > 0)
        words << tr("over its limit of %1").arg(format::milliseconds(link->limitMs));
    else if (kind == HeatKind::Medium)
        words << tr("over what is usual");
    if (kind == HeatKind::Stale)
        words << tr("too old");
    if (window && window->loss > 0)
        words << tr("%1 lost").arg(format::percent(window->loss, true));
    return QStringLiteral("%1: %2").arg(pair, words.isEmpty() ? tr("nothing measured lately") : words.join(u", "));
}

QByteArray LatencyCells::csvOf(const LatencyPlan &plan, const QHash<EntityId, LinkWindow> &windows, Instant until)
{
    QStringList head;
    for (const char *name : {"from", "to", "link", "p50_ms", "p95_ms", "p99_ms", "jitter_ms", "loss", "probes",
                             "usual_p50_ms", "usual_p50_mad_ms", "usual_days", "until_utc"})
        head << QLatin1String(name);
    QList<QStringList> rows;
    const QString end = toIso(until);
    for (int row = 0; row < plan.count(); ++row) {
        for (int column = 0; column < plan.count(); ++column) {
            const EntityId *id = plan.linkAt(row, column);
            if (!id)
                continue;
            const auto found = windows.constFind(*id);
            const bool isTold = found != windows.cend();
            const LinkWindow window = isTold ? *found : LinkWindow();
            const LinkUsual usual = window.usual.value_or(LinkUsual());
            rows << QStringList{plan.sites[size_t(row)].name,
                                plan.sites[size_t(column)].name,
                                id->toString(),
                                number(window.p50),
                                number(window.p95),
                                number(window.p99),
                                number(window.jitter),
                                number(window.loss),
                                QString::number(window.count),
                                number(usual.p50.median),
                                number(usual.p50.mad),
                                QString::number(usual.days),
                                isTold ? end : QString()};
        }
    }
    return toCsv(head, rows);
}

} // namespace graticule
