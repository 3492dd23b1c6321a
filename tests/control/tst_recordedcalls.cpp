// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/controlcalls.h"
#include "backend/control/controlserver.h"
#include "backend/control/incidentstream.h"
#include "backend/control/recordcalls.h"
#include "backend/domain/saying.h"
#include "tests/control/quietkeeper.h"
#include "tests/testing/test.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace graticule;

/// What is asked of a keeper is written down with who asked for it, before it is done; and who may read that.
class TestRecordedCalls : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_keeper.isForgetful = false;
        auto empty = std::make_shared<FleetSnapshot>();
        empty->revision = {QStringLiteral("k1"), 1, 1};
        m_hub.publish(empty);
        m_record = std::make_unique<ActRecord>(ActRecord::Options{
            .place = {m_directory->filePath(QStringLiteral("audit"))}, .keeperId = QStringLiteral("k1"), .now = [] {
                return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
            }});
        m_record->start();
        ServerOptions options;
        options.listen = QStringLiteral("127.0.0.1:0");
        options.acts = m_record.get();
        for (const QString &role : roleWords()) {
            const QByteArray hash = QCryptographicHash::hash(role.toUtf8(), QCryptographicHash::Sha256).toHex();
            options.access.tokens.insert(hash, roleFromWord(role));
        }
        auto server = ControlServer::start(options, m_hub, m_keeper, nullptr);
        QVERIFY2(server, server ? "" : qPrintable(server.error().text));
        m_server = std::move(server).value();
    }
    void cleanup()
    {
        m_server.reset();
        m_record.reset();
    }

    void eachChangeIsAnActWithItsOutcome()
    {
        const ControlCalls calls(channelOf(QStringLiteral("operator")));
        ConnectionConfig config;
        config.name = QStringLiteral("fra");
        config.type = QStringLiteral("docker");
        config.address = QStringLiteral("https://user:hunter2@fra:2376/x?token=hunter2");
        config.token = QStringLiteral("file:/hunter2");
        config.options = {{QStringLiteral("secret"), QStringLiteral("hunter2")}};
        config.labels = {{QStringLiteral("hunter2"), QStringLiteral("hunter2")}};
        int answers = 0;
        const auto count = [&](const auto &) { ++answers; };
        calls.save(this, config, count);
        QTRY_COMPARE(answers, 1);
        calls.remove(this, QStringLiteral("fra"), count); // which this keeper refuses
        QTRY_COMPARE(answers, 2);
        calls.startLab(this, 120, 7, count);
        QTRY_COMPARE(answers, 3);
        calls.perform(
            this,
            {QStringLiteral("lab.fault"), EntityId("site/fra1"), {{QStringLiteral("kind"), QStringLiteral("cut")}}, {}},
            [&](const ActionProgress &step) { answers += step.finished ? 1 : 0; });
        QTRY_COMPARE(answers, 4);
        QCOMPARE(acts(QStringLiteral("compliance")), QStringLiteral("token lab.fault site/fra1 kind=cut done\n"
                                                                    "token lab.start seed=7 sites=120 done\n"
                                                                    "token connection.remove fra failed input\n"
                                                                    "token connection.add fra https://fra:2376 done\n"
                                                                    "keeper.started done\n"
                                                                    "record.begun k1 done"));
        QFile file(m_record->place().record());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("hunter2"));
    }

    /// Whoever tries leaves a record, whatever it is that is refused, and by whom.
    void whatIsRefusedIsRecorded()
    {
        const ControlCalls viewer(channelOf(QStringLiteral("viewer")));
        const ControlCalls stranger(channelOf(QStringLiteral("guessed")));
        const ControlCalls operates(channelOf(QStringLiteral("operator")));
        const Action drain{QStringLiteral("drain"), EntityId("n1"), {}, QStringLiteral("k")};
        int answers = 0;
        const auto count = [&](const auto &) { ++answers; };
        const auto end = [&](const ActionProgress &step) { answers += step.finished ? 1 : 0; };
        viewer.perform(this, drain, end);
        QTRY_COMPARE(answers, 1);
        for (int i = 0; i < 400; ++i)
            viewer.perform(this, drain, end);
        QTRY_COMPARE_WITH_TIMEOUT(answers, 401, 60'000);
        viewer.stopAction(this, QStringLiteral("k"), count);
        QTRY_COMPARE(answers, 402);
        viewer.pause(this, QStringLiteral("fra"), count);
        QTRY_COMPARE(answers, 403);
        viewer.stopLab(this, count);
        QTRY_COMPARE(answers, 404);
        stranger.perform(this, drain, end);
        QTRY_COMPARE(answers, 405);
        m_keeper.refusal = saidError(ErrorKind::NotFound, Fault::Input, "act.no-connection", {QStringLiteral("n1")});
        operates.perform(this, drain, end);
        QTRY_COMPARE(answers, 406);
        QTRY_COMPARE(acts(QStringLiteral("compliance")).section(QLatin1Char('\n'), 0, 5),
                     QStringLiteral("token drain n1 refused input\n"
                                    "anonymous drain n1 refused other\n"
                                    "token lab.stop refused other\n"
                                    "token connection.pause fra refused other\n"
                                    "token action.stop refused other\n"
                                    "token drain n1 refused other"));
        m_server.reset();
        m_record.reset();
        QFile file(QDir(m_directory->path()).filePath(QStringLiteral("audit/acts")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("\"code\":\"keeper.needs-role\",\"times\":400}"));
    }

    /// Who performs it, and was to stop it, may be gone: no act stays under way in the record for ever.
    void whatIsNeverAnsweredEndsUnknown()
    {
        m_keeper.isForgetful = true;
        const ControlCalls calls(channelOf(QStringLiteral("operator")));
        calls.stopAction(this, QStringLiteral("k"), [](const auto &) {});
        QTRY_COMPARE(acts(QStringLiteral("compliance")).section(QLatin1Char('\n'), 0, 0),
                     QStringLiteral("token action.stop unknown other"));
    }

    /// It is no act to look how one goes on, or how it ended.
    void whoOnlyFollowsMayBeAViewerAndIsNotRecorded()
    {
        const QString before = acts(QStringLiteral("compliance"));
        QString end;
        const ControlCalls calls(channelOf(QStringLiteral("viewer")));
        calls.perform(this, {{}, {}, {}, QStringLiteral("k")}, [&](const ActionProgress &step) {
            if (step.finished)
                end = step.text + step.error.text;
        });
        QTRY_COMPARE(end, QStringLiteral(" done")); // of the verb that this keeper is told
        QCOMPARE(acts(QStringLiteral("compliance")), before);
    }

    /// With that call one takes the whole past away.
    void aRefusedExportOfThePastIsRecorded()
    {
        bool isEnded = false;
        const Instant now = std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
        const IncidentStream stream(
            channelOf(QStringLiteral("guessed")), {{now - Milliseconds(60'000), now}, QStringLiteral("somebody")}, this,
            [](const IncidentPart &) {}, [&](const Error &) { isEnded = true; });
        QTRY_VERIFY(isEnded);
        QTRY_COMPARE(acts(QStringLiteral("compliance")).section(QLatin1Char(' '), 0, 1),
                     QStringLiteral("anonymous incident.export"));
    }

    /// What is refused has its code, so that it is told in the reader's language.
    void refusalsHaveTheirCodes()
    {
        QStringList codes;
        const auto note = [&](const ActionProgress &step) { codes << step.error.code; };
        const Action drain{QStringLiteral("drain"), EntityId("n1"), {}, QStringLiteral("k")};
        ControlCalls(channelOf(QStringLiteral("viewer"))).perform(this, drain, note);
        QTRY_COMPARE(codes, QStringList{QStringLiteral("keeper.needs-role")});
        ControlCalls(channelOf(QStringLiteral("operator")))
            .stopAction(this, QStringLiteral("k"), [&](const Result<ActionProgress> &reply) {
                codes << reply.error().code + QLatin1Char(' ') + reply.error().text;
            });
        QTRY_COMPARE(codes.size(), 2);
        QCOMPARE(codes.last(), QStringLiteral("act.not-here Nothing can be done through this keeper."));
    }

    void whatCannotBeRecordedIsNotDone()
    {
        QDir(m_record->place().directory).removeRecursively();
        QFile inTheWay(m_record->place().directory);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        QString text;
        ConnectionConfig config;
        config.name = QStringLiteral("fra");
        const ControlCalls calls(channelOf(QStringLiteral("operator")));
        calls.save(this, config,
                   [&](const auto &reply) { text = reply ? QStringLiteral("done") : reply.error().text; });
        QTRY_VERIFY(!text.isEmpty());
        QVERIFY2(text.endsWith(QLatin1String("What cannot be recorded is not done.")), qPrintable(text));
    }

    void complianceAndAdminReadItAndNobodyElse()
    {
        QString table;
        for (const QString &role : roleWords())
            table += QStringLiteral("%1: %2\n")
                         .arg(role, acts(role).startsWith(QLatin1String("keeper.started")) ? QStringLiteral("reads")
                                                                                           : acts(role));
        const QString no =
            QStringLiteral("This needs the role compliance; on this keeper you are %1. Ask its administrator.");
        QCOMPARE(
            table,
            QStringLiteral("viewer: %1\noperator: %2\napprover: %3\ncompliance: reads\nmaintenance: %1\nadmin: reads\n")
                .arg(no.arg(QStringLiteral("viewer")), no.arg(QStringLiteral("operator")),
                     no.arg(QStringLiteral("approver"))));
    }

    void theKeeperChecksItsRecord()
    {
        CheckProgress last;
        const RecordCalls calls(channelOf(QStringLiteral("compliance")));
        calls.verify(this, [&](const CheckProgress &progress) { last = progress; });
        QTRY_VERIFY(last.finished);
        QVERIFY2(last.verdict.isWhole(), qPrintable(last.verdict.text() + last.error.text));
        QCOMPARE(last.verdict.records, quint64(2));
        QCOMPARE(last.verdict.heads, 2);
    }

    void onlyAdminErasesNames()
    {
        QStringList said;
        for (const char *role : {"compliance", "admin"}) {
            const RecordCalls calls(channelOf(QLatin1String(role)));
            calls.eraseName(this, QStringLiteral("carol"),
                            [&](const Result<QStringList> &reply) { said << reply.error().text; });
            QTRY_COMPARE(said.size(), role[0] == 'c' ? 1 : 2);
        }
        QVERIFY(said[0].startsWith(QLatin1String("This needs the role admin")));
        QCOMPARE(said[1], QStringLiteral("The record knows nobody by the name \"carol\"."));
    }

private:
    std::shared_ptr<ControlChannel> channelOf(const QString &role) const
    {
        ControlAddress address;
        address.target = QStringLiteral("127.0.0.1:%1").arg(m_server->port());
        address.token = role.toUtf8();
        return ControlChannel::open(address).value();
    }

    /// What that role is told, newest first, one a line; or why nothing.
    QString acts(const QString &role)
    {
        QStringList lines;
        bool isFinished = false;
        RecordCalls(channelOf(role)).list(this, {}, [&](const ActsPart &part) {
            for (const RecordedAct &act : part.acts) {
                QStringList words{act.who, act.act.verb,
                                  act.act.targetName.isEmpty() ? act.act.target : act.act.targetName, act.act.place};
                for (auto one = act.act.arguments.cbegin(); one != act.act.arguments.cend(); ++one)
                    words << one.key() + QLatin1Char('=') + one.value();
                words << wordOf(act.outcome);
                if (act.hasFault())
                    words << (act.fault == Fault::Input ? QStringLiteral("input") : QStringLiteral("other"));
                lines << words.join(QLatin1Char(' ')).simplified();
            }
            if (!part.error.text.isEmpty())
                lines << part.error.text;
            isFinished = part.finished;
        });
        return QTest::qWaitFor([&] { return isFinished; }, 10'000) ? lines.join(QLatin1Char('\n'))
                                                                   : QStringLiteral("silence");
    }

    SnapshotHub m_hub;
    testing::QuietKeeper m_keeper;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ActRecord> m_record;
    std::unique_ptr<ControlServer> m_server;
};

QTEST_GUILESS_MAIN(TestRecordedCalls)
#include "tst_recordedcalls.moc"
