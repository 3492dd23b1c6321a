// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/starttrace.h"

#include "models/fleetstore.h"
#include "ui/shell/mainwindow.h"

#include <QEvent>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <ctime>

namespace graticule {
namespace {

bool isTracing()
{
    return qEnvironmentVariableIsSet("GRATICULE_TRACE_START");
}

double cpuMs(clockid_t clock)
{
    timespec time = {};
    ::clock_gettime(clock, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// Sees the window's paint events go by.
class PaintWatch : public QObject
{
public:
    PaintWatch(MainWindow &window, const FleetStore &store)
        : QObject(&window)
        , m_window(window)
        , m_store(store)
    {
        window.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::UpdateRequest && event->type() != QEvent::Paint)
            return false;
        if (!m_store.hasSnapshot() || m_scheduled)
            return false;
        m_scheduled = true;
        // Runs when this round of painting, children included, is done and flushed.
        QTimer::singleShot(0, this, [this] {
            traceMark("painted");
            settle();
        });
        return false;
    }

private:
    void settle()
    {
        if (m_window.isSettled())
            traceMark("settled");
        else
            QTimer::singleShot(1, this, [this] { settle(); });
    }

    MainWindow &m_window;
    const FleetStore &m_store;
    bool m_scheduled = false;
};

} // namespace

void traceMark(const char *what)
{
    if (!isTracing())
        return;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    std::printf("@mark %s %.3f cpu %.3f process %.3f\n", what, std::chrono::duration<double, std::milli>(now).count(),
                cpuMs(CLOCK_THREAD_CPUTIME_ID), cpuMs(CLOCK_PROCESS_CPUTIME_ID));
    std::fflush(stdout);
}

void traceStart(MainWindow &window, const FleetStore &store)
{
    if (isTracing())
        new PaintWatch(window, store); // the window's child
}

} // namespace graticule
