// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/controlcalls.h"
#include "backend/control/controlserver.h"
#include "backend/control/fleetclient.h"
#include "backend/domain/saying.h"
#include "tests/control/quietkeeper.h"
#include "tests/testing/test.h"

#include <QCryptographicHash>

using namespace graticule;

/// Each role and each call of the API: who may do what is decided by the keeper, call by call.
class TestRoles : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        auto empty = std::make_shared<FleetSnapshot>();
        empty->revision = {QStringLiteral("k1"), 1, 1};
        m_hub.publish(empty);
        ServerOptions options;
        options.listen = QStringLiteral("127.0.0.1:0");
        for (const CallerRole role : {CallerRole::Viewer, CallerRole::Operator, CallerRole::Approver,
                                      CallerRole::Compliance, CallerRole::Maintenance, CallerRole::Admin})
            options.access.tokens.insert(hashOf(roleWord(role)), role);
        m_rules = options.access;
        auto server = ControlServer::start(options, m_hub, m_keeper, nullptr);
        QVERIFY2(server, server ? "" : qPrintable(server.error().text));
        m_server = std::move(server).value();
    }
    void cleanup()
    {
        m_server.reset();
        m_keeper.refusal = {};
    }

    void whoMayWhat()
    {
        const QString expected = QStringLiteral("                     nobody    viewer    operator  approver  admin\n"
                                                "Describe             unknown   yes       yes       yes       yes\n"
                                                "Watch                unknown   yes       yes       yes       yes\n"
                                                "Samples              unknown   yes       yes       yes       yes\n"
                                                "Perform              unknown   no        yes       no        yes\n"
                                                "Connections.List     unknown   yes       yes       yes       yes\n"
                                                "Connections.Save     unknown   no        yes       no        yes\n"
                                                "Connections.Replace  unknown   no        yes       no        yes\n"
                                                "Connections.Remove   unknown   no        yes       no        yes\n"
                                                "Connections.Pause    unknown   no        yes       no        yes\n"
                                                "Connections.Resume   unknown   no        yes       no        yes\n"
                                                "Connections.Retry    unknown   no        yes       no        yes\n"
                                                "Connections.Test     unknown   no        yes       no        yes\n"
                                                "Connections.Discover unknown   no        yes       no        yes\n"
                                                "Connections.Types    unknown   yes       yes       yes       yes\n"
                                                "Connections.Broken   unknown   yes       yes       yes       yes\n"
                                                "Lab.Start            unknown   no        yes       no        yes\n"
                                                "Lab.Stop             unknown   no        yes       no        yes\n"
                                                "Lab.Status           unknown   yes       yes       yes       yes\n");
        const QStringList roles{QStringLiteral("nobody"), QStringLiteral("viewer"), QStringLiteral("operator"),
                                QStringLiteral("approver"), QStringLiteral("admin")};
        QString table = line({}, roles);
        for (const auto &[name, call] : calls()) {
            QStringList answers;
            for (const QString &role : roles)
                answers.append(answerTo(call, role));
            table += line(name, answers);
        }
        QCOMPARE(table, expected);
    }

    void thoseWhoLookOnlyMayChangeNothing()
    {
        for (const auto &[name, call] : calls()) {
            const QString asViewer = answerTo(call, QStringLiteral("viewer"));
            for (const char *role : {"compliance", "maintenance"})
                QCOMPARE(name + answerTo(call, QLatin1String(role)), name + asViewer);
        }
    }

    void theRefusalSaysWhatIsNeededAndWhatOneIs()
    {
        const ControlCalls viewer(channelOf(QStringLiteral("viewer")));
        QString text;
        viewer.pause(this, QStringLiteral("x"), [&](const auto &reply) { text = reply.error().text; });
        QTRY_COMPARE(text, QStringLiteral("This needs the role operator; on this keeper you are viewer. "
                                          "Ask its administrator."));
        const ControlCalls approver(channelOf(QStringLiteral("approver")));
        approver.stopLab(this, [&](const auto &reply) { text = reply.error().text; });
        QTRY_COMPARE(text, QStringLiteral("This needs the role operator; on this keeper you are approver. "
                                          "Ask its administrator."));
    }

    /// Headers of a call have 8 kB, and what is no ASCII takes three times its bytes there.
    void refusalsOfAnyLengthAndWritingArrive_data()
    {
        QTest::addColumn<QString>("letter");
        QTest::addColumn<int>("length");
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("short") << QStringLiteral("x") << 100 << true;
        QTest::newRow("ASCII") << QStringLiteral("x") << 1'500 << true;
        QTest::newRow("short, but not in a header") << QStringLiteral("集") << 150 << true;
        QTest::newRow("two bytes each") << QStringLiteral("ü") << 1'200 << false;
        QTest::newRow("three bytes each") << QStringLiteral("集") << 900 << false;
        QTest::newRow("percent") << QStringLiteral("%") << 2'500 << false;
        QTest::newRow("far too long") << QStringLiteral("x") << 100'000 << false;
        QTest::newRow("far too long, three bytes each") << QStringLiteral("集") << 100'000 << false;
    }
    void refusalsOfAnyLengthAndWritingArrive()
    {
        QFETCH(QString, letter);
        QFETCH(int, length);
        QFETCH(bool, isWhole);
        m_keeper.refusal = saidError(ErrorKind::NotFound, Fault::Input, "same.no-service", {letter.repeated(length)});
        std::optional<Error> got;
        ControlCalls(channelOf(QStringLiteral("operator"))).remove(this, QStringLiteral("x"), [&](const auto &reply) {
            got = reply.error();
        });
        QTRY_VERIFY(got);
        QCOMPARE(int(got->kind), int(ErrorKind::NotFound));
        QVERIFY2(got->text.contains(letter.repeated(100)), qPrintable(got->text.left(200)));
        QCOMPARE(got->code, isWhole ? QStringLiteral("same.no-service") : QString());
        QVERIFY(!isWhole || got->text == m_keeper.refusal.text);
    }

    void everyoneIsToldWhatTheyMay()
    {
        QStringList said;
        for (const QString &role :
             {QStringLiteral("viewer"), QStringLiteral("operator"), QStringLiteral("approver"),
              QStringLiteral("compliance"), QStringLiteral("maintenance"), QStringLiteral("admin")}) {
            QString line;
            ControlCalls(channelOf(role)).describe(this, [&](const Result<Description> &reply) {
                line = role + QStringLiteral(": ") +
                       (reply ? reply->permissions.join(QLatin1Char(' ')) : reply.error().text);
            });
            QTRY_VERIFY(!line.isEmpty());
            said.append(line);
        }
        QCOMPARE(said.join(QLatin1Char('\n')), QStringLiteral("viewer: view\n"
                                                              "operator: view operate\n"
                                                              "approver: view approve\n"
                                                              "compliance: view audit\n"
                                                              "maintenance: view\n"
                                                              "admin: view operate approve admin audit"));
    }

    void rulesThatChangeEndWhatTheyForbidAndNothingElse()
    {
        FleetClient viewer(m_clock, {});
        FleetClient admin(m_clock, {});
        viewer.follow(channelOf(QStringLiteral("viewer")));
        admin.follow(channelOf(QStringLiteral("admin")));
        QTRY_COMPARE(viewer.link().state, KeeperLink::State::Live);
        QTRY_COMPARE(admin.link().state, KeeperLink::State::Live);
        QList<KeeperLink::State> adminStates;
        connect(&admin, &FleetClient::linkChanged, this,
                [&](const KeeperLink &link) { adminStates.append(link.state); });

        AccessRules rules = m_rules;
        rules.tokens.remove(hashOf(QStringLiteral("viewer")));
        m_server->setAccess(rules);
        QTRY_COMPARE(viewer.link().state, KeeperLink::State::Lost);
        QTRY_COMPARE(viewer.link().error.kind, ErrorKind::Refused);
        QCOMPARE(m_server->watchers(), 1);
        QVERIFY(!adminStates.contains(KeeperLink::State::Lost));
    }

