// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/console/labstates.h"
#include "tests/testing/test.h"

#include <QDateTime>

using namespace graticule;
using namespace graticule::testing;
using namespace Qt::Literals::StringLiterals;

/// The whole program and its keeper, with the lab: what broke and was healed is seen broken again.
class TestPastProgram : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasDownIsSeenDownAgain()
    {
        const Home home;
        QVERIFY(becomes(home, u"cpt1"_s, u"healthy"_s));
        const QString before = nowIso();
        QCOMPARE(home.run({u"lab"_s, u"fault"_s, u"site-down"_s, u"cpt1"_s}).code, 0);
        QVERIFY(becomes(home, u"cpt1"_s, u"down"_s));
        const QString broken = nowIso();
        QCOMPARE(home.run({u"lab"_s, u"heal"_s, u"cpt1"_s}).code, 0);
        QVERIFY(becomes(home, u"cpt1"_s, u"healthy"_s));

        const QString file = home.path(u"past.png"_s);
        const auto picture = [&](const QStringList &options) {
            return home.run(QStringList{u"snapshot"_s, u"--wait"_s, u"30"_s, u"-o"_s, file} + options);
        };
        const Ended live = picture({});
        QVERIFY2(live.code == 0, live.err);
        QVERIFY2(!live.out.contains("down cpt1"), live.out);
        const Ended past = picture({u"--at"_s, broken});
        QVERIFY2(past.code == 0, past.err);
        QVERIFY2(past.out.contains("down cpt1"), past.out);
        QVERIFY2(!picture({u"--at"_s, before}).out.contains("down cpt1"), "it was well before");

        const Ended compared = picture({u"--page"_s, u"compare"_s, u"--at"_s, broken});
        QVERIFY2(compared.code == 0, compared.err);
    }

    void aMomentBeforeTheBeginningIsRefusedInWords()
    {
        const Home home;
        QVERIFY(becomes(home, u"cpt1"_s, u"healthy"_s));
        const Ended past =
            home.run({u"snapshot"_s, u"--at"_s, u"2001-01-01T00:00:00Z"_s, u"-o"_s, home.path(u"past.png"_s)});
        QVERIFY(past.code != 0);
        QVERIFY2(past.err.contains("History begins at"), past.err);
        QCOMPARE(home.run({u"snapshot"_s, u"--known-at"_s, u"1h"_s}).code, 1);
        QCOMPARE(home.run({u"snapshot"_s, u"--page"_s, u"compare"_s}).code, 1);
    }
};

QTEST_GUILESS_MAIN(TestPastProgram)
#include "tst_pastprogram.moc"
