// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubepreview.h"

#include "backend/connectors/http/poolparse.h"
#include "backend/domain/saying.h"

namespace graticule {
namespace {

constexpr Milliseconds kLongest{20'000};

KubeAct::Progress planTold(const std::shared_ptr<ActionPlan> &plan, const ActionReply<ActionPlan> &done)
{
    return [plan, done](const ActionProgress &progress) {
        if (progress.finished)
            done(progress.error.text.isEmpty() ? Result<ActionPlan>(*plan) : Result<ActionPlan>(progress.error));
    };
}

QString undoing(const QString &verb)
{
    if (verb == QLatin1String("uncordon"))
        return QStringLiteral("cordon");
    if (verb == QLatin1String("cordon") || verb == QLatin1String("drain"))
        return QStringLiteral("uncordon");
    return verb == QLatin1String("scale") ? verb : QString();
}

} // namespace

// The plan is made before the base is told of it: it is filled until the last progress hands it on.
KubePreview::KubePreview(const Desk &desk, const Action &action, const KubeOrder &order, const QString &name,
                         QList<KubeGoal> goals, std::shared_ptr<KubeShown::Uids> shown,
                         const ActionReply<ActionPlan> &done)
    : KubePreview(desk, action, order, name, std::move(goals), std::move(shown), done, std::make_shared<ActionPlan>())
{
}

KubePreview::KubePreview(const Desk &desk, const Action &action, const KubeOrder &order, const QString &name,
                         QList<KubeGoal> goals, std::shared_ptr<KubeShown::Uids> shown,
                         const ActionReply<ActionPlan> &done, std::shared_ptr<ActionPlan> plan)
    : KubeAct(desk, action, name, planTold(plan, done), kLongest)
    , m_order(order)
    , m_goals(std::move(goals))
    , m_shown(std::move(shown))
    , m_plan(std::move(plan))
{
    m_plan->verb = action.verb;
    m_plan->target = action.target;
    m_plan->targetName = name;
    m_plan->place = QStringLiteral("%1 (%2)").arg(desk.api.endpoint().shown, desk.context.config.name);
    m_plan->undoneBy = undoing(action.verb);
    m_plan->lasting = action.verb == QLatin1String("restart");
}

void KubePreview::start()
{
    look(0);
}

void KubePreview::look(qsizetype index)
{
    if (index == m_goals.size()) {
        finish({});
        return;
    }
    ask(desk().api.json("GET", m_goals[index].path), QStringLiteral("tell of %1").arg(m_goals[index].shown()),
        [this, index](const QByteArray &body) {
            const auto state = parseKubeState(body);
            if (!state) {
                fail(state.error());
                return;
            }
            m_shown->insert(m_goals[index].path, state->uid);
            if (m_goals[index].isNode())
                takeNode(*state);
            else
                takeWorkload(m_goals[index], *state);
            if (m_order.verb == QLatin1String("drain"))
                listPods({});
            else
                look(index + 1);
        });
}

void KubePreview::takeNode(const KubeState &state)
{
    const bool cordons = m_order.verb != QLatin1String("uncordon");
    ActionEffect effect{name(), QStringLiteral("node"), EffectKind::Changes, {}, action().target};
    if (state.isCordoned == cordons) {
        effect.effect = EffectKind::Stays;
        effect.reason = phrase(cordons ? "phrase.act-is-cordoned" : "phrase.act-not-cordoned");
    } else {
        effect.reason = phrase(cordons ? "phrase.act-no-new-pods" : "phrase.act-new-pods");
    }
    m_plan->effects.append(effect);
}

void KubePreview::takeWorkload(const KubeGoal &goal, const KubeState &state)
{
    ActionEffect effect{goal.shown(), goal.kind, EffectKind::Changes, {}};
    const QString pods = QString::number(state.wanted);
    if (m_order.verb == QLatin1String("restart")) {
        effect.reason = phrase(state.isRecreated ? "phrase.act-recreates" : "phrase.act-replaces", {pods});
        if (state.isRecreated && state.wanted > 0)
            m_plan->warnings.append(phrase("phrase.act-nobody-serves", {goal.shown()}));
        if (state.isPaused || state.isByHand) {
            effect.effect = EffectKind::Refused;
            effect.reason = phrase(state.isPaused ? "phrase.act-is-paused" : "phrase.act-by-hand");
        }
    } else if (state.wanted == m_order.replicas) {
        effect.effect = EffectKind::Stays;
        effect.reason = phrase("phrase.act-has-pods", {pods});
    } else {
        effect.effect = state.wanted < m_order.replicas ? EffectKind::Begins : EffectKind::Ends;
        effect.reason = phrase("phrase.act-from-to", {pods, QString::number(m_order.replicas)});
        if (m_order.replicas == 0)
            m_plan->warnings.append(phrase("phrase.act-nobody-serves", {goal.shown()}));
    }
    m_plan->effects.append(effect);
}

void KubePreview::listPods(const QString &next)
{
    ask(drainList(desk().api, m_goals.first().name, next, false), QStringLiteral("list the pods of %1").arg(name()),
        [this](const QByteArray &body) {
            parseAside<KubeDrainPage>(body, &parseKubeDrainPods, this, [this](const Result<KubeDrainPage> &page) {
                if (isFinished())
                    return;
                if (!page) {
                    fail(page.error());
                    return;
                }
                m_pods.insert(m_pods.end(), page->pods.begin(), page->pods.end());
                page->next.isEmpty() ? askBudgets("v1") : listPods(page->next);
            });
        });
}

/// policy/v1 is there since 1.21, v1beta1 until 1.24.
void KubePreview::askBudgets(const QByteArray &version)
{
    send(desk().api.json("GET", "/apis/policy/" + version + "/poddisruptionbudgets"),
         [this, version](HttpReply &reply) {
             if (!reply.error() && reply.status() == 404 && version == "v1") {
                 askBudgets("v1beta1");
                 return;
             }
             const auto error = desk().api.failure(reply, reply.body(), QStringLiteral("list budgets"));
             const auto budgets = error ? Result<std::vector<KubeBudget>>(*error) : parseKubeBudgets(reply.body());
             if (!budgets)
                 m_plan->warnings.append(phrase("phrase.act-no-budgets"));
             plan(budgets ? *budgets : std::vector<KubeBudget>());
         });
}

void KubePreview::plan(const std::vector<KubeBudget> &budgets)
{
    for (const KubeDrainPod &pod : m_pods) {
        const KubeDrainFate fate = drainFate(pod, m_order);
        ActionEffect effect{pod.shown(), QStringLiteral("pod"), EffectKind::Moves, fate.reason};
        if (fate.kind == KubeDrainFate::Kind::Stays)
            effect.effect = EffectKind::Stays;
        else if (fate.kind == KubeDrainFate::Kind::Refused)
            effect.effect = EffectKind::Refused;
        else if (!pod.isManaged || pod.isFinished)
            effect.effect = EffectKind::Ends;
        if (fate.kind == KubeDrainFate::Kind::Goes && pod.isLeaving)
            effect.reason = phrase("phrase.act-leaving");
        if (fate.kind == KubeDrainFate::Kind::Goes && !pod.isFinished && !pod.isLeaving) {
            for (const KubeBudget &budget : budgets) {
                if (budget.allowed > 0 || !budget.covers(pod))
                    continue;
                effect.effect = EffectKind::Blocked;
                effect.reason = phrase("phrase.act-budget", {budget.name});
            }
            m_plan->lasting |= !pod.isManaged || pod.hasLocalData;
        }
        m_plan->effects.append(effect);
    }
    const Error refusal = drainRefusal(name(), m_pods, m_order);
    if (!refusal.text.isEmpty())
        m_plan->warnings.prepend(refusal.text);
    finish({});
}

Error KubePreview::lateness() const
{
    return saidError(ErrorKind::TimedOut, Fault::Endpoint, "act.late", {name(), desk().context.config.name});
}

} // namespace graticule
