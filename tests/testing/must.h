// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

namespace graticule::testing {

/// What @p result has; a test that cannot do without it ends here.
template<class T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text));
    return std::move(result).value();
}

} // namespace graticule::testing
