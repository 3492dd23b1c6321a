// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/secretstore.h"
#include "backend/domain/connectionway.h"
#include "backend/domain/manualclock.h"
#include "backend/keeper/keeper.h"
#include "backend/places/siteresolver.h"
#include "tests/keeper/fakekind.h"

#include <QTest>

namespace graticule::testing {

using namespace std::chrono_literals;

struct NoSecrets : SecretStore
{
    Result<QByteArray> read(const SecretReference &) const override { return QByteArray(); }
};

struct NoSites : SiteResolver
{
    Site resolve(const SiteHints &) const override { return {}; }
    QList<PlaceTrouble> troubles(const Labels &declared) const override
    {
        const QString city = QStringLiteral("graticule.dev/city");
        return declared.value(city) == QLatin1String("Nowhere")
                   ? QList<PlaceTrouble>{{city, QStringLiteral("is not known")}}
                   : QList<PlaceTrouble>();
    }
};

/// A keeper on a clock that the test moves, over a directory that outlives it.
class Desk
{
public:
    explicit Desk(const QString &directory, std::vector<ConnectionConfig> builtIn = {},
                  const QString &id = QStringLiteral("keeper-1"))
    {
        KeeperOptions options;
        options.id = id;
        options.name = QStringLiteral("desk");
        options.mode = QStringLiteral("private");
        options.epoch = 7;
        options.connectionsDirectory = directory + QStringLiteral("/connections.d");
        options.lastFactsDirectory = directory + QStringLiteral("/last");
        options.samplesFile = directory + QStringLiteral("/samples.db");
        options.historyFile = directory + QStringLiteral("/history.db");
        options.builtIn = std::move(builtIn);
        options.discoverers = {[](const KeeperOptions::Found &done) {
            const QString one = QStringLiteral("server:one"); // to which both lead
            done({{QStringLiteral("fake"), QStringLiteral("fake://a"), QStringLiteral("a"), {}, true, one},
                  {QStringLiteral("fake"), QStringLiteral("fake://z"), QStringLiteral("z"), {}, true, one}});
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
