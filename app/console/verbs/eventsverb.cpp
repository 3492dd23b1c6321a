// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/eventsverb.h"

#include "app/console/verbs/entitynamed.h"
#include "app/console/verbs/listingvalues.h"
#include "app/console/verbs/listingwriters.h"
#include "app/console/verbs/samplesverb.h"

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

QString kindWord(EventKind kind)
{
    return kind == EventKind::Warning ? u"warning"_s : kind == EventKind::Normal ? u"normal"_s : u"unknown"_s;
}

} // namespace

VerbEntry EventsVerb::entry()
{
    VerbSpec spec;
    spec.words = {u"events"_s};
    spec.operands = {u"[TARGET]"_s};
    spec.summary = u"Prints what happened at the endpoints, in their platforms' own words."_s;
    spec.text =
        u"Newest first. TARGET is the name or id of a site, node, service or connection; without, all events are "
        "printed. Kubernetes tells its events; of Docker those are kept that are more than a start or a stop asked "
        "for: an end, a restart, out of memory, a check of health that turned.\n"
        "The keeper holds the newest 2,000 of each connection since it was started. What is older is in the platform "
        "itself, if anywhere; it is said on standard error since when nothing is missing. A connection whose "
        "events are not told now, as one that is not connected, is named by a warning with the reason EventsNotTold.\n"
        "--json prints a list of objects with %1."_s.arg(eventListing({}, {}).names.join(u", "));
    spec.options = {{u"since"_s, u"TIME"_s, u"ISO 8601 in UTC, or how long ago: 90s, 15m, 24h, 7d."_s, {}, false},
                    {u"until"_s, u"TIME"_s, u"The same. Default: now."_s, {}, false},
                    {u"warnings"_s, {}, u"Only those that the platform calls warnings."_s, {}, false},
                    {u"most"_s, u"N"_s, u"At most so many (500; up to 10000)."_s, {}, false},
                    {u"json"_s, {}, u"Print JSON."_s, {}, false},
                    {u"csv"_s, {}, u"Print CSV (RFC 4180), with the same columns as JSON."_s, {}, false}};
    spec.options += FleetVerb::waitOptions();
    spec.examples = {{u"graticule events shop/web --since 1h"_s, {}},
                     {u"graticule events --warnings --json | jq '.[].reason'"_s, {}}};
    spec.codes = {ExitCode::NoKeeper, ExitCode::NotFound, ExitCode::TimedOut};
    return {spec, [](VerbContext context) { return std::make_unique<EventsVerb>(std::move(context)); }};
}

Listing eventListing(const QList<FleetEvent> &events, const FleetTables &tables)
{
    using namespace listingvalues;
    Listing listing;
    listing.kind = u"events"_s;
    listing.names = columns("at first site siteName connection node entity object kind reason count text");
    listing.headings = columns("AT KIND SITE OBJECT REASON COUNT TEXT");
    for (const FleetEvent &event : events) {
        const auto site = tables.sites.find(event.site);
        const QString siteName = site ? site->name : QString();
        listing.rows.append({{time(event.at), time(event.first), text(event.site.toString()), text(siteName),
                              text(event.connection.toString()), text(event.node.toString()),
                              text(event.entity.toString()), text(event.object), text(kindWord(event.kind)),
                              text(event.reason), double(event.count), text(event.text)},
                             {toIso(event.at), kindWord(event.kind), cell(siteName), cell(event.object),
                              cell(event.reason), QString::number(event.count), cell(event.text)}});
    }
    return listing;
}

void EventsVerb::start()
{
    const Result<qint64> most = arguments().number(u"most"_s, m_query.most, 1, EventQuery::kMost);
    if (!most) {
        failUsage(most.error());
        return;
    }
    m_query.most = int(*most);
    for (const auto &[option, moment] : {std::pair(u"since"_s, &m_query.from), std::pair(u"until"_s, &m_query.until)}) {
        if (!arguments().has(option))
            continue;
        const Result<Instant> at = momentOf(option, arguments().value(option), clock().now());
        if (!at) {
            failUsage(at.error());
            return;
        }
        *moment = *at;
    }
    FleetVerb::start();
}

void EventsVerb::look()
{
    if (m_isAsked || !isSettled())
        return;
    timedOut();
}

void EventsVerb::timedOut()
{
    if (std::exchange(m_isAsked, true))
        return;
    const QString name = arguments().operands.value(0);
    if (name.isEmpty()) {
        ask({});
        return;
    }
    const QList<EntityId> targets = entitiesNamed(snapshot()->tables, name, {});
    if (targets.size() == 1) {
        ask(targets.first());
        return;
    }
    QStringList ids;
    for (const EntityId &id : targets)
        ids.append(id.toString());
    fail({targets.isEmpty() ? ErrorKind::NotFound : ErrorKind::Invalid, Fault::Input,
          targets.isEmpty()
              ? u"No site, node, service or connection is called \"%1\"."_s.arg(name)
              : u"Several are called \"%1\"; name one by its id: %2."_s.arg(name, ids.mid(0, 10).join(u", ")),
          std::nullopt});
}

void EventsVerb::ask(const EntityId &target)
{
    m_query.target = target;
    access().open(this, [this](const Result<std::shared_ptr<ControlChannel>> &channel) {
        if (!channel) {
            fail(channel.error());
            return;
        }
        LogQueries(*channel).events(this, m_query,
                                    orFail<EventAnswer>([this](const EventAnswer &answer) { print(answer); }));
    });
}

void EventsVerb::print(const EventAnswer &answer)
{
    QList<FleetEvent> events = answer.events;
    if (arguments().has(u"warnings"_s))
        events.removeIf([](const FleetEvent &event) { return event.kind != EventKind::Warning; });
    const Listing listing = eventListing(events, snapshot()->tables);
    if (arguments().has(u"json"_s))
        terminal().print(rowsToJson(listing));
    else
        terminal().print(arguments().has(u"csv"_s) ? toCsv(listing) : toTable(listing));
    if (answer.keptSince == kNever)
        terminal().say(u"No connection tells events of that."_s);
    else if (m_query.from < answer.keptSince)
        terminal().say(u"Before %1 events may be missing."_s.arg(toIso(answer.keptSince)));
    if (answer.hasMore)
        terminal().say(u"There are more; see --most."_s);
    finish(ExitCode::Ok);
}

} // namespace graticule
