// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubedrainfate.h"

#include "backend/domain/saying.h"

#include <QUrl>

namespace graticule {
namespace {

constexpr int kPage = 250;
constexpr qsizetype kMostNamed = 3;

/// "a, b, c and 4 more".
QString named(const QStringList &names)
{
    if (names.size() <= kMostNamed)
        return names.join(QStringLiteral(", "));
    return phrase("phrase.act-and-more",
                  {names.first(kMostNamed).join(QStringLiteral(", ")), QString::number(names.size() - kMostNamed)});
}

} // namespace

KubeDrainFate drainFate(const KubeDrainPod &pod, const KubeOrder &order)
{
    using Kind = KubeDrainFate::Kind;
    if (pod.isMirror)
        return {Kind::Stays, phrase("phrase.act-mirror")};
    if (pod.isDaemon)
        return {Kind::Stays, phrase("phrase.act-daemon")};
    if (pod.isFinished)
        return {Kind::Goes, phrase("phrase.act-finished")};
    if (!pod.isManaged && !order.isForced)
        return {Kind::Refused, phrase("phrase.act-unmanaged")};
    if (pod.hasLocalData)
        return {order.deletesLocal ? Kind::Goes : Kind::Refused,
                phrase(order.deletesLocal ? "phrase.act-local-lost" : "phrase.act-local")};
    return {Kind::Goes, pod.isManaged ? QString() : phrase("phrase.act-ends")};
}

Error drainRefusal(const QString &node, const std::vector<KubeDrainPod> &pods, const KubeOrder &order)
{
    QStringList unmanaged;
    QStringList local;
    for (const KubeDrainPod &pod : pods) {
        const bool isRefused = drainFate(pod, order).kind == KubeDrainFate::Kind::Refused;
        if (isRefused && !pod.isManaged && !order.isForced)
            unmanaged.append(pod.shown());
        else if (isRefused)
            local.append(pod.shown());
    }
    if (!unmanaged.isEmpty())
        return saidError(ErrorKind::Conflict, Fault::Input, "act.unmanaged",
                         {node, QString::number(unmanaged.size()), named(unmanaged)}, std::nullopt);
    if (!local.isEmpty())
        return saidError(ErrorKind::Conflict, Fault::Input, "act.local",
                         {node, QString::number(local.size()), named(local)}, std::nullopt);
    return {};
}

HttpRequest drainList(const KubeApi &api, const QString &node, const QString &next, bool isShort)
{
    QByteArray path = "/api/v1/pods?fieldSelector=spec.nodeName%3D" + QUrl::toPercentEncoding(node) +
                      "&limit=" + QByteArray::number(kPage);
    if (!next.isEmpty())
        path += "&continue=" + QUrl::toPercentEncoding(next);
    HttpRequest request = api.json("GET", path);
    if (isShort) {
        for (auto &[key, value] : request.headers) {
            if (key == "Accept")
                value = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";
        }
    }
    return request;
}

} // namespace graticule
