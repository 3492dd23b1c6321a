// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/windowmode.h"

#include "app/console/cachereader.h"
#include "app/console/consolewindow.h"
#include "app/console/frozenwindow.h"
#include "app/console/replayprocess.h"
#include "app/console/starttrace.h"
#include "app/console/translations.h"
#include "app/console/verbs/fleetverb.h"
#include "app/console/verbs/interrupt.h"
#include "app/console/verbs/pastmoment.h"
#include "app/console/windowclaim.h"
#include "backend/connectors/pooltask.h"
#include "backend/keeper/incidentkeys.h"
#include "widgets/map/largeblocks.h"
#include "widgets/theme/icons.h"

#include <QApplication>
#include <QFileInfo>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <unistd.h>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

/// The window waits this long for what was shown last time, and then opens without.
constexpr Milliseconds kLongestWait{250};
/// A window that is open already has this long to say that it came to the front.
constexpr Milliseconds kAnswerWithin{3000};

bool hasDisplay()
{
    const auto given = [](const char *name) { return !qEnvironmentVariableIsEmpty(name); };
    return given("DISPLAY") || given("WAYLAND_DISPLAY") || given("QT_QPA_PLATFORM");
}

Result<WindowRequest> requestOf(const Arguments &arguments)
{
    WindowRequest request;
    const Result<PastQuestion> past = pastQuestion(arguments, SystemClock().now());
    if (!past)
        return past.error();
    request.at = past->at;
    request.knownAt = past->knownAt;
    request.page = arguments.value(u"page"_s);
    const QStringList files = arguments.values(u"open"_s);
    for (const QString &file : files)
        request.files.append(QFileInfo(file).absoluteFilePath());
    request.token = qEnvironmentVariable("XDG_ACTIVATION_TOKEN");
    return request;
}

/// Qt reads its scale before the application is there. True: a person gave one, which stays.
bool useScale(const Settings &settings)
{
    if (!qEnvironmentVariableIsEmpty("QT_SCALE_FACTOR"))
        return true;
    if (settings.scale != 100)
        qputenv("QT_SCALE_FACTOR", QByteArray::number(settings.scale / 100.0));
    return false;
}

/// The program once more in this process, as it was called but for what it was to show once.
void openAgain(const QStringList &words)
{
    QList<QByteArray> all{"graticule"};
    const QStringList once{u"--page"_s, u"--open"_s, u"--at"_s, u"--known-at"_s};
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (once.contains(words[i]))
            ++i;
        else if (!once.contains(words[i].section(u'=', 0, 0)))
            all.append(words[i].toLocal8Bit());
    }
    std::vector<char *> arguments;
    for (QByteArray &word : all)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    ::execv("/proc/self/exe", arguments.data());
}

/// The fleet that the line names, else the one that was shown last, while it is known.
KeeperAccess shownLast(const CommandLine &line, const KeeperHome &home, const QString &last)
{
    if (line.arguments().has(u"keeper"_s) || last.isEmpty())
        return line.access();
    const auto known = FleetBook(home).find(last);
    return known ? KeeperAccess::to(*known, home) : line.access();
}

/// Who else is there, what was kept, what was asked for: all that is known before the application.
struct Opening
{
    const CommandLine &line;
    Terminal &terminal;
    WindowRequest request;
    KeeperHome home;           ///< whose settings and fleets the window has
    const KeeperAccess &shown; ///< the fleet that it begins with
    ReplayProcess *replay;     ///< an incident file is shown; null: none
    WindowClaim &claim;
    LayoutFile &layoutFile;
    LayoutFile::Kept kept;
    CacheReader &cache;
    bool isScaleGiven = false;
    bool isFrozen = false; ///< the window that has the claim does not answer
};

