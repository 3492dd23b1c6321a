// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/rulesverb.h"

#include "app/console/verbs/jsontext.h"
#include "app/console/verbs/listingvalues.h"
#include "app/console/verbs/listingwriters.h"
#include "app/console/verbs/printable.h"
#include "app/console/verbs/settingwords.h"
#include "app/console/verbs/waitingwords.h"
#include "backend/places/labelrules.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

constexpr qint64 kLargest = 1'000'000;

OptionSpec jsonOption()
{
    return {u"json"_s, {}, u"Print JSON."_s, {}, false};
}

VerbSpec showSpec()
{
    VerbSpec spec;
    spec.words = {u"rules"_s};
    spec.summary = u"Prints the keeper's label rules: its file label-rules.yaml as it is."_s;
    spec.text =
        u"Rules turn labels that engines, nodes, workloads, containers and volumes have already into those of "
        "graticule.dev, from which sites, services and assets are made; graticule-config(5) says how they are written. "
        "Mistakes are told on standard error; while there are any, the rules that held before hold on. So is what each "
        "rule sets now, and on how much, and the connections that still go by the rules of before, since something is "
        "being done through them.\n"
        "--json prints an object with path, text, mistakes, rules (names of those in force), effects (what each of "
        "them does, as `rules preview` says it; null while there are mistakes) and waiting (those connections: name, "
        "since, and what is done for the longest: verb, target; acts: how many are)."_s;
    spec.options = {jsonOption()};
    spec.examples = {{u"graticule rules > label-rules.yaml"_s, {}}};
    spec.codes = {ExitCode::NoKeeper};
    return spec;
}

VerbSpec checkSpec()
{
    VerbSpec spec;
    spec.words = {u"rules"_s, u"check"_s};
    spec.operands = {u"FILE"_s};
    spec.summary = u"Names every mistake in a file of label rules: file, line, field. Needs no keeper."_s;
    spec.examples = {{u"graticule rules check label-rules.yaml"_s, {}}};
    spec.codes = {ExitCode::NotFound, ExitCode::Refused};
    return spec;
}

VerbSpec previewSpec()
{
    VerbSpec spec;
    spec.words = {u"rules"_s, u"preview"_s};
    spec.operands = {u"[FILE]"_s};
    spec.summary = u"Prints what label rules would do to what is there now. Changes nothing."_s;
    spec.text =
        u"The keeper holds those in FILE, or without it its own, against the labels of all nodes, services and assets "
        "that its connections to Docker and Kubernetes tell of: how many each rule matches, what it sets on how many, "
        "and of which what would change, those first. At most %1 are printed; the counts are of all. Each connection's "
        "services and assets count by themselves, whatever makes "
        "them one with others; a rule matches a service when it matches any of its containers. A file that is no YAML "
        "is not counted at all.\n"
        "--json prints an object with mistakes, rules (name, matched, changed, sets: label, value, nodes, services and "
        "assets of the %3 that most have, settings: how many there are), looked, all, matched, changed, and things, a list of objects with %2."_s
            .arg(RulePreview::kMostThings)
            .arg(ruledListing({}).names.join(u", "))
            .arg(RuleCount::kMostSets);
    spec.options = {jsonOption()};
    spec.examples = {{u"graticule rules preview label-rules.yaml"_s, {}},
                     {u"graticule rules preview new.yaml --json | jq '.things[] | select(.changes != [])'"_s, {}}};
    spec.codes = {ExitCode::NoKeeper, ExitCode::NotFound, ExitCode::Refused};
    return spec;
}

