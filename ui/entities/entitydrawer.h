// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entitytable/entitydetailsloader.h"
#include "models/entitytable/placesmodel.h"
#include "ui/entities/entitywords.h"
#include "ui/page/sidepanel.h"

class QLabel;
class QStackedLayout;
class QTableView;

namespace graticule {

class ActingDesk;
class Button;
class CapacityRows;
class Chip;
class FactColumn;
class Label;
class LogButtons;
class LogDesk;
class OfferRows;
class SectionHeader;
class SkeletonRows;
class StateMark;
class ViewState;

/// Everything about one service, node or asset: how it is and why, what is known of it, and where it is as a table
/// whose rows lead there. Gathered in a worker; ages advance once a second.
class EntityDrawer : public SidePanel
{
    Q_OBJECT

public:
    EntityDrawer(EntityKind kind, const ThemeSwitch &themes, FleetStore &store, QWidget *parent = nullptr);

    /// Where acts begin; outlives the drawer. Without it nothing can be done here.
    void setActing(ActingDesk &desk);
    /// What can be done to what is shown; null: nothing ever can.
    OfferRows *offers() const { return m_offers; }

    /// Where logs and events are opened; outlives the drawer. Without it there are none.
    void setLogs(LogDesk &desk);

    void showEntity(const EntityId &id);
    const EntityId &entity() const { return m_loader.id(); }
    /// All of it as text, with ages and the time.
    QString copyText() const;
    bool isSettled() const;

Q_SIGNALS:
    void closeAsked();
    void siteAsked(const graticule::EntityId &site);
    /// Whether others of its name are the same is to be said.
    void sameAsked();
    void entityAsked(graticule::EntityKind kind, const graticule::EntityId &id);

private:
    QWidget *buildHead();
    QWidget *buildBody();
    void buildTable();
    void showDetails();
    void showNamesakes();
    void showPlaces();
    void showAges();
    void showOffers();
    void open(int row);

    EntityKind m_kind;
    EntityWords m_words;
    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    EntityDetailsLoader m_loader;
    PlacesModel m_places;

    StateMark *m_mark = nullptr;
    Label *m_name = nullptr;
    Label *m_title = nullptr;
    Chip *m_state = nullptr;
    Chip *m_lab = nullptr;
    Button *m_site = nullptr;
    QLabel *m_why = nullptr;
    QWidget *m_same = nullptr; ///< others have this name, and how to make them one
    QLabel *m_sameText = nullptr;
    QStackedLayout *m_stack = nullptr;
    SkeletonRows *m_loading = nullptr;
    ViewState *m_gone = nullptr;
    QWidget *m_body = nullptr;
    QList<FactColumn *> m_facts;
    CapacityRows *m_capacity = nullptr;
    SectionHeader *m_capacityHead = nullptr;
    SectionHeader *m_placesHead = nullptr;
    QTableView *m_table = nullptr;
    Label *m_noPlaces = nullptr;
    SectionHeader *m_labelsHead = nullptr;
    QLabel *m_labels = nullptr;
    QLabel *m_identity = nullptr;
    LogButtons *m_logs = nullptr;
    OfferRows *m_offers = nullptr;
};

} // namespace graticule
