// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/rulepreview.h"

#include <QJsonObject>

// What label rules set, and on how much, as verbs say it. Pure.
namespace graticule {

/// "sets tier=gold on 12 services, 3 nodes; site=fra-2 on 1 node; and 4 more"; empty: the keeper does not say.
QString settingWords(const RuleCount &rule);
/// Name, matched, changed, sets (objects with label, value, nodes, services, assets), and how many there are of those.
QJsonObject ruleObject(const RuleCount &rule);

} // namespace graticule
