// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

#include <QByteArray>

#include <vector>

namespace graticule {

/// An event of a cluster, of core/v1 or events.k8s.io/v1. Times are the cluster's clock.
struct KubeHappening
{
    QString uid; ///< of the event: it comes again with a higher count
    QString objectKind;
    QString objectSpace;
    QString objectName;
    QString objectUid;
    bool isWarning = false;
    bool isKnownKind = false;
    QString reason;
    QString text;
    int count = 1;
    Instant first = kNever;
    Instant last = kNever;

    friend bool operator==(const KubeHappening &, const KubeHappening &) = default;
};

struct KubeHappenings
{
    std::vector<KubeHappening> items;
    QString version; ///< from which a watch goes on
    QString next;    ///< continue token
};

/// One line of a watch.
struct KubeHappeningChange
{
    enum class Type { Unknown, Told, Gone, Bookmark, Expired, Error };
    Type type = Type::Unknown;
    KubeHappening event;
    QString version;
    QString message;
};

// JSON of an API server -> values. Pure; texts are held to lengths that people read.

Result<KubeHappenings> parseKubeHappenings(const QByteArray &json);
Result<KubeHappeningChange> parseKubeHappeningChange(const QByteArray &line);

} // namespace graticule