/// Raises the window that is open already; then that is the exit code.
std::optional<ExitCode> handOver(Opening &opening)
{
    if (opening.line.arguments().has(u"new-window"_s))
        return {};
    while (!opening.claim.take()) {
        switch (opening.claim.hand(opening.request, kAnswerWithin)) {
        case WindowClaim::Handed::Shown:
            opening.terminal.say(u"Graticule is open already; its window was brought to the front."_s);
            return ExitCode::Ok;
        case WindowClaim::Handed::NoAnswer:
            opening.terminal.say(
                u"graticule: %1 `graticule --new-window` opens another."_s.arg(frozenWords(opening.claim.holder())));
            opening.isFrozen = true;
            return {};
        case WindowClaim::Handed::Free:
            break;
        }
    }
    return {};
}

/// Once the file is read the window goes to its end; what cannot be read is said, and ends the program.
void showReplay(ReplayProcess &replay, ConsoleWindow &console, const KeeperHome &home, Terminal &terminal)
{
    QObject::connect(&replay, &ReplayProcess::ready, &console, [&console, home](const ReplayProcess::Told &told) {
        runInPool<QString>(
            &console, [home, told] { return IncidentKeys(home).nameOf(told.fingerprint); },
            [&console, told](const QString &knownAs) {
                console.window().showReplay(told.until, told.keeper, told.isWhole, knownAs, told.missing);
                console.session().retry();
            });
    });
    QObject::connect(
        &replay, &ReplayProcess::failed, &console,
        [&terminal](const QString &why) {
            terminal.say(u"graticule: "_s + why);
            QApplication::exit(int(ExitCode::Failed));
        },
        Qt::QueuedConnection); // the event loop may not run yet
    QObject::connect(&replay, &ReplayProcess::reading, &console.window(), &MainWindow::showReading);
    console.window().showReading(0);
    replay.start();
}

int runApplication(int &argc, char **argv, Opening &opening, bool &isRestartWanted)
{
    const bool withLab = !opening.line.arguments().has(u"no-lab"_s);
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"graticule"_s);
    QApplication::setApplicationDisplayName(u"Graticule"_s);
    QApplication::setDesktopFileName(u"dev.graticule.Graticule"_s);
    QApplication::setWindowIcon(applicationIcon());
    traceMark("application");
    Translations translations;
    const Settings settings = Settings::fromMap(opening.kept.layout.value(u"settings"_s).toMap());
    translations.use(settings.language);
    if (opening.isFrozen && askAboutFrozen(opening.claim, ConsoleWindow::firstKind(settings)) == FrozenChoice::Nothing)
        return int(ExitCode::Failed);

    const Interrupt interrupt; // ended from outside, it remembers what it showed like when the window is closed
    QObject::connect(&interrupt, &Interrupt::interrupted, &application, &QApplication::quit);
    auto console = std::make_unique<ConsoleWindow>(
        application, ConsoleWindow::Start{opening.shown, opening.home, withLab, opening.layoutFile, opening.kept,
                                          opening.isScaleGiven, opening.replay == nullptr,
                                          opening.line.arguments().value(u"home"_s)});
    MainWindow &window = console->window();
    traceMark("window");
    traceStart(window, console->store());
    QObject::connect(&console->session(), &Session::labStarted, &window, [&](const Error &error) {
        opening.terminal.say(error.text.isEmpty() ? labNotice() : u"The lab cannot be started: "_s + error.text);
    });
    if (opening.replay)
        showReplay(*opening.replay, *console, opening.home, opening.terminal);
    else if (opening.claim.take())
        console->listen(opening.claim.socketPath());
    console->serve(opening.request);
    if (!opening.request.page.isEmpty() && window.currentPage() != opening.request.page)
        opening.terminal.say(
            u"There is no page \"%1\"; there are %2."_s.arg(opening.request.page, window.pages().join(u", ")));
    QTimer::singleShot(kLongestWait, &window, &QWidget::show);
    opening.cache.deliver(
        [&](const SnapshotPtr &sites) {
            if (window.isVisible() || !window.showsSitesOnly())
                return; // then only the whole is true
            console->store().showCached(sites);
            window.show();
        },
        [&, first = QPointer<Session>(&console->session())](const SnapshotPtr &whole) {
            if (first != &console->session())
                return; // a person was faster and is with another fleet
            if (whole)
                console->store().showCached(whole);
            else if (console->store().hasSnapshot())
                console->store().forget(); // it began well and broke off
            window.show();
            // Opening channels is for after the first paint.
            QMetaObject::invokeMethod(
                first, [first, whole] { first->start(whole); }, Qt::QueuedConnection);
        });

    const int code = QApplication::exec();
    isRestartWanted = console->isRestartWanted();
    if (const auto written = opening.layoutFile.write(window.saveLayout()); !written)
        opening.terminal.say(u"graticule: "_s + written.error().text);
    console.reset(); // widgets must not outlive the application
    if (opening.replay)
        opening.replay->stop();
    QThreadPool::globalInstance()->waitForDone();
    return code;
}

} // namespace

