// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keeper/signals.h"

#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace graticule {
namespace {

int pipeEnds[2] = {-1, -1}; // a signal handler can reach nothing but globals

constexpr int kSignals[] = {SIGTERM, SIGINT, SIGHUP, SIGUSR1};

void noteSignal(int number)
{
    const int before = errno;
    const char byte = char(number);
    if (::write(pipeEnds[1], &byte, 1) < 0) {
        // The pipe is full of signals that are yet to be read: this one is told with them.
    }
    errno = before;
}

int makePipe()
{
    return ::pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) == 0 ? pipeEnds[0] : -1;
}

} // namespace

Signals::Signals()
    : m_notifier(makePipe(), QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &Signals::read);
    struct sigaction action = {};
    action.sa_handler = &noteSignal;
    action.sa_flags = SA_RESTART;
    for (int number : kSignals)
        ::sigaction(number, &action, nullptr);
}

Signals::~Signals()
{
    for (int number : kSignals)
        ::signal(number, SIG_DFL);
    m_notifier.setEnabled(false);
    ::close(pipeEnds[0]);
    ::close(pipeEnds[1]);
}

void Signals::read()
{
    char numbers[16];
    const ssize_t count = ::read(pipeEnds[0], numbers, sizeof(numbers));
    for (ssize_t i = 0; i < count; ++i) {
        if (numbers[i] == SIGHUP)
            Q_EMIT reloadAsked();
        else if (numbers[i] == SIGUSR1)
            Q_EMIT endIfIdleAsked();
        else
            Q_EMIT endAsked();
    }
}

} // namespace graticule
