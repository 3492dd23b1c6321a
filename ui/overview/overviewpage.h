// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attentionmodel.h"
#include "models/connectionsmodel.h"
#include "models/overviewfigures.h"
#include "models/regionsmodel.h"
#include "models/sitesmodel.h"
#include "ui/page/keeperfacts.h"
#include "ui/page/page.h"
#include "widgets/map/mapscene.h"

#include <QPointer>

class QPropertyAnimation;

namespace graticule {

class AttentionPanel;
class KpiStrip;
class MapPanel;
class RegionTable;
class SiteDrawer;
class SitesList;
class StartCard;
class ThemeSwitch;

/// The models that the first page shows; they outlive it.
struct OverviewModels
{
    SitesModel &sites;
    RegionsModel &regions;
    AttentionModel &attention;
    OverviewFigures &figures;
};

/// The first page. A drawer at the trailing side shows one site, or a list of sites, over the others; the map stays
/// live and shifts so that the selected site is seen.
class OverviewPage : public Page
{
    Q_OBJECT

public:
    OverviewPage(const ThemeSwitch &themes, FleetStore &store, const OverviewModels &models, ConsoleCommands &commands,
                 KeeperFacts &facts, QWidget *parent = nullptr);

    QList<QWidget *> regions() const override;
    bool closeLayer() override;
    QString copyText() const override;
    QList<ConsoleAction> actions() override;
    bool isSettled() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

    /// A site, or a list of sites, is open beside the map.
    bool isDrawerOpen() const;
    /// Opens the drawer of a site and selects it on the map.
    void openSite(const EntityId &site);
    const EntityId &openedSite() const;
    /// Lists these sites in the drawer and selects them on the map.
    void openList(const QString &title, const QList<EntityId> &sites);
    /// Lists the sites of a region.
    void openRegion(const QString &region, const QString &title);
    /// No animations: everything is in its place at once.
    void setReducedMotion(bool reduced);

Q_SIGNALS:
    void connectionAsked(const graticule::EntityId &connection);
    void connectionsAsked();
    /// The form for a new connection.
    void addAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectParts();
    void openRemembered();
    void arrange();
    void find();
    QString whyNoFault() const;
    void openItem(const AttentionItem &item);
    void selectOnMap(const QList<EntityId> &sites);
    void mapSelected(const std::vector<MapKey> &keys);
    void showDrawer(QWidget *drawer);
    void slide(QWidget *drawer);
    QRect drawerPlace() const;

    FleetStore &m_store;
    const KeeperFacts &m_facts;
    OverviewModels m_models;
    KpiStrip *m_strip = nullptr;
    MapPanel *m_map = nullptr;
    RegionTable *m_regions = nullptr;
    AttentionPanel *m_attention = nullptr;
    StartCard *m_start = nullptr;
    SitesList *m_list = nullptr;
    SiteDrawer *m_drawer = nullptr;
    QPropertyAnimation *m_slide = nullptr;
    QPointer<QWidget> m_opener; ///< gets the focus back
    EntityId m_remembered;      ///< to be opened when the fleet tells of it
    bool m_isReduced = false;
};

} // namespace graticule
