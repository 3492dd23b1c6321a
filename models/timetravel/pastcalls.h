// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/pastsource.h"

#include <QObject>

namespace graticule {

/// What can be asked of a keeper about the past. Implemented by the composition root over the control API, by tests
/// with fakes. Nothing waits: answers come later or at once, in the GUI thread.
class PastCalls : public QObject
{
    Q_OBJECT

public:
    template<class T> using Reply = std::function<void(const Result<T> &reply)>;

    using QObject::QObject;

    /// There is a keeper to ask.
    virtual bool isOpen() const = 0;
    /// Told or failed, unless a newer question comes first: then only that one is sure of an answer. @p knownAt kNever:
    /// by all that is known now. Without a keeper it waits for opened(), upon which it is to be asked again.
    virtual void ask(Instant at, Instant knownAt) = 0;
    /// Nobody looks at the past any more: what is under way is dropped.
    virtual void leave() = 0;
    /// Once, unless @p context dies first.
    virtual void coverage(QObject *context, const TimeSpan &span, Reply<HistoryCoverage> done) = 0;
    virtual void turns(QObject *context, const TurnsQuery &query, Reply<QList<SiteTurn>> done) = 0;

Q_SIGNALS:
    void told(const graticule::SnapshotPtr &snapshot, const graticule::PastNote &note);
    void failed(graticule::Instant at, const graticule::Error &why);
    /// There is a keeper to ask, perhaps another one: what was asked before is answered no more.
    void opened();
};

} // namespace graticule
