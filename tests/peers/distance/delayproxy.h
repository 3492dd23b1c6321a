// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>

namespace graticule::testing {

/// A way of some length: a proxy in a thread of its own, on 127.0.0.1 or a unix socket, that hands bytes on late. It
/// emulates what a conversation sees of distance, and no packets: TCP hides from it that packets are lost, and connects
/// to it at once. So loss is connections that never say anything. A cut is silence on all, and nobody can connect.
class DelayProxy
{
public:
    /// How the way is, in both directions: from the caller there, and back.
    struct Way
    {
        double thereMs = 0;
        double backMs = 0;
        int stallsEvery = 0; ///< each so manieth connection is taken and never answered; 0: none
        bool isCut = false;
    };

    /// To "127.0.0.1:PORT" or "/path/of/a/socket".
    DelayProxy(const QString &target, const Way &way);
    ~DelayProxy();
    DelayProxy(const DelayProxy &) = delete;
    DelayProxy &operator=(const DelayProxy &) = delete;

    /// What is under way keeps the delay that it was sent with.
    void set(const Way &way);
    /// "127.0.0.1:PORT"
    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }
    int connections() const { return m_connections; }

private:
    struct Conversation;
    void run();
    void shut();
    void reopen();
    int dial() const;
    Way way() const;

    QByteArray m_target;
    mutable std::mutex m_lock;
    Way m_way; ///< under the lock
    int m_listener = -1;
    int m_stopper = -1; ///< fills the queue of the listener while the way is cut; < 0: it is open
    int m_wake = -1;
    int m_port = 0;
    std::atomic<int> m_connections{0};
    std::atomic<bool> m_ends{false};
    std::thread m_thread; ///< last
};

} // namespace graticule::testing
