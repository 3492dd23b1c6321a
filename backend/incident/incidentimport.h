// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/connectionconfig.h"
#include "backend/incident/incidentfile.h"
#include "backend/telemetry/sample.h"

#include <vector>

namespace graticule {

/// Tells what an incident file has to those who keep such things: facts as a history of their own, samples as they
/// were measured. Everything is checked: times lie in the span, nothing goes back, counts have bounds. Waits for the
/// disk; one thread.
class IncidentImport
{
public:
    explicit IncidentImport(IncidentFile &file);

    /// Writes a new history file at @p path, which must not be there yet.
    Result<Done> history(const QString &path);
    /// @p take gets at most kSamplesAtOnce. Stretches of time that are told by least, greatest and mean come as
    /// samples within them that have the same.
    Result<Done> samples(const std::function<void(const QList<Sample> &samples)> &take);
    Result<QList<ConnectionConfig>> settings();
    /// When nobody watched, within the span; known once history() is done.
    const QList<TimeSpan> &holes() const { return m_holes; }

    static constexpr qsizetype kSamplesAtOnce = 100'000;
    /// Samples that lay outside the span, or that were no numbers: not taken.
    qint64 refusedSamples() const { return m_refused; }

private:
    Result<QList<TimeSpan>> runs();

    IncidentFile &m_file;
    const TimeSpan m_span;
    qint64 m_refused = 0;
    QList<TimeSpan> m_holes;
};

} // namespace graticule
