// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/overviewfigures.h"

#include <QFrame>

namespace graticule {

class KpiTile;
class ThemeSwitch;

/// The row of figures along the top of a page, 80 high. Where there is little room the last tiles go.
class KpiStrip : public QFrame
{
    Q_OBJECT

public:
    KpiStrip(const ThemeSwitch &themes, const OverviewFigures &figures, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void show(const QList<Figure> &figures);
    void arrange();

    const ThemeSwitch &m_themes;
    const OverviewFigures &m_figures;
    QList<KpiTile *> m_tiles;
};

} // namespace graticule
