// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace graticule {

/// How a command that was to be a connection ended badly.
struct CommandEnd
{
    enum class How {
        Missing,    ///< there is no such program
        NotStarted, ///< the system would not start it
        Crashed,    ///< a signal ended it
        Exited,     ///< with a code that is not 0
    };
    How how = How::Exited;
    int exitCode = 0; ///< when it exited
    QByteArray said;  ///< the end of what it wrote to standard error; the system's words when it was not started
};

/// What became of the command behind one connection. Shared, so that it is there when the connection is no more.
struct CommandFate
{
    std::optional<CommandEnd> failure; ///< empty: it runs, or ended well
};

} // namespace graticule
