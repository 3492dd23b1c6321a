// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitesfilter.h"
#include "ui/page/sidepanel.h"

class QLineEdit;
class QTableView;

namespace graticule {

class Label;
class SectionHeader;
class ViewState;

/// A list of sites in a drawer: those of a region or of a group, worst first, with a filter. How many are hidden by it
/// is said below.
class SitesList : public SidePanel
{
    Q_OBJECT

public:
    SitesList(const ThemeSwitch &themes, FleetStore &store, SitesModel &sites, QWidget *parent = nullptr);

    void showAll();
    void showRegion(const QString &region, const QString &title);
    void showSites(const QList<EntityId> &sites, const QString &title);
    void focusFilter();
    /// The selected row as text; empty: none.
    QString copyText() const;

Q_SIGNALS:
    void opened(const graticule::EntityId &site);
    void selected(const graticule::EntityId &site);
    void closeAsked();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void buildTable();
    void start(const QString &title);
    void showCount();

    const ThemeSwitch &m_themes;
    SitesFilter m_filter;
    Label *m_title = nullptr;
    QLineEdit *m_words = nullptr;
    QTableView *m_table = nullptr;
    ViewState *m_empty = nullptr;
    Label *m_count = nullptr;
};

} // namespace graticule
