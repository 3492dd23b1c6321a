// SPDX-License-Identifier: GPL-3.0-or-later
// graticule: the console. With a verb it works in the terminal, without one it opens the window.
#include "app/console/replayprocess.h"
#include "app/console/snapshotverb.h"
#include "app/console/windowmode.h"

#include <QCoreApplication>

using namespace graticule;

namespace {

QStringList wordsOf(int argc, char **argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    return words;
}

/// What was to be printed and could not be is a failure, whatever the verb thinks of its work.
int ended(ExitCode code, const Terminal &terminal)
{
    if (terminal.failure().isEmpty())
        return int(code);
    terminal.say(QStringLiteral("graticule: Cannot write to standard output: %1.").arg(terminal.failure()));
    return int(code == ExitCode::Ok ? ExitCode::Failed : code);
}

} // namespace

int main(int argc, char **argv)
{
    Terminal terminal;
    CommandLine line({windowSpec(), SnapshotVerb::spec()});
    QStringList words = wordsOf(argc, argv);
    std::unique_ptr<ReplayProcess> replay;
    // `graticule FILE`: a window on a keeper that reads it, and on nothing else.
    if (ReplayProcess::isIncidentFile(words.value(0))) {
        replay = std::make_unique<ReplayProcess>(words.takeFirst());
        words += QStringList{QStringLiteral("--new-window"), QStringLiteral("--keeper"), replay->address()};
    }
    if (const auto code = line.read(words, terminal))
        return ended(*code, terminal);
    if (!line.isHeadless())
        return line.arguments().words.isEmpty() ? runWindow(argc, argv, line, terminal, replay.get())
                                                : ended(ExitCode(runSnapshot(argc, argv, line, terminal)), terminal);
    SystemClock clock;
    QCoreApplication application(argc, argv);
    return ended(line.run(terminal, clock), terminal);
}
