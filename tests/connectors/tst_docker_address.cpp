// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockeraddress.h"
#include "backend/connectors/docker/dockerdiscovery.h"
#include "tests/connectors/fleetprint.h"
#include "tests/testing/test.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalServer>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace graticule;

/// What an address means, and what is found on a machine.
class TestDockerAddress : public graticule::testing::Test
{
    Q_OBJECT

private:
    static void write(const QString &path, const QByteArray &bytes)
    {
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    static QString hash(const char *name)
    {
        return QString::fromLatin1(QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex());
    }
    static void writeContext(const QString &home, const char *name, const QByteArray &host, bool tls)
    {
        const QString base = home + QStringLiteral("/.docker/contexts/");
        QByteArray meta = R"({"Name":"NAME","Metadata":{"Description":"test"},"Endpoints":{"docker":{"Host":"HOST"}}})";
        write(base + QStringLiteral("meta/") + hash(name) + QStringLiteral("/meta.json"),
              meta.replace("NAME", name).replace("HOST", host));
        if (tls) {
            for (const char *file : {"ca.pem", "cert.pem", "key.pem"})
                write(base + QStringLiteral("tls/") + hash(name) + QStringLiteral("/docker/") + QLatin1String(file),
                      "x");
        }
    }
    static QProcessEnvironment homeAt(const QString &path)
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("HOME"), path);
        return environment;
    }
    static QString outcome(const ConnectionConfig &config, const QProcessEnvironment &environment = {})
    {
        const auto target = dockerTarget(config, environment);
        if (!target)
            return graticule::testing::printed(target.error());
        QStringList parts{QString::fromUtf8(target->endpoint.url)};
        if (!target->endpoint.unixSocket.isEmpty())
            parts.append(QStringLiteral("socket ") + target->endpoint.unixSocket);
        if (!target->endpoint.connectTo.isEmpty())
            parts.append(QStringLiteral("at ") + QString::fromUtf8(target->endpoint.connectTo));
        if (!target->endpoint.command.isEmpty())
            parts.append(QString(target->endpoint.command.join(QLatin1Char(' ')))
                             .replace(QRegularExpression(QStringLiteral("-o .* -o \\S+ ")), QStringLiteral("... ")));
        if (!target->config.keyFile.isEmpty())
            parts.append(QStringLiteral("key ") + target->config.keyFile.section(QLatin1Char('/'), -3));
        return (parts + target->warnings).join(QStringLiteral(", "));
    }

