// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewpage.h"

#include "ui/overview/attentionpanel.h"
#include "ui/overview/kpistrip.h"
#include "ui/overview/mapfeed.h"
#include "ui/overview/mappanel.h"
#include "ui/overview/regiontable.h"
#include "ui/overview/startcard.h"
#include "ui/site/sitedrawer.h"
#include "ui/site/siteslist.h"
#include "widgets/map/mapwidget.h"
#include "widgets/theme/themeswitch.h"

#include <QApplication>
#include <QPropertyAnimation>

namespace graticule {

namespace {

constexpr int kLeastMapHeight = 280;

} // namespace

OverviewPage::OverviewPage(const ThemeSwitch &themes, FleetStore &store, const OverviewModels &models,
                           ConsoleCommands &commands, KeeperFacts &facts, QWidget *parent)
    : Page(parent)
    , m_store(store)
    , m_facts(facts)
    , m_models(models)
{
    m_strip = new KpiStrip(themes, models.figures, this);
    m_map = new MapPanel(themes, store, commands, this);
    m_regions = new RegionTable(themes, store, models.regions, commands, this);
    m_attention = new AttentionPanel(themes, store, models.attention, this);
    m_start = new StartCard(themes, store, commands, facts);
    m_attention->setHeadWidget(m_start);
    m_start->setVisible(m_start->isWanted());
    m_list = new SitesList(themes, store, models.sites, this);
    m_drawer = new SiteDrawer(themes, store, commands, facts, this);
    m_list->hide();
    m_drawer->hide();
    m_slide = new QPropertyAnimation(this);
    m_slide->setPropertyName("pos");
    m_slide->setDuration(tokens::motion::panel);
    m_slide->setEasingCurve(QEasingCurve::OutCubic);
    connectParts();
}

void OverviewPage::connectParts()
{
    connect(m_map, &MapPanel::findAsked, this, &OverviewPage::find);
    connect(&m_store, &FleetStore::changed, this, &OverviewPage::openRemembered);
    connect(m_regions, &RegionTable::wantedHeightChanged, this, &OverviewPage::arrange);
    connect(m_regions, &RegionTable::opened, this, &OverviewPage::openRegion);
    connect(m_attention, &AttentionPanel::selected, this,
            [this](const AttentionItem &item) { selectOnMap(item.sites); });
    connect(m_attention, &AttentionPanel::opened, this, &OverviewPage::openItem);
    connect(m_start, &StartCard::wantedChanged, this, [this] { m_start->setVisible(m_start->isWanted()); });
    connect(m_start, &StartCard::connectionsAsked, this, &OverviewPage::connectionsAsked);
    connect(m_start, &StartCard::addAsked, this, &OverviewPage::addAsked);
    connect(m_list, &SitesList::opened, this, &OverviewPage::openSite);
    connect(m_list, &SitesList::selected, this, [this](const EntityId &site) { selectOnMap({site}); });
    connect(m_list, &SitesList::closeAsked, this, &OverviewPage::closeLayer);
    connect(m_drawer, &SiteDrawer::closeAsked, this, &OverviewPage::closeLayer);

    MapWidget &map = m_map->map();
    connect(&map, &MapWidget::selectionChanged, this, &OverviewPage::mapSelected);
    connect(&map, &MapWidget::activated, this, [this](MapKey key) { openSite(m_map->feed().siteOf(key)); });
    connect(&map, &MapWidget::clusterActivated, this, [this](const std::vector<MapKey> &keys) {
        const QList<EntityId> sites = m_map->feed().sitesOf(keys);
        openList(tr("%n sites in one place", nullptr, int(sites.size())), sites);
    });
    connect(&map, &MapWidget::linkActivated, this, [this](int link) { openSite(m_map->feed().endsOf(link).first); });
}

QList<QWidget *> OverviewPage::regions() const
{
    QList<QWidget *> all{&m_map->map(), m_regions->table(), m_attention->list(), m_list, m_drawer};
    all.removeIf([](const QWidget *widget) { return !widget->isVisible(); });
    return all;
}

void OverviewPage::openSite(const EntityId &site)
{
    if (!isDrawerOpen())
        m_opener = QApplication::focusWidget();
    m_drawer->showSite(site);
    showDrawer(m_drawer);
    selectOnMap({site});
}

const EntityId &OverviewPage::openedSite() const
{
    static const EntityId none;
    return m_drawer->isHidden() ? none : m_drawer->site();
}

void OverviewPage::openList(const QString &title, const QList<EntityId> &sites)
{
    if (!isDrawerOpen())
        m_opener = QApplication::focusWidget();
    m_list->showSites(sites, title);
    showDrawer(m_list);
    selectOnMap(sites);
}

void OverviewPage::openRegion(const QString &region, const QString &title)
{
    if (!isDrawerOpen())
        m_opener = QApplication::focusWidget();
    m_list->showRegion(region, title);
    showDrawer(m_list);
}

void OverviewPage::openItem(const AttentionItem &item)
{
    if (item.sites.size() == 1)
        openSite(item.sites.first());
    else if (!item.sites.isEmpty())
        openList(item.title, item.sites);
    else
        Q_EMIT connectionAsked(item.connection);
}

void OverviewPage::selectOnMap(const QList<EntityId> &sites)
{
    std::vector<MapKey> keys;
    for (const EntityId &site : sites) {
        if (const auto key = m_map->feed().keyOf(site))
            keys.push_back(*key);
    }
    std::sort(keys.begin(), keys.end());
    m_map->map().setSelection(keys);
    if (keys.size() == 1)
        m_map->map().reveal(keys.front());
}

void OverviewPage::mapSelected(const std::vector<MapKey> &keys)
{
    // While a drawer is open it follows the selection; a first click only selects, so that nothing jumps open.
    if (keys.size() == 1 && !m_drawer->isHidden())
        m_drawer->showSite(m_map->feed().siteOf(keys.front()));
}

bool OverviewPage::isDrawerOpen() const
{
    return !m_drawer->isHidden() || !m_list->isHidden();
}

void OverviewPage::showDrawer(QWidget *drawer)
{
    const bool wasOpen = isDrawerOpen();
    if (drawer == m_list)
        m_drawer->hide();
    drawer->raise();
    drawer->show();
    arrange();
    if (!wasOpen)
        slide(drawer);
    if (drawer == m_drawer)
        m_drawer->setFocus();
}

void OverviewPage::slide(QWidget *drawer)
{
    if (m_isReduced || !isVisible())
        return;
    const QPoint end = drawerPlace().topLeft();
    const int from = layoutDirection() == Qt::RightToLeft ? -drawer->width() : width();
    m_slide->stop();
    m_slide->setTargetObject(drawer);
    m_slide->setStartValue(QPoint(from, end.y()));
    m_slide->setEndValue(end);
    m_slide->start();
}

bool OverviewPage::closeLayer()
{
    if (!m_drawer->isHidden()) {
        m_drawer->hide();
        m_drawer->showSite(EntityId());
    } else if (!m_list->isHidden()) {
        m_list->hide();
    } else if (!m_map->map().selection().empty()) {
        m_map->map().setSelection({});
        return true;
    } else {
        return false;
    }
    arrange();
    if (!m_list->isHidden())
        m_list->setFocus();
    else if (m_opener)
        m_opener->setFocus();
    return true;
}

QString OverviewPage::copyText() const
{
    if (!m_drawer->isHidden())
        return m_drawer->copyText();
    if (!m_list->isHidden())
        return m_list->copyText();
    const QWidget *focus = QApplication::focusWidget();
    if (focus == m_regions->table())
        return m_regions->copyText();
    return m_attention->copyText();
}

bool OverviewPage::isSettled() const
{
    return m_map->map().isSettled() && m_map->feed().isSettled() && m_regions->isSettled() && m_drawer->isSettled();
}

QVariantMap OverviewPage::saveState() const
{
    QVariantMap state{{QStringLiteral("map"), m_map->saveState()}};
    if (!openedSite().isEmpty())
        state.insert(QStringLiteral("site"), openedSite().toString());
    return state;
}

void OverviewPage::restoreState(const QVariantMap &state)
{
    m_map->restoreState(state.value(QStringLiteral("map")).toMap());
    m_remembered = EntityId(state.value(QStringLiteral("site")).toString());
    openRemembered();
}

/// The last drawer opens when its site is known, unless a person was faster or the site is gone.
void OverviewPage::openRemembered()
{
    if (m_remembered.isEmpty())
        return;
    const bool isThere = m_store.tables().sites.find(m_remembered) != nullptr;
    if (!isThere && !m_store.isFirstDataIn())
        return;
    const EntityId site = std::exchange(m_remembered, EntityId());
    if (isThere && !isDrawerOpen())
        openSite(site);
}

void OverviewPage::setReducedMotion(bool reduced)
{
    m_isReduced = reduced;
    m_map->map().setReducedMotion(reduced);
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

QRect OverviewPage::drawerPlace() const
{
    const int drawer = std::min(tokens::size::drawer, width());
    const QRect place(width() - drawer, 0, drawer, height());
    return layoutDirection() == Qt::RightToLeft ? QRect(QPoint(0, 0), place.size()) : place;
}

void OverviewPage::arrange()
{
    const bool isOpen = isDrawerOpen();
    const int side = std::min(tokens::size::attention, width());
    const int covered = isOpen ? std::max(side, drawerPlace().width()) : side;
    const int strip = m_strip->height();
    const int tableHeight = std::min(m_regions->wantedHeight(), std::max(0, height() - strip - kLeastMapHeight));
    const int mapHeight = height() - strip - tableHeight;
    const auto put = [this](QWidget *widget, const QRect &place) {
        widget->setGeometry(layoutDirection() == Qt::RightToLeft
                                ? QRect(width() - place.right() - 1, place.top(), place.width(), place.height())
                                : place);
    };
    put(m_strip, {0, 0, isOpen ? width() - drawerPlace().width() : width(), strip});
    put(m_map, {0, strip, width() - side, mapHeight});
    put(m_regions, {0, strip + mapHeight, width() - covered, tableHeight});
    put(m_attention, {width() - side, strip, side, height() - strip});
    m_attention->setVisible(!isOpen);
    m_map->setCovered(covered - side);
    if (m_slide->state() != QAbstractAnimation::Running) {
        m_list->setGeometry(drawerPlace());
        m_drawer->setGeometry(drawerPlace());
    }
}

void OverviewPage::find()
{
    if (!m_drawer->isHidden()) {
        m_drawer->hide();
        m_drawer->showSite(EntityId());
    }
    if (m_list->isHidden()) {
        m_opener = QApplication::focusWidget();
        m_list->showAll();
        showDrawer(m_list);
    }
    m_list->focusFilter();
}

} // namespace graticule
