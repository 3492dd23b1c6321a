// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/docker/dockerapi.h"
#include "backend/connectors/docker/dockervalues.h"

#include <QObject>
#include <QSet>

#include <deque>

namespace graticule {

/// Asks for single containers and volumes, a few urgent ones at a time and the others one by one, within the load
/// budget. What is asked for twice before its turn comes is asked once.
class DockerInspector : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    DockerInspector(DockerApi &api, const ConnectorContext &context);

    /// @p urgent: before all that is not; else in order.
    void addContainer(const QString &id, bool urgent);
    void addVolume(const QString &name);
    /// Nothing is waited for.
    bool isIdle() const { return m_urgent.empty() && m_later.empty() && m_underway == 0; }
    /// Urgent ones whose turn has not come.
    qsizetype waiting() const { return qsizetype(m_urgent.size()); }
    /// Urgent ones whose turn has come, ever; those that wait now have all had it when it is larger by their number.
    quint64 begun() const { return m_begun; }
    /// The urgent ones need not be asked any more: a listing tells of them.
    void forgetUrgent();

Q_SIGNALS:
    void containerRead(const graticule::DockerContainer &container);
    void containerGone(const QString &id);
    void volumeRead(const graticule::DockerVolume &volume);
    void volumeGone(const QString &name);
    /// After each answer: what was asked for so far may be told.
    void stepped();
    /// The engine does not describe an urgent one: what is known of it is old.
    void passedOver();
    /// The engine cannot be asked at all; one object that it cannot describe is passed over.
    void failed(const graticule::Error &error);

private:
    struct Item
    {
        bool isVolume;
        QString name;
        bool urgent;
        friend bool operator==(const Item &a, const Item &b) { return a.isVolume == b.isVolume && a.name == b.name; }
        friend size_t qHash(const Item &item, size_t seed = 0) { return qHashMulti(seed, item.isVolume, item.name); }
    };
    void add(Item item);
    void pump();
    void ask(const Item &item);
    void step();
    /// False when the session is over by it.
    bool passOver(const Item &item, const Error &error);

    DockerApi &m_api;
    const ConnectorContext &m_context;
    std::deque<Item> m_urgent;
    std::deque<Item> m_later;
    QSet<Item> m_waiting; ///< all of both
    quint64 m_begun = 0;
    int m_underway = 0;
    bool m_resting = false;
};

} // namespace graticule
