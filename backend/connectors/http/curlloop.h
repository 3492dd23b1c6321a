// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http/truststore.h"

#include <QObject>
#include <QPointer>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>
#include <span>

struct epoll_event;

namespace graticule {

class HttpReply;
class HttpTransfer;

/// libcurl's multi handle on Qt's event loop, for all clients of one thread that share it: its sockets are in one epoll
/// set, which is all that the event loop watches; its one timer is a QTimer. So a thousand quiet connections cost a
/// wake-up nothing. Connections are not kept here but by each client (ConnectionPool), and never pass to another.
///
/// What happened is delivered when libcurl has returned, so a receiver may do anything, even delete its client.
class CurlLoop : public QObject
{
    Q_OBJECT

public:
    CurlLoop();
    ~CurlLoop() override; ///< after all clients

    /// The one that the connectors of this thread share; there for as long as one of them holds it.
    static std::shared_ptr<CurlLoop> ofThisThread();

    /// Authorities that its clients trust, parsed once.
    TrustStores &trustStores() { return m_trustStores; }

    // For HttpTransfer only.
    void add(HttpTransfer *transfer);
    void remove(HttpTransfer *transfer);
    /// Something is to be delivered for @p reply.
    void note(HttpReply *reply) { m_news.append(reply); }

private:
    static int socketChanged(void *easy, int socket, int what, void *self, void *);
    static int timerChanged(void *multi, long milliseconds, void *self);
    void open();
    void watch(int socket, int what);
    void forget(int socket);
    void socketsReady();
    void act(int socket, int what);
    void deliver();

    void *m_multi; // CURLM
    int m_epoll = -1;
    std::unique_ptr<QSocketNotifier> m_notifier; // null: there is no set yet
    QTimer m_timer;
    std::span<epoll_event> m_ready; // those of the current wake-up
    QList<QPointer<HttpReply>> m_news;
    TrustStores m_trustStores;
};

} // namespace graticule
