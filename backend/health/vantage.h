// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/instant.h"
#include "backend/health/thresholds.h"

#include <QHash>

#include <map>

namespace graticule {

/// Whether something answers, asked from one place.
enum class Reach { Unknown, Reached, Failed };

/// A place from which others are asked: how many answer, and whether so many fell silent together that it is the one
/// that is cut off. A value; setting one target costs the logarithm of their number.
class Vantage
{
public:
    /// @p since: when it began to fail, of one that failed before.
    void set(const EntityId &target, Reach reach, Instant since);
    /// Draws the conclusion anew. It holds until enough answers again; at the figures of the moment when it was drawn.
    void conclude(const HealthThresholds &thresholds);

    int reached() const { return m_reached; }
    int failed() const { return m_failed; }
    int known() const { return m_reached + m_failed; }
    bool isEmpty() const { return m_targets.isEmpty(); }
    bool isCutOff() const { return m_cutFailed > 0; }
    /// So many of so many fell silent together.
    int cutFailed() const { return m_cutFailed; }
    int cutKnown() const { return m_cutKnown; }
    auto targets() const { return m_targets.asKeyValueRange(); }

    /// What reasons of others rest on; equal means that nobody has to be judged anew.
    struct Standing
    {
        int cutFailed = 0;
        int cutKnown = 0;
        int mute = 0; ///< how many are asked, when none answers
        friend bool operator==(const Standing &, const Standing &) = default;
    };
    Standing standing() const { return {m_cutFailed, m_cutKnown, m_reached > 0 ? 0 : m_failed}; }

private:
    struct Target
    {
        Reach reach = Reach::Unknown;
        Instant since = kNever;
    };
    void count(const Target &target, int by);
    int mostTogether(Milliseconds span) const;

    QHash<EntityId, Target> m_targets;
    std::map<Instant, int> m_failedSince;
    int m_reached = 0;
    int m_failed = 0;
    int m_cutFailed = 0;
    int m_cutKnown = 0;
};

} // namespace graticule
