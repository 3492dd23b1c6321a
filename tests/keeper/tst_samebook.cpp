// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/samebook.h"
#include "backend/places/sameservices.h"
#include "tests/keeper/keeperdesk.h"
#include "tests/testing/test.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace graticule;
using namespace graticule::testing;

namespace {

/// What was done to such endpoints.
struct Webs
{
    QHash<QString, int> sessions;           ///< by connection
    QHash<QString, QStringList> identities; ///< the same
    std::function<void(const ActionProgress &)> tell;
};

/// An endpoint with one service "shop/web", which a person may have called otherwise.
class WebConnector : public Connector
{
public:
    WebConnector(ConnectorContext context, Webs &webs)
        : m_context(std::move(context))
        , m_webs(webs)
    {
    }

    void start() override
    {
        ++m_webs.sessions[m_context.config.name];
        m_session = std::make_unique<QObject>();
        m_context.clock.after(2ms, m_session.get(), [this] { Q_EMIT listed(facts()); });
    }
    void stop() override { m_session.reset(); }
    void probe() override
    {
        m_context.clock.after(2ms, m_session.get(), [this] {
            Beat alive;
            alive.identities = m_webs.identities.value(m_context.config.name);
            Q_EMIT beat(alive);
        });
    }
    void perform(const Action &, std::function<void(const ActionProgress &)> progress) override
    {
        m_webs.tell = std::move(progress);
    }

private:
    FleetDelta facts() const
    {
        const EntityId &id = m_context.config.id;
        Service service;
        service.id = EntityId::of(id, "service", QStringLiteral("shop/web"));
        service.name = QStringLiteral("shop/web");
        if (const QString same = m_context.sites.sameService(service.id); !same.isEmpty()) {
            service.id = EntityId::declared("service", same);
            service.name = serviceNameOf(same);
        }
        Placement placement;
        placement.id = EntityId::of(id, "placement", QStringLiteral("shop/web"));
        placement.service = service.id;
        placement.feed = EntityId::of(id, "feed", QStringLiteral("inventory"));
        placement.image = QStringLiteral("web:1");
        FleetDelta all;
        all.services.upsert(service);
        all.placements.upsert(placement);
        return all;
    }

    ConnectorContext m_context;
    Webs &m_webs;
    std::unique_ptr<QObject> m_session;
};

struct WebDesk
{
    explicit WebDesk(const QString &directory, const std::vector<const char *> &names = {"dock", "kube"},
                     const QHash<QString, QStringList> &identities = {})
    {
        webs.identities = identities;
        ConnectorType type;
        type.type = QStringLiteral("web");
        type.isRuled = true;
        type.create = [this](ConnectorContext context) {
            return std::make_unique<WebConnector>(std::move(context), webs);
        };
        types.add(type);
        KeeperOptions options;
        options.id = QStringLiteral("k");
        options.lastFactsDirectory = directory + QStringLiteral("/last");
        options.connectionsDirectory = directory + QStringLiteral("/connections.d");
        for (const char *name : names) {
            ConnectionConfig config;
            config.id = EntityId(name);
            config.name = QLatin1String(name);
            config.type = type.type;
            options.builtIn.push_back(config);
        }
        keeper = std::make_unique<Keeper>(options, Keeper::Parts{clock, types, sites, secrets});
        keeper->start();
        [&] { QTRY_VERIFY(keeper->hub().latest() != nullptr); }();
        clock.advance(1s);
    }
    QString services()
    {
        clock.advance(1s);
        QStringList lines;
        const FleetTables &tables = keeper->hub().latest()->tables;
        tables.services.forEach([&](const Service &service) {
            int placements = 0;
            tables.placements.forEach([&](const Placement &one) { placements += one.service == service.id; });
            lines.append(QStringLiteral("%1 x%2").arg(service.name).arg(placements));
        });
        lines.sort();
        return lines.join(QStringLiteral(", "));
    }
    SameServices same()
    {
        SameServices known;
        bool isKnown = false;
        keeper->same().sameServices([&](const Result<SameServices> &answer) {
            known = *answer;
            isKnown = true;
        });
        [&] { QTRY_VERIFY(isKnown); }();
        return known;
    }

