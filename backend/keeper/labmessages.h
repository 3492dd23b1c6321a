// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/action.h"

namespace graticule {

// What a private keeper and its lab process say to each other through the lab's standard input and output: one JSON
// object a line.

/// From the lab: that its keepers listen, or how an action is getting on.
struct LabMessage
{
    bool ready = false;
    int number = 0;
    ActionProgress progress;
};

/// One action for the lab, with the number that answers carry.
struct LabOrder
{
    int number = 0; ///< 0: the line was no order
    Action action;
};

QByteArray writeLabReady();
QByteArray writeLabProgress(int number, const ActionProgress &progress);
QByteArray writeLabAction(int number, const Action &action);
LabMessage readLabMessage(const QByteArray &line);
LabOrder readLabOrder(const QByteArray &line);

} // namespace graticule
