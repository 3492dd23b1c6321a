// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/docker/dockeraddress.h"
#include "backend/connectors/docker/dockerinspector.h"
#include "backend/connectors/docker/dockerinventory.h"
#include "backend/connectors/docker/dockerlister.h"
#include "backend/connectors/docker/dockerusagepoll.h"
#include "backend/connectors/docker/dockerwatch.h"
#include "backend/connectors/gathering.h"

#include <QMap>
#include <QPointer>
#include <QSet>

namespace graticule {

class LogReader;

/// What one session leaves to the next.
struct DockerMemory
{
    DockerInventory inventory;
    qint64 lastEventNano = 0; ///< the engine's clock
};

/// One session with an engine: agree on a version, ask who it is, watch, list, inspect what the listing does not tell;
/// then follow the events. Watching begins before the listing is asked for and from before that moment, so nothing
/// falls between. Signals are those of Connector.
class DockerSession : public QObject
{
    Q_OBJECT

public:
    /// @p context and @p memory outlive it. @p loop: that of all connectors of this thread.
    DockerSession(const ConnectorContext &context, DockerMemory &memory, std::shared_ptr<CurlLoop> loop,
                  QObject *parent);

    void start(const Result<DockerTarget> &target);
    void probe();
    /// Nothing is signalled or asked any more; it may be deleted later.
    void close();
    /// Logs as long as the session lasts; refused before the engine has said who it is.
    Result<std::unique_ptr<LogReader>> readLogs(const LogOrder &order);

Q_SIGNALS:
    void listed(const graticule::FleetDelta &all);
    void changed(const graticule::FleetDelta &delta);
    void beat(const graticule::Beat &beat);
    void sampled(const QList<graticule::Sample> &samples);
    void happened(const QList<graticule::FleetEvent> &events);
    /// The last signal.
    void failed(const graticule::Error &error);

private:
    void ping(std::function<void()> then);
    void readPing(const HttpReply &reply, Instant middle);
    void askEngine(std::function<void()> then);
    void watch();
    void note(const DockerEvent &event);
    void watchEnded(const Error &error);
    void listCame();
    void tellListing();
    void inspectFirst();
    void inspectAll();
    void flushLater();
    void flush();
    void tellChanges();
    void settleLater();
    void watchInspections();
    void pollUsage();
    void tellUsage(const QStringList &read);
    void setWarning(const QString &key, const QString &text);
    void fail(const Error &error);
    Instant now() const { return m_context.clock.now(); }

    const ConnectorContext &m_context;
    DockerMemory &m_memory;
    DockerInventory &m_inventory;
    std::shared_ptr<CurlLoop> m_loop;
    std::unique_ptr<DockerApi> m_api; // outlives its users below
    std::unique_ptr<DockerLister> m_lister;
    std::unique_ptr<DockerWatch> m_watch;
    std::unique_ptr<DockerInspector> m_inspector;
    std::unique_ptr<DockerUsagePoll> m_usage;
    QString m_product; // "Docker 20.10.24"
    bool m_isPodman = false;
    Milliseconds m_clockOffset{0};
    double m_clockErrorMs; ///< it is right within this
    QMap<QString, QString> m_warnings;
    bool m_isListed = false;
    QSet<QString> m_dirtyContainers;
    QSet<QString> m_dirtyVolumes;
    Gathering m_changes; ///< the first waits for its burst: each is described by a request of its own
    bool m_inspectionsWatched = false;
    bool m_settleDue = false;
    std::vector<QPointer<LogReader>> m_logs;
    bool m_over = false;
};

} // namespace graticule
