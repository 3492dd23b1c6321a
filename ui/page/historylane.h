// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/trails/statetrails.h"

#include <QCoreApplication>
#include <QRect>

class QPainter;

namespace graticule {

class Theme;

/// How something was over the last day, as a lane within a cell or a card.
class HistoryLane
{
    Q_DECLARE_TR_FUNCTIONS(graticule::HistoryLane)

public:
    /// In the middle of @p box. @p history: null while it is still to be told; what cannot be read, or was not
    /// recorded, is said.
    static void paint(QPainter &painter, const QRect &box, const StateHistory *history, const Theme &theme);
};

} // namespace graticule
