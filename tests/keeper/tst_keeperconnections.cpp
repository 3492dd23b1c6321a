// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/countedonce.h"
#include "tests/keeper/webdesk.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QTemporaryDir>

using namespace graticule;
using namespace std::chrono_literals;
using testing::Desk;
using testing::fake;
using testing::WebDesk;

namespace {

/// Writes into a connection's file, as a person with an editor does.
void writeFile(const QTemporaryDir &directory, const char *name, const QByteArray &text)
{
    QFile file(directory.filePath(QStringLiteral("connections.d/") + QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

/// What a person may do to the connections of a keeper.
class tst_KeeperConnections : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void savesAndRemoves();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void replacesWhatIsStillTheSame();
    void whatWasChangedOnDiskIsNotLost();
    void retriesWhenAsked();
    void tellsBrokenFiles();
    void reloadsFiles();
    void builtInConnections();
    void testsConnections();
    void discovers();
    void twoThatLeadToOneEndpointSaySo();
    void anAddressThatTwoClustersShareJoinsThemNot();
    void whatOnlyTheDeadOneSawStillCounts();
    void whatCountsOnceIsKnownOverRestarts();
    void whatIsOnlyReadAgainStillCountsOnce();
};

void tst_KeeperConnections::savesAndRemoves()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    const auto saved = desk.keeper->save(fake("a", "fake://a"));
    QVERIFY(saved && !saved->id.isEmpty());
    desk.clock.advance(1s);

    ConnectionConfig moved = *saved;
    moved.name = QStringLiteral("b");
    moved.address = QStringLiteral("fake://b");
    QVERIFY(bool(desk.keeper->save(moved)));
    QCOMPARE(desk.siteStates(), QStringLiteral("a healthy")); // until the new address reports
    desk.clock.advance(1s);
    QCOMPARE(desk.siteStates(), QStringLiteral("b healthy"));

    const auto removed = desk.keeper->remove(QStringLiteral("b"));
    QVERIFY(removed && *removed == moved);
    desk.clock.advance(1s);
    QCOMPARE(desk.siteStates(), QString());
    QCOMPARE(desk.connections(), QString());
    QVERIFY(desk.keeper->connections().isEmpty());
    QVERIFY(QDir(directory.path() + QStringLiteral("/connections.d")).isEmpty());

    // Undo is to save what remove returned.
    QVERIFY(bool(desk.keeper->save(*removed)));
    desk.clock.advance(1s);
    QCOMPARE(desk.siteStates(), QStringLiteral("b healthy"));
}

void tst_KeeperConnections::refusesWhatCannotBe_data()
{
    QTest::addColumn<ConnectionConfig>("config");
    QTest::addColumn<QString>("why");
    QTest::newRow("no name") << fake("", "fake://x")
                             << QStringLiteral("name: is missing: a word by which people know the connection");
    QTest::newRow("taken") << fake("a", "fake://x")
                           << QStringLiteral("name: there is a connection \"a\" already; take another name.");
    QTest::newRow("address") << fake("x", "http://x") << QStringLiteral("address: must begin with fake://");
    ConnectionConfig config = fake("x", "fake://x");
    config.type = QStringLiteral("fak");
    QTest::newRow("type") << config << QStringLiteral("type: \"fak\" is no type of connection; did you mean \"fake\"?");
    config = fake("x", "fake://x");
    config.token = QStringLiteral("secret");
    QTest::newRow("secret") << config
                            << QStringLiteral("token: must say where the secret is, not what it is: file:/path "
                                              "(readable by you only), env:NAME or credential:NAME");
    config.token = QStringLiteral("keychain:graticule");
    QTest::newRow("keychain") << config
                              << QStringLiteral("token: this keeper has no keychain; use file:/path or env:NAME");
    config = fake("x", "fake://x");
    config.caFile = QStringLiteral("/ca.pem");
    QTest::newRow("TLS of a kind without") << config << QStringLiteral("tls.ca: is not used by Fake; leave it out");
    const QString slash =
        QStringLiteral("name: must not begin with a dot, begin or end with a space, nor hold \"/\" or a line "
                       "break: it is also the file's name");
    for (const char *name : {"../x", "a/../../x", "/etc/passwd", ".hidden", "a\nb", "x\t", " x"})
        QTest::addRow("name %s", name) << fake(name, "fake://x") << slash;
    config = fake("", "fake://x");
    config.name = QString(10'000, QLatin1Char('n'));
    QTest::newRow("endless name") << config << QStringLiteral("name: is longer than 200 bytes");
    config.name = QStringLiteral("live") + QChar(0x202e) + QStringLiteral("evil");
    QTest::newRow("turned name") << config
                                 << QStringLiteral("name: must not hold invisible characters that turn or break the "
                                                   "text");
    config = fake("x", "fake://x\ntype: host");
    QTest::newRow("line break") << config
                                << QStringLiteral("address: must not hold line breaks or other control characters");
    config = fake("x", "fake://x");
    config.address += QString(10'000, QLatin1Char('y'));
    QTest::newRow("endless address") << config << QStringLiteral("address: is longer than 4096 characters");
    config = fake("x", "fake://x");
    config.options = {{QStringLiteral("brush"), QStringLiteral("wet")},
                      {QStringLiteral("slow-after"), QStringLiteral("soon")}};
    QTest::newRow("options") << config
                             << QStringLiteral(
                                    "options.brush: must be yes or no; options.slow-after: must be a number");
    config.options = {{QStringLiteral("co\nlour"), QStringLiteral("x")}};
    QTest::newRow("option") << config
                            << QStringLiteral("options.co?lour: is not known to Fake; did you mean \"colour\"?");
    config = fake("x", "fake://x");
    config.labels = {{QStringLiteral("a"), QStringLiteral("b\npaused: true")}};
    QTest::newRow("label") << config << QStringLiteral("labels: must not hold line breaks or other control characters");
    config = fake("x", "fake://x");
    config.id = EntityId("../../x");
    QTest::newRow("id") << config << QStringLiteral("id: is not a UUID; leave it empty to have one made");
}

void tst_KeeperConnections::refusesWhatCannotBe()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    QVERIFY(bool(desk.keeper->save(fake("a", "fake://a"))));
    QFETCH(ConnectionConfig, config);
    const auto saved = desk.keeper->save(config);
    QVERIFY(!saved);
    QTEST(saved.error().text, "why");
    QCOMPARE(desk.keeper->connections().size(), 1);
}

void tst_KeeperConnections::replacesWhatIsStillTheSame()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    const ConnectionConfig first = *desk.keeper->save(fake("a", "fake://a"));
    ConnectionConfig mine = first;
    mine.name = QStringLiteral("b\u00e9 \u7d71");                     // a file's name too
    QVERIFY(bool(desk.keeper->setPaused(QStringLiteral("a"), true))); // is no change of what is edited
    const auto renamed = desk.keeper->replace(mine, first);
    QVERIFY2(bool(renamed), renamed ? "" : qPrintable(renamed.error().text));
    QVERIFY(renamed->paused);
    QVERIFY(QFile::exists(directory.filePath(QStringLiteral("connections.d/b\u00e9 \u7d71.yaml"))));
    QVERIFY(!QFile::exists(directory.filePath(QStringLiteral("connections.d/a.yaml"))));

    // Another console was quicker.
    ConnectionConfig theirs = *renamed;
    theirs.address = QStringLiteral("fake://theirs");
    QVERIFY(bool(desk.keeper->replace(theirs, *renamed)));
    const auto late = desk.keeper->replace(mine, *renamed);
    QVERIFY(!late);
    QCOMPARE(late.error().kind, ErrorKind::Conflict);
    QCOMPARE(late.error().text,
             QStringLiteral("\"b\u00e9 \u7d71\" was changed meanwhile (address). Nothing was saved."));
    QCOMPARE(desk.keeper->connections().first().address, QStringLiteral("fake://theirs"));
    QVERIFY(bool(desk.keeper->remove(renamed->name)));
    QCOMPARE(desk.keeper->replace(mine, *renamed).error().text,
             QStringLiteral("\"b\u00e9 \u7d71\" was removed meanwhile. Nothing was saved."));
}

void tst_KeeperConnections::whatWasChangedOnDiskIsNotLost()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    const ConnectionConfig first = *desk.keeper->save(fake("a", "fake://a"));
    const QByteArray id = "id: " + first.id.utf8() + "\n";
    writeFile(directory, "a.yaml", id + "type: fake\naddress: fake://edited\n");
    ConnectionConfig mine = first;
    mine.options = {{QStringLiteral("colour"), QStringLiteral("blue")}};
    QCOMPARE(desk.keeper->replace(mine, first).error().text,
             QStringLiteral("\"a\" was changed meanwhile (address). Nothing was saved."));
    QCOMPARE(desk.keeper->connections().first().address, QStringLiteral("fake://edited"));

    writeFile(directory, "a.yaml", id + "type: fake\naddress: fake://again\n");
    QCOMPARE(desk.keeper->save(first).error().kind, ErrorKind::Conflict);
    QVERIFY(bool(desk.keeper->setPaused(QStringLiteral("a"), true)));
    QCOMPARE(desk.keeper->connections().first().address, QStringLiteral("fake://again"));

    writeFile(directory, "a.yaml", id + "type: fake\naddress: fake://again\nbudgt: 3\n");
    for (const auto &refused :
         {desk.keeper->setPaused(QStringLiteral("a"), false),
          desk.keeper->replace(mine, desk.keeper->connections().first()), desk.keeper->remove(QStringLiteral("a"))}) {
        QVERIFY(!refused);
        QVERIFY2(refused.error().text.contains(QLatin1String("cannot be read now (line 4, budgt: ")),
                 qPrintable(refused.error().text));
    }
    QFile file(directory.filePath(QStringLiteral("connections.d/a.yaml")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("budgt"));

    QVERIFY(file.remove());
    QCOMPARE(desk.keeper->replace(mine, first).error().text,
             QStringLiteral("\"a\" was removed meanwhile. Nothing was saved."));
}

void tst_KeeperConnections::retriesWhenAsked()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    QVERIFY(bool(desk.keeper->save(fake("d", "fake://dead"))));
    desk.clock.advance(120s);
    const auto waiting = [&] {
        Instant at = kNever;
        desk.keeper->hub().latest()->tables.connections.forEach([&](const Connection &c) { at = c.retryAt; });
        return at;
    };
    const Instant before = waiting();
    QVERIFY(before > desk.clock.now());
    QVERIFY(bool(desk.keeper->retry(QStringLiteral("d"))));
    desk.clock.advance(100ms);
    QVERIFY(waiting() != before); // tried, failed, and waits anew
    QVERIFY(bool(desk.keeper->setPaused(QStringLiteral("d"), true)));
    QCOMPARE(desk.keeper->retry(QStringLiteral("d")).error().text, QStringLiteral("\"d\" is paused; resume it first."));
    QCOMPARE(desk.keeper->retry(QStringLiteral("e")).error().kind, ErrorKind::NotFound);
}

void tst_KeeperConnections::tellsBrokenFiles()
{
    QTemporaryDir directory;
    QVERIFY(QDir(directory.path()).mkdir(QStringLiteral("connections.d")));
    QFile file(directory.filePath(QStringLiteral("connections.d/bad.yaml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("type: fake\nadress: fake://a\n");
    file.close();
    Desk desk(directory.path());
    desk.start();
    const QList<BrokenFile> broken = desk.keeper->brokenFiles();
    QCOMPARE(broken.size(), 1);
    QCOMPARE(broken.first().mistakes,
             QStringList({QStringLiteral("line 1, address: must begin with fake://"),
                          QStringLiteral("line 2, adress: is not known here; did you mean \"address\"?")}));
    QVERIFY(desk.keeper->describe().configured); // the console must not start the lab over it
}

void tst_KeeperConnections::reloadsFiles()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    QVERIFY(bool(desk.keeper->save(fake("a", "fake://a"))));
    QVERIFY(bool(desk.keeper->save(fake("b", "fake://b"))));
    desk.clock.advance(1s);
    QVERIFY(QFile::remove(directory.filePath(QStringLiteral("connections.d/a.yaml"))));
    QFile added(directory.filePath(QStringLiteral("connections.d/c.yaml")));
    QVERIFY(added.open(QIODevice::WriteOnly));
    added.write("type: fake\naddress: fake://c\n");
    added.close();
    desk.keeper->reload();
    desk.clock.advance(1s);
    QCOMPARE(desk.siteStates(), QStringLiteral("b healthy\nc healthy"));
}

void tst_KeeperConnections::builtInConnections()
{
    QTemporaryDir directory;
    ConnectionConfig own = fake("this host", "fake://own");
    own.id = EntityId("00000000-0000-4000-8000-000000000001");
    Desk desk(directory.path(), {own});
    desk.start();
    desk.clock.advance(1s);
    QCOMPARE(desk.siteStates(), QStringLiteral("own healthy"));
    QCOMPARE(desk.keeper->remove(QStringLiteral("this host")).error().text,
             QStringLiteral("\"this host\" is set in the keeper's own configuration; change it there."));
    QVERIFY(bool(desk.keeper->setPaused(QStringLiteral("this host"), true)));
    desk.keeper->reload();
    desk.clock.advance(1s);
    QCOMPARE(desk.connections(), QStringLiteral("behind own stale\nthis host paused"));
    QVERIFY(!QFile::exists(directory.filePath(QStringLiteral("connections.d/this host.yaml"))));
}

void tst_KeeperConnections::testsConnections()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    QCOMPARE(desk.test(fake("", "fake://x")),
             QStringLiteral("+ Reach it: 2 ms, Fake 1\n"
                            "+ Sign in: \n"
                            "+ List what it runs: 1 site, 0 service placements, 0 assets\n"
                            "+ Answer again: 2 ms (end)"));
    QCOMPARE(desk.test(fake("", "fake://dead")), QStringLiteral("- Reach it: Nothing answers. (end)"));
    QCOMPARE(desk.test(fake("", "fake://guarded")), QStringLiteral("+ Reach it: \n"
                                                                   "- Sign in: Token refused. (end)"));
    QCOMPARE(desk.test(fake("", "gopher://x")), QStringLiteral("- Settings: address: must begin with fake:// (end)"));
    ConnectionConfig nowhere = fake("", "fake://x");
    nowhere.labels = {{QStringLiteral("graticule.dev/city"), QStringLiteral("Nowhere")}};
    QCOMPARE(desk.test(nowhere), QStringLiteral("- Settings: place.city: is not known (end)"));
    QVERIFY(desk.keeper->connections().isEmpty());
    QCOMPARE(desk.siteStates(), QString());
}

void tst_KeeperConnections::discovers()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    QVERIFY(bool(desk.keeper->save(fake("a", "fake://a"))));
    QStringList found;
    desk.keeper->discover([&](const QList<DiscoveredEndpoint> &endpoints) {
        for (const DiscoveredEndpoint &endpoint : endpoints)
            found.append(endpoint.address + QLatin1String(endpoint.connected ? " connected" : "") +
                         (endpoint.note.isEmpty() ? QString() : QStringLiteral(": ") + endpoint.note));
    });
    QCOMPARE(found, QStringList({QStringLiteral("fake://a connected"),
                                 QStringLiteral("fake://z: the same cluster as a, connected already")}));
    const ConnectorTypeInfo type = desk.keeper->connectorTypes().first();
    QStringList names;
    for (const OptionSchema &option : type.fields + type.options)
        names.append(option.name);
    QCOMPARE(names, QStringList({QStringLiteral("place.city"), QStringLiteral("place.country"),
                                 QStringLiteral("place.position"), QStringLiteral("place.region"),
                                 QStringLiteral("place.site"), QStringLiteral("labels"), QStringLiteral("token"),
                                 QStringLiteral("colour"), QStringLiteral("brush"), QStringLiteral("slow-after")}));
}

/// What both see is in the fleet twice; nobody may take that for two clusters.
void tst_KeeperConnections::twoThatLeadToOneEndpointSaySo()
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
void tst_KeeperConnections::anAddressThatTwoClustersShareJoinsThemNot()
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
void tst_KeeperConnections::whatOnlyTheDeadOneSawStillCounts()
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

void tst_KeeperConnections::whatCountsOnceIsKnownOverRestarts()
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
void tst_KeeperConnections::whatIsOnlyReadAgainStillCountsOnce()
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

QTEST_GUILESS_MAIN(tst_KeeperConnections)
#include "tst_keeperconnections.moc"
