// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/phases.h"
#include "tests/bench/processfigures.h"
#include "tests/peers/kubernetes/rigkeeper.h"
#include "tests/testing/kubernetescluster.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonDocument>
#include <QProcess>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

#include <sys/resource.h>

using graticule::testing::KubernetesCluster;
using graticule::testing::RigKeeper;
using namespace graticule;

namespace {

constexpr auto Help =
    "Measures a keeper against the test clusters, beside their own kubectl: @phase and @end lines.\n\n"
    "  graticule-kubernetes list       the large cluster, from nothing to all of it\n"
    "  graticule-kubernetes changes    one change after the other, and 50 a second, there\n"
    "  graticule-kubernetes contexts   20 of 200 contexts, and what is asked of the others\n"
    "  graticule-kubernetes idle       requests a minute\n\n"
    "tests/peers/kubernetes/cluster [--scale] up starts them. Use a release build.";

void run(Milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

void waitFor(const char *what, int seconds, const std::function<bool()> &isThere)
{
    QElapsedTimer clock;
    clock.start();
    while (!isThere()) {
        if (clock.elapsed() > seconds * 1000)
            qFatal("%s: not there after %d s", what, seconds);
        run(Milliseconds(10));
    }
}

/// Without looking at it meanwhile, which would count as the keeper's work.
void waitForEnd(const char *what, QProcess &process, int seconds)
{
    QEventLoop loop;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(seconds * 1000, &loop, &QEventLoop::quit);
    if (process.state() != QProcess::NotRunning)
        loop.exec();
    if (process.state() != QProcess::NotRunning)
        qFatal("%s: goes on after %d s", what, seconds);
}

double nowMs()
{
    return double(toMs(SystemClock().now()));
}

/// CPU of processes that have ended, ms.
double childrenMs()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto ms = [](const timeval &time) { return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3; };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

double largestChildMb()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return double(usage.ru_maxrss) / 1024;
}

void listByKubectl(const KubernetesCluster &cluster)
{
    bench::Phase phase("kubectl-list");
    const double cpu = childrenMs();
    for (const QStringList &words :
         {QStringList{QStringLiteral("nodes")}, QStringList{QStringLiteral("pods"), QStringLiteral("-A")}}) {
        QProcess kubectl;
        kubectl.setStandardOutputFile(QProcess::nullDevice());
        kubectl.start(cluster.program(QStringLiteral("kubectl")),
                      QStringList{QStringLiteral("--kubeconfig"), cluster.kubeconfig(QStringLiteral("viewer")),
                                  QStringLiteral("get"), QStringLiteral("-o"), QStringLiteral("wide")} +
                          words);
        kubectl.waitForFinished(120'000);
    }
    phase.set(QStringLiteral("kubectl_cpu_ms"), childrenMs() - cpu);
    phase.set(QStringLiteral("kubectl_peak_mb"), largestChildMb());
}

ConnectionConfig viewer(const KubernetesCluster &cluster)
{
    return RigKeeper::connection(QStringLiteral("viewer"), cluster.kubeconfig(QStringLiteral("viewer")));
}

bool isLive(RigKeeper &rig, const char *name)
{
    return rig.state(QLatin1String(name)) == u"live";
}

void benchList(const KubernetesCluster &cluster)
{
    listByKubectl(cluster);
    RigKeeper rig({}); // what any keeper has
    run(Milliseconds(500));
    const bench::ProcessFigures before = bench::ProcessFigures::of(QCoreApplication::applicationPid());
    std::optional<bench::Phase> phase("list");
    RigKeeper keeper({viewer(cluster)});
    waitFor("the cluster", 300, [&] { return isLive(keeper, "viewer"); });
    phase->set(QStringLiteral("nodes"), double(keeper.tables().nodes.size()));
    phase->set(QStringLiteral("services"), double(keeper.tables().services.size()));
    const bench::ProcessFigures after = bench::ProcessFigures::of(QCoreApplication::applicationPid());
    phase->set(QStringLiteral("keeper_cpu_ms"), after.cpuMs - before.cpuMs);
    phase.emplace("list-rest"); // which is no part of how long the list took
    run(Milliseconds(3000));
    phase->set(QStringLiteral("added_mb"),
               bench::ProcessFigures::of(QCoreApplication::applicationPid()).pssMb - before.pssMb);
}

/// When which node was seen to change, in the order of that.
using Seen = QList<QPair<double, QString>>;

/// From what the churn says that it did, to when it was seen. Two changes of one node at once may leave it as it was.
QJsonObject lateness(const QByteArray &churned, const Seen &seen)
{
    constexpr double kTogetherMs = 150; // what happens to one node so soon may be told together
    Seen written;
    for (const QByteArray &line : churned.split('\n')) {
        const QJsonObject change = QJsonDocument::fromJson(line).object();
        const QString node = change[u"object"].toString().section(u'/', 1);
        if (!node.isEmpty() && change[u"status"].toInt() == 200)
            written.append({change[u"t"].toDouble() * 1e3, node});
    }
    std::vector<double> late;
    int missing = 0;
    int turnedBack = 0;
    for (const auto &change : written) {
        const auto found = std::ranges::find_if(
            seen, [&](const auto &one) { return one.first >= change.first && one.second == change.second; });
        const bool wasTwice =
            std::ranges::count_if(written, [&](const auto &other) {
                return other.second == change.second && std::abs(other.first - change.first) < kTogetherMs;
            }) > 1;
        if (found != seen.end())
            late.push_back(found->first - change.first);
        else
            ++(wasTwice ? turnedBack : missing);
    }
    QJsonObject figures = late.empty() ? QJsonObject() : bench::spread(late);
    figures.insert(QStringLiteral("changes"), int(late.size()));
    figures.insert(QStringLiteral("not_seen"), missing);
    figures.insert(QStringLiteral("turned_back"), turnedBack);
    return figures;
}

/// Nodes that differ, whenever the keeper has another snapshot.
class NodeWatch : public QObject
{
public:
    explicit NodeWatch(RigKeeper &rig)
        : m_rig(rig)
        , m_before(rig.tables())
        , m_subscription(rig.keeper().hub().subscribe([this] { // after it: the hub may not be called here
            QMetaObject::invokeMethod(
                this, [this, at = nowMs()] { look(at); }, Qt::QueuedConnection);
        }))
    {
    }

    Seen seen;

private:
    void look(double at)
    {
        const FleetTables now = m_rig.tables();
        const FleetDelta delta = diff(m_before, now);
        for (const auto &node : delta.nodes.upserted)
            seen.append({at, node->name});
        m_before = now;
    }

    RigKeeper &m_rig;
    FleetTables m_before;
    std::unique_ptr<SnapshotHub::Subscription> m_subscription;
};

/// The platform's own client, which only prints what it is sent.
class KubectlWatch : public QObject
{
public:
    explicit KubectlWatch(const KubernetesCluster &cluster)
    {
        connect(&m_process, &QProcess::readyReadStandardOutput, this, [this] {
            const double at = nowMs();
            while (m_process.canReadLine())
                seen.append({at, QString::fromUtf8(m_process.readLine()).trimmed()});
        });
        m_process.start(cluster.program(QStringLiteral("kubectl")),
                        {QStringLiteral("--kubeconfig"), cluster.kubeconfig(QStringLiteral("viewer")),
                         QStringLiteral("get"), QStringLiteral("nodes"), QStringLiteral("--watch-only"),
                         QStringLiteral("-o"), QStringLiteral("jsonpath={.metadata.name}{\"\\n\"}")});
    }
    ~KubectlWatch() override
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    Seen seen;

private:
    QProcess m_process;
};

void benchChanges(const KubernetesCluster &cluster)
{
    RigKeeper rig({viewer(cluster)});
    waitFor("the cluster", 300, [&] { return isLive(rig, "viewer"); });
    NodeWatch ours(rig);
    KubectlWatch theirs(cluster);
    run(Milliseconds(5000));
    const auto churn = [&](const char *name, double perSecond, double seconds, bool besideKubectl) {
        bench::Phase phase(name);
        QProcess process;
        cluster.startChurn(process, perSecond, seconds, {QStringLiteral("ready")});
        const double cpu = bench::ProcessFigures::of(QCoreApplication::applicationPid()).cpuMs;
        QElapsedTimer clock;
        clock.start();
        waitForEnd("the churn", process, int(seconds) + 120);
        phase.set(QStringLiteral("core_percent"),
                  100 * (bench::ProcessFigures::of(QCoreApplication::applicationPid()).cpuMs - cpu) /
                      double(clock.elapsed()));
        run(Milliseconds(1000));
        const QByteArray churned = process.readAllStandardOutput();
        phase.set(QStringLiteral("snapshot_ms"), lateness(churned, ours.seen));
        if (besideKubectl)
            phase.set(QStringLiteral("kubectl_ms"), lateness(churned, theirs.seen));
    };
    churn("changes", 5, 60, true);
    churn("changes-50", 50, 30, true);
}

void benchContexts(const KubernetesCluster &cluster)
{
    std::vector<ConnectionConfig> chosen;
    for (int number = 10; number <= 200; number += 10) {
        const QString name = QStringLiteral("cluster-%1").arg(number, 3, 10, QLatin1Char('0'));
        chosen.push_back(RigKeeper::connection(name, cluster.kubeconfig(QStringLiteral("two-hundred-contexts")),
                                               {{QStringLiteral("context"), name}}));
    }
    bench::Phase phase("contexts");
    QElapsedTimer clock;
    clock.start();
    RigKeeper rig(chosen);
    waitFor("all of them", 120, [&] {
        return std::ranges::all_of(chosen, [&](const ConnectionConfig &one) { return rig.state(one.name) == u"live"; });
    });
    phase.set(QStringLiteral("live_ms"), double(clock.elapsed()));
    run(Milliseconds(3000));
    int others = 0;
    int asked = 0;
    for (const QByteArray &line : cluster.requests().split('\n')) {
        if (!line.startsWith("user-"))
            continue;
        const bool isChosen = line.mid(5, 3).toInt() % 10 == 0;
        asked += isChosen;
        others += !isChosen;
    }
    phase.set(QStringLiteral("requests"), asked);
    phase.set(QStringLiteral("requests_to_others"), others); // since the server began
}

void benchIdle(const KubernetesCluster &cluster)
{
    constexpr int kMinutes = 3;
    const auto asked = [&] {
        QByteArrayList lines = cluster.requests(QStringLiteral("operator")).split('\n');
        return int(std::ranges::count_if(lines, [](const QByteArray &line) {
            return line.startsWith("operator ") && !line.startsWith("operator watch ");
        }));
    };
    RigKeeper rig({RigKeeper::connection(QStringLiteral("operator"), cluster.kubeconfig(QStringLiteral("operator")))});
    waitFor("the cluster", 120, [&] { return isLive(rig, "operator"); });
    run(Milliseconds(20'000));
    bench::Phase phase("idle");
    const int before = asked();
    QElapsedTimer clock;
    clock.start();
    run(Milliseconds(kMinutes * 60'000));
    const double minutes = double(clock.elapsed()) / 60'000;
    phase.set(QStringLiteral("requests_a_minute"), double(asked() - before) / minutes);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = application.arguments().mid(1);
    const QString subject = words.value(0);
    const bool isLarge = subject == u"list" || subject == u"changes";
    if (words.size() != 1 || !(isLarge || subject == u"contexts" || subject == u"idle")) {
        std::fprintf(stderr, "%s\n", Help);
        return 2;
    }
    const KubernetesCluster cluster(isLarge ? KubernetesCluster::Size::Large : KubernetesCluster::Size::Fleet);
    if (!cluster.running()) {
        std::fprintf(stderr, "%s\n", qPrintable(cluster.whyNot()));
        return 77;
    }
    if (subject == u"list")
        benchList(cluster);
    else if (subject == u"changes")
        benchChanges(cluster);
    else if (subject == u"contexts")
        benchContexts(cluster);
    else
        benchIdle(cluster);
    return 0;
}
