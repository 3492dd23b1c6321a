// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/logs.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

namespace graticule {

using LogSourcesReply = std::function<void(const Result<QList<LogSource>> &sources)>;

/// Reads logs of one connection. Made by its connector; destroying it ends the reading. When the session ends that it
/// belongs to, so does it. Backend thread.
class LogReader : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Once, when somebody listens.
    virtual void start() = 0;
    /// No more is read: each source that has not ended does so with @p why.
    virtual void close(const Error &why) = 0;

Q_SIGNALS:
    void read(const graticule::LogPart &part);
};

/// Why logs are not read, or not read any more, of the connection of that name.
Error sessionGone(const QString &connection);
/// What a session does with those that are still read when it ends.
void closeReaders(std::vector<QPointer<LogReader>> &readers, const QString &connection);

} // namespace graticule
