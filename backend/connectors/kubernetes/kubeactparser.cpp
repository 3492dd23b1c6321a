// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeactparser.h"

#include "backend/connectors/http/httperror.h"
#include "backend/domain/saying.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace graticule {
namespace {

constexpr qsizetype kMostItems = 10'000; // of one list
constexpr int kMostPods = 10'000'000;

Result<QJsonObject> objectOf(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (document.isObject())
        return document.object();
    return saidError(ErrorKind::Malformed, Fault::Endpoint, "kube.unreadable", {error.errorString()});
}

QJsonObject part(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toObject();
}

QString text(const QJsonObject &object, const char *name)
{
    return plainText(object.value(QLatin1String(name)).toString().toUtf8(), 300);
}

bool flag(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toBool();
}

int count(const QJsonObject &object, const char *name, int otherwise = 0)
{
    const double value = object.value(QLatin1String(name)).toDouble(otherwise);
    return int(std::clamp<double>(value, -1, kMostPods));
}

QStringList texts(const QJsonObject &object, const char *name)
{
    QStringList list;
    const QJsonArray values = object.value(QLatin1String(name)).toArray();
    for (qsizetype i = 0; i < std::min(values.size(), kMostItems); ++i)
        list.append(values.at(i).toString());
    return list;
}

Labels labelsOf(const QJsonObject &object)
{
    Labels labels;
    for (auto it = object.begin(); it != object.end(); ++it)
        labels.insert(it.key(), it.value().toString());
    return labels;
}

template<class Take> void each(const QJsonObject &object, const char *name, Take take)
{
    const QJsonArray items = object.value(QLatin1String(name)).toArray();
    for (qsizetype i = 0; i < std::min(items.size(), kMostItems); ++i)
        take(items.at(i).toObject());
}

void readPods(const QJsonObject &spec, const QJsonObject &status, KubeState &to)
{
    const bool isDaemon = status.contains(QLatin1String("desiredNumberScheduled"));
    const QString strategy =
        text(part(spec, spec.contains(QLatin1String("updateStrategy")) ? "updateStrategy" : "strategy"), "type");
    to.isByHand = strategy == QLatin1String("OnDelete");
    to.isRecreated = strategy == QLatin1String("Recreate");
    if (isDaemon) {
        to.wanted = count(status, "desiredNumberScheduled");
        to.there = count(status, "currentNumberScheduled");
        to.updated = count(status, "updatedNumberScheduled");
        to.ready = count(status, "numberAvailable");
    } else if (spec.contains(QLatin1String("replicas"))) {
        to.wanted = count(spec, "replicas");
        to.there = count(status, "replicas");
        to.updated = count(status, "updatedReplicas");
        to.ready = std::max(count(status, "readyReplicas"), count(status, "availableReplicas"));
    }
    each(status, "conditions", [&](const QJsonObject &condition) {
        if (text(condition, "type") == QLatin1String("Progressing") &&
            text(condition, "status") == QLatin1String("False"))
            to.trouble = text(condition, "message");
    });
    // A StatefulSet counts its updated pods only while it rolls.
    const QString revision = text(status, "updateRevision");
    const bool isOneVersion = !revision.isEmpty() && revision == text(status, "currentRevision");
    to.isRolled =
        to.isSeen && (isOneVersion || to.updated >= to.wanted) && to.there == to.wanted && to.ready >= to.wanted;
}

} // namespace

Result<KubeState> parseKubeState(const QByteArray &json)
{
    const auto object = objectOf(json);
    if (!object)
        return object.error();
    const QJsonObject meta = part(*object, "metadata");
    const QJsonObject spec = part(*object, "spec");
    const QJsonObject status = part(*object, "status");
    const QJsonObject notes = part(meta, "annotations");
    KubeState state;
    state.uid = text(meta, "uid");
    state.version = text(meta, "resourceVersion");
    if (state.uid.isEmpty() || state.version.isEmpty())
        return saidError(ErrorKind::Malformed, Fault::Endpoint, "kube.unreadable",
                         {QStringLiteral("no uid or version")});
    state.generation = std::max<qint64>(0, text(notes, kGenerationAnnotation).toLongLong());
    state.act = text(notes, kActAnnotation);
    state.isCordoned = flag(spec, "unschedulable");
    state.isPaused = flag(spec, "paused");
    state.isSeen = status.value(QLatin1String("observedGeneration")).toDouble() >=
                   meta.value(QLatin1String("generation")).toDouble(1);
    readPods(spec, status, state);
    return state;
}

