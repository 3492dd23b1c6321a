// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/grpc/grpcconnector.h"
#include "backend/control/controlcalls.h"
#include "tests/keeper/keeperdesk.h"
#include "tests/testing/test.h"

#include <QTemporaryDir>

using namespace graticule;
using testing::Desk;

namespace {

/// An endpoint with two links, of which one is measured whenever the test says so.
class LinkedConnector : public Connector
{
public:
    explicit LinkedConnector(ConnectorContext context)
        : m_context(std::move(context))
    {
    }
    void start() override
    {
        FleetDelta all;
        for (const char *id : {"link-a", "link-b"}) {
            Link link;
            link.id = EntityId(id);
            all.links.upsert(link);
        }
        Q_EMIT listed(all);
    }
    void stop() override {}
    void probe() override { Q_EMIT beat({}); }
    void perform(const Action &action, std::function<void(const ActionProgress &)> progress) override
    {
        QList<Sample> samples;
        for (int i = 0; i < 20; ++i) {
            const Instant at = m_context.clock.now() - Milliseconds(1000) * (20 - i);
            samples.append({action.target, QStringLiteral("rtt.ms"), at, 10.0 + i % 2});
            samples.append({action.target, QStringLiteral("loss"), at, i == 0 ? 1.0 : 0.0});
        }
        Q_EMIT sampled(samples);
        progress({{}, true, {}});
    }

private:
    ConnectorContext m_context;
};

ConnectorType linkedType()
{
    ConnectorType type;
    type.type = QStringLiteral("linked");
    type.create = [](ConnectorContext context) { return std::make_unique<LinkedConnector>(std::move(context)); };
    return type;
}

ConnectionConfig config(const QString &type, const QString &address)
{
    ConnectionConfig config;
    config.id = EntityId(type + QStringLiteral("-1"));
    config.name = type;
    config.type = type;
    config.address = address;
    return config;
}

QString print(const LinkWindowsAnswer &answer)
{
    QStringList lines;
    for (const LinkWindow &window : answer.windows)
        lines << QStringLiteral("%1: %2, p50 %3, loss %4")
                     .arg(window.link.toString())
                     .arg(window.count)
                     .arg(window.p50)
                     .arg(window.loss);
    return lines.join(u'\n');
}

} // namespace

/// What a keeper measured, asked for over its control API; and over that of one that reads it.
class tst_KeeperSamples : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Test::init();
        m_directory = std::make_unique<QTemporaryDir>();
        m_desk = make(QStringLiteral("near"), config(QStringLiteral("linked"), QStringLiteral("linked://")));
        m_calls = std::make_unique<ControlCalls>(m_desk.channel);
    }
    void cleanup()
    {
        m_calls.reset();
        m_desk = {};
        m_far = {};
    }

    void windowsOfAllLinksThatItKnows()
    {
        QCOMPARE(windows({}), QStringLiteral("link-a: 0, p50 -1, loss -1\nlink-b: 0, p50 -1, loss -1"));
        m_desk.desk->perform(QStringLiteral("measure"), "link-a");
        QTRY_COMPARE(windows({}), QStringLiteral("link-a: 20, p50 10, loss 0.05\nlink-b: 0, p50 -1, loss -1"));
        LinkWindowsQuery named;
        named.links = {EntityId("gone"), EntityId("link-a")};
        QCOMPARE(windows(named), QStringLiteral("gone: 0, p50 -1, loss -1\nlink-a: 20, p50 10, loss 0.05"));
        named.to = m_desk.desk->clock.now() - std::chrono::seconds(10);
        QCOMPARE(windows(named), QStringLiteral("gone: 0, p50 -1, loss -1\nlink-a: 10, p50 10, loss 0.1"));
    }

    void whatCannotBeAskedIsRefused()
    {
        LinkWindowsQuery query;
        query.from = instantFromMs(2000);
        query.to = instantFromMs(1000);
        QCOMPARE(windows(query), QStringLiteral("from_ms: must be before to_ms."));
        query.to = instantFromMs(2000) + std::chrono::hours(24 * 32);
        QCOMPARE(windows(query), QStringLiteral("from_ms: at most 31 days before to_ms."));
        query = {};
        query.links.fill(EntityId("a"), LinkWindowsQuery::kMostLinks + 1);
        QCOMPARE(windows(query), QStringLiteral("links: names more than 10000; ask for fewer at once."));
    }

    /// A central keeper has in its own store what a regional one measures.
    void samplesReachTheKeeperThatReadsIt()
    {
        m_far = make(QStringLiteral("far"), config(QStringLiteral("grpc"), m_desk.address));
        m_desk.desk->perform(QStringLiteral("measure"), "link-b");
        m_calls = std::make_unique<ControlCalls>(m_far.channel);
        LinkWindowsQuery query;
        query.links = {EntityId("link-b")};
        QTRY_COMPARE(windows(query), QStringLiteral("link-b: 20, p50 10, loss 0.05"));
    }

    /// Every value has a source: the connection by which it came.
    void eachSeriesSaysWhoMeasuresIt()
    {
        m_desk.desk->perform(QStringLiteral("measure"), "link-a");
        QTRY_COMPARE(sourcesOf("link-a"), QStringLiteral("loss: linked-1, rtt.ms: linked-1"));
        m_far = make(QStringLiteral("far"), config(QStringLiteral("grpc"), m_desk.address));
        m_calls = std::make_unique<ControlCalls>(m_far.channel);
        QTRY_COMPARE(sourcesOf("link-a"), QStringLiteral("loss: grpc-1, rtt.ms: grpc-1"));
    }

    /// Who reads a keeper, and is started anew, goes on where it was: nothing is read, or stored, twice.
    void whatWasReadIsNotReadAgainAfterARestart()
    {
        m_far = make(QStringLiteral("far"), config(QStringLiteral("grpc"), m_desk.address));
        m_desk.desk->perform(QStringLiteral("measure"), "link-b");
        m_calls = std::make_unique<ControlCalls>(m_far.channel);
        LinkWindowsQuery query;
        query.links = {EntityId("link-b")};
        QTRY_COMPARE(windows(query), QStringLiteral("link-b: 20, p50 10, loss 0.05"));
        m_calls.reset();
        m_far = {};
        m_far = make(QStringLiteral("far"), config(QStringLiteral("grpc"), m_desk.address));
        m_calls = std::make_unique<ControlCalls>(m_far.channel);
        QCOMPARE(windows(query), QStringLiteral("link-b: 20, p50 10, loss 0.05"));
        m_desk.desk->perform(QStringLiteral("measure"), "link-a");
        query.links = {EntityId("link-a")};
        QTRY_COMPARE(windows(query), QStringLiteral("link-a: 20, p50 10, loss 0.05"));
        QCOMPARE(samplesOf("link-b").store.counts.duplicate, 0);
    }

