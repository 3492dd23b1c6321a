// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/records/recordscript.h"
#include "tests/testing/test.h"

#include <csignal>

#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace graticule;
using graticule::testing::RecordScript;

namespace {

/// JSON that is easier to read.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace

/// Writing down what people do: before it happens, durably, without secrets, and with names that can be forgotten.
class TestActRecord : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void tellsActsWithTheirOutcome()
    {
        RecordScript script;
        script.pause("a");
        const auto second = script.record->begin(RecordScript::alice(), RecordScript::pausing("b"));
        script.record->failed(*second, {ErrorKind::TimedOut, Fault::Network, QStringLiteral("token=hunter2"), {}});
        const auto third = script.record->begin(RecordScript::alice(), RecordScript::pausing("c"));
        QVERIFY(third);
        QCOMPARE(script.acts(), QStringLiteral("7 alice connection.pause c begun\n"
                                               "5 alice connection.pause b failed (3)\n"
                                               "3 alice connection.pause a done\n"
                                               "2 keeper.started done\n"
                                               "1 record.begun done"));
        QVERIFY(!script.bytes().contains("hunter2"));
    }

    void hasOneFormOnly()
    {
        RecordScript script;
        script.pause("a");
        const QList<QByteArray> lines = script.bytes().split('\n');
        QCOMPARE(lines[0].mid(kLineHead), json("{'n':1,'at':'2026-11-22T09:00:00.000Z','verb':'record.begun',"
                                               "'way':'keeper','target':'keeper-1','outcome':'done'}"));
        QByteArray third = lines[2].mid(kLineHead);
        third.replace(third.indexOf("\"who\":\"") + 7, 64, "PSEUDONYM");
        QCOMPARE(third, json("{'n':3,'at':'2026-11-22T09:01:00.000Z','verb':'connection.pause',"
                             "'who':'PSEUDONYM','way':'certificate','role':'operator','target':'id-of-a',"
                             "'name':'a','kind':'docker','place':'https://host:2376','outcome':'begun'}"));
        QCOMPARE(lines[3].mid(kLineHead), json("{'n':4,'at':'2026-11-22T09:01:01.000Z','of':3,'outcome':'done'}"));
        const auto read = recordFromJson(lines[2].mid(kLineHead));
        QVERIFY(read && toCanonicalJson(*read) == lines[2].mid(kLineHead));
    }

    void writesNothingThatIsNotOnTheList()
    {
        RecordScript script;
        Act act = RecordScript::pausing("a");
        act.arguments = {{QStringLiteral("replicas"), QStringLiteral("3")},
                         {QStringLiteral("password"), QStringLiteral("hunter2")}};
        act.place = placeOf(QStringLiteral("https://user:hunter2@host:2376/hunter2?token=hunter2#hunter2"));
        act.subject.name = QStringLiteral("bob");
        const auto number = script.record->begin(RecordScript::alice(), act);
        script.record->failed(*number, {ErrorKind::Refused,
                                        Fault::NotAllowed,
                                        QStringLiteral("hunter2 is wrong"),
                                        {},
                                        QStringLiteral("x.refused"),
                                        {QStringLiteral("hunter2")}});
        const QByteArray bytes = script.bytes();
        QVERIFY(bytes.contains(json("'place':'https://host:2376','arguments':{'replicas':'3'},")));
        QVERIFY(bytes.contains(json("'fault':'not-allowed','error':'refused','code':'x.refused'")));
        for (const char *kept : {"hunter2", "alice", "bob", "ab12"})
            QVERIFY2(!bytes.contains(kept), kept);
        QCOMPARE(placeOf(QStringLiteral("unix:///run/secret.sock")), QStringLiteral("unix:"));
        QCOMPARE(placeOf(QStringLiteral("ssh://root@host")), QStringLiteral("ssh://host"));
        QCOMPARE(placeOf(QStringLiteral("context:NAME")), QStringLiteral("context:"));
        QCOMPARE(placeOf(QStringLiteral("user:hunter2@host")), QStringLiteral("user:"));
        QCOMPARE(placeOf(QStringLiteral("hunter2")), QString());
    }

