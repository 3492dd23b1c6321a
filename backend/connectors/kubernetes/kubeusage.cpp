// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeusage.h"

#include "backend/connectors/kubernetes/kubeparser.h"
#include "backend/connectors/pooltask.h"

#include <QUrl>

#include <utility>

namespace graticule {
namespace {

constexpr Milliseconds kAnswer{30'000};
constexpr Milliseconds kAgain{600'000}; // a cluster that has no metrics server rarely gets one
constexpr qint64 kLargest = 64 << 20;
constexpr char kGroup[] = "/apis/metrics.k8s.io/v1beta1/";

QByteArray podsPath(const QString &space)
{
    return QByteArray(kGroup) +
           (space.isEmpty() ? QByteArray() : "namespaces/" + QUrl::toPercentEncoding(space) + '/') + "pods";
}

} // namespace

KubeUsage::KubeUsage(KubeApi &api, const ConnectorContext &context, QString space)
    : m_api(api)
    , m_context(context)
    , m_podsPath(podsPath(space))
{
}

void KubeUsage::start()
{
    turn();
}

void KubeUsage::askLater(Milliseconds delay)
{
    m_context.clock.after(delay, this, [this] { turn(); });
}

void KubeUsage::turn()
{
    if (!m_context.load.mayRequest()) {
        askLater(m_context.load.wait());
        return;
    }
    if (m_turns++ % kPodsEvery == 0)
        ask(/*pods=*/true);
    ask(/*pods=*/false);
}

void KubeUsage::ask(bool pods)
{
    HttpRequest request = m_api.request(pods ? m_podsPath : QByteArray(kGroup) + "nodes");
    request.limits.answer = request.limits.whole = kAnswer;
    request.limits.body = kLargest;
    m_api.send(request, this, [this, pods](HttpReply &reply) {
        const bool isAnswer = !reply.error() && reply.status() == 200;
        if (!pods)
            askLater(isAnswer || reply.error() || reply.status() >= 500 ? kEvery : kAgain);
        if (!isAnswer) { // no reason to give up the session: who serves this is another one
            if (!pods || std::exchange(m_knowsPods, false))
                Q_EMIT told({}, pods);
            return;
        }
        m_knowsPods = m_knowsPods || pods;
        runInPool<Result<std::vector<KubeUse>>>(
            this,
            [bytes = reply.body(), pods, protobuf = isKubeProtobuf(reply)] {
                return parseKubeUsage(bytes, pods, protobuf);
            },
            [this, pods](const Result<std::vector<KubeUse>> &uses) {
                Q_EMIT told(uses ? *uses : std::vector<KubeUse>(), pods);
            });
    });
}

} // namespace graticule
