// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/docker/dockervalues.h"
#include "backend/domain/error.h"

#include <QByteArray>

// Bodies of the Docker Engine API -> values. Pure, any thread. Errors are Malformed and say which answer it was; they
// never quote it. Texts are cut at 256 characters, labels at 64 of them (ours and the orchestrators' first); labels
// whose name speaks of a secret are left out.

namespace graticule {

Result<DockerEngine> parseDockerInfo(const QByteArray &json);
Result<DockerList<DockerContainer>> parseDockerContainers(const QByteArray &json);
Result<DockerContainer> parseDockerContainer(const QByteArray &json); ///< of an inspection
Result<DockerList<DockerVolume>> parseDockerVolumes(const QByteArray &json);
Result<DockerVolume> parseDockerVolume(const QByteArray &json);
Result<DockerEvent> parseDockerEvent(const QByteArray &line);
Result<DockerUsage> parseDockerUsage(const QByteArray &json);

} // namespace graticule
