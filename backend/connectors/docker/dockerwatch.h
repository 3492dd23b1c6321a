// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/docker/dockerapi.h"
#include "backend/connectors/docker/dockervalues.h"
#include "backend/connectors/http/linesplitter.h"

#include <QObject>

namespace graticule {

/// The stream of /events. Its silence says nothing about the engine.
class DockerWatch : public QObject
{
    Q_OBJECT

public:
    /// @p sinceNano: events from then on (the engine's clock). @p byAction: let the engine send only the actions that
    /// matter; Podman names some of them otherwise, so there all actions come.
    DockerWatch(DockerApi &api, qint64 sinceNano, bool byAction);

Q_SIGNALS:
    void happened(const graticule::DockerEvent &event);
    /// The stream is over; there is always a reason.
    void ended(const graticule::Error &error);

private:
    void receive(const QByteArray &bytes);
    void end(const Error &error);

    DockerApi &m_api;
    LineSplitter m_lines;
    QByteArray m_refusal; // body of an answer that is no stream
    bool m_over = false;
    std::unique_ptr<HttpReply> m_reply;
};

} // namespace graticule
