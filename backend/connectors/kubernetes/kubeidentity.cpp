// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeidentity.h"

#include "backend/connectors/http/httperror.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace graticule {
namespace {

constexpr qint64 kLargestPem = 1 << 20;
constexpr qsizetype kLargestAnswer = 64 << 10;
constexpr Milliseconds kAnswer{10'000};
constexpr int kLongestUid = 60;

QByteArray authorityOf(const KubeCluster &cluster)
{
    if (!cluster.authorities.isEmpty() || cluster.authoritiesFile.isEmpty())
        return cluster.authorities.simplified();
    QFile file(cluster.authoritiesFile);
    // A pipe would block us.
    return QFileInfo(file).isFile() && file.open(QIODevice::ReadOnly) ? file.read(kLargestPem).simplified()
                                                                      : QByteArray();
}

/// Whatever it says of the namespace; what a proxy says that could not ask it, a busy server, or one that knows nobody
/// for a moment, is no answer.
bool isAnswer(const HttpReply &reply)
{
    const int status = reply.status();
    return !reply.error() && (status == 200 || status == 403 || status == 404);
}

QString uidOf(const QByteArray &json)
{
    const QJsonObject meta = QJsonDocument::fromJson(json).object().value(QLatin1String("metadata")).toObject();
    return plainText(meta.value(QLatin1String("uid")).toString().toUtf8(), kLongestUid);
}

} // namespace

QString kubeServerIdentity(const KubeTarget &target)
{
    const QUrl url(target.cluster.server);
    const int port = url.port(target.endpoint.isTls() ? 443 : 80);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(url.host().toLower().toUtf8() + ':' + QByteArray::number(port) + target.prefix + '\n');
    hash.addData(authorityOf(target.cluster));
    return QStringLiteral("kube-server:") + QString::fromLatin1(hash.result().toHex());
}

void askKubeIdentities(KubeApi &api, const KubeTarget &target, QObject *context,
                       std::function<void(const QStringList &)> done)
{
    HttpRequest request = api.json("GET", "/api/v1/namespaces/kube-system");
    request.limits.answer = request.limits.whole = kAnswer;
    request.limits.body = kLargestAnswer;
    api.send(request, context, [server = kubeServerIdentity(target), done = std::move(done)](HttpReply &reply) {
        if (!isAnswer(reply)) {
            done({});
            return;
        }
        const QString uid = reply.status() == 200 ? uidOf(reply.body()) : QString();
        done(uid.isEmpty() ? QStringList{server} : QStringList{QStringLiteral("kube-system:") + uid, server});
    });
}

} // namespace graticule