    void sayWhatWasUnderWayWhenTheKeeperWasKilled()
    {
        RecordScript script;
        script.pause("a");
        (void)script.record->begin(RecordScript::alice(), RecordScript::pausing("b"));
        QCOMPARE(script.open(), QStringList(QStringLiteral(
                                    "Act 5 was under way when the keeper ended; whether it was done is not known.")));
        QCOMPARE(script.acts(), QStringLiteral("7 keeper.started done\n"
                                               "5 alice connection.pause b unknown\n"
                                               "3 alice connection.pause a done\n"
                                               "2 keeper.started done\n"
                                               "1 record.begun done"));
        QCOMPARE(script.open(), QStringList()); // said once
    }

    void mendsWhatAKilledWriterLeftUnfinished()
    {
        RecordScript script;
        script.pause("a");
        const QByteArray whole = script.bytes();
        RecordScript::write(script.place().record(), whole + "0123456789abcdef");
        (void)script.open();
        QVERIFY(script.bytes().startsWith(whole));
        QVERIFY(script.bytes().contains(json("'verb':'record.torn','way':'keeper','arguments':{'number':'16'}")));
        QCOMPARE(script.check(script.bytes(), script.place().heads()).section(QLatin1Char(','), 0, 0),
                 QStringLiteral("6 records are as they were"));
    }

    void losesNothingThatWasAcknowledged()
    {
        RecordScript script;
        script.record.reset();
        int pipes[2];
        QCOMPARE(::pipe(pipes), 0);
        const pid_t child = ::fork();
        if (child == 0) { // acts, and says each number once it is recorded, until it is killed
            script.open();
            for (;;) {
                const auto number = script.record->begin(RecordScript::alice(), RecordScript::pausing("x"));
                const quint64 told = number ? *number : 0;
                (void)!::write(pipes[1], &told, sizeof(told));
            }
        }
        ::close(pipes[1]);
        quint64 acknowledged = 0;
        for (int i = 0; i < 40; ++i)
            QCOMPARE(::read(pipes[0], &acknowledged, sizeof(acknowledged)), ssize_t(sizeof(acknowledged)));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        quint64 number = 0;
        while (::read(pipes[0], &number, sizeof(number)) == ssize_t(sizeof(number)))
            acknowledged = number;
        ::close(pipes[0]);
        const QStringList said = script.open();
        QVERIFY2(said.size() >= 40, qPrintable(QString::number(said.size())));
        const auto verdict = RecordCheck().run(script.place().record());
        QVERIFY(verdict && verdict->isWhole());
        QVERIFY(verdict->records >= acknowledged);
    }

    void refusesWhatCannotBeRecorded()
    {
        RecordScript script;
        script.pause("a");
        const QByteArray before = script.bytes();
        const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit = {};
        ::getrlimit(RLIMIT_FSIZE, &limit);
        const rlimit full{rlim_t(before.size() + 20), limit.rlim_max}; // the disk ends within the next record
        ::setrlimit(RLIMIT_FSIZE, &full);
        const auto number = script.record->begin(RecordScript::alice(), RecordScript::pausing("b"));
        ::setrlimit(RLIMIT_FSIZE, &limit);
        std::signal(SIGXFSZ, oldHandler);
        QVERIFY(!number);
        QCOMPARE(number.error().text.section(QLatin1String(": "), 1),
                 QStringLiteral("File too large. What cannot be recorded is not done."));
        QCOMPARE(script.bytes(), before);
        QVERIFY(!script.record->state().trouble.isEmpty());
        script.pause("c"); // there is room again
        QVERIFY(script.record->state().trouble.isEmpty());
        QVERIFY(script.check(script.bytes()).startsWith(QLatin1String("6 records")));
    }

