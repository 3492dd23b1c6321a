// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/latencyverb.h"

#include "app/console/verbs/diffverb.h"
#include "app/console/verbs/jsontext.h"
#include "app/console/verbs/listingvalues.h"
#include "app/console/verbs/listingwriters.h"
#include "app/console/verbs/samplesverb.h"

#include <QJsonObject>

#include <algorithm>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

constexpr Milliseconds kAgain{500};

QJsonValue known(double value)
{
    return value < 0 ? QJsonValue() : QJsonValue(value);
}

QString cellOf(double value, int digits = 4)
{
    return value < 0 ? u"-"_s : QString::number(value, 'g', digits);
}

QString siteName(const FleetTables &tables, const EntityId &id)
{
    const Site *site = tables.sites.find(id);
    return site ? site->name : id.toString();
}

Error wrong(const QString &text)
{
    return {ErrorKind::Invalid, Fault::Input, text, std::nullopt};
}

} // namespace

VerbEntry LatencyVerb::entry()
{
    VerbSpec spec;
    spec.words = {u"latency"_s};
    spec.summary = u"Prints the round trips between sites: percentiles, jitter and loss of a stretch of time."_s;
    spec.text =
        u"One row for each link that is measured, from the site where it is measured to the other. Jitter is the mean "
        "difference of successive round trips. \"Usual\" is the median over the same hour of up to seven past days, "
        "and \"mad\" how far those days lie from it (median absolute deviation).\n"
        "--json prints one object: \"from\" and \"to\" of the time, \"leftOut\" (links that the keeper told nothing "
        "of: too many at once), and \"links\", a list of objects with %1. What was not measured is null, never 0."_s
            .arg(latencyListing({}, {}).names.join(u", "));
    spec.options = {
        {u"window"_s, u"LENGTH"_s, u"How much time: 90s, 15m, 24h, 7d. Default: 15m."_s, {}, false},
        {u"at"_s,
         u"TIME"_s,
         u"The end of that time: ISO 8601 in UTC, or how long ago; the links are those of then. Default: now."_s,
         {},
         false},
        {u"json"_s, {}, u"Print JSON."_s, {}, false},
        {u"csv"_s, {}, u"Print CSV (RFC 4180), with the same columns as JSON."_s, {}, false}};
    spec.options += waitOptions();
    spec.examples = {{u"graticule latency --window 1h --csv > hour.csv"_s, {}},
                     {u"graticule latency --at 2026-11-21T09:00:00Z"_s, u"as it was then"_s}};
    spec.codes = {ExitCode::NoKeeper, ExitCode::Refused};
    return {spec, [](VerbContext context) { return std::make_unique<LatencyVerb>(std::move(context)); }};
}

Result<LinkWindowsQuery> LatencyVerb::query() const
{
    const auto value = [this](const QString &option, const QString &otherwise) {
        return arguments().has(option) ? arguments().value(option) : otherwise;
    };
    const Instant here = clock().now();
    const Result<Instant> at = momentOf(u"at"_s, value(u"at"_s, u"0s"_s), here);
    if (!at)
        return at.error();
    const QString length = value(u"window"_s, u"15m"_s);
    const Result<Instant> begin = momentOf(u"window"_s, length, here);
    if (!begin || length.contains(u'T') || *begin >= here)
        return wrong(u"--window: \"%1\" is no length of time; write 90s, 15m, 24h, 7d."_s.arg(length));
    if (here - *begin > LinkWindowsQuery::kLongest)
        return wrong(u"--window: at most 31d."_s);
    if (arguments().has(u"json"_s) && arguments().has(u"csv"_s))
        return wrong(u"--json and --csv exclude each other."_s);
    return LinkWindowsQuery{*at - (here - *begin), *at, {}, true};
}

void LatencyVerb::start()
{
    const Result<LinkWindowsQuery> asked = query();
    if (!asked) {
        failUsage(asked.error());
        return;
    }
    m_query = *asked;
    if (arguments().has(u"at"_s))
        askPast();
    else
        FleetVerb::start();
}

/// Links of then, which may be gone, and not those of now, which may have been none.
void LatencyVerb::askPast()
{
    m_past = std::make_unique<PastClient>(clock());
    connect(m_past.get(), &PastClient::failed, this, [this](Instant, const Error &why) { fail(why); });
    connect(m_past.get(), &PastClient::told, this, [this](const SnapshotPtr &snapshot, const PastNote &note) {
        tellNote(note, terminal());
        m_then = snapshot;
        snapshot->tables.links.forEach([this](const Link &link) { m_query.links.append(link.id); });
        std::sort(m_query.links.begin(), m_query.links.end());
        m_beyond = std::max<qsizetype>(0, m_query.links.size() - LinkWindowsQuery::kMostLinks);
        m_query.links.resize(m_query.links.size() - m_beyond);
        if (!m_query.links.isEmpty()) // which would mean all
            return ask();
        LinkWindowsAnswer none;
        none.span = {toMs(m_query.from), toMs(m_query.to)};
        print(none);
    });
    access().open(this, [this](const Result<std::shared_ptr<ControlChannel>> &channel) {
        if (!channel) {
            fail(channel.error());
            return;
        }
        m_past->setChannel(*channel);
        m_past->ask(m_query.to, kNever);
    });
}

