// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/mapscene.h"

#include <QObject>
#include <QPointF>

class QHelpEvent;
class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace graticule {

class MapWidget;

/// Pointer and keys of a map. Made by the map, its child.
///
/// Pointer: drag pans, wheel and pinch zoom about the pointer, click selects (Ctrl adds), double click opens a site or
/// splits a cluster, resting on something says what it is.
/// Keys: J K next and previous mark, worst first; arrows the nearest mark there; Ctrl+arrows pan; + - zoom; Home or 0
/// the whole world; Z the selection; Enter opens; Esc selects nothing, and is left to others when nothing is selected.
class MapInput : public QObject
{
    Q_OBJECT

public:
    explicit MapInput(MapWidget *map);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool press(const QMouseEvent &event);
    bool move(const QMouseEvent &event);
    bool release(const QMouseEvent &event);
    bool wheel(const QWheelEvent &event);
    bool gesture(QEvent *event);
    bool key(const QKeyEvent &event);
    bool walkKey(const QKeyEvent &event);
    bool cameraKey(const QKeyEvent &event);
    bool toolTip(const QHelpEvent &event);

    MapWidget *m_map;
    QPointF m_pressedAt;
    QPointF m_draggedTo;
    bool m_isPressed = false;
    bool m_isDragging = false;
    double m_wheelRest = 0; ///< eighths of a degree that a fine wheel has turned and nobody has used
};

} // namespace graticule
