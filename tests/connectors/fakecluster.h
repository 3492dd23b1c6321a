// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/connectionconfig.h"
#include "tests/connectors/faultyserver.h"

#include <QMap>

namespace graticule::testing {

/// An API server of a few objects over plain HTTP and in JSON, that can be told to forget and to refuse.
class FakeCluster
{
public:
    FakeCluster();

    FaultyServer &server() { return m_server; }
    ConnectionConfig config() const;
    /// Requests whose path contains @p part.
    QStringList asked(const char *part) const;
    /// It is there from now on, or is as @p object says; @p kind as in paths: "pods". Watches are told.
    void put(const QByteArray &kind, const QByteArray &name, const QByteArray &object);
    void remove(const QByteArray &kind, const QByteArray &name);
    /// What watches have not been told yet they will never be.
    void forget() { m_oldest = m_version; }
    /// An event to those who watch @p kind.
    void say(const QByteArray &kind, const QByteArray &type, const QByteArray &object);
    /// What it says of a version that is no more.
    static QByteArray tooOld();

    /// `"metadata":{...}` as every object has it; @p more is further members: `"labels":{}`.
    static QByteArray meta(const QByteArray &name, const QByteArray &more = {});
    static QByteArray node(const QByteArray &name, const QByteArray &region, bool ready = true);
    static QByteArray pod(const QByteArray &name, const QByteArray &node, bool ready = true);

    QMap<QByteArray, Answer> instead; ///< by what the path contains
    bool tellsWatches = true;         ///< else they are silent: what happens is kept for those that come later

private:
    struct Happened
    {
        qint64 version = 0;
        QByteArray kind;
        QByteArray line;
    };
    Answer answer(const QByteArray &path);
    Answer watch(const QByteArray &kind, qint64 from) const;
    void happen(const QByteArray &kind, const QByteArray &type, QByteArray object);

    FaultyServer m_server;
    QMap<QByteArray, QMap<QByteArray, QByteArray>> m_objects; ///< by kind and name
    QList<Happened> m_happened;
    qint64 m_version = 100;
    qint64 m_oldest = 0; ///< from which a watch can go on
};

} // namespace graticule::testing
