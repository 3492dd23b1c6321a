// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/lastfacts.h"

#include "backend/connectors/connectionstate.h"
#include "backend/control/snapshotfile.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

namespace graticule {
namespace {

/// Feeds, verdicts and our own connections alone.
FleetTables freshnessOf(const FleetTables &tables)
{
    FleetTables result;
    result.feeds = tables.feeds;
    result.verdicts = tables.verdicts;
    tables.connections.forEachItem([&](const auto &item) {
        if (item->through.isEmpty())
            result.connections.insert(item);
    });
    return result;
}

/// What a file holds; nothing when it is missing or broken, which is noted.
FleetTables read(const QString &path)
{
    const Result<SnapshotPtr> last = readSnapshot(path);
    if (last)
        return (*last)->tables;
    if (last.error().kind != ErrorKind::NotFound)
        qInfo("%s", qUtf8Printable(last.error().text));
    return {};
}

/// The facts of one endpoint as they are shown until it reports again.
FleetDelta factsIn(const FleetTables &tables, const FleetTables &freshness)
{
    FleetDelta delta = diff({}, tables);
    for (auto &item : delta.feeds.upserted) {
        const auto newer = freshness.feeds.item(item->id);
        if (newer && newer->observedAt > item->observedAt)
            item = newer;
    }
    return delta;
}

} // namespace

LastFacts::LastFacts(QString directory, const Fleet &fleet, Clock &clock)
    : m_directory(std::move(directory))
    , m_fleet(fleet)
    , m_clock(clock)
{
    m_pool.setMaxThreadCount(1); // in order: the newest is written last
}

LastFacts::~LastFacts()
{
    m_pool.waitForDone();
}

QString LastFacts::pathOf(const EntityId &connection) const
{
    return m_directory + QLatin1Char('/') + connection.toString() + QStringLiteral(".facts");
}

QString LastFacts::freshnessPath() const
{
    return m_directory + QStringLiteral("/freshness");
}

void LastFacts::restore(const QList<EntityId> &connections,
                        std::function<void(const EntityId &, const Kept &)> restored,
                        std::function<void(const FleetDelta &verdicts)> done)
{
    if (m_directory.isEmpty() || !QFile::exists(freshnessPath())) {
        if (!m_directory.isEmpty())
            QDir().mkpath(m_directory);
        done({});
        return;
    }
    removeOthers(connections);
    QHash<EntityId, QString> files;
    for (const EntityId &id : connections)
        files.insert(id, pathOf(id));
    m_pool.start([this, connections, files, freshness = freshnessPath(), restored = std::move(restored),
                  done = std::move(done)] {
        const auto last = std::make_shared<const FleetTables>(read(freshness));
        for (const EntityId &id : connections) {
            Kept kept{factsIn(read(files.value(id)), *last), {}, {}, {}};
            if (const Feed *feed = last->feeds.find(EntityId::of(id, "feed", QStringLiteral("inventory"))))
                kept.feed = *feed;
            if (const Connection *connection = last->connections.find(id)) {
                kept.failure = failureOf(*connection);
                kept.countedBy = connection->countedBy;
            }
            QMetaObject::invokeMethod(
                this, [=] { restored(id, kept); }, Qt::QueuedConnection);
        }
        FleetDelta verdicts;
        last->verdicts.forEachItem([&](const auto &item) { verdicts.verdicts.upserted.push_back(item); });
        QMetaObject::invokeMethod(
            this, [=] { done(verdicts); }, Qt::QueuedConnection);
    });
}

void LastFacts::removeOthers(const QList<EntityId> &known)
{
    const QDir directory(m_directory);
    for (const QString &name : directory.entryList({QStringLiteral("*.facts")}, QDir::Files)) {
        if (!known.contains(EntityId(QFileInfo(name).completeBaseName())))
            QFile::remove(directory.filePath(name));
    }
}

void LastFacts::forget(const EntityId &connection)
{
    m_changed.remove(connection);
    if (!m_directory.isEmpty())
        m_pool.start([this, connection, path = pathOf(connection)] {
            m_behind.remove(connection);
            QFile::remove(path);
        });
}

void LastFacts::start()
{
    if (m_directory.isEmpty() || std::exchange(m_started, true))
        return;
    writeNowAndThen();
}

void LastFacts::writeNowAndThen()
{
    const Milliseconds pause = pauseAfter(Milliseconds(m_tookMs.load()));
    m_pause = std::min(2 * m_pause, kEvery);
    m_clock.after(pause, this, [this] {
        write();
        writeNowAndThen();
    });
}

Milliseconds LastFacts::pauseAfter(Milliseconds took) const
{
    // At the beginning, when much comes for the first time, a restart soon after should find most of it.
    return m_pause < kEvery ? std::max(m_pause, 20 * took) : std::clamp(3000 * took, kEvery, kAtLeastEvery);
}

void LastFacts::write()
{
    struct File
    {
        EntityId connection;
        QString path;
        FleetSnapshot snapshot;
    };
    std::vector<File> files;
    const Instant now = m_clock.now();
    const QSet<EntityId> changed = std::exchange(m_changed, {});
    QList<EntityId> silent; // which say nothing any more, and so nothing that could not be written
    for (const EntityId &id : changed) {
        if (const FleetTables *told = m_fleet.said(id))
            files.push_back({id, pathOf(id), FleetSnapshot{{}, now, *told}});
        else
            silent << id;
    }
    const auto save = [](const QString &path, const FleetSnapshot &snapshot) {
        const Result<Done> written = writeSnapshot(path, snapshot);
        if (!written)
            qInfo("%s", qUtf8Printable(written.error().text));
        return bool(written);
    };
    m_pool.start([this, save, files = std::move(files), silent, path = freshnessPath(),
                  freshness = FleetSnapshot{{}, now, freshnessOf(m_fleet.tables())}] {
        QElapsedTimer timer;
        timer.start();
        for (const EntityId &id : silent)
            m_behind.remove(id);
        for (const File &file : files) {
            if (save(file.path, file.snapshot)) {
                m_behind.remove(file.connection);
                continue;
            }
            m_behind.insert(file.connection);
            QMetaObject::invokeMethod(
                this, [this, id = file.connection] { touch(id); }, Qt::QueuedConnection);
        }
        // Also when this writing had none of those that failed: the next one may have begun before it was told of them.
        if (m_behind.isEmpty())
            save(path, freshness);
        m_tookMs = timer.elapsed();
    });
}

void LastFacts::finish()
{
    if (!m_started)
        return;
    write();
    m_pool.waitForDone();
}

} // namespace graticule
