// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QThread>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace graticule {

/// Runs the pure function @p work in the thread pool and calls @p done with its value in the calling thread, unless
/// @p context (of the calling thread) dies first.
template<class Value> void runInPool(QObject *context, std::function<Value()> work, std::function<void(Value)> done)
{
    // The receiver outlives the task, the context may not; so the task holds the one and the answer asks for the other.
    const std::shared_ptr<QObject> receiver(new QObject, [](QObject *object) {
        if (object->thread() == QThread::currentThread())
            delete object; // to post would wait forever for a queue that is being done away with
        else
            object->deleteLater();
    });
    QThreadPool::globalInstance()->start(
        [work = std::move(work), receiver, alive = QPointer<QObject>(context), done = std::move(done)] {
            const auto value = std::make_shared<Value>(work());
            QMetaObject::invokeMethod(
                receiver.get(),
                [value, alive, done, receiver] { // or tests' waits, which delete first, would delete it before
                    if (alive)
                        done(std::move(*value));
                },
                Qt::QueuedConnection);
        });
}

} // namespace graticule
