// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeconnector.h"
#include "backend/connectors/kubernetes/kubecredential.h"
#include "backend/connectors/kubernetes/kubediscovery.h"
#include "backend/connectors/kubernetes/kubetarget.h"
#include "tests/connectors/connectorrig.h"
#include "tests/connectors/fixture.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace graticule;
using graticule::testing::ConnectorRig;
using graticule::testing::fixture;

namespace {

/// What a connection with that address and those options comes to.
QString target(const QString &address, const QMap<QString, QString> &options = {},
               const QProcessEnvironment &environment = {})
{
    ConnectionConfig config;
    config.type = QStringLiteral("kubernetes");
    config.address = address;
    config.options = options;
    const auto found = KubeTarget::of(config, environment);
    if (!found)
        return found.error().text;
    QStringList parts{QString::fromUtf8(found->endpoint.url + found->prefix)};
    if (!found->endpoint.connectTo.isEmpty())
        parts.append(QStringLiteral("at ") + QString::fromUtf8(found->endpoint.connectTo));
    if (!found->endpoint.proxy.isEmpty())
        parts.append(QStringLiteral("by ") + QString::fromUtf8(found->endpoint.proxy));
    parts += found->warnings;
    return parts.join(QStringLiteral(", "));
}

QString credential(const QByteArray &json)
{
    const auto read = parseKubeCredential(json, QStringLiteral("client.authentication.k8s.io/v1"));
    return read ? QString::fromUtf8(read->token + read->certificate) +
                      (read->expiry == kNever ? QString() : QStringLiteral(" until ") + toIso(read->expiry))
                : read.error().text;
}

} // namespace

/// Kubeconfig files as kubectl reads them, and what a connection makes of them.
class TestKubeconfig : public graticule::testing::Test
{
    Q_OBJECT

    QTemporaryDir m_home;

    QString write(const QString &name, const QByteArray &text)
    {
        const QString path = m_home.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path : QString();
    }

private Q_SLOTS:
    void contextsSayWhereAndHow()
    {
        const QString file = write(QStringLiteral("a/config"), fixture("kubernetes/contexts.kubeconfig"));
        QCOMPARE(target(file), QStringLiteral("https://api.eu.example:6443, at 10.0.0.9:6443"));
        QCOMPARE(
            target(file, {{QStringLiteral("context"), QStringLiteral("us")}}),
            QStringLiteral("https://us.example:443/k8s/clusters/c-1, by socks5h://bastion:1080, its certificate is "
                           "not verified (insecure-skip-tls-verify)"));
        QCOMPARE(target(QStringLiteral("https://host:6443")), QStringLiteral("https://host:6443"));
    }

    void whatCannotBeIsToldWithItsField()
    {
        const QString file = write(QStringLiteral("a/config"), fixture("kubernetes/contexts.kubeconfig"));
        const auto context = [&](const char *name) {
            return target(file, {{QStringLiteral("context"), QLatin1String(name)}});
        };
        QCOMPARE(context("mars"),
                 QStringLiteral("options.context: there is no context \"mars\"; there are: aws, dangling, eu, nowhere, "
                                "old, us."));
        QCOMPARE(context("dangling"), QStringLiteral("options.context: context \"dangling\" names the user \"nobody\", "
                                                     "who is not there."));
        QCOMPARE(context("nowhere"), QStringLiteral("options.context: its cluster names no server."));
        QVERIFY(context("old").contains(QStringLiteral("auth-provider gcp")));
        QVERIFY(target(QStringLiteral("/no/such/file"))
                    .startsWith(QStringLiteral("address: /no/such/file cannot be read")));
        QVERIFY(target(QStringLiteral("ftp://x")).startsWith(QStringLiteral("address: \"ftp://x\" is not understood")));
        QVERIFY(target(write(QStringLiteral("a/broken"), "contexts: [{"))
                    .contains(QStringLiteral("a/broken cannot be read: line")));
    }

    void aProgramRunsOnlyWhenItWasConfirmed()
    {
        const QString file = write(QStringLiteral("a/config"), fixture("kubernetes/contexts.kubeconfig"));
        const QString line =
            m_home.filePath(QStringLiteral("a/bin/aws")) + QStringLiteral(" eks get-token --cluster-name 'my cluster'");
        QMap<QString, QString> options{{QStringLiteral("context"), QStringLiteral("aws")}};
        QVERIFY(target(file, options)
                    .startsWith(QStringLiteral("options.exec: this context logs in by running a program on the "
                                               "keeper's computer: ") +
                                line));
        options.insert(QStringLiteral("exec"), line + QStringLiteral(" --another"));
        QVERIFY(target(file, options).startsWith(QStringLiteral("options.exec: ")));
        options.insert(QStringLiteral("exec"), line);
        QCOMPARE(target(file, options), QStringLiteral("https://api.eu.example:6443, at 10.0.0.9:6443"));
    }

