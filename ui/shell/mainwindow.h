// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attentionmodel.h"
#include "models/connectionsmodel.h"
#include "models/entitytable/entityfield.h"
#include "models/overviewfigures.h"
#include "models/regionsmodel.h"
#include "models/settingsstore.h"
#include "models/sitesmodel.h"
#include "ui/page/commandlock.h"
#include "ui/page/consoleaction.h"
#include "ui/page/fleetchoices.h"
#include "ui/page/keeperfacts.h"
#include "ui/settings/settingseffects.h"
#include "ui/settings/settingsplace.h"
#include "ui/shell/windowparts.h"

#include <QImage>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <optional>

namespace graticule {

/// The window: top bar, notice, rail and pages. It owns the models; the store, the commands and the themes are the
/// composition root's and outlive it. Knows neither processes nor files: what it remembers goes through saveLayout()
/// and restoreLayout().
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    MainWindow(FleetStore &store, ConsoleCommands &commands, ThemeSwitch &themes, QWidget *parent = nullptr);

    /// Ids of the pages, in the order of the rail: "overview", "sites", "services", ...
    QStringList pages() const;
    QString currentPage() const;
    /// Unknown ids are ignored.
    void showPage(const QString &id);
    /// Opens the drawer of a site on the overview.
    void openSite(const EntityId &site);
    /// Opens the drawer of a service, node or asset on its page.
    void openEntity(EntityKind kind, const EntityId &id);
    /// Shows one connection in full.
    void selectConnection(const EntityId &connection);
    /// Opens the form of one, where it says in which place its endpoint stands.
    void editPlace(const EntityId &connection);
    /// Opens the form for a new one.
    void addConnection();

    /// A keeper has sent a whole snapshot.
    bool isFirstDataIn() const { return m_store.isFirstDataIn(); }
    /// Everything that is drawn later than the data is there: nothing would change in a picture now.
    bool isSettled() const;
    /// The keeper has said what it says beside the fleet: what there is to connect to, kinds of connections.
    bool isAnswered() const;
    /// Nothing is shown of what is at the sites: their nodes, services and data.
    bool showsSitesOnly() const;
    /// The window as a picture of @p size, without animations. Call when isSettled(), after resize().
    QImage render(QSize size);
    void setReducedMotion(bool reduced); ///< no animations from now on

    /// What the person chose for the window; what it was told beside that.
    SettingsStore &settings() { return m_settings; }
    void setSettingsPlace(const SettingsPlace &place);
    void tell(const QString &words);          ///< for a few seconds, at the foot of the window
    void openFiles(const QStringList &paths); ///< as if they had been dropped on the window
    /// Which fleets can be shown; outlives the window.
    void setFleets(FleetChoices &fleets);
    /// How the record of what people did is asked for; outlives the window. Without it there is no such page.
    void setActs(ActCalls &calls);
    /// How acts, logs, events and label rules are asked for; outlive the window. Before pages are shown.
    void setActing(ActionCalls &calls);
    void setLogs(LogCalls &calls);
    void setRules(RuleQueries &queries);
    /// How the past is asked for; outlives the window. Without it there is no time bar.
    void setPast(PastCalls &calls);
    /// How incident files are made and looked at; outlives the window. After setPast().
    void setIncidentFiles(IncidentFiles &files);
    /// Shows the fleet as it was at @p at; @p knownAt kNever: by all that is known now.
    void showMoment(Instant at, Instant knownAt);
    /// An incident file is being read, which is all that this window will show.
    void showReading(int percent);
    /// Shows an incident file, and only that; @p knownAs: whose key signed it, if that is known here; @p missing: what
    /// is not in it, in its own words.
    void showReplay(Instant end, const QString &keeper, bool isWhole, const QString &knownAs,
                    const QStringList &missing = {});
    void setSystemLook(const SystemLook &look) { m_effects.setSystemLook(look); }

    /// Size, page, rail, settings and what pages remember, as maps of words and numbers for a settings file.
    QVariantMap saveLayout() const;
    void restoreLayout(const QVariantMap &layout);

Q_SIGNALS:
    void quitAsked(); ///< Ctrl+Q
    /// Close the program and open it again as it is.
    void restartAsked();
    /// By setSettingsPlace().
    void placeChanged(const SettingsPlace &place);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void buildPages();
    void addEntityPages();
    void addPage(const QString &id, const QString &icon, const QString &name, const std::function<Page *()> &make);
    ConsoleAction pageAction(const QString &id, const QString &icon, const QString &name, const QKeySequence &keys);
    void addActions();
    void addPalette();
    void addHelp();
    void addFleetActions(const FleetChoices &fleets);
    void addFleet();
    void togglePalette();
    void toggleKeys();
    void showHelp(const QString &topic);
    void explainFocus();
    QString pageTitle() const;
    void showPicked(const PaletteKey &key);
    void openLabMenu(const QPoint &global);
    void addLabActions();
    void stopLab();
    void startLab();
    void addActingActions();
    void showActs(bool shown);
    void showActsTool();
    void addPastActions();
    void exportIncident();
    TimeSpan incidentSpan() const;
    void openTimeMenu(const QPoint &global);
    void followMode();
    void showTimeBar();
    QString historyTrouble() const;
    QString missingInFile() const;
    void addComparison();
    void compareWithLive();
    void compareWithOther();
    void showComparison();
    void showNotice();
    void showBadges();
    void showThemeTool();
    void toggleTheme();
    void showDropped(const DroppedFile &file);
    CommandPalette &commandPalette();
    KeyMap &keyMap();
    ConnectionsPage &connectionsPage();
    void cycleRegions(int step);
    void collapseRail(bool collapsed);
    Page *page() const;

    FleetStore &m_store;
    CommandLock m_commands;
    ThemeSwitch &m_themes;
    SitesModel m_sites;
    RegionsModel m_regions;
    ConnectionsModel m_connections;
    AttentionModel m_attention;
    OverviewFigures m_figures;
    KeeperFacts m_facts;
    SettingsStore m_settings;
    SettingsEffects m_effects;

    FleetChoices *m_fleets = nullptr;
    IncidentFiles *m_incidents = nullptr; ///< null: there are none
    ActionRegistry *m_actions = nullptr;
    TopBar *m_topBar = nullptr;
    NoticeBar *m_notice = nullptr;
    NavRail *m_rail = nullptr;
    PageStack *m_pages = nullptr;
    UndoBar *m_undo = nullptr;
    CommandPalette *m_palette = nullptr;
    KeyMap *m_keyMap = nullptr;
    HelpView *m_help = nullptr;
    FigureCard *m_figureCard = nullptr;
    FigureGuide *m_guide = nullptr;
    ActingDesk *m_desk = nullptr;   ///< null: nothing can be acted on
    ActsDock *m_dock = nullptr;     ///< the same
    TimeTravel *m_travel = nullptr; ///< null: nobody can be asked for the past
    PastBanner *m_banner = nullptr;
    ModeFrame *m_frame = nullptr;
    TimeBar *m_timeBar = nullptr;
    qint64 m_menuAt = 0;    ///< instant that the time bar's menu is for; 0: it is not open
    int m_reading = -1;     ///< percent of an incident file; < 0: none is being read
    QString m_comparedFrom; ///< the page that was seen before two moments were compared
    DropTarget *m_drops = nullptr;
    OverviewPage *m_overview = nullptr;
    SettingsPlace m_place;
    QStringList m_recent;           ///< what was picked in the palette, before there is one
    std::optional<bool> m_railWish; ///< what the person chose; else the width decides
};

} // namespace graticule
