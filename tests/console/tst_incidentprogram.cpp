// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/console/labstates.h"
#include "tests/testing/test.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

using namespace graticule;
using namespace graticule::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

/// graticuled --replay, ended with this.
class Replay
{
public:
    Replay(const Home &home, const QString &file)
        : m_socket(home.path(u"replay.sock"_s))
    {
        m_process.start(qEnvironmentVariable("GRATICULE_BIN") + u"/graticuled"_s,
                        {u"--replay"_s, file, u"--socket"_s, m_socket});
        while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine())
            m_process.waitForReadyRead(Home::kDeadlineMs);
        m_said = m_process.readLine();
    }
    ~Replay()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    QString address() const { return u"unix://"_s + m_socket; }
    QByteArray said() const { return m_said; }

private:
    QString m_socket;
    QProcess m_process;
    QByteArray m_said;
};

} // namespace

/// The whole program, its keeper and the lab: a stretch of time is taken away as a file and looked at in another home.
class TestIncidentProgram : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void whatBrokeIsSeenInAnotherHome()
    {
        const Home home;
        const Home other;
        QVERIFY(becomes(home, u"cpt1"_s, u"healthy"_s));
        const QString before = nowIso();
        QCOMPARE(home.run({u"lab"_s, u"fault"_s, u"site-down"_s, u"cpt1"_s}).code, 0);
        QVERIFY(becomes(home, u"cpt1"_s, u"down"_s));
        const QString broken = nowIso();
        QCOMPARE(home.run({u"lab"_s, u"heal"_s, u"cpt1"_s}).code, 0);
        QVERIFY(becomes(home, u"cpt1"_s, u"healthy"_s));
        const QString after = nowIso();
        // Recorded, so asked for, is what is on the disk: a second later at most.
        QVERIFY(QTest::qWaitFor([&] { return home.run({u"sites"_s, u"--at"_s, after}).code == 0; }));
        QVERIFY(QTest::qWaitFor(
            [&] { return QDateTime::currentDateTimeUtc() > QDateTime::fromString(after, Qt::ISODate).addSecs(7); },
            20'000));

        const QString file = other.path(u"outage.graticule-incident"_s);
        const Ended exported = home.run({u"incident"_s, u"export"_s, u"--from"_s, u"1h"_s, u"-o"_s, file});
        QVERIFY2(exported.code == 0, exported.err);
        QVERIFY2(exported.out.contains("signature  holds"), exported.out);
        QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(home.run({u"incident"_s, u"verify"_s, file}).code, 0);

        const Ended there = other.run({u"incident"_s, u"verify"_s, file});
        QCOMPARE(there.code, 6);
        QVERIFY2(there.out.contains("not known here"), there.out);

        {
            const Replay replay(other, file);
            QVERIFY2(replay.said().startsWith("replays "), replay.said());
            for (const QString &moment : {before, broken, after}) {
                const QStringList asked{u"sites"_s, u"--json"_s, u"--at"_s, moment};
                const QJsonObject ours = home.run(asked).json();
                const QJsonObject theirs = other.run(asked + QStringList{u"--keeper"_s, replay.address()}).json();
                for (const QString &site : {u"cpt1"_s, u"fra1"_s, u"sin1"_s})
                    QCOMPARE(stateOf(theirs, site), stateOf(ours, site));
                QCOMPARE(theirs.value(u"sites"_s).toArray().size(), ours.value(u"sites"_s).toArray().size());
                QCOMPARE(stateOf(theirs, u"cpt1"_s), moment == broken ? u"down"_s : u"healthy"_s);
            }
            const Ended refused = other.run({u"lab"_s, u"start"_s, u"--keeper"_s, replay.address()});
            QVERIFY(refused.code != 0);
            QCOMPARE(other.keeper(), 0); // nothing of that home was started
        }

        QFile tampered(file);
        QVERIFY(tampered.open(QIODevice::ReadWrite));
        tampered.seek(tampered.size() / 2);
        const char was = tampered.read(1).at(0);
        tampered.seek(tampered.size() / 2);
        tampered.putChar(char(was ^ 1));
        tampered.close();
        const Ended changed = home.run({u"incident"_s, u"verify"_s, file});
        QCOMPARE(changed.code, 7);
        QVERIFY2((changed.out + changed.err).toLower().contains("section"), changed.out + changed.err);
    }

    void aWindowOnWhatIsNoIncidentFileSaysSo()
    {
        const Home home;
        const QString file = home.path(u"broken.graticule-incident"_s);
        QFile broken(file);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("\x89GINCID\nand then something else");
        broken.close();
        const Ended ended = home.run({file});
        QCOMPARE(ended.code, 7);
        QVERIFY2(ended.err.contains("broken.graticule-incident") && ended.err.contains("form"), ended.err);
        QCOMPARE(home.keeper(), 0);
    }

    void anExportThatFailsLeavesNoFile()
    {
        const Home home;
        QVERIFY(becomes(home, u"cpt1"_s, u"healthy"_s));
        const QString file = home.path(u"none.graticule-incident"_s);
        const Ended early = home.run({u"incident"_s, u"export"_s, u"--from"_s, u"2001-01-01T00:00:00Z"_s, u"--to"_s,
                                      u"2001-01-02T00:00:00Z"_s, u"-o"_s, file});
        QCOMPARE(early.code, 4);
        QVERIFY2(early.err.contains("Nothing is recorded of that time"), early.err);
        QVERIFY(!QFile::exists(file));
        QCOMPARE(home.run({u"incident"_s, u"export"_s, u"-o"_s, file}).code, 1);
    }
};

QTEST_GUILESS_MAIN(TestIncidentProgram)
#include "tst_incidentprogram.moc"
