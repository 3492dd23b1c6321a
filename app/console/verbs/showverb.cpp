// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/showverb.h"

#include "app/console/verbs/diffverb.h"
#include "app/console/verbs/interrupt.h"
#include "app/console/verbs/listingdiff.h"
#include "app/console/verbs/listingwriters.h"
#include "app/console/verbs/pastmoment.h"

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

/// A fleet that changes all the time is printed this often at most.
constexpr Milliseconds kPace{250};

bool isSame(const Listing &listing, const QList<ListingRow> &printed)
{
    if (listing.rows.size() != printed.size())
        return false;
    for (qsizetype r = 0; r < printed.size(); ++r) {
        for (qsizetype c = 0; c < listing.names.size(); ++c) {
            if (listing.rows[r].values[c] != printed[r].values[c] && !isFreshness(listing.names[c]))
                return false;
        }
    }
    return true;
}

VerbSpec showSpec(const QString &kind, const QString &summary, const QString &columns)
{
    VerbSpec spec;
    spec.words = {kind};
    spec.summary = summary;
    spec.text =
        u"--json prints one object: \"snapshot\" (the revision), \"mode\" (\"live\" or \"past\"), \"at\" (the keeper's "
        u"time), "
        "\"lab\" (whether anything of it is invented), \"keeper\" (how we stand with it) and \"%1\", a list of "
        "objects with %2. Times are ISO 8601 in UTC; what is not known is null. Lists are sorted by name, then id.\n"
        "When nothing is configured yet, the lab is started: invented sites, marked as such.\n"
        "With --watch, Ctrl+C ends the verb with exit code 0."_s.arg(kind, columns);
    spec.options = {
        {u"json"_s, {}, u"Print JSON; with --watch one object a line."_s, {}, false},
        {u"csv"_s, {}, u"Print CSV (RFC 4180), with the same columns as JSON."_s, {}, false},
        {u"watch"_s, {}, u"Go on, and print again at every change."_s, {}, false},
        {u"site"_s, u"ID"_s, u"Only what belongs to this site: its id, or its name if no other has it."_s, {}, false}};
    spec.options += pastOptions() + FleetVerb::waitOptions();
    spec.examples = {{u"graticule %1"_s.arg(kind), u"a table for people"_s},
                     {u"graticule %1 --json --wait 30 | jq '.%1[].name'"_s.arg(kind),
                      u"for scripts: all that there is, once every endpoint has answered or failed"_s},
                     {u"graticule %1 --json --watch"_s.arg(kind), u"a line of JSON for every change"_s},
                     {u"graticule %1 --at 2026-03-03T10:00:00Z"_s.arg(kind), u"as it was then"_s}};
    spec.codes = {ExitCode::NoKeeper, ExitCode::NotFound, ExitCode::TimedOut};
    return spec;
}

QString columnsOf(ShowVerb::Lister lister)
{
    return lister({}, {}).names.join(u", ");
}

} // namespace

ShowVerb::ShowVerb(VerbContext context, Lister lister)
    : FleetVerb(std::move(context))
    , m_lister(lister)
{
}

ShowVerb::~ShowVerb()
{
    terminal().setStopper(-1);
}

std::vector<VerbEntry> ShowVerb::entries()
{
    const auto entry = [](const char *kind, const char *summary, Lister lister) {
        return VerbEntry{
            showSpec(QString::fromLatin1(kind), QString::fromLatin1(summary), columnsOf(lister)),
            [lister](VerbContext context) { return std::make_unique<ShowVerb>(std::move(context), lister); }};
    };
    return {entry("connections", "Lists the configured endpoints and how each is doing.", connectionListing),
            entry("sites", "Lists the sites of the fleet, their states and places.", siteListing),
            entry("services", "Lists services and where they run.", serviceListing),
            entry("nodes", "Lists the machines in the sites and how full they are.", nodeListing),
            entry("assets", "Lists data assets and where their copies are.", assetListing)};
}

void ShowVerb::start()
{
    if (arguments().has(u"json"_s) && arguments().has(u"csv"_s)) {
        failUsage({ErrorKind::Invalid, Fault::Input, u"--json and --csv exclude each other."_s, std::nullopt});
        return;
    }
    if (arguments().has(u"at"_s)) {
        askPast();
        return;
    }
    if (arguments().has(u"watch"_s)) {
        auto *interrupt = new Interrupt(this);
        terminal().setStopper(interrupt->descriptor());
        connect(interrupt, &Interrupt::interrupted, this, [this] { finish(ExitCode::Ok); });
    }
    FleetVerb::start();
}

