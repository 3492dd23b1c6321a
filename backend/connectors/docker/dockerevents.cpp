// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerevents.h"

namespace graticule {
namespace {

/// Of a container that was asked to end: SIGTERM.
constexpr QLatin1String kAskedToEnd("143");

} // namespace

std::optional<FleetEvent> dockerFleetEvent(const DockerEvent &event, const DockerInventory &inventory,
                                           const EntityId &connection, Milliseconds clockOffset)
{
    if (event.type != QLatin1String("container"))
        return std::nullopt;
    FleetEvent told;
    told.kind = EventKind::Warning;
    if (event.action == QLatin1String("die")) {
        const bool isWell = event.detail == QLatin1String("0") || event.detail == kAskedToEnd;
        told.kind = isWell ? EventKind::Normal : EventKind::Warning;
        told.text =
            event.detail.isEmpty() ? QStringLiteral("ended") : QStringLiteral("ended with code %1").arg(event.detail);
    } else if (event.action == QLatin1String("oom")) {
        told.text = QStringLiteral("was out of memory");
    } else if (event.action == QLatin1String("health_status")) {
        if (event.detail == QLatin1String("healthy"))
            told.kind = EventKind::Normal;
        told.text =
            QStringLiteral("its check says %1").arg(event.detail.isEmpty() ? QStringLiteral("nothing") : event.detail);
    } else if (event.action == QLatin1String("restart")) {
        told.kind = EventKind::Normal;
        told.text = QStringLiteral("was restarted");
    } else {
        return std::nullopt;
    }
    told.at = instantFromMs(event.timeNano / 1'000'000) - clockOffset;
    told.connection = connection;
    told.site = inventory.site();
    told.node = inventory.nodeId();
    told.entity = inventory.placementOf(event.id);
    told.object = QStringLiteral("container ") + (event.name.isEmpty() ? event.id.left(12) : event.name);
    told.reason = event.action;
    told.key = event.id + QLatin1Char(' ') + event.action + QLatin1Char(' ') + QString::number(event.timeNano);
    return told;
}

} // namespace graticule
