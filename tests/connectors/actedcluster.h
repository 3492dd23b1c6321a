// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/filesecretstore.h"
#include "backend/connectors/http/curlloop.h"
#include "backend/connectors/kubernetes/kubeverbs.h"
#include "tests/connectors/fakesites.h"
#include "tests/connectors/faultyserver.h"

#include <QTest>

namespace graticule::testing {

inline constexpr int kSoon = 60'000; // on a busy machine

inline QByteArray node(int generation, bool cordoned, const char *version = "7")
{
    return R"({"metadata":{"name":"n1","uid":"u1","resourceVersion":")" + QByteArray(version) +
           R"(","annotations":{"graticule.dev/generation":")" + QByteArray::number(generation) +
           R"("}},"spec":{"unschedulable":)" + (cordoned ? "true" : "false") + "}}";
}

/// shop/web, all of whose pods are ready.
inline QByteArray workload(int generation, int replicas, const char *uid = "w1")
{
    const QByteArray pods = QByteArray::number(replicas);
    return R"({"metadata":{"name":"web","namespace":"shop","uid":")" + QByteArray(uid) +
           R"(","resourceVersion":"5","generation":1,"annotations":{"graticule.dev/generation":")" +
           QByteArray::number(generation) + R"("}},"spec":{"replicas":)" + pods +
           R"(},"status":{"observedGeneration":1,"replicas":)" + pods + R"(,"readyReplicas":)" + pods +
           R"(,"updatedReplicas":)" + pods + "}}";
}

inline QByteArray pod(const QByteArray &name,
                      const QByteArray &more = R"("ownerReferences":[{"kind":"ReplicaSet","controller":true}])",
                      const QByteArray &spec = "{}")
{
    return R"({"metadata":{"name":")" + name + R"(","namespace":"shop","uid":"uid-)" + name + R"(","labels":{"app":")" +
           name + R"("},)" + more + R"(},"spec":)" + spec + R"(,"status":{"phase":"Running"}})";
}

inline QByteArray list(const QByteArrayList &items)
{
    return R"({"metadata":{},"items":[)" + items.join(',') + "]}";
}

/// An API server with one node, as far as acts need one.
class ActedCluster
{
public:
    ActedCluster()
        : load(clock, 0, 0)
        , login(clock)
    {
        server.setScript([this](const QByteArray &method, const QByteArray &path) { return answer(method, path); });
        server.listenTcp();
        config.id = EntityId("c");
        config.name = QStringLiteral("fra");
        config.address = QStringLiteral("http://127.0.0.1:%1").arg(server.port());
        context.emplace(ConnectorContext{config, clock, load, sites, secrets, {}});
        api = std::make_unique<KubeApi>(*KubeTarget::of(config, {}), *context, login, CurlLoop::ofThisThread());
        inventory = std::make_unique<KubeInventory>(config, sites);
        putNode(QStringLiteral("u1"));
        putWorkload("w1");
        connectAgain();
    }

    /// Another session; what was under way ends.
    void connectAgain()
    {
        if (verbs)
            verbs->close();
        verbs = std::make_unique<KubeVerbs>(*api, *context, *inventory, shown);
    }