VerbSpec saveSpec()
{
    VerbSpec spec;
    spec.words = {u"rules"_s, u"save"_s};
    spec.operands = {u"FILE"_s};
    spec.summary = u"Puts FILE in the place of the keeper's label rules, and in force."_s;
    spec.text = u"A file with a mistake is refused, and so is one that would replace other rules, unless --over says "
                "which: somebody else may have saved them. What the rules rule is read again at once, or when what is "
                "done through its connection has ended, which is said; nothing is shown as gone meanwhile. Needs the "
                "role admin, and is recorded."_s;
    spec.options = {{u"over"_s,
                     u"OLD"_s,
                     u"Replace the keeper's rules if they are still those in the file OLD, as `graticule rules` "
                     "printed them: nobody else's changes are lost."_s,
                     {},
                     false},
                    {u"force"_s, {}, u"Replace whatever rules there are."_s, {}, false}};
    spec.examples = {{u"graticule rules > old.yaml && cp old.yaml new.yaml && $EDITOR new.yaml"_s, {}},
                     {u"graticule rules save new.yaml --over old.yaml"_s, {}}};
    spec.codes = {ExitCode::NoKeeper, ExitCode::NotFound, ExitCode::Refused};
    return spec;
}

QJsonArray changesOf(const RuledThing &thing)
{
    QJsonArray changes;
    for (const RuledChange &change : thing.changes)
        changes.append(QJsonObject{{u"label"_s, change.label},
                                   {u"before"_s, listingvalues::text(change.before)},
                                   {u"after"_s, listingvalues::text(change.after)}});
    return changes;
}

QString pairs(const Labels &labels)
{
    QStringList parts;
    for (auto it = labels.cbegin(); it != labels.cend(); ++it)
        parts.append(it.key() + u'=' + it.value());
    return parts.join(u' ');
}

QString changeWords(const RuledThing &thing)
{
    QStringList parts;
    for (const RuledChange &change : thing.changes)
        parts.append(u"%1: %2 -> %3"_s.arg(change.label.section(u'/', 1),
                                           change.before.isEmpty() ? u"-"_s : change.before,
                                           change.after.isEmpty() ? u"-"_s : change.after));
    for (auto it = thing.set.cbegin(); thing.changes.isEmpty() && it != thing.set.cend(); ++it)
        parts.append(u"%1: %2, as now"_s.arg(it.key().section(u'/', 1), *it));
    return parts.join(u"; ");
}

QJsonArray rulesArray(const QList<RuleCount> &rules)
{
    QJsonArray array;
    for (const RuleCount &rule : rules)
        array.append(ruleObject(rule));
    return array;
}

/// What @p rule, which is in force, does; of @p preview.
QString words(const RuleCount &rule, const RulePreview &preview)
{
    QString line = u"%1: %2 matched"_s.arg(rule.name).arg(rule.matched);
    if (preview.looked < preview.all)
        line += u" of the first %1"_s.arg(preview.looked);
    if (rule.matched > 0 && rule.settings >= 0)
        line += u", "_s + settingWords(rule);
    return line;
}

} // namespace

RulesVerb::RulesVerb(VerbContext context)
    : Verb(std::move(context))
{
}

std::vector<VerbEntry> RulesVerb::entries()
{
    const auto make = [](VerbContext context) { return std::make_unique<RulesVerb>(std::move(context)); };
    return {{showSpec(), make}, {checkSpec(), make}, {previewSpec(), make}, {saveSpec(), make}};
}

void RulesVerb::start()
{
    const QString word = arguments().words.value(1);
    const QString file = arguments().operands.value(0);
    if (word == u"check")
        check(file);
    else if (word == u"preview")
        preview(file);
    else if (word == u"save")
        save(file);
    else
        show();
}

void RulesVerb::withRules(std::function<void(const RuleCalls &)> task)
{
    access().open(this, [this, task = std::move(task)](const Result<std::shared_ptr<ControlChannel>> &channel) {
        if (channel)
            return task(RuleCalls(*channel));
        terminal().say(u"graticule: "_s + channel.error().text);
        finish(ExitCode::NoKeeper);
    });
}

