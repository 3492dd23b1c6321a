// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/windowdoor.h"

#include <QLocalSocket>
#include <QTimer>

namespace graticule {

namespace {

constexpr std::chrono::seconds kPatience{5};

} // namespace

WindowDoor::WindowDoor(QObject *parent)
    : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &WindowDoor::receive);
}

bool WindowDoor::open(const QString &path)
{
    if (path.isEmpty())
        return false;
    QLocalServer::removeServer(path);
    return m_server.listen(path);
}

void WindowDoor::receive()
{
    while (QLocalSocket *caller = m_server.nextPendingConnection()) {
        connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
        QTimer::singleShot(kPatience, caller, &QLocalSocket::abort);
        const auto read = [this, caller] {
            if (!caller->canReadLine()) {
                if (caller->bytesAvailable() > kLongestLine)
                    caller->abort();
                return;
            }
            if (const auto request = WindowRequest::fromLine(caller->readLine(kLongestLine))) {
                Q_EMIT asked(*request);
                caller->write("shown\n");
            }
            caller->disconnectFromServer();
        };
        connect(caller, &QLocalSocket::readyRead, this, read);
        read();
    }
}

} // namespace graticule
