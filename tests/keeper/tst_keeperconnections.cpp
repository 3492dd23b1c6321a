// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/keeper/keeperdesk.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QTemporaryDir>

using namespace graticule;
using namespace std::chrono_literals;
using testing::Desk;
using testing::fake;

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

QTEST_GUILESS_MAIN(tst_KeeperConnections)
#include "tst_keeperconnections.moc"
