// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/instant.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <map>

namespace graticule {

/// Tasks of one thread that wait for their moment, on one timer of Qt, whose own list is searched from its begin for
/// each timer that starts or ends: a keeper of a thousand connections has thousands waiting. Inside of SystemClock
/// only.
///
/// What waits for a context that has died is dropped when its moment comes.
class TimerQueue : public QObject
{
    Q_OBJECT

public:
    /// Of the calling thread; ends with it.
    static TimerQueue &ofThread();

    void add(Milliseconds delay, QObject *context, std::function<void()> task);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Waiting
    {
        QPointer<QObject> context;
        std::function<void()> task;
    };
    using Moment = std::chrono::steady_clock::time_point;

    void arm();

    std::multimap<Moment, Waiting> m_waiting; // those of one moment in the order in which they came
    Moment m_armedFor;
    int m_timer = 0; // 0: none
};

} // namespace graticule
