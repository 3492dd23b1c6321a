// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/session.h"

#include "app/console/verbs/keeperfollower.h"
#include "backend/control/controlcalls.h"
#include "backend/control/snapshotfile.h"

#include <QDebug>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QThreadPool>

namespace graticule {
namespace {

void writeCache(const QString &path, const SnapshotPtr &snapshot)
{
    QDir().mkpath(QFileInfo(path).path());
    const auto written = writeSnapshot(path, *snapshot);
    if (!written)
        qInfo().noquote() << written.error().text; // a cache that cannot be written costs only time at the next start
}

} // namespace

Session::Session(KeeperAccess access, Clock &clock, bool withLab)
    : m_access(std::move(access))
    , m_clock(clock)
    , m_withLab(withLab)
{
    m_thread.setObjectName(QStringLiteral("client"));
}

void Session::retire(std::unique_ptr<Session> session)
{
    session->disconnect();
    Session *last = session.release();
    connect(&last->m_thread, &QThread::finished, last, [last] {
        const SnapshotPtr newest = std::exchange(last->m_newest, last->m_cached);
        if (newest != last->m_cached)
            QThreadPool::globalInstance()->start(
                [path = last->m_access.cacheFile(), newest] { writeCache(path, newest); });
        last->deleteLater();
    });
    if (last->m_thread.isRunning())
        last->m_thread.quit();
    else
        delete last;
}

Session::~Session()
{
    m_thread.quit();
    m_thread.wait();
    if (m_newest != m_cached)
        writeCache(m_access.cacheFile(), m_newest); // the window is closed: nobody waits for this
}

SnapshotPtr Session::readCache(const KeeperAccess &access, const std::function<void(const SnapshotPtr &)> &sitesRead)
{
    const auto read = readSnapshot(access.cacheFile(), sitesRead);
    if (read)
        return *read;
    if (read.error().kind != ErrorKind::NotFound)
        qInfo().noquote() << read.error().text;
    return {};
}

void Session::start(const SnapshotPtr &cached)
{
    m_newest = m_cached = cached;
    auto *follower = new KeeperFollower(m_access, m_clock, m_newest);
    m_follower = follower;
    follower->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, follower, &KeeperFollower::start);
    connect(&m_thread, &QThread::finished, follower, &QObject::deleteLater);
    // To this object's thread by the queue; there at most once a frame matters, which the store sees to.
    connect(follower, &KeeperFollower::opened, this, &Session::opened);
    connect(follower, &KeeperFollower::linkChanged, this, &Session::linkChanged);
    connect(follower, &KeeperFollower::snapshotChanged, this, [this](const SnapshotPtr &snapshot) {
        m_newest = snapshot;
        Q_EMIT snapshotChanged(snapshot);
    });
    connect(this, &Session::opened, this, &Session::startLabIfEmpty);
    m_thread.start();
    cacheLater(kCacheFirst);
}

void Session::retry()
{
    if (m_follower)
        QMetaObject::invokeMethod(m_follower, "retry", Qt::QueuedConnection);
}

void Session::startLabIfEmpty(const std::shared_ptr<ControlChannel> &channel)
{
    if (!std::exchange(m_withLab, false))
        return;
    const auto calls = std::make_shared<ControlCalls>(channel);
    calls->describe(this, [this, calls](const Result<Description> &keeper) {
        if (!keeper) {
            m_withLab = true; // asked again when it is opened again
        } else if (!keeper->configured && keeper->capabilities.contains(QStringLiteral("lab"))) {
            calls->startLab(this, 0, 0,
                            [this](const Result<LabStatus> &lab) { Q_EMIT labStarted(lab ? Error() : lab.error()); });
        }
    });
}

void Session::cacheLater(Milliseconds delay)
{
    m_clock.after(delay, this, [this] {
        if (m_newest != m_cached) {
            m_cached = m_newest;
            QThreadPool::globalInstance()->start(
                [path = m_access.cacheFile(), snapshot = m_newest, took = m_cacheTookMs] {
                    QElapsedTimer timer;
                    timer.start();
                    writeCache(path, snapshot);
                    *took = timer.elapsed();
                });
        }
        cacheLater(std::clamp(Milliseconds(3000 * *m_cacheTookMs), kCacheEvery, kCacheAtLeastEvery));
    });
}

} // namespace graticule
