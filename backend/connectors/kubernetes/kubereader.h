// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubevalues.h"

#include <QHash>

namespace google::protobuf {
template<class Key, class Value> class Map;
} // namespace google::protobuf

namespace graticule::kube {
class DaemonSet;
class Deployment;
class HorizontalPodAutoscaler;
class Node;
class ObjectMeta;
class PersistentVolume;
class PersistentVolumeClaim;
class Pod;
class StatefulSet;
class StorageClass;
} // namespace graticule::kube

namespace graticule {

/// Turns the platform's messages into values; of texts that come again and again it makes one copy. Pure but for that;
/// one for a list, in any thread.
class KubeReader
{
public:
    KubeNode read(const kube::Node &node);
    KubePod read(const kube::Pod &pod);
    KubeWorkload read(const kube::Deployment &deployment);
    KubeWorkload read(const kube::StatefulSet &set);
    KubeWorkload read(const kube::DaemonSet &set);
    KubeAutoscaler read(const kube::HorizontalPodAutoscaler &scaler);
    KubeVolume read(const kube::PersistentVolume &volume);
    KubeClaim read(const kube::PersistentVolumeClaim &claim);
    KubeStorageClass read(const kube::StorageClass &storageClass);

private:
    Labels labels(const google::protobuf::Map<std::string, std::string> &map);
    KubeMeta meta(const kube::ObjectMeta &meta);
    KubeOwner owner(const kube::ObjectMeta &meta);
    template<class Spec> void readTemplate(const Spec &spec, KubeWorkload &workload);
    void readContainers(const kube::Pod &pod, KubePod &out);
    QString name(const std::string &utf8);
    QString shared(const std::string &utf8);

    QHash<QByteArray, QString> m_shared;
};

} // namespace graticule
