// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/console/program/program.h"
#include "tests/testing/test.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>

using namespace graticule;
using namespace graticule::testing;
using namespace Qt::Literals::StringLiterals;

/// A team's keeper and the consoles of two people, as they would set it up: the real programs only.
class TestTeamKeeper : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<QTemporaryDir>();
        QFile config(at(u"keeper.yaml"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("name: emea\ndata: data\nlisten: 127.0.0.1:0\naddress: localhost:7443\nauthority: authority\n"
                     "host: {labels: {graticule.dev/site: emea-1}}\n");
        config.close();
        QCOMPARE(keeperVerb({u"enrol"_s, u"alice"_s, u"--role"_s, u"operator"_s}), 0);
        QCOMPARE(keeperVerb({u"enrol"_s, u"bob"_s, u"--role"_s, u"viewer"_s}), 0);
        m_keeper = std::make_unique<QProcess>();
        m_keeper->setReadChannel(QProcess::StandardError);
        m_keeper->start(program(), {u"--config"_s, at(u"keeper.yaml"_s)});
        QVERIFY(QTest::qWaitFor([&] { return m_keeper->canReadLine(); }, 20'000));
        m_port = QString::fromUtf8(m_keeper->readLine()).trimmed().section(u':', -1);
        QVERIFY(m_port.toInt() > 0);
    }
    void cleanup()
    {
        m_keeper->terminate();
        QVERIFY(m_keeper->waitForFinished(10'000));
        m_desk.reset();
    }

    void anEnrolmentIsTakenInAndUsedByName()
    {
        const Home home;
        const Ended added = add(home, u"alice"_s);
        QCOMPARE(added.code, 0);
        QVERIFY2(added.out.startsWith("Added \"emea\" at localhost:"), added.out.constData());
        QVERIFY(added.out.contains(", as alice, until 20"));
        const Ended sites = home.run({u"sites"_s, u"--keeper"_s, u"emea"_s, u"--json"_s, u"--wait"_s, u"20"_s});
        QCOMPARE(sites.code, 0);
        QCOMPARE(named(sites.json(), u"sites"_s, u"emea-1"_s)[u"name"_s].toString(), u"emea-1"_s);
        const Ended status =
            home.run({u"keeper"_s, u"status"_s, u"--json"_s, u"--keeper"_s, u"localhost:"_s + m_port}); // its address
        QCOMPARE(status.json()[u"permissions"_s].toArray(), (QJsonArray{u"view"_s, u"operate"_s}));
        QCOMPARE(home.keeper(), 0); // no private one was started
    }

    void aViewerIsRefusedWithTheReason()
    {
        const Home home;
        QCOMPARE(add(home, u"bob"_s).code, 0);
        const Ended refused = home.run({u"connections"_s, u"pause"_s, u"this host"_s, u"--keeper"_s, u"emea"_s});
        QCOMPARE(refused.code, 6);
        QCOMPARE(refused.err, QByteArray("graticule: This needs the role operator; on this keeper you are viewer. "
                                         "Ask its administrator.\n"));
    }

    void whoIsRevokedIsToldSo()
    {
        const Home home;
        QCOMPARE(add(home, u"bob"_s).code, 0);
        QCOMPARE(keeperVerb({u"revoke"_s, u"bob"_s}), 0);
        Ended status;
        QTRY_VERIFY_WITH_TIMEOUT(
            (status = home.run({u"keeper"_s, u"status"_s, u"--keeper"_s, u"emea"_s})).err.contains("was revoked"),
            15'000);
        QCOMPARE(status.code, 6);
    }

    void fleetsAreListedAndForgotten()
    {
        const Home home;
        QCOMPARE(home.run({u"keeper"_s, u"list"_s}).out,
                 QByteArray("This home knows its own fleet only; `graticule keeper add` adds others.\n"));
        QCOMPARE(add(home, u"alice"_s).code, 0);
        QVERIFY(home.run({u"keeper"_s, u"list"_s}).out.startsWith("emea              localhost:"));
        const QJsonArray fleets = home.run({u"keeper"_s, u"list"_s, u"--json"_s}).json()[u"fleets"_s].toArray();
        QCOMPARE(fleets.size(), 1);
        QCOMPARE(fleets[0][u"caller"_s].toString(), u"alice"_s);
        QCOMPARE(home.run({u"keeper"_s, u"remove"_s, u"emea"_s}).out, QByteArray("\"emea\" is forgotten.\n"));
        QCOMPARE(home.run({u"keeper"_s, u"remove"_s, u"emea"_s}).code, 4);
        QCOMPARE(home.run({u"sites"_s, u"--keeper"_s, u"emea"_s}).code, 1);
    }

    void whatCannotBeAddedIsSaid()
    {
        const Home home;
        const auto said = [&](const QString &what) {
            const Ended ended = home.run({u"keeper"_s, u"add"_s, what});
            return QString::number(ended.code) + u' ' + QString::fromUtf8(ended.err).trimmed();
        };
        QCOMPARE(said(u"nothing.enrolment"_s),
                 u"4 graticule: Cannot read nothing.enrolment: No such file or directory."_s);
        QVERIFY(said(at(u"keeper.yaml"_s)).contains(u"This is no enrolment; \"graticuled enrol\""_s));
        QVERIFY(said(u"keeper.example:7443"_s).contains(u"is reached with a certificate"_s));
    }

private:
    static QString program() { return qEnvironmentVariable("GRATICULE_BIN") + u"/graticuled"_s; }
    QString at(const QString &file) const { return m_desk->filePath(file); }

    int keeperVerb(const QStringList &words) const
    {
        QProcess process;
        process.setWorkingDirectory(m_desk->path());
        process.start(program(), words + QStringList{u"--config"_s, at(u"keeper.yaml"_s)});
        return process.waitForFinished(20'000) ? process.exitCode() : -1;
    }

    /// At the port that the keeper really got.
    Ended add(const Home &home, const QString &who) const
    {
        return home.run({u"keeper"_s, u"add"_s, at(who + u".enrolment"_s), u"--at"_s, u"localhost:"_s + m_port});
    }

    std::unique_ptr<QTemporaryDir> m_desk;
    std::unique_ptr<QProcess> m_keeper;
    QString m_port;
};

QTEST_GUILESS_MAIN(TestTeamKeeper)
#include "tst_teamkeeper.moc"
