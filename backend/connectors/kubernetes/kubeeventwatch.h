// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connector.h"
#include "backend/connectors/http/linesplitter.h"
#include "backend/connectors/kubernetes/kubeapi.h"
#include "backend/connectors/kubernetes/kubehappening.h"

namespace graticule {

/// Follows a cluster's events: those that there are, then one watch. It is no part of the session's proof: whatever
/// fails here is tried again later, and a server that tells us none is as alive as before. Core events first, which
/// every version has; where they may not be read those of events.k8s.io.
class KubeEventWatch : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it. @p space: the only namespace to look at; empty: all.
    KubeEventWatch(KubeApi &api, const ConnectorContext &context, QString space);

    void start();
    /// Nothing is signalled or asked any more.
    void close();

Q_SIGNALS:
    /// Several at once where they come fast; none: from now on they are told.
    void happened(const std::vector<graticule::KubeHappening> &events);
    /// They may not be read; asked again after a while.
    void refused(const graticule::Error &error);

private:
    void list();
    void listCame(HttpReply &reply);
    void watch();
    void receive(const QByteArray &bytes);
    void watchEnded();
    void tell();
    void again(Milliseconds delay, void (KubeEventWatch::*what)());
    QByteArray path() const;

    KubeApi &m_api;
    const ConnectorContext &m_context;
    const QString m_space;
    bool m_isNewGroup = false; ///< events.k8s.io is asked
    int m_pages = 0;
    QString m_next;
    QString m_version;
    std::unique_ptr<HttpReply> m_watch;
    std::unique_ptr<LineSplitter> m_lines;
    bool m_hasExpired = false;
    std::vector<KubeHappening> m_waiting;
    bool m_isTelling = false;
    bool m_over = false;
};

} // namespace graticule
