// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/lab/labworld.h"
#include "tests/testing/test.h"

#include <QElapsedTimer>

using namespace graticule;

namespace {

constexpr Instant kStart = Instant(Milliseconds(1'763'800'000'000)); // 2025-11-22T08:26:40Z

Instant at(int seconds)
{
    return kStart + std::chrono::seconds(seconds);
}

template<class T> QStringList sortedLines(const Table<T> &table, auto &&line)
{
    QStringList lines;
    table.forEach([&](const T &item) { lines.append(line(item)); });
    lines.sort();
    return lines;
}

} // namespace

class TestLabWorld : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void dump();
};

void TestLabWorld::dump()
{
    for (int n : {6, 120, 1000, 10'000, 100'000}) {
        QElapsedTimer t;
        t.start();
        LabWorld w({1, n, true}, kStart);
        auto ms = t.restart();
        FleetTables tables = w.tables(kStart);
        auto ms2 = t.restart();
        qint64 worst = 0, sum = 0;
        size_t most = 0, total = 0;
        for (int s = 1; s <= 60; ++s) {
            t.restart();
            auto d = w.step(at(s));
            tables.apply(d);
            worst = std::max(worst, t.nsecsElapsed() / 1000);
            sum += t.nsecsElapsed() / 1000;
            most = std::max(most, d.size());
            total += d.size();
        }
        qInfo("%d: build %lld ms, list %lld ms; sites %lld nodes %lld services %lld placements %lld assets %lld replicas %lld links %lld; step avg %lld us worst %lld us, most %zu avg %zu",
              n, ms, ms2, (long long)tables.sites.size(), (long long)tables.nodes.size(), (long long)tables.services.size(), (long long)tables.placements.size(), (long long)tables.assets.size(), (long long)tables.replicas.size(), (long long)tables.links.size(), sum/60, worst, most, total/60);
        if (n == 120) {
            for (auto &e : w.fleet().sites) {
                auto &s = *e.now;
                qInfo().noquote() << s.name << int(s.kind) << s.provider << s.region << s.place.city << s.place.country << (s.place.position ? QString("%1,%2").arg(s.place.position->latitude).arg(s.place.position->longitude) : "-") << s.cpu.used << s.cpu.total << int(s.condition) << e.nodes.size() << e.placements.size() << e.links.size();
            }
            for (auto &l : w.fleet().links) qInfo().noquote() << l.now->id.toString().section('/',2) << l.now->rttMs << l.now->limitMs;
            for (auto &r : w.fleet().replicas) qInfo().noquote() << r.now->id.toString().section('/',2) << int(r.now->role) << r.now->lagMs << int(r.now->state);
        }
    }
    QFile f("/proc/self/status"); f.open(QIODevice::ReadOnly); for (auto &l : f.readAll().split('\n')) if (l.startsWith("VmHWM")) qInfo() << l;
}

QTEST_GUILESS_MAIN(TestLabWorld)
#include "tst_labworld.moc"
