// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitedetailsloader.h"
#include "ui/page/keeperfacts.h"
#include "ui/page/sidepanel.h"

class QLabel;
class QScrollArea;
class QStackedLayout;
class QVBoxLayout;

namespace graticule {

class Button;
class CapacityRows;
class Chip;
class DetailRows;
class FactColumn;
class LabActions;
class Label;
class LogButtons;
class LogDesk;
class SiteHistory;
class SectionHeader;
class SkeletonRows;
class StateMark;
class ViewState;

/// Everything about one site: who and how it is, where and on what evidence, through what it is seen, what it has, what
/// runs there, which data it holds, how far the others are. Gathered in a worker; ages advance once a second.
class SiteDrawer : public SidePanel
{
    Q_OBJECT

public:
    SiteDrawer(const ThemeSwitch &themes, FleetStore &store, ConsoleCommands &commands, const KeeperFacts &facts,
               QWidget *parent = nullptr);

    /// Where events are opened; outlives the drawer. Without it there are none.
    void setLogs(LogDesk &desk);

    void showSite(const EntityId &site);
    const EntityId &site() const { return m_loader.site(); }
    /// All of it as text, with ages and the time.
    QString copyText() const;
    /// Faults for the site that is shown; for those of the lab only.
    LabActions &labActions() { return *m_labActions; }
    bool isSettled() const { return m_loader.site().isEmpty() || m_loader.details() || m_loader.isGone(); }

Q_SIGNALS:
    void closeAsked();
    /// A row about one was chosen.
    void serviceAsked(const graticule::EntityId &service);
    void nodeAsked(const graticule::EntityId &node);
    void assetAsked(const graticule::EntityId &asset);
    /// A person wants to say where the site is: by the connection that it is seen through.
    void placeAsked(const graticule::EntityId &connection);

private:
    QWidget *buildHead();
    QWidget *buildBody(SampleCalls &calls);
    /// @p figure: id of FigureTexts.
    SectionHeader *addSection(QVBoxLayout *layout, const QString &title, const char *figure);
    void showDetails();
    void showAges();
    void showLists(const SiteDetails &details);
    void showGone();
    void showPlace(const SiteDetails &details);

    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    SiteDetailsLoader m_loader;

    StateMark *m_mark = nullptr;
    Label *m_name = nullptr;
    EntityId m_named; ///< whose name it shows
    Label *m_city = nullptr;
    Chip *m_state = nullptr;
    Chip *m_lab = nullptr;
    QLabel *m_why = nullptr;
    SectionHeader *m_labelsHead = nullptr;
    QLabel *m_labels = nullptr;
    QLabel *m_identity = nullptr;
    QStackedLayout *m_stack = nullptr;
    SkeletonRows *m_loading = nullptr;
    ViewState *m_gone = nullptr;
    QScrollArea *m_body = nullptr;
    FactColumn *m_jurisdiction = nullptr;
    QWidget *m_placeRow = nullptr; ///< where the place is in doubt
    QLabel *m_placeWords = nullptr;
    EntityId m_placedBy; ///< connection
    FactColumn *m_operator = nullptr;
    FactColumn *m_seen = nullptr;
    SiteHistory *m_history = nullptr;
    CapacityRows *m_capacity = nullptr;
    SectionHeader *m_workloadsHead = nullptr;
    SectionHeader *m_dataHead = nullptr;
    SectionHeader *m_nodesHead = nullptr;
    SectionHeader *m_linksHead = nullptr;
    DetailRows *m_workloads = nullptr;
    DetailRows *m_data = nullptr;
    DetailRows *m_nodes = nullptr;
    DetailRows *m_links = nullptr;
    LabActions *m_labActions = nullptr;
    LogButtons *m_logs = nullptr;
};

} // namespace graticule
