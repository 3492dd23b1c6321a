// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/secretstore.h"
#include "backend/domain/manualclock.h"
#include "backend/keeper/keeper.h"
#include "backend/places/defaultsiteresolver.h"
#include "tests/keeper/keeperdesk.h"
#include "tests/testing/test.h"

#include <QElapsedTimer>
#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace graticule;
using namespace graticule::testing;

namespace {

/// An endpoint with one machine labelled dc=fra-2, and one service labelled app=web.
class LabelledConnector : public Connector
{
public:
    explicit LabelledConnector(ConnectorContext context)
        : m_context(std::move(context))
    {
    }

    void start() override
    {
        ++sessions;
        m_session = std::make_unique<QObject>();
        m_context.clock.after(2ms, m_session.get(), [this] {
            m_hasTold = true;
            Q_EMIT listed(facts());
        });
    }
    void stop() override { m_session.reset(); }
    std::vector<OwnLabels> ownLabels() const override
    {
        if (!knowsLabels)
            return {};
        std::vector<OwnLabels> own{{EntityId("ours/service/a"),
                                    OwnLabels::Kind::Service,
                                    QStringLiteral("a"),
                                    QStringLiteral("web"),
                                    {{QStringLiteral("app"), QStringLiteral("web")}}},
                                   {EntityId("ours/service/b"),
                                    OwnLabels::Kind::Service,
                                    QStringLiteral("b"),
                                    QStringLiteral("web"),
                                    {{QStringLiteral("role"), QStringLiteral("front")}}}};
        if (!m_hasTold)
            own.pop_back(); // it is listing
        return own;
    }
    void probe() override
    {
        m_context.clock.after(2ms, m_session.get(), [this] { Q_EMIT beat({}); });
    }

    static int sessions;
    static bool knowsLabels;

private:
    FleetDelta facts() const
    {
        const EntityId &id = m_context.config.id;
        FleetDelta all;
        Node node;
        node.id = EntityId::of(id, "node", QStringLiteral("n"));
        node.name = QStringLiteral("n1");
        node.feed = EntityId::of(id, "feed", QStringLiteral("inventory"));
        node.labels = {{QStringLiteral("dc"), QStringLiteral("fra-2")}};
        Labels labels = node.labels;
        labels.insert(m_context.sites.added(node.labels));
        Site site;
        site.name = labels.value(QStringLiteral("graticule.dev/site"), QStringLiteral("endpoint"));
        site.id = EntityId::of(id, "site", site.name);
        site.feeds = {node.feed};
        node.site = site.id;
        all.sites.upsert(site);
        all.nodes.upsert(node);
        Service service;
        service.id = EntityId::of(id, "service", QStringLiteral("web"));
        service.name = QStringLiteral("web");
        service.labels = {{QStringLiteral("app"), QStringLiteral("web")}};
        all.services.upsert(service);
        return all;
    }

    ConnectorContext m_context;
    std::unique_ptr<QObject> m_session;
    bool m_hasTold = false;
};

int LabelledConnector::sessions = 0;
bool LabelledConnector::knowsLabels = false;

/// A keeper with one such endpoint and one of a kind that no rules are for.
struct RuledDesk
{
    explicit RuledDesk(const QString &directory)
        : types(fakeRegistry())
        , path(directory + QStringLiteral("/label-rules.yaml"))
    {
        ConnectorType type;
        type.type = QStringLiteral("labelled");
        type.isRuled = true;
        type.create = [](ConnectorContext context) { return std::make_unique<LabelledConnector>(std::move(context)); };
        types.add(type);
        ConnectionConfig labelled = fake("fra", "fake://fra");
        labelled.type = type.type;
        labelled.id = EntityId("ours");
        KeeperOptions options;
        options.id = QStringLiteral("k");
        options.connectionsDirectory = directory + QStringLiteral("/connections.d");
        options.builtIn = {labelled};
        keeper = std::make_unique<Keeper>(options, Keeper::Parts{clock, types, sites, secrets});
    }

