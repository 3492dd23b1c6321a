// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/connectionconfig.h"
#include "backend/domain/error.h"

#include <QByteArray>

namespace graticule {

/// Reads secrets by reference at the moment they are needed; keeps none. Backend thread. Files are small and local, so
/// they are read at once.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /// The secret that @p reference names ("file:", "env:", "credential:"), without a trailing newline. Refused with a
    /// text that names the reference: unknown form, missing, readable by others, larger than 64 kB.
    virtual Result<QByteArray> read(const SecretReference &reference) const = 0;
};

} // namespace graticule
