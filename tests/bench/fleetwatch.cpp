// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/fleetwatch.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

namespace graticule::bench {

FleetWatch::FleetWatch(const QString &socket)
    : m_store(m_clock)
{
    auto *client = new FleetClient(m_clock, {});
    client->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, client, &QObject::deleteLater);
    connect(client, &FleetClient::snapshotChanged, this, &FleetWatch::snapshotCame, Qt::DirectConnection);
    connect(client, &FleetClient::snapshotChanged, &m_store, &FleetStore::take);
    connect(client, &FleetClient::linkChanged, &m_store, &FleetStore::setLink);
    connect(&m_thread, &QThread::started, client, [client, socket] {
        ControlAddress address;
        address.target = QStringLiteral("unix:") + socket;
        const auto channel = ControlChannel::open(address);
        if (!channel)
            qFatal("%s", qUtf8Printable(channel.error().text));
        client->follow(*channel);
    });
    m_thread.start();
}

FleetWatch::~FleetWatch()
{
    m_thread.quit();
    m_thread.wait();
}

void FleetWatch::waitFor(const char *what, int seconds, const std::function<bool()> &isThere)
{
    QElapsedTimer clock;
    clock.start();
    while (!isThere()) {
        if (clock.elapsed() > seconds * 1000)
            qFatal("%s: not there after %d s", what, seconds);
        run(Milliseconds(10));
    }
}

void FleetWatch::run(Milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace graticule::bench
