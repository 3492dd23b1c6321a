// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/docker/dockerapi.h"
#include "backend/connectors/docker/dockerinventory.h"
#include "backend/connectors/http/httplogreader.h"

namespace graticule {

/// The containers of @p target: a node, service or placement of this connection; by name. Pure.
QList<LogSource> dockerLogSources(const DockerInventory &inventory, const EntityId &connection, const EntityId &target);

/// Reads logs of containers. Whether one has a terminal, which only its description tells, decides their form.
class DockerLogReader : public HttpLogReader
{
    Q_OBJECT

public:
    /// @p api outlives the reading.
    DockerLogReader(DockerApi &api, const LogOrder &order);

protected:
    void ask(int source) override;
    Error refusalOf(const HttpReply &reply, const QByteArray &body) const override;

private:
    void read(int source, bool hasTerminal);

    DockerApi &m_api;
};

} // namespace graticule