    void putNode(const QString &uid)
    {
        KubeNode node;
        node.meta.uid = uid;
        node.meta.name = QStringLiteral("n1");
        inventory->put(KubeKind::Node, node);
    }
    void putWorkload(const char *uid, const char *name = "web", const Labels &labels = {})
    {
        KubeWorkload web;
        web.meta.uid = QLatin1String(uid);
        web.meta.space = QStringLiteral("shop");
        web.meta.name = QLatin1String(name);
        web.meta.labels = labels;
        web.kind = KubeOwner::Kind::Deployment;
        web.desired = 2;
        inventory->put(KubeKind::Deployment, web);
    }
    /// Begins it; what comes of it is in `progress`.
    void perform(const char *verb, const QMap<QString, QString> &arguments = {}, const char *target = "c/node/u1")
    {
        Action action{QLatin1String(verb), EntityId(target), arguments, QStringLiteral("key")};
        action.isShown = isShown;
        verbs->perform(action, [this](const ActionProgress &step) { fold(progress, step); });
    }
    /// Scales shop/web.
    void scale(int replicas, QMap<QString, QString> arguments = {})
    {
        arguments.insert(QStringLiteral("replicas"), QString::number(replicas));
        perform("scale", arguments, "c/service/shop/deployment/web");
    }
    /// "planned", or why not; with the key that perform() has.
    QString preview(const char *verb, const char *target)
    {
        QString said;
        verbs->preview(
            {QLatin1String(verb), EntityId(target), {}, QStringLiteral("key")},
            [&](const Result<ActionPlan> &plan) { said = plan ? QStringLiteral("planned") : plan.error().text; });
        return QTest::qWaitFor([&] { return !said.isEmpty(); }, kSoon) ? said : QStringLiteral("not in time");
    }
    /// "taken", or why not.
    QString stop()
    {
        QString said;
        verbs->stopAction(QStringLiteral("key"), [&](const Result<ActionProgress> &reply) {
            said = reply ? QStringLiteral("taken") : reply.error().text;
        });
        return said;
    }
    /// "done: ..." or why not.
    QString end()
    {
        if (!QTest::qWaitFor([&] { return progress.finished; }, kSoon))
            return QStringLiteral("not in time");
        return progress.error.text.isEmpty() ? QStringLiteral("done: ") + progress.text : progress.error.text;
    }
    int asked(const char *what) const { return int(server.asked().filter(QLatin1String(what)).size()); }

    QList<Answer> nodes{Answer::json(node(1, false))};      ///< as GET tells it, one after the other
    QList<Answer> writes{Answer::json(node(2, true, "8"))}; ///< answers to PATCH; after a good one the node is so
    Answer pods = Answer::json(list({}));
    Answer resources = Answer::json(R"({"resources":[{"name":"pods/eviction","group":"policy","version":"v1beta1"}]})");
    Answer eviction = Answer::of(201, "{}");
    QMap<QByteArray, Answer> evictions; ///< of pods for which it is another one
    QList<Answer> workloads{Answer::json(workload(1, 2))};
    std::function<void()> onWrite = [] {};
    std::function<void(const QByteArray &pod)> onEviction = [](const QByteArray &) {};
    bool allows = true;
    bool isShown = false;    ///< who performs says that a plan was shown
    bool scalesOnly = false; ///< of workloads
    FaultyServer server;
    KubeShown shown;
    std::unique_ptr<KubeVerbs> verbs;
    ActionProgress progress;

private:
    static Answer next(QList<Answer> &answers) { return answers.size() > 1 ? answers.takeFirst() : answers.first(); }
    Answer answer(const QByteArray &method, const QByteArray &path)
    {
        if (path.contains("selfsubjectaccessreviews"))
            return Answer::json(allows ? R"({"status":{"allowed":true}})" : R"({"status":{"allowed":false}})");
        if (path.contains("selfsubjectrulesreviews"))
            return Answer::json(
                R"({"status":{"resourceRules":[{"verbs":["patch"],"apiGroups":["apps"],"resources":[")" +
                QByteArray(scalesOnly ? "deployments/scale" : "deployments") + R"("]}]}})");
        if (path.endsWith("/eviction")) {
            const QByteArray pod = path.split('/').value(6);
            onEviction(pod);
            return evictions.value(pod, eviction);
        }
        if (path.contains("/deployments/")) {
            if (method != "PATCH")
                return next(workloads);
            workloads = {Answer::json(workload(2, 5))};
            return workloads.first();
        }
        if (path == "/api/v1")
            return resources;
        if (path.startsWith("/api/v1/pods"))
            return pods;
        if (method != "PATCH")
            return next(nodes);
        onWrite();
        const Answer written = next(writes);
        if (written.bytes.startsWith("HTTP/1.1 200"))
            nodes = {written};
        return written;
    }

    SystemClock clock;
    FakeSites sites;
    FileSecretStore secrets;
    LoadMeter load;
    ConnectionConfig config;
    KubeLogin login;
    std::optional<ConnectorContext> context;
    std::unique_ptr<KubeApi> api;
    std::unique_ptr<KubeInventory> inventory;
};

} // namespace graticule::testing