void LatencyVerb::look()
{
    if (isSettled())
        ask();
}

void LatencyVerb::ask()
{
    if (std::exchange(m_isAsked, true))
        return;
    withKeeper([this](const ControlCalls &calls) {
        calls.linkWindows(this, m_query,
                          orFail<LinkWindowsAnswer>([this](const LinkWindowsAnswer &answer) { take(answer); }));
    });
}

/// The keeper works out what is usual after its first answer: as long as it gets on, its next one is waited for.
void LatencyVerb::take(const LinkWindowsAnswer &answer)
{
    const bool isGettingOn = m_pending < 0 || answer.usualPending < m_pending;
    m_pending = answer.usualPending;
    if (answer.usualPending == 0 || !isGettingOn)
        return print(answer);
    clock().after(kAgain, this, [this] {
        m_isAsked = false;
        ask();
    });
}

void LatencyVerb::print(const LinkWindowsAnswer &answer)
{
    const Listing listing = latencyListing((m_then ? m_then : snapshot())->tables, answer);
    const qsizetype leftOut = answer.leftOut + m_beyond;
    const QString from = toIso(instantFromMs(answer.span.from));
    const QString to = toIso(instantFromMs(answer.span.to));
    if (arguments().has(u"json"_s)) {
        QByteArray head;
        appendJson(head, QJsonObject{{u"from"_s, from}, {u"to"_s, to}, {u"leftOut"_s, double(leftOut)}});
        QByteArray rows = rowsToJson(listing);
        head.chop(head.size() - head.lastIndexOf('}'));
        terminal().print(rows.replace(0, 1, head + ','));
    } else {
        terminal().print(arguments().has(u"csv"_s) ? toCsv(listing) : toTable(listing));
    }
    for (const SampleSpan &span : answer.unwatched)
        terminal().say(u"Not watched: %1 to %2."_s.arg(toIso(instantFromMs(span.from)), toIso(instantFromMs(span.to))));
    if (leftOut > 0)
        terminal().say(u"%1 links are left out: too many to be worked out at once."_s.arg(leftOut));
    if (answer.usualPending > 0)
        terminal().say(u"What is usual of %1 links is not worked out yet; ask again."_s.arg(answer.usualPending));
    if (answer.damaged > 0)
        terminal().say(u"Of %1 links something is damaged on disk, and lost."_s.arg(answer.damaged));
    finish(ExitCode::Ok);
}

Listing latencyListing(const FleetTables &tables, const LinkWindowsAnswer &answer)
{
    using namespace listingvalues;
    Listing listing;
    listing.kind = u"links"_s;
    listing.names = columns("from to link condition limitMs count p50Ms p95Ms p99Ms jitterMs loss usualP50Ms "
                            "usualMadMs usualDays");
    listing.headings = columns("FROM TO PROBES P50 P95 P99 JITTER LOSS USUAL MAD LIMIT");
    for (const LinkWindow &window : answer.windows) {
        static const Link kUnknown;
        const Link *found = tables.links.find(window.link);
        const Link &link = found ? *found : kUnknown;
        static const char *const words[] = {"unknown", "up", "degraded", "down", "maintenance"};
        const QString from = siteName(tables, link.from);
        const QString to = siteName(tables, link.to);
        const LinkUsual usual = window.usual.value_or(LinkUsual());
        listing.rows.append(
            {{text(from), text(to), text(window.link.toString()), QLatin1String(words[size_t(link.condition) % 5]),
              known(link.limitMs > 0 ? link.limitMs : -1), double(window.count), known(window.p50), known(window.p95),
              known(window.p99), known(window.jitter), known(window.loss), known(usual.p50.median),
              known(usual.p50.mad), usual.days},
             {cell(from), cell(to), QString::number(window.count), cellOf(window.p50), cellOf(window.p95),
              cellOf(window.p99), cellOf(window.jitter), cellOf(window.loss), cellOf(usual.p50.median),
              cellOf(usual.p50.mad), cellOf(link.limitMs > 0 ? link.limitMs : -1)}});
    }
    std::stable_sort(listing.rows.begin(), listing.rows.end(), [](const ListingRow &a, const ListingRow &b) {
        return std::pair(a.cells[0], a.cells[1]) < std::pair(b.cells[0], b.cells[1]);
    });
    return listing;
}

} // namespace graticule
