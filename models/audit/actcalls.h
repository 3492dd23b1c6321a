// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/recordvalues.h"

#include <functional>

class QObject;

namespace graticule {

/// The record of what people did, asked of a keeper. Implemented by the composition root over the control API, by tests
/// with fakes. Nothing waits: answers come in the GUI thread, the last with `finished`, unless @p context dies first,
/// which ends the question at the keeper, too.
class ActCalls
{
public:
    virtual ~ActCalls() = default;

    virtual void acts(QObject *context, const ActQuery &query, std::function<void(const ActsPart &)> part) = 0;
    virtual void verify(QObject *context, std::function<void(const CheckProgress &)> progress) = 0;
};

} // namespace graticule
