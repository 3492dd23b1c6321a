// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connectionsmodel.h"
#include "models/regionsmodel.h"
#include "ui/page/fleetchoices.h"
#include "ui/page/keeperfacts.h"

#include <QFrame>

#include <array>

class QBoxLayout;

namespace graticule {

class FleetButton;
class FreshCount;
class LabBadge;
class SearchBox;
class StateCount;
class ThemeSwitch;
class TwoLines;
class WordMark;

/// The bar along the top, 48 px: whose fleet this is, how its sites are, how many connections are fresh, who is asking
/// what time it is at the keeper, and a box that opens the palette. Where there is little room its words and
/// those behind the counts move into their tooltips; each part keeps its place whatever the figures are.
class TopBar : public QFrame
{
    Q_OBJECT

public:
    /// All outlive the bar.
    TopBar(const ThemeSwitch &themes, FleetStore &store, const RegionsModel &regions,
           const ConnectionsModel &connections, const KeeperFacts &facts, QWidget *parent = nullptr);

    void setCollapsed(bool collapsed);
    /// What the fleet's name opens; outlives the bar.
    void setFleets(FleetChoices &fleets);
    void openFleets();

Q_SIGNALS:
    /// The count of connections was chosen.
    void connectionsAsked();
    /// The search box was chosen.
    void searchAsked();
    /// A fleet is to be added.
    void addFleetAsked();
    /// The mark of the lab was pressed; its menu is wanted there.
    void labAsked(const QPoint &global);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QFrame *separator();
    void build();
    void showCounts();
    void showConnections();
    void showKeeper();
    void showTime();
    void fit();
    QList<int> whatFits() const;
    bool isTight() const;

    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    const RegionsModel &m_regions;
    const ConnectionsModel &m_connections;
    const KeeperFacts &m_facts;
    FleetChoices *m_fleets = nullptr;
    WordMark *m_wordMark = nullptr;
    FleetButton *m_fleet = nullptr;
    std::array<StateCount *, 6> m_counts{};
    SearchBox *m_search = nullptr;
    LabBadge *m_lab = nullptr;
    FreshCount *m_fresh = nullptr;
    TwoLines *m_caller = nullptr;
    TwoLines *m_clock = nullptr;
    QList<int> m_fitted; ///< whatFits() when words were last given up
};

} // namespace graticule
