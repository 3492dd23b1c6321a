// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/pastsource.h"

#include <QObject>
#include <QStringList>

namespace graticule {

/// What a window does with incident files. Implemented by the composition root; nothing waits, and answers come in the
/// GUI thread.
class IncidentFiles : public QObject
{
    Q_OBJECT

public:
    struct Order
    {
        TimeSpan span;
        QStringList sites;    ///< ids or names: only these; none: all
        QStringList services; ///< the same
        QString path;         ///< of the file
    };

    using QObject::QObject;

    /// Makes one, of the keeper that is shown; one at a time.
    virtual void save(const Order &order) = 0;
    /// The one that is being made is not wanted any more; finished() says so.
    virtual void cancel() = 0;
    /// Opens one in a window of its own.
    virtual void replay(const QString &path) = 0;

Q_SIGNALS:
    void progressed(int permille);
    /// Of save(); @p why without text: the file is there.
    void finished(const graticule::Error &why);
    void replayFailed(const QString &path);
};

} // namespace graticule
