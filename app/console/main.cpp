// SPDX-License-Identifier: GPL-3.0-or-later
// graticule: the console. With a verb it works in the terminal, without one it opens the window.
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

} // namespace

int main(int argc, char **argv)
{
    Terminal terminal;
    CommandLine line({windowSpec(), SnapshotVerb::spec()});
    if (const auto code = line.read(wordsOf(argc, argv), terminal))
        return int(*code);
    if (!line.isHeadless())
        return line.arguments().words.isEmpty() ? runWindow(argc, argv, line, terminal)
                                                : runSnapshot(argc, argv, line, terminal);
    SystemClock clock;
    QCoreApplication application(argc, argv);
    return int(line.run(terminal, clock));
}
