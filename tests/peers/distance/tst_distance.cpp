// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/controlcalls.h"
#include "backend/control/fleetclient.h"
#include "tests/peers/distance/delayproxy.h"
#include "tests/peers/distance/keeperprocess.h"
#include "tests/testing/test.h"

#include <QTemporaryDir>

#include <algorithm>
#include <map>

using namespace graticule;
using namespace graticule::testing;

namespace {

/// One direction of a pair of sites, as the test sets it.
struct Leg
{
    const char *from;
    const char *to;
    const char *type; ///< of the connection by which it is measured
    DelayProxy::Way way;

    double rttMs() const { return way.thereMs + way.backMs; }
    QString name() const { return QStringLiteral("%1-%2").arg(QLatin1String(from), QLatin1String(to)); }
};

constexpr double kTolerance = 0.05;
constexpr double kProbeSeconds = 0.1; // connections; every third of that with TLS

} // namespace

/// Keepers in three places, which measure the ways between them over TLS. The one in Dublin (ops) reads the others, and
/// is all that this test speaks to.
class TestDistance : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"ops", "fra", "syd"})
            m_keepers.emplace(QLatin1String(name),
                              std::make_unique<KeeperProcess>(m_folder.path(), QLatin1String(name)));
        const QString desk = keeper("ops").enrol(QStringLiteral("desk"));
        std::map<QString, QString> enrolled;
        for (const Leg &leg : m_legs)
            enrolled[leg.name()] = keeper(leg.to).enrol(QLatin1String(leg.from));
        std::map<QString, QString> addresses;
        for (auto &[name, keeper] : m_keepers) {
            addresses[name] = keeper->start();
            QVERIFY2(!addresses[name].isEmpty(), qPrintable(name));
        }
        for (const Leg &leg : m_legs) {
            auto proxy = std::make_unique<DelayProxy>(addresses[QLatin1String(leg.to)], leg.way);
            keeper(leg.from).connectTo(QLatin1String(leg.to), QLatin1String(leg.type), proxy->address(),
                                       enrolled[leg.name()], kProbeSeconds);
            m_proxies[leg.name()] = std::move(proxy);
        }
        m_client.follow(keeper("ops").channel(desk));
        m_calls = std::make_unique<ControlCalls>(keeper("ops").channel(desk));
        QTRY_COMPARE_WITH_TIMEOUT(unmeasured(), QString(), 60'000);
        m_begun = m_clock.now();
    }
    void cleanup()
    {
        if (QTest::currentTestFailed()) {
            for (const auto &[name, keeper] : m_keepers)
                keeper->tellLog();
        }
    }
    void cleanupTestCase()
    {
        cleanup();
        m_client.stop();
        m_calls.reset();
        m_proxies.clear();
        m_keepers.clear();
    }

    /// Within one window, each pair shows the round trip that was set.
    void theSetDistanceAppears() { QTRY_COMPARE_WITH_TIMEOUT(unlikeWhatWasSet(), QString(), 60'000); }

    /// The samples behind it, those of the others' keepers too, have it as their median.
    void theMedianIsWithinFivePercent()
    {
        for (const Leg &leg : m_legs) {
            const std::optional<Link> link = find(leg, callKind(leg));
            QVERIFY(link);
            std::vector<double> rtts;
            QTRY_VERIFY_WITH_TIMEOUT((rtts = samples(*link, "rtt.ms")).size() >= 20, 60'000);
            const double p50 = percentile(rtts, 0.5);
            qInfo("%-8s set %5.1f ms, p50 %7.2f (%+.1f %%), p95 %7.2f of %d", qPrintable(leg.name()), leg.rttMs(), p50,
                  100 * (p50 / leg.rttMs() - 1), percentile(rtts, 0.95), int(rtts.size()));
            QVERIFY2(std::abs(p50 / leg.rttMs() - 1) <= kTolerance, qPrintable(leg.name()));
        }
    }

    /// 20 ms there and 60 ms back is a round trip of 80 ms: that the ways differ cannot be told from one end. It shows
    /// as an offset of the clock, which really is none, and the offset's bound says that it may be none.
    void aCrookedWayIsTheSumAndMovesTheClockWithinItsBound()
    {
        std::optional<Connection> crooked = connectionOf("fra", "ops");
        QVERIFY(crooked);
        QTRY_VERIFY_WITH_TIMEOUT((crooked = connectionOf("fra", "ops")) && crooked->clockOffset, 20'000);
        const double offset = double(crooked->clockOffset->count());
        qInfo("fra sees ops %.0f ms off, within %.1f ms", offset, crooked->clockErrorMs);
        QVERIFY2(std::abs(offset + 20) <= 5, qPrintable(QString::number(offset)));
        QVERIFY(crooked->clockErrorMs >= 40 && crooked->clockErrorMs < 60);
        const std::optional<Connection> straight = connectionOf("fra", "syd");
        QVERIFY(straight && straight->clockOffset);
        QVERIFY(std::abs(double(straight->clockOffset->count())) <= 5);
    }

    /// Each fiftieth connection is taken and never answered.
    void twoPercentAreLost()
    {
        const Leg &lossy = leg("fra-syd");
        const std::optional<Link> link = find(lossy, ProbeKind::TlsHandshake);
        QVERIFY(link);
        std::vector<double> outcomes;
        QTRY_VERIFY_WITH_TIMEOUT((outcomes = samples(*link, "loss")).size() >= 150, 90'000);
        double lost = 0;
        for (double outcome : outcomes)
            lost += outcome;
        const double share = lost / double(outcomes.size());
        qInfo("fra-syd lost %.2f %% of %d handshakes", 100 * share, int(outcomes.size()));
        QVERIFY2(share >= 0.012 && share <= 0.028, qPrintable(QString::number(share)));
        const std::optional<Link> steady = find(leg("syd-fra"), ProbeKind::TlsHandshake);
        QVERIFY(steady);
        QCOMPARE(steady->loss, 0.0);
    }

    /// One way is cut in both directions; it alone is down, a window later.
    void aCutIsNamed()
    {
        for (const char *name : {"fra-syd", "syd-fra"})
            m_proxies[QLatin1String(name)]->set({.isCut = true});
        const Instant cut = m_clock.now();
        QTRY_COMPARE_WITH_TIMEOUT(down(), QStringLiteral("fra-syd syd-fra"), 100'000);
        qInfo("the cut is named after %.0f s", double((m_clock.now() - cut).count()) / 1000);
        QCOMPARE(find(leg("fra-syd"), ProbeKind::Mesh)->loss, 1.0);
        QCOMPARE(unlikeWhatWasSet(), QStringLiteral("fra-syd syd-fra"));
        for (const char *name : {"fra-syd", "syd-fra"})
            m_proxies[QLatin1String(name)]->set(leg(name).way);
        QTRY_COMPARE_WITH_TIMEOUT(down(), QString(), 60'000);
    }

private:
    KeeperProcess &keeper(const char *name) { return *m_keepers.at(QLatin1String(name)); }
    const Leg &leg(const char *name) const
    {
        return *std::find_if(m_legs.begin(), m_legs.end(),
                             [name](const Leg &l) { return l.name() == QLatin1String(name); });
    }
    static ProbeKind callKind(const Leg &leg)
    {
        return QLatin1String(leg.type) == QLatin1String("peer") ? ProbeKind::Mesh : ProbeKind::Grpc;
    }

    std::optional<Link> find(const Leg &leg, ProbeKind kind) const
    {
        std::optional<Link> found;
        if (const SnapshotPtr &now = m_client.snapshot()) {
            now->tables.links.forEach([&](const Link &link) {
                if (link.probe == kind && link.from == EntityId::declared("site", QLatin1String(leg.from)) &&
                    link.to == EntityId::declared("site", QLatin1String(leg.to)))
                    found = link;
            });
        }
        return found;
    }

    /// By which the keeper at @p from measures the way to @p to.
    std::optional<Connection> connectionOf(const char *from, const char *to) const
    {
        const Leg &direction = leg(qPrintable(QStringLiteral("%1-%2").arg(QLatin1String(from), QLatin1String(to))));
        const std::optional<Link> link = find(direction, callKind(direction));
        const EntityId id(link ? link->id.utf8().split('/').value(2) : QByteArray());
        const SnapshotPtr now = m_client.snapshot();
        const Connection *connection = now->tables.connections.find(id);
        return connection ? std::optional(*connection) : std::nullopt;
    }

    template<class Is> QString legsThat(Is is) const
    {
        QStringList names;
        for (const Leg &leg : m_legs) {
            if (is(leg, find(leg, callKind(leg))))
                names.append(leg.name());
        }
        names.sort();
        return names.join(QLatin1Char(' '));
    }
    QString unmeasured() const
    {
        return legsThat([](const Leg &, const std::optional<Link> &link) { return !link || link->rttMs < 0; });
    }
    QString unlikeWhatWasSet() const
    {
        return legsThat([](const Leg &leg, const std::optional<Link> &link) {
            return !link || link->condition != Condition::Up || std::abs(link->rttMs / leg.rttMs() - 1) > kTolerance;
        });
    }
    QString down() const
    {
        return legsThat(
            [](const Leg &, const std::optional<Link> &link) { return link && link->condition == Condition::Down; });
    }

    std::vector<double> samples(const Link &link, const char *metric)
    {
        SamplesQuery query;
        query.entity = link.id;
        query.metrics = {QLatin1String(metric)};
        query.from = m_begun;
        query.resolution = Resolution::Raw;
        const auto values = std::make_shared<std::optional<std::vector<double>>>(); // it may answer too late
        m_calls->samples(this, query, [values](const Result<SamplesAnswer> &answer) {
            values->emplace();
            if (!answer)
                return;
            for (const SampleAnswer &series : answer->series) {
                for (const SampleBucket &bucket : series.buckets)
                    (*values)->push_back(bucket.mean);
            }
        });
        return QTest::qWaitFor([&] { return values->has_value(); }, 10'000) ? **values : std::vector<double>();
    }

    static double percentile(std::vector<double> values, double share)
    {
        std::sort(values.begin(), values.end());
        return values[size_t(share * double(values.size() - 1))];
    }

    const std::vector<Leg> m_legs{
        {"ops", "fra", "grpc", {.thereMs = 40, .backMs = 40}},
        {"ops", "syd", "grpc", {.thereMs = 125, .backMs = 125}},
        {"fra", "ops", "peer", {.thereMs = 20, .backMs = 60}},
        {"fra", "syd", "peer", {.thereMs = 100, .backMs = 100, .stallsEvery = 50}},
        {"syd", "ops", "peer", {.thereMs = 125, .backMs = 125}},
        {"syd", "fra", "peer", {.thereMs = 100, .backMs = 100}},
    };
    QTemporaryDir m_folder;
    SystemClock m_clock;
    Instant m_begun = kNever;
    std::map<QString, std::unique_ptr<KeeperProcess>> m_keepers;
    std::map<QString, std::unique_ptr<DelayProxy>> m_proxies;
    FleetClient m_client{m_clock, {}};
    std::unique_ptr<ControlCalls> m_calls;
};

QTEST_GUILESS_MAIN(TestDistance)
#include "tst_distance.moc"
