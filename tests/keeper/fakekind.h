// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/commonfields.h"

namespace graticule::testing {

using namespace std::chrono_literals;

/// An endpoint whose address says what it is like: "fake://NAME" is well, "fake://dead" and "fake://guarded" are not;
/// "fake://NAME#KIND:VALUE#..." is known again by those; "fake://NAME*3" tells of three sites with a node each.
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
            const QString identity = m_context.config.address.section(QLatin1Char('#'), 1);
            if (!identity.isEmpty())
                seen.identities = identity.split(QLatin1Char('#'));
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
        const int count = m_context.config.address.section(QLatin1Char('#'), 0, 0).section(QLatin1Char('*'), 1).toInt();
        for (int i = 0; i < count; ++i) {
            Site another = site;
            if (i > 0) {
                another.id = EntityId::of(m_context.config.id, "site", QStringLiteral("s%1").arg(i));
                another.name += QStringLiteral(" %1").arg(i);
                all.sites.upsert(another);
            }
            Node node;
            node.id = EntityId::of(m_context.config.id, "node", QString::number(i));
            node.site = another.id;
            node.feed = site.feeds.first();
            node.condition = Condition::Up;
            all.nodes.upsert(node);
        }
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

inline ConnectorRegistry fakeRegistry()
{
    ConnectorType type;
    type.type = QStringLiteral("fake");
    type.title = QStringLiteral("Fake");
    type.options = {{QStringLiteral("colour"), QStringLiteral("what it is painted"), QStringLiteral("red"), false}};
    OptionSchema brush{QStringLiteral("brush")};
    brush.kind = OptionKind::Flag;
    type.options.push_back(brush);
    type.fields = joined({placeFieldSchemas(), labelsField(), tokenField()});
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

} // namespace graticule::testing
