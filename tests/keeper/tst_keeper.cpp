// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/commonfields.h"
#include "backend/connectors/secretstore.h"
#include "backend/domain/connectionway.h"
#include "backend/domain/manualclock.h"
#include "backend/keeper/idlewatch.h"
#include "backend/keeper/keeper.h"
#include "backend/places/siteresolver.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QTemporaryDir>

using namespace graticule;
using namespace std::chrono_literals;

namespace {

/// An endpoint whose address says what it is like: "fake://NAME" is well, "fake://dead" and "fake://guarded" are not.
class FakeConnector : public Connector
{
public:
    explicit FakeConnector(ConnectorContext context)
        : m_context(std::move(context))
    {
    }

    void start() override
    {
        m_session = std::make_unique<QObject>();
        if (m_context.config.address == QLatin1String("fake://dead"))
            in([this] { fail({ErrorKind::Unreachable, Fault::Network, QStringLiteral("Nothing answers."), 0ms}); });
        else if (m_context.config.address == QLatin1String("fake://guarded"))
            in([this] { fail({ErrorKind::Refused, Fault::NotAllowed, QStringLiteral("Token refused."), {}}); });
        else
            in([this] { Q_EMIT listed(facts()); });
    }
    void stop() override { m_session.reset(); }
    void probe() override
    {
        in([this] {
            Beat seen;
            seen.latencyMs = 2;
            seen.version = QStringLiteral("Fake 1");
            seen.keeperPath = {QStringLiteral("far-keeper")};
            Q_EMIT beat(seen);
        });
    }
    void perform(const Action &action, std::function<void(const ActionProgress &)> progress) override
    {
        progress({QStringLiteral("%1 of %2 by %3").arg(action.verb, action.target.toString(), m_context.config.name),
                  true,
                  {}});
    }

private:
    void in(std::function<void()> task) { m_context.clock.after(2ms, m_session.get(), std::move(task)); }
    void fail(const Error &error)
    {
        m_session.reset();
        Q_EMIT failed(error);
    }
    FleetDelta facts() const
    {
        FleetDelta all;
        Site site;
        site.id = EntityId::of(m_context.config.id, "site", QStringLiteral("s"));
        site.name = m_context.config.address.mid(7);
        site.condition = Condition::Up;
        site.feeds = {EntityId::of(m_context.config.id, "feed", QStringLiteral("inventory"))};
        site.origin = Origin::Real;
        all.sites.upsert(site);
        Connection behind;
        behind.id = EntityId("behind-" + site.name.toUtf8());
        behind.name = QStringLiteral("behind ") + site.name;
        behind.state = ConnectionState::Live;
        behind.through = m_context.config.id;
        all.connections.upsert(behind);
        return all;
    }

    ConnectorContext m_context;
    std::unique_ptr<QObject> m_session;
};

struct NoSecrets : SecretStore
{
    Result<QByteArray> read(const SecretReference &) const override { return QByteArray(); }
};

struct NoSites : SiteResolver
{
    Site resolve(const SiteHints &) const override { return {}; }
};

ConnectorRegistry registry()
{
    ConnectorType type;
    type.type = QStringLiteral("fake");
    type.title = QStringLiteral("Fake");
    type.options = {{QStringLiteral("colour"), QStringLiteral("what it is painted"), QStringLiteral("red"), false}};
    OptionSchema brush{QStringLiteral("brush")};
    brush.kind = OptionKind::Flag;
    type.options.push_back(brush);
    type.fields = joined({labelsField(), tokenField()});
    type.check = [](const ConnectionConfig &config) {
        return config.address.startsWith(QLatin1String("fake://"))
                   ? QStringList()
                   : QStringList{QStringLiteral("address: must begin with fake://")};
    };
    type.create = [](ConnectorContext context) { return std::make_unique<FakeConnector>(std::move(context)); };
    ConnectorRegistry result;
    result.add(type);
    return result;
}

ConnectionConfig fake(const char *name, const char *address)
{
    ConnectionConfig config;
    config.name = QString::fromLatin1(name);
    config.type = QStringLiteral("fake");
    config.address = QString::fromLatin1(address);
    return config;
}

/// A keeper on a clock that the test moves, over a directory that outlives it.
class Desk
{
public:
    explicit Desk(const QString &directory, std::vector<ConnectionConfig> builtIn = {})
    {
        KeeperOptions options;
        options.id = QStringLiteral("keeper-1");
        options.name = QStringLiteral("desk");
        options.mode = QStringLiteral("private");
        options.epoch = 7;
        options.connectionsDirectory = directory + QStringLiteral("/connections.d");
        options.lastFactsDirectory = directory + QStringLiteral("/last");
        options.builtIn = std::move(builtIn);
        options.discoverers = {[](const KeeperOptions::Found &done) {
            done({{QStringLiteral("fake"), QStringLiteral("fake://a"), QStringLiteral("a"), {}, true, false},
                  {QStringLiteral("fake"), QStringLiteral("fake://z"), QStringLiteral("z"), {}, true, false}});
        }};
        keeper = std::make_unique<Keeper>(options, Keeper::Parts{clock, types, sites, secrets});
    }

