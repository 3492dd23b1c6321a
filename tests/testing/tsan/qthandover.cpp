// SPDX-License-Identifier: GPL-3.0-or-later
// Linked into every program of the preset tsan, and only there. Debian's Qt is not built for ThreadSanitizer, which
// therefore does not see that a posted call happens before its delivery, or a pool's start() before the task, and calls
// every value handed over a race. This file says both, in front of Qt's own functions; all else is left to the
// sanitizer.
#include <QCoreApplication>
#include <QMetaObject>
#include <QThreadPool>

#include <dlfcn.h>

#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0) // later releases post in other ways; the sanitizer runs on Debian 12

extern "C" void __tsan_acquire(void *address);
extern "C" void __tsan_release(void *address);

namespace {

char handOver; // its address stands for "whatever was handed to another thread"

bool beforeDelivery(void ** /*receiver, event, result*/)
{
    __tsan_acquire(&handOver);
    return false; // go on with the delivery
}

const bool registered = QInternal::registerCallback(QInternal::EventNotifyCallback, beforeDelivery);

template<typename Function> Function *next(const char *symbol)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, symbol));
}

} // namespace

bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type,
                                   void *ret)
{
    static const auto original = next<bool(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *)>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    __tsan_release(&handOver);
    return original(object, slot, type, ret);
}

void QThreadPool::start(std::function<void()> task, int priority)
{
    static const auto original =
        next<void(QThreadPool *, std::function<void()>, int)>("_ZN11QThreadPool5startESt8functionIFvvEEi");
    std::function<void()> run = [task = std::move(task)] {
        __tsan_acquire(&handOver);
        task();
    };
    __tsan_release(&handOver);
    original(this, std::move(run), priority);
}

#endif
