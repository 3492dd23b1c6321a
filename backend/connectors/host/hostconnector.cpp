// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/host/hostconnector.h"

#include "backend/connectors/commonfields.h"
#include "backend/connectors/pooltask.h"
#include "backend/places/siteresolver.h"

#include <QElapsedTimer>

namespace graticule {
namespace {

constexpr Milliseconds kEvery{5000};
constexpr Milliseconds kFirstPause{500}; // two readings make a rate of processor use
constexpr Milliseconds kDisksEvery{60000};

} // namespace

HostConnector::HostConnector(ConnectorContext context, QString root)
    : m_context(std::move(context))
    , m_reader(std::move(root))
    , m_feed(EntityId::of(m_context.config.id, "feed", QStringLiteral("inventory")))
{
}

HostConnector::~HostConnector() = default;

void HostConnector::start()
{
    m_listed = false;
    m_session = std::make_unique<QObject>();
    m_context.clock.after(Milliseconds(0), m_session.get(), [this] { begin(); });
}

void HostConnector::stop()
{
    m_session.reset();
}

void HostConnector::begin()
{
    auto identity = m_reader.readIdentity();
    if (!identity) {
        fail(identity.error());
        return;
    }
    m_identity = std::move(identity).value();
    SiteHints hints;
    hints.connection = m_context.config.id;
    hints.uid = m_identity.id;
    hints.name = m_identity.name;
    hints.declared = m_context.config.labels;
    hints.origin = m_context.config.origin;
    m_site = m_context.sites.resolve(hints);
    m_busyCores.reset();
    m_figures = {};
    if (!read())
        return;
    readDisks();
    m_context.clock.after(kFirstPause, m_session.get(), [this] { readOn(); });
}

void HostConnector::readOn()
{
    if (!read())
        return;
    m_context.clock.after(kEvery, m_session.get(), [this] { readOn(); });
    if (std::exchange(m_listed, true))
        Q_EMIT changed(facts());
    else
        Q_EMIT listed(facts());
    if (m_session)
        Q_EMIT sampled(samples());
}

bool HostConnector::read()
{
    m_context.load.countRequest();
    const auto figures = m_reader.readFigures();
    if (!figures) {
        fail(figures.error());
        return false;
    }
    const double total = figures->cpu.total - m_figures.cpu.total;
    const double busy = figures->cpu.busy - m_figures.cpu.busy;
    if (m_figures.cpu.total > 0 && total > 0 && busy >= 0)
        m_busyCores = busy / total * figures->cpu.processors;
    m_figures = *figures;
    return true;
}

void HostConnector::readDisks()
{
    runInPool<Usage>(
        m_session.get(), [reader = m_reader] { return reader.readDisks(); },
        [this](Usage storage) {
            m_storage = storage;
            m_context.clock.after(kDisksEvery, m_session.get(), [this] { readDisks(); });
        });
}

void HostConnector::probe()
{
    if (!m_session)
        return;
    m_context.load.countRequest();
    QElapsedTimer timer;
    timer.start();
    const auto figures = m_reader.readFigures();
    if (!figures) {
        fail(figures.error());
        return;
    }
    Beat now;
    now.latencyMs = double(timer.nsecsElapsed()) / 1e6;
    now.clockOffset = Milliseconds(0); // it is our own
    now.site = m_site.id;
    now.version = m_identity.kernel;
    Q_EMIT beat(now);
}

Node HostConnector::node() const
{
    Node node;
    node.id = EntityId::of(m_context.config.id, "node", m_identity.id);
    node.site = m_site.id;
    node.feed = m_feed;
    node.name = m_identity.name;
    node.condition = Condition::Up;
    node.platform =
        m_identity.system.isEmpty() ? m_identity.kernel : m_identity.system + QStringLiteral(", ") + m_identity.kernel;
    if (m_busyCores)
        node.cpu = {*m_busyCores, double(m_figures.cpu.processors)};
    node.memory = m_figures.memory;
    node.storage = m_storage;
    node.load1 = m_figures.load1;
    node.bootedAt = m_identity.bootedAt;
    node.origin = m_context.config.origin;
    return node;
}

Site HostConnector::site() const
{
    Site site = m_site;
    const Node machine = node();
    site.condition = Condition::Up;
    site.feeds = {m_feed};
    site.cpu = machine.cpu;
    site.memory = machine.memory;
    site.storage = machine.storage;
    site.origin = machine.origin;
    return site;
}

FleetDelta HostConnector::facts() const
{
    FleetDelta delta;
    delta.sites.upsert(site());
    delta.nodes.upsert(node());
    return delta;
}

QList<Sample> HostConnector::samples() const
{
    const Node machine = node();
    const Instant now = m_context.clock.now();
    QList<Sample> samples;
    const auto add = [&](const char *metric, double value, bool known) {
        if (known)
            samples.append({machine.id, QLatin1String(metric), now, value});
    };
    add("cpu.cores", machine.cpu.used, machine.cpu.total > 0);
    add("memory.bytes", machine.memory.used, machine.memory.total > 0);
    add("storage.bytes", machine.storage.used, machine.storage.total > 0);
    add("load1", machine.load1, machine.load1 >= 0);
    return samples;
}

void HostConnector::fail(const Error &error)
{
    m_session.reset();
    Q_EMIT failed(error);
}

ConnectorType hostConnectorType(const QString &root)
{
    ConnectorType type;
    type.type = QStringLiteral("host");
    type.title = QStringLiteral("This machine");
    type.addressHelp = QStringLiteral("local (the machine that the keeper runs on)");
    type.addressExample = QStringLiteral("local");
    type.addressOptional = true;
    type.fields = joined({placeFieldSchemas(), labelsField()});
    type.check = [](const ConnectionConfig &config) {
        if (config.address.isEmpty() || config.address == QLatin1String("local"))
            return QStringList();
        return QStringList{
            QStringLiteral("address: \"%1\" is not understood. Write local: a keeper reports the machine "
                           "that it runs on; others run a keeper of their own.")
                .arg(config.address)};
    };
    type.create = [root](ConnectorContext context) -> std::unique_ptr<Connector> {
        return std::make_unique<HostConnector>(std::move(context), root);
    };
    return type;
}

} // namespace graticule
