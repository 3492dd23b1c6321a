// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/rulesverb.h"
#include "backend/control/controlserver.h"
#include "backend/domain/saying.h"
#include "tests/control/quietkeeper.h"
#include "tests/testing/test.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTemporaryFile>

#include <unistd.h>

using namespace graticule;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSoon = 60'000;

/// A keeper's file of rules.
class Rules : public RuleCommands
{
public:
    RulesFile rulesFile() const override { return file; }
    void previewRules(const QString &text, std::function<void(const RulePreview &)> done) override
    {
        asked = text;
        done(preview);
    }
    Result<RulesFile> saveRules(const QString &text, const std::optional<QString> &before) override
    {
        if (!trouble.isEmpty())
            return saidError(ErrorKind::Conflict, Fault::Input, "rules.untouched", {trouble});
        if (before && *before != file.text && text != file.text)
            return Error{ErrorKind::Conflict, Fault::Input, u"changed meanwhile"_s, std::nullopt};
        file.text = text;
        return file;
    }

    QString trouble; ///< why the file cannot be read
    RulePreview preview;
    QString asked;
    RulesFile file{u"/k/label-rules.yaml"_s, {}, {}, {}};
};

} // namespace

/// `graticule rules save`: whose rules are replaced by it, and whose are not.
class TestRulesVerb : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ServerOptions door;
        door.listen = m_address = u"unix://"_s + m_directory.filePath(u"k.sock"_s);
        door.access.anonymous = CallerRole::Admin;
        door.rules = &m_rules;
        auto server = ControlServer::start(door, m_hub, m_keeper, nullptr);
        QVERIFY2(server, server ? "" : qPrintable(server.error().text));
        m_server = std::move(server).value();
    }
    void cleanupTestCase() { m_server.reset(); }

    void nobodysRulesAreReplacedUnsaid()
    {
        const QString mine = file("mine.yaml", "rules: [] # mine");
        const QString again = file("again.yaml", "rules: [] # mine, again");
        QCOMPARE(run({u"save"_s, mine}), ExitCode::Ok); // there were none
        QCOMPARE(m_rules.file.text, u"rules: [] # mine"_s);
        QCOMPARE(run({u"save"_s, mine}), ExitCode::Ok); // they are those
        QCOMPARE(run({u"save"_s, again}), ExitCode::Refused);
        QCOMPARE(m_rules.file.text, u"rules: [] # mine"_s);
        QCOMPARE(run({u"save"_s, again, u"--over"_s, mine}), ExitCode::Ok);
        m_rules.file.text = u"rules: [] # somebody else's"_s;
        QCOMPARE(run({u"save"_s, mine, u"--over"_s, again}), ExitCode::Refused);
        QCOMPARE(run({u"save"_s, mine}), ExitCode::Refused);
        QCOMPARE(m_rules.file.text, u"rules: [] # somebody else's"_s);
        QCOMPARE(run({u"save"_s, mine, u"--over"_s, again, u"--force"_s}), ExitCode::Usage);
        QCOMPARE(run({u"save"_s, mine, u"--force"_s}), ExitCode::Ok);
        QCOMPARE(m_rules.file.text, u"rules: [] # mine"_s);
    }

    /// Rules that are in force change nothing, and set what they set all the same.
    void whatRulesSetIsSaid()
    {
        const QString label = u"graticule.dev/tier"_s;
        m_rules.file = {u"/k/label-rules.yaml"_s, u"rules: ...\n"_s, {}, {u"gold"_s, u"none"_s, u"else"_s}};
        m_rules.preview.rules = {
            {u"gold"_s, 14, 0, {{label, u"gold"_s, 0, 12, 1}, {u"graticule.dev/site"_s, u"fra"_s, 2, 0, 0}}, 5},
            {u"none"_s, 0, 0, {}, 0},
            {u"else"_s, 3, 0, {}, 0}};
        m_rules.preview.looked = m_rules.preview.all = 20;
        QCOMPARE(said({}), u"gold: 14 matched, sets tier=gold on 12 services, 1 asset; site=fra on 2 nodes; and 3 "
                           "more\nnone: 0 matched\nelse: 3 matched, sets nothing\n"_s);
        QCOMPARE(m_rules.asked, m_rules.file.text);
        m_rules.asked.clear();
        QCOMPARE(said({u"preview"_s}), QString()); // of the keeper's own, to standard output
        QCOMPARE(m_rules.asked, m_rules.file.text);
        m_rules.preview.rules = {{u"gold"_s, 14, 0}}; // of a keeper that does not say what they set
        QCOMPARE(said({}), u"gold: 14 matched\n"_s);
        m_rules.file.mistakes = {u"label-rules.yaml:1: rules: must be a list"_s};
        QCOMPARE(said({}), u"label-rules.yaml:1: rules: must be a list\n"_s); // what is in force is not in the file
        m_rules.file = {u"/k/label-rules.yaml"_s, {}, {}, {}};
        m_rules.preview = {};
    }

    /// What no force mends is not called somebody else's rules.
    void aFileThatCannotBeReadIsNamed()
    {
        m_rules.trouble = u"label-rules.yaml: larger than 1 MB"_s;
        QCOMPARE(said({u"save"_s, file("mine.yaml", "rules: [] # mine, later")}),
                 u"graticule: label-rules.yaml: larger than 1 MB. It was left untouched.\n"_s);
        m_rules.trouble.clear();
    }

private:
    /// What it writes to standard error.
    QString said(const QStringList &words)
    {
        QTemporaryFile written;
        if (!written.open())
            qFatal("no room for a file");
        const int before = dup(STDERR_FILENO);
        dup2(written.handle(), STDERR_FILENO);
        run(words);
        dup2(before, STDERR_FILENO);
        close(before);
        written.seek(0);
        return QString::fromUtf8(written.readAll());
    }
    QString file(const char *name, const char *text) const
    {
        QFile file(m_directory.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
            qFatal("cannot write %s", name);
        return file.fileName();
    }
    ExitCode run(const QStringList &words)
    {
        QList<VerbSpec> specs;
        for (const VerbEntry &entry : RulesVerb::entries())
            specs.append(entry.spec);
        const auto arguments =
            parseArguments(specs, KeeperAccess::options(),
                           QStringList{u"rules"_s} + words +
                               QStringList{u"--home"_s, m_directory.filePath(u"home"_s), u"--keeper"_s, m_address});
        const auto access = arguments ? KeeperAccess::read(*arguments) : Result<KeeperAccess>(arguments.error());
        if (!access)
            qFatal("%s", qPrintable(access.error().text));
        RulesVerb verb(VerbContext{*arguments, *access, m_terminal, m_clock});
        std::optional<ExitCode> code;
        connect(&verb, &Verb::finished, this, [&](ExitCode ended) { code = ended; });
        verb.start();
        return QTest::qWaitFor([&] { return code.has_value(); }, kSoon) ? *code : ExitCode::TimedOut;
    }

    QTemporaryDir m_directory{QDir::tempPath() + u"/gr-XXXXXX"_s};
    QString m_address;
    SnapshotHub m_hub;
    testing::QuietKeeper m_keeper;
    Rules m_rules;
    std::unique_ptr<ControlServer> m_server;
    SystemClock m_clock;
    Terminal m_terminal;
};

QTEST_GUILESS_MAIN(TestRulesVerb)
#include "tst_rulesverb.moc"
