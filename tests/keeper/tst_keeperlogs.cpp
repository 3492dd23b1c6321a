// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/logreading.h"
#include "tests/keeper/keeperdesk.h"
#include "tests/testing/test.h"

#include <QTemporaryDir>

using namespace graticule;
using testing::Desk;
using namespace std::chrono_literals;

namespace {

/// Something that holds events of its own, as a keeper does: "teller://fast", "slow" (never answers),
/// "broken" or "dead" (not connected). Of another type it is a platform.
class Teller : public Connector
{
public:
    explicit Teller(ConnectorContext context)
        : m_context(std::move(context))
        , m_how(m_context.config.address.mid(9))
    {
    }
    void start() override
    {
        if (m_how.endsWith(QLatin1String("dead"))) {
            m_context.clock.after(2ms, this, [this] {
                Q_EMIT failed({ErrorKind::Unreachable, Fault::Network, QStringLiteral("Nothing answers."), 0ms});
            });
            return;
        }
        Service service;
        service.id = EntityId("web");
        service.name = QStringLiteral("web");
        FleetDelta all;
        all.services.upsert(service);
        Q_EMIT listed(all);
    }
    void stop() override {}
    void probe() override
    {
        Beat seen;
        if (isKeeper())
            seen.keeperPath = {m_how};
        Q_EMIT beat(seen);
    }
    void logSources(const EntityId &, LogSourcesReply done) override
    {
        if (m_how == QLatin1String("fast"))
            done(QList<LogSource>{{EntityId("cluster"), QStringLiteral("shop/web-1/web"), QStringLiteral("web-1")}});
        else
            answerBadly(std::move(done));
    }
    void events(const EventQuery &query, std::function<void(const Result<EventAnswer> &)> done) override
    {
        if (!isKeeper()) {
            Connector::events(query, std::move(done));
            return;
        }
        if (m_how != QLatin1String("fast")) {
            answerBadly(std::move(done));
            return;
        }
        EventAnswer answer;
        answer.keptSince = m_context.clock.now() - Milliseconds(60'000);
        FleetEvent event;
        event.at = m_context.clock.now() - Milliseconds(5'000);
        event.object = QStringLiteral("pod web-1");
        event.text = QStringLiteral("started");
        answer.events = {event};
        done(answer);
    }

private:
    bool isKeeper() const { return m_context.config.type == QLatin1String("grpc"); }
    template<class Reply> void answerBadly(Reply done) const
    {
        if (m_how == QLatin1String("broken"))
            done(Error{ErrorKind::Disconnected, Fault::Endpoint, QStringLiteral("It broke."), {}});
    }

    ConnectorContext m_context;
    const QString m_how;
};

/// "fast", or "kubernetes:fast" for a platform.
ConnectionConfig teller(const QByteArray &words)
{
    const QByteArray how = words.mid(words.indexOf(':') + 1);
    ConnectionConfig config;
    config.id = EntityId("c-" + how);
    config.name = QLatin1String(how);
    config.type = words.contains(':') ? QString::fromLatin1(words.split(':').first())
                                      : QStringLiteral("grpc"); // as keepers are called
    config.address = QStringLiteral("teller://") + QLatin1String(how);
    return config;
}

} // namespace

/// Several endpoints are asked, and what some of them do not tell is not passed over.
class tst_KeeperLogs : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsFastDoesNotWaitForWhoIsSlow()
    {
        begin({"fast", "slow"});
        QCOMPARE(events(), QStringLiteral("slow: It did not answer in 5 s; what it has is missing here.\n"
                                          "pod web-1: started\n"
                                          "complete since now"));
    }

    void whoFailsIsNamed()
    {
        begin({"fast", "broken"});
        QCOMPARE(events(), QStringLiteral("broken: It broke.\n"
                                          "pod web-1: started\n"
                                          "complete since now"));
    }

    void whoIsNotConnectedIsNamed()
    {
        begin({"fast", "dead"});
        QCOMPARE(events(), QStringLiteral("dead: It is not connected now; what happened there is missing here.\n"
                                          "pod web-1: started\n"
                                          "complete since now"));
    }

    /// A cluster that is away looks like one where nothing happens.
    void aPlatformThatIsNotConnectedIsNamed()
    {
        begin({"fast", "kubernetes:dead"});
        QCOMPARE(events(), QStringLiteral("dead: It is not connected now; what happened there is missing here.\n"
                                          "pod web-1: started\n"
                                          "complete since now"));
    }

