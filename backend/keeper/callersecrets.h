// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/connectionconfig.h"

#include <optional>

namespace graticule {

/// Which secrets a connection may name that comes in over the control API. Whoever may add a connection chooses where
/// its secret is sent: without a limit, an operator could have the keeper send any file that it can read to a server of
/// his own. Files of connections.d/ are the administrator's and may name any.
struct CallerSecrets
{
    /// Unset: any, for a private keeper, which serves its own user only. Set: credential:NAME, and file: below this
    /// directory (empty: none).
    std::optional<QString> directory;

    /// What is wrong with @p reference, as the end of a sentence that begins with the field; empty: nothing. Symbolic
    /// links are followed.
    QString trouble(const SecretReference &reference) const;
};

} // namespace graticule
