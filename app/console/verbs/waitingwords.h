// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/rulepreview.h"

#include <QJsonArray>

namespace graticule {

class Terminal;

/// Says which connections still go by what held before, since when and why, a line each; nothing when there are none.
void sayWaiting(const QList<WaitingConnection> &waiting, const Terminal &terminal);
/// Objects with name, since, verb, target and acts.
QJsonArray waitingArray(const QList<WaitingConnection> &waiting);

} // namespace graticule
