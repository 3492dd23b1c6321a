// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/lab/labworld.h"
#include "backend/control/controlserver.h"
#include "tests/control/quietkeeper.h"

#include <QTimer>

#include <random>

namespace graticule::testing {

/// An endpoint in which something happens all the time: a lab with faults, 30 sites that are labelled anew ten times a
/// second, and as often what was measured at twenty.
class BusyEndpoint : public QObject
{
public:
    static constexpr int kMeasured = 20;
    static QString metric() { return QStringLiteral("m"); }
    static double value(qint64 ms) { return double(ms % 100'000) / 100; }
    static EntityId measured(int i) { return EntityId("endpoint/" + QByteArray::number(i)); }

    explicit BusyEndpoint(const QString &socket)
        : m_world({7, 200, true}, now())
        , m_tables(m_world.tables(now()))
    {
        m_tables.sites.forEach([this](const Site &site) { m_sites.push_back(site.id); });
        std::sort(m_sites.begin(), m_sites.end());
        m_keeper.id = QStringLiteral("endpoint");
        m_keeper.path = {m_keeper.id};
        m_keeper.capabilities = {QStringLiteral("watch"), QStringLiteral("tail")};
        turn();
        ServerOptions options;
        options.listen = QStringLiteral("unix://") + socket;
        options.access.anonymous = CallerRole::Operator;
        options.tail = &m_tail;
        options.epoch = 1;
        auto server = ControlServer::start(options, m_hub, m_keeper, nullptr);
        if (!server)
            qFatal("%s", qPrintable(server.error().text));
        m_server = std::move(server).value();
        connect(&m_timer, &QTimer::timeout, this, &BusyEndpoint::turn);
        m_timer.start(100);
    }

    /// What was told before cannot be read again: who did not keep it has lost it.
    void forgetSamples()
    {
        QList<Sample> others;
        for (int i = 0; i <= kHeld; ++i)
            others.append({EntityId("endpoint/other"), metric(), now() - Milliseconds(i), 1});
        m_tail.append(others);
    }
    const std::vector<Instant> &measuredAt() const { return m_measuredAt; }

private:
    static Instant now() { return SystemClock().now(); }

    void turn()
    {
        const Instant at = now();
        if (m_turns % 4 == 0) {
            const Site *site = m_tables.sites.find(m_sites[m_random() % m_sites.size()]);
            if (m_turns % 20 == 0)
                (void)m_world.heal(QStringLiteral("all"));
            else
                (void)m_world.inject(QStringLiteral("site-down"), site->id.toString(), at);
        }
        m_tables.apply(m_world.step(at));
        for (int i = 0; i < 30; ++i) {
            Site site = *m_tables.sites.find(m_sites[m_random() % m_sites.size()]);
            site.labels[QStringLiteral("turn")] = QString::number(m_turns);
            m_tables.sites.insert(std::move(site));
        }
        std::vector<std::shared_ptr<const Feed>> feeds;
        m_tables.feeds.forEachItem([&](const auto &feed) { feeds.push_back(feed); });
        for (const auto &feed : feeds) {
            Feed proven = *feed;
            proven.observedAt = at;
            m_tables.feeds.insert(std::move(proven));
        }
        ++m_turns;
        m_hub.publish(
            std::make_shared<const FleetSnapshot>(FleetSnapshot{{m_keeper.id, 1, quint64(m_turns)}, at, m_tables}), 30);
        QList<Sample> samples;
        for (int i = 0; i < kMeasured; ++i)
            samples.append({measured(i), metric(), at, value(toMs(at))});
        m_tail.append(samples);
        m_measuredAt.push_back(at);
    }

    static constexpr int kHeld = 2000; // samples that may be read later: ten seconds of them
    LabWorld m_world;
    FleetTables m_tables;
    std::vector<EntityId> m_sites;
    std::minstd_rand m_random{5};
    int m_turns = 0;
    std::vector<Instant> m_measuredAt;
    SnapshotHub m_hub;
    SampleTail m_tail{kHeld};
    QuietKeeper m_keeper;
    std::unique_ptr<ControlServer> m_server;
    QTimer m_timer;
};

} // namespace graticule::testing
