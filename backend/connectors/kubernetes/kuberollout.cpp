// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kuberollout.h"

#include "backend/domain/saying.h"

#include <cstdlib>

namespace graticule {
namespace {

constexpr Milliseconds kLook{1000};
constexpr Milliseconds kLookLater{2500};
constexpr int kSoonLooks = 15;

/// What is there of @p wanted pods, one too many counting as one too few.
int share(const KubeState &state)
{
    const int there = state.there > state.wanted ? state.there : std::min(state.ready, std::max(state.updated, 0));
    return std::max(0, state.wanted - std::abs(state.wanted - there));
}

} // namespace

KubeRollout::KubeRollout(const Desk &desk, const Action &action, const KubeOrder &order, const QString &name,
                         QList<KubeGoal> goals, bool scalesOnly, Progress progress)
    : KubeAct(desk, action, name, std::move(progress), order.limit)
    , m_order(order)
    , m_goals(std::move(goals))
    , m_scalesOnly(scalesOnly)
    , m_stamp(toIso(desk.context.clock.now()))
{
}

void KubeRollout::start()
{
    tell(phrase("phrase.act-asking", {desk().context.config.name}));
    writeNext();
}

Result<QJsonObject> KubeRollout::patch(const KubeGoal &goal, const KubeState &before) const
{
    if (m_order.verb == QLatin1String("scale")) {
        if (before.wanted == m_order.replicas)
            return QJsonObject();
        return QJsonObject{{QStringLiteral("spec"), QJsonObject{{QStringLiteral("replicas"), m_order.replicas}}}};
    }
    if (before.isPaused)
        return saidError(ErrorKind::Conflict, Fault::Input, "act.paused", {goal.shown()}, std::nullopt);
    if (before.isByHand)
        return saidError(ErrorKind::Unsupported, Fault::Input, "act.by-hand", {goal.shown()}, std::nullopt);
    const QJsonObject notes{{QStringLiteral("kubectl.kubernetes.io/restartedAt"), m_stamp}};
    const QJsonObject pods{{QStringLiteral("metadata"), QJsonObject{{QStringLiteral("annotations"), notes}}}};
    return QJsonObject{{QStringLiteral("spec"), QJsonObject{{QStringLiteral("template"), pods}}}};
}

void KubeRollout::writeNext()
{
    if (m_written == m_goals.size()) {
        m_states = QList<KubeState>(m_goals.size());
        read(0);
        return;
    }
    const KubeGoal &goal = m_goals[m_written];
    change(
        goal, [this, goal](const KubeState &before) { return patch(goal, before); },
        [this](const KubeState &) {
            ++m_written;
            writeNext();
        },
        m_scalesOnly ? QByteArray("/scale") : QByteArray());
}

void KubeRollout::read(qsizetype index)
{
    if (index == m_goals.size()) {
        judge();
        return;
    }
    ask(desk().api.json("GET", m_goals[index].path), QStringLiteral("tell of %1").arg(m_goals[index].shown()),
        [this, index](const QByteArray &body) {
            const auto state = parseKubeState(body);
            if (!state) {
                fail(state.error());
                return;
            }
            m_states[index] = *state;
            read(index + 1);
        });
}

bool KubeRollout::isRolled(const KubeState &state) const
{
    if (m_order.verb == QLatin1String("scale"))
        return state.isSeen && state.wanted == m_order.replicas && state.there == state.wanted &&
               state.ready == state.wanted;
    return state.isRolled;
}

void KubeRollout::judge()
{
    const bool isScale = m_order.verb == QLatin1String("scale");
    int done = 0;
    int of = 0;
    bool isDone = true;
    for (qsizetype i = 0; i < m_states.size(); ++i) {
        const KubeState &state = m_states[i];
        if (isScale && state.wanted != m_order.replicas) {
            fail(saidError(ErrorKind::Conflict, Fault::Endpoint, "act.rescaled",
                           {m_goals[i].shown(), QString::number(state.wanted)}, std::nullopt));
            return;
        }
        if (!isScale && state.isSeen && !state.trouble.isEmpty()) {
            fail(saidError(ErrorKind::TimedOut, Fault::Endpoint, "act.stuck", {m_goals[i].shown(), state.trouble},
                           std::nullopt));
            return;
        }
        done += isRolled(state) ? state.wanted : state.isSeen ? share(state) : 0;
        of += state.wanted;
        isDone &= isRolled(state);
    }
    const QString pods = QString::number(of);
    if (of != progress().of || done != progress().done || isDone)
        tell(phrase("phrase.act-pods-ready", {QString::number(done), pods}), done, of);
    if (isDone) {
        finish(phrase(isScale ? "phrase.act-scaled" : "phrase.act-restarted", {name(), pods}));
        return;
    }
    later(++m_reads < kSoonLooks ? kLook : kLookLater, [this] { read(0); });
}

Error KubeRollout::lateness() const
{
    if (m_written < m_goals.size())
        return saidError(ErrorKind::TimedOut, Fault::Endpoint, "act.late", {name(), desk().context.config.name});
    return saidError(ErrorKind::TimedOut, Fault::Endpoint, "act.not-ready",
                     {name(), QString::number(progress().done), QString::number(progress().of)}, std::nullopt);
}

} // namespace graticule
