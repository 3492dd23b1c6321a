// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/producer.h"

#include "backend/control/controlserver.h"
#include "tests/bench/phases.h"
#include "tests/bench/singlechanges.h"
#include "tests/control/quietkeeper.h"
#include "tests/gui/labfleet.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <sys/prctl.h>

namespace graticule::bench {

namespace {

Instant wallClock()
{
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
}

/// Snapshots of a fleet in which the sites change in turn.
class Turns
{
public:
    explicit Turns(const ProducerOptions &options)
        : m_options(options)
    {
        testing::LabSnapshots lab(options.sites, wallClock());
        const SnapshotPtr snapshot = lab.snapshot();
        m_tables = snapshot->tables;
        // Nobody proves these facts again.
        snapshot->tables.feeds.forEach([this](const Feed &feed) {
            Feed lasting = feed;
            lasting.limit = std::chrono::hours(48);
            m_tables.feeds.insert(std::move(lasting));
        });
        m_tables.sites.forEachItem([this](const auto &site) { m_sites.push_back(site); });
        publish(0);
        m_clock.start();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { turn(); });
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(1000 / options.rounds);
    }

    SnapshotHub &hub() { return m_hub; }

private:
    void turn()
    {
        // What a late timer missed is made good.
        const qint64 due = m_clock.elapsed() * m_options.changes / 1000;
        if (due == m_done)
            return;
        const auto changes = size_t(due - m_done);
        for (; m_done < due; ++m_done) {
            auto &site = m_sites[size_t(m_done) % m_sites.size()];
            auto changed = std::make_shared<Site>(*site);
            changed->cpu.used += 1;
            m_tables.sites.insert(changed);
            site = std::move(changed);
        }
        publish(changes);
    }
    void publish(size_t changes)
    {
        m_hub.publish(std::make_shared<const FleetSnapshot>(
                          FleetSnapshot{{QStringLiteral("producer"), 1, ++m_number}, wallClock(), m_tables}),
                      changes);
    }

    ProducerOptions m_options;
    FleetTables m_tables;
    std::vector<std::shared_ptr<const Site>> m_sites; // in the order of their turns
    SnapshotHub m_hub;
    QElapsedTimer m_clock;
    QTimer m_timer;
    qint64 m_done = 0;
    quint64 m_number = 0;
};

/// Samples of links in turn, five times a second.
class Samples
{
public:
    static constexpr int kHertz = 5;

    Samples(const QString &keeper, int perSecond)
        : m_tail(2 * perSecond)
    {
        for (int i = 0; i < perSecond / kHertz; ++i)
            m_links.append(EntityId((keeper + QStringLiteral("/link/%1").arg(i)).toUtf8()));
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tell(); });
        m_timer.setTimerType(Qt::PreciseTimer);
        if (perSecond > 0)
            m_timer.start(1000 / kHertz);
    }

    const SampleTail &tail() const { return m_tail; }

private:
    void tell()
    {
        QList<Sample> samples;
        samples.reserve(m_links.size());
        const Instant now = wallClock();
        for (const EntityId &link : std::as_const(m_links))
            samples.append({link, QStringLiteral("rtt.ms"), now, double(++m_told * 7919 % 10'007) / 100});
        m_tail.append(samples);
    }

    SampleTail m_tail;
    QList<EntityId> m_links;
    QTimer m_timer;
    qint64 m_told = 0;
};

} // namespace

class Producer::Private
{
public:
    QProcess process;
};

Producer::Producer(const ProducerOptions &options)
    : m_d(std::make_unique<Private>())
{
    m_d->process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_d->process.start(QCoreApplication::applicationFilePath(),
                       {QStringLiteral("produce"), options.socket, QString::number(options.sites),
                        QString::number(options.changes), QString::number(options.rounds),
                        QString::number(int(options.asks)), QString::number(options.samples)});
    while (!m_d->process.canReadLine() && m_d->process.waitForReadyRead(120'000)) {
    }
    if (!m_d->process.readLine().startsWith("@mark listening"))
        qFatal("the producing process does not listen");
}

Producer::~Producer()
{
    m_d->process.kill();
    m_d->process.waitForFinished();
}

qint64 Producer::pid() const
{
    return m_d->process.processId();
}

int produce(const ProducerOptions &options)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (options.asks)
        return produceSingleChanges(options);
    testing::QuietKeeper keeper;
    keeper.id = options.samples > 0 ? QFileInfo(options.socket).completeBaseName() : QStringLiteral("producer");
    keeper.path = {keeper.id};
    if (options.samples > 0)
        keeper.capabilities = {QStringLiteral("tail")};
    Turns turns(options);
    const Samples samples(keeper.id, options.samples);
    ServerOptions server;
    server.listen = QStringLiteral("unix:") + options.socket;
    server.access.anonymous = CallerRole::Operator;
    server.tail = options.samples > 0 ? &samples.tail() : nullptr;
    server.epoch = 1;
    const auto served = ControlServer::start(server, turns.hub(), keeper, nullptr);
    if (!served)
        qFatal("%s", qUtf8Printable(served.error().text));
    mark("listening");
    return QCoreApplication::exec();
}

} // namespace graticule::bench
