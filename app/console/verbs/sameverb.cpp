// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/sameverb.h"

#include "app/console/verbs/listingvalues.h"
#include "app/console/verbs/listingwriters.h"
#include "app/console/verbs/printable.h"
#include "app/console/verbs/waitingwords.h"

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

VerbSpec listSpec()
{
    VerbSpec spec;
    spec.words = {u"same"_s};
    spec.summary = u"Prints services of several connections that look like the same, and what people said of them."_s;
    spec.text =
        u"A name alone makes nothing one: what is suggested is called the same, and is part of the same (compose "
        "project, stack, namespace, app.kubernetes.io/part-of) or runs the same image. Only services that this "
        "keeper's connections to Docker and Kubernetes tell of. At most %1 are printed, and how many more there are is "
        "said on standard error; of one name twenty services are compared at a time. The label graticule.dev/service "
        "makes services one without anybody's word.\n"
        "--json prints a list of objects with %2."_s.arg(SameServices::kMostSuggestions)
            .arg(sameListing({}).names.join(u", "));
    spec.options = {{u"json"_s, {}, u"Print JSON."_s, {}, false},
                    {u"csv"_s, {}, u"Print CSV (RFC 4180), with the same columns as JSON."_s, {}, false}};
    spec.examples = {{u"graticule same --json | jq '.same[] | select(.said == \"suggested\")'"_s, {}}};
    spec.codes = {ExitCode::NoKeeper};
    return spec;
}

VerbSpec sayingSpec(const QString &word, const QString &summary, const QString &text)
{
    VerbSpec spec;
    spec.words = {u"same"_s, word};
    spec.operands = {u"SERVICE"_s, u"OTHER"_s};
    spec.summary = summary;
    spec.text = text + u" Both are ids, as `graticule same` prints them. Needs the role operator, and is recorded."_s;
    spec.examples = {{u"graticule same %1 docker-fra/service/shop/api docker-iad/service/shop/api"_s.arg(word), {}}};
    spec.codes = {ExitCode::NoKeeper, ExitCode::NotFound, ExitCode::Refused};
    return spec;
}

QString evidenceWords(const SameSuggestion &suggestion)
{
    static const char *const words[] = {"", "name ", "part of ", "image "};
    QStringList parts;
    for (const SameSuggestion::Evidence &evidence : suggestion.evidence)
        parts.append(QLatin1String(words[size_t(evidence.reason) % 4]) + evidence.value);
    return parts.join(u", ");
}

} // namespace

SameVerb::SameVerb(VerbContext context)
    : Verb(std::move(context))
{
}

std::vector<VerbEntry> SameVerb::entries()
{
    const auto make = [](VerbContext context) { return std::make_unique<SameVerb>(std::move(context)); };
    return {{listSpec(), make},
            {sayingSpec(u"confirm"_s, u"Says that two services are the same: they are one from then on."_s,
                        u"They are read again at once; the one has the placements of both."_s),
             make},
            {sayingSpec(u"deny"_s, u"Says that two services are not the same; they are not suggested any more."_s,
                        u"Nothing else changes."_s),
             make},
            {sayingSpec(u"undo"_s, u"Takes back what was said of two services."_s,
                        u"What was one is two again, as before."_s),
             make}};
}

void SameVerb::start()
{
    const QString word = arguments().words.value(1);
    const EntityId one(arguments().operands.value(0));
    const EntityId other(arguments().operands.value(1));
    access().open(this, [this, word, one, other](const Result<std::shared_ptr<ControlChannel>> &channel) {
        if (!channel) {
            terminal().say(u"graticule: "_s + channel.error().text);
            finish(ExitCode::NoKeeper);
            return;
        }
        const RuleCalls calls(*channel);
        const auto said = orFail<SameDecision>([this, word](const SameDecision &decision) {
            if (word == u"confirm")
                terminal().print((decision.waiting.isEmpty() ? u"One now: %1\n"_s : u"One soon: %1\n"_s)
                                     .arg(printable(decision.name)));
            else
                terminal().print(word == u"deny" ? u"Not the same.\n"_s : u"Taken back.\n"_s);
            sayWaiting(decision.waiting, terminal());
            finish(ExitCode::Ok);
        });
        if (word == u"undo")
            calls.undecide(this, one, other, said);
        else if (!word.isEmpty())
            calls.decide(this, one, other, word == u"confirm", said);
        else
            calls.same(this, orFail<SameServices>([this](const SameServices &same) { print(same); }));
    });
}

void SameVerb::print(const SameServices &same)
{
    const Listing listing = sameListing(same);
    if (arguments().has(u"json"_s))
        terminal().print(rowsToJson(listing));
    else
        terminal().print(arguments().has(u"csv"_s) ? toCsv(listing) : toTable(listing));
    if (same.more > 0)
        terminal().say(u"%1 more are suggested; what is said of these makes room for them."_s.arg(same.more));
    sayWaiting(same.waiting, terminal());
    finish(ExitCode::Ok);
}

Listing sameListing(const SameServices &same)
{
    using namespace listingvalues;
    Listing listing;
    listing.kind = u"same"_s;
    listing.names = columns("said one oneName oneConnection other otherName otherConnection why name who at");
    listing.headings = columns("SAID SERVICE CONNECTION ID OTHER CONNECTION ID WHY");
    const auto add = [&](const QString &said, const ToldService &one, const ToldService &other, const QString &why,
                         const SameDecision &decision) {
        listing.rows.append(
            {{said, text(one.id), text(one.name), text(one.connection), text(other.id), text(other.name),
              text(other.connection), text(why), text(decision.name), text(decision.who), time(decision.at)},
             {said, cell(one.name), cell(one.connection), cell(one.id.toString()), cell(other.name),
              cell(other.connection), cell(other.id.toString()),
              cell(why.isEmpty() ? u"%1 %2"_s.arg(decision.who, toIso(decision.at)) : why)}});
    };
    for (const SameSuggestion &suggestion : same.suggestions)
        add(u"suggested"_s, suggestion.one, suggestion.other, evidenceWords(suggestion), {});
    for (const SameDecision &decision : same.decisions)
        add(decision.isSame ? u"same"_s : u"different"_s, decision.one, decision.other, {}, decision);
    return listing;
}

} // namespace graticule
