// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/kubeconfig.h"

#include <QHash>

#include <yaml-cpp/yaml.h>

namespace graticule {
namespace {

constexpr size_t kMostContexts = 1000;

QString text(const YAML::Node &node)
{
    return node.IsDefined() && node.IsScalar() ? QString::fromStdString(node.Scalar()).left(256) : QString();
}

/// Calls @p visit(name, body) for the list @p key of {name: ..., @p body: {...}}.
template<class Visit> void forEachNamed(const YAML::Node &root, const char *key, const char *body, Visit visit)
{
    const YAML::Node list = root[key];
    if (!list.IsDefined() || !list.IsSequence())
        return;
    size_t count = 0;
    for (const YAML::Node &entry : list) {
        if (++count > kMostContexts)
            return;
        if (!entry.IsMap() || !entry[body].IsDefined() || !entry[body].IsMap())
            continue;
        const QString name = text(entry["name"]);
        if (!name.isEmpty())
            visit(name, entry[body]);
    }
}

} // namespace

std::vector<KubeContext> parseKubeContexts(const QByteArray &yaml)
{
    std::vector<KubeContext> contexts;
    try {
        const YAML::Node root = YAML::Load(yaml.toStdString());
        if (!root.IsMap())
            return {};
        QHash<QString, QString> servers;
        forEachNamed(root, "clusters", "cluster", [&](const QString &name, const YAML::Node &cluster) {
            servers.insert(name, text(cluster["server"]));
        });
        forEachNamed(root, "contexts", "context", [&](const QString &name, const YAML::Node &context) {
            const QString cluster = text(context["cluster"]);
            contexts.push_back({name, cluster, servers.value(cluster)});
        });
    } catch (const YAML::Exception &) {
        return {}; // broken files are for kubectl to complain about
    }
    return contexts;
}

} // namespace graticule