    /// Until what was kept is back.
    void start()
    {
        keeper->start();
        QVERIFY(QTest::qWaitFor([this] { return keeper->hub().latest() != nullptr; }));
    }

    /// "a live", one connection a line, by name.
    QString connections() const
    {
        QStringList lines;
        const auto &connections = keeper->hub().latest()->tables.connections;
        connections.forEach([&](const Connection &connection) {
            static const char *const words[] = {"unknown", "never asked", "connecting", "live",  "slow",
                                                "stale",   "unreachable", "refused",    "paused"};
            lines.append(connection.name + QLatin1Char(' ') +
                         QLatin1String(words[int(shownState(connections, connection))]));
        });
        lines.sort();
        return lines.join(QLatin1Char('\n'));
    }

    /// "a healthy, stale", one site a line.
    QString siteStates() const
    {
        QStringList lines;
        const FleetTables &tables = keeper->hub().latest()->tables;
        tables.sites.forEach([&](const Site &site) {
            static const char *const words[] = {"unknown", "healthy", "degraded", "down", "unreachable", "maintenance"};
            const Verdict *verdict = tables.verdicts.find(site.id);
            lines.append(site.name + QLatin1Char(' ') + QLatin1String(verdict ? words[int(verdict->state)] : "none") +
                         QLatin1String(verdict && verdict->stale ? ", stale" : ""));
        });
        lines.sort();
        return lines.join(QLatin1Char('\n'));
    }

    QString perform(const QString &verb, const char *target, const QString &key = {})
    {
        QStringList told;
        keeper->perform({verb, EntityId(target), {}, key},
                        [&](const ActionProgress &step) { told.append(step.text + step.error.text); });
        return told.join(QLatin1Char('|'));
    }

    QString test(const ConnectionConfig &config)
    {
        QStringList told;
        keeper->test(config, [&](const TestStep &step) {
            told.append(QStringLiteral("%1 %2: %3%4%5")
                            .arg(step.passed ? QStringLiteral("+") : QStringLiteral("-"), step.text, step.detail,
                                 step.error.text, step.finished ? QStringLiteral(" (end)") : QString()));
        });
        clock.advance(15s);
        return told.join(QLatin1Char('\n'));
    }

    ManualClock clock;
    ConnectorRegistry types = registry();
    NoSites sites;
    NoSecrets secrets;
    std::unique_ptr<Keeper> keeper;
};

} // namespace

class tst_Keeper : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatItIsConnectedTo();
    void savesAndRemoves();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void replacesWhatIsStillTheSame();
    void whatWasChangedOnDiskIsNotLost();
    void retriesWhenAsked();
    void pausesOverRestarts();
    void keepsTheLastFacts();
    void knowsWhatWasOutOfSight();
    void endsWhileItIsReadingTheLastFacts();
    void aFailedWriteIsTriedAgain();
    void dropsFactsOfConnectionsThatAreGone();
    void publishesInBatches();
    void tellsBrokenFiles();
    void reloadsFiles();
    void builtInConnections();
    void performs();
    void anActionMayEndAfterTheKeeper();
    void testsConnections();
    void discovers();
    void describesItself();
    void noticesIdleness();
};

void tst_Keeper::showsWhatItIsConnectedTo()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    QVERIFY(bool(desk.keeper->save(fake("a", "fake://a"))));
    QVERIFY(bool(desk.keeper->save(fake("b", "fake://dead"))));
    QVERIFY(bool(desk.keeper->save(fake("c", "fake://guarded"))));
    desk.clock.advance(1s);
    QCOMPARE(desk.connections(), QStringLiteral("a live\nb unreachable\nbehind a live\nc refused"));
    QCOMPARE(desk.siteStates(), QStringLiteral("a healthy"));
}

void tst_Keeper::savesAndRemoves()
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

void tst_Keeper::refusesWhatCannotBe_data()
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
    const QString slash = QStringLiteral("name: must not begin with a dot or a space nor hold \"/\": it is also the "
                                         "file's name");
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

void tst_Keeper::refusesWhatCannotBe()
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

