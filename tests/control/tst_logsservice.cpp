// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/controlserver.h"
#include "backend/control/logbuffer.h"
#include "backend/control/logreading.h"
#include "tests/control/quietkeeper.h"
#include "tests/testing/test.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

using namespace graticule;

namespace {

/// A keeper with two logs.
class FakeLogs : public LogCommands
{
public:
    void logSources(const EntityId &target, Sources done) override
    {
        if (target != EntityId("web"))
            done(
                Error{ErrorKind::NotFound, Fault::Input, QStringLiteral("No connection tells of that."), std::nullopt});
        else
            done(QList<LogSource>{{EntityId("c"), QStringLiteral("1"), QStringLiteral("pod/web"), true, 3, true}});
    }
    quint64 follow(const LogOrder &order, Taken taken) override
    {
        ++followed;
        last = order;
        told = std::move(taken);
        return 7;
    }
    void unfollow(quint64 number) override
    {
        if (number != 7)
            return;
        told = {};
        ++unfollowed;
    }
    void events(const EventQuery &query, Events done) override
    {
        FleetEvent event;
        event.at = instantFromMs(5000);
        event.object = query.target.toString();
        event.kind = EventKind::Warning;
        event.count = 3;
        done(EventAnswer{{event}, instantFromMs(1), true});
    }

    LogOrder last;
    Taken told;
    int followed = 0;
    int unfollowed = 0;
};

} // namespace

