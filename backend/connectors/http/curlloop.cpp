// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/curlloop.h"

#include "backend/connectors/http/httptransfer.h"

#include <array>
#include <cerrno>

#include <curl/curl.h>
#include <sys/epoll.h>
#include <unistd.h>

namespace graticule {
namespace {

constexpr long kKeptConnections = 8; // of each client

void startLibrary()
{
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_ASSERT(started == CURLE_OK);
    Q_UNUSED(started)
}

HttpTransfer *transferOf(void *easy)
{
    char *transfer = nullptr; // libcurl has handles of its own, too
    curl_easy_getinfo(easy, CURLINFO_PRIVATE, &transfer);
    return reinterpret_cast<HttpTransfer *>(transfer);
}

} // namespace

std::shared_ptr<CurlLoop> CurlLoop::ofThisThread()
{
    thread_local std::weak_ptr<CurlLoop> known;
    auto loop = known.lock();
    if (!loop)
        known = loop = std::make_shared<CurlLoop>();
    return loop;
}

CurlLoop::CurlLoop()
{
    startLibrary();
    open();
    m_multi = curl_multi_init();
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlLoop::socketChanged);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlLoop::timerChanged);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, kKeptConnections);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        act(CURL_SOCKET_TIMEOUT, 0);
        deliver();
    });
}

CurlLoop::~CurlLoop()
{
    m_notifier.reset();
    curl_multi_cleanup(m_multi);
    if (m_epoll >= 0)
        ::close(m_epoll);
}

/// Tried again with each request: this process may be out of files for a while, then requests reach their time limits.
void CurlLoop::open()
{
    m_epoll = ::epoll_create1(EPOLL_CLOEXEC);
    if (m_epoll < 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_epoll, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &CurlLoop::socketsReady);
}

void CurlLoop::add(HttpTransfer *transfer)
{
    if (m_epoll < 0)
        open();
    curl_multi_add_handle(m_multi, transfer->easy());
}

void CurlLoop::remove(HttpTransfer *transfer)
{
    curl_multi_remove_handle(m_multi, transfer->easy());
}

int CurlLoop::socketChanged(void *easy, int socket, int what, void *self, void *)
{
    auto *loop = static_cast<CurlLoop *>(self);
    if (what == CURL_POLL_REMOVE) {
        loop->forget(socket);
        return 0;
    }
    loop->watch(socket, what);
    if (HttpTransfer *transfer = transferOf(easy))
        transfer->uses(socket);
    return 0;
}

int CurlLoop::timerChanged(void *, long milliseconds, void *self)
{
    auto *loop = static_cast<CurlLoop *>(self);
    if (milliseconds < 0)
        loop->m_timer.stop();
    else
        loop->m_timer.start(int(milliseconds));
    return 0;
}

void CurlLoop::watch(int socket, int what)
{
    epoll_event event{};
    event.data.fd = socket;
    event.events =
        ((what & CURL_POLL_IN) ? unsigned(EPOLLIN) : 0U) | ((what & CURL_POLL_OUT) ? unsigned(EPOLLOUT) : 0U);
    // The number may have been that of a socket which is closed, and so is not in the set any more.
    if (::epoll_ctl(m_epoll, EPOLL_CTL_MOD, socket, &event) != 0 && errno == ENOENT)
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, socket, &event);
}

void CurlLoop::forget(int socket)
{
    ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, socket, nullptr);
    for (epoll_event &event : m_ready) { // its number may soon be that of another
        if (event.data.fd == socket)
            event.events = 0;
    }
}

void CurlLoop::socketsReady()
{
    std::array<epoll_event, 64> events{};
    const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), 0);
    m_ready = std::span(events).first(size_t(std::max(count, 0)));
    for (size_t i = 0; i < m_ready.size(); ++i) {
        const epoll_event event = m_ready[i];
        if (event.events == 0)
            continue;
        // An end or an error is found by reading or writing.
        const bool reads = event.events & (EPOLLIN | EPOLLHUP | EPOLLERR);
        const bool writes = event.events & (EPOLLOUT | EPOLLERR);
        act(event.data.fd, (reads ? CURL_CSELECT_IN : 0) | (writes ? CURL_CSELECT_OUT : 0));
    }
    m_ready = {};
    deliver();
}

void CurlLoop::act(int socket, int what)
{
    int running = 0;
    curl_multi_socket_action(m_multi, socket, what, &running);
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg == CURLMSG_DONE)
            transferOf(message->easy_handle)->end(message->data.result);
    }
}

void CurlLoop::deliver()
{
    const auto news = std::exchange(m_news, {});
    for (const QPointer<HttpReply> &reply : news) { // touches nothing of ours: a receiver may have deleted us
        if (reply)
            HttpTransfer::deliver(*reply);
    }
}

} // namespace graticule
