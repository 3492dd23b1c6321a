// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/pastsource.h"

#include <QByteArray>
#include <QStringList>

namespace graticule {

/// Which incident file is wanted, and by whom.
struct IncidentOrder
{
    TimeSpan span;
    QString caller;            ///< for people; goes into the file
    QStringList sites = {};    ///< ids or names: only these; none: all
    QStringList services = {}; ///< the same
};

/// A piece of a file that is being made.
struct IncidentPart
{
    QByteArray data; ///< comes next in the file; may be empty
    int permille = 0;
    QString step;        ///< what is being done: "facts", "samples", ...
    qint64 expected = 0; ///< bytes of the whole file, about; 0: not known
    bool finished = false;
};

/// Makes incident files. Thread-safe; works in threads of its own.
class IncidentSource
{
public:
    /// Waits until the piece is on its way; false: nobody wants the rest.
    using Take = std::function<bool(const IncidentPart &part)>;

    virtual ~IncidentSource() = default;

    /// @p done is called once, after the last piece or instead of it, in the thread of the pieces or at once.
    virtual void write(const IncidentOrder &order, Take take, std::function<void(Result<Done>)> done) = 0;
};

} // namespace graticule