std::optional<QString> RulesVerb::textOf(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return QString::fromUtf8(file.read(kLargest + 1)); // more is a mistake, which is named
    fail({ErrorKind::NotFound, Fault::Input, u"%1 cannot be read: %2."_s.arg(path, file.errorString()), std::nullopt});
    return {};
}

void RulesVerb::sayMistakes(const QStringList &mistakes)
{
    for (const QString &mistake : mistakes)
        terminal().say(mistake);
}

void RulesVerb::show()
{
    withRules([this](const RuleCalls &calls) {
        calls.read(this, orFail<RulesFile>([this, calls](const RulesFile &file) {
                       if (!file.mistakes.isEmpty() || file.rules.isEmpty())
                           return print(file, {}); // it does not say what is in force, or nothing is
                       calls.preview(this, file.text, [this, file](const Result<RulePreview> &preview) {
                           if (!preview)
                               terminal().say(u"What the rules set is not known: %1"_s.arg(preview.error().text));
                           print(file, preview ? *preview : RulePreview());
                       });
                   }));
    });
}

void RulesVerb::print(const RulesFile &file, const RulePreview &preview)
{
    if (arguments().has(u"json"_s)) {
        QByteArray json;
        appendJson(json, QJsonObject{{u"path"_s, listingvalues::text(file.path)},
                                     {u"text"_s, file.text},
                                     {u"mistakes"_s, QJsonArray::fromStringList(file.mistakes)},
                                     {u"rules"_s, QJsonArray::fromStringList(file.rules)},
                                     {u"effects"_s, preview.rules.isEmpty() ? QJsonValue() : rulesArray(preview.rules)},
                                     {u"waiting"_s, waitingArray(file.waiting)}});
        terminal().print(json + '\n');
    } else {
        // In a file every character stands as it is.
        terminal().print(terminal().isInteractive() ? printableLines(file.text) : file.text);
        if (file.text.isEmpty())
            terminal().say(u"There are no label rules; they would be in %1."_s.arg(file.path));
        for (const RuleCount &rule : preview.rules)
            terminal().say(words(rule, preview));
    }
    sayMistakes(file.mistakes + preview.mistakes);
    sayWaiting(file.waiting, terminal());
    finish(ExitCode::Ok);
}

void RulesVerb::check(const QString &path)
{
    const auto text = textOf(path);
    if (!text)
        return;
    const LabelRules::Parsed parsed = LabelRules::parse(text->toUtf8(), path);
    if (parsed.mistakes.isEmpty()) {
        terminal().print(u"%1 rules, no mistakes\n"_s.arg(parsed.rules.rules().size()));
        finish(ExitCode::Ok);
        return;
    }
    for (const QString &mistake : parsed.mistakes)
        terminal().print(printable(mistake) + u'\n');
    finish(ExitCode::Refused);
}

void RulesVerb::preview(const QString &path)
{
    const auto answered = orFail<RulePreview>([this](const RulePreview &preview) { print(preview); });
    if (path.isEmpty()) {
        withRules([this, answered](const RuleCalls &calls) {
            calls.read(this, orFail<RulesFile>([this, calls, answered](const RulesFile &file) {
                           calls.preview(this, file.text, answered);
                       }));
        });
        return;
    }
    const auto text = textOf(path);
    if (!text)
        return;
    withRules([this, text = *text, answered](const RuleCalls &calls) { calls.preview(this, text, answered); });
}

