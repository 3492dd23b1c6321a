// SPDX-License-Identifier: GPL-3.0-or-later
// Which fleet the window shows, and how another one is chosen.
#include "ui/page/actionregistry.h"
#include "ui/shell/addfleetdialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/topbar.h"

namespace graticule {

void MainWindow::setFleets(FleetChoices &fleets)
{
    m_fleets = &fleets;
    m_topBar->setFleets(fleets);
    connect(m_topBar, &TopBar::addFleetAsked, this, &MainWindow::addFleet);
    ConsoleAction open;
    open.id = QStringLiteral("fleet.list");
    open.title = tr("Show another fleet");
    open.section = tr("Window");
    open.icon = QStringLiteral("layers");
    open.keys = {Qt::CTRL | Qt::Key_J};
    open.words = tr("keeper, switch");
    open.run = [this] { m_topBar->openFleets(); };
    ConsoleAction add;
    add.id = QStringLiteral("fleet.add");
    add.title = tr("Add a fleet");
    add.section = tr("Window");
    add.icon = QStringLiteral("plus");
    add.words = tr("keeper, enrolment, certificate");
    add.run = [this] { addFleet(); };
    m_actions->add({}, {open, add});
    addFleetActions(fleets);
    connect(&fleets, &FleetChoices::changed, this, [this] { addFleetActions(*m_fleets); });
}

/// One for each that is known. Those of fleets that were forgotten stay, and say so.
void MainWindow::addFleetActions(const FleetChoices &fleets)
{
    const QList<FleetChoice> all = fleets.choices();
    for (const FleetChoice &choice : all) {
        ConsoleAction action;
        action.id = QStringLiteral("fleet.show.") + choice.key;
        if (m_actions->find(action.id))
            continue;
        action.title = tr("Show the fleet %1").arg(choice.name.isEmpty() ? tr("This computer") : choice.name);
        action.section = tr("Window");
        action.icon = QStringLiteral("layers");
        action.words = choice.place;
        action.run = [this, key = choice.key] { m_fleets->choose(key); };
        action.whyNot = [this, key = choice.key] {
            if (m_fleets->current() == key)
                return tr("It is shown");
            const QList<FleetChoice> now = m_fleets->choices();
            const bool isThere =
                std::any_of(now.cbegin(), now.cend(), [&](const FleetChoice &one) { return one.key == key; });
            return isThere ? QString() : tr("It was forgotten");
        };
        m_actions->add({}, {action});
    }
}

void MainWindow::addFleet()
{
    auto *dialog = new AddFleetDialog(m_themes, *m_fleets, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace graticule
