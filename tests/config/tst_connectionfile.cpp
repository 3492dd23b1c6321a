// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/connectionfiles.h"
#include "tests/config/connectiontypes.h"
#include "tests/testing/processortimer.h"
#include "tests/testing/test.h"

using namespace graticule;

namespace {

/// The mistakes of a file as text, one a line; "none" when it is good.
QString mistakesIn(const QByteArray &yaml)
{
    Mistakes mistakes;
    parseConnection(yaml, QStringLiteral("dub.yaml"), testing::connectionTypes(), mistakes);
    QStringList lines;
    for (const Mistake &mistake : mistakes)
        lines.append(mistake.toString());
    return lines.isEmpty() ? QStringLiteral("none") : lines.join(QLatin1Char('\n'));
}

QByteArray nested(int depth, char open, char close)
{
    return "labels: " + QByteArray(depth, open) + QByteArray(depth, close) + "\n";
}

} // namespace

/// What one file of a connection says.
class tst_ConnectionFile : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKey();
    void aPlaceStandsByItselfOrAmongTheLabels();
    void fillsInWhatIsMissing();
    void writesWhatItReads();
    void namesMistakes_data();
    void namesMistakes();
    void passesOnWhatTheParserSays();
    void neverRepeatsASecret();
    void survivesHostileYaml_data();
    void survivesHostileYaml();
};

void tst_ConnectionFile::readsEveryKey()
{
    Mistakes mistakes;
    const ConnectionConfig config = parseConnection(R"(
id: 2f1b4a52-63a2-4f5e-9f6a-0a3f5b8f0a11
name: Dublin
type: docker
address: https://dub.example:2376
labels:
  graticule.dev/site: dub1
  graticule.dev/country: NO
tls: {ca: /etc/ca.pem, certificate: /etc/me.pem, key: /etc/me.key, server-name: dub}
token: file:/etc/graticule/token
options: {events: "off", slow-after: 250}
paused: yes
budget: {requests-per-second: 5, bytes-per-second: 1e5}
probes: {interval: 0.5}
)",
                                                    QStringLiteral("dub.yaml"), testing::connectionTypes(), mistakes);
    QVERIFY(mistakes.isEmpty());
    ConnectionConfig expected;
    expected.id = EntityId("2f1b4a52-63a2-4f5e-9f6a-0a3f5b8f0a11");
    expected.name = QStringLiteral("Dublin");
    expected.type = QStringLiteral("docker");
    expected.address = QStringLiteral("https://dub.example:2376");
    expected.labels = {{QStringLiteral("graticule.dev/site"), QStringLiteral("dub1")},
                       {QStringLiteral("graticule.dev/country"), QStringLiteral("NO")}}; // Norway, not false
    expected.caFile = QStringLiteral("/etc/ca.pem");
    expected.certificateFile = QStringLiteral("/etc/me.pem");
    expected.keyFile = QStringLiteral("/etc/me.key");
    expected.serverName = QStringLiteral("dub");
    expected.token = QStringLiteral("file:/etc/graticule/token");
    expected.options = {{QStringLiteral("events"), QStringLiteral("off")},
                        {QStringLiteral("slow-after"), QStringLiteral("250")}};
    expected.paused = true;
    expected.budgetRequests = 5;
    expected.budgetBytes = 1e5;
    expected.probeSeconds = 0.5;
    QCOMPARE(config, expected);
}

void tst_ConnectionFile::aPlaceStandsByItselfOrAmongTheLabels()
{
    const auto read = [](const QByteArray &lines) {
        Mistakes mistakes;
        const ConnectionConfig config = parseConnection("type: docker\naddress: tcp://a:1\n" + lines,
                                                        QStringLiteral("a.yaml"), testing::connectionTypes(), mistakes);
        QStringList said;
        for (const Mistake &mistake : std::as_const(mistakes))
            said.append(mistake.toString());
        for (auto label = config.labels.cbegin(); label != config.labels.cend(); ++label)
            said.append(label.key() + QLatin1Char('=') + *label);
        return said.join(QLatin1String(" | "));
    };
    const QString asLabels =
        read("labels: {graticule.dev/city: Dublin, graticule.dev/position: '53.3,-6.2', tier: 1}\n");
    QCOMPARE(asLabels, QStringLiteral("graticule.dev/city=Dublin | graticule.dev/position=53.3,-6.2 | tier=1"));
    QCOMPARE(read("place: {city: Dublin, position: '53.3,-6.2'}\nlabels: {tier: 1}\n"), asLabels);
    QCOMPARE(read("place: {city: Dublin}\nlabels: {graticule.dev/city: Dublin}\n"),
             QStringLiteral("graticule.dev/city=Dublin"));
    QCOMPARE(read("place:\n  city: Dublin\nlabels: {graticule.dev/city: Cork}\n").section(QStringLiteral(" | "), 0, 0),
             QStringLiteral("line 4, place.city: is \"Dublin\", and the label graticule.dev/city says \"Cork\"; leave "
                            "one of them out"));
    QCOMPARE(read("place: {town: Dublin}\n").section(QStringLiteral(" | "), 0, 0),
             QStringLiteral("line 3, place.town: is not known here; known are site, city, position, country, region"));

    ConnectionConfig config;
    config.labels = {{QStringLiteral("graticule.dev/city"), QStringLiteral("Dublin")},
                     {QStringLiteral("tier"), QStringLiteral("1")}};
    QVERIFY(toYaml(config).contains("place:\n  city: \"Dublin\"\nlabels:\n  tier: \"1\"\n"));
}

