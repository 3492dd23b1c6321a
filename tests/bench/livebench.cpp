// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/livebench.h"

#include "tests/bench/desk.h"
#include "tests/bench/fleetwatch.h"
#include "tests/bench/phases.h"
#include "tests/bench/processfigures.h"
#include "tests/bench/producer.h"

#include <QJsonArray>

#include <cstdio>

namespace graticule::bench {

namespace {

/// A producing process, a keeper that reads it, a console on the keeper; settled.
class LiveDesk
{
public:
    LiveDesk(const QString &programs, int sites, int changes)
        : m_desk(programs)
        , m_producer({socket(), sites, changes, 1})
    {
        m_desk.addConnection(QStringLiteral("producer"),
                             "type: grpc\naddress: unix://" + socket().toUtf8() + "\nname: producer\n");
        m_desk.startKeeper();
        m_desk.startConsole();
        {
            FleetWatch watch(m_desk.socket());
            watch.waitFor("the fleet", 300, [&] { return watch.store().tables().sites.size() >= sites; });
        }
        FleetWatch::run(Milliseconds(10'000 + sites / 5));
    }

    /// As a person looks through it; ends where it began.
    void showAllPages()
    {
        for (const char *page : {"sites", "connections", "settings", "overview", "sites", "overview"}) {
            m_desk.showPage(QString::fromLatin1(page));
            FleetWatch::run(Milliseconds(2000));
        }
    }

    ProcessFigures keeper() const { return ProcessFigures::of(m_desk.keeper()); }
    ProcessFigures console() const { return ProcessFigures::of(m_desk.console()); }

private:
    QString socket() const { return m_desk.folder() + QStringLiteral("/p.sock"); }

    Desk m_desk;
    Producer m_producer;
};

QJsonObject memory(const ProcessFigures &figures)
{
    return {{QStringLiteral("pss_mb"), figures.pssMb}, {QStringLiteral("peak_mb"), figures.peakMb}};
}

/// The middle one of the values from @p begin to @p end, parts of the whole.
double middle(const std::vector<double> &values, double begin, double end)
{
    const auto at = [&](double part) { return values.begin() + qsizetype(part * double(values.size())); };
    std::vector<double> some(at(begin), at(end));
    std::ranges::sort(some);
    return some[some.size() / 2];
}

QJsonArray everyTenth(const std::vector<double> &values)
{
    QJsonArray some;
    for (size_t i = 0; i < values.size(); i += std::max<size_t>(1, values.size() / 10))
        some.append(values[i]);
    return some;
}

} // namespace

void benchLive(const QString &programs, int sites, int changes, int seconds)
{
    // Both write a new fleet to disk again and again in their first minute, so that a restart soon after finds it.
    constexpr Milliseconds kFirstMinute{60'000};

    LiveDesk desk(programs, sites, changes);
    FleetWatch::run(kFirstMinute);
    {
        Phase phase("live");
        const ProcessFigures keeper = desk.keeper();
        const ProcessFigures console = desk.console();
        FleetWatch::run(Milliseconds(seconds * 1000));
        const auto percent = [seconds](double cpuMs) { return cpuMs / seconds / 10; };
        phase.set(QStringLiteral("sites"), sites);
        phase.set(QStringLiteral("changes_per_s"), changes);
        phase.set(QStringLiteral("keeper_core_percent"), percent(desk.keeper().cpuMs - keeper.cpuMs));
        phase.set(QStringLiteral("console_core_percent"), percent(desk.console().cpuMs - console.cpuMs));
        phase.set(QStringLiteral("keeper"), memory(desk.keeper()));
        phase.set(QStringLiteral("console"), memory(desk.console()));
    }
    Phase phase("pages");
    desk.showAllPages();
    FleetWatch::run(Milliseconds(10'000));
    phase.set(QStringLiteral("keeper"), memory(desk.keeper()));
    phase.set(QStringLiteral("console"), memory(desk.console()));
}

bool endure(const QString &programs, int sites, int minutes)
{
    constexpr int kEverySeconds = 5;
    constexpr double kWarm = 0.3; // of the time; then caches and kept snapshots are full
    constexpr double kNoise = 4;  // MiB: what allocators keep back differs from moment to moment
    LiveDesk desk(programs, sites, std::max(1, sites / 100));
    desk.showAllPages();
    Phase phase("endure");
    std::vector<double> keeper;
    std::vector<double> console;
    for (int i = 0; i < minutes * 60 / kEverySeconds; ++i) {
        FleetWatch::run(Milliseconds(kEverySeconds * 1000));
        // Not all that is resident: the parts of libraries that count here change with every process that shares them.
        keeper.push_back(desk.keeper().ownMb);
        console.push_back(desk.console().ownMb);
    }
    bool isFlat = true;
    for (const auto &[name, values] : {std::pair("keeper", keeper), std::pair("console", console)}) {
        const double grown = middle(values, 0.8, 1) - middle(values, kWarm, kWarm + 0.2);
        phase.set(QString::fromLatin1(name),
                  QJsonObject{{QStringLiteral("own_mb"), everyTenth(values)}, {QStringLiteral("grown_mb"), grown}});
        if (values.back() == 0 || grown > kNoise) {
            std::fprintf(stderr, "the %s has %s: %.1f MiB more than when it was warm\n", name,
                         values.back() == 0 ? "ended" : "grown", grown);
            isFlat = false;
        }
    }
    return isFlat;
}

} // namespace graticule::bench
