// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/controlserver.h"
#include "backend/control/rulecalls.h"
#include "tests/control/quietkeeper.h"
#include "tests/testing/test.h"

#include <QCryptographicHash>

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
        preview.rules = {{text, 2, 1}};
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

    RulesFile file{QStringLiteral("/etc/graticule/label-rules.yaml"),
                   QStringLiteral("rules: []"),
                   {QStringLiteral("label-rules.yaml:1: a mistake")},
                   {QStringLiteral("racks")}};
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
    void cleanup() { m_server.reset(); }

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
        QCOMPARE(preview.rules, (QList<RuleCount>{{QStringLiteral("ä"), 2, 1}}));
        QCOMPARE(preview.things.first().changes.first().after, QStringLiteral("x"));
        QCOMPARE(preview.things.first().rules, QList<int>{0});
        QCOMPARE(preview.things.first().matched.size(), 1); // half a character comes as something else, but comes
        QCOMPARE(preview.all, 3);
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

    void aKeeperWithoutRulesSaysSo()
    {
        m_server.reset();
        serve(nullptr);
        Error why;
        RuleCalls(as("viewer")).read(this, [&](const Result<RulesFile> &reply) { why = reply.error(); });
        QTRY_VERIFY(why.text.endsWith(QStringLiteral(": This keeper has no label rules.")));
        QCOMPARE(why.kind, ErrorKind::Unsupported);
    }

private:
    void serve(RuleCommands *rules)
    {
        ServerOptions options;
        options.listen = QStringLiteral("127.0.0.1:0");
        options.rules = rules;
        for (const CallerRole role : {CallerRole::Viewer, CallerRole::Operator, CallerRole::Admin})
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
    std::unique_ptr<ControlServer> m_server;
};

QTEST_GUILESS_MAIN(TestRulesService)
#include "tst_rulesservice.moc"
