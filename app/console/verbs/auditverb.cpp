// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/auditverb.h"

#include "app/console/verbs/jsontext.h"
#include "app/console/verbs/listingvalues.h"
#include "app/console/verbs/listingwriters.h"
#include "app/console/verbs/samplesverb.h"
#include "backend/domain/failurewords.h"

#include <QFile>
#include <QJsonObject>

#include <algorithm>
#include <iterator>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

constexpr qint64 kMostHeadBytes = 1LL << 30;

Error wrong(const QString &text)
{
    return {ErrorKind::Invalid, Fault::Input, text, std::nullopt};
}

OptionSpec jsonOption()
{
    return {u"json"_s, {}, u"Print JSON."_s, {}, false};
}

VerbSpec listSpec()
{
    VerbSpec spec;
    spec.words = {u"audit"_s};
    spec.summary = u"Prints what people did at the keeper: who, what, where, when, and how it ended."_s;
    spec.text =
        u"Newest first. The keeper writes an act down before it does it, and refuses what it cannot write down. An act "
        "whose outcome is \"unknown\" was under way when the keeper was killed, or the way there broke. What the "
        "keeper refuses before it begins "
        "stands there as \"refused\", the first time by itself and then as a number; what a person stopped as "
        "\"stopped\". Nothing but names, kinds, addresses "
        "without user and path, and names of changed settings is ever recorded.\n"
        "Needs the role compliance or admin.\n"
        "--json prints a list of objects with %1."_s.arg(actListing({}).names.join(u", "));
    spec.options = {
        {u"since"_s, u"TIME"_s, u"ISO 8601 in UTC, or how long ago: 90s, 15m, 24h, 7d."_s, {}, false},
        {u"until"_s, u"TIME"_s, u"The same: as it was known then. Default: now."_s, {}, false},
        {u"who"_s, u"TEXT"_s, u"Only acts of people whose name or role has it."_s, {}, false},
        {u"what"_s, u"TEXT"_s, u"Only acts whose verb, target, kind or place has it."_s, {}, false},
        {u"outcome"_s, u"WORD"_s, u"Only those: begun, done, failed, refused, stopped or unknown."_s, {}, true},
        {u"most"_s, u"N"_s, u"At most so many (1000; up to 100000)."_s, {}, false},
        jsonOption(),
        {u"csv"_s, {}, u"Print CSV (RFC 4180), with the same columns as JSON."_s, {}, false}};
    spec.examples = {{u"graticule audit --since 7d --who alice"_s, {}},
                     {u"graticule audit --outcome failed --outcome unknown --csv > failed.csv"_s, {}}};
    spec.codes = {ExitCode::NoKeeper, ExitCode::Refused};
    return spec;
}

VerbSpec verifySpec()
{
    VerbSpec spec;
    spec.words = {u"audit"_s, u"verify"_s};
    spec.operands = {u"[FILE]"_s};
    spec.summary = u"Checks that the record of what people did is as it was written."_s;
    spec.text =
        u"Without FILE the keeper checks its own record against the signed heads that it keeps beside it. With FILE, a "
        "copy of a record (the file acts of a keeper's directory audit), it is checked here and no keeper is needed.\n"
        "Whoever can rewrite the record can also make its chain anew: only heads from another place, given with "
        "--heads, show that. That is the second file of the keeper, or what syslog kept.\n"
        "0: as it was written; 6: the chain holds, but heads are not signed by the key that is expected; 7: changed, "
        "and the first record that is not as it was is named."_s;
    spec.options = {{u"heads"_s, u"FILE"_s, u"Signed heads, or a log that has them; with FILE."_s, {}, true},
                    {u"key"_s, u"FINGERPRINT"_s, u"SHA256:... of the key that must have signed them."_s, {}, false},
                    jsonOption()};
    spec.examples = {{u"graticule audit verify"_s, {}},
                     {u"graticule audit verify acts --heads /var/log/auth.log"_s, u"as an outsider"_s}};
    spec.codes = {ExitCode::NoKeeper, ExitCode::NotFound, ExitCode::Refused};
    return spec;
}

VerbSpec eraseSpec()
{
    VerbSpec spec;
    spec.words = {u"audit"_s, u"erase"_s};
    spec.operands = {u"NAME"_s};
    spec.summary = u"Forgets who a person of the record is; what was done stays, and so does the chain."_s;
    spec.text = u"NAME is a name as `graticule audit` prints it, or a pseudonym. From then on that person's acts are "
                "those of \"person 3f9a1c20\". It cannot be undone, and is an act that is recorded itself. Needs the "
                "role admin. Backups, and what was exported before, still have the name."_s;
    spec.options = {{u"yes"_s, {}, u"Do it; without, it is only said what would be done."_s, {}, false}};
    spec.examples = {{u"graticule audit erase alice --yes"_s, {}}};
    spec.codes = {ExitCode::NoKeeper, ExitCode::NotFound, ExitCode::Refused};
    return spec;
}

QString flawWord(RecordFlawKind flaw)
{
    static const char *const words[] = {"unknown",   "none",       "altered",   "missing",
                                        "misplaced", "unreadable", "cut-short", "rewritten"};
    return QLatin1String(words[size_t(flaw) % 8]);
}

} // namespace