VerbSpec windowSpec()
{
    VerbSpec spec;
    spec.summary = u"Opens the console: a world map of the fleet, live."_s;
    spec.text =
        u"Starts this user's private keeper if it does not run. When nothing is configured yet, the lab is started: "
        "invented sites, marked as such.\n"
        "A home has one window: when it is open already it is brought to the front instead.\n"
        "`graticule NAME.graticule-incident` opens a window of its own on an incident file, offline and without a "
        "keeper of the home; see `graticule incident --help`."_s;
    spec.options = {
        {u"no-lab"_s, {}, u"Do not start the lab when nothing is configured."_s, {}, false},
        {u"page"_s,
         u"PAGE"_s,
         u"Show this page: overview, sites, latency, services, nodes, data, connections, settings or audit."_s,
         {},
         false},
        {u"open"_s,
         u"FILE"_s,
         u"Open a file as if it were dropped on the window, such as a connection's; nothing is saved by it."_s,
         {},
         true},
        {u"new-window"_s, {}, u"Open a window also when this home has one."_s, {}, false}};
    spec.options = spec.options + pastOptions();
    return spec;
}

int runWindow(int &argc, char **argv, const CommandLine &line, Terminal &terminal, ReplayProcess *replay)
{
    if (!hasDisplay()) {
        terminal.say(
            u"graticule: There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be opened. "
            "Without one: `graticule sites`, or `graticule snapshot -o FILE.png` for a picture."_s);
        return int(ExitCode::Failed);
    }
    traceMark("main");
    const Result<WindowRequest> request = requestOf(line.arguments());
    if (!request) {
        terminal.say(u"graticule: "_s + request.error().text);
        return int(ExitCode::Usage);
    }
    giveLargeBlocksBack();
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    bool isRestartWanted = false;
    int code = 0;
    {
        WindowClaim claim(line.access());
        const KeeperHome home = KeeperHome::of(line.arguments().value(u"home"_s));
        LayoutFile layoutFile(home);
        LayoutFile::Kept kept = layoutFile.read();
        const KeeperAccess shown = shownLast(line, home, kept.layout.value(u"fleet"_s).toString());
        CacheReader cache(shown);
        Opening opening{line, terminal, *request, home, shown, replay, claim, layoutFile, std::move(kept), cache};
        if (const auto handed = handOver(opening))
            return int(*handed);
        if (!opening.kept.complaint.isEmpty())
            terminal.say(opening.kept.complaint);
        opening.isScaleGiven = useScale(Settings::fromMap(opening.kept.layout.value(u"settings"_s).toMap()));
        code = runApplication(argc, argv, opening, isRestartWanted);
        if (replay)
            QFile::remove(shown.cacheFile()); // nobody comes back to that address
        if (!opening.isScaleGiven)
            qunsetenv("QT_SCALE_FACTOR");
    }
    if (isRestartWanted)
        openAgain(words);
    return code;
}

} // namespace graticule
