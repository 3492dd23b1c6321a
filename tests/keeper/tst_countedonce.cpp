// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/countedonce.h"
#include "tests/keeper/webdesk.h"
#include "tests/testing/test.h"

#include <QTemporaryDir>

using namespace graticule;
using namespace std::chrono_literals;
using testing::Desk;
using testing::fake;
using testing::WebDesk;

/// What two connections to one endpoint tell of: said of both, and counted once.
class TestCountedOnce : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void twoThatLeadToOneEndpointSaySo();
    void anAddressThatTwoClustersShareJoinsThemNot();
    void whatOnlyTheDeadOneSawStillCounts();
    void whatCountsOnceIsKnownOverRestarts();
    void whatIsOnlyReadAgainStillCountsOnce();
};

void TestCountedOnce::twoThatLeadToOneEndpointSaySo()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    const auto warnings = [&] {
        desk.clock.advance(5s);
        QStringList lines;
        desk.keeper->hub().latest()->tables.connections.forEach([&](const Connection &connection) {
            if (!connection.warnings.isEmpty())
                lines.append(connection.name + QStringLiteral(": ") + connection.warnings.join(QStringLiteral("; ")));
        });
        lines.sort();
        return lines.join(QLatin1Char('\n'));
    };
    const auto admin = desk.keeper->save(fake("admin", "fake://a#uid:7#server:x"));
    QVERIFY(bool(admin));
    QVERIFY(bool(desk.keeper->save(fake("other", "fake://b#uid:8#server:x")))); // behind the same address
    QCOMPARE(warnings(), QString());
    const auto viewer = desk.keeper->save(fake("viewer", "fake://c#uid:7#server:y"));
    QVERIFY(bool(viewer));
    // One of them counts, always the same while both are seen.
    const auto told = [](const char *counted, const char *other) {
        QStringList lines{
            QStringLiteral("%1: is the same cluster as %2: both are listed, and totals count what both see "
                           "as this one sees it")
                .arg(QLatin1String(counted), QLatin1String(other)),
            QStringLiteral("%1: is the same cluster as %2: both are listed, and totals count what both see as %2 "
                           "sees it")
                .arg(QLatin1String(other), QLatin1String(counted))};
        lines.sort();
        return lines.join(QLatin1Char('\n'));
    };
    const bool isViewerFirst = viewer->id < admin->id;
    const QString both = isViewerFirst ? told("viewer", "admin") : told("admin", "viewer");
    QCOMPARE(warnings(), both);
    QCOMPARE(warnings(), both); // beats do not take it back
    const auto counted = [&] {
        QStringList names;
        const FleetTables &tables = desk.keeper->hub().latest()->tables;
        tables.sites.forEach([&](const Site &site) {
            if (isCounted(tables, site))
                names.append(site.name.section(QLatin1Char('#'), 0, 0));
        });
        names.sort();
        return names.join(QLatin1Char(' '));
    };
    QCOMPARE(counted(), isViewerFirst ? QStringLiteral("b c") : QStringLiteral("a b"));
    // Whoever may not see the uid is known by the server.
    QVERIFY(bool(desk.keeper->save(fake("guest", "fake://d#server:y"))));
    QVERIFY(warnings().contains(QStringLiteral("viewer: is the same cluster as admin, guest: ")));
    QVERIFY(bool(desk.keeper->remove(QStringLiteral("guest"))));
    // What it knew is still shown, but what is seen now counts.
    QVERIFY(bool(desk.keeper->setPaused(QStringLiteral("viewer"), true)));
    QCOMPARE(warnings(), told("admin", "viewer"));
    QCOMPARE(counted(), QStringLiteral("a b"));
    QVERIFY(bool(desk.keeper->setPaused(QStringLiteral("viewer"), false)));
    QVERIFY(bool(desk.keeper->setPaused(QStringLiteral("admin"), true)));
    QCOMPARE(warnings(), told("viewer", "admin"));
    QCOMPARE(counted(), QStringLiteral("b c"));
    QVERIFY(bool(desk.keeper->setPaused(QStringLiteral("admin"), false)));
    QCOMPARE(warnings(), both);
    QVERIFY(bool(desk.keeper->remove(QStringLiteral("viewer"))));
    QCOMPARE(warnings(), QString());
    QCOMPARE(counted(), QStringLiteral("a b"));
}

/// Whoever may not see the uid leads to one of those behind the server, for all that anybody knows.
void TestCountedOnce::anAddressThatTwoClustersShareJoinsThemNot()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    const auto uncounted = [&] {
        desk.clock.advance(5s);
        QMap<QString, QString> names; // by the one that counts instead
        const auto &connections = desk.keeper->hub().latest()->tables.connections;
        connections.forEach([&](const Connection &connection) {
            if (const Connection *by = connections.find(connection.countedBy))
                names.insert(connection.name, by->name);
        });
        return names;
    };
    // Ids are drawn: whoever comes first, one of each cluster counts.
    for (int i = 0; i < 4; ++i) {
        const auto name = [i](const char *what) { return QByteArray(what) + QByteArray::number(i); };
        const QByteArray server = "#server:" + QByteArray::number(i);
        QVERIFY(
            bool(desk.keeper->save(fake(name("guest").constData(), QByteArray("fake://g*9" + server).constData()))));
        QVERIFY(bool(desk.keeper->save(
            fake(name("a").constData(), QByteArray("fake://a*2#uid:1" + QByteArray::number(i) + server).constData()))));
        QVERIFY(bool(desk.keeper->save(
            fake(name("b").constData(), QByteArray("fake://b*2#uid:2" + QByteArray::number(i) + server).constData()))));
        QVERIFY(
            bool(desk.keeper->save(fake(name("other").constData(), QByteArray("fake://o*4" + server).constData()))));
    }
    const QMap<QString, QString> found = uncounted();
    QCOMPARE(found.size(), 8);
    for (int i = 0; i < 4; ++i) {
        const QString number = QString::number(i);
        const QString guest = QStringLiteral("guest") + number; // which sees most
        QCOMPARE(found.value(QStringLiteral("other") + number), guest);
        const QString a = found.value(QStringLiteral("a") + number);
        const QString b = found.value(QStringLiteral("b") + number);
        QCOMPARE(a + b, guest); // only one of them is left out
    }
    QCOMPARE(uncounted(), found);
}

