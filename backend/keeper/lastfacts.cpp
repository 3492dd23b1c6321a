// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/lastfacts.h"

#include "backend/control/snapshotfile.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

namespace graticule {
namespace {

/// Feeds, connections and verdicts alone.
FleetTables freshnessOf(const FleetTables &tables)
{
    FleetTables result;
    result.feeds = tables.feeds;
    result.verdicts = tables.verdicts;
    return result;
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

void LastFacts::load()
{
    if (m_directory.isEmpty())
        return;
    QDir().mkpath(m_directory);
    const Result<SnapshotPtr> last = readSnapshot(freshnessPath());
    if (last)
        m_freshness = (*last)->tables;
    else if (last.error().kind != ErrorKind::NotFound)
        qInfo("%s", qUtf8Printable(last.error().text));
}

FleetDelta LastFacts::verdicts() const
{
    FleetDelta delta;
    m_freshness.verdicts.forEachItem([&](const auto &item) { delta.verdicts.upserted.push_back(item); });
    return delta;
}

const Feed *LastFacts::feed(const EntityId &connection) const
{
    return m_freshness.feeds.find(EntityId::of(connection, "feed", QStringLiteral("inventory")));
}

FleetDelta LastFacts::facts(const EntityId &connection) const
{
    if (m_directory.isEmpty())
        return {};
    const Result<SnapshotPtr> last = readSnapshot(pathOf(connection));
    if (!last) {
        if (last.error().kind != ErrorKind::NotFound)
            qInfo("%s", qUtf8Printable(last.error().text));
        return {};
    }
    FleetDelta delta = diff({}, (*last)->tables);
    for (auto &item : delta.feeds.upserted) {
        const auto newer = m_freshness.feeds.item(item->id);
        if (newer && newer->observedAt > item->observedAt)
            item = newer;
    }
    for (auto &item : delta.connections.upserted) {
        Connection relayed = *item;
        relayed.state = ConnectionState::NeverAsked;
        relayed.error = {};
        relayed.since = m_clock.now();
        item = std::make_shared<const Connection>(std::move(relayed));
    }
    return delta;
}

void LastFacts::forget(const EntityId &connection)
{
    m_changed.remove(connection);
    if (!m_directory.isEmpty())
        m_pool.start([path = pathOf(connection)] { QFile::remove(path); });
}

void LastFacts::keepOnly(const QSet<EntityId> &known)
{
    if (m_directory.isEmpty())
        return;
    const QDir directory(m_directory);
    for (const QString &name : directory.entryList({QStringLiteral("*.facts")}, QDir::Files)) {
        if (!known.contains(EntityId(QFileInfo(name).completeBaseName())))
            QFile::remove(directory.filePath(name));
    }
}

void LastFacts::start()
{
    if (m_directory.isEmpty())
        return;
    const Milliseconds pause = std::max(kEvery, Milliseconds(20 * m_tookMs->load()));
    m_clock.after(pause, this, [this] {
        write();
        start();
    });
}

void LastFacts::write()
{
    struct File
    {
        QString path;
        FleetSnapshot snapshot;
    };
    std::vector<File> files;
    const Instant now = m_clock.now();
    for (const EntityId &id : std::exchange(m_changed, {})) {
        if (const FleetTables *told = m_fleet.said(id))
            files.push_back({pathOf(id), FleetSnapshot{{}, now, *told}});
    }
    files.push_back({freshnessPath(), FleetSnapshot{{}, now, freshnessOf(m_fleet.tables())}});
    m_pool.start([files = std::move(files), took = m_tookMs] {
        QElapsedTimer timer;
        timer.start();
        for (const File &file : files) {
            const Result<Done> written = writeSnapshot(file.path, file.snapshot);
            if (!written)
                qInfo("%s", qUtf8Printable(written.error().text));
        }
        took->store(timer.elapsed());
    });
}

void LastFacts::finish()
{
    if (m_directory.isEmpty())
        return;
    write();
    m_pool.waitForDone();
}

} // namespace graticule
