// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/diffverb.h"

#include "app/console/verbs/listingdiff.h"
#include "app/console/verbs/listingwriters.h"
#include "app/console/verbs/pastmoment.h"

namespace graticule {
using namespace Qt::Literals::StringLiterals;

void tellNote(const PastNote &note, Terminal &terminal)
{
    if (note.hole)
        terminal.say(u"%1: nobody watched from %2 to %3; states are unknown, the rest is what was known before."_s.arg(
            toIso(note.at), toIso(note.hole->from), toIso(note.hole->until)));
    if (note.lateFacts > 0)
        terminal.say(u"%1: %2 of what is told was learnt later."_s.arg(toIso(note.at)).arg(note.lateFacts));
    if (!note.damage.text.isEmpty())
        terminal.say(u"%1: incomplete. %2"_s.arg(toIso(note.at), note.damage.text));
}

DiffVerb::DiffVerb(VerbContext context)
    : Verb(std::move(context))
    , m_past(clock())
{
    connect(&m_past, &PastClient::told, this, &DiffVerb::take);
    connect(&m_past, &PastClient::failed, this, [this](Instant, const Error &why) { fail(why); });
}

VerbEntry DiffVerb::entry()
{
    VerbSpec spec;
    spec.words = {u"diff"_s};
    spec.operands = {u"T1"_s, u"T2"_s};
    spec.summary = u"Tells what differs between two moments that the keeper recorded."_s;
    spec.text =
        u"A moment is 2026-03-03T10:00:00Z, or how long ago: 90s, 15m, 24h, 7d. Each row is one column of `graticule "
        "connections`, `sites`, `services`, `nodes` or `assets`, or of the links between sites, that is not the same, "
        "or something that came or went. Round trips that merely wander are left out.\n"
        "--json prints one object: \"snapshot\" (the later one's), \"mode\" (\"past\"), \"at\" (the later moment), "
        "\"lab\", "
        "\"keeper\" and \"differences\", a list of objects with %1."_s.arg(
            differenceListing({}, {}, {}, {}).names.join(u", "));
    spec.options = {
        {u"json"_s, {}, u"Print JSON."_s, {}, false},
        {u"csv"_s, {}, u"Print CSV (RFC 4180), with the same columns as JSON."_s, {}, false},
        {u"known-at"_s, u"TIME"_s, u"By what was known at TIME. Without it also what was learnt since."_s, {}, false}};
    spec.examples = {{u"graticule diff 1h 0s"_s, u"what changed within the last hour"_s}};
    spec.codes = {ExitCode::NoKeeper, ExitCode::NotFound};
    return {spec, [](VerbContext context) { return std::make_unique<DiffVerb>(std::move(context)); }};
}

void DiffVerb::start()
{
    const Result<Instant> from = pastMoment(u"T1"_s, arguments().operands.value(0), clock().now());
    const Result<Instant> until = pastMoment(u"T2"_s, arguments().operands.value(1), clock().now());
    const Result<Instant> knownAt = arguments().has(u"known-at"_s)
                                        ? pastMoment(u"known-at"_s, arguments().value(u"known-at"_s), clock().now())
                                        : Result<Instant>(kNever);
    for (const auto *moment : {&from, &until, &knownAt}) {
        if (!*moment) {
            failUsage(moment->error());
            return;
        }
    }
    m_until = std::max(*from, *until);
    access().open(this, [this, first = std::min(*from, *until),
                         known = *knownAt](const Result<std::shared_ptr<ControlChannel>> &channel) {
        if (!channel) {
            fail(channel.error());
            return;
        }
        m_past.setChannel(*channel);
        m_past.ask(first, known);
        m_past.ask(m_until, known);
    });
}

void DiffVerb::take(const SnapshotPtr &snapshot, const PastNote &note)
{
    tellNote(note, terminal());
    if (!m_before) {
        m_before = snapshot;
        return;
    }
    const Listing listing = differenceListing(m_before->tables, m_before->at, snapshot->tables, snapshot->at);
    ListingHead head = headOf(*snapshot, {});
    head.mode = u"past"_s;
    if (arguments().has(u"json"_s))
        terminal().print(toJson(head, listing));
    else if (arguments().has(u"csv"_s))
        terminal().print(toCsv(listing));
    else if (listing.rows.isEmpty())
        terminal().say(u"Nothing differs between %1 and %2."_s.arg(toIso(m_before->at), toIso(snapshot->at)));
    else
        terminal().print(toTable(listing));
    finish(ExitCode::Ok);
}

} // namespace graticule
