// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/windowmode.h"

#include "app/console/controlcommands.h"
#include "app/console/layoutfile.h"
#include "app/console/session.h"
#include "app/console/starttrace.h"
#include "app/console/verbs/fleetverb.h"
#include "app/console/verbs/interrupt.h"
#include "backend/control/hop.h"
#include "models/fleetstore.h"
#include "ui/shell/mainwindow.h"
#include "widgets/basic/focusring.h"
#include "widgets/theme/themeswitch.h"

#include <QApplication>
#include <QThreadPool>
#include <QTimer>

#include <thread>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

/// Everything that lives as long as the window, in the order of who needs whom.
struct Console
{
    Console(QApplication &application, const KeeperAccess &access, const QVariantMap &layout, bool withLab)
        : themes(application, layout.value(QStringLiteral("theme")).toString() == QLatin1String("light")
                                  ? Theme::Kind::Light
                                  : Theme::Kind::Dark)
        , focusRing(application, themes)
        , store(clock)
        , session(access, clock, withLab)
        , commands([this] { session.retry(); })
        , window(store, commands, themes)
    {
        window.restoreLayout(layout);
        QObject::connect(&session, &Session::opened, &window, [this](const auto &channel) { commands.use(channel); });
        QObject::connect(&session, &Session::snapshotChanged, &store, &FleetStore::take);
        QObject::connect(&session, &Session::linkChanged, &store, &FleetStore::setLink);
        QObject::connect(&window, &MainWindow::quitAsked, &window, &QWidget::close);
    }

    SystemClock clock;
    ThemeSwitch themes;
    FocusRing focusRing;
    FleetStore store;
    Session session;
    ControlCommands commands;
    MainWindow window;
};

/// The window waits this long for what was shown last time, and then opens without.
constexpr Milliseconds kLongestWait{250};

bool hasDisplay()
{
    const auto given = [](const char *name) { return !qEnvironmentVariableIsEmpty(name); };
    return given("DISPLAY") || given("WAYLAND_DISPLAY") || given("QT_QPA_PLATFORM");
}

} // namespace

VerbSpec windowSpec()
{
    VerbSpec spec;
    spec.summary = QStringLiteral("Opens the console: a world map of the fleet, live.");
    spec.text = QStringLiteral(
        "Starts this user's private keeper if it does not run. When nothing is configured yet, the lab is started: "
        "invented sites, marked as such.");
    spec.options = {
        {QStringLiteral("no-lab"), {}, QStringLiteral("Do not start the lab when nothing is configured."), {}, false}};
    return spec;
}

int runWindow(int &argc, char **argv, const CommandLine &line, Terminal &terminal)
{
    if (!hasDisplay()) {
        terminal.say(QStringLiteral(
            "graticule: There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be opened. "
            "Without one: `graticule sites`, or `graticule snapshot -o FILE.png` for a picture."));
        return int(ExitCode::Failed);
    }
    traceMark("main");
    const KeeperAccess &access = line.access();
    const bool withLab = !line.arguments().has(u"no-lab"_s);
    const LayoutFile layoutFile(access.home());
    QObject gate; // through which the reader's results come in, once there is an event loop
    std::unique_ptr<Console> console;
    std::thread reader([&, hop = Hop(&gate)] {
        hop.post([&, layout = layoutFile.read()] {
            console = std::make_unique<Console>(*qApp, access, layout, withLab);
            traceMark("window");
            traceStart(console->window, console->store);
            QObject::connect(&console->session, &Session::labStarted, &gate, [&](const Error &error) {
                terminal.say(error.text.isEmpty() ? labNotice() : u"The lab cannot be started: "_s + error.text);
            });
            QTimer::singleShot(kLongestWait, &console->window, &QWidget::show);
        });
        SnapshotPtr cached = Session::readCache(access);
        traceMark("cache");
        hop.post([&, cached = std::move(cached)] {
            console->store.showCached(cached);
            console->window.show();
            // Opening channels is for after the first paint.
            QMetaObject::invokeMethod(
                &console->session, [&, cached] { console->session.start(cached); }, Qt::QueuedConnection);
        });
    });

    QApplication application(argc, argv);
    QApplication::setApplicationName(u"graticule"_s);
    QApplication::setApplicationDisplayName(u"Graticule"_s);
    traceMark("application");
    const Interrupt interrupt; // ended from outside, it remembers what it showed like when the window is closed
    QObject::connect(&interrupt, &Interrupt::interrupted, &application, &QApplication::quit);
    const int code = QApplication::exec();
    reader.join();
    if (console)
        layoutFile.write(console->window.saveLayout());
    console.reset(); // widgets must not outlive the application
    QThreadPool::globalInstance()->waitForDone();
    return code;
}

} // namespace graticule
