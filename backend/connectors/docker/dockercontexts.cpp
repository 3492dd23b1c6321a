// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockercontexts.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace graticule {
namespace {

constexpr qint64 kLargestFile = 256 << 10;
constexpr int kMostContexts = 1000;

Error contextError(ErrorKind kind, const QString &text)
{
    return {kind, Fault::Input, text, std::nullopt};
}

QString existing(const QString &directory, const char *name)
{
    const QString path = directory + QLatin1Char('/') + QLatin1String(name);
    return QFileInfo::exists(path) ? path : QString();
}

void addTlsFiles(DockerContext &context, const QString &directory)
{
    context.caFile = existing(directory, "ca.pem");
    context.certificateFile = existing(directory, "cert.pem");
    context.keyFile = existing(directory, "key.pem");
}

} // namespace

DockerContexts::DockerContexts(const QProcessEnvironment &environment)
    : m_environment(environment)
{
}

QString DockerContexts::directory() const
{
    const QString configured = m_environment.value(QStringLiteral("DOCKER_CONFIG"));
    return configured.isEmpty() ? m_environment.value(QStringLiteral("HOME")) + QStringLiteral("/.docker") : configured;
}

std::vector<DockerContext> DockerContexts::all() const
{
    std::vector<DockerContext> contexts;
    const QDir metas(directory() + QStringLiteral("/contexts/meta"));
    const QStringList hashes = metas.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name).mid(0, kMostContexts);
    for (const QString &hash : hashes) {
        if (auto context = read(hash))
            contexts.push_back(std::move(context).value());
    }
    std::sort(contexts.begin(), contexts.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    return contexts;
}

Result<DockerContext> DockerContexts::find(const QString &name) const
{
    if (name == QLatin1String("default"))
        return fromEnvironment();
    // Docker names the directories by the hash of the context's name.
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex();
    auto context = read(QString::fromLatin1(hash));
    if (context && context->name != name)
        return contextError(ErrorKind::Malformed,
                            QStringLiteral("Docker's file for context \"%1\" names another one.").arg(name));
    if (!context && context.error().kind == ErrorKind::NotFound) {
        return contextError(ErrorKind::NotFound,
                            QStringLiteral("There is no docker context \"%1\" in %2; `docker context "
                                           "ls` shows those that exist.")
                                .arg(name, directory()));
    }
    return context;
}

Result<DockerContext> DockerContexts::read(const QString &hash) const
{
    const QString path = directory() + QStringLiteral("/contexts/meta/") + hash + QStringLiteral("/meta.json");
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return contextError(ErrorKind::NotFound, QStringLiteral("%1 does not exist.").arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return contextError(ErrorKind::Refused, QStringLiteral("%1 cannot be read: %2.").arg(path, file.errorString()));
    const QByteArray json = file.read(kLargestFile + 1);
    const QJsonObject meta = json.size() > kLargestFile ? QJsonObject() : QJsonDocument::fromJson(json).object();
    const QJsonObject endpoint =
        meta.value(QLatin1String("Endpoints")).toObject().value(QLatin1String("docker")).toObject();
    DockerContext context;
    context.name = meta.value(QLatin1String("Name")).toString();
    context.host = endpoint.value(QLatin1String("Host")).toString();
    if (context.name.isEmpty() || context.host.isEmpty()) {
        return contextError(
            ErrorKind::Malformed,
            QStringLiteral("%1 is not a docker context: Name or Endpoints.docker.Host is missing.").arg(path));
    }
    context.description =
        meta.value(QLatin1String("Metadata")).toObject().value(QLatin1String("Description")).toString().left(200);
    context.skipsVerification = endpoint.value(QLatin1String("SkipTLSVerify")).toBool();
    addTlsFiles(context, directory() + QStringLiteral("/contexts/tls/") + hash + QStringLiteral("/docker"));
    return context;
}

DockerContext DockerContexts::fromEnvironment() const
{
    DockerContext context;
    context.name = QStringLiteral("default");
    context.host = m_environment.value(QStringLiteral("DOCKER_HOST"), QStringLiteral("unix:///var/run/docker.sock"));
    const QString certificates = m_environment.value(QStringLiteral("DOCKER_CERT_PATH"));
    if (!certificates.isEmpty() || !m_environment.value(QStringLiteral("DOCKER_TLS_VERIFY")).isEmpty())
        addTlsFiles(context, certificates.isEmpty() ? directory() : certificates);
    return context;
}

} // namespace graticule
