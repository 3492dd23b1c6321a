// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/keeperconfig.h"
#include "backend/config/labfile.h"
#include "tests/testing/test.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace graticule;

class tst_KeeperConfig : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsEveryKey();
    void usualValues();
    void namesMistakes_data();
    void namesMistakes();
    void readsTokens();
    void labFile();

private:
    QString mistakesIn(const QByteArray &yaml) const;
    QTemporaryDir m_directory;
};

void tst_KeeperConfig::initTestCase()
{
    for (const char *name : {"server.pem", "server.key", "clients.pem", "token.secret", "open.key"}) {
        QFile file(m_directory.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("opensesame\n");
        const bool isOpen = qstrcmp(name, "open.key") == 0;
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | (isOpen ? QFile::ReadOther : QFile::Permissions()));
    }
}

QString tst_KeeperConfig::mistakesIn(const QByteArray &yaml) const
{
    Mistakes mistakes;
    parseKeeperConfig(yaml, m_directory.path(), mistakes);
    QStringList lines;
    for (const Mistake &mistake : mistakes)
        lines.append(mistake.toString().replace(m_directory.path(), QStringLiteral("DIR")));
    return lines.isEmpty() ? QStringLiteral("none") : lines.join(QLatin1Char('\n'));
}

void tst_KeeperConfig::readsEveryKey()
{
    Mistakes mistakes;
    const KeeperConfig config = parseKeeperConfig(R"(
name: emea
data: /var/lib/graticule
connections: sites.d
secrets: .
listen: 0.0.0.0:7443
tls: {certificate: server.pem, key: server.key, client-ca: clients.pem}
clients:
  certificates: {alice: operator, "*": viewer}
  tokens:
    - {file: token.secret, role: operator}
    - hash: E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855
      role: viewer
host: {report: off, labels: {graticule.dev/site: emea-1}}
probes: {enabled: no, peers-at-once: 40}
health: {window: 5, bad-windows: 4, good-windows: 6, echo: 90.5, fewest: 5, share: 0.6, together: 60, least-points: 4,
         apart-km: 300}
log: warning
)",
                                                  m_directory.path(), mistakes);
    QCOMPARE(mistakes, Mistakes());
    QCOMPARE(config.name, QStringLiteral("emea"));
    QCOMPARE(config.dataDirectory, QStringLiteral("/var/lib/graticule"));
    QCOMPARE(config.connectionsDirectory, m_directory.filePath(QStringLiteral("sites.d")));
    QCOMPARE(config.secretsDirectory, m_directory.path());
    QCOMPARE(config.keyFile, m_directory.filePath(QStringLiteral("server.key")));
    QCOMPARE(config.certificates.value(QStringLiteral("alice")), CallerRole::Operator);
    QCOMPARE(config.certificates.value(QStringLiteral("*")), CallerRole::Viewer);
    QCOMPARE(config.tokens.size(), 2);
    QCOMPARE(config.tokens[1].sha256, QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    QVERIFY(!config.reportsHost);
    QVERIFY(!config.measures);
    QCOMPARE(config.peersAtOnce, 40);
    QCOMPARE(config.health.window, Milliseconds(5000));
    QCOMPARE(config.health.badWindows, 4);
    QCOMPARE(config.health.goodWindows, 6);
    QCOMPARE(config.health.echo, Milliseconds(90'500));
    QCOMPARE(config.health.fewest, 5);
    QCOMPARE(config.health.share, 0.6);
    QCOMPARE(config.health.together, Milliseconds(60'000));
    QCOMPARE(config.health.leastPoints, 4);
    QCOMPARE(config.health.apartKm, 300.0);
    QCOMPARE(config.hostLabels.value(QStringLiteral("graticule.dev/site")), QStringLiteral("emea-1"));
    QCOMPARE(config.logLevel, KeeperConfig::LogLevel::Warning);
    QVERIFY(!config.staysOnThisMachine());
}

void tst_KeeperConfig::usualValues()
{
    Mistakes mistakes;
    const KeeperConfig config = parseKeeperConfig("data: data\n", m_directory.path(), mistakes);
    QCOMPARE(mistakes, Mistakes());
    QCOMPARE(config.listen, QStringLiteral("127.0.0.1:7443"));
    QCOMPARE(config.connectionsDirectory, m_directory.filePath(QStringLiteral("connections.d")));
    QCOMPARE(config.secretsDirectory, QString()); // none
    QVERIFY(config.reportsHost);
    QVERIFY(config.measures);
    QCOMPARE(config.peersAtOnce, 16);
    QCOMPARE(config.health.echo, HealthThresholds().echo);
    QCOMPARE(config.health.badWindows, 2);
    QVERIFY(config.staysOnThisMachine());
}

void tst_KeeperConfig::namesMistakes_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("mistakes");
    const auto row = [](const char *name, const QByteArray &yaml, const char *mistakes) {
        QTest::newRow(name) << yaml << QString::fromUtf8(mistakes);
    };
    const QByteArray tls = "tls: {certificate: server.pem, key: server.key}\n";
    row("empty", "", "is empty; it needs at least data");
    row("secrets that are nowhere", "data: d\nsecrets: nowhere\n", "line 2, secrets: DIR/nowhere is no directory");
    row("no data", "name: x\n", "line 1, data: is missing: a directory that this keeper may write to");
    row("the world without TLS and authentication", "data: d\nlisten: 0.0.0.0:7443\n",
        "line 2, listen: 0.0.0.0:7443 can be reached from other machines, which needs TLS: give tls.certificate and "
        "tls.key, or authority, or listen on 127.0.0.1\n"
        "line 2, listen: 0.0.0.0:7443 can be reached from other machines, which needs to know its callers: give "
        "clients.certificates, clients.tokens or authority, or listen on 127.0.0.1");
    row("the world without authentication", "data: d\nlisten: '[::]:7443'\n" + tls,
        "line 2, listen: [::]:7443 can be reached from other machines, which needs to know its callers: give "
        "clients.certificates, clients.tokens or authority, or listen on 127.0.0.1");
    row("a name that may be anywhere", "data: d\nlisten: keeper.example:7443\n" + tls,
        "line 2, listen: keeper.example:7443 can be reached from other machines, which needs to know its callers: give "
        "clients.certificates, clients.tokens or authority, or listen on 127.0.0.1");
    row("no port", "data: d\nlisten: localhost\n",
        "line 2, listen: must be host:port, e.g. 127.0.0.1:7443 or [::]:7443");
    row("port", "data: d\nlisten: 127.0.0.1:70000\n",
        "line 2, listen: must be host:port, e.g. 127.0.0.1:7443 or [::]:7443");
    row("half TLS", "data: d\ntls: {certificate: server.pem}\n",
        "line 2, tls.key: is missing: TLS needs both, certificate and key");
    row("missing certificate", "data: d\ntls:\n  certificate: nowhere.pem\n  key: server.key\n",
        "line 3, tls.certificate: DIR/nowhere.pem cannot be read");
    row("open key", "data: d\ntls:\n  certificate: server.pem\n  key: open.key\n",
        "line 4, tls.key: DIR/open.key is readable by everybody; close it with \"chmod 600\"");
    row("role", "data: d\nclients:\n  tokens: [{file: token.secret, role: opeator}]\n",
        "line 3, clients.tokens[0].role: \"opeator\" is no role; did you mean \"operator\"?");
    row("certificates without authority", "data: d\nclients:\n  certificates: {alice: viewer}\n",
        "line 3, clients.certificates: need tls.client-ca: the authority that signed them");
    row("a token in clear text", "data: d\nclients:\n  tokens:\n  - hash: opensesame\n    role: viewer\n",
        "line 4, clients.tokens[0].hash: is no SHA-256 in hexadecimal; the token itself must not be in this file");
    row("peers", "data: d\nprobes: {peers-at-once: 0}\n",
        "line 2, probes.peers-at-once: must be a number from 1 to 1000");
    row("health", "data: d\nhealth:\n  share: 0.2\n  badwindows: 3\n  least-points: 2\n",
        "line 3, health.share: must be a number from 0.5 to 1\n"
        "line 4, health.badwindows: is not known here; did you mean \"bad-windows\"?\n"
        "line 5, health.least-points: must be a number from 3 to 100");
    row("log", "data: d\nlog: chatty\n", "line 2, log: \"chatty\" is no level; known are debug, info, warning");
    row("unknown", "data: d\nlisen: 1\n", "line 2, lisen: is not known here; did you mean \"listen\"?");
}

void tst_KeeperConfig::namesMistakes()
{
    QFETCH(QByteArray, yaml);
    QTEST(mistakesIn(yaml), "mistakes");
}

void tst_KeeperConfig::readsTokens()
{
    struct Files : SecretStore
    {
        Result<QByteArray> read(const SecretReference &reference) const override
        {
            QFile file(reference.mid(5));
            return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
        }
    };
    KeeperConfig::Token token;
    token.file = m_directory.filePath(QStringLiteral("token.secret"));
    QCOMPARE(*tokenHash(token, Files()), QCryptographicHash::hash("opensesame", QCryptographicHash::Sha256).toHex());
}

void tst_KeeperConfig::labFile()
{
    const QString path = m_directory.filePath(QStringLiteral("lab.yaml"));
    QVERIFY(!readLabFile(path).running);
    QVERIFY(bool(writeLabFile(path, {true, 400, 9, {}, {}})));
    const QList<LabFile::Step> faults{{QStringLiteral("site-down"), QStringLiteral("fra1"), 0},
                                      {QStringLiteral("clock-wrong"), QStringLiteral("South \"America\""), -90},
                                      {QStringLiteral("heal"), QStringLiteral("fra1"), 0}};
    const QString other = m_directory.filePath(QStringLiteral("faults.yaml"));
    QVERIFY(bool(writeLabFile(other, {true, 120, 1, {}, faults})));
    QCOMPARE(readLabFile(other).text, QString());
    QCOMPARE(readLabFile(other).faults, faults);
    const LabFile lab = readLabFile(path);
    QVERIFY(lab.running);
    QCOMPARE(lab.sites, 400);
    QCOMPARE(lab.seed, quint64(9));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
    file.write("sites: many\n");
    file.close();
    QCOMPARE(readLabFile(path).text, path + QStringLiteral(":4: sites: is given twice; keep one of them"));
}

QTEST_GUILESS_MAIN(tst_KeeperConfig)
#include "tst_keeperconfig.moc"
