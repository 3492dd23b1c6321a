// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/host/hostvalues.h"

#include <QByteArray>

#include <optional>

// Files of /proc and /etc -> values; formats as in proc(5) and os-release(5). Pure. Nothing when the file is not as
// expected.

namespace graticule {

std::optional<CpuTimes> parseCpuTimes(const QByteArray &stat);
std::optional<Instant> parseBootTime(const QByteArray &stat);
std::optional<Usage> parseMemory(const QByteArray &meminfo);
std::optional<double> parseLoad(const QByteArray &loadavg);
/// Real file systems on local disks, each device once (its shortest path); never network file systems, which may hang.
QList<LocalDisk> parseMounts(const QByteArray &mounts);
/// PRETTY_NAME; empty when there is none.
QString parseSystemName(const QByteArray &osRelease);

} // namespace graticule