/// Writes into a connection's file, as a person with an editor does.
static void writeFile(const QTemporaryDir &directory, const char *name, const QByteArray &text)
{
    QFile file(directory.filePath(QStringLiteral("connections.d/") + QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

void tst_Keeper::replacesWhatIsStillTheSame()
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

void tst_Keeper::whatWasChangedOnDiskIsNotLost()
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

void tst_Keeper::retriesWhenAsked()
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

void tst_Keeper::pausesOverRestarts()
{
    QTemporaryDir directory;
    {
        Desk desk(directory.path());
        desk.start();
        QVERIFY(bool(desk.keeper->save(fake("a", "fake://a"))));
        desk.clock.advance(1s);
        QVERIFY(bool(desk.keeper->setPaused(QStringLiteral("a"), true)));
        desk.clock.advance(1s);
        QCOMPARE(desk.connections(), QStringLiteral("a paused\nbehind a stale"));
        QCOMPARE(desk.keeper->setPaused(QStringLiteral("z"), true).error().kind, ErrorKind::NotFound);
    }
    Desk desk(directory.path());
    desk.start();
    desk.clock.advance(1s);
    QCOMPARE(desk.siteStates(), QStringLiteral("a healthy, stale"));
    QVERIFY(bool(desk.keeper->setPaused(QStringLiteral("a"), false)));
    desk.clock.advance(1s);
    QCOMPARE(desk.connections(), QStringLiteral("a live\nbehind a live"));
    QCOMPARE(desk.siteStates(), QStringLiteral("a healthy"));
}

void tst_Keeper::keepsTheLastFacts()
{
    QTemporaryDir directory;
    QTemporaryDir left; // what a keeper leaves behind that is killed after its first half minute
    Instant since;
    {
        Desk desk(directory.path());
        desk.start();
        const EntityId id = desk.keeper->save(fake("a", "fake://a"))->id;
        desk.clock.advance(40s);
        const FleetTables tables = desk.keeper->hub().latest()->tables;
        since = tables.verdicts.find(EntityId::of(id, "site", QStringLiteral("s")))->since;
        QTRY_VERIFY(QFile::exists(directory.filePath(QStringLiteral("last/freshness")))); // written last
        for (const char *folder : {"connections.d", "last"}) {
            const QDir from(directory.filePath(QString::fromLatin1(folder)));
            const QDir to(left.filePath(QString::fromLatin1(folder)));
            QVERIFY(QDir().mkpath(to.path()));
            for (const QString &name : from.entryList(QDir::Files))
                QVERIFY(QFile::copy(from.filePath(name), to.filePath(name)));
        }
    }
    Desk desk(left.path());
    desk.clock.jumpWall(1h);
    desk.start();
    // The very first snapshot, before anything was asked.
    QCOMPARE(desk.connections(), QStringLiteral("a never asked\nbehind a stale"));
    QCOMPARE(desk.siteStates(), QStringLiteral("a healthy, stale"));
    const EntityId connection = desk.keeper->connections().first().id;
    const FleetTables first = desk.keeper->hub().latest()->tables;
    const Feed *feed = first.feeds.find(EntityId::of(connection, "feed", QStringLiteral("inventory")));
    QVERIFY(feed && feed->complete);
    QVERIFY(desk.clock.now() - feed->observedAt > 58min);
    desk.clock.advance(1s);
    QCOMPARE(desk.connections(), QStringLiteral("a live\nbehind a live"));
    QCOMPARE(desk.siteStates(), QStringLiteral("a healthy"));
    QCOMPARE(
        desk.keeper->hub().latest()->tables.verdicts.find(EntityId::of(connection, "site", QStringLiteral("s")))->since,
        since);
}

/// A restart must not turn a site that nobody sees into a healthy one, nor forget since when.
void tst_Keeper::knowsWhatWasOutOfSight()
{
    QTemporaryDir directory;
    Instant since;
    const auto sinceOf = [](const Desk &desk) {
        const EntityId site = EntityId::of(desk.keeper->connections().first().id, "site", QStringLiteral("s"));
        return desk.keeper->hub().latest()->tables.verdicts.find(site)->since;
    };
    const QString file = directory.filePath(QStringLiteral("connections.d/a.yaml"));
    {
        Desk desk(directory.path());
        desk.start();
        ConnectionConfig config = *desk.keeper->save(fake("a", "fake://a"));
        desk.clock.advance(1s);
        config.address = QStringLiteral("fake://dead");
        QVERIFY(bool(desk.keeper->save(config)));
        desk.clock.advance(1s);
        QCOMPARE(desk.siteStates(), QStringLiteral("a unreachable"));
        since = sinceOf(desk);
        desk.clock.advance(1min);
    }
    {
        Desk desk(directory.path());
        desk.clock.jumpWall(1h);
        desk.start();
        QCOMPARE(desk.connections(), QStringLiteral("a never asked\nbehind a stale"));
        QCOMPARE(desk.siteStates(), QStringLiteral("a unreachable, stale")); // in the very first snapshot
        QCOMPARE(sinceOf(desk), since);
        desk.clock.advance(1s);
        QVERIFY(bool(desk.keeper->setPaused(QStringLiteral("a"), true)));
        desk.clock.advance(1s);
        QCOMPARE(desk.siteStates(), QStringLiteral("a unreachable, stale"));
    }
    Desk desk(directory.path());
    desk.clock.jumpWall(2h);
    desk.start();
    QCOMPARE(desk.connections(), QStringLiteral("a paused\nbehind a stale"));
    QCOMPARE(desk.siteStates(), QStringLiteral("a unreachable, stale"));
    QVERIFY(bool(desk.keeper->setPaused(QStringLiteral("a"), false)));
    desk.clock.advance(1s);
    QCOMPARE(desk.siteStates(), QStringLiteral("a unreachable, stale"));
    QCOMPARE(sinceOf(desk), since);
}

void tst_Keeper::endsWhileItIsReadingTheLastFacts()
{
    QTemporaryDir directory;
    {
        Desk desk(directory.path());
        desk.start();
        QVERIFY(bool(desk.keeper->save(fake("a", "fake://a"))));
        desk.clock.advance(1s);
    }
    const QString freshness = directory.filePath(QStringLiteral("last/freshness"));
    const auto bytes = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = bytes(freshness);
    QVERIFY(!before.isEmpty());
    {
        Desk desk(directory.path());
        desk.keeper->start(); // and ends at once
    }
    QCOMPARE(bytes(freshness), before);
    Desk desk(directory.path());
    desk.start();
    QCOMPARE(desk.siteStates(), QStringLiteral("a healthy"));
}

void tst_Keeper::aFailedWriteIsTriedAgain()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    const EntityId id = desk.keeper->save(fake("a", "fake://a"))->id;
    const QString facts = directory.filePath(QStringLiteral("last/%1.facts").arg(id.toString()));
    const QString freshness = directory.filePath(QStringLiteral("last/freshness"));
    QVERIFY(QDir().mkpath(facts)); // in the way
    for (int round = 0; round < 3; ++round) {
        desk.clock.advance(40s);
        QCoreApplication::processEvents();
    }
    QVERIFY2(!QFile::exists(freshness), "fresher than the facts that it goes with");
    QVERIFY(QDir().rmdir(facts));
    QTRY_VERIFY([&] {
        desk.clock.advance(30s);
        return QFile::exists(facts) && QFile::exists(freshness);
    }());
}

void tst_Keeper::dropsFactsOfConnectionsThatAreGone()
{
    QTemporaryDir directory;
    {
        Desk desk(directory.path());
        desk.start();
        QVERIFY(bool(desk.keeper->save(fake("a", "fake://a"))));
        QVERIFY(bool(desk.keeper->save(fake("b", "fake://b"))));
        desk.clock.advance(1s);
    }
    QVERIFY(QFile::remove(directory.filePath(QStringLiteral("connections.d/a.yaml"))));
    Desk desk(directory.path());
    desk.start();
    QCOMPARE(desk.siteStates(), QStringLiteral("b healthy"));
    QCOMPARE(QDir(directory.filePath(QStringLiteral("last"))).entryList({QStringLiteral("*.facts")}).size(), 1);
}

void tst_Keeper::publishesInBatches()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    for (int i = 0; i < 50; ++i)
        QVERIFY(bool(desk.keeper->save(fake(qPrintable(QString::number(i)), "fake://a"))));
    const quint64 before = desk.keeper->hub().latest()->revision.number;
    desk.clock.advance(1s);
    const quint64 after = desk.keeper->hub().latest()->revision.number;
    QVERIFY2(after - before <= 31, qPrintable(QString::number(after - before)));
    QCOMPARE(desk.keeper->hub().latest()->revision.epoch, quint64(7));
    QCOMPARE(desk.keeper->hub().latest()->tables.sites.size(), 50);
}

void tst_Keeper::tellsBrokenFiles()
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

void tst_Keeper::reloadsFiles()
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

void tst_Keeper::builtInConnections()
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

void tst_Keeper::performs()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    const EntityId id = desk.keeper->save(fake("a", "fake://a"))->id;
    desk.clock.advance(1s);
    const QString verb = QStringLiteral("polish");
    const QByteArray site = EntityId::of(id, "site", QStringLiteral("s")).utf8();
    QCOMPARE(desk.perform(verb, "nowhere"), QStringLiteral("No connection tells of \"nowhere\"."));
    QCOMPARE(desk.perform(verb, site.constData()), QStringLiteral("polish of %1 by a").arg(QString::fromUtf8(site)));
    QCOMPARE(desk.perform(verb, "behind-a"), QStringLiteral("polish of behind-a by a")); // passed on to who told of it
    int done = 0;
    desk.keeper->setVerbHandler([&](const Action &action, const KeeperCommands::Progress &progress) {
        if (action.verb != QLatin1String("own"))
            return false;
        progress({QStringLiteral("time %1").arg(++done), true, {}});
        return true;
    });
    QCOMPARE(desk.perform(QStringLiteral("own"), "x", QStringLiteral("key")), QStringLiteral("time 1"));
    QCOMPARE(desk.perform(QStringLiteral("own"), "x", QStringLiteral("key")), QStringLiteral("time 1")); // done once
    QCOMPARE(desk.perform(QStringLiteral("own"), "x", QStringLiteral("other")), QStringLiteral("time 2"));
}

