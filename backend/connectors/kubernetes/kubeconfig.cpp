// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeconfig.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <yaml-cpp/yaml.h>

namespace graticule {
namespace {

constexpr size_t kMostEntries = 1000;
constexpr size_t kMostOfOne = 200; // arguments, variables, groups
constexpr size_t kLongestName = 1024;
constexpr size_t kLongestData = 256 << 10;
constexpr qint64 kLargest = 4 << 20;

QString text(const YAML::Node &node)
{
    return node.IsDefined() && node.IsScalar() && node.Scalar().size() <= kLongestName
               ? QString::fromStdString(node.Scalar())
               : QString();
}

QByteArray bytes(const YAML::Node &node)
{
    return node.IsDefined() && node.IsScalar() && node.Scalar().size() <= kLongestData
               ? QByteArray::fromStdString(node.Scalar())
               : QByteArray();
}

QByteArray decoded(const YAML::Node &node)
{
    return QByteArray::fromBase64(bytes(node));
}

bool flag(const YAML::Node &node)
{
    return text(node) == QLatin1String("true");
}

QStringList texts(const YAML::Node &node)
{
    QStringList all;
    if (!node.IsDefined() || !node.IsSequence())
        return all;
    for (const YAML::Node &entry : node) {
        if (size_t(all.size()) == kMostOfOne)
            break;
        all.append(text(entry));
    }
    return all;
}

/// Calls @p visit(name, body) for the list @p key of {name: ..., @p body: {...}}.
template<class Visit> void forEachNamed(const YAML::Node &root, const char *key, const char *body, Visit visit)
{
    const YAML::Node list = root[key];
    if (!list.IsDefined() || !list.IsSequence())
        return;
    size_t count = 0;
    for (const YAML::Node &entry : list) {
        if (++count > kMostEntries)
            return;
        if (!entry.IsMap() || !entry[body].IsDefined() || !entry[body].IsMap())
            continue;
        const QString name = text(entry["name"]);
        if (!name.isEmpty())
            visit(name, entry[body]);
    }
}

class Reader
{
public:
    explicit Reader(const QString &folder)
        : m_folder(folder)
    {
    }

    KubeCluster cluster(const YAML::Node &node) const
    {
        KubeCluster cluster;
        cluster.server = text(node["server"]);
        cluster.authoritiesFile = path(node["certificate-authority"]);
        cluster.authorities = decoded(node["certificate-authority-data"]);
        cluster.serverName = text(node["tls-server-name"]);
        cluster.proxy = text(node["proxy-url"]);
        cluster.insecure = flag(node["insecure-skip-tls-verify"]);
        return cluster;
    }

    KubeUser user(const YAML::Node &node) const
    {
        KubeUser user;
        user.certificateFile = path(node["client-certificate"]);
        user.certificate = decoded(node["client-certificate-data"]);
        user.keyFile = path(node["client-key"]);
        user.key = decoded(node["client-key-data"]);
        user.token = bytes(node["token"]);
        user.tokenFile = path(node["tokenFile"]);
        user.name = text(node["username"]);
        user.password = bytes(node["password"]);
        user.as = text(node["as"]);
        user.asUid = text(node["as-uid"]);
        user.asGroups = texts(node["as-groups"]);
        const YAML::Node extra = node["as-user-extra"];
        if (extra.IsDefined() && extra.IsMap()) {
            for (const auto &entry : extra) {
                if (size_t(user.asExtra.size()) < kMostOfOne)
                    user.asExtra.insert(text(entry.first), texts(entry.second));
            }
        }
        if (node["exec"].IsDefined() && node["exec"].IsMap())
            user.exec = exec(node["exec"]);
        if (node["auth-provider"].IsDefined() && node["auth-provider"].IsMap())
            user.authProvider = text(node["auth-provider"]["name"]);
        return user;
    }

private:
    QString path(const YAML::Node &node) const
    {
        const QString said = text(node);
        return said.isEmpty() ? said : QDir::cleanPath(QDir(m_folder).absoluteFilePath(said));
    }