    /// "dock 1, kube 2": how often each was asked for all that it has.
    QString sessions() const
    {
        QStringList parts;
        for (auto it = webs.sessions.cbegin(); it != webs.sessions.cend(); ++it)
            parts.append(QStringLiteral("%1 %2").arg(it.key()).arg(it.value()));
        parts.sort();
        return parts.join(QStringLiteral(", "));
    }
    bool decide(const EntityId &one, const EntityId &other)
    {
        const auto decision = keeper->same().decideSame(one, other, true, QStringLiteral("ines"));
        if (!decision)
            qInfo("%s", qPrintable(decision.error().text));
        return bool(decision);
    }

    Webs webs;
    ManualClock clock;
    ConnectorRegistry types;
    NoSites sites;
    NoSecrets secrets;
    std::unique_ptr<Keeper> keeper;
};

const EntityId kDock("dock/service/shop/web");
const EntityId kKube("kube/service/shop/web");
const EntityId kThird("third/service/shop/web");

} // namespace

/// What people say of services that look like the same.
class TestSameBook : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Test::init();
        m_directory = std::make_unique<QTemporaryDir>();
    }

    void suggestedConfirmedKeptAndTakenBack()
    {
        {
            WebDesk desk(m_directory->path());
            QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x1"));
            QCOMPARE(desk.same().suggestions.size(), 1);
            const auto decision = desk.keeper->same().decideSame(kDock, kKube, true, QStringLiteral("alice"));
            QVERIFY2(decision, decision ? "" : qPrintable(decision.error().text));
            QCOMPARE(desk.services(), QStringLiteral("shop/web x2"));
            QVERIFY(desk.same().suggestions.isEmpty());
            // Whose part of it is to be acted on must be said, although its name has a slash.
            QString why;
            desk.keeper->perform({QStringLiteral("restart"), EntityId("service:=shop/web"), {}, {}},
                                 [&](const ActionProgress &step) { why += step.error.text; });
            QVERIFY(why.startsWith(QStringLiteral("Several connections tell of it: dock, kube.")));
        }
        WebDesk desk(m_directory->path()); // a new keeper, the same home
        QCOMPARE(desk.services(), QStringLiteral("shop/web x2"));
        const QList<SameDecision> decisions = desk.same().decisions;
        QCOMPARE(decisions.size(), 1);
        QCOMPARE(decisions[0].who, QStringLiteral("alice"));
        QCOMPARE(decisions[0].one.connection, QStringLiteral("dock"));
        QVERIFY(desk.keeper->same().undecideSame(kKube, kDock)); // in whatever order
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x1"));
        QCOMPARE(desk.same().suggestions.size(), 1);
    }

    void whatIsNotTheSameIsNotAskedAgain()
    {
        WebDesk desk(m_directory->path());
        QVERIFY(desk.keeper->same().decideSame(kDock, kKube, false, QStringLiteral("bob")));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x1"));
        QVERIFY(desk.same().suggestions.isEmpty());
        QVERIFY(desk.keeper->same().decideSame(kDock, kKube, true, QStringLiteral("bob"))); // on second thought
        QCOMPARE(desk.services(), QStringLiteral("shop/web x2"));
        QCOMPARE(desk.same().decisions.size(), 1);
    }

    /// The answer goes by what was said, not by what the fleet still shows.
    void whatWasSaidIsNotSuggestedEvenAtOnce()
    {
        WebDesk desk(m_directory->path(), {"dock", "kube", "third"});
        QCOMPARE(desk.same().suggestions.size(), 3);
        QVERIFY(desk.decide(kDock, kKube));
        QCOMPARE(desk.same().suggestions.size(), 1); // of the two with the third; nothing was read again yet
        QVERIFY(desk.decide(kThird, kKube));
        QVERIFY(desk.same().suggestions.isEmpty());
        QCOMPARE(desk.services(), QStringLiteral("shop/web x3"));
        QVERIFY(desk.same().suggestions.isEmpty());
        QVERIFY(desk.keeper->same().undecideSame(kThird, kKube));
        QVERIFY(desk.keeper->same().undecideSame(kDock, kKube));
        // Of three that are shown as one, which they no longer are, nothing can be suggested yet.
        QVERIFY(desk.same().suggestions.isEmpty());
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x1, shop/web x1"));
        QCOMPARE(desk.same().suggestions.size(), 3);
    }

    /// That two lead to one endpoint is not forgotten while they are read again.
    void whatTwoTellOfOneEndpointIsNeverSuggested()
    {
        WebDesk desk(m_directory->path(), {"dock", "kube", "third"},
                     {{QStringLiteral("dock"), {QStringLiteral("uid:1")}},
                      {QStringLiteral("third"), {QStringLiteral("uid:1")}}});
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x1, shop/web x1"));
        QTRY_COMPARE(desk.same().suggestions.size(), 1);
        QCOMPARE(desk.same().suggestions[0].other.connection, QStringLiteral("kube"));
        const QString rules = QStringLiteral("rules:\n- {name: r, match: {a: b}, set: {graticule.dev/tier: '1'}}\n");
        QVERIFY(desk.keeper->rules().saveRules(rules, {})); // all are read again
        QCOMPARE(desk.same().suggestions.size(), 1);
        QVERIFY(desk.decide(kDock, kKube));
        QVERIFY(desk.same().suggestions.isEmpty());
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x2"));
        QVERIFY(desk.same().suggestions.isEmpty());
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
        file.write(toJson(decisions));
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
        QByteArray json = toJson(decisions);
        json.append(QByteArray(10'000'000 - json.size(), '\n')); // as large as a file may be
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
        file.close();
        const qsizetype room = 10'000'000 - toJson(decisions).size();
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
        QList<SameDecision> decisions = *sameDecisionsFromJson(file.readAll());
        file.close();
        QCOMPARE(decisions.size(), 1);
        decisions.append(
            SameDecision{{EntityId("a/service/x"), {}, {}}, {EntityId("b/service/x"), {}, {}}, false, {}, {}, {}});
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(toJson(decisions)); // from a backup, say
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
        file.write(toJson(decisions));
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

    void whatIsTakenBackCanBeSaidAgainAtOnce()
    {
        WebDesk desk(m_directory->path());
        QVERIFY(desk.decide(kDock, kKube));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x2"));
        QVERIFY(desk.keeper->same().undecideSame(kDock, kKube));
        QVERIFY(desk.decide(kDock, kKube)); // before they are two again
        QCOMPARE(desk.services(), QStringLiteral("shop/web x2"));
        QCOMPARE(desk.same().decisions.value(0).one.connection, QStringLiteral("dock"));
        QVERIFY(desk.keeper->same().undecideSame(kDock, kKube));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x1"));
        QVERIFY(desk.decide(kDock, kKube));
        // Of what is one by now, in the words in which it was said.
        QCOMPARE(desk.services(), QStringLiteral("shop/web x2"));
        QVERIFY(desk.keeper->same().decideSame(kDock, kKube, false, {}));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x1"));
    }

    void severalBecomeOneWithoutBeingReadBetween()
    {
        WebDesk desk(m_directory->path(), {"dock", "kube", "third"});
        QVERIFY(desk.decide(kDock, kKube));
        QVERIFY(desk.decide(kThird, kDock)); // listed by its own id still
        QCOMPARE(desk.services(), QStringLiteral("shop/web x3"));
        QVERIFY(desk.keeper->same().undecideSame(kThird, kDock));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x2"));
    }

    void twoThatAreOneWithOthersBecomeOne()
    {
        WebDesk desk(m_directory->path(), {"a", "b", "c", "d"});
        const auto web = [](const char *connection) { return EntityId(QByteArray(connection) + "/service/shop/web"); };
        QVERIFY(desk.decide(web("a"), web("b")));
        QVERIFY(desk.decide(web("c"), web("d")));
        QCOMPARE(desk.services(), QStringLiteral("shop/web (2) x2, shop/web x2"));
        QVERIFY(desk.decide(EntityId("service:=shop/web"), EntityId("service:=shop/web (2)")));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x4"));
        QCOMPARE(desk.same().decisions[0].one.connection.size(), 1); // of such as endpoints tell of
        QVERIFY(desk.keeper->same().undecideSame(desk.same().decisions[0].one.id, desk.same().decisions[0].other.id));
        QCOMPARE(desk.services(), QStringLiteral("shop/web (2) x2, shop/web x2"));
    }

    void eachIsTakenBackByItself()
    {
        WebDesk desk(m_directory->path(), {"dock", "kube", "third"});
        QVERIFY(desk.decide(kDock, kKube));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x2"));
        const EntityId both("service:=shop/web");
        QCOMPARE(desk.keeper->same().aboutTwo(kThird, both).name, QStringLiteral("shop/web")); // for the record
        QVERIFY(desk.decide(kThird, both));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x3"));
        const auto taken = desk.keeper->same().undecideSame(both, kThird); // as the page knew them
        QVERIFY(taken);
        QCOMPARE(taken->one.connection, QStringLiteral("third"));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x2"));
        QVERIFY(desk.decide(kThird, both));
        QVERIFY(desk.keeper->same().undecideSame(kDock, kKube)); // the other stays
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x2"));
    }

    void onlyTheConnectionsOfTheTwoAreReadAgain()
    {
        WebDesk desk(m_directory->path(), {"dock", "kube", "third"});
        QVERIFY(desk.decide(kDock, kKube));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x2"));
        QCOMPARE(desk.sessions(), QStringLiteral("dock 2, kube 2, third 1"));
    }

    void whatIsUnderWayIsNotCut()
    {
        WebDesk desk(m_directory->path());
        QList<ActionProgress> steps;
        const auto act = [&] {
            desk.keeper->perform({QStringLiteral("drain"), kDock, {}, {}},
                                 [&](const ActionProgress &step) { steps.append(step); });
        };
        act();
        const auto first = desk.webs.tell;
        act();
        const Instant said = desk.clock.now();
        const auto decision = desk.keeper->same().decideSame(kDock, kKube, true, {});
        QVERIFY(decision);
        const QList<WaitingConnection> waits{
            {QStringLiteral("dock"), said, QStringLiteral("drain"), QStringLiteral("shop/web"), 2}};
        QCOMPARE(decision->waiting, waits);
        QCOMPARE(desk.same().waiting, waits);
        desk.clock.advance(1min);
        const auto saved = desk.keeper->rules().saveRules(
            QStringLiteral("rules:\n- {name: r, match: {dc: '*'}, set: {graticule.dev/site: x}}\n"), {});
        QVERIFY(saved);
        QCOMPARE(saved->waiting, waits); // since the first of what it does not follow
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x1"));
        QCOMPARE(desk.sessions(), QStringLiteral("dock 1, kube 3"));
        QVERIFY(steps.isEmpty());
        first({QStringLiteral("Drained."), true, {}});
        QTRY_COMPARE(desk.keeper->rules().rulesFile().waiting.value(0).acts, 1);
        QCOMPARE(desk.sessions(), QStringLiteral("dock 1, kube 3"));
        desk.webs.tell({QStringLiteral("Drained."), true, {}});
        QTRY_VERIFY(desk.keeper->rules().rulesFile().waiting.isEmpty());
        QCOMPARE(steps.size(), 2);
        QCOMPARE(steps[0].error.text, QString());
        QCOMPARE(desk.services(), QStringLiteral("shop/web x2"));
        QCOMPARE(desk.sessions(), QStringLiteral("dock 2, kube 3"));
        act(); // nothing is put off any more
        desk.webs.tell({{}, true, {}});
        QCoreApplication::processEvents();
        QCOMPARE(desk.sessions(), QStringLiteral("dock 2, kube 3"));
    }

    void onlyWhatIsThere()
    {
        WebDesk desk(m_directory->path());
        QCOMPARE(desk.keeper->same().decideSame(kDock, EntityId("x"), true, {}).error().kind, ErrorKind::NotFound);
        QCOMPARE(desk.keeper->same().decideSame(kDock, kDock, true, {}).error().text,
                 QStringLiteral("\"shop/web\" is one service already."));
        QCOMPARE(desk.keeper->same().undecideSame(kDock, kKube).error().kind, ErrorKind::NotFound);
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
            QVERIFY2(!sameDecisionsFromJson(json), json);
        QVERIFY(!sameDecisionsFromJson(QByteArray(100'000, '[')));
        // More than are kept: read in part, the rest would be lost with the next decision.
        const QByteArray one = R"({"services": [{"id": "a"}, {"id": "b"}]},)";
        QVERIFY(!sameDecisionsFromJson("{\"decisions\": [" + one.repeated(10'001).chopped(1) + "]}"));
        const auto none = sameDecisionsFromJson("{\"decisions\": []}");
        QVERIFY(none && none->isEmpty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
};

QTEST_GUILESS_MAIN(TestSameBook)
#include "tst_samebook.moc"