    /// Nothing is missing of one that tells no events in any case.
    void aPlatformWithoutEventsIsNotNamed()
    {
        begin({"fast", "prometheus:dead"});
        QCOMPARE(events(), QStringLiteral("pod web-1: started\n"
                                          "complete since before"));
        begin({"fast", "kubernetes:live"});
        QCOMPARE(events(), QStringLiteral("pod web-1: started\n"
                                          "complete since before"));
    }

    void whatIsWholeSaysNothingMore()
    {
        begin({"fast"});
        QCOMPARE(events(), QStringLiteral("pod web-1: started\n"
                                          "complete since before"));
    }

    void logsOfWhoIsSlowAreMissingAndSaySo()
    {
        begin({"fast", "slow"});
        QList<LogSource> sources;
        LogQueries(m_channel).sources(this, EntityId("web"),
                                      [&](const Result<QList<LogSource>> &reply) { sources = reply.value(); });
        wait([&] { return !sources.isEmpty(); });
        QStringList names;
        for (const LogSource &source : sources)
            names.append(source.name);
        QCOMPARE(names, (QStringList{QStringLiteral("slow (no answer)"), QStringLiteral("web-1")}));
        LogOrder order;
        order.sources = {sources.first()};
        QString end;
        LogReading reading(
            m_channel, order, this,
            [&](const LogPart &part) {
                for (const LogEnd &one : part.ends)
                    end = one.error.text;
            },
            [](const Error &) {});
        wait([&] { return !end.isEmpty(); });
        QCOMPARE(end, QStringLiteral("slow (no answer): it did not say which logs it has; none are read."));
    }

    void aFailureOfAllIsOne()
    {
        begin({"broken"});
        QString said;
        LogQueries(m_channel).sources(this, EntityId("web"), [&](const Result<QList<LogSource>> &reply) {
            said = reply ? QStringLiteral("answered") : reply.error().text;
        });
        wait([&] { return !said.isEmpty(); });
        QVERIFY2(said.contains(QLatin1String("It broke.")), qPrintable(said));
    }

private:
    void begin(const QList<const char *> &tellers)
    {
        m_channel.reset();
        m_desk.reset();
        m_directory = std::make_unique<QTemporaryDir>();
        std::vector<ConnectionConfig> configs;
        for (const char *how : tellers)
            configs.push_back(teller(how));
        m_desk = std::make_unique<Desk>(m_directory->path(), configs);
        for (const char *name : {"grpc", "kubernetes", "prometheus"}) {
            ConnectorType type;
            type.type = QLatin1String(name);
            type.create = [](ConnectorContext context) { return std::make_unique<Teller>(std::move(context)); };
            m_desk->types.add(type);
        }
        m_desk->start();
        ServerOptions door;
        door.listen = QStringLiteral("unix://") + m_directory->filePath(QStringLiteral("k.sock"));
        door.access.anonymous = CallerRole::Operator;
        QVERIFY(m_desk->keeper->serve(door));
        ControlAddress address;
        address.target = door.listen;
        m_channel = ControlChannel::open(address).value();
        m_desk->clock.advance(1s);
    }
    /// While the clock goes on.
    template<class Done> void wait(Done isDone)
    {
        const auto step = [&] {
            m_desk->clock.advance(200ms);
            return isDone();
        };
        QVERIFY(QTest::qWaitFor(step, 60'000));
    }
    QString events()
    {
        QStringList lines;
        LogQueries(m_channel).events(this, {}, [&](const Result<EventAnswer> &answer) {
            for (const FleetEvent &event : answer->events)
                lines.append(event.object + QStringLiteral(": ") + event.text);
            const bool isNow = m_desk->clock.now() - answer->keptSince < 30s;
            lines.append(QStringLiteral("complete since ") +
                         (isNow ? QStringLiteral("now") : QStringLiteral("before")));
        });
        wait([&] { return !lines.isEmpty(); });
        return lines.join(u'\n');
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Desk> m_desk;
    std::shared_ptr<ControlChannel> m_channel;
};

QTEST_GUILESS_MAIN(tst_KeeperLogs)
#include "tst_keeperlogs.moc"
