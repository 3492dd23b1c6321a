// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QWidget>

namespace graticule {

class MapWidget;

/// What the marks of a map mean, in one line. It looks like the map's theme; its words are its accessible name.
class MapLegend : public QWidget
{
    Q_OBJECT

public:
    /// `map` outlives the legend.
    explicit MapLegend(const MapWidget &map, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void speak();
    QPixmap drawn() const;

    const MapWidget &m_map;
    QPixmap m_picture; ///< drawn once: the map beneath repaints us with every frame
};

} // namespace graticule
