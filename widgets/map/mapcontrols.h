// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QToolButton>
#include <QWidget>

namespace graticule {

class MapWidget;

/// One square of MapControls: an icon on the controls' own ground.
class MapButton : public QToolButton
{
    Q_OBJECT

public:
    MapButton(const MapWidget &map, const QString &icon, QWidget *parent);

    QSize sizeHint() const override { return {28, 28}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const MapWidget &m_map;
    QString m_icon;
};

/// Buttons over a map: closer, further away, the whole world. They look like the map's theme.
class MapControls : public QWidget
{
    Q_OBJECT

public:
    /// `map` outlives the controls.
    explicit MapControls(MapWidget &map, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    MapButton *add(const QString &icon, const QString &name, const QString &keys);
    void followCamera();

    MapWidget &m_map;
    MapButton *m_closer;
    MapButton *m_further;
    MapButton *m_home;
};

} // namespace graticule
