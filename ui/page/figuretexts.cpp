// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/figuretexts.h"

#include <QVariant>
#include <QWidget>

namespace graticule {

namespace {

struct Entry
{
    const char *id;
    const char *title;
    const char *text;
    const char *topic;
};

constexpr const char *kProperty = "figures";

// In the order in which a page is read.
constexpr Entry kEntries[] = {
    {"window.counts", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Sites by state"),
     QT_TRANSLATE_NOOP(
         "graticule::FigureTexts",
         "How many sites are in each state, over the whole fleet. A site that cannot be seen counts as unreachable "
         "and never as healthy."),
     "states"},
    {"window.fresh", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Connections fresh"),
     QT_TRANSLATE_NOOP(
         "graticule::FigureTexts",
         "How many connections have told something within their limit. The others are stale, unreachable, refused "
         "or paused; what they told last stays on screen."),
     "freshness"},
    {"overview.needs", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Needs a person now"),
     QT_TRANSLATE_NOOP(
         "graticule::FigureTexts",
         "What is abnormal, with one line for each cause: a dead endpoint counts once and not once for each of its "
         "sites. The list beside the map names them, the worst first."),
     "states"},
    {"overview.serving", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Sites serving"),
     QT_TRANSLATE_NOOP(
         "graticule::FigureTexts",
         "Sites that are seen now and do their work: the healthy and the degraded ones. Sites that cannot be seen "
         "are not counted, since nobody knows."),
     "states"},
    {"overview.latency", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Between sites, p95"),
     QT_TRANSLATE_NOOP(
         "graticule::FigureTexts",
         "Of all round trips between two sites that are measured, 95 of 100 take this long or less. The median is "
         "the one in the middle. Each link has a limit of its own."),
     "states"},
    {"overview.capacity", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Capacity used"),
     QT_TRANSLATE_NOOP(
         "graticule::FigureTexts",
         "The share of all CPU that is in use, over the sites that tell how much they have. The tightest site is "
         "named, since a fleet with room may have a site without."),
     "sites"},
    {"overview.connections", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Connections fresh"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "How many connections have told something within their limit, of all that are configured here."),
     "connections"},
    {"overview.oldest", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Oldest evidence shown"),
     QT_TRANSLATE_NOOP(
         "graticule::FigureTexts",
         "The age of the oldest thing on screen that a site has told. Whatever you see is this old at most."),
     "freshness"},
    {"map.legend", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Marks of the map"),
     QT_TRANSLATE_NOOP(
         "graticule::FigureTexts",
         "Each state has its own shape. Filled is proven by fresh evidence, hollow is not proven, dashed is missing "
         "or too old. A circle with a number stands for several sites; its badge is the worst of them."),
     "states"},
    {"map.layers", QT_TRANSLATE_NOOP("graticule::FigureTexts", "What the map tells"),
     QT_TRANSLATE_NOOP(
         "graticule::FigureTexts",
         "State: how sites are. Latency: the p95 of each link over the last five minutes; a colour says that it is "
         "over its limit or over what is usual at this hour. Capacity: processors in use, with a stroke where the "
         "fullest site of a group is."),
     "states"},
    {"map.snapshot", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Snapshot"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "When the keeper put together what you see, by its own clock, and how long ago that was."),
     "freshness"},
    {"regions.region", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Region"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "Your own group of sites, from the label graticule.dev/region."),
     "places"},
    {"regions.sites", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Sites"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "How many sites the region has."), "sites"},
    {"regions.nothealthy", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Not healthy"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "How many of its sites are in another state than healthy, by state."),
     "states"},
    {"regions.states", QT_TRANSLATE_NOOP("graticule::FigureTexts", "State, last 24 h"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "How the worst site of the region was, of those that are in it now, ten minutes a column: the "
                       "higher, the worse. A dotted line: nobody watched."),
     "states"},
    {"regions.median", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Median"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "The middle one of all round trips from the region's sites; half of them are shorter."),
     "states"},
    {"regions.p95", QT_TRANSLATE_NOOP("graticule::FigureTexts", "p95"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "95 of 100 round trips from the region's sites take this long or less."),
     "states"},
    {"regions.change", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Against 7 days"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "How many milliseconds p95 is above what is usual: the same hour of up to seven past days, of "
                       "the links that are known of both."),
     "states"},
    {"regions.overlimit", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Over limit"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "How many links from the region's sites are slower than their limit, or lose too much."),
     "states"},
    {"regions.cpu", QT_TRANSLATE_NOOP("graticule::FigureTexts", "CPU used"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "In use, of all CPU in the region's sites that tell it."), "sites"},
    {"regions.memory", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Memory"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "In use, of all memory in the region's sites that tell it."), "sites"},
    {"regions.storage", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Storage"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "In use, of all storage in the region's sites that tell it."),
     "sites"},
    {"sites.state", QT_TRANSLATE_NOOP("graticule::FigureTexts", "State"),
     QT_TRANSLATE_NOOP(
         "graticule::FigureTexts",
         "The site's one state, by shape and word. Hollow and dashed marks are not proven by fresh evidence."),
     "states"},
    {"sites.name", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Site"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "A place where things run. Its name is a label; its identity is in the drawer."),
     "sites"},
    {"sites.place", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Place"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "The city, as declared, from the provider's region, or inferred."),
     "places"},
    {"sites.country", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Country"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "The jurisdiction: whose laws hold there. What is only inferred counts as unknown for rules."),
     "places"},
    {"sites.region", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Region"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "Your own group of sites, from the label graticule.dev/region."),
     "places"},
    {"sites.provider", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Provider"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "Who operates the site, where its platform or a label says so."),
     "places"},
    {"sites.kind", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Kind"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "What sort of place it is: a cloud region, a data centre, a single machine."),
     "sites"},
    {"sites.through", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Seen through"),
     QT_TRANSLATE_NOOP(
         "graticule::FigureTexts",
         "The connection by which the site is known. When that is gone, the site is unreachable and not down."),
     "connections"},
    {"sites.cpu", QT_TRANSLATE_NOOP("graticule::FigureTexts", "CPU used"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "In use, of what the site's nodes have. A dash: the site does not tell."),
     "sites"},
    {"sites.memory", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Memory used"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "In use, of what the site's nodes have. A dash: the site does not tell."),
     "sites"},
    {"sites.storage", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Storage used"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "In use, of what the site's nodes have. A dash: the site does not tell."),
     "sites"},
    {"sites.latency", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Latency, 1 h"),
     QT_TRANSLATE_NOOP(
         "graticule::FigureTexts",
         "Round trips over the site's worst link in the last hour, and the newest: the link over its limit, else the "
         "longest. All rows have the same scale around what is usual for them, so calm looks flat."),
     "states"},
    {"sites.history", QT_TRANSLATE_NOOP("graticule::FigureTexts", "State, last 24 h"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "How the site was: the higher, the worse. A dotted line: nobody watched."),
     "states"},
    {"sites.cpu-hour", QT_TRANSLATE_NOOP("graticule::FigureTexts", "CPU, 1 h"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "Processors in use over the last hour, around what is usual. A gap: nothing was measured."),
     "sites"},
    {"sites.why", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Why"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "The worst reason for the state. The drawer has all of them."),
     "states"},
    {"sites.seen", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Seen"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "How long ago something that the site's state rests on was seen."),
     "freshness"},
    {"table.site", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Sites"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "Where it is. Of several the first are named, and the others counted."),
     "sites"},
    {"table.country", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Countries"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "Whose laws hold where it is. What is only inferred counts as unknown for rules."),
     "places"},
    {"table.region", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Region"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "Your own group of sites, from the label graticule.dev/region."),
     "places"},
    {"table.provider", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Provider"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "Who operates the site, where its platform or a label says so."),
     "places"},
    {"table.through", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Seen through"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "The connections that tell of it. When one is gone, what it told last stays, marked as old."),
     "connections"},
    {"table.why", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Why"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "The worst reason for the state. The drawer has all of them."),
     "states"},
    {"table.seen", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Seen"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "How long ago the oldest evidence for this row was seen."),
     "freshness"},
    {"services.state", QT_TRANSLATE_NOOP("graticule::FigureTexts", "State"),
     QT_TRANSLATE_NOOP(
         "graticule::FigureTexts",
         "How the service is where it is worst. Hollow and dashed marks are not proven by fresh evidence."),
     "states"},
    {"services.name", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Service"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "What users care about. Services of the same name are one only if a label says so."),
     "sites"},
    {"services.tier", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Tier"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "How much it matters, 1 most, from the label graticule.dev/tier."),
     "sites"},
    {"services.ready", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Ready"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "Instances that are ready, of those that are wanted, over all its places that tell."),
     "states"},
    {"services.image", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Image"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "What the instances were started from."), "sites"},
    {"nodes.state", QT_TRANSLATE_NOOP("graticule::FigureTexts", "State"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "How the machine is. Hollow and dashed marks are not proven by fresh evidence."),
     "states"},
    {"nodes.name", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Node"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "A machine in a site."), "sites"},
    {"nodes.platform", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Platform"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "The operating system or platform that the machine runs."), "sites"},
    {"nodes.cpu", QT_TRANSLATE_NOOP("graticule::FigureTexts", "CPU used"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "In use, of what the machine has. A dash: it does not tell, or is down."),
     "sites"},
    {"nodes.cpu-hour", QT_TRANSLATE_NOOP("graticule::FigureTexts", "CPU, 1 h"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "Processors in use over the last hour, around what is usual. A gap: nothing was measured."),
     "sites"},
    {"nodes.memory", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Memory used"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "In use, of what the machine has. A dash: it does not tell, or is down."),
     "sites"},
    {"nodes.storage", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Storage used"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "In use, of what the machine has. A dash: it does not tell, or is down."),
     "sites"},
    {"nodes.load", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Load"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "Tasks that wanted a processor, on average over the last minute."),
     "sites"},
    {"nodes.up", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Up for"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "How long ago the machine was started."), "sites"},
    {"data.state", QT_TRANSLATE_NOOP("graticule::FigureTexts", "State"),
     QT_TRANSLATE_NOOP(
         "graticule::FigureTexts",
         "How the copies are, by the worst of them. Hollow and dashed marks are not proven by fresh evidence."),
     "states"},
    {"data.name", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Asset"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "A set of data, with one or more copies."), "sites"},
    {"data.class", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Class"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "What sort of data it is, from the label graticule.dev/classification."),
     "places"},
    {"data.owner", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Owner"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "Who answers for it, from the label graticule.dev/owner."), "places"},
    {"data.copies", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Copies"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "How many copies are known."), "sites"},
    {"data.size", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Size"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "Of the largest copy."), "sites"},
    {"data.lag", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Behind"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "How far the copy that is furthest behind lags."), "states"},
    {"drawer.state", QT_TRANSLATE_NOOP("graticule::FigureTexts", "State and reason"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "The state, for how long, its worst reasons, and the age of the evidence for them."),
     "states"},
    {"drawer.jurisdiction", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Jurisdiction"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "Whose laws hold at the site, and from what that is known. What is inferred is marked."),
     "places"},
    {"drawer.operator", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Operated by"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "Who runs the place, what kind of place it is, and its region."),
     "places"},
    {"drawer.through", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Seen through"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "The connections that tell of this site, how old their last word is, and their state."),
     "connections"},
    {"drawer.history", QT_TRANSLATE_NOOP("graticule::FigureTexts", "State, last 24 h"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "How the site was, ten minutes a column: the higher, the worse. A dotted line: nobody watched."),
     "states"},
    {"latency.matrix", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Round trips between sites"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "From the site of the row to that of the column. Grey says how long; a colour, that it is over "
                       "its limit or over what is usual at this hour. An empty cell is not measured."),
     "states"},
    {"latency.figures", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Figures of a pair"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "Half of the probes took p50 or less, 95 of 100 took p95 or less. Jitter is the mean difference "
                       "of successive round trips. Usual: the median over the same hour of the last seven days."),
     "states"},
    {"latency.band", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Round trips over time"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "Percentiles of what was measured, with the limit and what is usual. Bars below: the share of "
                       "probes without an answer. Where there is no line nothing was measured."),
     "states"},
    {"latency.smoke", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Smoke"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "How far the probes of each minute lie apart: the darker, the more of them. The stroke is their "
                       "median, thick and coloured when some had no answer."),
     "states"},
    {"drawer.capacity", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Capacity used"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "In use, of what the site's nodes have. A dash: the site does not tell."),
     "sites"},
    {"drawer.workloads", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Workloads"),
     QT_TRANSLATE_NOOP(
         "graticule::FigureTexts",
         "The services that are placed here: how many are ready of how many are wanted, and in which role."),
     "sites"},
    {"drawer.data", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Data held here"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "The copies of data assets at this site: their role, their size, and how far they lag behind."),
     "sites"},
    {"drawer.links", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Round trips to other sites"),
     QT_TRANSLATE_NOOP(
         "graticule::FigureTexts",
         "How long a packet takes there and back, the limit for that way, and how many are lost. The worst first."),
     "states"},
    {"drawer.nodes", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Nodes"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "The site's machines, what they run, and their state."), "sites"},
    {"drawer.labels", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Labels"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts",
                       "What the endpoint, or its connection here, says of itself. Those of graticule.dev come first: "
                       "people set them."),
     "sites"},
    {"connections.state", QT_TRANSLATE_NOOP("graticule::FigureTexts", "State and age"),
     QT_TRANSLATE_NOOP(
         "graticule::FigureTexts",
         "How the endpoint answers, and how long ago it was last heard. An error says whose fault it is."),
     "connections"},
    {"connections.load", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Load we cause"),
     QT_TRANSLATE_NOOP(
         "graticule::FigureTexts",
         "Requests a second that we really made of the endpoint, beside the budget that we may not exceed."),
     "connections"},
    {"connections.sites", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Sites of a connection"),
     QT_TRANSLATE_NOOP("graticule::FigureTexts", "How many sites are known through this connection."), "sites"},
    {"connections.certificate", QT_TRANSLATE_NOOP("graticule::FigureTexts", "Certificate"),
     QT_TRANSLATE_NOOP(
         "graticule::FigureTexts",
         "When a certificate on this connection ends, once that is near. After it the connection is refused."),
     "connections"},
};

} // namespace

namespace {

/// The pages of which most columns are alike, and what begins the ids of these.
bool sharesColumns(const QString &page)
{
    return page == QLatin1String("services") || page == QLatin1String("nodes") || page == QLatin1String("data");
}

constexpr const char *kShared = "table";

} // namespace

std::optional<FigureText> FigureTexts::find(const QString &id)
{
    for (const Entry &entry : kEntries) {
        if (id == QLatin1String(entry.id))
            return FigureText{tr(entry.title), tr(entry.text), QString::fromLatin1(entry.topic)};
    }
    if (sharesColumns(id.section(u'.', 0, 0)))
        return find(QString::fromLatin1(kShared) + u'.' + id.section(u'.', 1));
    return std::nullopt;
}

QStringList FigureTexts::ofPage(const QString &page)
{
    QStringList parts{page};
    if (page == QLatin1String("overview"))
        parts << QStringLiteral("map") << QStringLiteral("regions") << QStringLiteral("drawer");
    if (page == QLatin1String("sites"))
        parts << QStringLiteral("drawer");
    if (sharesColumns(page))
        parts << QString::fromLatin1(kShared);
    parts << QStringLiteral("window");
    QStringList ids;
    for (const QString &part : std::as_const(parts)) {
        for (const Entry &entry : kEntries) {
            if (QString::fromLatin1(entry.id).section(u'.', 0, 0) == part)
                ids << QString::fromLatin1(entry.id);
        }
    }
    return ids;
}

void FigureTexts::mark(QWidget &widget, const QStringList &ids)
{
    widget.setProperty(kProperty, ids);
}

QStringList FigureTexts::of(const QWidget &widget)
{
    return widget.property(kProperty).toStringList();
}

} // namespace graticule
