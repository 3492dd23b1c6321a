// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/commandline.h"

#include "app/console/verbs/actverb.h"
#include "app/console/verbs/auditverb.h"
#include "app/console/verbs/connectionverb.h"
#include "app/console/verbs/connectverb.h"
#include "app/console/verbs/diffverb.h"
#include "app/console/verbs/discoververb.h"
#include "app/console/verbs/eventsverb.h"
#include "app/console/verbs/fleetbookverb.h"
#include "app/console/verbs/help.h"
#include "app/console/verbs/incidentverb.h"
#include "app/console/verbs/keeperverb.h"
#include "app/console/verbs/labverb.h"
#include "app/console/verbs/latencyverb.h"
#include "app/console/verbs/logsverb.h"
#include "app/console/verbs/rulesverb.h"
#include "app/console/verbs/sameverb.h"
#include "app/console/verbs/samplesverb.h"
#include "app/console/verbs/showverb.h"

#include <QEventLoop>
#include <QThreadPool>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

QList<OptionSpec> globalOptions()
{
    QList<OptionSpec> result = KeeperAccess::options();
    result.append({u"help"_s, {}, u"Say what a verb does, and end."_s, u'h', false});
    result.append({u"version"_s, {}, u"Say which version this is, and end."_s, {}, false});
    return result;
}

} // namespace

std::vector<VerbEntry> headlessVerbs()
{
    std::vector<VerbEntry> result;
    const auto add = [&](std::vector<VerbEntry> entries) {
        for (VerbEntry &entry : entries)
            result.push_back(std::move(entry));
    };
    add(ShowVerb::entries());
    add({SamplesVerb::entry()});
    add({LogsVerb::entry()});
    add({EventsVerb::entry()});
    add({LatencyVerb::entry()});
    add({DiffVerb::entry()});
    add(IncidentVerb::entries());
    add({ActVerb::entry()});
    add(AuditVerb::entries());
    add(RulesVerb::entries());
    add(SameVerb::entries());
    add({ConnectVerb::entry()});
    add(ConnectionVerb::entries());
    add({DiscoverVerb::entry()});
    add(KeeperVerb::entries());
    add(FleetBookVerb::entries());
    add(LabVerb::entries());
    return result;
}

CommandLine::CommandLine(QList<VerbSpec> others)
    : m_headless(headlessVerbs())
    , m_others(std::move(others))
    , m_globals(globalOptions())
{
}

QList<VerbSpec> CommandLine::specs() const
{
    QList<VerbSpec> result;
    for (const VerbEntry &entry : m_headless)
        result.append(entry.spec);
    return result + m_others;
}

QString CommandLine::helpOf(const QStringList &words) const
{
    const QList<VerbSpec> all = specs();
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [&](const VerbSpec &spec) { return spec.words == words; });
    if (found == all.cend())
        return groupHelp(words, all);
    if (words.isEmpty())
        return programHelp(all, *found, m_globals);
    const bool goesOn = std::any_of(all.cbegin(), all.cend(), [&](const VerbSpec &spec) {
        return spec.words.size() > words.size() && spec.words.mid(0, words.size()) == words;
    });
    return verbHelp(*found, m_globals) + (goesOn ? u'\n' + groupHelp(words, all) : QString());
}

std::optional<ExitCode> CommandLine::read(const QStringList &arguments, Terminal &terminal)
{
    const QList<VerbSpec> all = specs();
    const Result<Arguments> read = parseArguments(all, m_globals, arguments);
    if (!read) {
        const QString first = arguments.value(0);
        const bool isVerb = !first.isEmpty() && std::any_of(all.cbegin(), all.cend(), [&](const VerbSpec &spec) {
            return spec.words.value(0) == first;
        });
        terminal.say(
            u"graticule: %1 See `graticule %2--help`."_s.arg(read.error().text, isVerb ? first + u' ' : u""_s));
        return ExitCode::Usage;
    }
    m_arguments = *read;
    if (m_arguments.has(u"version"_s)) {
        terminal.print(QByteArray("graticule " GRATICULE_VERSION "\n"));
        return ExitCode::Ok;
    }
    if (m_arguments.has(u"help"_s)) {
        terminal.print(helpOf(m_arguments.words));
        return ExitCode::Ok;
    }
    const Result<KeeperAccess> access = KeeperAccess::read(m_arguments);
    if (!access) {
        terminal.say(u"graticule: "_s + access.error().text);
        return ExitCode::Usage;
    }
    m_access = *access;
    return {};
}

bool CommandLine::isHeadless() const
{
    return std::any_of(m_headless.cbegin(), m_headless.cend(),
                       [&](const VerbEntry &entry) { return entry.spec.words == m_arguments.words; });
}

ExitCode CommandLine::run(Terminal &terminal, Clock &clock) const
{
    for (const VerbEntry &entry : m_headless) {
        if (entry.spec.words != m_arguments.words)
            continue;
        const std::unique_ptr<Verb> verb = entry.make({m_arguments, *m_access, terminal, clock});
        QEventLoop loop;
        std::optional<ExitCode> code;
        QObject::connect(verb.get(), &Verb::finished, &loop, [&](ExitCode ended) {
            if (!code)
                code = ended;
            loop.quit();
        });
        verb->start();
        if (!code)
            loop.exec();
        QThreadPool::globalInstance()->waitForDone(); // one may be opening the keeper still, and needs the application
        return code.value_or(ExitCode::Failed);
    }
    return ExitCode::Usage;
}

} // namespace graticule
