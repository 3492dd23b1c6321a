// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keeper/modes.h"
#include "backend/connectors/lab/labplan.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QThreadPool>

#include <cstdio>
#include <optional>

#include <sys/resource.h>

namespace {

constexpr int kUsage = 2;

const char kHelp[] = R"(usage: graticuled --private [--home DIR] [--linger SECONDS]
       graticuled --config FILE.yaml
       graticuled --lab [--sites N] [--seed S] --dir DIR
       graticuled --replay FILE --socket PATH
       graticuled check [--config FILE.yaml | --home DIR]
       graticuled enrol NAME --role ROLE [--days N] [--out FILE | --dir DIR] [--config FILE.yaml]
       graticuled rotate [--authority] [--config FILE.yaml]
       graticuled revoke NAME [--config FILE.yaml]
       graticuled clients [--config FILE.yaml]

The keeper of Graticule: it holds connections to clouds and serves what it sees to consoles.

  --private         serve the consoles of this user; ends when none has been there for a while
    --home DIR      keep configuration, data and socket below DIR, not in the user's directories
    --linger S      seconds to stay after the last console has left (30)
  --config FILE     serve a team as FILE says, until told to end
  --lab             serve an invented fleet: six regional keepers on DIR/REGION.sock
    --sites N       how many sites (120; 6 to 100000)
    --seed S        which world (1): the same seed is the same world
    --dir DIR       where the sockets are made; of enrol: where ca.pem, client.pem and client.key go
  --replay FILE     serve an incident file, and nothing else: no connection is made, nothing can be done
    --socket PATH   where (a unix socket that only this user may use)
  check             name every mistake in a configuration and its label rules: file, line, field; 1 if there is any,
                    or there is no such home or file
  enrol             give NAME a certificate for a team's keeper, from the keeper's own authority, in one file
    --role ROLE     viewer, operator, approver, compliance, maintenance or admin
    --days N        how long it is good (365; 1 to 3650)
    --out FILE      the file (NAME.enrolment); graticule keeper add takes it in
  rotate            renew the keeper's own certificate; keepers that run take it up
    --authority     renew the authority, too: what the earlier one gave stays good until it expires
  revoke            let no certificate of NAME in any more
  clients           say who is enrolled
  --version, --help

Verbs about a team's keeper read /etc/graticule/keeper.yaml when --config is not given.
Connection files and label rules that change are read again by themselves, within half a minute at most.
Signals: TERM and INT end it in order, HUP reads them and who may reach it at once.
Exit codes: 0 orderly end, 1 failed or mistakes found, 2 wrong usage, 3 the home is another keeper's.
)";

int usage(const QString &what)
{
    std::fprintf(stderr, "graticuled: %s\n%s", qUtf8Printable(what), kHelp);
    return kUsage;
}

