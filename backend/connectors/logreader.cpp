// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/logreader.h"

#include "backend/domain/saying.h"

namespace graticule {

Error sessionGone(const QString &connection)
{
    return saidError(ErrorKind::Unreachable, Fault::Network, "session.not-connected", {connection});
}

void closeReaders(std::vector<QPointer<LogReader>> &readers, const QString &connection)
{
    const Error why = sessionGone(connection);
    const std::vector<QPointer<LogReader>> all = std::exchange(readers, {});
    for (const QPointer<LogReader> &reader : all) {
        if (reader)
            reader->close(why);
    }
}

} // namespace graticule
