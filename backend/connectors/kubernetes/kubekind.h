// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <array>

namespace graticule {

/// The kinds of objects that we list and watch.
enum class KubeKind {
    Node,
    Pod,
    Deployment,
    StatefulSet,
    DaemonSet,
    Autoscaler,
    Volume,
    Claim,
    StorageClass,
};

inline constexpr std::array kKubeKinds{KubeKind::Node,        KubeKind::Pod,       KubeKind::Deployment,
                                       KubeKind::StatefulSet, KubeKind::DaemonSet, KubeKind::Autoscaler,
                                       KubeKind::Volume,      KubeKind::Claim,     KubeKind::StorageClass};

/// As the API calls them in the plural: "persistentvolumes".
QLatin1String kubePlural(KubeKind kind);
/// As objects name them: "PersistentVolume".
QLatin1String kubeName(KubeKind kind);
/// Where they are listed: "/api/v1/nodes", or with @p space, for those that live in namespaces,
/// "/api/v1/namespaces/SPACE/pods".
QByteArray kubePath(KubeKind kind, const QString &space);

} // namespace graticule
