// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubekind.h"

#include <QUrl>

namespace graticule {
namespace {

struct Row
{
    KubeKind kind;
    QLatin1String name;
    QLatin1String plural;
    const char *group;
    bool inSpaces;
};

// The oldest version of each group that 1.20 and all later ones serve.
constexpr Row kRows[] = {
    {KubeKind::Node, QLatin1String("Node"), QLatin1String("nodes"), "/api/v1/", false},
    {KubeKind::Pod, QLatin1String("Pod"), QLatin1String("pods"), "/api/v1/", true},
    {KubeKind::Deployment, QLatin1String("Deployment"), QLatin1String("deployments"), "/apis/apps/v1/", true},
    {KubeKind::StatefulSet, QLatin1String("StatefulSet"), QLatin1String("statefulsets"), "/apis/apps/v1/", true},
    {KubeKind::DaemonSet, QLatin1String("DaemonSet"), QLatin1String("daemonsets"), "/apis/apps/v1/", true},
    {KubeKind::Autoscaler, QLatin1String("HorizontalPodAutoscaler"), QLatin1String("horizontalpodautoscalers"),
     "/apis/autoscaling/v1/", true},
    {KubeKind::Volume, QLatin1String("PersistentVolume"), QLatin1String("persistentvolumes"), "/api/v1/", false},
    {KubeKind::Claim, QLatin1String("PersistentVolumeClaim"), QLatin1String("persistentvolumeclaims"), "/api/v1/",
     true},
    {KubeKind::StorageClass, QLatin1String("StorageClass"), QLatin1String("storageclasses"), "/apis/storage.k8s.io/v1/",
     false},
};
static_assert(std::size(kRows) == kKubeKinds.size());

const Row &rowOf(KubeKind kind)
{
    return kRows[size_t(kind)];
}

} // namespace

QLatin1String kubePlural(KubeKind kind)
{
    return rowOf(kind).plural;
}

QLatin1String kubeName(KubeKind kind)
{
    return rowOf(kind).name;
}

QByteArray kubePath(KubeKind kind, const QString &space)
{
    const Row &row = rowOf(kind);
    QByteArray path = row.group;
    if (row.inSpaces && !space.isEmpty())
        path += "namespaces/" + QUrl::toPercentEncoding(space) + '/';
    return path + row.plural.data();
}

} // namespace graticule