void tst_ConnectionFile::fillsInWhatIsMissing()
{
    Mistakes mistakes;
    const QByteArray yaml = "type: docker\naddress: unix:///var/run/docker.sock\n";
    const ConnectionConfig config =
        parseConnection(yaml, QStringLiteral("my engine.yaml"), testing::connectionTypes(), mistakes);
    QVERIFY(mistakes.isEmpty());
    QCOMPARE(config.name, QStringLiteral("my engine"));
    QCOMPARE(config.id,
             parseConnection(yaml, QStringLiteral("my engine.yaml"), testing::connectionTypes(), mistakes).id);
    QVERIFY(config.id !=
            parseConnection(yaml, QStringLiteral("another.yaml"), testing::connectionTypes(), mistakes).id);
}

void tst_ConnectionFile::writesWhatItReads()
{
    ConnectionConfig config;
    config.id = EntityId("2f1b4a52-63a2-4f5e-9f6a-0a3f5b8f0a11");
    config.name = QStringLiteral("Zürich: \"3\" # no comment");
    config.type = QStringLiteral("docker");
    config.address = QStringLiteral("unix:///tmp/a b.sock");
    config.labels = {{QStringLiteral("graticule.dev/country"), QStringLiteral("no")},
                     {QStringLiteral("odd: key"), QStringLiteral("- \\n {}")}};
    config.serverName = QStringLiteral("x");
    config.budgetBytes = 0;
    config.probeSeconds = 0;
    Mistakes mistakes;
    QCOMPARE(parseConnection(toYaml(config), QStringLiteral("x.yaml"), testing::connectionTypes(), mistakes), config);
    QCOMPARE(mistakes, Mistakes());
    QVERIFY(toYaml({}).size() < 10); // nothing is written that says nothing
}

void tst_ConnectionFile::namesMistakes_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("mistakes");
    const auto row = [](const char *name, const QByteArray &yaml, const char *mistakes) {
        QTest::newRow(name) << yaml << QString::fromUtf8(mistakes);
    };
    const QByteArray good = "type: docker\naddress: tcp://a:1\n";
    row("good", good, "none");
    row("empty", "", "is empty; it needs at least type and address");
    row("only a comment", "# nothing\n", "is empty; it needs at least type and address");
    row("open quote", "name: \"desk\ntype: docker\naddress: tcp://a:1\n",
        "line 1: a quote is opened here and never closed");
    row("open quote in the end", "type: docker\naddress: 'tcp://a:1\n",
        "line 2: a quote is opened here and never closed");
    row("quotes that are letters",
        good + "labels: {owner: it's \"us\", disk: '5\" of it''s', a: \"b # \\\" c\"} # don't\n", "none");
    row("a list", "- docker\n", "line 1: must be a map of \"key: value\" lines");
    row("no type", "address: tcp://a:1\n", "line 1, type: is missing: one of docker, mesos");
    row("unknown type", "address: tcp://a:1\ntype: dokcer\n",
        "line 2, type: \"dokcer\" is no type of connection; did you mean \"docker\"?");
    row("misspelt key", good + "adress: tcp://a:1\nlables: {}\n",
        "line 3, adress: is not known here; did you mean \"address\"?\n"
        "line 4, lables: is not known here; did you mean \"labels\"?");
    row("unknown in tls", good + "tls:\n  ca: a.pem\n  insecure: true\n",
        "line 5, tls.insecure: is not known here; known are ca, certificate, key, server-name");
    row("half a certificate", good + "tls:\n  certificate: a.pem\n",
        "line 3, tls.key: is missing: a client certificate needs both");
    row("connector's own check", "type: docker\naddress: nonsense\n", "line 2, address: \"nonsense\" has no scheme");
    row("unknown option", good + "options:\n  event: off\n",
        "line 4, options.event: is not known to Docker Engine; did you mean \"events\"?");
    row("missing option", "type: mesos\naddress: a\n", "line 1, options.role: is missing: the role to watch");
    row("not a number", good + "budget:\n  requests-per-second: many\n",
        "line 4, budget.requests-per-second: must be a number from 0 to 1000000");
    row("nan", good + "budget: {requests-per-second: nan}\n",
        "line 3, budget.requests-per-second: must be a number from 0 to 1000000");
    row("probes all the time", good + "probes:\n  interval: 0.01\n",
        "line 4, probes.interval: must be 0 (nothing is measured), or seconds from 0.1 to 3600");
    row("probes never", good + "probes: {interval: 1e9}\n", "line 3, probes.interval: must be a number from 0 to 3600");
    row("no such probe", good + "probes: {every: 10}\n", "line 3, probes.every: is not known here; known are interval");
    row("not a flag", good + "paused: perhaps\n", "line 3, paused: must be true or false");
    row("a map for a text", good + "name: {a: b}\n", "line 3, name: must be one value");
    row("a text for a map", good + "labels: fra1\n", "line 3, labels: must be a map of \"key: value\" lines");
    row("a path for a name", good + "name: ../../etc/passwd\n",
        "line 3, name: must not begin with a dot, begin or end with a space, nor hold \"/\" or a line break: it is "
        "also the file's name");
    row("not a UUID", good + "id: seven\n", "line 3, id: is not a UUID; leave the line out to have one made");
    row("twice", good + "address: tcp://b:1\n", "line 3, address: is given twice; keep one of them");
    row("second document", good + "---\n" + good, "holds a second document (---); only one is read");
    row("not text", good + "name: \"a\\x00b\"\n", "line 3, name: holds characters that are no text");
}

