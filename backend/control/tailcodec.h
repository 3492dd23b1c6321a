// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/sampletail.h"

#include <QHash>

#include <optional>
#include <vector>

namespace graticule::control::v1 {
class TailReply;
} // namespace graticule::control::v1

// Samples that follow each other in one Tail call <-> messages.

namespace graticule {

/// Where a reader of a keeper's samples is. A value.
struct TailPlace
{
    quint64 epoch = 0; ///< of the keeper's run; 0: nothing was read yet
    quint64 next = 0;
};

/// Names of the series that one call has told of, for who writes it.
class TailEncoder
{
public:
    static constexpr qsizetype kMostNames = 200'000;

    void encode(const SampleTail::Part &part, control::v1::TailReply *to);
    /// More series than one call may name: it is to end, and to be asked anew.
    bool isFull() const { return m_numbers.size() > kMostNames; }

private:
    QHash<std::pair<EntityId, QString>, quint32> m_numbers;
};

/// And for who reads it.
class TailDecoder
{
public:
    /// Nothing when the message does not fit what came before. Samples of no time that can be are left out.
    std::optional<SampleTail::Part> decode(const control::v1::TailReply &from);

private:
    std::vector<std::pair<EntityId, QString>> m_names;
};

} // namespace graticule