void tst_Keeper::anActionMayEndAfterTheKeeper()
{
    QTemporaryDir directory;
    KeeperCommands::Progress progress;
    QStringList told;
    {
        Desk desk(directory.path());
        desk.keeper->setVerbHandler([&](const Action &, const KeeperCommands::Progress &given) {
            progress = given;
            return true;
        });
        desk.keeper->perform({QStringLiteral("lab.fault"), EntityId("x"), {}, QStringLiteral("key")},
                             [&](const ActionProgress &step) { told.append(step.text); });
    }
    progress({QStringLiteral("The lab was stopped."), true, {}});
    QCOMPARE(told, QStringList({QStringLiteral("The lab was stopped.")}));
}

void tst_Keeper::testsConnections()
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
    QVERIFY(desk.keeper->connections().isEmpty());
    QCOMPARE(desk.siteStates(), QString());
}

void tst_Keeper::discovers()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    QVERIFY(bool(desk.keeper->save(fake("a", "fake://a"))));
    QStringList found;
    desk.keeper->discover([&](const QList<DiscoveredEndpoint> &endpoints) {
        for (const DiscoveredEndpoint &endpoint : endpoints)
            found.append(endpoint.address + QLatin1String(endpoint.connected ? " connected" : ""));
    });
    QCOMPARE(found, QStringList({QStringLiteral("fake://a connected"), QStringLiteral("fake://z")}));
    const ConnectorTypeInfo type = desk.keeper->connectorTypes().first();
    QStringList names;
    for (const OptionSchema &option : type.fields + type.options)
        names.append(option.name);
    QCOMPARE(names, QStringList({QStringLiteral("labels"), QStringLiteral("token"), QStringLiteral("colour"),
                                 QStringLiteral("brush"), QStringLiteral("slow-after")}));
}

