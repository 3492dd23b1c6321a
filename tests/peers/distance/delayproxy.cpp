// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/peers/distance/delayproxy.h"

#include <QtGlobal>

#include <array>
#include <chrono>
#include <deque>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace graticule::testing {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int kQueue = 1024;

void prepare(int socket)
{
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes); // fails for unix sockets, which need it not
    ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
}

/// Bytes that go one way.
struct Stream
{
    struct Piece
    {
        Clock::time_point due;
        QByteArray bytes; ///< empty: the end
    };
    int from;
    int to;
    double delayMs = 0;
    std::deque<Piece> pieces;
    bool hasEnded = false;

    /// False when the conversation is over.
    bool read()
    {
        std::array<char, 65536> buffer{};
        const ssize_t count = ::recv(from, buffer.data(), buffer.size(), 0);
        if (count < 0)
            return errno == EAGAIN || errno == EINTR;
        const auto delay =
            std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double, std::milli>(delayMs));
        Clock::time_point due = Clock::now() + delay;
        if (!pieces.empty())
            due = std::max(due, pieces.back().due);
        pieces.push_back({due, QByteArray(buffer.data(), qsizetype(count))});
        hasEnded = count == 0;
        return true;
    }

    bool write(Clock::time_point now)
    {
        while (!pieces.empty() && pieces.front().due <= now) {
            Piece &piece = pieces.front();
            if (piece.bytes.isEmpty()) {
                ::shutdown(to, SHUT_WR);
                pieces.pop_front();
                continue;
            }
            const ssize_t count = ::send(to, piece.bytes.constData(), size_t(piece.bytes.size()), MSG_NOSIGNAL);
            if (count < 0)
                return errno == EAGAIN || errno == EINTR;
            piece.bytes.remove(0, count);
            if (piece.bytes.isEmpty())
                pieces.pop_front();
        }
        return true;
    }
};

} // namespace

struct DelayProxy::Conversation
{
    Stream there;
    Stream back;

    bool isOver() const { return there.hasEnded && back.hasEnded && there.pieces.empty() && back.pieces.empty(); }
};

DelayProxy::DelayProxy(const QString &target, const Way &way)
    : m_target(target.toUtf8())
    , m_way(way)
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    , m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    sockaddr_in any = {};
    any.sin_family = AF_INET;
    any.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof any;
    if (::bind(m_listener, reinterpret_cast<const sockaddr *>(&any), sizeof any) != 0 ||
        ::listen(m_listener, kQueue) != 0 || ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&any), &size) != 0)
        qFatal("the proxy cannot listen");
    m_port = ntohs(any.sin_port);
    m_thread = std::thread([this] { run(); });
}

DelayProxy::~DelayProxy()
{
    m_ends = true;
    const uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(m_wake, &one, sizeof one);
    m_thread.join();
    ::close(m_listener);
    ::close(m_wake);
}

void DelayProxy::set(const Way &way)
{
    const std::lock_guard lock(m_lock);
    m_way = way;
    const uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(m_wake, &one, sizeof one);
}

DelayProxy::Way DelayProxy::way() const
{
    const std::lock_guard lock(m_lock);
    return m_way;
}

int DelayProxy::dial() const
{
    if (m_target.startsWith('/')) {
        const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un at = {};
        at.sun_family = AF_UNIX;
        qstrncpy(at.sun_path, m_target.constData(), sizeof at.sun_path);
        if (::connect(socket, reinterpret_cast<const sockaddr *>(&at), sizeof at) == 0)
            return socket;
        ::close(socket);
        return -1;
    }
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in at = {};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    at.sin_port = htons(quint16(m_target.mid(m_target.indexOf(':') + 1).toUShort()));
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&at), sizeof at) == 0)
        return socket;
    ::close(socket);
    return -1;
}

/// The kernel leaves whoever connects to a full queue without any answer, as a cut does.
void DelayProxy::shut()
{
    if (m_stopper >= 0)
        return;
    ::listen(m_listener, 0);
    sockaddr_in here = {};
    here.sin_family = AF_INET;
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    here.sin_port = htons(quint16(m_port));
    m_stopper = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    ::connect(m_stopper, reinterpret_cast<const sockaddr *>(&here), sizeof here);
}

void DelayProxy::reopen()
{
    if (m_stopper < 0)
        return;
    ::close(std::exchange(m_stopper, -1));
    ::listen(m_listener, kQueue);
}

void DelayProxy::run()
{
    std::vector<std::unique_ptr<Conversation>> talks;
    std::vector<int> stalled;
    while (!m_ends) {
        const Way now = way();
        now.isCut ? shut() : reopen();
        std::vector<pollfd> fds{{m_wake, POLLIN, 0}, {now.isCut ? -1 : m_listener, POLLIN, 0}};
        auto wakeAt = Clock::now() + std::chrono::seconds(1);
        for (const auto &talk : talks) {
            talk->there.delayMs = now.thereMs;
            talk->back.delayMs = now.backMs;
            for (const Stream *stream : {&talk->there, &talk->back}) {
                fds.push_back({now.isCut || stream->hasEnded ? -1 : stream->from, POLLIN, 0});
                if (!now.isCut && !stream->pieces.empty())
                    wakeAt = std::min(wakeAt, stream->pieces.front().due);
            }
        }
        const auto wait = std::max(Clock::duration::zero(), wakeAt - Clock::now());
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(wait);
        const timespec timeout{seconds.count(), long(std::chrono::nanoseconds(wait - seconds).count())};
        ::ppoll(fds.data(), nfds_t(fds.size()), &timeout, nullptr);
        uint64_t rung = 0;
        while (::read(m_wake, &rung, sizeof rung) > 0) {
        }
        if (now.isCut)
            continue;
        const auto at = Clock::now();
        for (size_t i = 0; i < talks.size(); ++i) {
            Conversation &talk = *talks[i];
            bool isFine = true;
            if (fds[2 + 2 * i].revents != 0)
                isFine = talk.there.read();
            if (fds[3 + 2 * i].revents != 0)
                isFine = isFine && talk.back.read();
            isFine = isFine && talk.there.write(at) && talk.back.write(at);
            if (isFine && !talk.isOver())
                continue;
            ::close(talk.there.from);
            ::close(talk.there.to);
            talks[i].reset();
        }
        std::erase(talks, nullptr);
        if ((fds[1].revents & POLLIN) == 0)
            continue;
        const int caller = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (caller < 0)
            continue;
        const int number = ++m_connections;
        if (now.stallsEvery > 0 && number % now.stallsEvery == 0) {
            stalled.push_back(caller);
            continue;
        }
        const int target = dial();
        if (target < 0) {
            ::close(caller);
            continue;
        }
        prepare(caller);
        prepare(target);
        talks.push_back(std::make_unique<Conversation>(
            Conversation{{caller, target, now.thereMs, {}, false}, {target, caller, now.backMs, {}, false}}));
    }
    for (const auto &talk : talks) {
        ::close(talk->there.from);
        ::close(talk->there.to);
    }
    for (int caller : stalled)
        ::close(caller);
    reopen();
}

} // namespace graticule::testing