/// Logs and events through the control API.
class TestLogsService : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_logs = {};
        m_directory = std::make_unique<QTemporaryDir>();
        m_record = std::make_unique<ActRecord>(
            ActRecord::Options{.place = {m_directory->path()}, .keeperId = QStringLiteral("k1"), .now = [] {
                                   return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
                               }});
        ServerOptions options;
        options.acts = m_record.get();
        options.listen = QStringLiteral("127.0.0.1:0");
        options.logs = &m_logs;
        for (const CallerRole role : {CallerRole::Viewer, CallerRole::Operator})
            options.access.tokens.insert(
                QCryptographicHash::hash(roleWord(role).toUtf8(), QCryptographicHash::Sha256).toHex(), role);
        auto server = ControlServer::start(options, m_hub, m_keeper, nullptr);
        QVERIFY2(server, server ? "" : qPrintable(server.error().text));
        m_server = std::move(server).value();
    }
    void cleanup()
    {
        m_server.reset();
        m_record.reset();
    }

    void sourcesAndEvents()
    {
        QString sources;
        LogQueries(as("operator")).sources(this, EntityId("web"), [&](const Result<QList<LogSource>> &reply) {
            sources = reply ? reply->first().name + QString::number(reply->first().restarts) : reply.error().text;
        });
        QTRY_COMPARE(sources, QStringLiteral("pod/web3"));
        LogQueries(as("operator")).sources(this, EntityId("x"), [&](const Result<QList<LogSource>> &reply) {
            sources = reply ? QString() : reply.error().text;
        });
        QTRY_COMPARE(sources, QStringLiteral("No connection tells of that."));
        QString events;
        EventQuery query;
        query.target = EntityId("node");
        LogQueries(as("viewer")).events(this, query, [&](const Result<EventAnswer> &reply) {
            events = reply ? QStringLiteral("%1 x%2 at %3, kept since %4")
                                 .arg(reply->events.first().object)
                                 .arg(reply->events.first().count)
                                 .arg(toMs(reply->events.first().at))
                                 .arg(toMs(reply->keptSince))
                           : reply.error().text;
        });
        QTRY_COMPARE(events, QStringLiteral("node x3 at 5000, kept since 1"));
    }

    void whoOnlyLooksReadsNoLogs()
    {
        QString why;
        LogQueries(as("viewer")).sources(this, EntityId("web"), [&](const auto &reply) { why = reply.error().text; });
        QTRY_VERIFY(why.startsWith(QStringLiteral("This needs the role operator")));
        why.clear();
        const LogReading reading(
            as("viewer"), order(1), this, [](const LogPart &) {}, [&](const Error &error) { why = error.text; });
        QTRY_VERIFY(why.startsWith(QStringLiteral("This needs the role operator")));
        QCOMPARE(m_logs.followed, 0);
    }

    void linesThenTheEnd()
    {
        QStringList told;
        bool isOver = false;
        const LogReading reading(
            as("operator"), order(2), this, [&](const LogPart &part) { note(part, told); },
            [&](const Error &error) { isOver = error.text.isEmpty(); });
        QTRY_COMPARE(m_logs.followed, 1);
        QCOMPARE(m_logs.last.sources.size(), 2);
        QVERIFY(m_logs.last.follow);
        QTRY_VERIFY(m_logs.told != nullptr);
        m_logs.told({{{0, instantFromMs(1), QStringLiteral("a\u001b[1m"), LogChannel::Err, true}}, {{0, {}}}, 0});
        m_logs.told({{{1, kNever, QStringLiteral("b"), LogChannel::Out, false}}, {}, 0});
        QTRY_COMPARE(told, QStringList({QStringLiteral("0 err a\u001b[1m CUT"), QStringLiteral("end 0: "),
                                        QStringLiteral("1 out b")}));
        QVERIFY(!isOver);
        const Error gone{ErrorKind::NotFound, Fault::Endpoint, QStringLiteral("gone"), std::nullopt};
        m_logs.told({{}, {{1, gone}}, 0});
        QTRY_VERIFY(isOver);
        QCOMPARE(told.last(), QStringLiteral("end 1: gone"));
        QTRY_COMPARE(m_logs.unfollowed, 1);
    }

    void whoGoesAwayIsNotReadForAnyLonger()
    {
        auto reading = std::make_unique<LogReading>(
            as("operator"), order(1), this, [](const LogPart &) {}, [](const Error &) {});
        QTRY_VERIFY(m_logs.told != nullptr);
        reading.reset();
        QTRY_COMPARE(m_logs.unfollowed, 1);
    }

    /// Who wanted to read what, and whether they could; not what they read.
    void whatCameOfAReadingIsRecorded()
    {
        const auto read = [&] {
            m_logs.told = {};
            auto reading = std::make_unique<LogReading>(
                as("operator"), order(1), this, [](const LogPart &) {}, [](const Error &) {});
            return QTest::qWaitFor([&] { return m_logs.told != nullptr; }) ? std::move(reading) : nullptr;
        };
        const auto first = read();
        QVERIFY(first);
        QCOMPARE(recorded(), QStringLiteral("0 begun"));
        const Error no{ErrorKind::Refused, Fault::NotAllowed, QStringLiteral("May not."), std::nullopt};
        m_logs.told({{}, {{0, no}}, 0});
        QCOMPARE(recorded(), QStringLiteral("0 failed (not-allowed)"));
        QTRY_COMPARE(m_logs.unfollowed, 1);
        const auto second = read();
        QVERIFY(second);
        m_logs.told({{{0, kNever, QStringLiteral("hunter2"), LogChannel::Out, false}}, {}, 0});
        m_logs.told({{}, {{0, no}}, 0});
        QCOMPARE(recorded(), QStringLiteral("0 done; 0 failed (not-allowed)"));
        QTRY_COMPARE(m_logs.unfollowed, 2);
        auto third = read(); // of a log that says nothing
        QVERIFY(third);
        third.reset();
        QTRY_COMPARE(recorded(), QStringLiteral("0 done; 0 done; 0 failed (not-allowed)"));
    }

    void tooManyAreRefused()
    {
        QString why;
        const LogReading reading(
            as("operator"), order(17), this, [](const LogPart &) {}, [&](const Error &error) { why = error.text; });
        QTRY_VERIFY(why.contains(QStringLiteral("Between 1 and 16")));
    }

    void aSlowReaderLosesTheOldestAndIsTold()
    {
        LogBuffer buffer;
        LogPart part;
        for (int i = 0; i < 1000; ++i)
            part.lines.append({0, kNever, QString(10'000, QLatin1Char('x')) + QString::number(i), {}, false});
        buffer.add(part);
        quint64 lost = 0;
        qsizetype lines = 0;
        QString last;
        while (!buffer.isEmpty()) {
            const LogPart piece = buffer.take();
            lost += piece.lost;
            lines += piece.lines.size();
            last = piece.lines.last().text;
        }
        QCOMPARE(qsizetype(lost) + lines, 1000);
        QVERIFY(lost > 400 && lines > 300);
        QVERIFY(last.endsWith(QStringLiteral("999")));
    }

private:
    /// Newest first.
    QString recorded() const
    {
        QStringList acts;
        RecordNames names(m_record->place().names());
        (void)names.read();
        (void)RecordReader(m_record->place().record(), names).read({}, [&](const RecordedAct &act) {
            if (act.act.verb == QLatin1String("logs.read"))
                acts << act.act.targetName + QLatin1Char(' ') + endOf(act);
            return true;
        });
        return acts.join(QStringLiteral("; "));
    }
    static LogOrder order(int sources)
    {
        LogOrder order;
        order.follow = true;
        for (int i = 0; i < sources; ++i)
            order.sources.append({EntityId("c"), QString::number(i), QStringLiteral("n"), false, 0, false});
        return order;
    }
    static void note(const LogPart &part, QStringList &told)
    {
        for (const LogLine &line : part.lines) {
            told << QStringLiteral("%1 %2 %3%4")
                        .arg(line.source)
                        .arg(line.channel == LogChannel::Err ? QStringLiteral("err") : QStringLiteral("out"), line.text,
                             line.isCut ? QStringLiteral(" CUT") : QString());
        }
        for (const LogEnd &end : part.ends)
            told << QStringLiteral("end %1: %2").arg(end.source).arg(end.error.text);
    }
    std::shared_ptr<ControlChannel> as(const char *role) const
    {
        ControlAddress address;
        address.target = QStringLiteral("127.0.0.1:%1").arg(m_server->port());
        address.token = QByteArray(role);
        return ControlChannel::open(address).value();
    }

    SnapshotHub m_hub;
    testing::QuietKeeper m_keeper;
    FakeLogs m_logs;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ActRecord> m_record;
    std::unique_ptr<ControlServer> m_server;
};

QTEST_GUILESS_MAIN(TestLogsService)
#include "tst_logsservice.moc"
