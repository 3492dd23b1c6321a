// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/labkeepers.h"

#include <QUuid>

namespace graticule {
namespace {

/// A clock that may be wrong, as its keeper's machine's would be.
class WrongClock : public SystemClock
{
public:
    explicit WrongClock(const ServerFaults &faults)
        : m_faults(faults)
    {
    }
    Instant now() const override { return SystemClock::now() + Milliseconds(m_faults.clockOffsetMs.load()); }

private:
    const ServerFaults &m_faults;
};

} // namespace

struct LabKeepers::Region
{
    ServerFaults faults;
    WrongClock clock{faults};
    std::unique_ptr<Keeper> keeper;
};

LabKeepers::LabKeepers(const LabOptions &options)
    : m_world(std::make_shared<LabWorld>(options, m_clock.now()))
{
    m_registry.add(labConnectorType(m_world));
    m_world->onFaultsChanged([this] { adoptFaults(); });
}

LabKeepers::~LabKeepers()
{
    m_world->onFaultsChanged({});
}

Result<std::unique_ptr<LabKeepers>> LabKeepers::start(const LabOptions &options, const QString &directory,
                                                      const SiteResolver &sites, const SecretStore &secrets,
                                                      const QString &build)
{
    std::unique_ptr<LabKeepers> lab(new LabKeepers(options));
    for (int index = 0; index < kLabRegionCount; ++index) {
        const Result<Done> opened = lab->open(index, directory, sites, secrets, build);
        if (!opened)
            return opened.error();
    }
    return lab;
}

Result<Done> LabKeepers::open(int index, const QString &directory, const SiteResolver &sites,
                              const SecretStore &secrets, const QString &build)
{
    auto &region = m_regions[size_t(index)];
    region = std::make_unique<Region>();
    const LabRegion &plan = m_world->regions()[size_t(index)];
    static const QUuid family(QStringLiteral("{5e0d1f0a-6c1b-5a8e-9a57-6c6162000003}"));
    KeeperOptions options;
    options.id = QUuid::createUuidV5(family, plan.connection.toString()).toString(QUuid::WithoutBraces);
    options.name = QStringLiteral("Lab ") + plan.name;
    options.mode = QStringLiteral("lab");
    options.build = build;
    options.epoch = quint64(toMs(m_clock.now()));
    options.builtIn = {labConnectionConfig(*m_world, index)};
    region->keeper = std::make_unique<Keeper>(options, Keeper::Parts{region->clock, m_registry, sites, secrets});
    region->keeper->setVerbHandler(
        [this](const Action &action, const KeeperCommands::Progress &progress) { return perform(action, progress); });
    ServerOptions server;
    server.listen = QStringLiteral("unix:%1/%2.sock").arg(directory, plan.key);
    server.access.anonymous = CallerRole::Operator; // whoever may enter the directory
    const auto served = region->keeper->serve(server, &region->faults);
    if (!served)
        return served.error();
    region->keeper->start();
    return Done();
}

void LabKeepers::adoptFaults()
{
    for (int index = 0; index < kLabRegionCount; ++index) {
        if (const auto &region = m_regions[size_t(index)]) {
            region->faults.frozen = m_world->isFrozen(index);
            region->faults.clockOffsetMs = m_world->clockOffset(index).count();
        }
    }
}

bool LabKeepers::perform(const Action &action, const KeeperCommands::Progress &progress)
{
    const QString target = action.target.toString();
    Result<Done> done = Done();
    QString text;
    if (action.verb == QLatin1String("lab.fault")) {
        const QString kind = action.arguments.value(QStringLiteral("kind"));
        done = m_world->inject(kind, target, m_clock.now(), action.arguments);
        text = QStringLiteral("%1 at %2, until it is healed.").arg(kind, target);
    } else if (action.verb == QLatin1String("lab.heal")) {
        done = m_world->heal(target);
        text = target == QLatin1String("all") ? QStringLiteral("Every fault is healed.")
                                              : QStringLiteral("%1 is healed.").arg(target);
    } else {
        return false;
    }
    progress({done ? text : QString(), true, done ? Error() : done.error()});
    return true;
}

} // namespace graticule
