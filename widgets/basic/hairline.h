// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace graticule {

/// A line of one pixel between two parts of a window, as long as there is room.
class Hairline : public QFrame
{
public:
    explicit Hairline(QWidget *parent = nullptr, Qt::Orientation orientation = Qt::Horizontal)
        : QFrame(parent)
    {
        setProperty("surface", QStringLiteral("line"));
        if (orientation == Qt::Horizontal)
            setFixedHeight(1);
        else
            setFixedWidth(1);
    }
};

} // namespace graticule
