// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubecordon.h"

#include "backend/domain/saying.h"

namespace graticule {

KubeCordon::KubeCordon(const Desk &desk, const Action &action, const KubeOrder &order, KubeGoal node, Progress progress)
    : KubeAct(desk, action, node.shown(), std::move(progress), order.limit)
    , m_node(std::move(node))
    , m_cordon(order.verb == QLatin1String("cordon"))
{
}

QJsonObject KubeCordon::patch(const KubeState &before, bool cordon)
{
    if (before.isCordoned == cordon)
        return {};
    return {{QStringLiteral("spec"),
             QJsonObject{{QStringLiteral("unschedulable"), cordon ? QJsonValue(true) : QJsonValue(QJsonValue::Null)}}}};
}

void KubeCordon::start()
{
    tell(phrase("phrase.act-asking", {desk().context.config.name}));
    change(
        m_node, [this](const KubeState &before) -> Result<QJsonObject> { return patch(before, m_cordon); },
        [this](const KubeState &) { readBack(); });
}

void KubeCordon::readBack()
{
    ask(desk().api.json("GET", m_node.path), QStringLiteral("tell of %1").arg(name()), [this](const QByteArray &body) {
        const auto state = parseKubeState(body);
        if (!state)
            fail(state.error());
        else if (state->isCordoned == m_cordon)
            finish(phrase(m_cordon ? "phrase.act-cordoned" : "phrase.act-uncordoned", {name()}));
        else
            fail(saidError(ErrorKind::Conflict, Fault::Endpoint, "act.undone", {name()}));
    });
}

Error KubeCordon::lateness() const
{
    return saidError(ErrorKind::TimedOut, Fault::Endpoint, "act.late", {name(), desk().context.config.name});
}

} // namespace graticule
