// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerdiscovery.h"

#include "backend/connectors/docker/dockeraddress.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <sys/stat.h>
#include <unistd.h>

namespace graticule {
namespace {

bool isSocket(const QString &path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 && S_ISSOCK(info.st_mode);
}

bool mayOpen(const QString &path)
{
    return ::access(QFile::encodeName(path).constData(), R_OK | W_OK) == 0;
}

class Discovery
{
public:
    Discovery(const QProcessEnvironment &environment, const QString &root)
        : m_environment(environment)
        , m_root(root.endsWith(QLatin1Char('/')) ? root : root + QLatin1Char('/'))
    {
    }

    std::vector<FoundEndpoint> run()
    {
        const QString home = m_environment.value(QStringLiteral("HOME"));
        const QString runtime = m_environment.value(QStringLiteral("XDG_RUNTIME_DIR"));
        const QString docker = QStringLiteral("docker");
        const QString podman = QStringLiteral("podman");
        socket(m_root + QStringLiteral("var/run/docker.sock"), docker, QStringLiteral("Docker on this machine"));
        socket(m_root + QStringLiteral("run/docker.sock"), docker, QStringLiteral("Docker on this machine"));
        if (!runtime.isEmpty())
            socket(runtime + QStringLiteral("/docker.sock"), QStringLiteral("docker-rootless"),
                   QStringLiteral("your own Docker (rootless)"));
        if (!home.isEmpty())
            socket(home + QStringLiteral("/.docker/run/docker.sock"), QStringLiteral("docker-rootless"),
                   QStringLiteral("your own Docker (rootless)"));
        socket(m_root + QStringLiteral("run/podman/podman.sock"), podman, QStringLiteral("Podman on this machine"));
        if (!runtime.isEmpty())
            socket(runtime + QStringLiteral("/podman/podman.sock"), QStringLiteral("podman-rootless"),
                   QStringLiteral("your own Podman (rootless)"));
        dockerHost();
        dockerContexts();
        return std::move(m_found);
    }

private:
    void socket(const QString &path, const QString &name, const QString &note)
    {
        if (!isSocket(path))
            return;
        const QString real = QFileInfo(path).canonicalFilePath(); // /var/run is a link to /run
        if (m_sockets.contains(real))
            return;
        m_sockets.insert(real);
        const bool open = mayOpen(path);
        m_found.push_back(
            {QStringLiteral("docker"), QStringLiteral("unix://") + path, name,
             open ? note
                  : note + QStringLiteral("; this user may not open it: sudo usermod -aG docker $USER, then "
                                          "log in again"),
             open});
    }

    /// Whether the connector can take the address; the reason otherwise.
    QString obstacle(const QString &address) const
    {
        ConnectionConfig config;
        config.type = QStringLiteral("docker");
        config.address = address;
        const auto target = dockerTarget(config, m_environment);
        return target ? QString() : target.error().text.mid(int(qstrlen("address: ")));
    }

    void dockerHost()
    {
        const QString host = m_environment.value(QStringLiteral("DOCKER_HOST"));
        if (host.isEmpty())
            return;
        if (host.startsWith(QLatin1String("unix://"))) {
            socket(host.mid(int(qstrlen("unix://"))), QStringLiteral("docker-host"), QStringLiteral("DOCKER_HOST"));
            return;
        }
        add(QStringLiteral("context:default"), QStringLiteral("docker-host"), QStringLiteral("DOCKER_HOST: ") + host);
    }

    void dockerContexts()
    {
        const auto contexts = DockerContexts(m_environment).all();
        for (const DockerContext &context : contexts) {
            QString note = QStringLiteral("docker context: ") + context.host;
            if (!context.description.isEmpty())
                note += QStringLiteral(" (%1)").arg(context.description);
            add(QStringLiteral("context:") + context.name, context.name, note);
        }
    }

    void add(const QString &address, const QString &name, const QString &note)
    {
        const QString why = obstacle(address);
        m_found.push_back({QStringLiteral("docker"), address, name,
                           why.isEmpty() ? note : note + QStringLiteral("; ") + why, why.isEmpty()});
    }

    const QProcessEnvironment &m_environment;
    QString m_root;
    QSet<QString> m_sockets; // canonical paths
    std::vector<FoundEndpoint> m_found;
};

} // namespace

std::vector<FoundEndpoint> discoverDocker(const QProcessEnvironment &environment, const QString &root)
{
    return Discovery(environment, root).run();
}

} // namespace graticule
