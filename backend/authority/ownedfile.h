// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

#include <QByteArray>

namespace graticule {

/// Whose a file becomes that root writes: the directory's owner, who is to read it, or the writer's. The latter keeps
/// nobody from it to whom the directory belongs: that one can move files there as it likes.
enum class FileOwner { OfDirectory, Writer };

/// Replaces @p path at once by a file with @p bytes that its owner only may read; readers see the old or the new one.
/// Where root gives files to the directory's owner, that owner must not send it elsewhere: @p path's directory may be
/// no link then. Waits for the disk.
Result<Done> writeOwnedFile(const QString &path, const QByteArray &bytes, FileOwner owner);

/// Makes @p path with mode 0700, its owner that of the directory above; fine when it is there, or another one makes it
/// at the same time. What is not ours is never given away.
Result<Done> makeOwnedDirectory(const QString &path);

} // namespace graticule
