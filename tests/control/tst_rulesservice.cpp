// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/controlserver.h"
#include "backend/control/recordcalls.h"
#include "backend/control/rulecalls.h"
#include "backend/control/samecommands.h"
#include "tests/control/quietkeeper.h"
#include "tests/testing/test.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

using namespace graticule;

namespace {

/// A keeper with one rule, which keeps what it is told.
class FakeRules : public RuleCommands
{
public:
    RulesFile rulesFile() const override { return file; }
    void previewRules(const QString &text, std::function<void(const RulePreview &)> done) override
    {
        RulePreview preview;
        preview.rules = {{text, 2, 1, {{QStringLiteral("graticule.dev/tier"), QStringLiteral("gold"), 1, 2, 3}}, 4},
                         {text, 1, 0}};
        preview.things = {{EntityId("n"),
                           QStringLiteral("node"),
                           QStringLiteral("n1"),
                           QStringLiteral("ours"),
                           QStringLiteral("fra"),
                           {0},
                           {{QStringLiteral("dc"), QString(QChar(0xD800))}},
                           {{QStringLiteral("graticule.dev/site"), QStringLiteral("x")}},
                           {QStringLiteral("why")},
                           {{QStringLiteral("graticule.dev/site"), {}, QStringLiteral("x")}}}};
        preview.looked = preview.all = 3;
        preview.matched = 2;
        preview.changed = 1;
        done(preview);
    }
    Result<RulesFile> saveRules(const QString &text, const std::optional<QString> &before) override
    {
        if (before && *before != file.text)
            return Error{ErrorKind::Conflict, Fault::Input, QStringLiteral("changed meanwhile"), std::nullopt};
        file.text = text;
        return file;
    }

    RulesFile file{
        QStringLiteral("/etc/graticule/label-rules.yaml"),
        QStringLiteral("rules: []"),
        {QStringLiteral("label-rules.yaml:1: a mistake")},
        {QStringLiteral("racks")},
        {{QStringLiteral("fra"), instantFromMs(1'700'000'000'000), QStringLiteral("drain"), QStringLiteral("n1"), 2}}};
};

/// Two services that somebody may say are the same.
class FakeSame : public SameCommands
{
public:
    void sameServices(Answer done) override { done(SameServices{{}, {two}, 7, two.waiting}); }
    SameDecision aboutTwo(const EntityId &, const EntityId &) const override { return two; }
    Result<SameDecision> decideSame(const EntityId &, const EntityId &, bool areSame, const QString &) override
    {
        SameDecision decision = two;
        decision.isSame = areSame;
        return decision;
    }
    Result<SameDecision> undecideSame(const EntityId &, const EntityId &) override { return two; }

    SameDecision two{
        {EntityId("a"), QStringLiteral("shop/web"), QStringLiteral("dock")},
        {EntityId("b"), QStringLiteral("web"), QStringLiteral("kube")},
        true,
        QStringLiteral("the shop"),
        {},
        kNever,
        {{QStringLiteral("dock"), instantFromMs(1'700'000'000'000), QStringLiteral("drain"), QStringLiteral("n1"), 2}}};
};

} // namespace

