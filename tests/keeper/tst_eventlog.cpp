// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/eventlog.h"
#include "tests/testing/test.h"

using namespace graticule;

/// What is kept of events.
class TestEventLog : public graticule::testing::Test
{
    Q_OBJECT

private:
    static FleetEvent event(const char *key, qint64 at, const char *entity = "e", int count = 1)
    {
        FleetEvent one;
        one.key = QLatin1String(key);
        one.at = instantFromMs(at);
        one.entity = EntityId(entity);
        one.site = EntityId("site");
        one.reason = QLatin1String(key);
        one.count = count;
        return one;
    }
    static QString list(const EventLog &log, const EventQuery &query, const QSet<EntityId> &of = {})
    {
        const EventAnswer answer = log.list(query, of, instantFromMs(100'000));
        QStringList told;
        for (const FleetEvent &one : answer.events)
            told << QStringLiteral("%1x%2@%3").arg(one.reason).arg(one.count).arg(toMs(one.at));
        return told.join(QLatin1Char(' ')) + QStringLiteral(" since %1%2")
                                                 .arg(toMs(answer.keptSince))
                                                 .arg(answer.hasMore ? QStringLiteral(" more") : QString());
    }

private Q_SLOTS:
    void newestFirstAndToldOnce()
    {
        EventLog log;
        log.add(EntityId("c"), {}, instantFromMs(500));
        log.add(EntityId("c"), {event("a", 1000), event("b", 2000)}, instantFromMs(2000));
        log.add(EntityId("c"), {event("a", 3000, "e", 7)}, instantFromMs(3000));
        QCOMPARE(list(log, {}), QStringLiteral("ax7@3000 bx1@2000 since 500"));
        EventQuery one;
        one.most = 1;
        QCOMPARE(list(log, one), QStringLiteral("ax7@3000 since 500 more"));
        EventQuery early;
        early.until = instantFromMs(2500);
        QCOMPARE(list(log, early), QStringLiteral("bx1@2000 since 500"));
    }

    void ofOneThing()
    {
        EventLog log;
        log.add(EntityId("c"), {event("a", 1000, "x"), event("b", 2000, "y")}, instantFromMs(900));
        EventQuery query;
        query.target = EntityId("x");
        QCOMPARE(list(log, query, {EntityId("x")}), QStringLiteral("ax1@1000 since 900"));
        query.target = EntityId("nothing");
        QCOMPARE(list(log, query, {EntityId("nothing")}), QStringLiteral(" since 0"));
        query.target = EntityId("c");
        QCOMPARE(list(log, query, {}), QStringLiteral("bx1@2000 ax1@1000 since 900"));
    }

    /// What a cluster does not hold any more when it is back is missing.
    void isNotWholeAfterALongBreak()
    {
        const EntityId c("c");
        EventLog log;
        log.cut(c, instantFromMs(100)); // it never told anything
        log.add(c, {}, instantFromMs(500));
        log.cut(c, instantFromMs(1000));
        log.add(c, {event("a", 1500)}, instantFromMs(60'000)); // it was told what happened meanwhile
        QCOMPARE(list(log, {}), QStringLiteral("ax1@1500 since 500"));
        const qint64 hour = 3'600'000;
        log.cut(c, instantFromMs(70'000));
        log.cut(c, instantFromMs(hour)); // tried again in vain
        log.add(c, {}, instantFromMs(hour + 1000));
        log.add(c, {}, instantFromMs(2 * hour));
        QCOMPARE(list(log, {}), QStringLiteral("ax1@1500 since %1").arg(hour + 1000));
    }

    void isBoundedAndSaysWhatItLost()
    {
        EventLog log;
        QList<FleetEvent> many;
        for (int i = 0; i < 5000; ++i)
            many.append(event(QByteArray::number(i).constData(), 1000 + i));
        log.add(EntityId("c"), many, instantFromMs(1));
        EventQuery all;
        all.most = EventQuery::kMost;
        const EventAnswer answer = log.list(all, {}, instantFromMs(100'000));
        QCOMPARE(size_t(answer.events.size()), EventLog::kMostOfEach);
        QCOMPARE(toMs(answer.keptSince), 1000 + 2999 + 1);
        log.forget(EntityId("c"));
        QCOMPARE(list(log, {}), QStringLiteral(" since 0"));
    }
};

QTEST_GUILESS_MAIN(TestEventLog)
#include "tst_eventlog.moc"
