// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitetable/sitetablemodel.h"
#include "ui/table/tableview.h"

namespace graticule {

/// The view of a SiteTableModel: what cells show comes straight from the model, which 100,000 rows that scroll by need.
class SitesTable : public TableView
{
    Q_OBJECT

public:
    SitesTable(const ThemeSwitch &themes, SiteTableModel &model, QWidget *parent = nullptr);
};

} // namespace graticule
