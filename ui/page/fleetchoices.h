// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

#include <QList>
#include <QObject>

#include <functional>

namespace graticule {

/// One fleet that the window can show. A value.
struct FleetChoice
{
    enum class State {
        Unknown, ///< not asked yet
        Asking,
        Answers,
        Silent,  ///< does not answer, or will not have us: see why
        Resting, ///< a private keeper that does not run; choosing it starts it
    };

    QString key;              ///< stays; empty: the home's own
    QString name;             ///< as the person, or the keeper, calls it; empty: this computer
    QString place;            ///< address or directory; empty: this home
    QString caller;           ///< whom our certificate names; empty: there is none
    Instant expires = kNever; ///< of that certificate
    State state = State::Unknown;
    QString why; ///< when silent

    friend bool operator==(const FleetChoice &, const FleetChoice &) = default;
};

/// Which fleets there are, and which one the window shows. Implemented by the composition root over files and
/// processes, by tests with fakes. Nothing waits. GUI thread.
class FleetChoices : public QObject
{
    Q_OBJECT

public:
    /// What a person gives to add one: the file that `graticuled enrol` wrote, or an address, or a directory.
    struct Order
    {
        QString file;
        QString place; ///< with a file: another address than it says
        QString name;  ///< empty: one is found
    };

    using QObject::QObject;

    /// The home's own first.
    virtual QList<FleetChoice> choices() const = 0;
    /// Key of the one that is shown.
    virtual QString current() const = 0;
    /// Reads them again and asks each how it is; changed() tells what comes.
    virtual void refresh() = 0;
    virtual void choose(const QString &key) = 0;
    /// @p done gets the key of the new one.
    virtual void add(const Order &order, QObject *context, std::function<void(const Result<QString> &)> done) = 0;
    /// Forgets it. The one that is shown cannot be.
    virtual void remove(const QString &key, QObject *context, std::function<void(const Result<Done> &)> done) = 0;

Q_SIGNALS:
    void changed();
};

} // namespace graticule
