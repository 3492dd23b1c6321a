// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeverbs.h"

#include "backend/connectors/kubernetes/kubecordon.h"
#include "backend/connectors/kubernetes/kubedrain.h"
#include "backend/connectors/kubernetes/kuberollout.h"
#include "backend/domain/saying.h"

#include <algorithm>

namespace graticule {
namespace {

QList<KubeGoal> goalsOf(const KubeInventory &inventory, const EntityId &target)
{
    if (const KubeNode *node = inventory.nodeOf(target))
        return {KubeGoal::of(*node)};
    QList<KubeGoal> goals;
    for (const KubeWorkload &workload : inventory.workloadsOf(target))
        goals.append(KubeGoal::of(workload));
    return goals;
}

bool isAnyDaemon(const QList<KubeGoal> &goals)
{
    return std::any_of(goals.cbegin(), goals.cend(), [](const KubeGoal &goal) { return goal.isDaemon(); });
}

ActionOffer offer(const char *verb, const QString &hindrance = {}, int wanted = 1)
{
    return {.verb = QLatin1String(verb),
            .permission = ActionPermission::Unknown,
            .reason = hindrance,
            .possible = hindrance.isEmpty(),
            .arguments = KubeOrder::arguments(QLatin1String(verb), wanted)};
}

KubeRight toPatch(const KubeGoal &goal, const char *part = "")
{
    return {QStringLiteral("patch"), goal.isNode() ? QString() : QStringLiteral("apps"),
            goal.plural() + QLatin1String(part), goal.space, goal.name};
}

/// What @p verb needs: for each goal one of these.
QList<KubeRight> rightsFor(const QString &verb, const QList<KubeGoal> &goals)
{
    QList<KubeRight> rights;
    for (const KubeGoal &goal : goals)
        rights.append(toPatch(goal));
    if (verb == QLatin1String("scale"))
        rights.append(toPatch(goals.first(), "/scale"));
    else if (verb == QLatin1String("drain"))
        rights.append({QStringLiteral("create"), {}, QStringLiteral("pods/eviction"), {}, {}});
    return rights;
}

/// The right for lack of which it cannot be done; null: it can, or that is not known.
const KubeRight *lacking(const QString &verb, const QList<KubeRight> &rights,
                         const QList<ActionPermission> &permissions)
{
    if (verb == QLatin1String("scale")) // the workload, or its number of pods alone
        return permissions.count(ActionPermission::Denied) == rights.size() ? &rights.last() : nullptr;
    const auto missing = permissions.indexOf(ActionPermission::Denied);
    return missing < 0 ? nullptr : &rights[missing];
}

void judge(ActionOffer &offer, const QList<KubeRight> &rights, const QList<ActionPermission> &permissions)
{
    const bool isEither = offer.verb == QLatin1String("scale");
    if (const KubeRight *right = lacking(offer.verb, rights, permissions)) {
        offer.permission = ActionPermission::Denied;
        offer.reason = phrase("phrase.act-may-not", {right->shown()});
    } else if (isEither ? permissions.contains(ActionPermission::Granted)
                        : permissions.count(ActionPermission::Granted) == permissions.size()) {
        offer.permission = ActionPermission::Granted;
    }
}

} // namespace

KubeVerbs::KubeVerbs(KubeApi &api, const ConnectorContext &context, const KubeInventory &inventory, KubeShown &shown)
    : m_desk{api, context}
    , m_inventory(inventory)
    , m_permissions(api, context.clock)
    , m_shown(shown)
{
}

QList<ActionOffer> KubeVerbs::known(const KubeInventory &inventory, const EntityId &target)
{
    const QList<KubeGoal> goals = goalsOf(inventory, target);
    if (goals.isEmpty())
        return {};
    if (goals.first().isNode()) {
        const bool isCordoned = goals.first().isCordoned;
        return {offer("cordon", isCordoned ? phrase("phrase.act-is-cordoned") : QString()),
                offer("uncordon", isCordoned ? QString() : phrase("phrase.act-not-cordoned")), offer("drain")};
    }
    QList<ActionOffer> offers;
    if (goals.size() > 1)
        offers.append(offer("scale", phrase("phrase.act-several", {QString::number(goals.size())})));
    else if (!isAnyDaemon(goals))
        offers.append(offer("scale", {}, goals.first().wanted));
    const bool isPaused = std::any_of(goals.cbegin(), goals.cend(), [](const KubeGoal &goal) { return goal.isPaused; });
    offers.append(offer("restart", isPaused ? phrase("phrase.act-is-paused") : QString()));
    return offers;
}

void KubeVerbs::offers(const EntityId &target, const ActionReply<QList<ActionOffer>> &done)
{
    const QList<ActionOffer> offers = known(m_inventory, target);
    const QList<KubeGoal> goals = goalsOf(m_inventory, target);
    QList<KubeRight> rights;
    for (const ActionOffer &one : offers)
        rights += rightsFor(one.verb, goals);
    m_permissions.ask(rights, [offers, goals, done](const QList<ActionPermission> &permissions) {
        QList<ActionOffer> judged = offers;
        qsizetype at = 0;
        for (ActionOffer &one : judged) {
            const QList<KubeRight> needed = rightsFor(one.verb, goals);
            judge(one, needed, permissions.mid(at, needed.size()));
            at += needed.size();
        }
        done(judged);
    });
}

Result<KubeVerbs::Job> KubeVerbs::jobOf(const Action &action) const
{
    const QList<KubeGoal> goals = goalsOf(m_inventory, action.target);
    if (goals.isEmpty())
        return saidError(ErrorKind::NotFound, Fault::Input, "act.no-target",
                         {m_desk.context.config.name, action.target.toString().left(200)}, std::nullopt);
    const QList<ActionOffer> offers = known(m_inventory, action.target);
    const auto found =
        std::find_if(offers.cbegin(), offers.cend(), [&](const ActionOffer &one) { return one.verb == action.verb; });
    QStringList names;
    for (const KubeGoal &goal : goals)
        names.append(goal.shown());
    const QString name = names.join(QStringLiteral(", ")).left(300);
    const bool isSeveral = action.verb == QLatin1String("scale") && goals.size() > 1;
    if (found == offers.cend() || isSeveral)
        return saidError(ErrorKind::Unsupported, Fault::Input, "act.cannot", {action.verb.left(100), name},
                         std::nullopt);
    const auto order = KubeOrder::of(action);
    if (!order)
        return order.error();
    return Job{*order, name, goals};
}

void KubeVerbs::preview(const Action &action, const ActionReply<ActionPlan> &done)
{
    const auto job = jobOf(action);
    if (!job) {
        done(job.error());
        return;
    }
    const auto shown = std::make_shared<KubeShown::Uids>();
    run(new KubePreview(m_desk, action, job->order, job->name, job->goals, shown,
                        [this, shown, key = action.key, done](const Result<ActionPlan> &plan) {
                            if (plan)
                                m_shown.remember(key, *shown);
                            done(plan);
                        }));
}

void KubeVerbs::perform(const Action &action, const KubeAct::Progress &progress)
{
    const auto job = jobOf(action);
    if (!job) {
        progress({{}, true, job.error()});
        return;
    }
    m_asking.insert(action.key, {job->name, progress});
    askRights(action, *job, false);
}

/// What the cluster would refuse half-way is not begun. A no is asked for again, since it may be a minute old.
void KubeVerbs::askRights(const Action &action, const Job &job, bool isSure)
{
    const QList<KubeRight> rights = rightsFor(action.verb, job.goals);
    m_permissions.ask(rights, [this, action, job, isSure, rights](const QList<ActionPermission> &may) {
        if (!m_asking.contains(action.key)) // stopped meanwhile
            return;
        const KubeRight *right = lacking(action.verb, rights, may);
        if (right && !isSure) {
            m_permissions.forget();
            askRights(action, job, true);
            return;
        }
        const KubeAct::Progress progress = m_asking.take(action.key).progress;
        if (right)
            progress({{},
                      true,
                      saidError(ErrorKind::Refused, Fault::NotAllowed, "act.not-permitted",
                                {m_desk.context.config.name, right->shown()}, std::nullopt)});
        else
            begin(action, job, may.first() == ActionPermission::Denied, progress);
    });
}

/// @p scalesOnly: we may write the number of pods, and not the workload with our mark.
void KubeVerbs::begin(const Action &action, const Job &job, bool scalesOnly, const KubeAct::Progress &progress)
{
    // What a person agreed to, and nothing else of the name.
    const auto goals = m_shown.chosen(action, job.goals, m_desk.context.config.name);
    if (!goals)
        progress({{}, true, goals.error()});
    else if (action.verb == QLatin1String("drain"))
        run(new KubeDrain(m_desk, action, job.order, goals->first(), progress));
    else if (goals->first().isNode())
        run(new KubeCordon(m_desk, action, job.order, goals->first(), progress));
    else
        run(new KubeRollout(m_desk, action, job.order, job.name, *goals, scalesOnly, progress));
}

void KubeVerbs::run(KubeAct *act)
{
    act->setParent(this);
    std::erase(m_acts, nullptr);
    m_acts.emplace_back(act);
    act->begin();
}

void KubeVerbs::stopAction(const QString &key, const ActionReply<ActionProgress> &done)
{
    if (m_asking.contains(key)) {
        const Asking asking = m_asking.take(key);
        ActionProgress end{
            {}, true, saidError(ErrorKind::Cancelled, Fault::Input, "act.stopped-early", {asking.name}, std::nullopt)};
        end.stopped = true;
        done(end);
        asking.progress(end);
        return;
    }
    for (const auto &act : m_acts) {
        if (!act || act->isFinished() || act->action().key != key)
            continue;
        if (act->stop())
            done(act->progress());
        else
            done(saidError(ErrorKind::Unsupported, Fault::Input, "act.one-piece", {act->action().verb}, std::nullopt));
        return;
    }
    done(saidError(ErrorKind::NotFound, Fault::Input, "act.none", {}, std::nullopt));
}

void KubeVerbs::close()
{
    const auto asking = std::exchange(m_asking, {});
    for (const Asking &one : asking) // nothing was done yet
        one.progress(
            {{},
             true,
             saidError(ErrorKind::Unreachable, Fault::Network, "session.not-connected", {m_desk.context.config.name})});
    const auto acts = std::exchange(m_acts, {});
    for (const auto &act : acts) {
        if (act && !act->isFinished())
            act->cut();
    }
}

} // namespace graticule
