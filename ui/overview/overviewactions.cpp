// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the overview, on its map and about the site in its drawer.
#include "ui/overview/attentionpanel.h"
#include "ui/overview/mappanel.h"
#include "ui/overview/overviewpage.h"
#include "ui/overview/regiontable.h"
#include "ui/site/labactions.h"
#include "ui/site/sitedrawer.h"
#include "ui/site/siteslist.h"
#include "widgets/basic/button.h"
#include "widgets/basic/segmentedcontrol.h"
#include "widgets/map/mapwidget.h"

namespace graticule {

QList<ConsoleAction> MapPanel::actions()
{
    QList<ConsoleAction> actions;
    const auto add = [&](const char *id, const char *icon, const QString &title, const QList<QKeySequence> &keys,
                         std::function<void()> run = {}, std::function<QString()> whyNot = {}) -> ConsoleAction & {
        ConsoleAction action;
        action.id = QStringLiteral("map.") + QLatin1String(id);
        action.icon = QLatin1String(icon);
        action.title = title;
        action.section = tr("Map");
        action.keys = keys;
        action.run = std::move(run);
        action.whyNot = std::move(whyNot);
        action.scope = m_map;
        actions.append(action);
        return actions.last();
    };
    const auto zoom = [this](double steps) { m_map->navigator().zoomBySteps(steps, QRectF(m_map->rect()).center()); };
    add("zoomIn", "plus", tr("Zoom in"), {Qt::Key_Plus}, [zoom] { zoom(1); }).repeats = true;
    add("zoomOut", "minus", tr("Zoom out"), {Qt::Key_Minus}, [zoom] { zoom(-1); }).repeats = true;
    add("world", "maximize-2", tr("Show the whole world"), {Qt::Key_Home}, [this] {
        m_map->navigator().goHome();
    }).words = tr("fit, home");
    add(
        "fitSelection", "maximize-2", tr("Zoom to what is selected"), {Qt::Key_Z}, [this] { m_map->zoomToSelection(); },
        [this] { return m_map->selection().empty() ? tr("Nothing is selected on the map") : QString(); });
    add("problemsOnly", "filter", tr("Show only sites with problems, or all"), {}, [this] { m_problems->click(); });
    const QStringList layers{tr("Map of states"), tr("Map of latencies"), tr("Map of used capacity")};
    for (int layer = 0; layer < layers.size(); ++layer) {
        add(qPrintable(QStringLiteral("layer%1").arg(layer)), "layers", layers[layer],
            {QKeySequence(Qt::Key(Qt::Key_1 + layer))}, [this, layer] { m_layers->setCurrent(layer); });
    }
    const QStringList links{tr("Show links over their limit"), tr("Show all links"), tr("Show no links")};
    for (int choice = 0; choice < links.size(); ++choice) {
        add(qPrintable(QStringLiteral("links%1").arg(choice)), "waypoints", links[choice], {},
            [this, choice] { m_links->setCurrent(choice); });
    }
    add("walk", "", tr("Go to the next mark in that direction"),
        {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down});
    add("next", "", tr("Go to the next mark, to the one before"), {Qt::Key_J, Qt::Key_K});
    add("open", "", tr("Open the current mark"), {Qt::Key_Return});
    add("pan", "", tr("Move the map"),
        {Qt::CTRL | Qt::Key_Left, Qt::CTRL | Qt::Key_Right, Qt::CTRL | Qt::Key_Up, Qt::CTRL | Qt::Key_Down});
    return actions;
}

QString OverviewPage::whyNoFault() const
{
    const Site *site = m_drawer->isHidden() ? nullptr : m_store.tables().sites.find(m_drawer->site());
    if (!site || site->origin != Origin::Lab)
        return tr("Open a site of the lab first");
    return m_facts.whyNotOperate();
}

QList<ConsoleAction> OverviewPage::actions()
{
    QList<ConsoleAction> actions;
    const auto add = [&](const QString &id, const char *icon, const QString &section, const QString &title,
                         const QList<QKeySequence> &keys, QWidget *scope, std::function<void()> run = {},
                         std::function<QString()> whyNot = {}) {
        ConsoleAction action;
        action.id = id;
        action.icon = QLatin1String(icon);
        action.section = section;
        action.title = title;
        action.keys = keys;
        action.scope = scope;
        action.run = std::move(run);
        action.whyNot = std::move(whyNot);
        actions.append(action);
    };
    const QString list = tr("Needs a person");
    add(QStringLiteral("overview.find"), "search", tr("Overview"), tr("List the sites and filter them"),
        {Qt::Key_Slash}, this, [this] { find(); });
    actions += m_map->actions();
    add(QStringLiteral("attention.next"), "", list, tr("Go to the next one, to the one before"), {Qt::Key_J, Qt::Key_K},
        m_attention);
    add(QStringLiteral("attention.open"), "", list, tr("Open its site or its sites"), {Qt::Key_Return}, m_attention);
    add(
        QStringLiteral("attention.showNew"), "arrow-up", list, tr("Show what is new in the list"), {}, nullptr,
        [this] { m_models.attention.showWaiting(); },
        [this] { return m_models.attention.waiting() > 0 ? QString() : tr("Nothing new is waiting"); });
    add(QStringLiteral("regions.open"), "", tr("Regions"), tr("List the sites of the region"), {Qt::Key_Return},
        m_regions);
    add(QStringLiteral("list.open"), "", tr("List of sites"), tr("Open the site"), {Qt::Key_Return}, m_list);
    const QString lab = tr("Lab");
    for (const auto &[kind, name] : LabActions::faults()) {
        add(
            QStringLiteral("lab.fault.") + kind, "flask-conical", lab, tr("Inject a fault: %1").arg(name), {}, nullptr,
            [this, kind = kind, name = name] { m_drawer->labActions().inject(kind, name); },
            [this] { return whyNoFault(); });
    }
    add(
        QStringLiteral("lab.heal"), "flask-conical", lab, tr("Heal the site that is open"), {}, nullptr,
        [this] { m_drawer->labActions().heal(); }, [this] { return whyNoFault(); });
    return actions;
}

} // namespace graticule
