// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/gathering.h"
#include "backend/connectors/kubernetes/kubeeventwatch.h"
#include "backend/connectors/kubernetes/kubeinventory.h"
#include "backend/connectors/kubernetes/kubereflector.h"
#include "backend/connectors/kubernetes/kubeshown.h"
#include "backend/connectors/kubernetes/kubeusage.h"

#include <QMap>
#include <QPointer>

namespace graticule {

class KubeVerbs;
class LogReader;

/// What one session leaves to the next.
struct KubeMemory
{
    KubeInventory inventory;
    KubeLogin login;
    QString place = {};                     ///< the server and namespace that all of it is of
    QHash<KubeKind, QString> versions = {}; ///< where watches can go on
    bool isTold = false;                    ///< the inventory was listed once
    KubeShown shown = {};                   ///< who said yes to a plan means what it showed, also after a break
};

/// One session with an API server: log in, ask its version, list every kind and watch it from there on; where an
/// earlier session was, watches go on. The beat is /livez, for a server that goes down leaves its watches open for a
/// minute. A kind that may not be listed is a lasting remark; neither nodes nor pods is a refusal. Signals are those of
/// Connector: a kind that had to be listed again, for the server had forgotten where we were, is a new listing.
class KubeSession : public QObject
{
    Q_OBJECT

public:
    /// @p context and @p memory outlive it. @p loop: that of all connectors of this thread.
    KubeSession(const ConnectorContext &context, KubeMemory &memory, std::shared_ptr<CurlLoop> loop, QObject *parent);
    ~KubeSession() override;

    void start(const Result<KubeTarget> &target);
    void probe();
    /// Nothing is signalled or asked any more; it may be deleted later.
    void close();
    /// What can be done on it; null before it has logged in and once it is over.
    KubeVerbs *verbs() const { return m_over ? nullptr : m_verbs.get(); }
    /// Which containers can be read of @p target: as the server describes its pods now.
    void askLogSources(const EntityId &target, LogSourcesReply done);
    /// Logs as long as the session lasts; refused before it has logged in.
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
    void open();
    void askVersion();
    void askWho();
    void askAlive();
    Beat beatOf(const HttpReply &reply, Instant middle);
    void takeBeat(const HttpReply &reply, Instant middle);
    void reflect();
    void follow(KubeReflector &reflector);
    void kindBegan(KubeKind kind);
    void kindDone(KubeKind kind);
    void endLists();
    void watchEvents();
    void tellEvents(const std::vector<KubeHappening> &events);
    void measure();
    void tellLater();
    void tell();
    void setWarning(const QString &key, const QString &text);
    void fail(const Error &error);
    Instant now() const { return m_context.clock.now(); }

    const ConnectorContext &m_context;
    KubeMemory &m_memory;
    KubeInventory &m_inventory;
    std::shared_ptr<CurlLoop> m_loop;
    KubeTarget m_target;
    std::unique_ptr<KubeApi> m_api;
    std::unique_ptr<KubeVerbs> m_verbs;
    std::vector<std::unique_ptr<KubeReflector>> m_reflectors;
    std::unique_ptr<KubeUsage> m_usage; ///< null until all is listed
    QSet<KubeKind> m_open;              ///< kinds whose first list is not in, or that are listed again
    QSet<KubeKind> m_ended;             ///< kinds that are listed; what they lack goes once all of m_open are
    QSet<KubeKind> m_refused;           ///< those that may not be listed
    QMap<QString, QString> m_warnings;
    QString m_version;
    QStringList m_identities; ///< empty: not answered yet
    bool m_hasLivez = true;
    bool m_isAsking = false;    ///< whether it is alive
    bool m_isAskingWho = false; ///< who it is
    bool m_isListing = false;   ///< something had to be listed: all is told when that is in
    bool m_isListed = false;
    bool m_settleDue = false;
    Milliseconds m_clockOffset{0};
    double m_clockErrorMs;
    Gathering m_changes;                      ///< the first is told at once
    std::unique_ptr<KubeEventWatch> m_events; ///< null: nothing is listed yet
    std::vector<QPointer<LogReader>> m_logs;
    bool m_over = false;
};

} // namespace graticule
