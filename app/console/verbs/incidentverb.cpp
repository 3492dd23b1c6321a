// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/incidentverb.h"

#include "app/console/verbs/incidentsave.h"
#include "app/console/verbs/interrupt.h"
#include "app/console/verbs/jsontext.h"
#include "app/console/verbs/samplesverb.h"
#include "backend/incident/incidentfile.h"
#include "backend/keeper/incidentkeys.h"

#include <QJsonArray>
#include <QJsonObject>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

Error wrong(const QString &text)
{
    return {ErrorKind::Invalid, Fault::Input, text, std::nullopt};
}

VerbSpec exportSpec()
{
    VerbSpec spec;
    spec.words = {u"incident"_s, u"export"_s};
    spec.summary = u"Takes a stretch of time away as one signed file."_s;
    spec.text =
        u"The file has the fleet as it was at the begin, everything that changed until the end, what was learnt later, "
        "when nobody watched, and the samples of that time. It has no credentials, no references to any, and nothing "
        "of "
        "how connections are made but their names, kinds and addresses. The keeper signs it with a key of its own, "
        "which "
        "it makes at the first export; this home remembers that key as one it knows.\n"
        "`graticule FILE` or `graticuled --replay FILE` shows it anywhere, without a network. Ctrl+C leaves no file."_s;
    spec.options = {
        {u"from"_s, u"TIME"_s, u"ISO 8601 in UTC, or how long ago: 90s, 15m, 24h, 7d."_s, {}, false},
        {u"to"_s, u"TIME"_s, u"The same. Default: now."_s, {}, false},
        {u"site"_s,
         u"NAME"_s,
         u"Only this site and what is at it; may be given several times. With --service only these services there."_s,
         {},
         true},
        {u"service"_s,
         u"NAME"_s,
         u"Only this service and the sites where it runs; may be given several times."_s,
         {},
         true},
        {u"output"_s, u"FILE"_s, u"The file, usually NAME.graticule-incident; only you may read it."_s, u'o', false}};
    spec.examples = {{u"graticule incident export --from 2h -o outage.graticule-incident"_s, {}},
                     {u"graticule incident export --from 2h --site fra1 --site ams1 -o two.graticule-incident"_s, {}}};
    spec.codes = {ExitCode::NoKeeper, ExitCode::NotFound, ExitCode::Refused};
    return spec;
}

VerbSpec fileSpec(const QString &word, const QString &summary, const QString &text, const QList<ExitCode> &codes)
{
    VerbSpec spec;
    spec.words = {u"incident"_s, word};
    spec.operands = {u"FILE"_s};
    spec.summary = summary;
    spec.text = text;
    spec.options = {{u"json"_s, {}, u"Print JSON."_s, {}, false}};
    spec.examples = {{u"graticule incident %1 outage.graticule-incident"_s.arg(word), {}}};
    spec.codes = codes;
    return spec;
}

QString inBytes(qint64 bytes)
{
    return bytes < 10'000 ? u"%1 bytes"_s.arg(bytes) : u"%1 kB"_s.arg(bytes / 1000);
}

} // namespace

IncidentVerb::IncidentVerb(VerbContext context)
    : Verb(std::move(context))
{
}

IncidentVerb::~IncidentVerb() = default;

std::vector<VerbEntry> IncidentVerb::entries()
{
    const auto make = [](VerbContext context) { return std::make_unique<IncidentVerb>(std::move(context)); };
    return {
        {exportSpec(), make},
        {fileSpec(u"show"_s, u"Says what is in an incident file, and who signed it."_s,
                  u"Reads the file only; no keeper is started."_s, {ExitCode::NotFound}),
         make},
        {fileSpec(u"verify"_s, u"Checks that an incident file is as it was signed, by a keeper that is known here."_s,
                  u"Known are the home's own keeper, keepers from which this home exported a file itself, and those "
                  "whose fingerprint stands in its file incident-keys. 0: whole, and signed by a known key; 6: "
                  "whole, but the key is not known here; 7: changed since it was signed, or damaged."_s,
                  {ExitCode::NotFound, ExitCode::Refused}),
         make}};
}

void IncidentVerb::start()
{
    const QString word = arguments().words.value(1);
    if (word == u"export")
        startExport();
    else if (word == u"show")
        show();
    else
        verify();
}

