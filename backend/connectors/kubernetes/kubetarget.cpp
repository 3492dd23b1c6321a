// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubetarget.h"

#include "backend/connectors/commonfields.h"
#include "backend/domain/saying.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QUrl>

namespace graticule {
namespace {

constexpr qint64 kLargestPem = 1 << 20;

Error mistake(const char *field, const QString &text)
{
    return {ErrorKind::Invalid, Fault::Input, QLatin1String(field) + QStringLiteral(": ") + text, std::nullopt};
}

QString inBrackets(const QString &host)
{
    return host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : host;
}

QString option(const ConnectionConfig &config, const char *name)
{
    return config.options.value(QLatin1String(name)).trimmed();
}

/// Server, TLS and proxy of the cluster -> the endpoint.
std::optional<Error> readServer(const QString &field, const KubeCluster &cluster, KubeTarget &target)
{
    const auto wrong = [&](const QString &text) { return mistake(field.toUtf8().constData(), text); };
    const QUrl url(cluster.server, QUrl::StrictMode);
    const bool tls = url.scheme() == QLatin1String("https");
    if (cluster.server.isEmpty())
        return wrong(QStringLiteral("its cluster names no server."));
    if ((!tls && url.scheme() != QLatin1String("http")) || !url.isValid() || url.host().isEmpty() ||
        !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return wrong(QStringLiteral("\"%1\" is no address of a server; write https://host:6443.")
                         .arg(url.toDisplayString(QUrl::RemoveUserInfo).left(200)));
    HttpEndpoint &endpoint = target.endpoint;
    endpoint.shown = cluster.server.left(200);
    target.prefix = url.path(QUrl::FullyEncoded).toUtf8();
    while (target.prefix.endsWith('/'))
        target.prefix.chop(1);
    const QByteArray port = QByteArray::number(url.port(tls ? 443 : 80));
    const QString name = tls && !cluster.serverName.isEmpty() ? cluster.serverName : url.host();
    endpoint.url = (tls ? "https://" : "http://") + inBrackets(name).toUtf8() + ':' + port;
    if (name != url.host())
        endpoint.connectTo = inBrackets(url.host()).toUtf8() + ':' + port;
    endpoint.insecure = tls && cluster.insecure;
    static const QRegularExpression proxy(QStringLiteral("^(https?|socks4a?|socks5h?)://[^\\s@]+$"));
    if (!cluster.proxy.isEmpty() && !proxy.match(cluster.proxy).hasMatch())
        return wrong(QStringLiteral("its proxy-url is no proxy that we know (http, https, socks5)."));
    endpoint.proxy = cluster.proxy.toUtf8();
    if (endpoint.proxy.startsWith("socks5:")) // names are the proxy's to look up, as kubectl has it
        endpoint.proxy.insert(6, 'h');
    if (endpoint.insecure)
        target.warnings.append(phrase("phrase.kube-insecure"));
    return std::nullopt;
}

std::optional<Error> checkUser(const KubeUser &user, const ConnectionConfig &config)
{
    const bool loggingIn = user.exec || !user.token.isEmpty() || !user.tokenFile.isEmpty() || !user.name.isEmpty() ||
                           !user.certificate.isEmpty() || !user.certificateFile.isEmpty();
    if (!user.authProvider.isEmpty() && !loggingIn)
        return mistake("options.context",
                       QStringLiteral("its user logs in by the auth-provider %1, which kubectl itself has given up; "
                                      "use an exec plug-in.")
                           .arg(user.authProvider.left(60)));
    if (!user.exec)
        return std::nullopt;
    const QString line = user.exec->line();
    if (user.exec->apiVersion != QLatin1String("client.authentication.k8s.io/v1") &&
        user.exec->apiVersion != QLatin1String("client.authentication.k8s.io/v1beta1"))
        return mistake("options.context", QStringLiteral("its log-in program speaks %1; we know v1 and v1beta1 of "
                                                         "client.authentication.k8s.io.")
                                              .arg(user.exec->apiVersion.left(80)));
    if (option(config, "exec") == line)
        return std::nullopt;
    // Whoever wrote the file would otherwise choose what runs on the keeper's computer.
    return mistake("options.exec",
                   QStringLiteral("this context logs in by running a program on the keeper's computer: %1 - if that is "
                                  "as it should be, confirm it by writing exactly this line here.")
                       .arg(line));
}

Result<QByteArray> readPem(const QString &what, const QString &path)
{
    if (QFileInfo(path).exists() && !QFileInfo(path).isFile()) // a pipe would block us
        return mistake("options.context", QStringLiteral("its %1 %2 is no file.").arg(what, path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return mistake("options.context",
                       QStringLiteral("its %1 %2 cannot be read: %3.").arg(what, path, file.errorString()));
    return file.read(kLargestPem);
}

} // namespace

QStringList kubeconfigFiles(const QProcessEnvironment &environment)
{
    const QStringList files =
        environment.value(QStringLiteral("KUBECONFIG")).split(QLatin1Char(':'), Qt::SkipEmptyParts);
    const QString home = environment.value(QStringLiteral("HOME"));
    return !files.isEmpty() || home.isEmpty() ? files : QStringList{home + QStringLiteral("/.kube/config")};
}

QString kubernetesAddressHelp()
{
    return QStringLiteral("/path/to/kubeconfig (several: with a colon between them), context:NAME (of the keeper's own "
                          "kubeconfig), https://host:6443 (with token or tls.certificate)");
}

std::vector<OptionSchema> kubernetesOptions()
{
    const auto text = [](const char *name, const char *title, const char *help) {
        OptionSchema schema{QLatin1String(name), QLatin1String(help)};
        schema.title = QLatin1String(title);
        return schema;
    };
    OptionSchema context =
        text("context", "Context", "Which context of the kubeconfig; without it the file's current one.");
    context.example = QStringLiteral("production");
    OptionSchema space = text("namespace", "Namespace", "Looks at this namespace only; without it at all of them.");
    space.example = QStringLiteral("payments");
    space.pattern = QStringLiteral("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    OptionSchema exec = text("exec", "Log-in program",
                             "The command line by which the context logs in, written out to confirm that it may be run "
                             "on the keeper's computer.");
    exec.example = QStringLiteral("aws eks get-token --cluster-name production");
    return {context, space, exec, proxyField()};
}

Result<KubeTarget> KubeTarget::of(const ConnectionConfig &config, const QProcessEnvironment &environment)
{
    KubeTarget target;
    const QString address = config.address.trimmed();
    for (const OptionSchema &schema : kubernetesOptions()) {
        const QString said = config.options.value(schema.name).trimmed();
        if (const QString trouble = optionTrouble(schema, said); !said.isEmpty() && !trouble.isEmpty())
            return mistake(("options." + schema.name.toUtf8()).constData(), trouble);
    }
    target.space = option(config, "namespace");
    if (address.startsWith(QLatin1String("https://")) || address.startsWith(QLatin1String("http://"))) {
        target.cluster.server = address;
        target.cluster.serverName = config.serverName;
        target.cluster.proxy = option(config, "proxy");
        if (const auto error = readServer(QStringLiteral("address"), target.cluster, target))
            return *error;
        if (!target.endpoint.isTls() && !config.token.isEmpty())
            return mistake("token", QStringLiteral("it would be sent to %1 in clear text; use https://.").arg(address));
        return target;
    }
    QStringList files;
    QString context = option(config, "context");
    if (address.startsWith(QLatin1String("context:"))) {
        context = address.mid(int(qstrlen("context:")));
        files = kubeconfigFiles(environment);
        if (files.isEmpty())
            return mistake("address", QStringLiteral("the keeper has no HOME and no KUBECONFIG to look for contexts."));
    } else if (address.startsWith(QLatin1Char('/'))) {
        files = address.split(QLatin1Char(':'), Qt::SkipEmptyParts);
    } else {
        return mistake(
            "address",
            QStringLiteral("\"%1\" is not understood. Write %2.").arg(address.left(200), kubernetesAddressHelp()));
    }
    const auto kubeconfig = Kubeconfig::load(files);
    if (!kubeconfig)
        return kubeconfig.error();
    if (context.isEmpty())
        context = kubeconfig->current;
    if (context.isEmpty() && kubeconfig->contexts.size() == 1)
        context = kubeconfig->contexts.firstKey();
    auto found = inContext(*kubeconfig, context, config);
    if (!found && !address.startsWith(QLatin1Char('/'))) { // there the address names the context
        Error error = found.error();
        error.text.replace(QLatin1String("options.context:"), QLatin1String("address:"));
        return error;
    }
    if (found)
        found.value().space = target.space;
    return found;
}

Result<KubeTarget> KubeTarget::inContext(const Kubeconfig &kubeconfig, const QString &context,
                                         const ConnectionConfig &config)
{
    const char *const field = "options.context";
    const QStringList known = kubeconfig.contexts.keys().mid(0, 20);
    if (!kubeconfig.contexts.contains(context))
        return mistake(field, known.isEmpty() ? QStringLiteral("the kubeconfig has no contexts.")
                              : context.isEmpty()
                                  ? QStringLiteral("is missing; there are: %1.").arg(known.join(QStringLiteral(", ")))
                                  : QStringLiteral("there is no context \"%1\"; there are: %2.")
                                        .arg(context.left(200), known.join(QStringLiteral(", "))));
    const KubeContext &chosen = *kubeconfig.contexts.constFind(context);
    if (!kubeconfig.clusters.contains(chosen.cluster))
        return mistake(field, QStringLiteral("context \"%1\" names the cluster \"%2\", which is not there.")
                                  .arg(context, chosen.cluster));
    if (!chosen.user.isEmpty() && !kubeconfig.users.contains(chosen.user))
        return mistake(
            field, QStringLiteral("context \"%1\" names the user \"%2\", who is not there.").arg(context, chosen.user));
    KubeTarget target;
    target.cluster = kubeconfig.clusters.value(chosen.cluster);
    target.user = kubeconfig.users.value(chosen.user);
    if (const QString proxy = option(config, "proxy"); !proxy.isEmpty())
        target.cluster.proxy = proxy;
    if (const auto error = readServer(QLatin1String(field), target.cluster, target))
        return *error;
    if (const auto error = checkUser(target.user, config))
        return *error;
    return target;
}

Result<TlsMaterial> KubeTarget::tls(const ConnectionConfig &config, const SecretStore &secrets) const
{
    auto loaded = TlsMaterial::load(config, secrets); // what the connection itself names wins
    if (!loaded)
        return loaded;
    TlsMaterial tls = std::move(loaded).value();
    const auto take = [](QByteArray &to, const QByteArray &data, const QString &what, const QString &path) {
        if (!to.isEmpty())
            return std::optional<Error>();
        to = data;
        if (!to.isEmpty() || path.isEmpty())
            return std::optional<Error>();
        auto pem = readPem(what, path);
        if (!pem)
            return std::optional(pem.error());
        to = std::move(pem).value();
        return std::optional<Error>();
    };
    if (!endpoint.insecure && tls.authorities.isEmpty()) {
        tls.authoritiesFile =
            cluster.authorities.isEmpty() ? cluster.authoritiesFile : QStringLiteral("certificate-authority-data");
        if (const auto error = take(tls.authorities, cluster.authorities, QStringLiteral("certificate-authority"),
                                    cluster.authoritiesFile))
            return *error;
        if (!tls.authorities.isEmpty() && QSslCertificate::fromData(tls.authorities, QSsl::Pem).isEmpty())
            return mistake("options.context", QStringLiteral("its certificate-authority holds no certificate."));
        if (tls.authorities.isEmpty())
            tls.authoritiesFile.clear();
    }
    if (!tls.certificate.isEmpty())
        return tls;
    if (const auto error =
            take(tls.certificate, user.certificate, QStringLiteral("client-certificate"), user.certificateFile))
        return *error;
    if (const auto error = take(tls.key, user.key, QStringLiteral("client-key"), user.keyFile))
        return *error;
    const QList<QSslCertificate> chain = QSslCertificate::fromData(tls.certificate, QSsl::Pem);
    if (tls.certificate.isEmpty() != tls.key.isEmpty() || (!tls.certificate.isEmpty() && chain.isEmpty()))
        return mistake("options.context", QStringLiteral("its client-certificate needs a client-key, both as PEM."));
    if (!chain.isEmpty())
        tls.own = CertificateInfo::of(chain.first());
    return tls;
}

} // namespace graticule
