// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/terminal.h"

#include "app/console/verbs/printable.h"

#include <cerrno>
#include <csignal>

#include <unistd.h>

namespace graticule {
namespace {

bool writeAll(int descriptor, const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t written = ::write(descriptor, bytes.constData() + at, size_t(bytes.size() - at));
        if (written >= 0)
            at += written;
        else if (errno != EINTR)
            return false;
    }
    return true;
}

} // namespace

Terminal::Terminal()
{
    std::signal(SIGPIPE, SIG_IGN);
}

void Terminal::print(const QByteArray &utf8)
{
    m_closed = m_closed || !writeAll(STDOUT_FILENO, utf8);
}

void Terminal::say(const QString &line) const
{
    writeAll(STDERR_FILENO, printable(line).toUtf8() + '\n');
}

bool Terminal::isInteractive() const
{
    return ::isatty(STDOUT_FILENO) == 1;
}

void Terminal::clear()
{
    if (isInteractive())
        print(QByteArray("\033[H\033[2J"));
}

} // namespace graticule