    void ofSeveralFilesTheFirstCounts()
    {
        const QString one = write(QStringLiteral("a/config"), fixture("kubernetes/contexts.kubeconfig"));
        const QString two =
            write(QStringLiteral("b/config"),
                  "current-context: eu\nclusters:\n- {name: eu, cluster: {server: 'https://other:1'}}\n"
                  "- {name: asia, cluster: {server: 'https://asia:6443', certificate-authority: ca.crt}}\n"
                  "contexts:\n- {name: asia, context: {cluster: asia, user: viewer}}\n");
        const auto both = Kubeconfig::load({one, QStringLiteral("/no/such/file"), two});
        QVERIFY(both);
        QCOMPARE(both->contexts.keys().join(QLatin1Char(' ')), QStringLiteral("asia aws dangling eu nowhere old us"));
        QCOMPARE(both->clusters.value(QStringLiteral("eu")).server, QStringLiteral("https://10.0.0.9:6443"));
        QCOMPARE(both->clusters.value(QStringLiteral("eu")).authoritiesFile,
                 m_home.filePath(QStringLiteral("a/pki/ca.crt")));
        QCOMPARE(both->clusters.value(QStringLiteral("asia")).authoritiesFile,
                 m_home.filePath(QStringLiteral("b/ca.crt")));
        QCOMPARE(both->users.value(QStringLiteral("viewer")).tokenFile, m_home.filePath(QStringLiteral("a/token")));
        QCOMPARE(both->users.value(QStringLiteral("viewer")).asGroups, QStringList{QStringLiteral("readers")});
        QCOMPARE(target(one + QLatin1Char(':') + two, {{QStringLiteral("context"), QStringLiteral("asia")}}),
                 QStringLiteral("https://asia:6443"));
    }

