// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/lab/labconnector.h"

namespace graticule {
namespace {

constexpr Milliseconds kTick{1000};
constexpr QLatin1String kScheme("lab:");

int regionOf(const LabWorld &world, const QString &address)
{
    return address.startsWith(kScheme) ? world.regionIndex(address.mid(kScheme.size())) : -1;
}

} // namespace

LabConnector::LabConnector(ConnectorContext context, std::shared_ptr<LabWorld> world, int region)
    : m_context(std::move(context))
    , m_world(std::move(world))
    , m_region(region)
{
}

void LabConnector::later(Milliseconds delay, void (LabConnector::*task)())
{
    m_context.clock.after(delay, this, [this, task, session = m_session] {
        if (m_open && session == m_session)
            (this->*task)();
    });
}

void LabConnector::start()
{
    m_open = true;
    m_listed = false;
    ++m_session;
    if (m_region < 0) {
        m_open = false;
        Q_EMIT failed({ErrorKind::NotFound, Fault::Input,
                       QStringLiteral("address: \"%1\" names no region of the lab.").arg(m_context.config.address),
                       std::nullopt});
        return;
    }
    later(Milliseconds(0), &LabConnector::list);
}

void LabConnector::stop()
{
    m_open = false;
    ++m_session;
}

void LabConnector::list()
{
    later(kTick, &LabConnector::tick);
    if (m_world->isFrozen(m_region))
        return; // tick() asks again
    m_listed = true;
    m_context.load.countRequest();
    Q_EMIT listed(m_world->listing(m_region, m_context.clock.now()));
}

void LabConnector::tick()
{
    if (!m_listed) {
        list();
        return;
    }
    later(kTick, &LabConnector::tick);
    step();
}

void LabConnector::step()
{
    if (m_world->isFrozen(m_region))
        return;
    const quint64 session = m_session;
    const LabStep seen = m_world->step(m_region, m_context.clock.now());
    if (!seen.delta.isEmpty())
        Q_EMIT changed(seen.delta);
    if (m_open && session == m_session && !seen.samples.isEmpty())
        Q_EMIT sampled(seen.samples);
}

void LabConnector::probe()
{
    if (!m_open || m_world->isFrozen(m_region))
        return;
    m_context.load.countRequest();
    Beat seen;
    seen.latencyMs = 0;
    seen.version =
        QStringLiteral("lab, seed %1, %2 sites").arg(m_world->options().seed).arg(m_world->fleet().sites.size());
    Q_EMIT beat(seen);
}

void LabConnector::perform(const Action &action, std::function<void(const ActionProgress &)> progress)
{
    const QString target = action.target.toString();
    Result<Done> result = Done();
    QString text;
    if (action.verb == QLatin1String("lab.fault")) {
        const QString kind = action.arguments.value(QStringLiteral("kind"));
        result = m_world->inject(kind, target, m_context.clock.now(), action.arguments);
        text = QStringLiteral("%1 at %2").arg(kind, target);
    } else if (action.verb == QLatin1String("lab.heal")) {
        result = m_world->heal(target);
        text = QStringLiteral("healed %1").arg(target);
    } else {
        Connector::perform(action, std::move(progress));
        return;
    }
    if (result && m_listed)
        later(Milliseconds(0), &LabConnector::step);
    progress({result ? text : QString(), true, result ? Error() : result.error()});
}

ConnectionConfig labConnectionConfig(const LabWorld &world, int region)
{
    const LabRegion &home = world.regions()[size_t(region)];
    ConnectionConfig config;
    config.id = home.connection;
    config.name = QStringLiteral("lab-") + home.key;
    config.type = QStringLiteral("lab");
    config.address = kScheme + home.key;
    config.origin = Origin::Lab;
    return config;
}

ConnectorType labConnectorType(const std::shared_ptr<LabWorld> &world)
{
    ConnectorType type;
    type.type = QStringLiteral("lab");
    type.title = QStringLiteral("Lab");
    type.addressHelp = QStringLiteral("lab:REGION, e.g. lab:europe");
    type.addressExample = QStringLiteral("lab:europe");
    type.check = [world](const ConnectionConfig &config) {
        QStringList mistakes;
        if (regionOf(*world, config.address) < 0) {
            QStringList keys;
            for (const LabRegion &region : world->regions())
                keys.append(kScheme + region.key);
            mistakes.append(QStringLiteral("address: \"%1\" is none of %2")
                                .arg(config.address.left(60), keys.join(QStringLiteral(", "))));
        }
        return mistakes;
    };
    type.create = [world](ConnectorContext context) -> std::unique_ptr<Connector> {
        const int region = regionOf(*world, context.config.address);
        return std::make_unique<LabConnector>(std::move(context), world, region);
    };
    return type;
}

} // namespace graticule
