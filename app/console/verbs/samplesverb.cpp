// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/samplesverb.h"

#include "app/console/verbs/jsontext.h"
#include "app/console/verbs/listingvalues.h"
#include "app/console/verbs/listingwriters.h"

#include <QJsonArray>
#include <QJsonObject>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

const QStringList &resolutionWords()
{
    static const QStringList words{u"automatic"_s, u"raw"_s, u"minute"_s, u"hour"_s};
    return words;
}

QString iso(qint64 ms)
{
    return toIso(instantFromMs(ms));
}

QJsonArray spansOf(const std::vector<SampleSpan> &spans)
{
    QJsonArray result;
    for (const SampleSpan &span : spans)
        result.append(QJsonObject{{u"from"_s, iso(span.from)}, {u"to"_s, iso(span.to)}});
    return result;
}

/// What surrounds the rows: what is missing, and how the store does.
QJsonObject coverageOf(const SampleAnswer &series)
{
    return {{u"metric"_s, series.metric},
            {u"resolution"_s, resolutionWords().value(int(series.resolution))},
            {u"stepSeconds"_s, double(series.stepMs) / 1000},
            {u"unwatched"_s, spansOf(series.unwatched)},
            {u"damaged"_s, spansOf(series.damaged)},
            {u"failed"_s, series.isFailed},
            {u"sources"_s, QJsonArray::fromStringList(series.sources)}};
}

} // namespace

VerbEntry SamplesVerb::entry()
{
    VerbSpec spec;
    spec.words = {u"samples"_s};
    spec.operands = {u"ENTITY"_s, u"METRIC"_s};
    spec.summary = u"Prints what was measured of a site, node, link or placement."_s;
    spec.text =
        u"ENTITY is an id, as the lists print it with --json; METRIC a name such as rtt.ms, cpu.cores or memory.bytes, "
        u"or "
        "\"all\". Samples are kept for two weeks, what they come to in a minute for three months, in an hour for two "
        "years.\n"
        "Each row has metric, at, value, min, max, count and source: a sample, or mean and spread of the time that "
        "begins "
        "at \"at\", and the ids of the connections that measure it. "
        "--json prints one object: \"series\" says of each metric how fine it is and what is missing (\"unwatched\": "
        "the "
        "keeper was not running; \"damaged\": the disk lost it), \"samples\" is the list."_s;
    spec.options = {
        {u"from"_s, u"TIME"_s, u"ISO 8601 in UTC, or how long ago: 90s, 15m, 24h, 7d. Default: 1h."_s, {}, false},
        {u"to"_s, u"TIME"_s, u"The same; not included. Default: now."_s, {}, false},
        {u"resolution"_s,
         u"R"_s,
         u"raw, minute, hour, or automatic: by the points wanted. Default: automatic."_s,
         {},
         false},
        {u"points"_s, u"N"_s, u"So many points of each metric, about. Default: 1000."_s, {}, false},
        {u"json"_s, {}, u"Print JSON."_s, {}, false},
        {u"csv"_s, {}, u"Print CSV (RFC 4180)."_s, {}, false}};
    spec.examples = {{u"graticule samples \"$LINK\" rtt.ms --from 24h --csv > day.csv"_s, {}},
                     {u"graticule samples \"$NODE\" all --resolution raw --json"_s, {}}};
    spec.codes = {ExitCode::NoKeeper, ExitCode::NotFound, ExitCode::Refused};
    return {spec, [](VerbContext context) { return std::make_unique<SamplesVerb>(std::move(context)); }};
}