    void write(const char *text) const
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    void start()
    {
        keeper->start();
        QVERIFY(QTest::qWaitFor([this] { return keeper->hub().latest() != nullptr; }));
        clock.advance(1s);
    }
    QString siteNames()
    {
        clock.advance(1s);
        QStringList names;
        keeper->hub().latest()->tables.sites.forEach([&](const Site &site) { names.append(site.name); });
        names.sort();
        return names.join(u' ');
    }
    QString broken() const
    {
        QStringList lines;
        for (const BrokenFile &file : keeper->brokenFiles())
            lines.append(file.mistakes);
        return lines.join(u'\n');
    }

    ManualClock clock;
    ConnectorRegistry types;
    NoSites sites;
    NoSecrets secrets;
    QString path;
    std::unique_ptr<Keeper> keeper;
};

const char *const kRacks = "rules:\n- {name: racks, match: {dc: 'fra-*'}, set: {graticule.dev/site: '${dc}'}}\n";

} // namespace

/// The file of the label rules, from the disk to what is shown.
class TestRuleBook : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Test::init();
        m_directory = std::make_unique<QTemporaryDir>();
    }

    void rulesHoldFromTheStart()
    {
        RuledDesk desk(m_directory->path());
        desk.write(kRacks);
        desk.start();
        QCOMPARE(desk.siteNames(), QStringLiteral("fra-2"));
    }

    void aChangeIsReadAgain()
    {
        RuledDesk desk(m_directory->path());
        desk.start();
        QCOMPARE(desk.siteNames(), QStringLiteral("endpoint"));
        const int sessions = LabelledConnector::sessions;
        desk.write(kRacks);
        desk.keeper->reload();
        // Until the endpoint has answered, what was known stands.
        QCOMPARE(desk.keeper->hub().latest()->tables.sites.size(), 1);
        QCOMPARE(desk.siteNames(), QStringLiteral("fra-2"));
        QCOMPARE(LabelledConnector::sessions, sessions + 1);
        desk.keeper->reload(); // the same again
        QCOMPARE(desk.siteNames(), QStringLiteral("fra-2"));
        QCOMPARE(LabelledConnector::sessions, sessions + 1);
    }

    void aFileThatGoesAndComesBackWasNeverGone()
    {
        RuledDesk desk(m_directory->path());
        desk.write(kRacks);
        desk.start();
        QCOMPARE(desk.siteNames(), QStringLiteral("fra-2"));
        const int sessions = LabelledConnector::sessions;
        QVERIFY(QFile::remove(desk.path)); // an editor puts another in its place
        desk.keeper->reload();
        desk.keeper->reload();
        QCOMPARE(desk.siteNames(), QStringLiteral("fra-2"));
        desk.write(kRacks);
        desk.keeper->reload();
        QCOMPARE(LabelledConnector::sessions, sessions);
        QVERIFY(QFile::remove(desk.path)); // and now somebody means it
        desk.keeper->reload();
        QCOMPARE(desk.siteNames(), QStringLiteral("fra-2"));
        QTRY_COMPARE(desk.siteNames(), QStringLiteral("endpoint"));
    }

    /// Some editors empty a file before they write it.
    void aFileThatIsEmptyForAMomentChangesNothing()
    {
        RuledDesk desk(m_directory->path());
        desk.write(kRacks);
        desk.start();
        QCOMPARE(desk.siteNames(), QStringLiteral("fra-2"));
        const int sessions = LabelledConnector::sessions;
        desk.write("");
        desk.keeper->reload();
        QCOMPARE(desk.siteNames(), QStringLiteral("fra-2"));
        desk.write(kRacks);
        desk.keeper->reload();
        QCOMPARE(LabelledConnector::sessions, sessions);
        QVERIFY(desk.keeper->rules().saveRules({}, {})); // a person means it
        QCOMPARE(desk.keeper->rules().rulesFile().rules, QStringList());
        QCOMPARE(desk.siteNames(), QStringLiteral("endpoint"));
        desk.write(kRacks);
        desk.keeper->reload();
        QCOMPARE(desk.siteNames(), QStringLiteral("fra-2"));
        desk.write("");
        desk.keeper->reload();
        QTRY_COMPARE(desk.siteNames(), QStringLiteral("endpoint")); // and so does who leaves it empty
    }

    /// To open one would wait for whoever writes into it.
    void aPipeIsNotRead()
    {
        RuledDesk desk(m_directory->path());
        QCOMPARE(::mkfifo(QFile::encodeName(desk.path).constData(), 0600), 0);
        desk.start();
        QCOMPARE(desk.broken(), QStringLiteral("label-rules.yaml: is no plain file"));
        const auto saved = desk.keeper->rules().saveRules(QStringLiteral("rules: []"), {});
        QCOMPARE(saved.error().text, QStringLiteral("label-rules.yaml: is no plain file. It was left untouched."));
    }

    void anUnchangedFileIsNotParsedAnew()
    {
        RuledDesk desk(m_directory->path());
        desk.write(kRacks);
        desk.start();
        // As dear as a file may be: half a second, each time.
        desk.write((QByteArray(kRacks) + QByteArray("- [1, 2, 3, 4, 5, 6]\n").repeated(45'000)).constData());
        desk.keeper->reload();
        const QString broken = desk.broken();
        QVERIFY(!broken.isEmpty());
        QElapsedTimer timer;
        timer.start();
        for (int round = 0; round < 20; ++round)
            desk.keeper->reload();
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(desk.broken(), broken);
        QCOMPARE(desk.siteNames(), QStringLiteral("fra-2"));
    }

    void previewsWaitForEachOther()
    {
        RuledDesk desk(m_directory->path());
        desk.start();
        QStringList answers;
        for (int i = 0; i < 30; ++i)
            desk.keeper->rules().previewRules(QString::fromLatin1(kRacks), [&](const RulePreview &answer) {
                answers.append(answer.mistakes.isEmpty() ? QString::number(answer.things.size())
                                                         : answer.mistakes.first());
            });
        // One is being answered, and so many wait.
        const qsizetype refused = 30 - 1 - qsizetype(RuleBook::kMostQuestions);
        QCOMPARE(answers.size(), refused);
        QCOMPARE(answers.first(), QStringLiteral("label-rules.yaml: too many previews are asked for; try again"));
        QTRY_COMPARE(answers.size(), 30);
        QCOMPARE(answers.mid(refused).count(QStringLiteral("1")), 30 - refused);
    }

    void aMistakeIsToldAndChangesNothing()
    {
        RuledDesk desk(m_directory->path());
        desk.write(kRacks);
        desk.start();
        desk.write("rules:\n- {name: racks, match: {dc: '*'}, sets: {}}\n");
        desk.keeper->reload();
        QCOMPARE(desk.broken(),
                 QStringLiteral("label-rules.yaml:2: rules[0].sets: is not known; a rule has name, match and set"));
        QCOMPARE(desk.siteNames(), QStringLiteral("fra-2"));
        desk.write("rules: []");
        desk.keeper->reload();
        QCOMPARE(desk.broken(), QString());
        QCOMPARE(desk.siteNames(), QStringLiteral("endpoint"));
    }

    void atTheStartTheGoodRulesHold()
    {
        RuledDesk desk(m_directory->path());
        desk.write((QByteArray(kRacks) + "- 1\n").constData());
        desk.start();
        QCOMPARE(desk.siteNames(), QStringLiteral("fra-2"));
        QVERIFY(desk.broken().startsWith(QStringLiteral("label-rules.yaml:3: rules[1]:")));
    }

    void savingWritesTheFileAndRulesByIt()
    {
        RuledDesk desk(m_directory->path());
        desk.start();
        RuleBook &book = desk.keeper->rules();
        const auto refused = book.saveRules(QStringLiteral("rules:\n- 1\n- 2\n- 3\n- 4"), {});
        QCOMPARE(refused.error().kind, ErrorKind::Invalid);
        QVERIFY(refused.error().text.contains(QStringLiteral("label-rules.yaml:2: rules[0]: must be a map")));
        QVERIFY(refused.error().text.endsWith(QStringLiteral("and 1 more.")));
        QVERIFY(!QFile::exists(desk.path));
        const auto saved = book.saveRules(QString::fromLatin1(kRacks), QString());
        QVERIFY(saved);
        QCOMPARE(saved->rules, QStringList{QStringLiteral("racks")});
        QCOMPARE(desk.siteNames(), QStringLiteral("fra-2"));
        desk.write("rules: [] # by hand");
        const auto conflict = book.saveRules(QStringLiteral("rules: []"), QString::fromLatin1(kRacks));
        QCOMPARE(conflict.error().kind, ErrorKind::Conflict);
        QCOMPARE(conflict.error().code, QStringLiteral("rules.changed"));
        QVERIFY(!book.saveRules(QStringLiteral("rules: []"), QString())); // whoever thought that there are none
        QVERIFY(book.saveRules(QStringLiteral("rules: [] # by hand"), QString())); // nothing is lost
        QCOMPARE(book.rulesFile().text, QStringLiteral("rules: [] # by hand"));
        desk.write(QByteArray(1'000'001, '#').constData());
        const auto unread = book.saveRules(QStringLiteral("rules: []"), {});
        QCOMPARE(unread.error().text, QStringLiteral("label-rules.yaml: larger than 1 MB. It was left untouched."));
    }

    void whatHasNotToldYetIsSeenAsItIsKnown()
    {
        RuledDesk desk(m_directory->path());
        desk.start();
        RulePreview preview;
        desk.keeper->rules().previewRules(
            QStringLiteral("rules:\n- {name: webs, match: {app: web}, set: {graticule.dev/service: shop}}\n"),
            [&](const RulePreview &answer) { preview = answer; });
        QTRY_COMPARE(preview.things.size(), 1);
        QCOMPARE(preview.things.first().kind, QStringLiteral("service"));
        QCOMPARE(preview.all, 2);
    }

    void aSavedRuleCountsAtOnceWhatItMatches()
    {
        RuledDesk desk(m_directory->path());
        LabelledConnector::knowsLabels = true;
        const auto restore = qScopeGuard([] { LabelledConnector::knowsLabels = false; });
        desk.start();
        const QString rules = QStringLiteral("rules:\n- {name: fronts, match: {role: front}, set: "
                                             "{graticule.dev/tier: '1'}}\n");
        QVERIFY(desk.keeper->rules().saveRules(rules, {}));
        for (const char *when : {"before it is read again", "afterwards"}) {
            std::optional<RulePreview> preview;
            desk.keeper->rules().previewRules(rules, [&](const RulePreview &answer) { preview = answer; });
            QTRY_VERIFY2(preview, when);
            QCOMPARE(preview->rules.value(0).matched, 1);
            QCOMPARE(preview->all, 3);
            desk.clock.advance(1s);
        }
    }

    void aPreviewChangesNothing()
    {
        RuledDesk desk(m_directory->path());
        desk.start();
        RulePreview preview;
        desk.keeper->rules().previewRules(QString::fromLatin1(kRacks),
                                          [&](const RulePreview &answer) { preview = answer; });
        QTRY_COMPARE(preview.things.size(), 1);
        QCOMPARE(preview.things.first().connection, QStringLiteral("fra"));
        QCOMPARE(preview.things.first().place, QStringLiteral("endpoint"));
        QCOMPARE(preview.things.first().changes,
                 (QList<RuledChange>{{QStringLiteral("graticule.dev/site"), {}, QStringLiteral("fra-2")}}));
        QCOMPARE(desk.siteNames(), QStringLiteral("endpoint"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
};

QTEST_GUILESS_MAIN(TestRuleBook)
#include "tst_rulebook.moc"
