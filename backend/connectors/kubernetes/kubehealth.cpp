// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubehealth.h"

#include "backend/connectors/healthrank.h"
#include "backend/domain/saying.h"

namespace graticule {
namespace {

constexpr Milliseconds kMayStart{60'000}; // as long as most readiness checks take to pass

bool isPull(const QString &reason)
{
    return reason.contains(QLatin1String("ImagePull")) || reason == QLatin1String("InvalidImageName") ||
           reason == QLatin1String("ErrImageNeverPull");
}

/// "killed: out of memory, restarted 7 times".
QString loopText(const KubePod &pod)
{
    const QString why = pod.ended == QLatin1String("OOMKilled") ? phrase("phrase.out-of-memory")
                        : pod.exitCode >= 0 ? phrase("phrase.exited", {QString::number(pod.exitCode)})
                                            : pod.reason;
    return phrase("phrase.restarts-again", {why, QString::number(pod.restarts)});
}

PodVerdict waiting(const KubePod &pod)
{
    if (pod.reason == QLatin1String("CrashLoopBackOff"))
        return {Health::Restarting, loopText(pod), true};
    if (isPull(pod.reason))
        return {Health::Failed, phrase("phrase.kube-no-image", {pod.reason}), true};
    if (!pod.reason.isEmpty())
        return {Health::Failed, phrase("phrase.kube-cannot-start", {pod.reason}), true};
    if (pod.node.isEmpty() && !pod.unplaced.isEmpty())
        return {Health::Failed, phrase("phrase.kube-unplaced", {pod.unplaced}), true};
    return {Health::Starting, phrase("phrase.kube-starts"), true};
}

} // namespace

PodVerdict judge(const KubePod &pod, Instant now)
{
    using Phase = KubePod::Phase;
    const bool isOwned = pod.owner.kind != KubeOwner::Kind::None; // then there is another one in its place
    if (pod.leaving)
        return {Health::Stopped, phrase("phrase.removing"), false};
    switch (pod.phase) {
    case Phase::Succeeded:
        return {Health::Stopped, phrase("phrase.ended-well"), false};
    case Phase::Failed:
        return {isOwned ? Health::Stopped : Health::Failed,
                pod.exitCode >= 0 && pod.reason.isEmpty() ? phrase("phrase.exited", {QString::number(pod.exitCode)})
                                                          : pod.reason,
                !isOwned};
    case Phase::Pending:
        return waiting(pod);
    case Phase::Running:
        break;
    case Phase::Unknown:
        return {Health::Unknown, phrase("phrase.state-unknown"), true};
    }
    if (!pod.reason.isEmpty())
        return waiting(pod);
    if (pod.ready)
        return {Health::Healthy, {}, true};
    if (pod.restarts >= 2)
        return {Health::Restarting, loopText(pod), true};
    if (pod.startedMs > 0 && now - instantFromMs(pod.startedMs) < kMayStart)
        return {Health::Starting, phrase("phrase.kube-not-ready"), true, true};
    return {Health::Unhealthy, phrase("phrase.kube-not-ready"), true};
}

PodsVerdict judge(const std::vector<const KubePod *> &pods, int missing, Instant now)
{
    PodsVerdict sum;
    PodVerdict worst{Health::Healthy, {}, false};
    const KubePod *speaker = nullptr;
    int evicted = 0;
    for (const KubePod *pod : pods) {
        const PodVerdict verdict = judge(*pod, now);
        evicted += pod->phase == KubePod::Phase::Failed && pod->reason == QLatin1String("Evicted");
        sum.passing = sum.passing || verdict.passing;
        sum.desired += verdict.wanted;
        sum.ready += verdict.wanted && verdict.health == Health::Healthy;
        const bool isWorse = !speaker || healthRank(verdict.health) < healthRank(worst.health);
        if (verdict.wanted && isWorse) {
            worst = verdict;
            speaker = pod;
        }
    }
    sum.desired += missing;
    if (sum.desired == 0) {
        sum.health = Health::Stopped;
        sum.text = pods.empty() ? phrase("phrase.kube-scaled-down") : judge(*pods.front(), now).text;
    } else if (!speaker || (missing > 0 && worst.health == Health::Healthy)) {
        sum.health = Health::Starting;
        sum.text = phrase("phrase.kube-missing", {QString::number(missing)});
    } else if (worst.health == Health::Healthy) {
        sum.health = Health::Healthy;
        sum.text = evicted > 0 ? phrase("phrase.kube-evicted", {QString::number(evicted)}) : QString();
    } else {
        sum.health = worst.health;
        sum.text = sum.desired == 1
                       ? worst.text
                       : phrase("phrase.one-of-several",
                                {QString::number(sum.ready), QString::number(sum.desired), speaker->name, worst.text});
    }
    return sum;
}

} // namespace graticule
