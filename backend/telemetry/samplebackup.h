// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

namespace graticule {

/// Copies of a sample store. Waits for disks; any thread that may.
class SampleBackup
{
public:
    /// Writes the store @p path, which may be in use, as one file @p copy; what is in it is that of one moment. Refused
    /// when @p copy is there already.
    static Result<Done> save(const QString &path, const QString &copy);
    /// Puts @p copy in the place of the store @p path, which must not be in use, and which gets ".before-restore"
    /// behind its name. Refused, and nothing changed, when @p copy is no sound store.
    static Result<Done> restore(const QString &copy, const QString &path);
};

} // namespace graticule
