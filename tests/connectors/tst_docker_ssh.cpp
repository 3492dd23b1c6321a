// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerconnector.h"
#include "tests/connectors/connectorrig.h"
#include "tests/connectors/fakeengine.h"
#include "tests/connectors/fleetprint.h"
#include "tests/testing/test.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTimer>

using namespace graticule;
using testing::Answer;
using testing::ConnectorRig;
using testing::FakeEngine;

/// Engines behind ssh, by a real ssh server on this machine (tests/peers/ssh) that has a docker command to dial with.
class TestDockerSsh : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QProcess script;
        script.start(peer(), {QStringLiteral("up"), m_directory.path()});
        QVERIFY(script.waitForFinished(60'000));
        const QString last = QString::fromUtf8(script.readAllStandardOutput()).trimmed().section(QLatin1Char('\n'), -1);
        if (script.exitCode() == 77)
            QSKIP(qPrintable(last));
        QVERIFY2(script.exitCode() == 0, script.readAllStandardError().constData());
        m_port = last.toInt();
    }
    void cleanupTestCase() { QProcess::execute(peer(), {QStringLiteral("down"), m_directory.path()}); }

    void listsThenFollowsEvents()
    {
        FakeEngine engine;
        engine.containers["web"] = {"running", "Up 5 minutes (healthy)"};
        ConnectorRig rig(dockerConnectorType(), config(engine));
        QCOMPARE(begin(rig), QString());
        QCOMPARE(rig.lines(),
                 (QStringList{
                     QStringLiteral("node C/node/ENGINE \"dub\" at C/site/ENGINE up [Docker 20.10.24, Debian, x86_64]"),
                     QStringLiteral("placement C/placement/web of C/service/web at C/site/ENGINE 1/1 healthy"),
                     QStringLiteral("service C/service/web \"web\""),
                     QStringLiteral("site C/site/ENGINE \"dub\" up"),
                 }));
        engine.containers["web"].status = "Up 6 minutes (unhealthy)";
        engine.say("container", "health_status: unhealthy", "id-web");
        QTRY_COMPARE(rig.placement(QStringLiteral("web")), QStringLiteral("0/1 unhealthy \"its health check fails\""));
        rig.connector().probe();
        QTRY_VERIFY(!rig.beats.isEmpty());
    }

    void aLineThatBreaksIsNoticedAndMadeAgain()
    {
        FakeEngine engine;
        engine.containers["web"];
        ConnectorRig rig(dockerConnectorType(), config(engine));
        QCOMPARE(begin(rig), QString());
        engine.server().closeAll();
        QTRY_COMPARE(rig.failures.size(), 1);
        QCOMPARE(begin(rig), QString());
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("why");
        QTest::newRow("host key not known") << "config-unknown"
                                            << "certificate, not allowed: The host key of ADDRESS is not known. Log in "
                                               "there once by ssh as the user that "
                                               "the keeper runs as, and compare the key that it shows.";
        QTest::newRow("host key changed") << "config-changed"
                                          << "certificate, not allowed: ADDRESS shows another host key than the one "
                                             "that is known. If it was set up anew, "
                                             "remove the old key with ssh-keygen -R; else somebody may be in between.";
        QTest::newRow("key not accepted")
            << "config-stranger"
            << "refused, not allowed: ADDRESS does not let us log in by ssh: USER@127.0.0.1: Permission denied "
               "(publickey). A key without passphrase, or one that an agent holds, is needed; nobody is asked for a "
               "password.";
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, file);
        FakeEngine engine;
        ConnectionConfig wrong = config(engine);
        wrong.options[QStringLiteral("ssh-config")] = m_directory.filePath(file);
        QTEST(failureOf(wrong), "why");
    }

    void saysThatNoServerIsThere()
    {
        FakeEngine engine;
        ConnectionConfig wrong = config(engine);
        wrong.address = QStringLiteral("ssh://127.0.0.1:1/x");
        QVERIFY(failureOf(wrong).startsWith(QLatin1String(
            "unreachable, endpoint: ADDRESS cannot be reached by ssh: ssh: connect to host 127.0.0.1 port 1:")));
    }

    void saysThatTheEngineIsNotThere()
    {
        FakeEngine engine;
        ConnectionConfig wrong = config(engine);
        wrong.address = QStringLiteral("ssh://127.0.0.1:%1/nowhere.sock").arg(m_port);
        QCOMPARE(
            failureOf(wrong),
            QStringLiteral("unreachable, endpoint: ssh reaches ADDRESS, but docker there says: Cannot connect to the "
                           "Docker daemon at unix:///nowhere.sock: No such file or directory."));
    }

    void saysThatDockerIsMissingThere()
    {
        const QString docker = m_directory.filePath(QStringLiteral("bin/docker"));
        QVERIFY(QFile::rename(docker, docker + QStringLiteral(".away")));
        QFile plain(docker); // so that a docker of this machine is not found instead
        QVERIFY(plain.open(QIODevice::WriteOnly));
        plain.write("#!/bin/sh\nexit 127\n");
        plain.close();
        plain.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        FakeEngine engine;
        const QString said = failureOf(config(engine));
        QVERIFY(QFile::remove(docker) && QFile::rename(docker + QStringLiteral(".away"), docker));
        QCOMPARE(said,
                 QStringLiteral("unsupported, endpoint: ssh reaches ADDRESS, but there is no docker command for that "
                                "user."));
    }

private:
    static QString peer() { return qEnvironmentVariable("GRATICULE_SOURCE") + QStringLiteral("/tests/peers/ssh"); }

    ConnectionConfig config(const FakeEngine &engine) const
    {
        ConnectionConfig config;
        config.id = EntityId("C");
        config.name = QStringLiteral("far");
        config.type = QStringLiteral("docker");
        config.address =
            QStringLiteral("ssh://127.0.0.1:%1%2").arg(m_port).arg(engine.address().mid(int(qstrlen("unix://"))));
        config.options.insert(QStringLiteral("ssh-config"), m_directory.filePath(QStringLiteral("config")));
        return config;
    }

    /// Starts and waits for the listing; empty, or how it failed.
    static QString begin(ConnectorRig &rig)
    {
        const qsizetype before = rig.failures.size();
        const int listed = rig.listings;
        rig.start();
        const bool isSaid = QTest::qWaitFor(
            [&] { return rig.listings > 0 || rig.listings != listed || rig.failures.size() > before; }, 20'000);
        if (!isSaid)
            return QStringLiteral("nothing in time");
        return rig.failures.size() > before ? rig.lastFailure() : QString();
    }

    static QString failureOf(const ConnectionConfig &config)
    {
        ConnectorRig rig(dockerConnectorType(), config);
        return begin(rig)
            .replace(config.address.left(200), QStringLiteral("ADDRESS"))
            .replace(QRegularExpression(QStringLiteral(" \\S+@127")), QStringLiteral(" USER@127"));
    }

    QTemporaryDir m_directory;
    int m_port = 0;
};

QTEST_GUILESS_MAIN(TestDockerSsh)
#include "tst_docker_ssh.moc"