private:
    struct Place
    {
        std::shared_ptr<Desk> desk;
        std::shared_ptr<ControlChannel> channel;
        QString address;
    };

    Place make(const QString &name, const ConnectionConfig &builtIn)
    {
        Place place;
        place.desk = std::make_shared<Desk>(m_directory->filePath(name), std::vector{builtIn}, name);
        place.desk->types.add(linkedType());
        place.desk->types.add(grpcConnectorType());
        place.desk->clock.jumpWall(SystemClock().now() - place.desk->clock.now());
        place.desk->start();
        ServerOptions door;
        door.listen = place.address = QStringLiteral("unix://") + m_directory->filePath(name + QStringLiteral(".sock"));
        door.access.anonymous = CallerRole::Viewer;
        const auto served = place.desk->keeper->serve(door);
        if (!served)
            qFatal("%s", qUtf8Printable(served.error().text));
        ControlAddress address;
        address.target = door.listen;
        place.channel = ControlChannel::open(address).value();
        place.desk->clock.advance(std::chrono::seconds(1));
        return place;
    }

    /// While it waits the clocks go on, so that keepers do what is due.
    QString windows(const LinkWindowsQuery &query)
    {
        QString text;
        bool isThere = false;
        m_calls->linkWindows(this, query, [&](const Result<LinkWindowsAnswer> &answer) {
            text = answer ? print(*answer) : answer.error().text;
            isThere = true;
        });
        [&] { QTRY_VERIFY(isThere); }();
        return text;
    }

    SamplesAnswer samplesOf(const char *entity)
    {
        SamplesQuery query;
        query.entity = EntityId(entity);
        const auto answer = std::make_shared<std::optional<SamplesAnswer>>();
        m_calls->samples(this, query, [answer](const Result<SamplesAnswer> &reply) { *answer = reply.value(); });
        return QTest::qWaitFor([&] { return answer->has_value(); }) ? **answer : SamplesAnswer();
    }
    QString sourcesOf(const char *entity)
    {
        QStringList parts;
        const SamplesAnswer answer = samplesOf(entity);
        for (const SampleAnswer &series : answer.series)
            parts.append(series.metric + QStringLiteral(": ") + series.sources.join(u' '));
        parts.sort();
        return parts.join(QStringLiteral(", "));
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    Place m_desk;
    Place m_far;
    std::unique_ptr<ControlCalls> m_calls;
};

QTEST_GUILESS_MAIN(tst_KeeperSamples)
#include "tst_keepersamples.moc"
