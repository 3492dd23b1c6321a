// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"
#include "ui/page/consoleaction.h"
#include "widgets/theme/themeswitch.h"

#include <QVariantMap>
#include <QWidget>

#include <array>

namespace graticule {

class Button;
class MapControls;
class MapFeed;
class MapLegend;
class MapWidget;
class SampleCalls;
class SegmentedControl;
class SnapshotAge;
class ViewState;

/// The world map with what lies over it: what it tells, which links, problems only, zoom, legend, age of the snapshot.
class MapPanel : public QWidget
{
    Q_OBJECT

public:
    MapPanel(const ThemeSwitch &themes, FleetStore &store, SampleCalls &calls, QWidget *parent = nullptr);

    MapWidget &map() { return *m_map; }
    const MapWidget &map() const { return *m_map; }
    MapFeed &feed() { return *m_feed; }

    /// Which part of the world is seen, and what of it: see Page::saveState().
    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);
    QList<ConsoleAction> actions();

    /// So many pixels at the trailing edge lie under a drawer.
    void setCovered(int pixels);

Q_SIGNALS:
    /// A person wants to find a site by words.
    void findAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setLayer(int layer);
    void arrange();
    int putButtons();

    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    MapWidget *m_map = nullptr;
    MapFeed *m_feed = nullptr;
    SegmentedControl *m_layers = nullptr;
    SegmentedControl *m_links = nullptr;
    Button *m_problems = nullptr;
    Button *m_find = nullptr;
    MapControls *m_controls = nullptr;
    MapLegend *m_legend = nullptr;
    SnapshotAge *m_age = nullptr;
    ViewState *m_failure = nullptr;
    std::array<int, 3> m_linksOf{0, 1, 2}; ///< per layer, what is chosen of m_links
    int m_covered = 0;
};

} // namespace graticule