    KubeExec exec(const YAML::Node &node) const
    {
        KubeExec exec;
        exec.apiVersion = text(node["apiVersion"]);
        exec.command = text(node["command"]);
        if (exec.command.contains(QLatin1Char('/')))
            exec.command = path(node["command"]);
        exec.arguments = texts(node["args"]);
        exec.installHint = text(node["installHint"]);
        exec.wantsCluster = flag(node["provideClusterInfo"]);
        const YAML::Node variables = node["env"];
        if (variables.IsDefined() && variables.IsSequence()) {
            for (const YAML::Node &entry : variables) {
                if (entry.IsMap() && size_t(exec.environment.size()) < kMostOfOne)
                    exec.environment.insert(text(entry["name"]), text(entry["value"]));
            }
        }
        exec.environment.remove(QString());
        return exec;
    }

    QString m_folder;
};

Error unreadable(const QString &path, const QString &why)
{
    return {ErrorKind::Invalid, Fault::Input, QStringLiteral("address: %1 cannot be read: %2.").arg(path, why),
            std::nullopt};
}

QString quoted(const QString &word)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./:@%+=,-]+$"));
    return plain.match(word).hasMatch()
               ? word
               : QLatin1Char('\'') + QString(word).replace(QLatin1Char('\''), QLatin1String("'\\''")) +
                     QLatin1Char('\'');
}

template<class T> void addOthers(QMap<QString, T> &mine, const QMap<QString, T> &others)
{
    for (auto it = others.cbegin(); it != others.cend(); ++it) {
        if (!mine.contains(it.key()))
            mine.insert(it.key(), it.value());
    }
}

} // namespace

QString KubeExec::line() const
{
    QStringList words{quoted(command)};
    for (const QString &argument : arguments)
        words.append(quoted(argument));
    return words.join(QLatin1Char(' '));
}

Result<Kubeconfig> Kubeconfig::parse(const QByteArray &yaml, const QString &folder)
{
    Kubeconfig config;
    try {
        const YAML::Node root = YAML::Load(yaml.toStdString());
        if (!root.IsMap())
            return unreadable(folder, QStringLiteral("it is no kubeconfig"));
        const Reader reader(folder);
        config.current = text(root["current-context"]);
        // An entry that comes twice in one file counts as it comes first, too.
        forEachNamed(root, "clusters", "cluster", [&](const QString &name, const YAML::Node &body) {
            if (!config.clusters.contains(name))
                config.clusters.insert(name, reader.cluster(body));
        });
        forEachNamed(root, "users", "user", [&](const QString &name, const YAML::Node &body) {
            if (!config.users.contains(name))
                config.users.insert(name, reader.user(body));
        });
        forEachNamed(root, "contexts", "context", [&](const QString &name, const YAML::Node &body) {
            if (!config.contexts.contains(name))
                config.contexts.insert(name, {text(body["cluster"]), text(body["user"]), text(body["namespace"])});
        });
    } catch (const YAML::Exception &mistake) {
        return unreadable(folder, QStringLiteral("line %1: %2")
                                      .arg(mistake.mark.line + 1)
                                      .arg(QString::fromStdString(mistake.msg).left(200)));
    }
    return config;
}

Result<Kubeconfig> Kubeconfig::load(const QStringList &files)
{
    Kubeconfig all;
    for (const QString &path : files) {
        QFile file(path);
        if (files.size() > 1 && !file.exists())
            continue;
        if (QFileInfo(path).exists() && !QFileInfo(path).isFile())
            return unreadable(path, QStringLiteral("it is no file"));
        if (!file.open(QIODevice::ReadOnly))
            return unreadable(path, file.errorString());
        const QByteArray yaml = file.read(kLargest + 1);
        if (yaml.size() > kLargest)
            return unreadable(path, QStringLiteral("it is larger than 4 MB"));
        const auto one = parse(yaml, QFileInfo(path).absolutePath());
        if (!one) {
            Error error = one.error();
            error.text.replace(QFileInfo(path).absolutePath() + QStringLiteral(" cannot"),
                               path + QStringLiteral(" cannot"));
            return error;
        }
        all.add(*one);
    }
    return all;
}

void Kubeconfig::add(const Kubeconfig &other)
{
    addOthers(clusters, other.clusters);
    addOthers(users, other.users);
    addOthers(contexts, other.contexts);
    if (current.isEmpty())
        current = other.current;
}

} // namespace graticule
