// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entitytable/entitytablemodel.h"
#include "models/samplecalls.h"
#include "ui/table/tablepage.h"

namespace graticule {

class ActingDesk;
class EntityDrawer;

/// Every service, node or asset as a row. Reads the fleet when it is first seen.
class EntityPage : public TablePage
{
    Q_OBJECT

public:
    EntityPage(EntityKind kind, const ThemeSwitch &themes, FleetStore &store, SampleCalls &calls, UndoBar &undo,
               QWidget *parent = nullptr);

    /// Where acts begin; outlives the page. Before actions() is asked.
    void setActing(ActingDesk &desk);
    QList<ConsoleAction> actions() override;
    bool isSettled() const override;
    void wake() override;

Q_SIGNALS:
    void siteAsked(const graticule::EntityId &site);
    void entityAsked(graticule::EntityKind kind, const graticule::EntityId &id);

protected:
    void showInDrawer(const EntityId &id) override;
    QString drawerText() const override;
    void extendMenu(QMenu &menu, const EntityId &id) override;

private:
    void propose(const QString &verb);
    QString whyNot(const QString &verb) const;

    EntityKind m_kind;
    TableView *m_table = nullptr;
    EntityDrawer *m_drawer = nullptr;
};

} // namespace graticule