AuditVerb::AuditVerb(VerbContext context)
    : Verb(std::move(context))
{
}

AuditVerb::~AuditVerb() = default;

std::vector<VerbEntry> AuditVerb::entries()
{
    const auto make = [](VerbContext context) { return std::make_unique<AuditVerb>(std::move(context)); };
    return {{listSpec(), make}, {verifySpec(), make}, {eraseSpec(), make}};
}

void AuditVerb::start()
{
    const QString word = arguments().words.value(1);
    if (word == u"verify")
        verify();
    else if (word == u"erase")
        erase();
    else
        list();
}

void AuditVerb::withRecord(std::function<void(const RecordCalls &)> task)
{
    access().open(this, [this, task = std::move(task)](const Result<std::shared_ptr<ControlChannel>> &channel) {
        if (channel)
            return task(RecordCalls(*channel));
        terminal().say(u"graticule: "_s + channel.error().text);
        finish(ExitCode::NoKeeper);
    });
}

Result<ActQuery> AuditVerb::query() const
{
    ActQuery query;
    for (const auto &[option, at] : {std::pair(u"since"_s, &query.from), std::pair(u"until"_s, &query.until)}) {
        if (!arguments().has(option))
            continue;
        const Result<Instant> moment = momentOf(option, arguments().value(option), clock().now());
        if (!moment)
            return moment.error();
        *at = *moment;
    }
    if (query.from != kNever && query.until != kNever && query.from >= query.until)
        return wrong(u"--since must be before --until."_s);
    query.who = arguments().value(u"who"_s);
    query.what = arguments().value(u"what"_s);
    for (const QString &word : arguments().values(u"outcome"_s)) {
        query.outcomes.append(outcomeFromWord(word));
        if (query.outcomes.last() == ActOutcome::Unknown && word != u"unknown")
            return wrong(
                u"--outcome: \"%1\" is none; there are begun, done, failed, refused, stopped and unknown."_s.arg(word));
    }
    const Result<qint64> most = arguments().number(u"most"_s, query.most, 1, ActQuery::kMost);
    if (!most)
        return most.error();
    query.most = int(*most);
    if (arguments().has(u"json"_s) && arguments().has(u"csv"_s))
        return wrong(u"--json and --csv exclude each other."_s);
    return query;
}

void AuditVerb::list()
{
    const Result<ActQuery> asked = query();
    if (!asked)
        return failUsage(asked.error());
    withRecord([this, query = *asked](const RecordCalls &calls) {
        calls.list(this, query, [this, query](const ActsPart &part) { take(part, query); });
    });
}

void AuditVerb::take(const ActsPart &part, const ActQuery &query)
{
    const QList<RecordedAct> asked = ofOutcomes(part.acts, query.outcomes);
    m_acts += asked;
    m_others += part.acts.size() - asked.size();
    if (!part.finished)
        return;
    if (!part.error.text.isEmpty())
        return fail(part.error);
    const Listing listing = actListing(m_acts);
    if (arguments().has(u"json"_s))
        terminal().print(rowsToJson(listing));
    else
        terminal().print(arguments().has(u"csv"_s) ? toCsv(listing) : toTable(listing));
    if (m_others > 0)
        terminal().say(u"The keeper is of another release and filters by outcome in another way: %1 others are left "
                       "out here, and there may be more of those asked for further back (--most)."_s.arg(m_others));
    if (!part.state.trouble.isEmpty())
        terminal().say(part.state.trouble + u" Nothing can be done at this keeper until that is mended."_s);
    if (!part.state.headTrouble.isEmpty())
        terminal().say(part.state.headTrouble);
    finish(ExitCode::Ok);
}

void AuditVerb::verify()
{
    const QString file = arguments().operands.value(0);
    if (!file.isEmpty())
        return verifyFile(file);
    if (arguments().has(u"heads"_s) || arguments().has(u"key"_s))
        return failUsage(wrong(u"--heads and --key go with FILE, a copy of the record."_s));
    withRecord([this](const RecordCalls &calls) {
        calls.verify(this, [this](const CheckProgress &progress) {
            const int percent = progress.of > 0 ? int(progress.bytes * 10 / progress.of) * 10 : 0;
            if (!progress.finished) {
                if (std::exchange(m_told, percent) != percent)
                    terminal().say(u"%1 %"_s.arg(percent));
            } else if (!progress.error.text.isEmpty()) {
                fail(progress.error);
            } else {
                finishCheck(progress.verdict);
            }
        });
    });
}

