// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/labels.h"
#include "backend/domain/states.h"

#include <QMap>
#include <QString>

namespace graticule {

/// Where a secret is to be found; the secret itself is never in a configuration.
/// Forms: `file:/path` (mode checked), `env:NAME`, `credential:name` (systemd), `keychain:name` (private keeper only).
using SecretReference = QString;

/// One connection as a person configured it: one YAML file in connections.d/.
struct ConnectionConfig
{
    EntityId id;     ///< UUID, made when the connection is added; kept over renames
    QString name;    ///< unique within the keeper; also the file's name
    QString type;    ///< connector type, e.g. "docker"
    QString address; ///< form depends on the type: "unix:///var/run/docker.sock", "https://host:2376", "context:NAME"
    Labels labels;   ///< declared by the person; win over labels of the endpoint
    QString caFile;  ///< PEM; empty: the system's authorities
    QString certificateFile;
    QString keyFile;                ///< mode checked: must not be readable by others
    QString serverName;             ///< name expected in the certificate; empty: the address's host
    SecretReference token;          ///< bearer token, by reference
    QMap<QString, QString> options; ///< what only this connector knows
    bool paused = false;
    double budgetRequests = 20;   ///< most requests per second; 0: no limit
    double budgetBytes = 4.0e6;   ///< most bytes per second; 0: no limit
    double probeSeconds = 10;     ///< from one probe of the way to the endpoint to the next; 0: none
    Origin origin = Origin::Real; ///< Lab: made by the lab, not written to a file

    friend bool operator==(const ConnectionConfig &, const ConnectionConfig &) = default;
};

} // namespace graticule