/// One moment that was recorded, instead of following the fleet.
void ShowVerb::askPast()
{
    const Result<Instant> at = pastMoment(u"at"_s, arguments().value(u"at"_s), clock().now());
    const Result<Instant> known = arguments().has(u"known-at"_s)
                                      ? pastMoment(u"known-at"_s, arguments().value(u"known-at"_s), clock().now())
                                      : Result<Instant>(kNever);
    if (!at || !known || arguments().has(u"watch"_s)) {
        failUsage(!at      ? at.error()
                  : !known ? known.error()
                           : Error{ErrorKind::Invalid, Fault::Input, u"--at and --watch exclude each other."_s, {}});
        return;
    }
    m_past = std::make_unique<PastClient>(clock());
    connect(m_past.get(), &PastClient::told, this, &ShowVerb::printPast);
    connect(m_past.get(), &PastClient::failed, this, [this](Instant, const Error &why) { fail(why); });
    access().open(this, [this, at = *at, known = *known](const Result<std::shared_ptr<ControlChannel>> &channel) {
        if (!channel) {
            fail(channel.error());
            return;
        }
        m_past->setChannel(*channel);
        m_past->ask(at, known);
    });
}

void ShowVerb::printPast(const SnapshotPtr &snapshot, const PastNote &note)
{
    ListingScope scope{{}, snapshot->at};
    if (arguments().has(u"site"_s)) {
        const Result<EntityId> site = findSite(snapshot->tables, arguments().value(u"site"_s));
        if (!site) {
            fail(site.error());
            return;
        }
        scope.site = *site;
    }
    tellNote(note, terminal());
    ListingHead head = headOf(*snapshot, {});
    head.mode = u"past"_s;
    print(head, m_lister(snapshot->tables, scope));
    finish(ExitCode::Ok);
}

std::optional<Listing> ShowVerb::listing()
{
    ListingScope scope{{}, now()};
    if (arguments().has(u"site"_s)) {
        const Result<EntityId> site = findSite(snapshot()->tables, arguments().value(u"site"_s));
        if (!site)
            return {};
        scope.site = *site;
    }
    return m_lister(snapshot()->tables, scope);
}

void ShowVerb::look()
{
    if (m_isDone)
        return;
    if (!arguments().has(u"watch"_s)) {
        if (isSettled())
            printOnce();
        return;
    }
    if (!mustSettle() || isSettled() || m_printedAt.count() >= 0)
        printChange();
}

void ShowVerb::timedOut()
{
    if (m_isDone)
        return;
    if (arguments().has(u"watch"_s))
        printChange();
    else
        printOnce();
}

void ShowVerb::printOnce()
{
    m_isDone = true;
    const std::optional<Listing> shown = listing();
    if (!shown) {
        fail(findSite(snapshot()->tables, arguments().value(u"site"_s)).error());
        return;
    }
    print(*shown);
    const bool inTime = isSettled();
    if (!inTime)
        tellUnsettled();
    finish(inTime || !mustSettle() ? ExitCode::Ok : ExitCode::TimedOut);
}

void ShowVerb::tellUnsettled()
{
    const Settled state = settledNow();
    if (state.isSettled()) // but the keeper has not told all, or is lost
        return;
    QStringList names = state.waitingFor.mid(0, 5);
    if (state.waitingFor.size() > names.size())
        names.append(u"..."_s);
    terminal().say(u"%1 of %2 connections have not settled yet: %3."_s.arg(state.waitingFor.size())
                       .arg(state.connections)
                       .arg(names.join(u", ")));
}

void ShowVerb::printChange()
{
    const std::optional<Listing> shown = listing();
    if (!shown)
        return; // the site may come yet
    const bool ages = terminal().isInteractive() && !arguments().has(u"json"_s) && !arguments().has(u"csv"_s);
    if (m_printedAt.count() >= 0 && !ages && m_printedLink == link().state && isSame(*shown, m_printed))
        return;
    const Milliseconds since = clock().steady() - m_printedAt;
    const bool isUrgent = m_printedLink != link().state; // a lost keeper is said at once
    if (m_printedAt.count() >= 0 && since < kPace && !isUrgent) {
        if (!std::exchange(m_isPending, true))
            clock().after(kPace - since, this, [this] {
                m_isPending = false;
                printChange();
            });
        return;
    }
    m_printedAt = clock().steady();
    m_printedLink = link().state;
    terminal().clear();
    print(*shown);
    m_printed = shown->rows;
    if (terminal().isClosed() && !std::exchange(m_isDone, true))
        finish(ExitCode::Ok);
}

void ShowVerb::print(const Listing &shown)
{
    print(headOf(*snapshot(), link()), shown);
    if (link().state == KeeperLink::State::Lost && !arguments().has(u"json"_s) && !arguments().has(u"csv"_s))
        terminal().say(u"The keeper is lost: "_s + link().error.text);
}

void ShowVerb::print(const ListingHead &head, const Listing &shown)
{
    if (arguments().has(u"json"_s)) {
        terminal().print(toJson(head, shown, arguments().has(u"watch"_s)));
        return;
    }
    if (arguments().has(u"csv"_s)) {
        terminal().print(toCsv(shown));
        return;
    }
    terminal().print(toTable(shown));
    if (shown.rows.isEmpty())
        terminal().say(u"There are no %1."_s.arg(shown.kind));
    if (head.lab)
        terminal().print(QByteArray("LAB: what the lab tells of is invented.\n"));
}

} // namespace graticule
