// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/connectionconfig.h"
#include "backend/domain/error.h"
#include "backend/domain/instant.h"
#include "backend/domain/optionschema.h"

#include <QList>
#include <QStringList>

// Plain values of the control API beside those of domain/. control.proto says what each field means.

namespace graticule {

/// How to reach a keeper.
struct ControlAddress
{
    QString target;          ///< "unix:///path/keeper.sock" or "host:port"
    bool tls = false;        ///< always for anything but unix sockets and loopback
    QString caFile;          ///< PEM; empty: the system's authorities
    QString certificateFile; ///< client certificate, PEM
    QString keyFile;
    QString serverName; ///< expected in the certificate; empty: the target's host
    QByteArray token;   ///< bearer token itself; kept in memory only

    friend bool operator==(const ControlAddress &, const ControlAddress &) = default;
};

struct Description
{
    QString keeperId;
    QString name;
    QString version;
    QString build;
    quint64 epoch = 0;
    Instant at = kNever;
    QStringList keeperPath;
    QStringList capabilities;
    QStringList permissions;
    QString caller;
    QString mode;
    bool configured = false;
    qint64 processId = 0;
    EntityId site;      ///< where the keeper stands, so where what it measures begins; empty: not known
    double tookMs = -1; ///< not told: the call that brought it, by our monotonic clock
};

struct TestStep
{
    QString text;
    QString detail;
    bool passed = false;
    Error error; ///< text empty: no failure
    bool finished = false;
};

struct DiscoveredEndpoint
{
    QString type;
    QString address;
    QString name;
    QString note;
    bool usable = false;
    bool connected = false;
};

struct ConnectorTypeInfo
{
    QString type;
    QString title;
    QString addressHelp;
    QList<OptionSchema> options;     ///< below `options` of its file
    QList<OptionSchema> fields = {}; ///< of those that kinds share, the ones it uses
    QString addressExample = {};
    bool addressOptional = false;
};

/// A file in connections.d/ that could not be read; it is left untouched.
struct BrokenFile
{
    QString path;
    QStringList mistakes; ///< each "line N, field: what is wrong and what to do"
};

struct LabStatus
{
    bool running = false;
    int sites = 0;
    quint64 seed = 0;
    QString text;
    QStringList regions;
};

} // namespace graticule
