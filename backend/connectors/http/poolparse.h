// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace graticule {

inline constexpr qsizetype kParseHere = 64 << 10; ///< more than this is parsed in the thread pool

/// Parses @p bytes by the pure function @p parse and calls @p done with the result in the calling thread: at once when
/// they are few, else later from the pool, unless @p context (of the calling thread) dies first.
template<class Value>
void parseAside(const QByteArray &bytes, std::function<Result<Value>(const QByteArray &)> parse, QObject *context,
                std::function<void(Result<Value>)> done)
{
    if (bytes.size() <= kParseHere) {
        done(parse(bytes));
        return;
    }
    // The receiver outlives the task, the context may not; so the task holds the one and the answer asks for the other.
    const std::shared_ptr<QObject> receiver(new QObject, [](QObject *object) { object->deleteLater(); });
    QThreadPool::globalInstance()->start([bytes, parse = std::move(parse), receiver, alive = QPointer<QObject>(context),
                                          done = std::move(done)]() mutable {
        auto value = std::make_shared<Result<Value>>(parse(bytes));
        QMetaObject::invokeMethod(
            receiver.get(),
            [value, alive = std::move(alive), done = std::move(done)] {
                if (alive)
                    done(std::move(*value));
            },
            Qt::QueuedConnection);
    });
}

} // namespace graticule
