// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/past/incidentfiles.h"

namespace graticule::testing {

/// Incident files that are made when the test says so.
class FakeIncidentFiles : public IncidentFiles
{
public:
    QStringList asked; ///< "05:04:32 to 08:24:32, sites fra1: /tmp/x", "cancel", "replay /tmp/x"

    void save(const Order &order) override
    {
        const auto clock = [](Instant at) { return toIso(at).mid(11, 8); };
        QString text = clock(order.span.from) + QStringLiteral(" to ") + clock(order.span.until);
        if (!order.sites.isEmpty())
            text += QStringLiteral(", sites ") + order.sites.join(u' ');
        if (!order.services.isEmpty())
            text += QStringLiteral(", services ") + order.services.join(u' ');
        asked << text + QStringLiteral(": ") + order.path;
    }
    void cancel() override { asked << QStringLiteral("cancel"); }
    void replay(const QString &path) override { asked << QStringLiteral("replay ") + path; }

    void end(const QString &why = {}) { Q_EMIT finished({ErrorKind::Internal, Fault::Unknown, why, std::nullopt}); }
};

} // namespace graticule::testing