void IncidentVerb::startExport()
{
    const Instant now = clock().now();
    const QString path = arguments().value(u"output"_s);
    if (path.isEmpty())
        return failUsage(wrong(u"Name the file with -o."_s));
    if (!arguments().has(u"from"_s))
        return failUsage(wrong(u"Say with --from when it began."_s));
    const Result<Instant> from = momentOf(u"from"_s, arguments().value(u"from"_s), now);
    const Result<Instant> to = momentOf(u"to"_s, arguments().has(u"to"_s) ? arguments().value(u"to"_s) : u"0s"_s, now);
    if (!from || !to)
        return failUsage(from ? to.error() : from.error());
    if (*from >= *to)
        return failUsage(wrong(u"--from must be before --to."_s));
    m_save = std::make_unique<IncidentSave>(path, access().home());
    connect(m_save.get(), &IncidentSave::finished, this, &IncidentVerb::endExport);
    connect(m_save.get(), &IncidentSave::progressed, this, [this](int permille, const QString &what) {
        const QString step = u"%1, %2 %"_s.arg(what).arg(permille / 100 * 10);
        if (std::exchange(m_step, step) != step)
            terminal().say(step);
    });
    if (const auto opened = m_save->open(); !opened)
        return endExport(opened.error());
    m_interrupt = std::make_unique<Interrupt>();
    connect(m_interrupt.get(), &Interrupt::interrupted, m_save.get(), &IncidentSave::cancel);
    const IncidentOrder order{{*from, *to}, {}, arguments().values(u"site"_s), arguments().values(u"service"_s)};
    access().open(this, [this, order](const Result<std::shared_ptr<ControlChannel>> &channel) {
        if (m_isOver)
            return; // given up meanwhile
        if (channel)
            return m_save->start(*channel, order);
        m_isOver = true;
        terminal().say(u"graticule: "_s + channel.error().text);
        finish(ExitCode::NoKeeper);
    });
}

/// @p why without text: the file is there. Else none is.
void IncidentVerb::endExport(const Error &why)
{
    m_isOver = true;
    if (!why.text.isEmpty()) {
        terminal().say(u"graticule: %1 No file was made."_s.arg(why.text));
        return finish(exitCodeOf(why));
    }
    const auto file = IncidentFile::open(m_save->path());
    if (!file)
        return fail(file.error());
    describe(**file, IncidentKeys(access().home()).nameOf((*file)->fingerprint()));
    finish(ExitCode::Ok);
}

void IncidentVerb::describe(const IncidentFile &file, const QString &knownAs)
{
    const IncidentManifest &manifest = file.manifest();
    if (arguments().has(u"json"_s)) {
        const QJsonObject told{{u"file"_s, file.path()},
                               {u"bytes"_s, file.bytes()},
                               {u"keeper"_s, manifest.keeperName},
                               {u"keeperId"_s, manifest.keeperId},
                               {u"version"_s, manifest.version},
                               {u"exportedBy"_s, manifest.exportedBy},
                               {u"madeAt"_s, toIso(manifest.madeAt)},
                               {u"from"_s, toIso(manifest.span.from)},
                               {u"to"_s, toIso(manifest.span.until)},
                               {u"changes"_s, manifest.changes},
                               {u"lateFacts"_s, manifest.late},
                               {u"turns"_s, manifest.turns},
                               {u"series"_s, manifest.series},
                               {u"samples"_s, manifest.samples},
                               {u"notes"_s, QJsonArray::fromStringList(manifest.notes)},
                               {u"key"_s, file.fingerprint()},
                               {u"knownAs"_s, knownAs},
                               {u"whole"_s, file.isWhole()},
                               {u"damage"_s, QJsonArray::fromStringList(file.damage())}};
        QByteArray text;
        appendJson(text, told);
        terminal().print(text + '\n');
        return;
    }
    QStringList lines{
        u"file       %1 (%2)"_s.arg(file.path(), inBytes(file.bytes())),
        u"span       %1 to %2"_s.arg(toIso(manifest.span.from), toIso(manifest.span.until)),
        u"keeper     %1 (%2), %3"_s.arg(manifest.keeperName, manifest.keeperId, manifest.version),
        u"made       %1 for %2"_s.arg(toIso(manifest.madeAt), manifest.exportedBy),
        u"has        %1 changes, %2 turns, %3 samples of %4 series"_s.arg(manifest.changes)
            .arg(manifest.turns)
            .arg(manifest.samples)
            .arg(manifest.series),
        u"key        %1 (%2)"_s.arg(file.fingerprint(), knownAs.isEmpty() ? u"not known here"_s : knownAs),
        u"signature  %1"_s.arg(file.isWhole() ? u"holds"_s : u"DOES NOT HOLD"_s)};
    for (const QString &damage : file.damage())
        lines.append(u"           "_s + damage);
    for (const QString &note : manifest.notes)
        lines.append(u"note       "_s + note);
    terminal().print(lines.join(u'\n') + u'\n');
}

void IncidentVerb::show()
{
    const auto file = IncidentFile::open(arguments().operands.value(0));
    if (!file)
        return fail(file.error());
    describe(**file, IncidentKeys(access().home()).nameOf((*file)->fingerprint()));
    finish(ExitCode::Ok);
}

void IncidentVerb::verify()
{
    const auto file = IncidentFile::open(arguments().operands.value(0));
    if (!file)
        return fail(file.error());
    const QString knownAs = IncidentKeys(access().home()).nameOf((*file)->fingerprint());
    describe(**file, knownAs);
    finish(!(*file)->isWhole() ? ExitCode::Failed : knownAs.isEmpty() ? ExitCode::Refused : ExitCode::Ok);
}

} // namespace graticule
