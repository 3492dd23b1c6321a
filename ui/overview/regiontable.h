// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/regionsmodel.h"
#include "widgets/theme/themeswitch.h"

#include <QFrame>

class QTableView;

namespace graticule {

/// The regions below the map: sites, what is not healthy, round trips, capacity. Where there is little room the last
/// columns go; rows that do not fit are scrolled.
class RegionTable : public QFrame
{
    Q_OBJECT

public:
    RegionTable(const ThemeSwitch &themes, RegionsModel &model, QWidget *parent = nullptr);

    /// Height at which every region is seen.
    int wantedHeight() const;
    QWidget *table() const;
    QString copyText() const;

Q_SIGNALS:
    void opened(const QString &region, const QString &title);
    void wantedHeightChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    const ThemeSwitch &m_themes;
    RegionsModel &m_model;
    QTableView *m_table = nullptr;
};

} // namespace graticule