private:
    /// One call of the API; says "yes" when the keeper let it through, whatever it then answered.
    using Answer = std::function<void(const std::optional<Error> &)>;
    using Call = std::function<void(const ControlCalls &, const Answer &)>;

    static QByteArray hashOf(const QString &token)
    {
        return QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256).toHex();
    }

    static QString line(const QString &first, const QStringList &rest)
    {
        QString text = first.leftJustified(20);
        for (const QString &cell : rest)
            text += QLatin1Char(' ') + cell.leftJustified(9);
        return text.trimmed().isEmpty()
                   ? text
                   : QString(text).replace(QRegularExpression(QStringLiteral(" +$")), {}) + QLatin1Char('\n');
    }

    std::shared_ptr<ControlChannel> channelOf(const QString &role) const
    {
        ControlAddress address;
        address.target = QStringLiteral("127.0.0.1:%1").arg(m_server->port());
        address.token = role.toUtf8();
        return ControlChannel::open(address).value();
    }

    template<class T> static std::optional<Error> errorOf(const Result<T> &reply)
    {
        return reply ? std::optional<Error>() : reply.error();
    }

    QList<std::pair<QString, Call>> calls()
    {
        const QString x = QStringLiteral("x");
        const auto reply = [](const Answer &done) { return [done](const auto &result) { done(errorOf(result)); }; };
        const auto last = [](const Answer &done) {
            return [done](const auto &step) {
                if (step.finished)
                    done(step.error.text.isEmpty() ? std::optional<Error>() : step.error);
            };
        };
        return {
            {QStringLiteral("Describe"), [=, this](const auto &c, const Answer &a) { c.describe(this, reply(a)); }},
            {QStringLiteral("Watch"), {}},
            {QStringLiteral("Samples"),
             [=, this](const auto &c, const Answer &a) {
                 c.samples(this, {EntityId("x"), {}}, reply(a));
             }},
            {QStringLiteral("Perform"),
             [=, this](const auto &c, const Answer &a) {
                 c.perform(this, {x, EntityId("x"), {}, {}}, last(a));
             }},
            {QStringLiteral("Connections.List"),
             [=, this](const auto &c, const Answer &a) { c.connections(this, reply(a)); }},
            {QStringLiteral("Connections.Save"),
             [=, this](const auto &c, const Answer &a) { c.save(this, {}, reply(a)); }},
            {QStringLiteral("Connections.Replace"),
             [=, this](const auto &c, const Answer &a) { c.replace(this, {}, {}, reply(a)); }},
            {QStringLiteral("Connections.Remove"),
             [=, this](const auto &c, const Answer &a) { c.remove(this, x, reply(a)); }},
            {QStringLiteral("Connections.Pause"),
             [=, this](const auto &c, const Answer &a) { c.pause(this, x, reply(a)); }},
            {QStringLiteral("Connections.Resume"),
             [=, this](const auto &c, const Answer &a) { c.resume(this, x, reply(a)); }},
            {QStringLiteral("Connections.Retry"),
             [=, this](const auto &c, const Answer &a) { c.retry(this, x, reply(a)); }},
            {QStringLiteral("Connections.Test"),
             [=, this](const auto &c, const Answer &a) { c.test(this, {}, last(a)); }},
            {QStringLiteral("Connections.Discover"),
             [=, this](const auto &c, const Answer &a) { c.discover(this, reply(a)); }},
            {QStringLiteral("Connections.Types"),
             [=, this](const auto &c, const Answer &a) { c.connectorTypes(this, reply(a)); }},
            {QStringLiteral("Connections.Broken"),
             [=, this](const auto &c, const Answer &a) { c.brokenFiles(this, reply(a)); }},
            {QStringLiteral("Lab.Start"),
             [=, this](const auto &c, const Answer &a) { c.startLab(this, 0, 0, reply(a)); }},
            {QStringLiteral("Lab.Stop"), [=, this](const auto &c, const Answer &a) { c.stopLab(this, reply(a)); }},
            {QStringLiteral("Lab.Status"), [=, this](const auto &c, const Answer &a) { c.labStatus(this, reply(a)); }},
        };
    }

    QString answerTo(const Call &call, const QString &role)
    {
        if (!call)
            return answerToWatch(role);
        QString answer;
        call(ControlCalls(channelOf(role)), [&](const std::optional<Error> &error) { answer = wordFor(error); });
        return QTest::qWaitFor([&] { return !answer.isEmpty(); }, 10'000) ? answer : QStringLiteral("silence");
    }

    QString answerToWatch(const QString &role)
    {
        FleetClient client(m_clock, {});
        client.follow(channelOf(role));
        const auto isSaid = [&] {
            return client.link().state == KeeperLink::State::Live || client.link().state == KeeperLink::State::Lost;
        };
        if (!QTest::qWaitFor(isSaid, 10'000))
            return QStringLiteral("silence");
        return client.link().state == KeeperLink::State::Live ? QStringLiteral("yes") : wordFor(client.link().error);
    }

    static QString wordFor(const std::optional<Error> &error)
    {
        if (!error || error->kind != ErrorKind::Refused)
            return QStringLiteral("yes");
        return error->text.contains(QLatin1String("no certificate or token")) ? QStringLiteral("unknown")
                                                                              : QStringLiteral("no");
    }

    SystemClock m_clock;
    SnapshotHub m_hub;
    testing::QuietKeeper m_keeper;
    AccessRules m_rules;
    std::unique_ptr<ControlServer> m_server;
};

QTEST_GUILESS_MAIN(TestRoles)
#include "tst_roles.moc"
