// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/measurement.h"
#include "backend/domain/instant.h"

#include <QObject>

namespace graticule {

/// Measures the way to one endpoint beside what its connector asks there. Made for one session, so that what it read of
/// the configuration is no older than that. Backend thread; when to send is the supervisor's business.
class WayProbe : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    static constexpr Milliseconds kMost{5000}; ///< by then what was sent is measured

    /// Sends one; others may still be under way. It reports its load itself.
    virtual void send() = 0;
    /// How many times rarer than others it should be sent, for what it costs the endpoint and us.
    virtual int rarer() const { return 1; }

Q_SIGNALS:
    /// Of each thing that it measured, without a site.
    void measured(const graticule::Measurement &found);
};

} // namespace graticule
