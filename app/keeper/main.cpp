// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keeper/modes.h"
#include "backend/connectors/lab/labplan.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

#include <sys/resource.h>

namespace {

constexpr int kUsage = 2;

const char kHelp[] = R"(usage: graticuled --private [--home DIR] [--linger SECONDS]
       graticuled --config FILE.yaml
       graticuled --lab [--sites N] [--seed S] --dir DIR
       graticuled check [--config FILE.yaml | --home DIR]

The keeper of Graticule: it holds connections to clouds and serves what it sees to consoles.

  --private         serve the consoles of this user; ends when none has been there for a while
    --home DIR      keep configuration, data and socket below DIR, not in the user's directories
    --linger S      seconds to stay after the last console has left (30)
  --config FILE     serve a team as FILE says, until told to end
  --lab             serve an invented fleet: six regional keepers on DIR/REGION.sock
    --sites N       how many sites (120; 6 to 100000)
    --seed S        which world (1): the same seed is the same world
    --dir DIR       where the sockets are made
  check             name every mistake in a configuration: file, line, field; 1 if there is any, or there is no such
                    home or file
  --version, --help

Connection files that change are read again by themselves, within half a minute at most.
Signals: TERM and INT end it in order, HUP reads the connection files at once.
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

int run(const QCoreApplication &application)
{
    QCommandLineParser parser;
    for (const char *flag : {"private", "lab", "child", "version", "help"})
        parser.addOption({QString::fromLatin1(flag), {}});
    for (const char *option : {"home", "linger", "config", "sites", "seed", "dir"})
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
    for (const char *option : {"home", "config", "dir"}) {
        if (has(option) && value(option).isEmpty())
            return usage(QStringLiteral("--%1 is given an empty value").arg(QLatin1String(option)));
    }
    const QStringList words = parser.positionalArguments();
    const bool isCheck = words.value(0) == QLatin1String("check");
    if (words.size() > (isCheck ? 1 : 0))
        return usage(QStringLiteral("unknown argument: %1").arg(words[isCheck ? 1 : 0]));
    if (isCheck)
        return graticule::runCheck(value("config"), value("home"));
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
    if (has("config"))
        return graticule::runTeam(value("config"));
    return usage(QStringLiteral("say --private, --config or --lab"));
}

} // namespace

int main(int argc, char **argv)
{
    raiseDescriptorLimit();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("graticuled"));
    return run(application);
}
