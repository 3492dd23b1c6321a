// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/inflowbench.h"

#include "backend/control/controlcalls.h"
#include "tests/bench/desk.h"
#include "tests/bench/fleetwatch.h"
#include "tests/bench/phases.h"
#include "tests/bench/processfigures.h"
#include "tests/bench/producer.h"

#include <QJsonArray>
#include <QTimer>

namespace graticule::bench {

namespace {

constexpr int kProducers = 4; // a tail hands on 60,000 samples a second at most
constexpr int kSites = 250;

QString producerName(int number)
{
    return QStringLiteral("p%1").arg(number);
}

/// Asks for the last minutes of one series each second, as a chart that follows.
class LiveChart : public QObject
{
public:
    explicit LiveChart(const QString &socket)
    {
        ControlAddress address;
        address.target = QStringLiteral("unix:") + socket;
        const auto channel = ControlChannel::open(address);
        if (!channel)
            qFatal("%s", qUtf8Printable(channel.error().text));
        m_calls = std::make_unique<ControlCalls>(*channel);
        connect(&m_timer, &QTimer::timeout, this, &LiveChart::ask);
        m_timer.start(1000);
    }

    const SamplesAnswer &shown() const { return m_shown; }
    double slowestMs() const { return m_slowest; }

private:
    void ask()
    {
        SamplesQuery query;
        query.entity = EntityId((producerName(0) + QStringLiteral("/link/17")).toUtf8());
        query.from = SystemClock().now() - std::chrono::minutes(10);
        QElapsedTimer clock;
        clock.start();
        m_calls->samples(this, query, [this, clock](const Result<SamplesAnswer> &answer) {
            m_slowest = std::max(m_slowest, double(clock.elapsed()));
            if (answer)
                m_shown = *answer;
        });
    }

    std::unique_ptr<ControlCalls> m_calls;
    QTimer m_timer;
    SamplesAnswer m_shown;
    double m_slowest = 0;
};

} // namespace

void benchInflow(const QString &programs, int perSecond, int seconds)
{
    constexpr int kParts = 6;
    Desk desk(programs);
    std::vector<std::unique_ptr<Producer>> producers;
    for (int i = 0; i < kProducers; ++i) {
        const QString socket = desk.folder() + u'/' + producerName(i) + QStringLiteral(".sock");
        ProducerOptions options{socket, kSites};
        options.samples = perSecond / kProducers;
        producers.push_back(std::make_unique<Producer>(options));
        desk.addConnection(producerName(i), "type: grpc\naddress: unix://" + socket.toUtf8() +
                                                "\nname: " + producerName(i).toUtf8() + '\n');
    }
    desk.startKeeper();
    FleetWatch watch(desk.socket());
    watch.waitFor("the fleet", 120, [&] { return watch.store().tables().sites.size() >= kSites; });
    const LiveChart chart(desk.socket());
    watch.waitFor("samples", 60,
                  [&] { return !chart.shown().series.isEmpty() && !chart.shown().series.first().buckets.empty(); });
    FleetWatch::run(Milliseconds(5000));

    StallWatch stalls;
    Phase phase("inflow");
    const SampleCounts before = chart.shown().store.counts;
    const ProcessFigures keeper = ProcessFigures::of(desk.keeper());
    QElapsedTimer clock;
    clock.start();
    double stall = 0;
    QJsonArray memory;
    for (int i = 0; i < kParts; ++i) {
        stalls.takeLongest();
        FleetWatch::run(Milliseconds(seconds * 1000 / kParts));
        stall = std::max(stall, stalls.takeLongest());
        memory.append(ProcessFigures::of(desk.keeper()).pssMb);
    }
    const double elapsed = double(clock.elapsed()) / 1000;
    const SampleCounts after = chart.shown().store.counts;
    phase.set(QStringLiteral("stored_per_s"), double(after.stored - before.stored) / elapsed);
    phase.set(QStringLiteral("shed"), double(after.shed()));
    phase.set(QStringLiteral("gui_stall_ms_max"), stall);
    phase.set(QStringLiteral("chart_answer_ms_max"), chart.slowestMs());
    phase.set(QStringLiteral("chart_points"), double(chart.shown().series.first().buckets.size()));
    phase.set(QStringLiteral("keeper_core_percent"),
              (ProcessFigures::of(desk.keeper()).cpuMs - keeper.cpuMs) / elapsed / 10);
    phase.set(QStringLiteral("keeper_pss_mb"), memory);
}

} // namespace graticule::bench
