// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/acting/actiontext.h"

#include "models/audit/acttext.h"
#include "models/format.h"
#include "models/sayingtext.h"

#include <QHash>

#include <algorithm>

namespace graticule {
namespace {

/// So many things at once are no slip of the hand any more, but a loss of much.
constexpr int kMany = 20;
constexpr qsizetype kFew = 3; ///< workloads that are named in a line

bool isPod(const ActionEffect &effect)
{
    return effect.kind == QLatin1String("pod");
}

/// Of pods: what becomes of the target itself is one more row, and no loss.
int countOf(const ActionPlan &plan, EffectKind kind)
{
    return int(std::count_if(plan.effects.cbegin(), plan.effects.cend(),
                             [kind](const ActionEffect &effect) { return isPod(effect) && effect.effect == kind; }));
}

/// What the act is about to take away from where it runs.
int touched(const ActionPlan &plan)
{
    return countOf(plan, EffectKind::Ends) + countOf(plan, EffectKind::Moves) + countOf(plan, EffectKind::Blocked);
}

} // namespace

QString ActionText::verb(const QString &verb)
{
    return ActText::verb(verb);
}

QString ActionText::does(const QString &verb)
{
    static const QHash<QString, const char *> known{
        {QStringLiteral("cordon"), QT_TR_NOOP("Nothing new is placed on it; what runs there stays.")},
        {QStringLiteral("uncordon"), QT_TR_NOOP("It may be given work again.")},
        {QStringLiteral("drain"),
         QT_TR_NOOP("Cordons it and evicts its pods one after another, within their budgets.")},
        {QStringLiteral("scale"), QT_TR_NOOP("Changes how many instances are wanted.")},
        {QStringLiteral("restart"), QT_TR_NOOP("Replaces its instances a few at a time.")}};
    const auto found = known.constFind(verb);
    return found == known.cend() ? QString() : tr(*found);
}

QStringList ActionText::usualOf(bool isNode)
{
    return isNode ? QStringList{QStringLiteral("cordon"), QStringLiteral("uncordon"), QStringLiteral("drain")}
                  : QStringList{QStringLiteral("scale"), QStringLiteral("restart")};
}

QString ActionText::argument(const QString &name)
{
    return ActText::argument(name);
}

QString ActionText::unit(const ActionArgument &argument)
{
    return argument.type == QLatin1String("seconds") ? tr("s", "seconds, after a number") : QString();
}

QString ActionText::head(const ActionPlan &plan)
{
    const auto pods = std::count_if(plan.effects.cbegin(), plan.effects.cend(), isPod);
    QStringList parts;
    if (pods == 0) {
        // Workloads say by themselves how many pods it is about.
        for (const ActionEffect &effect : plan.effects)
            parts << tr("%1: %2", "shop: from 3 to 2 pods").arg(effect.name, SayingText::ofPhrase(effect.reason));
        return parts.isEmpty() ? tr("Nothing that runs is touched.") : parts.mid(0, kFew).join(QStringLiteral(" · "));
    }
    const auto add = [&](EffectKind kind, auto words) {
        if (const int count = countOf(plan, kind); count > 0)
            parts << words(count);
    };
    add(EffectKind::Refused, [](int n) { return tr("%n stand in the way", nullptr, n); });
    add(EffectKind::Ends, [](int n) { return tr("%n end for good", nullptr, n); });
    add(EffectKind::Moves, [](int n) { return tr("%n end here and begin elsewhere", nullptr, n); });
    add(EffectKind::Blocked, [](int n) { return tr("%n are held by a budget now", nullptr, n); });
    add(EffectKind::Begins, [](int n) { return tr("%n begin", nullptr, n); });
    add(EffectKind::Changes, [](int n) { return tr("%n change", nullptr, n); });
    add(EffectKind::Unknown, [](int n) { return tr("of %n it is not known", nullptr, n); });
    add(EffectKind::Stays, [](int n) { return tr("%n stay as they are", nullptr, n); });
    return tr("%1: %2", "14 pods: 12 end here and begin elsewhere")
        .arg(tr("%n pods", nullptr, int(pods)), parts.join(QStringLiteral(" · ")));
}

QString ActionText::button(const ActionPlan &plan, const QMap<QString, QString> &arguments)
{
    const QString what = title(plan.verb, plan.targetName);
    const int pods = touched(plan);
    if (plan.verb == QLatin1String("drain") && pods > 0)
        return tr("%1: evict %n pods", "Drain node-17", pods).arg(what);
    if (plan.verb == QLatin1String("scale"))
        return tr("%1 to %2", "Scale shop; a number").arg(what, arguments.value(QStringLiteral("replicas")));
    return what;
}

QString ActionText::undo(const ActionPlan &plan)
{
    const QString by = verb(plan.undoneBy);
    if (plan.lasting && !plan.undoneBy.isEmpty())
        return tr("%1 takes back only a part of it: what ended for good does not come back.").arg(by);
    if (plan.lasting)
        return tr("It cannot be taken back.");
    if (plan.undoneBy.isEmpty())
        return tr("There is nothing to take back.");
    if (countOf(plan, EffectKind::Moves) > 0)
        return tr("%1 takes it back, but what has moved stays where it is then.").arg(by);
    return plan.undoneBy == plan.verb ? tr("It can be taken back: %1 with the number of before.").arg(by)
                                      : tr("It can be taken back: %1.").arg(by);
}

bool ActionText::isGrave(const ActionPlan &plan, const QMap<QString, QString> &arguments)
{
    const bool stopsAll =
        plan.verb == QLatin1String("scale") && arguments.value(QStringLiteral("replicas")).toInt() == 0;
    return plan.lasting || stopsAll || countOf(plan, EffectKind::Ends) > 0 || touched(plan) >= kMany;
}

StateLook ActionText::look(EffectKind kind)
{
    switch (kind) {
    case EffectKind::Ends:
        return {Symbol::Fail, tr("Ends for good"), Emphasis::High, 4};
    case EffectKind::Moves:
        return {Symbol::Connecting, tr("Begins elsewhere"), Emphasis::Normal, 2};
    case EffectKind::Blocked:
        return {Symbol::Warn, tr("Held by a budget"), Emphasis::Medium, 5};
    case EffectKind::Stays:
        return {Symbol::Healthy, tr("Stays"), Emphasis::Secondary, 0};
    case EffectKind::Refused:
        return {Symbol::Refused, tr("Stands in the way"), Emphasis::High, 6};
    case EffectKind::Begins:
        return {Symbol::Live, tr("Begins"), Emphasis::Normal, 1};
    case EffectKind::Changes:
        return {Symbol::Connecting, tr("Changes"), Emphasis::Normal, 1};
    case EffectKind::Unknown:
        break;
    }
    return {Symbol::Unknown, tr("Not known"), Emphasis::Medium, 3};
}

StateLook ActionText::look(ActionItemState state)
{
    switch (state) {
    case ActionItemState::Waiting:
        return {Symbol::NeverAsked, tr("Waiting"), Emphasis::Secondary, 2};
    case ActionItemState::Working:
        return {Symbol::Connecting, tr("Under way"), Emphasis::Normal, 3};
    case ActionItemState::Done:
        return {Symbol::Pass, tr("Done"), Emphasis::Secondary, 0};
    case ActionItemState::Blocked:
        return {Symbol::Warn, tr("Held by a budget"), Emphasis::Medium, 4};
    case ActionItemState::Failed:
        return {Symbol::Fail, tr("Failed"), Emphasis::High, 5};
    case ActionItemState::Unknown:
        break;
    }
    return {Symbol::Unknown, tr("Not known"), Emphasis::Medium, 3};
}

QString ActionText::title(const QString &verb, const QString &targetName)
{
    return tr("%1 %2", "verb, name: Drain node-17").arg(ActText::verb(verb), targetName).trimmed();
}

int ActionText::count(const ActionProgress &progress, ActionItemState state)
{
    return int(std::count_if(progress.items.cbegin(), progress.items.cend(),
                             [state](const ActionItem &item) { return item.state == state; }));
}

QString ActionText::counts(const ActionProgress &progress)
{
    if (progress.of <= 0)
        return {};
    QStringList parts{tr("%1 of %2").arg(format::number(progress.done), format::number(progress.of))};
    if (const int held = count(progress, ActionItemState::Blocked); held > 0)
        parts << tr("%n held by a budget", nullptr, held);
    if (const int failed = count(progress, ActionItemState::Failed); failed > 0)
        parts << tr("%n failed", nullptr, failed);
    return parts.join(QStringLiteral(", "));
}

} // namespace graticule