/// Every connection is a descriptor or two; the soft limit is meant for programs that use select().
void raiseDescriptorLimit()
{
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

/// What begins with a word; nothing when there is none that is known.
std::optional<int> runVerb(const QCommandLineParser &parser)
{
    const QStringList words = parser.positionalArguments();
    const QString verb = words.value(0);
    const auto value = [&](const char *name) { return parser.value(QString::fromLatin1(name)); };
    const bool takesName = verb == QLatin1String("enrol") || verb == QLatin1String("revoke");
    const bool takesNothing =
        verb == QLatin1String("check") || verb == QLatin1String("rotate") || verb == QLatin1String("clients");
    if (!takesName && !takesNothing)
        return {};
    if (words.size() > (takesName ? 2 : 1))
        return usage(QStringLiteral("unknown argument: %1").arg(words.last()));
    if (takesName && words.size() < 2)
        return usage(QStringLiteral("%1 takes a NAME").arg(verb));
    if (verb == QLatin1String("check"))
        return graticule::runCheck(value("config"), value("home"));
    const QString config =
        parser.isSet(QStringLiteral("config")) ? value("config") : QStringLiteral("/etc/graticule/keeper.yaml");
    if (verb == QLatin1String("rotate"))
        return graticule::runRotate(config, parser.isSet(QStringLiteral("authority")));
    if (verb == QLatin1String("clients"))
        return graticule::runClients(config);
    if (verb == QLatin1String("revoke"))
        return graticule::runRevoke(config, words[1]);
    bool isNumber = true;
    graticule::EnrolOptions options{config, words[1], value("role"), 0, value("out"), value("dir")};
    if (parser.isSet(QStringLiteral("days")))
        options.days = value("days").toInt(&isNumber);
    if (!isNumber || (parser.isSet(QStringLiteral("days")) && (options.days < 1 || options.days > 3650)))
        return usage(QStringLiteral("--days takes 1 to 3650"));
    return graticule::runEnrol(options);
}

int run(const QCoreApplication &application)
{
    QCommandLineParser parser;
    for (const char *flag : {"private", "lab", "child", "authority", "version", "help"})
        parser.addOption({QString::fromLatin1(flag), {}});
    for (const char *option :
         {"home", "linger", "config", "sites", "seed", "dir", "role", "days", "out", "replay", "socket"})
        parser.addOption({QString::fromLatin1(option), {}, QStringLiteral("value")});
    if (!parser.parse(application.arguments()))
        return usage(parser.errorText());
    const auto has = [&](const char *name) { return parser.isSet(QString::fromLatin1(name)); };
    const auto value = [&](const char *name) { return parser.value(QString::fromLatin1(name)); };
    if (has("help")) {
        std::fputs(kHelp, stdout);
        return 0;
    }
    if (has("version")) {
        std::puts("graticuled " GRATICULE_VERSION);
        return 0;
    }
    for (const char *option : {"home", "config", "dir", "out", "replay", "socket"}) {
        if (has(option) && value(option).isEmpty())
            return usage(QStringLiteral("--%1 is given an empty value").arg(QLatin1String(option)));
    }
    const QStringList words = parser.positionalArguments();
    if (const auto code = runVerb(parser))
        return *code;
    if (!words.isEmpty())
        return usage(QStringLiteral("unknown argument: %1").arg(words[0]));
    if (has("private")) {
        graticule::PrivateModeOptions options;
        options.home = value("home");
        bool isNumber = true;
        if (has("linger"))
            options.linger = graticule::Milliseconds(qint64(value("linger").toDouble(&isNumber) * 1000));
        return isNumber ? graticule::runPrivate(options) : usage(QStringLiteral("--linger takes seconds"));
    }
    if (has("lab")) {
        graticule::LabModeOptions options;
        bool sitesGood = true;
        bool seedGood = true;
        if (has("sites"))
            options.sites = value("sites").toInt(&sitesGood);
        if (sitesGood &&
            (options.sites < graticule::LabOptions::kFewest || options.sites > graticule::LabOptions::kMost))
            return usage(QStringLiteral("--sites takes %1 to %2")
                             .arg(graticule::LabOptions::kFewest)
                             .arg(graticule::LabOptions::kMost));
        if (has("seed"))
            options.seed = value("seed").toULongLong(&seedGood);
        options.directory = value("dir");
        options.child = has("child");
        if (!sitesGood || !seedGood || options.directory.isEmpty())
            return usage(QStringLiteral("--lab takes --sites NUMBER, --seed NUMBER and --dir DIR"));
        return graticule::runLab(options);
    }
    if (has("replay")) {
        if (!has("socket"))
            return usage(QStringLiteral("--replay takes --socket PATH"));
        return graticule::runReplay({value("replay"), value("socket"), has("child")});
    }
    if (has("config"))
        return graticule::runTeam(value("config"));
    return usage(QStringLiteral("say --private, --config, --lab or --replay"));
}

} // namespace

int main(int argc, char **argv)
{
    raiseDescriptorLimit();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("graticuled"));
    const int code = run(application);
    // What pools have worked out for nobody goes before the application does: whatever it holds may post events.
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::sendPostedEvents();
    return code;
}
