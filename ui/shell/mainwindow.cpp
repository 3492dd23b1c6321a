// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "models/format.h"
#include "ui/acting/actsdock.h"
#include "ui/audit/auditpage.h"
#include "ui/connections/connectionspage.h"
#include "ui/dropped/droptarget.h"
#include "ui/help/helpview.h"
#include "ui/latency/latencypage.h"
#include "ui/overview/overviewpage.h"
#include "ui/page/actionregistry.h"
#include "ui/past/incidentfiles.h"
#include "ui/past/pastbanner.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/noticebar.h"
#include "ui/shell/pagestack.h"
#include "ui/shell/regionfocus.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowaccessible.h"
#include "ui/sites/sitespage.h"
#include "widgets/basic/hairline.h"
#include "widgets/basic/navrail.h"
#include "widgets/basic/undobar.h"
#include "widgets/theme/themeswitch.h"
#include "widgets/timeline/timebar.h"

#include <QPainter>
#include <QVBoxLayout>

namespace graticule {

namespace {

constexpr QSize kSmallest(1280, 800);

QString overviewId()
{
    return QStringLiteral("overview");
}

QString connectionsId()
{
    return QStringLiteral("connections");
}

} // namespace

MainWindow::MainWindow(FleetStore &store, ConsoleCommands &commands, ThemeSwitch &themes, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_commands(commands, store)
    , m_themes(themes)
    , m_sites(store)
    , m_regions(store)
    , m_connections(store)
    , m_attention(store)
    , m_figures(store, m_regions, m_connections, m_attention)
    , m_facts(store, m_commands)
    , m_effects(m_settings, themes, store)
{
    installWindowAccessibility();
    setWindowTitle(QStringLiteral("Graticule"));
    setMinimumSize(kSmallest);
    m_actions = new ActionRegistry(*this);
    connect(m_actions, &ActionRegistry::pageWanted, this, &MainWindow::showPage);
    build();
    addActions();
    addPalette();
    addHelp();
    connect(&store, &FleetStore::linkChanged, this, &MainWindow::showNotice);
    connect(&store, &FleetStore::secondPassed, this, &MainWindow::showNotice);
    connect(&m_connections, &ConnectionsModel::countsChanged, this, &MainWindow::showBadges);
    connect(&themes, &ThemeSwitch::themeChanged, this, &MainWindow::showThemeTool);
    showNotice();
    showBadges();
    showThemeTool();
}

void MainWindow::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_topBar = new TopBar(m_themes, m_store, m_regions, m_connections, m_facts, this);
    layout->addWidget(m_topBar);
    layout->addWidget(new Hairline(this));
    m_notice = new NoticeBar(m_themes, this);
    m_notice->hide();
    layout->addWidget(m_notice);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    layout->addLayout(row, 1);
    m_rail = new NavRail(m_themes, this);
    m_pages = new PageStack(this);
    row->addWidget(m_rail);
    row->addWidget(m_pages, 1);
    m_undo = new UndoBar(m_themes, m_pages);
    m_drops = new DropTarget(this);
    connect(m_drops, &DropTarget::fileRead, this, &MainWindow::showDropped);
    connect(m_pages, &PageStack::made, this, [this](const QString &id, Page *page) {
        m_actions->add(id, page->actions());
        connect(page, &Page::figuresAsked, this, [this] { showHelp(HelpView::figuresTopic()); });
        page->setAccessibleName(m_actions->find(QStringLiteral("page.") + id)->action.title);
    });
    buildPages();
    m_rail->addTool(QStringLiteral("acts"), QStringLiteral("play"), tr("Acts"), Qt::ALT | Qt::Key_0);
    m_rail->setToolVisible(QStringLiteral("acts"), false);
    m_rail->addTool(QStringLiteral("theme"), QStringLiteral("moon"), tr("Dark"));

    connect(m_rail, &NavRail::currentChanged, this, &MainWindow::showPage);
    connect(m_rail, &NavRail::toolTriggered, this, [this](const QString &tool) {
        if (tool == QLatin1String("acts"))
            showActs(m_dock->isHidden());
        else
            tool == QLatin1String("theme") ? toggleTheme() : showHelp({});
    });
    connect(m_topBar, &TopBar::labAsked, this, &MainWindow::openLabMenu);
    connect(m_topBar, &TopBar::connectionsAsked, this, [this] { showPage(connectionsId()); });
    connect(&m_effects, &SettingsEffects::motionChanged, this, &MainWindow::setReducedMotion);
    connect(m_notice, &NoticeBar::retryAsked, this, [this] { m_commands.retryKeeper(); });
}

void MainWindow::buildPages()
{
    addPage(overviewId(), QStringLiteral("globe"), tr("Overview"), [this] {
        const OverviewModels models{m_sites, m_regions, m_attention, m_figures};
        m_overview = new OverviewPage(m_themes, m_store, models, m_commands, m_facts);
        connect(m_overview, &OverviewPage::connectionsAsked, this, [this] { showPage(connectionsId()); });
        connect(m_overview, &OverviewPage::connectionAsked, this, &MainWindow::selectConnection);
        connect(m_overview, &OverviewPage::addAsked, this, &MainWindow::addConnection);
        return m_overview;
    });
    addPage(QStringLiteral("sites"), QStringLiteral("server"), tr("Sites"),
            [this] { return new SitesPage(m_themes, m_store, m_sites, m_commands, m_facts, *m_undo); });
    addPage(QStringLiteral("latency"), QStringLiteral("activity"), tr("Latency"), [this] {
        auto *page = new LatencyPage(m_themes, m_store, m_commands, *m_undo);
        connect(page, &LatencyPage::siteAsked, this, &MainWindow::openSite);
        return page;
    });
    addEntityPages();
    addPage(connectionsId(), QStringLiteral("plug"), tr("Connections"), [this] {
        auto *page = new ConnectionsPage(m_themes, m_store, m_connections, m_commands, m_facts, *m_undo);
        connect(page, &ConnectionsPage::rulesAsked, this, [this] { showPage(QStringLiteral("rules")); });
        return page;
    });
    addPage(QStringLiteral("settings"), QStringLiteral("settings"), tr("Settings"), [this] {
        auto *page = new SettingsPage(m_themes, m_settings, m_effects, *m_undo);
        page->setPlace(m_place);
        connect(page, &SettingsPage::restartAsked, this, &MainWindow::restartAsked);
        connect(this, &MainWindow::placeChanged, page, &SettingsPage::setPlace);
        return page;
    });
}

void MainWindow::setActs(ActCalls &calls)
{
    addPage(QStringLiteral("audit"), QStringLiteral("history"), tr("Audit"), [this, &calls] {
        auto *page = new AuditPage(m_themes, m_store, calls, *m_undo);
        page->setReplay([this] { return m_facts.isReplay(); });
        return page;
    });
}

void MainWindow::addPage(const QString &id, const QString &icon, const QString &name,
                         const std::function<Page *()> &make)
{
    const QKeySequence keys(QStringLiteral("Alt+%1").arg(m_pages->count() + 1));
    m_rail->addPage(id, icon, name, keys);
    m_actions->add({}, {pageAction(id, icon, name, keys)});
    m_pages->add(id, make);
}

ConnectionsPage &MainWindow::connectionsPage()
{
    return static_cast<ConnectionsPage &>(*m_pages->page(connectionsId()));
}

Page *MainWindow::page() const
{
    return m_pages->current();
}

QStringList MainWindow::pages() const
{
    QStringList all = m_pages->ids();
    all.removeAll(QStringLiteral("compare")); // it shows nothing by itself
    return all;
}

QString MainWindow::currentPage() const
{
    return m_pages->currentId();
}

void MainWindow::showPage(const QString &id)
{
    if (id == currentPage() || !m_pages->show(id))
        return;
    const QSignalBlocker quiet(m_rail); // what it would ask for is done
    m_rail->setCurrent(id == QLatin1String("rules")  ? connectionsId()
                       : id == QLatin1String("same") ? QStringLiteral("services")
                                                     : id); // those that are not on the rail belong to one that is
    if (const QList<QWidget *> regions = page()->regions(); !regions.isEmpty())
        regions.first()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::openSite(const EntityId &site)
{
    showPage(overviewId());
    m_overview->openSite(site);
}

void MainWindow::selectConnection(const EntityId &connection)
{
    showPage(connectionsId());
    connectionsPage().select(connection);
}

void MainWindow::editPlace(const EntityId &connection)
{
    showPage(connectionsId());
    connectionsPage().editField(connection, QStringLiteral("place.city"));
}

void MainWindow::addConnection()
{
    showPage(connectionsId());
    connectionsPage().addConnection();
}

bool MainWindow::isSettled() const
{
    return page()->isSettled();
}

bool MainWindow::showsSitesOnly() const
{
    return currentPage() == overviewId() && !m_overview->isDrawerOpen();
}

QImage MainWindow::render(QSize size)
{
    setReducedMotion(true);
    resize(size.expandedTo(minimumSize()));
    // Layouts of what has just been told wait in the queue; some of them ask for another round.
    for (int round = 0; round < 3; ++round)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QImage image(this->size(), QImage::Format_RGB32);
    image.fill(m_themes.theme().colour(Colour::Window));
    QWidget::render(&image);
    return image;
}

void MainWindow::setReducedMotion(bool reduced)
{
    m_overview->setReducedMotion(reduced);
    if (m_timeBar)
        m_timeBar->setReducedMotion(reduced);
}

void MainWindow::showThemeTool()
{
    const bool isDark = m_themes.theme().isDark();
    m_rail->setTool(QStringLiteral("theme"), isDark ? QStringLiteral("moon") : QStringLiteral("sun"),
                    isDark ? tr("Dark") : tr("Light"));
}

/// From here on as chosen, whatever the system says.
void MainWindow::toggleTheme()
{
    Settings wanted = m_settings.settings();
    wanted.appearance = m_themes.theme().isDark() ? Settings::Appearance::Light : Settings::Appearance::Dark;
    m_settings.set(wanted);
}

void MainWindow::setSettingsPlace(const SettingsPlace &place)
{
    m_place = place;
    Q_EMIT placeChanged(place);
    if (!place.complaint.isEmpty())
        tell(place.complaint);
}

void MainWindow::tell(const QString &words)
{
    m_undo->offer(words);
}

void MainWindow::openFiles(const QStringList &paths)
{
    m_drops->open(paths);
}

void MainWindow::showDropped(const DroppedFile &file)
{
    if (file.kind == DroppedFile::Kind::Incident && m_incidents)
        m_incidents->replay(file.path);
    if (file.isConnection()) {
        showPage(connectionsId());
        connectionsPage().addConnection(file.config);
    }
    if (!file.words.isEmpty())
        tell(file.words);
}

void MainWindow::showBadges()
{
    int troubled = 0;
    for (const ConnectionState state :
         {ConnectionState::Slow, ConnectionState::Stale, ConnectionState::Unreachable, ConnectionState::Refused})
        troubled += m_connections.count(state);
    m_rail->setBadge(connectionsId(), troubled > 0 ? format::number(troubled) : QString(),
                     tr("%1 connections in trouble").arg(format::number(troubled)));
}

void MainWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_themes.theme().colour(Colour::Window));
}

void MainWindow::cycleRegions(int step)
{
    QList<QWidget *> regions{m_topBar};
    if (m_banner)
        regions << m_banner;
    regions << m_rail << page()->regions();
    if (m_dock && m_dock->isVisible())
        regions << m_dock;
    if (m_timeBar)
        regions << m_timeBar;
    focusRegion(regions, step);
}

} // namespace graticule
