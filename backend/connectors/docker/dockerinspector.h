// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/docker/dockerapi.h"
#include "backend/connectors/docker/dockervalues.h"

#include <QObject>
#include <QSet>

#include <deque>

namespace graticule {

/// Asks for single containers and volumes, a few at a time and within the load budget. What is asked for twice before
/// its turn comes is asked once.
class DockerInspector : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    DockerInspector(DockerApi &api, const ConnectorContext &context);

    /// @p urgent: before all that is not.
    void addContainer(const QString &id, bool urgent);
    void addVolume(const QString &name);
    /// Nothing is waited for.
    bool isIdle() const { return m_queue.empty() && m_underway == 0; }

Q_SIGNALS:
    void containerRead(const graticule::DockerContainer &container);
    void containerGone(const QString &id);
    void volumeRead(const graticule::DockerVolume &volume);
    void volumeGone(const QString &name);
    /// After each answer: what was asked for so far may be told.
    void stepped();
    /// The engine cannot be asked at all; one object that it cannot describe is passed over.
    void failed(const graticule::Error &error);

private:
    struct Item
    {
        bool isVolume;
        QString name;
        friend bool operator==(const Item &, const Item &) = default;
        friend size_t qHash(const Item &item, size_t seed = 0) { return qHashMulti(seed, item.isVolume, item.name); }
    };
    void add(Item item, bool urgent);
    void pump();
    void ask(const Item &item);
    /// True when there is a value to tell.
    void step();
    bool passOver(const Error &error);

    DockerApi &m_api;
    const ConnectorContext &m_context;
    std::deque<Item> m_queue;
    QSet<Item> m_waiting;
    int m_underway = 0;
    bool m_resting = false;
};

} // namespace graticule
