// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/grpc/grpcconnector.h"
#include "backend/connectors/secretstore.h"
#include "backend/control/controlserver.h"
#include "backend/fleet/fleet.h"
#include "backend/places/siteresolver.h"
#include "tests/control/quietkeeper.h"
#include "tests/testing/test.h"

#include <QTemporaryDir>

namespace graticule::testing {

/// Base of tests of a central keeper's view of a regional one, over a real socket.
class ReadRegion : public Test
{
protected:
    struct NoSites : SiteResolver
    {
        Site resolve(const SiteHints &) const override { return {}; }
    };
    struct NoSecrets : SecretStore
    {
        Result<QByteArray> read(const SecretReference &) const override { return QByteArray(); }
    };

    void begin()
    {
        init();
        m_keeper = QuietKeeper();
        m_fleet = std::make_unique<Fleet>(QStringLiteral("region"), 1);
        m_hub = std::make_unique<SnapshotHub>();
        m_log.clear();
        m_samples.clear();
        m_beat = {};
        m_tail = std::make_unique<SampleTail>(4);
        startServer();
        m_config.address = QStringLiteral("unix://") + m_dir.filePath(QStringLiteral("r.sock"));
        makeConnector();
    }
    void end()
    {
        m_connector.reset();
        m_server.reset();
    }

    void startServer()
    {
        ServerOptions options;
        options.listen = QStringLiteral("unix://") + m_dir.filePath(QStringLiteral("r.sock"));
        options.access.anonymous = CallerRole::Operator;
        options.tail = m_tail.get();
        options.epoch = m_epoch;
        auto server = ControlServer::start(options, *m_hub, m_keeper, &m_faults);
        QVERIFY(server);
        m_server = std::move(server).value();
    }

    void makeConnector()
    {
        m_connector =
            grpcConnectorType().create({m_config, m_clock, m_load, m_sites, m_secrets, QStringLiteral("central")});
        const auto names = [](const FleetDelta &delta) {
            QStringList ids;
            for (const auto &site : delta.sites.upserted)
                ids.append(site->id.toString());
            ids.sort();
            return ids.join(QLatin1Char(','));
        };
        const auto note = [this](const FleetDelta &delta) {
            m_verdicts += int(delta.verdicts.upserted.size());
            for (const auto &feed : delta.feeds.upserted)
                m_feed = *feed;
        };
        connect(m_connector.get(), &Connector::listed, this, [=, this](const FleetDelta &all) {
            note(all);
            m_log += QStringLiteral("listed(%1) ").arg(names(all));
        });
        connect(m_connector.get(), &Connector::changed, this, [=, this](const FleetDelta &delta) {
            note(delta);
            m_log += QStringLiteral("changed(%1) ").arg(names(delta));
        });
        connect(m_connector.get(), &Connector::sampled, this, [this](const QList<Sample> &samples) {
            for (const Sample &sample : samples) {
                m_samples += QStringLiteral("%1=%2 ").arg(sample.entity.toString()).arg(sample.value);
                m_sampledAt = sample.at;
            }
        });
        connect(m_connector.get(), &Connector::beat, this, [this](const Beat &beat) {
            m_beat = beat;
            m_log += QStringLiteral("beat ");
        });
        connect(m_connector.get(), &Connector::failed, this, [this](const Error &error) {
            m_error = error;
            m_log += QStringLiteral("failed(%1) ").arg(int(error.kind));
        });
    }

    /// The regional keeper measures @p from to before @p to.
    void measure(const char *entity, int from, int to, Instant at = kNever)
    {
        QList<Sample> samples;
        for (int value = from; value < to; ++value)
            samples.append(
                {EntityId(entity), QStringLiteral("rtt.ms"), at == kNever ? m_clock.now() : at, double(value)});
        m_tail->append(samples);
    }

    /// The regional keeper learns of a site; its clock is @p ahead of ours.
    void say(const char *id, Milliseconds ahead)
    {
        FleetDelta delta;
        Site site;
        site.id = EntityId(id);
        Feed feed;
        feed.id = EntityId("feed");
        feed.observedAt = m_clock.now() + ahead;
        delta.sites.upsert(site);
        delta.feeds.upsert(feed);
        m_fleet->apply(EntityId(id), delta);
        m_hub->publish(m_fleet->publish(m_clock.now() + ahead));
    }

    SystemClock m_clock;
    QTemporaryDir m_dir;
    LoadMeter m_load{m_clock, 0, 0};
    NoSites m_sites;
    NoSecrets m_secrets;
    QuietKeeper m_keeper;
    ServerFaults m_faults;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<SnapshotHub> m_hub;
    std::unique_ptr<SampleTail> m_tail;
    quint64 m_epoch = 5;
    std::unique_ptr<ControlServer> m_server;
    ConnectionConfig m_config;
    std::unique_ptr<Connector> m_connector;
    QString m_log;
    QString m_samples;
    Instant m_sampledAt = kNever;
    Beat m_beat;
    Error m_error;
    Feed m_feed;
    int m_verdicts = 0;
};

} // namespace graticule::testing
