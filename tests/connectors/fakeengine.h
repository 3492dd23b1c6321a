// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/connectors/faultyserver.h"

#include <QMap>
#include <QTemporaryDir>

namespace graticule::testing {

/// A Docker Engine of a few containers on a unix socket, that can be told to misbehave at one path.
class FakeEngine
{
public:
    struct Container
    {
        QByteArray state = "running";
        QByteArray status = "Up 5 minutes"; ///< as the listing says it, e.g. "Up 5 minutes (healthy)"
        int exitCode = 0;
        QByteArray labels = {}; ///< inside of the braces: "\"key\":\"value\""
        int restarts = 0;
        QByteArray policy = "no";
    };

    FakeEngine();
    /// On a port of this machine, over TLS.
    explicit FakeEngine(const QSslConfiguration &tls);

    FaultyServer &server() { return m_server; }
    QString address() const { return m_server.address(); }
    /// Requests whose path contains @p part, with query, without version.
    QStringList asked(const char *part) const;
    /// An event of now; @p extra is further members of the object.
    void say(const QByteArray &type, const QByteArray &action, const QByteArray &id, qint64 timeNano = 0);

    QByteArray apiVersion = "1.41";
    QByteArray id = "ENGINE";
    QMap<QByteArray, Container> containers; ///< by name; the id is "id-" and the name
    QList<QByteArray> volumes;              ///< names
    qint64 clockAhead = 0;                  ///< seconds
    QMap<QByteArray, Answer> instead;       ///< path without version and query -> what is answered there

private:
    void play();
    Answer answer(const QByteArray &path);
    QByteArray info() const;
    QByteArray listing() const;
    QByteArray inspection(const QByteArray &name) const;

    QTemporaryDir m_directory;
    FaultyServer m_server;
};

} // namespace graticule::testing