void AuditVerb::verifyFile(const QString &path)
{
    RecordCheck check;
    for (const QString &heads : arguments().values(u"heads"_s)) {
        QFile file(heads);
        if (!file.open(QIODevice::ReadOnly))
            return fail({ErrorKind::NotFound, Fault::Input, u"%1 cannot be read: %2."_s.arg(heads, file.errorString()),
                         std::nullopt});
        check.heads += RecordHead::read(file.read(kMostHeadBytes));
    }
    if (arguments().has(u"heads"_s) && check.heads.isEmpty())
        return fail(wrong(u"There are no signed heads in what --heads names."_s));
    std::stable_sort(check.heads.begin(), check.heads.end(),
                     [](const RecordHead &a, const RecordHead &b) { return a.number < b.number; });
    if (arguments().has(u"key"_s)) {
        for (const RecordHead &head : std::as_const(check.heads)) {
            if (fingerprintOf(head.publicKey) == arguments().value(u"key"_s))
                check.publicKey = head.publicKey;
        }
        if (check.publicKey.isEmpty())
            check.publicKey = "no head has the key that was named";
    }
    const auto verdict = check.run(path);
    if (!verdict)
        return fail(verdict.error());
    finishCheck(*verdict);
}

void AuditVerb::finishCheck(const RecordVerdict &verdict)
{
    const QString key =
        verdict.publicKey.size() == SigningKey::kPublicBytes ? fingerprintOf(verdict.publicKey) : QString();
    if (arguments().has(u"json"_s)) {
        using namespace listingvalues;
        QByteArray json;
        appendJson(json,
                   QJsonObject{{u"whole"_s, verdict.isWhole()},
                               {u"flaw"_s, flawWord(verdict.flaw)},
                               {u"number"_s, verdict.number > 0 ? QJsonValue(double(verdict.number)) : QJsonValue()},
                               {u"until"_s, verdict.until > 0 ? QJsonValue(double(verdict.until)) : QJsonValue()},
                               {u"at"_s, time(verdict.at)},
                               {u"text"_s, verdict.text()},
                               {u"records"_s, double(verdict.records)},
                               {u"bytes"_s, double(verdict.bytes)},
                               {u"first"_s, time(verdict.first)},
                               {u"last"_s, time(verdict.last)},
                               {u"heads"_s, verdict.heads},
                               {u"badHeads"_s, verdict.badHeads},
                               {u"key"_s, text(key)}});
        terminal().print(json + '\n');
    } else {
        terminal().print(verdict.text() + u'\n');
        if (verdict.records > 0)
            terminal().print(u"good     %1 records, %2 to %3\n"_s.arg(verdict.records)
                                 .arg(toIso(verdict.first), toIso(verdict.last)));
        if (verdict.heads > 0)
            terminal().print(u"heads    %1 compared, signed by %2\n"_s.arg(verdict.heads).arg(key));
    }
    finish(verdict.flaw != RecordFlawKind::None ? ExitCode::Failed
           : verdict.badHeads > 0               ? ExitCode::Refused
                                                : ExitCode::Ok);
}

void AuditVerb::erase()
{
    const QString name = arguments().operands.value(0);
    if (!arguments().has(u"yes"_s))
        return failUsage(wrong(u"The name \"%1\" would be forgotten for good; say --yes."_s.arg(name)));
    withRecord([this, name](const RecordCalls &calls) {
        calls.eraseName(this, name, orFail<QStringList>([this](const QStringList &pseudonyms) {
                            for (const QString &pseudonym : pseudonyms)
                                terminal().print(u"Forgotten: %1\n"_s.arg(pseudonym));
                            finish(ExitCode::Ok);
                        }));
    });
}

QList<RecordedAct> ofOutcomes(const QList<RecordedAct> &acts, const QList<ActOutcome> &outcomes)
{
    if (outcomes.isEmpty())
        return acts;
    QList<RecordedAct> those;
    std::copy_if(acts.cbegin(), acts.cend(), std::back_inserter(those),
                 [&](const RecordedAct &act) { return outcomes.contains(act.outcome); });
    return those;
}

Listing actListing(const QList<RecordedAct> &acts)
{
    using namespace listingvalues;
    Listing listing;
    listing.kind = u"acts"_s;
    listing.names = columns("number at who role way verb target targetName kind place fields arguments subject "
                            "subjectRole outcome times ended fault error code pseudonym hash");
    listing.headings = columns("AT WHO VERB TARGET WHERE OUTCOME");
    for (const RecordedAct &act : acts) {
        const auto failure = [&](const QString &word) { return act.hasFault() ? text(word) : QJsonValue(); };
        const QString target = act.act.targetName.isEmpty() ? act.act.target : act.act.targetName;
        listing.rows.append(
            {{double(act.number),
              time(act.at),
              text(act.who),
              text(act.role),
              text(act.way),
              text(act.act.verb),
              text(act.act.target),
              text(act.act.targetName),
              text(act.act.kind),
              text(act.act.place),
              array(act.act.fields),
              object(act.act.arguments),
              text(act.act.subject.name),
              text(act.act.subject.role),
              wordOf(act.outcome),
              double(act.times),
              time(act.ended),
              failure(wordOf(act.fault)),
              failure(wordOf(act.error)),
              text(act.code),
              text(act.pseudonym),
              text(QString::fromLatin1(act.hash.toHex()))},
             {toIso(act.at), cell(act.who), cell(act.act.verb), cell(target.isEmpty() ? act.act.subject.name : target),
              cell(act.act.place), endOf(act)}});
    }
    return listing;
}

} // namespace graticule
