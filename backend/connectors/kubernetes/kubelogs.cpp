// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubelogs.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

namespace graticule {
namespace {

constexpr qint64 kLongestPod = 4 << 20;
constexpr Milliseconds kAnswer{15'000};

QByteArray podPath(const QString &space, const QString &pod)
{
    return "/api/v1/namespaces/" + QUrl::toPercentEncoding(space) + "/pods/" + QUrl::toPercentEncoding(pod);
}

QString textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

/// What is still waited for.
struct Asked
{
    int open = 0;
    QList<LogSource> sources;
    std::optional<Error> error;
};

} // namespace

Result<QList<LogSource>> parseKubePodLogs(const EntityId &connection, const QByteArray &json)
{
    const QJsonObject pod = QJsonDocument::fromJson(json).object();
    const QJsonObject meta = pod.value(QLatin1String("metadata")).toObject();
    const QString space = textOf(meta, "namespace");
    const QString name = textOf(meta, "name");
    if (space.isEmpty() || name.isEmpty())
        return Error{ErrorKind::Malformed, Fault::Endpoint, QStringLiteral("A pod has no name or no namespace."),
                     std::nullopt};
    const QJsonObject spec = pod.value(QLatin1String("spec")).toObject();
    const QJsonObject status = pod.value(QLatin1String("status")).toObject();
    QHash<QString, QJsonObject> states;
    for (const char *list : {"initContainerStatuses", "containerStatuses", "ephemeralContainerStatuses"}) {
        const QJsonArray all = status.value(QLatin1String(list)).toArray();
        for (const QJsonValue &one : all)
            states.insert(textOf(one.toObject(), "name"), one.toObject());
    }
    QList<LogSource> sources;
    for (const char *list : {"initContainers", "containers", "ephemeralContainers"}) {
        const QJsonArray all = spec.value(QLatin1String(list)).toArray();
        for (const QJsonValue &one : all) {
            const QString container = textOf(one.toObject(), "name");
            if (container.isEmpty())
                continue;
            const QJsonObject state = states.value(container);
            LogSource source;
            source.connection = connection;
            source.id = space + QLatin1Char('/') + name + QLatin1Char('/') + container;
            source.name = name + QLatin1Char('/') + container;
            source.running = state.value(QLatin1String("state")).toObject().contains(QLatin1String("running"));
            source.restarts = std::max(0, state.value(QLatin1String("restartCount")).toInt());
            source.hasPrevious =
                state.value(QLatin1String("lastState")).toObject().contains(QLatin1String("terminated"));
            sources.append(source);
        }
    }
    return sources;
}

void askKubeLogSources(KubeApi &api, const EntityId &connection, std::vector<KubePod> pods, QObject *context,
                       std::function<void(const Result<QList<LogSource>> &)> done)
{
    if (pods.empty()) {
        done(QList<LogSource>());
        return;
    }
    std::sort(pods.begin(), pods.end(), [](const KubePod &a, const KubePod &b) {
        return std::tie(a.ready, a.space, a.name) < std::tie(b.ready, b.space, b.name);
    });
    if (pods.size() > kMostLogPods)
        pods.resize(kMostLogPods);
    auto asked = std::make_shared<Asked>();
    asked->open = int(pods.size());
    for (const KubePod &pod : pods) {
        HttpRequest request = api.request(podPath(pod.space, pod.name));
        request.headers.removeLast();
        request.headers.append({QByteArray("Accept"), QByteArray("application/json")});
        request.limits.answer = request.limits.whole = kAnswer;
        request.limits.body = kLongestPod;
        api.send(request, context, [&api, connection, asked, done](HttpReply &reply) {
            if (const auto error = api.failure(reply, reply.body(), QStringLiteral("describe a pod"))) {
                if (error->kind != ErrorKind::NotFound)
                    asked->error = error;
            } else if (const auto sources = parseKubePodLogs(connection, reply.body())) {
                asked->sources += *sources;
            } else {
                asked->error = sources.error();
            }
            if (--asked->open > 0)
                return;
            std::stable_sort(asked->sources.begin(), asked->sources.end(), [](const LogSource &a, const LogSource &b) {
                return a.name.section(QLatin1Char('/'), 0, 0) < b.name.section(QLatin1Char('/'), 0, 0);
            });
            done(asked->sources.isEmpty() && asked->error ? Result<QList<LogSource>>(*asked->error)
                                                          : Result<QList<LogSource>>(asked->sources));
        });
    }
}

KubeLogReader::KubeLogReader(KubeApi &api, const LogOrder &order)
    : HttpLogReader(api.client(), order)
    , m_api(api)
{
}

void KubeLogReader::ask(int source)
{
    const QStringList parts = order().sources[source].id.split(QLatin1Char('/'));
    if (parts.size() != 3 || parts.contains(QString()) || parts.contains(QStringLiteral("..")) ||
        parts.contains(QStringLiteral("."))) {
        end(source,
            {ErrorKind::Invalid, Fault::Input,
             QStringLiteral("\"%1\" names no container.").arg(order().sources[source].id.left(200)), std::nullopt});
        return;
    }
    QByteArray path = podPath(parts[0], parts[1]) + "/log?container=" + QUrl::toPercentEncoding(parts[2]) +
                      "&timestamps=true&tailLines=" + QByteArray::number(order().tail);
    if (order().follow)
        path += "&follow=true";
    if (order().previous)
        path += "&previous=true";
    if (order().since != kNever)
        path += "&sinceTime=" + QUrl::toPercentEncoding(toIso(order().since));
    HttpRequest request = m_api.request(path);
    request.headers.removeLast();
    request.headers.append({QByteArray("Accept"), QByteArray("*/*")}); // lines, or why there are none
    open(source, request, std::make_unique<PlainLogParser>(source));
}

Error KubeLogReader::refusalOf(const HttpReply &reply, const QByteArray &body) const
{
    const auto error = m_api.failure(reply, body, QStringLiteral("read a log"));
    return error ? *error : Error();
}

} // namespace graticule
