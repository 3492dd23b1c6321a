// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubeact.h"
#include "backend/connectors/kubernetes/kubegoal.h"

#include <array>
#include <set>

namespace graticule {

/// Empties a node: cordons it and has its pods evicted, budgets respected, until they have left. Nothing is touched
/// before it is known that all of them may go. Pods of DaemonSets and of the kubelet's own files stay. A pod whose
/// eviction is refused for good stays, too, and the others go on: it is then told that the node is not empty, and why.
class KubeDrain : public KubeAct
{
public:
    KubeDrain(const Desk &desk, const Action &action, const KubeOrder &order, KubeGoal node, Progress progress);

    bool stop() override;

protected:
    void start() override;
    Error lateness() const override;

private:
    struct Pod
    {
        KubeDrainPod pod;
        ActionItem item;
        Milliseconds again{0}; ///< not asked before, steady
        Milliseconds pause{0}; ///< after the refusal before
        bool isAsked = false;  ///< an eviction is under way
        qsizetype place = 0;   ///< in m_order
    };
    using Listed = std::function<void(const std::vector<KubeDrainPod> &)>;
    void list(bool isShort, const Listed &done, const std::vector<KubeDrainPod> &before = {}, const QString &next = {});
    void cordon();
    /// New ones among @p pods must go, too; those that are not there have gone.
    void take(const std::vector<KubeDrainPod> &pods, bool isWhole);
    void evictNext();
    void evict(const QString &uid);
    void evicted(const QString &uid, HttpReply &reply);
    void giveUp(Pod &pod, const QString &why);
    void refused(Pod &pod, const HttpReply &reply, const Error &error);
    void look();
    void whileOurs(const std::function<void()> &then);
    void say();
    void set(Pod &pod, ActionItemState state, const QString &text = {});
    int count(ActionItemState state) const { return m_counts[size_t(state)]; }
    Milliseconds steady() const { return desk().context.clock.steady(); }
    void endIfStopped();
    QString gone() const { return QString::number(count(ActionItemState::Done)); }
    QString all() const { return QString::number(m_order.size()); }

    const KubeOrder m_how;
    const KubeGoal m_node;
    QString m_version;             ///< of the eviction API
    QHash<QString, Pod> m_pods;    ///< that must go, by uid
    QStringList m_order;           ///< their uids, as first seen
    std::set<qsizetype> m_dirty;   ///< places of those not told since they changed
    std::array<int, 6> m_counts{}; ///< of pods, by ActionItemState
    int m_asking = 0;              ///< evictions under way
    QStringList m_refusal;         ///< of the first pod that was given up: its name, and why
    bool m_isCordoning = false;    ///< the node is being written
    bool m_isCordoned = false;
    KubeState m_cordoned; ///< the node as we left it
    bool m_isStopping = false;
    int m_staying = 0;
};

} // namespace graticule