    void contextsAreFoundWhereKubectlLooks()
    {
        write(QStringLiteral(".kube/config"), fixture("kubernetes/contexts.kubeconfig"));
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("HOME"), m_home.path());
        QStringList lines;
        for (const FoundEndpoint &found : discoverKubernetes(environment))
            lines.append(
                QStringLiteral("%1 %2: %3")
                    .arg(found.usable ? QStringLiteral("+") : QStringLiteral("-"), found.address, found.note.left(60)));
        QCOMPARE(lines,
                 (QStringList{
                     QStringLiteral("- context:aws: Kubernetes cluster eu at https://10.0.0.9:6443; options.exec"),
                     QStringLiteral("- context:dangling: Kubernetes cluster eu at https://10.0.0.9:6443; options.cont"),
                     QStringLiteral("+ context:eu: Kubernetes cluster eu at https://10.0.0.9:6443"),
                     QStringLiteral("- context:nowhere: Kubernetes cluster nowhere; options.context: its cluster nam"),
                     QStringLiteral("- context:old: Kubernetes cluster eu at https://10.0.0.9:6443; options.cont"),
                     QStringLiteral("+ context:us: Kubernetes cluster us at https://us.example/k8s/clusters/c-1"),
                 }));
        QCOMPARE(target(QStringLiteral("context:eu"), {}, environment),
                 QStringLiteral("https://api.eu.example:6443, at 10.0.0.9:6443"));
        QVERIFY(target(QStringLiteral("context:mars"), {}, environment)
                    .startsWith(QStringLiteral("address: there is no context")));
    }

    /// Two users of one cluster are known as such before anything is asked; an address alone is not enough.
    void contextsOfOneClusterAreKnown()
    {
        write(QStringLiteral("other/ca.crt"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        QProcessEnvironment environment;
        environment.insert(
            QStringLiteral("KUBECONFIG"),
            write(QStringLiteral("other/config"),
                  "clusters:\n"
                  "- {name: rig, cluster: {server: 'https://127.0.0.1:6443', certificate-authority: ca.crt}}\n"
                  "- {name: same, cluster: {server: 'HTTPS://127.0.0.1:6443/', certificate-authority-data: "
                  "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCkFBQUEKLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo=}}\n"
                  "- {name: tunnel, cluster: {server: 'https://127.0.0.1:6443', insecure-skip-tls-verify: true}}\n"
                  "- {name: far, cluster: {server: 'https://127.0.0.1:7443', certificate-authority: ca.crt}}\n"
                  "contexts:\n"
                  "- {name: admin@rig, context: {cluster: rig}}\n"
                  "- {name: far, context: {cluster: far}}\n"
                  "- {name: same, context: {cluster: same}}\n"
                  "- {name: tunnel, context: {cluster: tunnel}}\n"
                  "- {name: viewer@rig, context: {cluster: rig}}\n"));
        QMap<QString, QStringList> names;
        for (const FoundEndpoint &found : discoverKubernetes(environment))
            names[found.identity].append(found.name);
        QStringList groups;
        for (const QStringList &group : std::as_const(names))
            groups.append(group.join(QLatin1Char(' ')));
        groups.sort();
        QCOMPARE(groups, (QStringList{QStringLiteral("admin@rig same viewer@rig"), QStringLiteral("far"),
                                      QStringLiteral("tunnel")}));
    }

    /// A pipe is only read to its end when another writes into it: the keeper would stand still.
    void pipesAreNotReadFrom()
    {
        QDir(m_home.path()).mkpath(QStringLiteral("pipes"));
        const QString pipe = m_home.filePath(QStringLiteral("pipes/pipe"));
        QCOMPARE(mkfifo(pipe.toUtf8().constData(), 0600), 0);
        const QString file =
            write(QStringLiteral("pipes/config"),
                  "clusters:\n"
                  "- {name: authority, cluster: {server: 'https://127.0.0.1:6443', certificate-authority: pipe}}\n"
                  "- {name: rig, cluster: {server: 'https://127.0.0.1:6443', insecure-skip-tls-verify: true}}\n"
                  "users:\n"
                  "- {name: certificate, user: {client-certificate: pipe, client-key: pipe}}\n"
                  "- {name: token, user: {tokenFile: pipe}}\n"
                  "contexts:\n"
                  "- {name: authority, context: {cluster: authority}}\n"
                  "- {name: certificate, context: {cluster: rig, user: certificate}}\n"
                  "- {name: token, context: {cluster: rig, user: token}}\n");
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("KUBECONFIG"), file);
        QCOMPARE(int(discoverKubernetes(environment).size()), 3);
        ConnectionConfig config;
        config.address = file;
        const auto tlsOf = [&](const char *context) {
            config.options.insert(QStringLiteral("context"), QLatin1String(context));
            const auto found = KubeTarget::of(config, environment);
            const auto tls =
                found ? found->tls(config, FileSecretStore(environment)) : Result<TlsMaterial>(found.error());
            return tls ? QString() : QString(tls.error().text).replace(pipe, QStringLiteral("PIPE"));
        };
        QCOMPARE(tlsOf("authority"), QStringLiteral("options.context: its certificate-authority PIPE is no file."));
        QCOMPARE(tlsOf("certificate"), QStringLiteral("options.context: its client-certificate PIPE is no file."));
        QCOMPARE(tlsOf("token"), QString()); // it is read with each request
        ConnectorRig rig(kubernetesConnectorType(environment), config);
        rig.start();
        QTRY_VERIFY(!rig.failures.isEmpty());
        QVERIFY2(rig.lastFailure().contains(pipe), qPrintable(rig.lastFailure()));
        config.options.clear();
        config.address = QStringLiteral("https://127.0.0.1:6443");
        config.caFile = pipe;
        QVERIFY(!TlsMaterial::load(config, FileSecretStore(environment)));
    }

    void filesMayBeHostile()
    {
        QByteArray bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
        for (char c = 'b'; c < 'm'; ++c)
            bomb += QByteArray(1, c) + ": &" + c + " [" +
                    QByteArray(8, '*').replace("*", QByteArray("*") + char(c - 1) + ",") + "]\n";
        const QList<QByteArray> files{QByteArray(),
                                      "contexts: 7",
                                      "contexts: [[[",
                                      "- a\n- b",
                                      "contexts: [*nowhere]",
                                      QByteArray(100000, '['),
                                      QByteArray(20000, '{'),
                                      "\xff\xfe\x00",
                                      "contexts: [{name: x}]",
                                      bomb + "contexts: *l",
                                      "contexts: &c [*c]",
                                      "? ? ? ?"};
        for (const QByteArray &file : files) {
            const auto read = Kubeconfig::parse(file, QStringLiteral("/"));
            QVERIFY2(!read || read->contexts.isEmpty(), file.left(60).constData());
        }
    }

    void programsMayPrintAnything()
    {
        const QByteArray head = R"({"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential",)";
        QCOMPARE(credential(head + R"("status":{"token":"t1","expirationTimestamp":"2026-11-22T10:00:00Z"}})"),
                 QStringLiteral("t1 until 2026-11-22T10:00:00.000Z"));
        QCOMPARE(credential(head + R"("status":{"clientCertificateData":"C","clientKeyData":"K"}})"),
                 QStringLiteral("C"));
        QCOMPARE(credential(head + R"("status":{"clientCertificateData":"C"}})"),
                 QStringLiteral("it gave a certificate without its key, or the other way round"));
        QCOMPARE(credential(head + R"("status":{}})"), QStringLiteral("it gave neither token nor certificate"));
        QCOMPARE(credential(head + R"("status":{"token":"a\nb"}})"),
                 QStringLiteral("its token has characters that no token has"));
        QCOMPARE(credential("{}"), QStringLiteral("it printed no ExecCredential"));
        QCOMPARE(credential(""), QStringLiteral("it printed no ExecCredential"));
        QCOMPARE(credential(R"({"apiVersion":"client.authentication.k8s.io/v2","kind":"ExecCredential"})"),
                 QStringLiteral("it speaks another version than client.authentication.k8s.io/v1"));
    }
};

QTEST_GUILESS_MAIN(TestKubeconfig)
#include "tst_kubeconfig.moc"
