// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/places/sameservices.h"
#include "tests/keeper/keeperdesk.h"

namespace graticule::testing {

/// What was done to such endpoints.
struct Webs
{
    QHash<QString, int> sessions;           ///< by connection
    QHash<QString, QStringList> identities; ///< the same
    std::function<void(const ActionProgress &)> tell;
};

/// An endpoint with one service "shop/web", which a person may have called otherwise.
class WebConnector : public Connector
{
public:
    WebConnector(ConnectorContext context, Webs &webs)
        : m_context(std::move(context))
        , m_webs(webs)
    {
    }

    void start() override
    {
        ++m_webs.sessions[m_context.config.name];
        m_session = std::make_unique<QObject>();
        m_context.clock.after(2ms, m_session.get(), [this] { Q_EMIT listed(facts()); });
    }
    void stop() override { m_session.reset(); }
    void probe() override
    {
        m_context.clock.after(2ms, m_session.get(), [this] {
            Beat alive;
            alive.identities = m_webs.identities.value(m_context.config.name);
            Q_EMIT beat(alive);
        });
    }
    void perform(const Action &, std::function<void(const ActionProgress &)> progress) override
    {
        m_webs.tell = std::move(progress);
    }

private:
    FleetDelta facts() const
    {
        const EntityId &id = m_context.config.id;
        Service service;
        service.id = EntityId::of(id, "service", QStringLiteral("shop/web"));
        service.name = QStringLiteral("shop/web");
        if (const QString same = m_context.sites.sameService(service.id); !same.isEmpty()) {
            service.id = EntityId::declared("service", same);
            service.name = serviceNameOf(same);
        }
        Placement placement;
        placement.id = EntityId::of(id, "placement", QStringLiteral("shop/web"));
        placement.service = service.id;
        placement.feed = EntityId::of(id, "feed", QStringLiteral("inventory"));
        placement.image = QStringLiteral("web:1");
        FleetDelta all;
        all.services.upsert(service);
        all.placements.upsert(placement);
        return all;
    }

    ConnectorContext m_context;
    Webs &m_webs;
    std::unique_ptr<QObject> m_session;
};

/// A keeper of such endpoints.
struct WebDesk
{
    explicit WebDesk(const QString &directory, const std::vector<const char *> &names = {"dock", "kube"},
                     const QHash<QString, QStringList> &identities = {})
    {
        webs.identities = identities;
        ConnectorType type;
        type.type = QStringLiteral("web");
        type.isRuled = true;
        type.create = [this](ConnectorContext context) {
            return std::make_unique<WebConnector>(std::move(context), webs);
        };
        types.add(type);
        KeeperOptions options;
        options.id = QStringLiteral("k");
        options.lastFactsDirectory = directory + QStringLiteral("/last");
        options.connectionsDirectory = directory + QStringLiteral("/connections.d");
        for (const char *name : names) {
            ConnectionConfig config;
            config.id = EntityId(name);
            config.name = QLatin1String(name);
            config.type = type.type;
            options.builtIn.push_back(config);
        }
        keeper = std::make_unique<Keeper>(options, Keeper::Parts{clock, types, sites, secrets});
        keeper->start();
        [&] { QTRY_VERIFY(keeper->hub().latest() != nullptr); }();
        clock.advance(1s);
    }
    QString services()
    {
        clock.advance(1s);
        QStringList lines;
        const FleetTables &tables = keeper->hub().latest()->tables;
        tables.services.forEach([&](const Service &service) {
            int placements = 0;
            tables.placements.forEach([&](const Placement &one) { placements += one.service == service.id; });
            lines.append(QStringLiteral("%1 x%2").arg(service.name).arg(placements));
        });
        lines.sort();
        return lines.join(QStringLiteral(", "));
    }
    SameServices same()
    {
        SameServices known;
        bool isKnown = false;
        keeper->same().sameServices([&](const Result<SameServices> &answer) {
            known = *answer;
            isKnown = true;
        });
        [&] { QTRY_VERIFY(isKnown); }();
        return known;
    }

    /// "dock 1, kube 2": how often each was asked for all that it has.
    QString sessions() const
    {
        QStringList parts;
        for (auto it = webs.sessions.cbegin(); it != webs.sessions.cend(); ++it)
            parts.append(QStringLiteral("%1 %2").arg(it.key()).arg(it.value()));
        parts.sort();
        return parts.join(QStringLiteral(", "));
    }
    bool decide(const EntityId &one, const EntityId &other)
    {
        const auto decision = keeper->same().decideSame(one, other, true, QStringLiteral("ines"));
        if (!decision)
            qInfo("%s", qPrintable(decision.error().text));
        return bool(decision);
    }

    Webs webs;
    ManualClock clock;
    ConnectorRegistry types;
    NoSites sites;
    NoSecrets secrets;
    std::unique_ptr<Keeper> keeper;
};

inline const EntityId kDock("dock/service/shop/web");
inline const EntityId kKube("kube/service/shop/web");
inline const EntityId kThird("third/service/shop/web");

} // namespace graticule::testing