void RulesVerb::print(const RulePreview &preview)
{
    const Listing listing = ruledListing(preview);
    if (arguments().has(u"json"_s)) {
        QJsonArray things;
        for (const ListingRow &row : listing.rows) {
            QJsonObject thing;
            for (qsizetype i = 0; i < listing.names.size(); ++i)
                thing.insert(listing.names[i], row.values[i]);
            things.append(thing);
        }
        QByteArray json;
        appendJson(json, QJsonObject{{u"mistakes"_s, QJsonArray::fromStringList(preview.mistakes)},
                                     {u"rules"_s, rulesArray(preview.rules)},
                                     {u"looked"_s, preview.looked},
                                     {u"all"_s, preview.all},
                                     {u"matched"_s, preview.matched},
                                     {u"changed"_s, preview.changed},
                                     {u"things"_s, things}});
        terminal().print(json + '\n');
    } else if (!preview.mistakes.isEmpty() && preview.rules.isEmpty()) {
        terminal().say(u"Nothing is counted until this is mended:"_s);
    } else {
        for (const RuleCount &rule : preview.rules) {
            QStringList parts{u"%1 matched"_s.arg(rule.matched), u"%1 changed"_s.arg(rule.changed)};
            if (rule.matched > 0 && rule.settings >= 0)
                parts.append(settingWords(rule));
            terminal().print(u"%1: %2\n"_s.arg(printable(rule.name), printable(parts.join(u", "))));
        }
        terminal().print(
            u"%1 of %2 matched, %3 changed\n"_s.arg(preview.matched).arg(preview.all).arg(preview.changed));
        if (!listing.rows.isEmpty())
            terminal().print(u"\n"_s + QString::fromUtf8(toTable(listing)));
    }
    sayMistakes(preview.mistakes);
    if (preview.looked < preview.all)
        terminal().say(u"It took too long: %1 of %2 were looked at."_s.arg(preview.looked).arg(preview.all));
    finish(preview.mistakes.isEmpty() ? ExitCode::Ok : ExitCode::Refused);
}

void RulesVerb::save(const QString &path)
{
    const auto text = textOf(path);
    if (!text)
        return;
    const bool isNamed = arguments().has(u"over"_s);
    if (isNamed && arguments().has(u"force"_s)) {
        failUsage({ErrorKind::Invalid, Fault::Input,
                   u"--over replaces the rules that it names, --force whatever there are: say one of them."_s,
                   std::nullopt});
        return;
    }
    std::optional<QString> before = isNamed ? textOf(arguments().value(u"over"_s)) : QString(); // there are none yet
    if (!before)
        return;
    if (arguments().has(u"force"_s))
        before.reset();
    withRules([this, text = *text, before, isNamed](const RuleCalls &calls) {
        calls.save(this, text, before, [this, isNamed](const Result<RulesFile> &file) {
            const bool isOthers = !file && file.error().kind == ErrorKind::Conflict &&
                                  file.error().code != "rules.untouched"_L1; // that no force mends
            if (isOthers && !isNamed && !arguments().has(u"force"_s))
                return fail({ErrorKind::Conflict, Fault::Input,
                             u"The keeper has other label rules already. Say which of them you began from, as "
                             "`graticule rules` printed them (--over OLD), or replace whatever there is (--force)."_s,
                             std::nullopt});
            if (!file)
                return fail(file.error());
            terminal().print(u"%1 rules in force\n"_s.arg(file->rules.size()));
            sayWaiting(file->waiting, terminal());
            finish(ExitCode::Ok);
        });
    });
}

Listing ruledListing(const RulePreview &preview)
{
    using namespace listingvalues;
    Listing listing;
    listing.kind = u"things"_s;
    listing.names = columns("id kind name connection place rules matched set notes changes");
    listing.headings = columns("KIND NAME CONNECTION RULE MATCHED CHANGE");
    for (const RuledThing &thing : preview.things) {
        QStringList rules;
        for (const int rule : thing.rules)
            rules.append(preview.rules.value(rule).name);
        listing.rows.append(
            {{text(thing.id), text(thing.kind), text(thing.name), text(thing.connection), text(thing.place),
              array(rules), object(thing.matched), object(thing.set), array(thing.notes), changesOf(thing)},
             {cell(thing.kind), cell(thing.name), cell(thing.connection), cell(rules.join(u", ")),
              cell(pairs(thing.matched)), cell(changeWords(thing))}});
    }
    return listing;
}

} // namespace graticule
