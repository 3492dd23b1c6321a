// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/action.h"
#include "models/statetext.h"

namespace graticule {

/// Acts on a fleet as the screen says them, before, while and after. Any thread; nothing is kept.
class ActionText
{
    Q_DECLARE_TR_FUNCTIONS(graticule::ActionText)

public:
    /// "Drain"; a verb that this build does not know stands as it is.
    static QString verb(const QString &verb);
    /// What the verb does, one sentence; empty: this build does not know it.
    static QString does(const QString &verb);
    /// Verbs that a node, or a service, usually has: shown while nobody can be asked.
    static QStringList usualOf(bool isNode);
    /// "Grace", with its unit as "s"; empty: none.
    static QString argument(const QString &name);
    static QString unit(const ActionArgument &argument);

    /// "15 pods: 14 end here and begin elsewhere · 1 is held by a budget now": what it comes to.
    static QString head(const ActionPlan &plan);
    /// The button that does it: "Drain node-17: evict 14 pods". @p arguments: of the action.
    static QString button(const ActionPlan &plan, const QMap<QString, QString> &arguments);
    /// Whether, and by what, it can be taken back.
    static QString undo(const ActionPlan &plan);
    /// Whether a slip costs something that does not come back by itself: asks for more than a press.
    static bool isGrave(const ActionPlan &plan, const QMap<QString, QString> &arguments);

    static StateLook look(EffectKind kind);
    static StateLook look(ActionItemState state);

    /// "Drain node-17"
    static QString title(const QString &verb, const QString &targetName);
    /// "3 of 14", "2 of 14, 1 held by a budget, 1 failed"; empty: it is not counted.
    static QString counts(const ActionProgress &progress);
    static int count(const ActionProgress &progress, ActionItemState state);
};

} // namespace graticule
