// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/latency/linktrail.h"
#include "models/latency/statetrail.h"
#include "widgets/charts/chartrange.h"
#include "widgets/theme/themeswitch.h"

#include <QWidget>

class QComboBox;

namespace graticule {

class SectionHeader;
class StateLane;
class TimeChart;

/// How a site was over the last day: its states as a lane, and one of its links, the worst one first. GUI thread.
class SiteHistory : public QWidget
{
    Q_OBJECT

public:
    SiteHistory(const ThemeSwitch &themes, FleetStore &store, SampleCalls &calls, QWidget *parent = nullptr);

    void showSite(const EntityId &site);
    /// Both in sentences.
    QString copyText() const;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void fillLinks();
    void showLane();
    void showChart();

    FleetStore &m_store;
    StateTrail m_states;
    LinkTrail m_trail;
    ChartRange m_range;
    ChartCursor m_cursor;
    EntityId m_site;
    SectionHeader *m_laneHead = nullptr;
    StateLane *m_lane = nullptr;
    QWidget *m_linkPart = nullptr; ///< hidden where nothing is measured
    QComboBox *m_links = nullptr;
    SectionHeader *m_chartHead = nullptr;
    TimeChart *m_chart = nullptr;
    QString m_words;
};

} // namespace graticule
