// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/authority/enrolment.h"
#include "backend/control/controlcalls.h"
#include "backend/control/fleetclient.h"
#include "tests/testing/test.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace graticule;

namespace {

QString program()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/graticuled");
}

} // namespace

/// A team's keeper that gives out certificates by itself: the real program, its verbs, and consoles that use what they
/// were given.
class TestEnrolment : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        writeConfig({});
    }
    void cleanup()
    {
        if (m_keeper) {
            m_keeper->terminate();
            QVERIFY(m_keeper->waitForFinished(10'000));
            QCOMPARE(m_keeper->exitCode(), 0);
            m_keeper.reset();
        }
        m_folder.reset();
    }

    void enrolsByName()
    {
        const QString said = verb({"enrol", "alice", "--role", "operator"});
        QVERIFY2(said.startsWith(QLatin1String("0 alice may reach emea at localhost:7443 as operator, until ")),
                 qPrintable(said));
        const auto enrolment = Enrolment::read(in("alice.enrolment"));
        QVERIFY2(enrolment, enrolment ? "" : qPrintable(enrolment.error().text));
        QCOMPARE(enrolment->keeper, QStringLiteral("emea"));
        QCOMPARE(enrolment->address, QStringLiteral("localhost:7443"));
        QCOMPARE(enrolment->role, CallerRole::Operator);
        QVERIFY2(!said.contains(QLatin1String("PRIVATE")), "keys are never printed");
        constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        for (const char *file : {"alice.enrolment", "authority/authority.pem", "authority/server.pem"})
            QCOMPARE(QFile::permissions(in(file)) & ~ownerOnly, QFile::Permissions());
        QVERIFY(verb({"clients"}).startsWith(QLatin1String("0 alice                 operator  until ")));
    }

    void twoFirstOnesAtOnceEndWell()
    {
        QProcess alice;
        QProcess bob;
        for (const auto &[process, name] :
             {std::pair(&alice, QStringLiteral("alice")), {&bob, QStringLiteral("bob")}}) {
            process->setWorkingDirectory(m_folder->path());
            process->start(program(), {QStringLiteral("enrol"), name, QStringLiteral("--role"),
                                       QStringLiteral("viewer"), QStringLiteral("--config"), in("keeper.yaml")});
        }
        for (QProcess *process : {&alice, &bob}) {
            QVERIFY(process->waitForFinished(20'000));
            QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
        }
        startKeeper();
        QCOMPARE(describe(QStringLiteral("alice")), QStringLiteral("alice: view"));
        QCOMPARE(describe(QStringLiteral("bob")), QStringLiteral("bob: view"));
    }

    void enrolsAPeerIntoAFolder()
    {
        QVERIFY(verb({"enrol", "dub1", "--role", "viewer", "--days", "30", "--dir", "dub1"})
                    .endsWith(QLatin1String("dub1 holds ca.pem, client.pem and client.key.\n")));
        for (const char *file : {"dub1/ca.pem", "dub1/client.pem", "dub1/client.key"})
            QVERIFY2(QFileInfo::exists(in(file)), file);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const QString &words, const QString &said) {
            QTest::newRow(name) << words.split(QLatin1Char('|')) << said;
        };
        row("no such role", QStringLiteral("enrol|alice|--role|king"),
            QStringLiteral(
                "2 graticuled: --role takes one of viewer, operator, approver, compliance, maintenance, admin\n"));
        row("no name that can be", QStringLiteral("enrol|../x|--role|viewer|--out|x"),
            QStringLiteral("1 graticuled: \"../x\" cannot be a name: letters, digits, spaces and . _ @ + - can, at "
                           "most 64 bytes.\n"));
        row("nothing to renew", QStringLiteral("rotate"),
            QStringLiteral(
                "1 graticuled: There is no authority in %1/authority yet; \"graticuled enrol\" makes it.\n"));
        row("nobody to revoke", QStringLiteral("revoke|eve"),
            QStringLiteral(
                "1 graticuled: There is no authority in %1/authority yet; \"graticuled enrol\" makes it.\n"));
        row("nobody yet", QStringLiteral("clients"), QStringLiteral("0 Nobody is enrolled.\n"));
        row("not made yet", QStringLiteral("check"),
            QStringLiteral("1 %1/keeper.yaml:1: authority: there is none in %1/authority yet; \"graticuled enrol\" "
                           "makes it\n"));
    }
    void saysWhatIsWrong()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, said);
        QCOMPARE(verb(words), said.contains(QLatin1String("%1")) ? said.arg(m_folder->path()) : said);
    }

    void theFileSaysWhereTheAuthorityIs()
    {
        write("keeper.yaml", "data: data\n");
        const QString said = verb({"enrol", "alice", "--role", "viewer"});
        QVERIFY2(said.contains(QLatin1String("keeper.yaml: authority: is missing.")), qPrintable(said));
        writeConfig("tls: {certificate: a.pem, key: a.key}\n");
        QVERIFY(verb({"enrol", "alice", "--role", "viewer"})
                    .contains(QLatin1String("tls: comes from the keeper's own authority; leave out either")));
    }

    void everyRoleComesIn()
    {
        for (const char *role : {"viewer", "operator", "approver", "admin"})
            verb({"enrol", role, "--role", role});
        startKeeper();
        QStringList said;
        for (const char *role : {"viewer", "operator", "approver", "admin"})
            said.append(describe(QString::fromLatin1(role)));
        QCOMPARE(said.join(QLatin1Char('\n')), QStringLiteral("viewer: view\n"
                                                              "operator: view operate\n"
                                                              "approver: view approve\n"
                                                              "admin: view operate approve admin audit"));
    }

    void somebodyEnrolledWhileItRunsComesIn()
    {
        verb({"enrol", "alice", "--role", "admin"});
        startKeeper();
        verb({"enrol", "bob", "--role", "viewer"});
        QTRY_COMPARE_WITH_TIMEOUT(describe(QStringLiteral("bob")), QStringLiteral("bob: view"), 10'000);
    }

    void rotationCutsNothing()
    {
        verb({"enrol", "alice", "--role", "operator"});
        startKeeper();
        FleetClient alice(m_clock, {});
        alice.follow(channelOf(QStringLiteral("alice")));
        QTRY_COMPARE_WITH_TIMEOUT(alice.link().state, KeeperLink::State::Live, 10'000);
        QStringList states;
        connect(&alice, &FleetClient::linkChanged, this, [&](const KeeperLink &link) {
            if (link.state != KeeperLink::State::Live)
                states.append(link.error.text);
        });

        const QByteArray before = serverCertificate();
        QVERIFY(verb({"rotate"}).startsWith(QLatin1String("0 emea has a new certificate, until ")));
        QVERIFY(serverCertificate() != before);
        QVERIFY(verb({"rotate", "--authority"}).startsWith(QLatin1String("0 emea has a new authority.")));
        QVERIFY(verb({"enrol", "bob", "--role", "viewer"}).startsWith(QLatin1Char('0')));
        // Who was enrolled by the earlier authority, and trusts that one only, comes in as who was by the new one.
        QTRY_COMPARE_WITH_TIMEOUT(describe(QStringLiteral("bob")), QStringLiteral("bob: view"), 15'000);
        QCOMPARE(describe(QStringLiteral("alice")), QStringLiteral("alice: view operate"));
        QVERIFY(verb({"rotate", "--authority"}).startsWith(QLatin1Char('0'))); // two generations later, too
        QVERIFY(verb({"enrol", "carol", "--role", "viewer"}).startsWith(QLatin1Char('0')));
        QTRY_COMPARE_WITH_TIMEOUT(describe(QStringLiteral("carol")), QStringLiteral("carol: view"), 15'000);
        QCOMPARE(describe(QStringLiteral("alice")), QStringLiteral("alice: view operate"));
        QCOMPARE(alice.link().state, KeeperLink::State::Live);
        QCOMPARE(states, QStringList());
    }

    void whoIsRevokedIsOutAtOnce()
    {
        verb({"enrol", "alice", "--role", "operator"});
        verb({"enrol", "bob", "--role", "viewer"});
        startKeeper();
        FleetClient alice(m_clock, {});
        FleetClient bob(m_clock, {});
        alice.follow(channelOf(QStringLiteral("alice")));
        bob.follow(channelOf(QStringLiteral("bob")));
        QTRY_COMPARE_WITH_TIMEOUT(alice.link().state, KeeperLink::State::Live, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(bob.link().state, KeeperLink::State::Live, 10'000);
        int bobsTroubles = 0;
        connect(&bob, &FleetClient::linkChanged, this,
                [&](const KeeperLink &link) { bobsTroubles += link.state == KeeperLink::State::Lost; });

        QCOMPARE(verb({"revoke", "alice"}), QStringLiteral("0 alice may not reach emea any more. A keeper that runs "
                                                           "ends what is open within seconds.\n"));
        QTRY_COMPARE_WITH_TIMEOUT(alice.link().state, KeeperLink::State::Lost, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(alice.link().error.text.contains(QLatin1String("was revoked")), 10'000);
        QCOMPARE(bobsTroubles, 0);
        QVERIFY(describe(QStringLiteral("alice")).contains(QLatin1String("this certificate was revoked")));
        QVERIFY(verb({"clients"}).contains(QLatin1String("alice                 operator  revoked 20")));
    }

    void aMistakeInTheFileDoesNotKeepARevokedOneIn()
    {
        verb({"enrol", "alice", "--role", "operator"});
        startKeeper();
        FleetClient alice(m_clock, {});
        alice.follow(channelOf(QStringLiteral("alice")));
        QTRY_COMPARE_WITH_TIMEOUT(alice.link().state, KeeperLink::State::Live, 10'000);
        const QByteArray good = contents("keeper.yaml");
        QVERIFY(QFile::copy(in("keeper.yaml"), in("good.yaml")));
        write("keeper.yaml", good + "clients: {tokens: [{file: nowhere, role: admin}]}\n");
        QCOMPARE(verb({"revoke", "alice"}, "good.yaml").left(2), QStringLiteral("0 "));
        QTRY_COMPARE_WITH_TIMEOUT(alice.link().state, KeeperLink::State::Lost, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(alice.link().error.text.contains(QLatin1String("was revoked")), 10'000);
    }

    void aRegisterThatIsGoneLetsNobodyBackIn()
    {
        verb({"enrol", "alice", "--role", "operator"});
        verb({"revoke", "alice"});
        startKeeper();
        QVERIFY(describe(QStringLiteral("alice")).contains(QLatin1String("was revoked")));
        QVERIFY(QFile::remove(in("authority/clients.json")));
        QTRY_VERIFY_WITH_TIMEOUT(m_keeper->canReadLine(), 10'000);
        QCOMPARE(QString::fromUtf8(m_keeper->readLine()),
                 QStringLiteral("%1 is missing; it says who was enrolled and who was revoked: put it back. Who was "
                                "enrolled and who was revoked stays as it was.\n")
                     .arg(in("authority/clients.json")));
        QVERIFY(describe(QStringLiteral("alice")).contains(QLatin1String("was revoked")));
        QVERIFY(verb({"enrol", "alice", "--role", "admin"}).startsWith(QLatin1Char('1')));
    }

private:
    QString in(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    void write(const char *name, const QByteArray &bytes) const
    {
        QFile file(in(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    void writeConfig(const QByteArray &more) const
    {
        write("keeper.yaml", "name: emea\ndata: data\nlisten: 127.0.0.1:0\naddress: localhost:7443\n"
                             "authority: authority\nhost: {report: false}\n" +
                                 more);
    }

    /// Runs a verb in the folder: exit code and what it printed.
    QString verb(const QStringList &words, const char *config = "keeper.yaml") const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder->path());
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program(), words + QStringList{QStringLiteral("--config"), in(config)});
        process.waitForFinished(20'000);
        return QString::number(process.exitCode()) + QLatin1Char(' ') + QString::fromUtf8(process.readAll());
    }
    QString verb(std::initializer_list<const char *> words, const char *config = "keeper.yaml") const
    {
        QStringList list;
        for (const char *word : words)
            list.append(QString::fromLatin1(word));
        return verb(list, config);
    }

    void startKeeper()
    {
        m_keeper = std::make_unique<QProcess>();
        m_keeper->setReadChannel(QProcess::StandardError);
        m_keeper->start(program(), {QStringLiteral("--config"), in("keeper.yaml")});
        QVERIFY(QTest::qWaitFor([&] { return m_keeper->canReadLine(); }, 20'000));
        const QString said = QString::fromUtf8(m_keeper->readLine());
        m_port = said.section(QLatin1Char(':'), -1).toInt();
        QVERIFY2(m_port > 0, qPrintable(said));
    }

    QByteArray serverCertificate() const { return contents("authority/server.pem"); }

    QByteArray contents(const char *name) const
    {
        QFile file(in(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// With what @p name was given, as a console would use it.
    std::shared_ptr<ControlChannel> channelOf(const QString &name) const
    {
        const auto enrolment = Enrolment::read(m_folder->filePath(name + QStringLiteral(".enrolment")));
        if (!enrolment)
            qFatal("%s", qPrintable(enrolment.error().text));
        const QString base = m_folder->filePath(name);
        for (const auto &[suffix, bytes] :
             {std::pair(".ca", enrolment->authorities), std::pair(".pem", enrolment->certificate),
              std::pair(".key", enrolment->key)}) {
            QFile file(base + QLatin1String(suffix));
            if (!file.open(QIODevice::WriteOnly))
                qFatal("cannot write %s", qPrintable(file.fileName()));
            file.write(bytes);
        }
        ControlAddress address;
        address.target = QStringLiteral("localhost:%1").arg(m_port);
        address.tls = true;
        address.caFile = base + QStringLiteral(".ca");
        address.certificateFile = base + QStringLiteral(".pem");
        address.keyFile = base + QStringLiteral(".key");
        return ControlChannel::open(address).value();
    }

    /// "name: permissions", or what it was told instead.
    QString describe(const QString &name)
    {
        QString answer;
        ControlCalls(channelOf(name)).describe(this, [&](const Result<Description> &reply) {
            answer = reply ? reply->caller + QStringLiteral(": ") + reply->permissions.join(QLatin1Char(' '))
                           : reply.error().text;
        });
        return QTest::qWaitFor([&] { return !answer.isEmpty(); }, 15'000) ? answer : QStringLiteral("silence");
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_keeper;
    int m_port = 0;
};

QTEST_GUILESS_MAIN(TestEnrolment)
#include "tst_enrolment.moc"
