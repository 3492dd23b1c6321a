// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/starttrace.h"

#include "models/fleetstore.h"
#include "ui/shell/mainwindow.h"

#include <QEvent>
#include <QTimer>

#include <chrono>
#include <cstdio>

namespace graticule {
namespace {

void mark(const char *what)
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    std::printf("@mark %s %.3f\n", what, std::chrono::duration<double, std::milli>(now).count());
    std::fflush(stdout);
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
            mark("painted");
            settle();
        });
        return false;
    }

private:
    void settle()
    {
        if (m_window.isSettled())
            mark("settled");
        else
            QTimer::singleShot(1, this, [this] { settle(); });
    }

    MainWindow &m_window;
    const FleetStore &m_store;
    bool m_scheduled = false;
};

} // namespace

void traceStart(MainWindow &window, const FleetStore &store)
{
    if (qEnvironmentVariableIsSet("GRATICULE_TRACE_START"))
        new PaintWatch(window, store); // the window's child
}

} // namespace graticule
