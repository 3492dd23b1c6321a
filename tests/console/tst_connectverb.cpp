// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/commandline.h"
#include "app/console/verbs/connectverb.h"
#include "app/console/verbs/help.h"
#include "app/console/verbs/teststeps.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace Qt::Literals::StringLiterals;

namespace {

Arguments parsed(const QString &line)
{
    QList<VerbSpec> specs{VerbSpec()};
    for (const VerbEntry &entry : headlessVerbs())
        specs.append(entry.spec);
    const auto arguments = parseArguments(specs, KeeperAccess::options(), line.split(u' ', Qt::SkipEmptyParts));
    return arguments ? *arguments : Arguments();
}

} // namespace

class TestConnectVerb : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void readsAConnection()
    {
        const auto config = readConnection(
            parsed(u"connect docker tcp://dub.example:2376 --name dub --label graticule.dev/country=IE "
                   "--label tier=1 --ca /etc/ca.pem --cert /etc/cert.pem --key /etc/key.pem --server-name dub "
                   "--token env:TOKEN --option api=1.41 --budget-requests 5 --budget-bytes 0"_s));
        QVERIFY(config);
        ConnectionConfig wanted;
        wanted.name = u"dub"_s;
        wanted.type = u"docker"_s;
        wanted.address = u"tcp://dub.example:2376"_s;
        wanted.labels = {{u"graticule.dev/country"_s, u"IE"_s}, {u"tier"_s, u"1"_s}};
        wanted.caFile = u"/etc/ca.pem"_s;
        wanted.certificateFile = u"/etc/cert.pem"_s;
        wanted.keyFile = u"/etc/key.pem"_s;
        wanted.serverName = u"dub"_s;
        wanted.token = u"env:TOKEN"_s;
        wanted.options = {{u"api"_s, u"1.41"_s}};
        wanted.budgetRequests = 5;
        wanted.budgetBytes = 0;
        QCOMPARE(*config, wanted);
    }

    void namesTheOptionThatIsWrong()
    {
        const auto why = [](const QString &options) {
            return readConnection(parsed(u"connect docker x "_s + options)).error().text;
        };
        QCOMPARE(why(u"--label tier"_s), u"--label: \"tier\" is not of the form key=value."_s);
        QCOMPARE(why(u"--option =1"_s), u"--option: \"=1\" is not of the form key=value."_s);
        QCOMPARE(why(u"--budget-bytes lots"_s),
                 u"--budget-bytes: \"lots\" is not a whole number from 0 to 1000000000000."_s);
    }

    void speaksOfItsOwnOptions()
    {
        QCOMPARE(inVerbWords(u"Write https://host:2376 (TLS with tls.ca, tls.certificate, tls.key)."_s),
                 u"Write https://host:2376 (TLS with --ca, --cert, --key)."_s);
        QCOMPARE(inVerbWords(u"tls.ca: /x/tls.ca.pem cannot be read"_s), u"--ca: /x/tls.ca.pem cannot be read"_s);
        QCOMPARE(inVerbWords(u"options.api: is not known; token: env:X is not set"_s),
                 u"--option api: is not known; --token: env:X is not set"_s);
    }

    void undoesWhatItDid()
    {
        QCOMPARE(removeHint(u"desk"_s), u"graticule connections remove desk"_s);
        QCOMPARE(removeHint(u"lab europe"_s), u"graticule connections remove 'lab europe'"_s);
        QCOMPARE(removeHint(u"--name"_s), u"graticule connections remove -- --name"_s);
        QCOMPARE(removeHint(u"it's"_s), u"graticule connections remove 'it'\\''s'"_s);
    }

    void suggestsAName_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *type, const char *address, const char *name) {
            QTest::newRow(address) << QString(type) << QString(address) << QString(name);
        };
        row("docker", "unix:///var/run/docker.sock", "docker-local");
        row("docker", "tcp://dub.example:2376", "dub.example");
        row("docker", "https://10.0.0.7:2376", "10.0.0.7");
        row("docker", "context:prod eu", "prod-eu");
        row("grpc", "keeper.eu.example:7443", "keeper.eu.example");
        row("grpc", "unix:///run/graticule/keeper.sock", "keeper");
        row("grpc", "[::1]:7443", "1");
        row("grpc", "///", "grpc");
    }
    void suggestsAName()
    {
        QFETCH(QString, type);
        QFETCH(QString, address);
        QTEST(suggestedName(type, address), "name");
    }

    void keeperAddresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("tlsOptions");
        QTest::addColumn<QString>("meaning");
        const auto row = [](const char *text, bool tlsOptions, const char *meaning) {
            QTest::newRow(text) << QString(text) << tlsOptions << QString(meaning);
        };
        row("unix:///run/k.sock", false, "unix:///run/k.sock");
        row("localhost:7443", false, "localhost:7443");
        row("127.0.0.1:7443", true, "127.0.0.1:7443 over TLS");
        row("keeper.example:7443", false, "keeper.example:7443 over TLS");
        row("https://keeper.example:7443/", false, "keeper.example:7443 over TLS");
        row("https://[::1]:7443", false, "[::1]:7443 over TLS");
        row("http://localhost:7443", false, "localhost:7443");
        row("[2001:db8::1]:7443", false, "[2001:db8::1]:7443 over TLS");
        row("http://keeper.example:7443", false,
            "beyond this machine a keeper is reached over TLS only; use https://.");
        row("unix:relative", false, "\"unix:relative\" is not of the form unix:///path.");
        row("unix://run/k.sock", false, "\"unix://run/k.sock\" is not of the form unix:///path.");
        row("unix:///run/k", true, "a unix socket takes no certificates and no token; leave them out.");
        row("keeper.example", false, "\"keeper.example\" is not of the form host:port or unix:///path.");
        row("keeper.example:99999", false,
            "\"keeper.example:99999\" has no usable port; ports are 1 to 65535.");
        row("a b:1", false, "\"a b:1\" is not of the form host:port or unix:///path.");
        row("", false, "\"\" is not of the form host:port or unix:///path.");
    }
    void keeperAddresses()
    {
        QFETCH(QString, text);
        QFETCH(bool, tlsOptions);
        const auto address = readKeeperAddress(text, tlsOptions);
        QTEST(address ? address->target + (address->tls ? u" over TLS"_s : QString()) : address.error().text,
              "meaning");
    }

    void theShortTlsOptionsAreTheKeepersButForConnect()
    {
        const auto refusal = [](const QString &line) {
            const auto access = KeeperAccess::read(parsed(line));
            return access ? u"accepted"_s : access.error().text;
        };
        QCOMPARE(refusal(u"connect docker x --ca ca.pem"_s), u"accepted"_s);
        QCOMPARE(refusal(u"sites --ca ca.pem"_s),
                 u"Certificates and tokens are for a keeper that --keeper names; name it."_s);
        QCOMPARE(refusal(u"sites --keeper host:1 --ca ca.pem"_s), u"accepted"_s);
        QCOMPARE(refusal(u"connect docker x --keeper host:1 --keeper-ca ca.pem --ca other.pem"_s), u"accepted"_s);
        QCOMPARE(refusal(u"sites --keeper host:1 --cert c.pem"_s), u"--cert and --key belong together; give both."_s);
        QVERIFY(refusal(u"sites --keeper host:1 --token env:NO_SUCH_VARIABLE"_s).contains(u"NO_SUCH_VARIABLE"_s));
    }

    void stepsAsLines()
    {
        QCOMPARE(stepLine({u"Reach it"_s, u"41 ms"_s, true, {}, false}), u"  ok      Reach it: 41 ms"_s);
        QCOMPARE(stepLine({u"Sign in"_s, {}, false, {}, true}), u"  failed  Sign in"_s);
        QCOMPARE(stepLine({{}, {}, true, {}, true}), QString());
        QCOMPARE(failureText({ErrorKind::Certificate, Fault::NotAllowed, u"It has expired."_s, {}}),
                 u"It has expired. (It is not trusted here.)"_s);
    }

    void helpFitsATerminal()
    {
        for (const VerbEntry &entry : headlessVerbs()) {
            const QString help = verbHelp(entry.spec, KeeperAccess::options());
            for (const QString &line : help.split(u'\n')) {
                if (!line.startsWith(u"  graticule"_s)) // an example is to be copied as a whole
                    QVERIFY2(line.size() <= 100, qPrintable(line));
            }
            QVERIFY2(!entry.spec.summary.isEmpty() && !entry.spec.examples.isEmpty(),
                     qPrintable(entry.spec.words.join(u' ')));
        }
    }

    void helpOfOneVerb()
    {
        VerbSpec spec;
        spec.words = {u"connections"_s, u"pause"_s};
        spec.operands = {u"NAME"_s};
        spec.summary = u"Stops asking."_s;
        spec.options = {{u"label"_s, u"K=V"_s, u"A label."_s, {}, true},
                        {u"output"_s, u"FILE"_s, u"Where to."_s, u'o', false}};
        spec.examples = {{u"graticule connections pause desk"_s, u"the desk"_s}};
        spec.codes = {ExitCode::NotFound};
        QCOMPARE(verbHelp(spec, {}).split(u'\n'),
                 QStringList({"usage: graticule connections pause NAME [OPTIONS]", "", "Stops asking.", "",
                              "options:", "  --label K=V ...    A label.", "  -o, --output FILE  Where to.", "",
                              "examples:", "  graticule connections pause desk", "      the desk", "",
                              "exit codes:", "  0  done", "  1  the command line cannot be understood",
                              "  4  nothing has that name or id",
                              "  7  anything else, e.g. a file that cannot be written", ""}));
    }
};

QTEST_GUILESS_MAIN(TestConnectVerb)
#include "tst_connectverb.moc"
