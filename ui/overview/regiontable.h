// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/regionsmodel.h"
#include "models/trails/grouptrails.h"
#include "models/trails/regionchanges.h"
#include "widgets/theme/themeswitch.h"

#include <QFrame>

class QTableView;

namespace graticule {

/// The regions below the map: sites, what is not healthy, how they were, round trips, capacity. Where there is little
/// room the last columns go; rows that do not fit are scrolled. How they were is asked while the table is seen.
class RegionTable : public QFrame
{
    Q_OBJECT

public:
    /// All outlive it.
    RegionTable(const ThemeSwitch &themes, FleetStore &store, RegionsModel &model, SampleCalls &calls,
                QWidget *parent = nullptr);

    /// Height at which every region is seen.
    int wantedHeight() const;
    QWidget *table() const;
    QString copyText() const;
    /// All that is asked for the table is told.
    bool isSettled() const { return m_trails.isSettled() && m_changes.isSettled(); }

Q_SIGNALS:
    void opened(const QString &region, const QString &title);
    void wantedHeightChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setAwake(bool isAwake);

    const ThemeSwitch &m_themes;
    RegionsModel &m_model;
    GroupTrails m_trails;
    RegionChanges m_changes;
    QTableView *m_table = nullptr;
};

} // namespace graticule
