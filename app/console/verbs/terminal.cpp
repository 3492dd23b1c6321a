// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/terminal.h"

#include "app/console/verbs/printable.h"

#include <algorithm>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace graticule {
namespace {

/// What a pipe that poll() calls writable takes without blocking.
constexpr qsizetype kChunk = 4096; // PIPE_BUF

/// Descriptors 0 to 2 that our caller closed would be given to the next file or socket, and printed into. This one
/// refuses what is written, as a closed one does.
void occupyStandardDescriptors()
{
    for (int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) < 0)
            ::open("/dev/null", O_RDONLY); // takes the lowest that is free
    }
}

} // namespace

Terminal::Terminal()
{
    std::signal(SIGPIPE, SIG_IGN);
    occupyStandardDescriptors();
}

/// Waits until standard output takes a chunk. False: whoever waits for us wants no more.
bool Terminal::mayWrite() const
{
    pollfd waited[] = {{STDOUT_FILENO, POLLOUT, 0}, {m_stopper, POLLIN, 0}};
    while (::poll(waited, 2, -1) < 0) {
        if (errno != EINTR)
            return true; // write() will say what is wrong
    }
    return waited[1].revents == 0;
}

void Terminal::print(const QByteArray &utf8)
{
    for (qsizetype at = 0; at < utf8.size() && !m_closed;) {
        if (m_stopper >= 0 && !mayWrite()) {
            m_closed = true;
            return;
        }
        const qsizetype most = m_stopper >= 0 ? kChunk : utf8.size();
        const ssize_t written = ::write(STDOUT_FILENO, utf8.constData() + at, size_t(std::min(most, utf8.size() - at)));
        if (written >= 0) {
            at += written;
        } else if (errno != EINTR) {
            m_closed = true;
            if (errno != EPIPE)
                m_failure = qt_error_string(errno);
        }
    }
}

void Terminal::say(const QString &line) const
{
    const QByteArray bytes = printable(line).toUtf8() + '\n';
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t written = ::write(STDERR_FILENO, bytes.constData() + at, size_t(bytes.size() - at));
        if (written >= 0)
            at += written;
        else if (errno != EINTR)
            return; // there is nobody left to tell
    }
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
