// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"
#include "backend/domain/sameservice.h"

#include <functional>

namespace graticule {

/// Which services of several connections are the same. Implemented by the keeper, called by the server in the keeper's
/// backend thread, after the caller's permission was checked.
class SameCommands
{
public:
    using Answer = std::function<void(const Result<SameServices> &same)>;

    virtual ~SameCommands() = default;

    virtual void sameServices(Answer done) = 0;
    /// What was said of the two; else what would be, were they the same, as far as it is known. For the record.
    virtual SameDecision aboutTwo(const EntityId &one, const EntityId &other) const = 0;
    /// @p who says that they are, or are not, the same; refused when one is not there, or both declare what they are.
    virtual Result<SameDecision> decideSame(const EntityId &one, const EntityId &other, bool areSame,
                                            const QString &who) = 0;
    /// Nobody said anything of them.
    virtual Result<SameDecision> undecideSame(const EntityId &one, const EntityId &other) = 0;
};

} // namespace graticule