private Q_SLOTS:
    void understandsAddresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("meaning");
        const auto row = [](const char *address, const char *meaning) {
            QTest::newRow(address) << QString::fromLatin1(address) << QString::fromLatin1(meaning);
        };
        row("unix:///var/run/docker.sock", "http://docker, socket /var/run/docker.sock");
        row("/run/docker.sock", "http://docker, socket /run/docker.sock");
        row("tcp://127.0.0.1:2375", "http://127.0.0.1:2375");
        row("tcp://[::1]", "http://[::1]:2375");
        row("http://localhost:8080", "http://localhost:8080");
        row("tcp://engine.example:2376", "https://engine.example:2376");
        row("https://engine.example", "https://engine.example:2376");
        row("https://[2001:db8::5]:443", "https://[2001:db8::5]:443");
        row("ssh://engine.example", "http://docker, ssh -T ... -- engine.example docker system dial-stdio");
        row("ssh://me@engine.example:2222",
            "http://docker, ssh -T ... -l me -p 2222 -- engine.example docker system dial-stdio");
        row("ssh://me@engine.example/run/docker.sock", "http://docker, ssh -T ... -l me -- engine.example docker "
                                                       "--host unix:///run/docker.sock system dial-stdio");
    }
    void understandsAddresses()
    {
        QFETCH(QString, address);
        QFETCH(QString, meaning);
        ConnectionConfig config;
        config.address = address;
        QCOMPARE(outcome(config), meaning);
    }

    void refusesAddresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("begin");
        const auto row = [](const char *address, const char *begin) {
            QTest::newRow(address) << QString::fromLatin1(address) << QString::fromLatin1(begin);
        };
        row("", "\"\" is not understood. Write unix:///var/run/docker.sock,");
        row("engine.example", "\"engine.example\" is not understood.");
        row("ftp://engine.example", "\"ftp://engine.example\" is not understood.");
        row("unix://run/docker.sock", "a socket needs an absolute path");
        row("tcp://:2375", "tcp://:2375 names no host.");
        row("http://127.0.0.1:99999", "http://127.0.0.1:99999 has no usable port; ports are 1 to 65535.");
        row("https://user:secret@engine.example", "https://engine.example has more than host and port");
        row("https://engine.example/v1.41", "https://engine.example/v1.41 has more than host and port");
        row("tcp://engine.example:2375", "tcp://engine.example:2375 would be spoken to in clear text");
        row("http://10.0.0.1", "http://10.0.0.1 would be spoken to in clear text");
        row("ssh://", "ssh://: it names no host that ssh takes");
        row("ssh://-oProxyCommand=x", "ssh://-oProxyCommand=x: it names no host that ssh takes");
        row("ssh://-x@engine.example", "ssh://-x@engine.example: \"-x\" is no user that ssh takes.");
        row("ssh://me:secret@engine.example", "ssh://engine.example: a password has no place here");
        row("ssh://engine.example/run/x;reboot", "ssh://engine.example/run/x;reboot: the socket in it has characters");
        row("context:nowhere", "There is no docker context \"nowhere\"");
    }
    void refusesAddresses()
    {
        QFETCH(QString, address);
        QFETCH(QString, begin);
        ConnectionConfig config;
        config.address = address;
        const QString text = outcome(config);
        QVERIFY2(text.contains(QStringLiteral("input: address: ") + begin), qPrintable(text));
    }

    void speaksPlainTextWhenToldTo()
    {
        ConnectionConfig config;
        config.address = QStringLiteral("tcp://engine.example:2375");
        config.options.insert(QStringLiteral("insecure"), QStringLiteral("yes"));
        QCOMPARE(outcome(config),
                 QStringLiteral("http://engine.example:2375, everything travels in clear text (option insecure)"));
    }

    void sendsNoTokenInClearText()
    {
        ConnectionConfig config;
        config.address = QStringLiteral("tcp://engine.example:2375");
        config.options.insert(QStringLiteral("insecure"), QStringLiteral("yes"));
        config.token = QStringLiteral("env:TOKEN");
        QVERIFY(outcome(config).contains(
            QLatin1String("token: it would be sent to tcp://engine.example:2375 in clear text")));
    }

    void certificatesMakeTcpTls()
    {
        ConnectionConfig config;
        config.address = QStringLiteral("tcp://10.0.0.5:23761");
        config.caFile = QStringLiteral("/etc/ca.pem");
        QCOMPARE(outcome(config), QStringLiteral("https://10.0.0.5:23761"));
        config.serverName = QStringLiteral("engine.example");
        QCOMPARE(outcome(config), QStringLiteral("https://engine.example:23761, at 10.0.0.5:23761"));
    }

    void followsDockerContexts()
    {
        QTemporaryDir home;
        writeContext(home.path(), "dub", "tcp://10.0.0.5:23761", /*tls=*/true);
        writeContext(home.path(), "local", "unix:///run/docker.sock", /*tls=*/false);
        writeContext(home.path(), "far", "ssh://me@far.example", /*tls=*/false);
        writeContext(home.path(), "loop", "context:loop", /*tls=*/false);
        const QProcessEnvironment environment = homeAt(home.path());
        const auto at = [&](const char *address) {
            ConnectionConfig config;
            config.address = QLatin1String(address);
            return outcome(config, environment);
        };
        QCOMPARE(at("context:dub"), QStringLiteral("https://10.0.0.5:23761, key %1/docker/key.pem").arg(hash("dub")));
        QCOMPARE(at("context:local"), QStringLiteral("http://docker, socket /run/docker.sock"));
        QCOMPARE(at("context:default"), QStringLiteral("http://docker, socket /var/run/docker.sock"));
        QCOMPARE(at("context:far"),
                 QStringLiteral("http://docker, ssh -T ... -l me -- far.example docker system dial-stdio"));
        QVERIFY(at("context:loop").contains(QLatin1String("leads to another context")));
    }

    void contextFilesMayBeBroken()
    {
        QTemporaryDir home;
        const QString meta =
            home.path() + QStringLiteral("/.docker/contexts/meta/") + hash("x") + QStringLiteral("/meta.json");
        const QList<QByteArray> files{"",
                                      "{",
                                      "[]",
                                      R"({"Name":"x"})",
                                      R"({"Name":"y","Endpoints":{"docker":{"Host":"unix:///s"}}})",
                                      R"({"Name":"x","Endpoints":{"docker":{"Host":7}}})",
                                      QByteArray(300 << 10, ' '),
                                      QByteArray(100000, '[')};
        for (const QByteArray &file : files) {
            write(meta, file);
            const auto context = DockerContexts(homeAt(home.path())).find(QStringLiteral("x"));
            QVERIFY(!context);
            QCOMPARE(context.error().kind, ErrorKind::Malformed);
        }
    }

    void findsSocketsAndContexts()
    {
        QTemporaryDir root;
        QTemporaryDir home;
        QVERIFY(QDir(root.path()).mkpath(QStringLiteral("run/podman")) &&
                QDir(root.path()).mkpath(QStringLiteral("var")));
        QVERIFY(QFile::link(root.filePath(QStringLiteral("run")), root.filePath(QStringLiteral("var/run"))));
        QLocalServer docker;
        QLocalServer podman;
        QVERIFY(docker.listen(root.filePath(QStringLiteral("run/docker.sock"))));
        QVERIFY(podman.listen(root.filePath(QStringLiteral("run/podman/podman.sock"))));
        writeContext(home.path(), "dub", "tcp://10.0.0.5:23761", /*tls=*/true);
        writeContext(home.path(), "far", "ssh://me@far.example", /*tls=*/false);
        write(home.filePath(QStringLiteral(".kube/config")),
              "clusters: [{name: eu, cluster: {server: 'https://10.0.0.9:6443'}}]\n"
              "contexts:\n"
              "- {name: prod, context: {cluster: eu, user: me}}\n"
              "- {name: {a: map}, context: {cluster: eu}}\n"
              "- just a text\n"
              "users: [{name: me, user: {exec: {command: rm}}}]\n");
        QStringList lines;
        for (const FoundEndpoint &found : discoverDocker(homeAt(home.path()), root.path())) {
            lines.append(QStringLiteral("%1 %2 %3: %4 (%5)")
                             .arg(found.usable ? QStringLiteral("+") : QStringLiteral("-"), found.type, found.address,
                                  found.name, found.note.left(60))
                             .replace(root.path(), QStringLiteral("ROOT")));
        }
        QCOMPARE(lines,
                 (QStringList{
                     QStringLiteral("+ docker unix://ROOT/var/run/docker.sock: docker (Docker on this machine)"),
                     QStringLiteral("+ docker unix://ROOT/run/podman/podman.sock: podman (Podman on this machine)"),
                     QStringLiteral("+ docker context:dub: dub (docker context: tcp://10.0.0.5:23761 (test))"),
                     QStringLiteral("+ docker context:far: far (docker context: ssh://me@far.example (test))"),
                 }));
    }
};

QTEST_GUILESS_MAIN(TestDockerAddress)
#include "tst_docker_address.moc"
