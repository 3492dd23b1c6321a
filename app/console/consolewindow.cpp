// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/consolewindow.h"

#include "app/console/translations.h"
#include "backend/connectors/pooltask.h"
#include "models/sayingtext.h"
#include "ui/shell/screenfit.h"

#include <QScreen>

namespace graticule {
using namespace Qt::Literals::StringLiterals;

ConsoleWindow::ConsoleWindow(QApplication &application, const Start &start)
    : m_themes(application, firstKind(Settings::fromMap(start.kept.layout.value(u"settings"_s).toMap())))
    , m_focusRing(application, m_themes)
    , m_store(m_clock)
    , m_session(std::make_unique<Session>(start.access, m_clock, start.withLab))
    , m_fleets(start.access, start.home)
    , m_commands([this] { m_session->retry(); })
    , m_past(m_clock)
    , m_incidents(start.home, start.homeWord)
    , m_window(m_store, m_commands, m_themes)
{
    m_window.setActs(m_commands);
    m_window.setActing(m_commands);
    m_window.setLogs(m_commands);
    m_window.setRules(m_commands);
    m_window.restoreLayout(start.kept.layout);
    const Settings &settings = m_window.settings().settings();
    SettingsPlace place;
    place.file = start.layoutFile.path();
    place.complaint = start.kept.complaint;
    place.scaleInUse = settings.scale;
    place.isScaleGiven = start.isScaleGiven;
    place.languageInUse = settings.language;
    place.canRestart = true;
    place.languages = Translations::available();
    m_window.setSettingsPlace(place);
    fitInto(m_window, m_window.screen()->availableSize());
    if (start.hasFleets)
        m_window.setFleets(m_fleets);
    m_window.setPast(m_past);
    m_window.setIncidentFiles(m_incidents);
    connectParts(start.layoutFile);
    m_systemLook.start();
}

Theme::Kind ConsoleWindow::firstKind(const Settings &settings)
{
    return Theme::kindOf(settings.appearance != Settings::Appearance::Light, settings.highContrast);
}

void ConsoleWindow::connectParts(LayoutFile &layoutFile)
{
    connectSession();
    connect(&m_fleets, &FleetSwitch::chosen, this, [this, &layoutFile](const KeeperAccess &access) {
        layoutFile.writeSoon({{u"fleet"_s, m_fleets.current()}});
        showFleet(access);
    });
    connect(&m_systemLook, &SystemLookWatcher::changed, &m_window, &MainWindow::setSystemLook);
    connect(&m_window.settings(), &SettingsStore::changed, this, [&layoutFile](const Settings &settings) {
        layoutFile.writeSoon({{u"settings"_s, settings.toMap()}});
    });
    connect(&m_window, &MainWindow::quitAsked, &m_window, &QWidget::close);
    connect(&m_window, &MainWindow::restartAsked, &m_window, [this] {
        m_isRestartWanted = true;
        m_window.close();
    });
    connect(&m_door, &WindowDoor::asked, this, &ConsoleWindow::serve);
}

void ConsoleWindow::connectSession()
{
    connect(m_session.get(), &Session::opened, &m_window, [this](const auto &channel) {
        m_commands.use(channel);
        m_past.use(channel);
        m_incidents.use(channel);
    });
    connect(m_session.get(), &Session::snapshotChanged, &m_store, &FleetStore::take);
    connect(m_session.get(), &Session::linkChanged, &m_store, &FleetStore::setLink);
    connect(m_session.get(), &Session::linkChanged, this, &ConsoleWindow::showLink);
}

void ConsoleWindow::showLink(const KeeperLink &link)
{
    const auto state = link.state == KeeperLink::State::Live   ? FleetChoice::State::Answers
                       : link.state == KeeperLink::State::Lost ? FleetChoice::State::Silent
                                                               : FleetChoice::State::Asking;
    m_fleets.setCurrentState(state, SayingText::of(link.error));
}

/// What was seen of the one before is gone at once; what was seen last of the other one comes from its cache, off this
/// thread.
void ConsoleWindow::showFleet(const KeeperAccess &access)
{
    Session::retire(std::exchange(m_session, std::make_unique<Session>(access, m_clock, false)));
    m_commands.leave();
    m_past.forget();
    m_incidents.use({});
    m_store.forget();
    connectSession();
    runInPool<SnapshotPtr>(
        m_session.get(), [access] { return Session::readCache(access, [](const SnapshotPtr &) {}); },
        [this, session = m_session.get()](const SnapshotPtr &cached) {
            m_store.showCached(cached);
            session->start(cached);
        });
}

void ConsoleWindow::listen(const QString &socketPath)
{
    m_door.open(socketPath);
}

void ConsoleWindow::serve(const WindowRequest &request)
{
    if (!request.page.isEmpty())
        m_window.showPage(request.page);
    if (request.at != kNever)
        m_window.showMoment(request.at, request.knownAt);
    m_window.openFiles(request.files);
    if (!m_window.isVisible())
        return; // it is about to open
    if (!request.token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", request.token.toUtf8()); // Qt's Wayland platform takes it from here
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.raise();
    m_window.activateWindow();
    QApplication::alert(&m_window); // where windows may not come to the front by themselves
}

} // namespace graticule