void tst_Keeper::describesItself()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    QVERIFY(!desk.keeper->describe().configured);
    QVERIFY(bool(desk.keeper->save(fake("a", "fake://a"))));
    desk.clock.advance(1s);
    const Description description = desk.keeper->describe();
    QVERIFY(description.configured);
    QCOMPARE(description.keeperPath, QStringList({QStringLiteral("keeper-1"), QStringLiteral("far-keeper")}));
    QCOMPARE(description.capabilities, QStringList({QStringLiteral("watch"), QStringLiteral("samples"),
                                                    QStringLiteral("perform"), QStringLiteral("connections")}));
    QCOMPARE(desk.keeper->startLab(0, 0).error().kind, ErrorKind::Unsupported);
    const EntityId id = desk.keeper->connections().first().id;
    QVERIFY(!desk.keeper->samples(id, {QStringLiteral("latency.ms")}, kNever).isEmpty());
}

void tst_Keeper::noticesIdleness()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    IdleWatch idle(*desk.keeper, desk.clock, 30s);
    bool idled = false;
    QObject::connect(&idle, &IdleWatch::idled, &idle, [&] { idled = true; });
    desk.clock.advance(20s);
    desk.keeper->describe(); // a headless call is use
    desk.clock.advance(20s);
    QVERIFY(!idled);
    desk.clock.advance(15s);
    QVERIFY(idled);
}

QTEST_GUILESS_MAIN(tst_Keeper)
#include "tst_keeper.moc"
