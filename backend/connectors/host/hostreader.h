// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/host/hostvalues.h"

namespace graticule {

/// Reads the machine's own files below @p root ("/" but in tests). Files of /proc answer at once; disks may not, so
/// readDisks() belongs into the thread pool. No state: any thread.
class HostReader
{
public:
    explicit HostReader(QString root = QStringLiteral("/"));

    /// Errors name the file.
    Result<HostIdentity> readIdentity() const;
    Result<HostFigures> readFigures() const;
    /// Sum over the local disks; total 0 when there are none to be seen.
    Usage readDisks() const;

private:
    QString path(const char *below) const;
    QByteArray read(const char *below) const;
    QString machineId(const QString &hostName) const;

    QString m_root; // ends with a slash
};

} // namespace graticule
