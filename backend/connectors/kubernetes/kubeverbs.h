// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubeact.h"
#include "backend/connectors/kubernetes/kubegoal.h"
#include "backend/connectors/kubernetes/kubeinventory.h"
#include "backend/connectors/kubernetes/kubepermissions.h"
#include "backend/connectors/kubernetes/kubepreview.h"
#include "backend/connectors/kubernetes/kubeshown.h"

#include <QPointer>

namespace graticule {

/// What can be done on one cluster in one session, and what is being done. Backend thread.
class KubeVerbs : public QObject
{
public:
    /// All outlive it.
    KubeVerbs(KubeApi &api, const ConnectorContext &context, const KubeInventory &inventory, KubeShown &shown);

    /// What there is for @p target as the inventory has it, without asking what we may.
    static QList<ActionOffer> known(const KubeInventory &inventory, const EntityId &target);

    void offers(const EntityId &target, const ActionReply<QList<ActionOffer>> &done);
    void preview(const Action &action, const ActionReply<ActionPlan> &done);
    void perform(const Action &action, const KubeAct::Progress &progress);
    void stopAction(const QString &key, const ActionReply<ActionProgress> &done);
    /// The session ends, and so does all that is under way, with what became of it.
    void close();

private:
    struct Job
    {
        KubeOrder order;
        QString name;
        QList<KubeGoal> goals;
    };
    struct Asking
    {
        QString name; ///< of the target
        KubeAct::Progress progress;
    };
    Result<Job> jobOf(const Action &action) const;
    void askRights(const Action &action, const Job &job, bool isSure);
    void begin(const Action &action, const Job &job, bool scalesOnly, const KubeAct::Progress &progress);
    void run(KubeAct *act);

    KubeAct::Desk m_desk;
    const KubeInventory &m_inventory;
    KubePermissions m_permissions;
    KubeShown &m_shown;
    QHash<QString, Asking> m_asking;       ///< by key: acts of which it is asked whether we may
    std::vector<QPointer<KubeAct>> m_acts; ///< children
};

} // namespace graticule
