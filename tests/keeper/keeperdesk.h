// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/commonfields.h"
#include "backend/connectors/secretstore.h"
#include "backend/domain/connectionway.h"
#include "backend/domain/manualclock.h"
#include "backend/keeper/keeper.h"
#include "backend/places/siteresolver.h"

#include <QTest>

namespace graticule::testing {

using namespace std::chrono_literals;

/// An endpoint whose address says what it is like: "fake://NAME" is well, "fake://dead" and "fake://guarded" are not.
class FakeConnector : public Connector
{
public:
    explicit FakeConnector(ConnectorContext context)
        : m_context(std::move(context))
    {
    }

    void start() override
    {
        m_session = std::make_unique<QObject>();
        if (m_context.config.address == QLatin1String("fake://dead"))
            in([this] { fail({ErrorKind::Unreachable, Fault::Network, QStringLiteral("Nothing answers."), 0ms}); });
        else if (m_context.config.address == QLatin1String("fake://guarded"))
            in([this] { fail({ErrorKind::Refused, Fault::NotAllowed, QStringLiteral("Token refused."), {}}); });
        else
            in([this] { Q_EMIT listed(facts()); });
    }
    void stop() override { m_session.reset(); }
    void probe() override
    {
        in([this] {
            Beat seen;
            seen.latencyMs = 2;
            seen.version = QStringLiteral("Fake 1");
            seen.keeperPath = {QStringLiteral("far-keeper")};
            Q_EMIT beat(seen);
        });
    }
    void perform(const Action &action, std::function<void(const ActionProgress &)> progress) override
    {
        progress({QStringLiteral("%1 of %2 by %3").arg(action.verb, action.target.toString(), m_context.config.name),
                  true,
                  {}});
    }

private:
    void in(std::function<void()> task) { m_context.clock.after(2ms, m_session.get(), std::move(task)); }
    void fail(const Error &error)
    {
        m_session.reset();
        Q_EMIT failed(error);
    }
    FleetDelta facts() const
    {
        FleetDelta all;
        Site site;
        site.id = EntityId::of(m_context.config.id, "site", QStringLiteral("s"));
        site.name = m_context.config.address.mid(7);
        site.condition = Condition::Up;
        site.feeds = {EntityId::of(m_context.config.id, "feed", QStringLiteral("inventory"))};
        site.origin = Origin::Real;
        all.sites.upsert(site);
        Connection behind;
        behind.id = EntityId("behind-" + site.name.toUtf8());
        behind.name = QStringLiteral("behind ") + site.name;
        behind.state = ConnectionState::Live;
        behind.through = m_context.config.id;
        all.connections.upsert(behind);
        return all;
    }

    ConnectorContext m_context;
    std::unique_ptr<QObject> m_session;
};

struct NoSecrets : SecretStore
{
    Result<QByteArray> read(const SecretReference &) const override { return QByteArray(); }
};

struct NoSites : SiteResolver
{
    Site resolve(const SiteHints &) const override { return {}; }
};

inline ConnectorRegistry fakeRegistry()
{
    ConnectorType type;
    type.type = QStringLiteral("fake");
    type.title = QStringLiteral("Fake");
    type.options = {{QStringLiteral("colour"), QStringLiteral("what it is painted"), QStringLiteral("red"), false}};
    OptionSchema brush{QStringLiteral("brush")};
    brush.kind = OptionKind::Flag;
    type.options.push_back(brush);
    type.fields = joined({labelsField(), tokenField()});
    type.check = [](const ConnectionConfig &config) {
        return config.address.startsWith(QLatin1String("fake://"))
                   ? QStringList()
                   : QStringList{QStringLiteral("address: must begin with fake://")};
    };
    type.create = [](ConnectorContext context) { return std::make_unique<FakeConnector>(std::move(context)); };
    ConnectorRegistry result;
    result.add(type);
    return result;
}

inline ConnectionConfig fake(const char *name, const char *address)
{
    ConnectionConfig config;
    config.name = QString::fromLatin1(name);
    config.type = QStringLiteral("fake");
    config.address = QString::fromLatin1(address);
    return config;
}

/// A keeper on a clock that the test moves, over a directory that outlives it.
class Desk
{
public:
    explicit Desk(const QString &directory, std::vector<ConnectionConfig> builtIn = {})
    {
        KeeperOptions options;
        options.id = QStringLiteral("keeper-1");
        options.name = QStringLiteral("desk");
        options.mode = QStringLiteral("private");
        options.epoch = 7;
        options.connectionsDirectory = directory + QStringLiteral("/connections.d");
        options.lastFactsDirectory = directory + QStringLiteral("/last");
        options.builtIn = std::move(builtIn);
        options.discoverers = {[](const KeeperOptions::Found &done) {
            done({{QStringLiteral("fake"), QStringLiteral("fake://a"), QStringLiteral("a"), {}, true, false},
                  {QStringLiteral("fake"), QStringLiteral("fake://z"), QStringLiteral("z"), {}, true, false}});
        }};
        keeper = std::make_unique<Keeper>(options, Keeper::Parts{clock, types, sites, secrets});
    }

    /// Until what was kept is back.
    void start()
    {
        keeper->start();
        QVERIFY(QTest::qWaitFor([this] { return keeper->hub().latest() != nullptr; }));
    }

    /// "a live", one connection a line, by name.
    QString connections() const
    {
        QStringList lines;
        const auto &connections = keeper->hub().latest()->tables.connections;
        connections.forEach([&](const Connection &connection) {
            static const char *const words[] = {"unknown", "never asked", "connecting", "live",  "slow",
                                                "stale",   "unreachable", "refused",    "paused"};
            lines.append(connection.name + QLatin1Char(' ') +
                         QLatin1String(words[int(shownState(connections, connection))]));
        });
        lines.sort();
        return lines.join(QLatin1Char('\n'));
    }

    /// "a healthy, stale", one site a line.
    QString siteStates() const
    {
        QStringList lines;
        const FleetTables &tables = keeper->hub().latest()->tables;
        tables.sites.forEach([&](const Site &site) {
            static const char *const words[] = {"unknown", "healthy", "degraded", "down", "unreachable", "maintenance"};
            const Verdict *verdict = tables.verdicts.find(site.id);
            lines.append(site.name + QLatin1Char(' ') + QLatin1String(verdict ? words[int(verdict->state)] : "none") +
                         QLatin1String(verdict && verdict->stale ? ", stale" : ""));
        });
        lines.sort();
        return lines.join(QLatin1Char('\n'));
    }

    QString perform(const QString &verb, const char *target, const QString &key = {})
    {
        QStringList told;
        keeper->perform({verb, EntityId(target), {}, key},
                        [&](const ActionProgress &step) { told.append(step.text + step.error.text); });
        return told.join(QLatin1Char('|'));
    }

    QString test(const ConnectionConfig &config)
    {
        QStringList told;
        keeper->test(config, [&](const TestStep &step) {
            told.append(QStringLiteral("%1 %2: %3%4%5")
                            .arg(step.passed ? QStringLiteral("+") : QStringLiteral("-"), step.text, step.detail,
                                 step.error.text, step.finished ? QStringLiteral(" (end)") : QString()));
        });
        clock.advance(15s);
        return told.join(QLatin1Char('\n'));
    }

    ManualClock clock;
    ConnectorRegistry types = fakeRegistry();
    NoSites sites;
    NoSecrets secrets;
    std::unique_ptr<Keeper> keeper;
};

} // namespace graticule::testing