Result<KubeDrainPage> parseKubeDrainPods(const QByteArray &json)
{
    const auto object = objectOf(json);
    if (!object)
        return object.error();
    KubeDrainPage page;
    page.next = part(*object, "metadata").value(QLatin1String("continue")).toString();
    each(*object, "items", [&](const QJsonObject &item) {
        const QJsonObject meta = part(item, "metadata");
        KubeDrainPod pod;
        pod.uid = text(meta, "uid");
        pod.space = text(meta, "namespace");
        pod.name = text(meta, "name");
        if (pod.uid.isEmpty() || pod.space.isEmpty() || pod.name.isEmpty())
            return;
        pod.labels = labelsOf(part(meta, "labels"));
        pod.isLeaving = meta.contains(QLatin1String("deletionTimestamp"));
        pod.isMirror = part(meta, "annotations").contains(QLatin1String("kubernetes.io/config.mirror"));
        each(meta, "ownerReferences", [&](const QJsonObject &owner) {
            if (!flag(owner, "controller"))
                return;
            pod.isManaged = true;
            pod.isDaemon = text(owner, "kind") == QLatin1String("DaemonSet");
        });
        const QString phase = text(part(item, "status"), "phase");
        pod.isFinished = phase == QLatin1String("Succeeded") || phase == QLatin1String("Failed");
        each(part(item, "spec"), "volumes",
             [&](const QJsonObject &volume) { pod.hasLocalData |= volume.contains(QLatin1String("emptyDir")); });
        page.pods.push_back(std::move(pod));
    });
    return page;
}

Result<std::vector<KubeBudget>> parseKubeBudgets(const QByteArray &json)
{
    const auto object = objectOf(json);
    if (!object)
        return object.error();
    const bool isFirstVersion = text(*object, "apiVersion") == QLatin1String("policy/v1beta1");
    std::vector<KubeBudget> budgets;
    each(*object, "items", [&](const QJsonObject &item) {
        const QJsonObject meta = part(item, "metadata");
        const QJsonObject selector = part(part(item, "spec"), "selector");
        KubeBudget budget;
        budget.space = text(meta, "namespace");
        budget.name = text(meta, "name");
        budget.allowed = count(part(item, "status"), "disruptionsAllowed");
        budget.labels = labelsOf(part(selector, "matchLabels"));
        each(selector, "matchExpressions", [&](const QJsonObject &expression) {
            budget.conditions.push_back(
                {text(expression, "key"), text(expression, "operator"), texts(expression, "values")});
        });
        // In v1beta1 an empty selector means no pod; since v1 it means all.
        budget.isOfAll =
            !isFirstVersion && part(item, "spec").contains(QLatin1String("selector")) && selector.isEmpty();
        budgets.push_back(std::move(budget));
    });
    return budgets;
}

bool KubeBudget::covers(const KubeDrainPod &pod) const
{
    if (pod.space != space)
        return false;
    if (labels.isEmpty() && conditions.empty())
        return isOfAll;
    for (auto it = labels.cbegin(); it != labels.cend(); ++it) {
        if (!pod.labels.contains(it.key()) || pod.labels.value(it.key()) != it.value())
            return false;
    }
    return std::all_of(conditions.cbegin(), conditions.cend(), [&](const Condition &one) {
        const bool has = pod.labels.contains(one.key);
        const bool isOne = has && one.values.contains(pod.labels.value(one.key));
        if (one.how == QLatin1String("In"))
            return isOne;
        if (one.how == QLatin1String("NotIn"))
            return !isOne;
        return has == (one.how == QLatin1String("Exists"));
    });
}

Result<KubeRules> parseKubeRules(const QByteArray &json)
{
    const auto object = objectOf(json);
    if (!object)
        return object.error();
    const QJsonObject status = part(*object, "status");
    KubeRules rules;
    rules.isIncomplete = flag(status, "incomplete") || !status.contains(QLatin1String("resourceRules"));
    each(status, "resourceRules", [&](const QJsonObject &rule) {
        rules.rules.push_back(
            {texts(rule, "verbs"), texts(rule, "apiGroups"), texts(rule, "resources"), texts(rule, "resourceNames")});
    });
    return rules;
}

bool KubeRules::allow(const QString &verb, const QString &group, const QString &resource, const QString &name) const
{
    const auto has = [](const QStringList &list, const QString &wanted) {
        return list.contains(QLatin1String("*")) || list.contains(wanted);
    };
    const QString tail = resource.section(QLatin1Char('/'), 1);
    return std::any_of(rules.cbegin(), rules.cend(), [&](const Rule &rule) {
        return has(rule.verbs, verb) && has(rule.groups, group) &&
               (rule.names.isEmpty() || rule.names.contains(name)) &&
               (has(rule.resources, resource) ||
                (!tail.isEmpty() && rule.resources.contains(QLatin1String("*/") + tail)));
    });
}

Result<bool> parseKubeAccess(const QByteArray &json)
{
    const auto object = objectOf(json);
    if (!object)
        return object.error();
    const QJsonObject status = part(*object, "status");
    if (!status.contains(QLatin1String("allowed")))
        return saidError(ErrorKind::Malformed, Fault::Endpoint, "kube.unreadable", {QStringLiteral("no verdict")});
    return flag(status, "allowed");
}

Result<QString> parseKubeEviction(const QByteArray &json)
{
    const auto object = objectOf(json);
    if (!object)
        return object.error();
    QString found;
    each(*object, "resources", [&](const QJsonObject &resource) {
        if (text(resource, "name") == QLatin1String("pods/eviction"))
            found = text(resource, "group") + QLatin1Char('/') + text(resource, "version");
    });
    return found;
}

} // namespace graticule