void tst_ConnectionFile::namesMistakes()
{
    QFETCH(QByteArray, yaml);
    QTEST(mistakesIn(yaml), "mistakes");
}

void tst_ConnectionFile::passesOnWhatTheParserSays()
{
    // The words are those of the installed yaml-cpp; the line is what counts.
    QVERIFY(mistakesIn("type: docker\naddress: [tcp\n").startsWith(QLatin1String("line 3: ")));
    QVERIFY(mistakesIn("type: docker\n\taddress: x\n").startsWith(QLatin1String("line 2: ")));
    const QString quoted = mistakesIn("name: \"desk\ntype: docker\naddress: \"tcp://a:1\"\n");
    QVERIFY2(quoted.endsWith(QLatin1String("; the quote that is opened in line 1 ends in line 3: is one missing?")),
             qPrintable(quoted));
}

void tst_ConnectionFile::neverRepeatsASecret()
{
    const QString said = mistakesIn("type: docker\naddress: tcp://a:1\ntoken: eyJhbGciOi-secret\n");
    QCOMPARE(said,
             QStringLiteral("line 3, token: must say where the secret is, not what it is: file:/path (readable by "
                            "you only), env:NAME or credential:NAME"));
}

void tst_ConnectionFile::survivesHostileYaml_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("said");
    QByteArray laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n";
    for (char c = 'b'; c < 'z'; ++c)
        laughs +=
            QByteArray(1, c) + ": &" + c + " [*" + char(c - 1) + ", *" + char(c - 1) + ", *" + char(c - 1) + "]\n";
    QTest::newRow("billion laughs") << laughs << QStringLiteral("anchors (&name) are not used in this file");
    QTest::newRow("alias of itself") << QByteArray("a: &a [*a]\n") << QStringLiteral("anchors");
    QTest::newRow("deep lists") << nested(100'000, '[', ']') << QStringLiteral("nested too deeply");
    QTest::newRow("deep maps") << nested(50'000, '{', '}') << QStringLiteral("a key must be a plain word");
    QTest::newRow("unclosed") << "a: " + QByteArray(200'000, '[') << QString();
    QTest::newRow("deep questions") << QByteArray("? ").repeated(10'000) << QStringLiteral("");
    QTest::newRow("huge") << QByteArray(20'000'000, 'a') << QStringLiteral("is larger than 256 kB");
    QTest::newRow("many values") << "labels: [" + QByteArray("a, ").repeated(20'000) + "]\n"
                                 << QStringLiteral("too many values");
    QTest::newRow("tag") << QByteArray("type: !!python/object:os.system docker\n")
                         << QStringLiteral("are not used in this file");
    QTest::newRow("zero bytes") << QByteArray(1000, '\0') << QStringLiteral("");
    QTest::newRow("not UTF-8") << QByteArray("type: \xff\xfe\xfd\xfc\n") << QStringLiteral("");
    QTest::newRow("UTF-16") << QByteArray("\xff\xfet\0y\0p\0e\0:\0 \0x\0\n\0", 16) << QStringLiteral("");
    QTest::newRow("long key") << QByteArray(100'000, 'k') + ": 1\n" << QStringLiteral("");
    QTest::newRow("list as key") << QByteArray("[a, b]: c\n") << QStringLiteral("a key must be a plain word");
    QTest::newRow("directives") << QByteArray("%YAML 99.9\n%FOO bar\n---\ntype: docker\n") << QStringLiteral("");
    QTest::newRow("merge key") << QByteArray("<<: {type: docker}\n") << QStringLiteral("is not known here");
}

void tst_ConnectionFile::survivesHostileYaml()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QString, said);
    testing::ProcessorTimer timer;
    timer.start();
    const QString mistakes = mistakesIn(yaml);
    QVERIFY(mistakes != QLatin1String("none"));
    QVERIFY2(mistakes.contains(said), qPrintable(mistakes.left(500)));
    QVERIFY2(mistakes.size() < 2000, qPrintable(QString::number(mistakes.size())));
    QVERIFY(timer.elapsed() < 3000);
}

QTEST_GUILESS_MAIN(tst_ConnectionFile)
#include "tst_connectionfile.moc"
