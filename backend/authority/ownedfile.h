// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

#include <QByteArray>

namespace graticule {

/// Whose a file becomes that root writes: the directory's owner, who is to read it, or root's alone.
enum class FileOwner { OfDirectory, Writer };

/// Replaces @p path at once by a file with @p bytes that its owner only may read; readers see the old or the new one.
/// Waits for the disk.
Result<Done> writeOwnedFile(const QString &path, const QByteArray &bytes, FileOwner owner);

/// Makes @p path with mode 0700, its owner that of the directory above; fine when it is there.
Result<Done> makeOwnedDirectory(const QString &path);

} // namespace graticule
