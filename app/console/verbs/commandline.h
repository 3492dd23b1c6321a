// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/verb.h"

namespace graticule {

/// What the program does with its command line before, or instead of, opening a window.
class CommandLine
{
public:
    /// @p others: verbs that need a display, the window's (without words) among them.
    explicit CommandLine(QList<VerbSpec> others);

    /// Reads the words after the program's name. Help, version and mistakes are printed at once: then it is done, and
    /// the exit code is returned. Otherwise nothing, and the next two say what to do.
    std::optional<ExitCode> read(const QStringList &arguments, Terminal &terminal);

    const Arguments &arguments() const { return m_arguments; }
    /// Whether the verb read is one of those that need no display.
    bool isHeadless() const;
    /// The keeper that the line is about. Call once read() returned nothing.
    const KeeperAccess &access() const { return *m_access; }

    /// Runs the verb in the event loop of the application, which must exist; returns when it is finished.
    ExitCode run(Terminal &terminal, Clock &clock) const;

private:
    QList<VerbSpec> specs() const;
    QString helpOf(const QStringList &words) const;

    std::vector<VerbEntry> m_headless;
    QList<VerbSpec> m_others;
    QList<OptionSpec> m_globals;
    Arguments m_arguments;
    std::optional<KeeperAccess> m_access;
};

} // namespace graticule
