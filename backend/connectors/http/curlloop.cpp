// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/curlloop.h"

#include "backend/connectors/http/httptransfer.h"

#include <QPointer>
#include <QSocketNotifier>

#include <curl/curl.h>

namespace graticule {
namespace {

constexpr long kKeptConnections = 8;

void startLibrary()
{
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_ASSERT(started == CURLE_OK);
    Q_UNUSED(started)
}

} // namespace

CurlLoop::CurlLoop()
{
    startLibrary();
    m_multi = curl_multi_init();
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlLoop::socketChanged);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlLoop::timerChanged);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, kKeptConnections);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { act(CURL_SOCKET_TIMEOUT, 0); });
}

CurlLoop::~CurlLoop()
{
    const QSet<HttpTransfer *> left = m_transfers;
    for (HttpTransfer *transfer : left)
        transfer->abandon();
    curl_multi_cleanup(m_multi);
}

void CurlLoop::add(HttpTransfer *transfer)
{
    m_transfers.insert(transfer);
    curl_multi_add_handle(m_multi, transfer->easy());
}

void CurlLoop::remove(HttpTransfer *transfer)
{
    if (m_transfers.remove(transfer))
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
    char *transfer = nullptr;
    curl_easy_getinfo(easy, CURLINFO_PRIVATE, &transfer);
    if (transfer) // libcurl has handles of its own, too
        reinterpret_cast<HttpTransfer *>(transfer)->uses(socket);
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
    Watch &watch = m_watches[socket];
    const auto set = [&](QSocketNotifier *&notifier, QSocketNotifier::Type type, int event, bool wanted) {
        if (!notifier && wanted) {
            notifier = new QSocketNotifier(socket, type, this);
            connect(notifier, &QSocketNotifier::activated, this, [this, socket, event] { act(socket, event); });
        }
        if (notifier)
            notifier->setEnabled(wanted);
    };
    set(watch.read, QSocketNotifier::Read, CURL_CSELECT_IN, what == CURL_POLL_IN || what == CURL_POLL_INOUT);
    set(watch.write, QSocketNotifier::Write, CURL_CSELECT_OUT, what == CURL_POLL_OUT || what == CURL_POLL_INOUT);
}

void CurlLoop::forget(int socket)
{
    const Watch watch = m_watches.take(socket);
    for (QSocketNotifier *notifier : {watch.read, watch.write}) {
        if (!notifier)
            continue;
        notifier->setEnabled(false); // at once: the number may soon be that of another socket
        notifier->disconnect(this);
        notifier->deleteLater(); // we may be inside its signal
    }
}

void CurlLoop::act(int socket, int what)
{
    int running = 0;
    curl_multi_socket_action(m_multi, socket, what, &running);
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        char *transfer = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
        reinterpret_cast<HttpTransfer *>(transfer)->end(message->data.result);
    }
    deliver();
}

void CurlLoop::deliver()
{
    QList<QPointer<HttpReply>> replies;
    for (const HttpTransfer *transfer : std::as_const(m_transfers)) {
        if (transfer->hasNews())
            replies.append(transfer->reply());
    }
    for (const QPointer<HttpReply> &reply : replies) { // touches nothing of ours: a receiver may have deleted us
        if (reply)
            HttpTransfer::deliver(*reply);
    }
}

} // namespace graticule