/// A person who administers a cluster sees all of it, and the same by a context of less rights the site of their team.
void TestCountedOnce::whatOnlyTheDeadOneSawStillCounts()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    const auto counted = [&] {
        desk.clock.advance(5s);
        const FleetTables &tables = desk.keeper->hub().latest()->tables;
        int sites = 0;
        int stale = 0;
        tables.sites.forEach([&](const Site &site) {
            const Verdict *verdict = tables.verdicts.find(site.id);
            sites += isCounted(tables, site);
            stale += isCounted(tables, site) && verdict && verdict->stale;
        });
        return QStringLiteral("%1 of %2, %3 stale").arg(sites).arg(tables.sites.size()).arg(stale);
    };
    QVERIFY(bool(desk.keeper->save(fake("admin", "fake://admin*30#uid:7"))));
    const auto view = desk.keeper->save(fake("view", "fake://view#uid:7"));
    QVERIFY(bool(view));
    QCOMPARE(counted(), QStringLiteral("30 of 31, 0 stale"));
    QVERIFY(bool(desk.keeper->setPaused(QStringLiteral("admin"), true)));
    QCOMPARE(counted(), QStringLiteral("30 of 31, 30 stale")); // and not one of one that is well
    // What sees more than half counts instead; what it does not see is counted as it was.
    ConnectionConfig more = *view;
    more.address = QStringLiteral("fake://view*20#uid:7");
    QVERIFY(bool(desk.keeper->save(more)));
    QCOMPARE(counted(), QStringLiteral("30 of 50, 10 stale"));
}

void TestCountedOnce::whatCountsOnceIsKnownOverRestarts()
{
    QTemporaryDir directory;
    const auto counted = [](const Desk &desk) {
        const FleetTables &tables = desk.keeper->hub().latest()->tables;
        int sites = 0;
        tables.sites.forEach([&](const Site &site) { sites += isCounted(tables, site); });
        return QStringLiteral("%1 of %2").arg(sites).arg(tables.sites.size());
    };
    {
        Desk desk(directory.path());
        desk.start();
        QVERIFY(bool(desk.keeper->save(fake("admin", "fake://a#uid:7#server:x"))));
        QVERIFY(bool(desk.keeper->save(fake("viewer", "fake://c#uid:7#server:y"))));
        desk.clock.advance(10s);
        QCOMPARE(counted(desk), QStringLiteral("1 of 2"));
    }
    Desk desk(directory.path());
    desk.start();
    QCOMPARE(counted(desk), QStringLiteral("1 of 2")); // nobody has been asked yet
    desk.clock.advance(10s);
    QCOMPARE(counted(desk), QStringLiteral("1 of 2"));
    // One of them leads elsewhere now.
    const auto viewer = desk.keeper->connections().last();
    QCOMPARE(viewer.name, QStringLiteral("viewer"));
    ConnectionConfig other = fake("viewer", "fake://c#uid:8#server:z");
    other.id = viewer.id;
    QVERIFY(bool(desk.keeper->replace(other, viewer)));
    desk.clock.advance(10s);
    QCOMPARE(counted(desk), QStringLiteral("2 of 2"));
}

/// Of an earlier run is known where two lead; new rules are no reason to forget it.
void TestCountedOnce::whatIsOnlyReadAgainStillCountsOnce()
{
    QTemporaryDir directory;
    const auto uncounted = [](WebDesk &desk) {
        desk.clock.advance(10s);
        int count = 0;
        desk.keeper->hub().latest()->tables.connections.forEach(
            [&](const Connection &connection) { count += !connection.countedBy.isEmpty(); });
        return count;
    };
    {
        const QStringList uid{QStringLiteral("uid:1")};
        WebDesk desk(directory.path(), {"dock", "kube"},
                     {{QStringLiteral("dock"), uid}, {QStringLiteral("kube"), uid}});
        QCOMPARE(uncounted(desk), 1);
    }
    WebDesk desk(directory.path()); // where they lead they do not tell any more
    QCOMPARE(uncounted(desk), 1);
    const QString rules = QStringLiteral("rules:\n- {name: r, match: {a: b}, set: {graticule.dev/tier: '1'}}\n");
    QVERIFY(desk.keeper->rules().saveRules(rules, {}));
    QCOMPARE(uncounted(desk), 1);
    QCOMPARE(desk.sessions(), QStringLiteral("dock 2, kube 2"));
}

QTEST_GUILESS_MAIN(TestCountedOnce)
#include "tst_countedonce.moc"
