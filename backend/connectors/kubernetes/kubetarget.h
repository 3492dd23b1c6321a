// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http/httpendpoint.h"
#include "backend/connectors/kubernetes/kubeconfig.h"
#include "backend/connectors/secretstore.h"
#include "backend/domain/connectionconfig.h"
#include "backend/domain/optionschema.h"

#include <QProcessEnvironment>

namespace graticule {

/// What a connection's file and the kubeconfig that it names say of one cluster, understood.
struct KubeTarget
{
    HttpEndpoint endpoint; ///< without TLS material
    QByteArray prefix;     ///< path before /api: "/k8s/clusters/c-1", or empty
    KubeCluster cluster;
    KubeUser user;
    QString space;        ///< the only namespace to look at; empty: all
    QStringList warnings; ///< lasting ones

    /// Reads the kubeconfig. @p environment is where KUBECONFIG and HOME are looked up. Errors are of the person's
    /// input and name the field: "options.context: ...".
    static Result<KubeTarget> of(const ConnectionConfig &config, const QProcessEnvironment &environment);
    /// The same for one context of files that have been read.
    static Result<KubeTarget> inContext(const Kubeconfig &kubeconfig, const QString &context,
                                        const ConnectionConfig &config);
    /// Reads what its TLS needs, of the kubeconfig or of the connection.
    Result<TlsMaterial> tls(const ConnectionConfig &config, const SecretStore &secrets) const;
};

/// The files that kubectl would read.
QStringList kubeconfigFiles(const QProcessEnvironment &environment);

/// What can be set of such a connection below `options`.
std::vector<OptionSchema> kubernetesOptions();
QString kubernetesAddressHelp();

} // namespace graticule
