// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/pooltask.h"
#include "backend/domain/error.h"

#include <QByteArray>

namespace graticule {

inline constexpr qsizetype kParseHere = 64 << 10; ///< more than this is parsed in the thread pool

/// Parses @p bytes by the pure function @p parse and calls @p done with the result in the calling thread: at once when
/// they are few, else later from the pool, unless @p context (of the calling thread) dies first.
template<class Value>
void parseAside(const QByteArray &bytes, Result<Value> (*parse)(const QByteArray &), QObject *context,
                std::function<void(Result<Value>)> done)
{
    if (bytes.size() <= kParseHere)
        done(parse(bytes));
    else
        runInPool<Result<Value>>(
            context, [bytes, parse] { return parse(bytes); }, std::move(done));
}

} // namespace graticule
