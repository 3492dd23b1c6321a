// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QSocketNotifier;
QT_END_NAMESPACE

namespace graticule {

class HttpTransfer;

/// libcurl's multi handle on Qt's event loop: its sockets are QSocketNotifiers, its one timer a QTimer. Inside of
/// HttpClient only. What happened is delivered when libcurl has returned, so a receiver may do anything, even delete.
class CurlLoop : public QObject
{
    Q_OBJECT

public:
    CurlLoop();
    ~CurlLoop() override; ///< cancels what still runs, without a word

    void add(HttpTransfer *transfer);
    void remove(HttpTransfer *transfer);

private:
    struct Watch
    {
        QSocketNotifier *read = nullptr;
        QSocketNotifier *write = nullptr;
    };
    static int socketChanged(void *easy, int socket, int what, void *self, void *);
    static int timerChanged(void *multi, long milliseconds, void *self);
    void watch(int socket, int what);
    void forget(int socket);
    void act(int socket, int what);
    void deliver();

    void *m_multi; // CURLM
    QTimer m_timer;
    QHash<int, Watch> m_watches;
    QSet<HttpTransfer *> m_transfers;
};

} // namespace graticule