Result<Instant> momentOf(const QString &option, const QString &text, Instant now)
{
    const Instant at = instantFromIso(text);
    if (at != kNever)
        return at;
    static const QHash<QChar, qint64> seconds{{u's', 1}, {u'm', 60}, {u'h', 3600}, {u'd', 86'400}};
    bool isNumber = false;
    const qint64 count = text.chopped(text.isEmpty() ? 0 : 1).toLongLong(&isNumber);
    const auto unit = text.isEmpty() ? seconds.cend() : seconds.constFind(text.back());
    if (!isNumber || count < 0 || count > 100'000'000 || unit == seconds.cend())
        return Error{ErrorKind::Invalid, Fault::Input,
                     u"--%1: \"%2\" is no time; write 2026-11-22T09:00:00Z, or 90s, 15m, 24h, 7d."_s.arg(option, text),
                     std::nullopt};
    return now - Milliseconds(count * *unit * 1000);
}

Listing samplesListing(const SamplesAnswer &answer)
{
    using namespace listingvalues;
    Listing listing;
    listing.kind = u"samples"_s;
    listing.names = columns("metric at value min max count source");
    listing.headings = columns("METRIC AT VALUE MIN MAX COUNT SOURCE");
    for (const SampleAnswer &series : answer.series) {
        const QString source = series.sources.join(u' ');
        for (const SampleBucket &bucket : series.buckets) {
            const auto number = [](double value) { return QString::number(value, 'g', 10); };
            listing.rows.append({{text(series.metric), iso(bucket.ms), bucket.mean, bucket.min, bucket.max,
                                  double(bucket.count), text(source)},
                                 {cell(series.metric), iso(bucket.ms), number(bucket.mean), number(bucket.min),
                                  number(bucket.max), QString::number(bucket.count), cell(source)}});
        }
    }
    return listing;
}

Result<SamplesQuery> SamplesVerb::query()
{
    const Instant now = clock().now();
    SamplesQuery query;
    query.entity = EntityId(arguments().operands.value(0));
    if (arguments().operands.value(1) != u"all")
        query.metrics = {arguments().operands.value(1)};
    const Result<Instant> from =
        momentOf(u"from"_s, arguments().has(u"from"_s) ? arguments().value(u"from"_s) : u"1h"_s, now);
    const Result<Instant> to = momentOf(u"to"_s, arguments().has(u"to"_s) ? arguments().value(u"to"_s) : u"0s"_s, now);
    const Result<qint64> points = arguments().number(u"points"_s, 1000, 1, 100'000);
    if (!from)
        return from.error();
    if (!to)
        return to.error();
    if (!points)
        return points.error();
    const auto refused = [](const QString &text) {
        return Error{ErrorKind::Invalid, Fault::Input, text, std::nullopt};
    };
    if (*from >= *to)
        return refused(u"--from must be before --to."_s);
    if (arguments().has(u"json"_s) && arguments().has(u"csv"_s))
        return refused(u"--json and --csv exclude each other."_s);
    const QString word = arguments().has(u"resolution"_s) ? arguments().value(u"resolution"_s) : u"automatic"_s;
    if (!resolutionWords().contains(word))
        return refused(u"--resolution: \"%1\" is none; there are raw, minute, hour and automatic."_s.arg(word));
    query.resolution = Resolution(resolutionWords().indexOf(word));
    query.from = *from;
    query.to = *to;
    query.points = int(*points);
    return query;
}

void SamplesVerb::start()
{
    const Result<SamplesQuery> asked = query();
    if (!asked) {
        failUsage(asked.error());
        return;
    }
    withKeeper([this, asked](const ControlCalls &calls) {
        calls.samples(this, *asked, orFail<SamplesAnswer>([this](const SamplesAnswer &answer) { print(answer); }));
    });
}

void SamplesVerb::print(const SamplesAnswer &answer)
{
    const Listing listing = samplesListing(answer);
    if (arguments().has(u"json"_s)) {
        QJsonArray series;
        for (const SampleAnswer &one : answer.series)
            series.append(coverageOf(one));
        QByteArray rows = rowsToJson(listing);
        QByteArray head = "{\"series\":";
        appendJson(head, series);
        terminal().print(rows.replace(0, 1, head + ','));
    } else {
        terminal().print(arguments().has(u"csv"_s) ? toCsv(listing) : toTable(listing));
    }
    say(answer);
    if (answer.series.isEmpty())
        fail({ErrorKind::NotFound, Fault::Input, u"Nothing was measured of that in that time."_s, std::nullopt});
    else
        finish(ExitCode::Ok);
}

/// What is missing is said, whatever the format.
void SamplesVerb::say(const SamplesAnswer &answer)
{
    for (const SampleAnswer &series : answer.series) {
        for (const SampleSpan &span : series.damaged)
            terminal().say(
                u"%1: damaged on disk, and lost: %2 to %3."_s.arg(series.metric, iso(span.from), iso(span.to)));
    }
    if (!answer.series.isEmpty()) {
        for (const SampleSpan &span : answer.series.first().unwatched)
            terminal().say(u"Not watched: %1 to %2."_s.arg(iso(span.from), iso(span.to)));
    }
    if (!answer.store.error.text.isEmpty())
        terminal().say(answer.store.error.text);
}

} // namespace graticule
