// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/foundendpoint.h"

#include <QProcessEnvironment>

#include <vector>

namespace graticule {

/// The contexts of the kubeconfig files that kubectl would read. Reads files only and connects to nothing.
std::vector<FoundEndpoint> discoverKubernetes(const QProcessEnvironment &environment);

} // namespace graticule
