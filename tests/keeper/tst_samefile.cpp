// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/samedecisions.h"
#include "tests/keeper/webdesk.h"
#include "tests/testing/test.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace graticule;
using namespace graticule::testing;

/// The file of what people said of services that look like the same.
class TestSameFile : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Test::init();
        m_directory = std::make_unique<QTemporaryDir>();
    }

    void aHubOfThousandsIsTakenBackInNoTime()
    {
        QList<SameDecision> decisions;
        for (int i = 0; i < 9'990; ++i) {
            const QString other = QStringLiteral("gone%1/service/shop/web").arg(i);
            decisions.append(SameDecision{{kDock, QStringLiteral("shop/web"), QStringLiteral("dock")},
                                          {EntityId(other), QStringLiteral("shop/web"), QStringLiteral("gone")},
                                          true,
                                          QStringLiteral("shop/web"),
                                          {},
                                          {}});
        }
        QFile file(m_directory->path() + QStringLiteral("/same-services.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(SameDecisions::toJson(decisions));
        file.close();
        WebDesk desk(m_directory->path());
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x1"));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(desk.decide(kKube, kDock)); // which the fleet shows as a part of the whole
        QCOMPARE(desk.services(), QStringLiteral("shop/web x2"));
        QVERIFY(desk.keeper->same().undecideSame(kKube, kDock));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x1"));
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }

    /// Written it could not be read again, and all that was said would be lost.
    void whatWouldNotBeReadAgainIsNotWritten()
    {
        const QString path = m_directory->path() + QStringLiteral("/same-services.json");
        QList<SameDecision> decisions;
        for (int i = 0; i < 99; ++i)
            decisions.append(
                SameDecision{{EntityId("a"), QString(100'000, u'x'), {}}, {EntityId("b"), {}, {}}, false, {}, {}, {}});
        decisions.last().one.name.resize(95'000);
        QByteArray json = SameDecisions::toJson(decisions);
        json.append(QByteArray(10'000'000 - json.size(), '\n')); // as large as a file may be
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
        file.close();
        const qsizetype room = 10'000'000 - SameDecisions::toJson(decisions).size();
        QVERIFY(room > 0);
        {
            WebDesk desk(m_directory->path());
            QVERIFY(desk.keeper->brokenFiles().isEmpty());
            const auto said = desk.keeper->same().decideSame(kDock, kKube, false, QString(room, u'w'));
            QCOMPARE(said.error().code, QStringLiteral("same.too-many"));
            QCOMPARE(desk.same().decisions.size(), 99);
            QCOMPARE(desk.same().suggestions.size(), 1);
        }
        WebDesk again(m_directory->path());
        QVERIFY(again.keeper->brokenFiles().isEmpty());
        QCOMPARE(again.same().decisions.size(), 99);
    }

    void whatSomebodyElseWroteIsNotLost()
    {
        WebDesk desk(m_directory->path());
        QVERIFY(desk.decide(kDock, kKube));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x2"));
        QFile file(m_directory->path() + QStringLiteral("/same-services.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QList<SameDecision> decisions = *SameDecisions::fromJson(file.readAll());
        file.close();
        QCOMPARE(decisions.size(), 1);
        decisions.append(
            SameDecision{{EntityId("a/service/x"), {}, {}}, {EntityId("b/service/x"), {}, {}}, false, {}, {}, {}});
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(SameDecisions::toJson(decisions)); // from a backup, say
        file.close();
        QVERIFY(desk.keeper->same().undecideSame(kDock, kKube));
        QCOMPARE(desk.same().decisions.size(), 1);
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x1"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{");
        file.close();
        QVERIFY(!desk.decide(kDock, kKube));
        QVERIFY(!desk.keeper->brokenFiles().isEmpty());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(SameDecisions::toJson(decisions));
        file.close();
        QCOMPARE(desk.same().decisions.size(), 2); // it is whole again
        QVERIFY(desk.keeper->brokenFiles().isEmpty());
        QCOMPARE(desk.services(), QStringLiteral("shop/web x2"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{");
        file.close();
        QVERIFY(!desk.keeper->same().undecideSame(kDock, kKube));
        QVERIFY(file.remove()); // whoever does away with it begins with what is known
        QVERIFY(desk.keeper->same().undecideSame(kDock, kKube));
        QCOMPARE(desk.same().decisions.size(), 1);
        QVERIFY(file.exists());
    }

    /// To open one would wait for whoever writes into it.
    void aPipeIsNotRead()
    {
        const QByteArray path = QFile::encodeName(m_directory->path() + QStringLiteral("/same-services.json"));
        QCOMPARE(::mkfifo(path.constData(), 0600), 0);
        WebDesk desk(m_directory->path());
        QCOMPARE(desk.keeper->brokenFiles().first().mistakes,
                 QStringList{QStringLiteral("cannot be read: it is no plain file")});
    }

    void aBrokenFileIsLeftAloneAndTold()
    {
        const QString path = m_directory->path() + QStringLiteral("/same-services.json");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"decisions\": [{}]}");
        file.close();
        WebDesk desk(m_directory->path());
        QCOMPARE(desk.keeper->brokenFiles().first().mistakes,
                 QStringList{QStringLiteral("cannot be read: decision 1 is not whole")});
        QVERIFY(!desk.keeper->same().decideSame(kDock, kKube, true, {}));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{\"decisions\": [{}]}"));
    }

    void hostileFiles()
    {
        for (const char *json :
             {"", "[]", "{}", "{\"decisions\": 1}", "{\"decisions\": [1]}", "\xff\xfe",
              "{\"decisions\": [{\"same\": true, \"services\": [{\"id\": \"a\"}, {\"id\": \"b\"}]}]}"})
            QVERIFY2(!SameDecisions::fromJson(json), json);
        QVERIFY(!SameDecisions::fromJson(QByteArray(100'000, '[')));
        // More than are kept: read in part, the rest would be lost with the next decision.
        const QByteArray one = R"({"services": [{"id": "a"}, {"id": "b"}]},)";
        QVERIFY(!SameDecisions::fromJson("{\"decisions\": [" + one.repeated(10'001).chopped(1) + "]}"));
        const auto none = SameDecisions::fromJson("{\"decisions\": []}");
        QVERIFY(none && none->isEmpty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
};

QTEST_GUILESS_MAIN(TestSameFile)
#include "tst_samefile.moc"
