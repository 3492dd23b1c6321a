// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitedetails.h"
#include "widgets/basic/themedwidget.h"

namespace graticule {

/// Name, meter, share and amount of each resource, 22 px a line. Unknown is an empty box and a dash; values too old are
/// hatched and marked.
class CapacityRows : public ThemedWidget
{
    Q_OBJECT

public:
    explicit CapacityRows(const ThemeSwitch &themes, QWidget *parent = nullptr);

    void setMeters(const std::vector<SiteDetails::Meter> &meters, bool stale);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<SiteDetails::Meter> m_meters;
    bool m_isStale = false;
};

} // namespace graticule