    void twoWritersMakeOneChain()
    {
        RecordScript script;
        ActRecord other(
            {.place = script.place(), .keeperId = QStringLiteral("keeper-1"), .now = [&] { return script.now; }});
        for (int i = 0; i < 5; ++i) {
            script.pause("a");
            const auto number =
                other.begin({QStringLiteral("root"), QStringLiteral("command"), {}, {}}, RecordScript::pausing("b"));
            QVERIFY(number);
            other.done(*number);
        }
        QVERIFY(script.check(script.bytes()).startsWith(QLatin1String("22 records follow")));
    }

    void forgetsANameAndKeepsTheChain()
    {
        RecordScript script;
        script.pause("a");
        const QByteArray before = script.bytes();
        const auto erased =
            script.record->erase({QStringLiteral("root"), QStringLiteral("command"), {}, {}}, QStringLiteral("alice"));
        QVERIFY(erased && erased->size() == 1);
        QVERIFY(script.bytes().startsWith(before));
        QVERIFY(!RecordScript::contentOf(script.place().names()).contains("alice"));
        const QString nobody = QStringLiteral("person ") + erased->first().left(8);
        QCOMPARE(script.acts(), QStringLiteral("5 root name.erase done\n"
                                               "3 %1 connection.pause a done\n"
                                               "2 keeper.started done\n"
                                               "1 record.begun done")
                                    .arg(nobody));
        QVERIFY(script.check(script.bytes(), script.place().heads()).contains(QLatin1String("are as they were")));
        script.pause("b"); // the same person is another one from now on
        QVERIFY(script.acts().startsWith(QLatin1String("7 alice")));
        QVERIFY(!script.record->erase(RecordScript::alice(), QStringLiteral("carol")));
    }

    void findsWhatIsAskedFor()
    {
        RecordScript script;
        for (const char *name : {"a", "b", "c"})
            script.pause(name);
        ActQuery query;
        query.what = QStringLiteral("PAUSE");
        query.most = 2;
        QCOMPARE(script.acts(query),
                 QStringLiteral("7 alice connection.pause c done\n5 alice connection.pause b done"));
        query.before = 5;
        QCOMPARE(script.acts(query), QStringLiteral("3 alice connection.pause a done"));
        ActQuery then;
        then.until = instantFromIso(QStringLiteral("2026-11-22T09:02:01.500Z")); // b has begun, and is not done yet
        then.who = QStringLiteral("operator");
        QCOMPARE(script.acts(then),
                 QStringLiteral("5 alice connection.pause b begun\n3 alice connection.pause a done"));
        ActQuery changed;
        changed.changedAfter = 7; // the outcome of 7 is record 8
        QCOMPARE(script.acts(changed), QStringLiteral("7 alice connection.pause c done"));
        changed.changedAfter = 8;
        QCOMPARE(script.acts(changed), QString());
    }

    void handsHeadsToSyslog()
    {
        RecordScript script;
        const QByteArray path = script.path("log").toLocal8Bit();
        const int daemon = ::socket(AF_UNIX, SOCK_DGRAM, 0);
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
        QCOMPARE(::bind(daemon, reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0);
        SyslogHeadSink sink(script.path("log"));
        const QByteArray head = RecordScript::contentOf(script.place().heads()).split('\n').first();
        QVERIFY(sink.put(head));
        char got[2048];
        const ssize_t size = ::recv(daemon, got, sizeof(got), 0);
        ::close(daemon);
        QVERIFY(QByteArray(got, size).startsWith("<85>"));
        const QList<RecordHead> heads = RecordHead::read(QByteArray(got, size));
        QVERIFY(heads.size() == 1 && heads.first().isSigned && heads.first().keeper == QLatin1String("keeper-1"));
        QVERIFY(!sink.put(head)); // nobody listens any more
    }
};

QTEST_GUILESS_MAIN(TestActRecord)
#include "tst_actrecord.moc"