/// Label rules through the control API.
class TestRulesService : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_rules = {};
        serve(&m_rules);
    }
    void cleanup()
    {
        m_server.reset();
        m_record.reset();
    }

    void whoLooksMayReadAndTry()
    {
        RulesFile file;
        RuleCalls(as("viewer")).read(this, [&](const Result<RulesFile> &reply) { file = *reply; });
        QTRY_VERIFY(!file.path.isEmpty());
        QCOMPARE(file, m_rules.file);
        RulePreview preview;
        RuleCalls(as("viewer")).preview(this, QStringLiteral("ä"), [&](const Result<RulePreview> &reply) {
            preview = *reply;
        });
        QTRY_COMPARE(preview.things.size(), 1);
        QCOMPARE(preview.rules,
                 (QList<RuleCount>{{QStringLiteral("ä"),
                                    2,
                                    1,
                                    {{QStringLiteral("graticule.dev/tier"), QStringLiteral("gold"), 1, 2, 3}},
                                    4},
                                   {QStringLiteral("ä"), 1, 0}}));
        QCOMPARE(preview.things.first().changes.first().after, QStringLiteral("x"));
        QCOMPARE(preview.things.first().rules, QList<int>{0});
        QCOMPARE(preview.things.first().matched.size(), 1); // half a character comes as something else, but comes
        QCOMPARE(preview.all, 3);
    }

    void whatWaitsIsTold()
    {
        SameServices same;
        RuleCalls(as("viewer")).same(this, [&](const Result<SameServices> &reply) { same = *reply; });
        QTRY_COMPARE(same.more, 7);
        QCOMPARE(same.waiting, m_same.two.waiting);
        QCOMPARE(same.decisions, QList<SameDecision>{m_same.two});
        SameDecision said;
        RuleCalls(as("operator")).decide(this, EntityId("a"), EntityId("b"), true, [&](const auto &reply) {
            said = *reply;
        });
        QTRY_COMPARE(said.waiting, m_same.two.waiting);
    }

    void onlyAnAdminSaves()
    {
        QVERIFY(saved("viewer", {})
                    .startsWith(QStringLiteral("This needs the role admin; on this keeper you are viewer.")));
        QVERIFY(saved("operator", {}).startsWith(QStringLiteral("This needs the role admin;")));
        QCOMPARE(m_rules.file.text, QStringLiteral("rules: []"));
        QCOMPARE(saved("admin", QStringLiteral("other")), QStringLiteral("changed meanwhile"));
        QCOMPARE(saved("admin", QStringLiteral("rules: []")), QStringLiteral("new"));
        QCOMPARE(saved("admin", {}), QStringLiteral("new"));
    }

    void whatWasChangedIsRecorded()
    {
        m_server.reset();
        m_record = std::make_unique<ActRecord>(ActRecord::Options{
            .place = {m_directory.filePath(QStringLiteral("audit"))}, .keeperId = QStringLiteral("k1"), .now = [] {
                return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
            }});
        m_record->start();
        serve(&m_rules);
        QCOMPARE(saved("admin", {}), QStringLiteral("new"));
        int answers = 0;
        const RuleCalls calls(as("operator"));
        const auto count = [&](const Result<SameDecision> &decision) { answers += decision ? 1 : 100; };
        calls.decide(this, EntityId("a"), EntityId("b"), true, count);
        QTRY_COMPARE(answers, 1);
        calls.decide(this, EntityId("a"), EntityId("b"), false, count);
        QTRY_COMPARE(answers, 2);
        QStringList lines;
        bool isFinished = false;
        RecordCalls(as("compliance")).list(this, {}, [&](const ActsPart &part) {
            for (const RecordedAct &act : part.acts)
                lines.append(QStringLiteral("%1 %2 [%3] %4")
                                 .arg(act.act.verb, act.act.target, act.act.targetName, act.act.fields.join(u'|')));
            isFinished = part.finished;
        });
        QTRY_VERIFY(isFinished);
        const auto hash = [](const char *text) {
            return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(32));
        };
        QCOMPARE(lines.value(0), QStringLiteral("service.different a [shop/web (dock), web (kube)] b"));
        QCOMPARE(lines.value(1), QStringLiteral("service.same a [shop/web (dock), web (kube)] b|the shop"));
        QCOMPARE(
            lines.value(2),
            QStringLiteral("rules.save  [] before: sha256 %1|after: sha256 %2").arg(hash("rules: []"), hash("new")));
    }

    void aKeeperWithoutRulesSaysSo()
    {
        m_server.reset();
        serve(nullptr);
        Error why;
        RuleCalls(as("viewer")).read(this, [&](const Result<RulesFile> &reply) { why = reply.error(); });
        QTRY_VERIFY(why.text.endsWith(QStringLiteral("This keeper has no label rules.")));
        QCOMPARE(why.kind, ErrorKind::Unsupported);
        QCOMPARE(why.code, QStringLiteral("rules.none")); // so that consoles say it in their reader's words
    }

private:
    void serve(RuleCommands *rules)
    {
        ServerOptions options;
        options.listen = QStringLiteral("127.0.0.1:0");
        options.rules = rules;
        options.same = &m_same;
        options.acts = m_record.get();
        for (const CallerRole role :
             {CallerRole::Viewer, CallerRole::Operator, CallerRole::Admin, CallerRole::Compliance})
            options.access.tokens.insert(
                QCryptographicHash::hash(roleWord(role).toUtf8(), QCryptographicHash::Sha256).toHex(), role);
        auto server = ControlServer::start(options, m_hub, m_keeper, nullptr);
        QVERIFY2(server, server ? "" : qPrintable(server.error().text));
        m_server = std::move(server).value();
    }
    QString saved(const char *role, const std::optional<QString> &before)
    {
        QString said;
        RuleCalls(as(role)).save(this, QStringLiteral("new"), before, [&](const Result<RulesFile> &reply) {
            said = reply ? reply->text : reply.error().text;
        });
        if (!QTest::qWaitFor([&] { return !said.isEmpty(); }))
            return QStringLiteral("no answer");
        return said;
    }
    std::shared_ptr<ControlChannel> as(const char *role) const
    {
        ControlAddress address;
        address.target = QStringLiteral("127.0.0.1:%1").arg(m_server->port());
        address.token = QByteArray(role);
        return ControlChannel::open(address).value();
    }

    SnapshotHub m_hub;
    testing::QuietKeeper m_keeper;
    FakeRules m_rules;
    FakeSame m_same;
    QTemporaryDir m_directory; // goes after the record, which writes its last words there
    std::unique_ptr<ActRecord> m_record;
    std::unique_ptr<ControlServer> m_server;
};

QTEST_GUILESS_MAIN(TestRulesService)
#include "tst_rulesservice.moc"
