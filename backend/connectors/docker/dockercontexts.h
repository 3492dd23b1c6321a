// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <vector>

namespace graticule {

/// One of docker's contexts: an endpoint with a name, as `docker context create` writes it.
struct DockerContext
{
    QString name;
    QString description;
    QString host;   ///< "tcp://10.0.0.1:2376", "unix:///run/docker.sock", "ssh://..."
    QString caFile; ///< empty where the context has none
    QString certificateFile;
    QString keyFile;
    bool skipsVerification = false; ///< what the context asks for; we verify all the same
};

/// Reads the contexts of the user whom the environment describes: DOCKER_CONFIG, else ~/.docker. The context "default"
/// is what DOCKER_HOST, DOCKER_TLS_VERIFY and DOCKER_CERT_PATH say, else the socket of the machine's own engine.
class DockerContexts
{
public:
    explicit DockerContexts(const QProcessEnvironment &environment);

    /// Those with a readable file; `default` is not among them.
    std::vector<DockerContext> all() const;
    /// NotFound, Malformed or Invalid with a text that names the context and its file.
    Result<DockerContext> find(const QString &name) const;
    QString directory() const;

private:
    Result<DockerContext> read(const QString &hash) const;
    DockerContext fromEnvironment() const;

    QProcessEnvironment m_environment;
};

} // namespace graticule
