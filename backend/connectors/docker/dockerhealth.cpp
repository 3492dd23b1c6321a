// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerhealth.h"

#include "backend/connectors/healthrank.h"
#include "backend/domain/saying.h"

#include <algorithm>
#include <map>

namespace graticule {
namespace {

constexpr Milliseconds kLoopWindow{60000};     // longest wait between two restarts
constexpr Milliseconds kTaskHistory{600000};   // failures of a swarm task that count as one series
constexpr Milliseconds kTaskElsewhere{120000}; // an ended swarm task without a successor here lives elsewhere

QString exitText(int code)
{
    return phrase("phrase.exited", {QString::number(code)});
}

/// Ended by SIGTERM or SIGKILL, as a stop does.
bool isSignal(int code)
{
    return code == 137 || code == 143;
}

bool isTask(const DockerContainer &container)
{
    return container.labels.contains(QStringLiteral("com.docker.swarm.task.id"));
}

bool runsBriefly(const DockerContainer &container, Instant now)
{
    return container.startedAt != kNever && now - container.startedAt < kLoopWindow;
}

ContainerVerdict running(const DockerContainer &container, Instant now)
{
    if (container.restarts >= 2 && runsBriefly(container, now))
        return {Health::Restarting, phrase("phrase.restarted", {QString::number(container.restarts)}), true, kNever};
    switch (container.check) {
    case HealthCheck::None:
    case HealthCheck::Healthy:
        return {Health::Healthy, {}, true, container.startedAt};
    case HealthCheck::Starting:
        return {Health::Starting, phrase("phrase.check-open"), true, container.startedAt};
    case HealthCheck::Unhealthy:
        return {Health::Unhealthy,
                container.failedChecks > 0 ? phrase("phrase.check-failed", {QString::number(container.failedChecks)})
                                           : phrase("phrase.check-fails"),
                true, kNever};
    case HealthCheck::Unknown:
        break;
    }
    return {Health::Unknown, phrase("phrase.check-unknown"), true, kNever};
}

ContainerVerdict ended(const DockerContainer &container, bool stopAsked)
{
    const int code = container.exitCode;
    const Instant at = container.finishedAt;
    if (container.outOfMemory)
        return {Health::Failed, phrase("phrase.out-of-memory"), true, at};
    if (code < 0)
        return {Health::Unknown, phrase("phrase.ended"), false, at};
    if (code == 0)
        return {Health::Stopped, phrase("phrase.ended-well"), false, at};
    // Such a policy restarts whatever ends by itself, so someone stopped it; 125 to 128: it could not be started.
    const bool restartsAlways = container.restartPolicy == QLatin1String("always") ||
                                container.restartPolicy == QLatin1String("unless-stopped");
    const bool couldNotStart = code >= 125 && code <= 128;
    if (stopAsked || code == 143 || (restartsAlways && !couldNotStart))
        return {Health::Stopped, phrase("phrase.stopped", {exitText(code)}), false, at};
    return {Health::Failed, exitText(code), true, at};
}

/// The newest container of one slot of a swarm service, with the ones before it.
ContainerVerdict judgeTask(const std::vector<const DockerContainer *> &newestFirst, bool stopAsked, Instant now,
                           bool &passing)
{
    const DockerContainer &newest = *newestFirst.front();
    const auto failures = std::count_if(newestFirst.begin(), newestFirst.end(), [&](const DockerContainer *c) {
        return c->state == ContainerState::Exited && c->exitCode > 0 && !isSignal(c->exitCode) &&
               newest.created - c->created < kTaskHistory;
    });
    ContainerVerdict verdict = judge(newest, stopAsked, now);
    if (newest.state == ContainerState::Exited) {
        const Instant at = newest.finishedAt != kNever ? newest.finishedAt : newest.created;
        if (isSignal(newest.exitCode) || now - at > kTaskElsewhere)
            return {Health::Stopped, phrase("phrase.task-ended", {exitText(newest.exitCode)}), false, at};
        passing = true;
        if (failures >= 2)
            verdict.health = Health::Restarting;
    } else if (failures >= 2 && (newest.state == ContainerState::Created || now - newest.created < kLoopWindow)) {
        passing = true;
        verdict = {Health::Restarting, phrase("phrase.failed", {QString::number(failures)}), true, kNever};
    } else if (newest.state == ContainerState::Created) {
        verdict = {Health::Starting, phrase("phrase.task-starts"), true, newest.created};
    }
    return verdict;
}

struct Instance
{
    const DockerContainer *container;
    ContainerVerdict verdict;
};

ServiceVerdict sumUp(const std::vector<Instance> &instances, bool passing)
{
    ServiceVerdict sum;
    sum.passing = passing;
    const Instance *worst = nullptr;
    bool anyWanted = false;
    for (const Instance &instance : instances)
        anyWanted = anyWanted || instance.verdict.wanted;
    for (const Instance &instance : instances) {
        const ContainerVerdict &verdict = instance.verdict;
        sum.desired += verdict.wanted;
        sum.ready += verdict.wanted && verdict.health == Health::Healthy;
        if (anyWanted && !verdict.wanted)
            continue;
        if (!worst || healthRank(verdict.health) < healthRank(worst->verdict.health))
            worst = &instance;
    }
    if (!worst) // there are no instances
        return sum;
    sum.health = worst->verdict.health;
    sum.since = worst->verdict.since;
    sum.text = worst->verdict.text;
    if (sum.desired > 1 && sum.ready < sum.desired) {
        sum.text = phrase("phrase.one-of-several",
                          {QString::number(sum.ready), QString::number(sum.desired), worst->container->name, sum.text});
    }
    return sum;
}

} // namespace

ContainerVerdict judge(const DockerContainer &container, bool stopAsked, Instant now)
{
    switch (container.state) {
    case ContainerState::Created:
        return {Health::Stopped, phrase("phrase.never-started"), false, container.created};
    case ContainerState::Running:
        return running(container, now);
    case ContainerState::Paused:
        return {Health::Paused, phrase("phrase.paused"), true, kNever};
    case ContainerState::Restarting:
        return {Health::Restarting,
                phrase("phrase.restarts-again", {exitText(container.exitCode), QString::number(container.restarts)}),
                true, kNever};
    case ContainerState::Removing:
        return {Health::Stopped, phrase("phrase.removing"), false, kNever};
    case ContainerState::Exited:
        return ended(container, stopAsked);
    case ContainerState::Dead:
        return {Health::Failed, phrase("phrase.dead"), true, container.finishedAt};
    case ContainerState::Unknown:
        break;
    }
    return {Health::Unknown, phrase("phrase.state-unknown"), false, kNever};
}

ServiceVerdict judge(const std::vector<const DockerContainer *> &containers, const QSet<QString> &stopAsked,
                     Instant now)
{
    std::vector<Instance> instances;
    std::map<QString, std::vector<const DockerContainer *>> slots;
    bool passing = false;
    for (const DockerContainer *container : containers) {
        if (isTask(*container)) { // "service.slot.task"
            const QString task = container->labels.value(QStringLiteral("com.docker.swarm.task.name"));
            slots[task.section(QLatin1Char('.'), 0, -2)].push_back(container);
            continue;
        }
        instances.push_back({container, judge(*container, stopAsked.contains(container->id), now)});
        passing = passing || (container->state == ContainerState::Running && container->restarts >= 2 &&
                              runsBriefly(*container, now));
    }
    for (auto &[slot, tasks] : slots) {
        std::sort(tasks.begin(), tasks.end(), [](auto *a, auto *b) { return a->created > b->created; });
        const ContainerVerdict verdict = judgeTask(tasks, stopAsked.contains(tasks.front()->id), now, passing);
        instances.push_back({tasks.front(), verdict});
    }
    return sumUp(instances, passing);
}

} // namespace graticule
