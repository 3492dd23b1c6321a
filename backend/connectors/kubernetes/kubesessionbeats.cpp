// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubesession.h"

#include "backend/connectors/http/endpointclock.h"
#include "backend/connectors/http/httperror.h"
#include "backend/connectors/kubernetes/kubeidentity.h"
#include "backend/domain/saying.h"

#include <QJsonDocument>
#include <QJsonObject>

// Which server a session is with, and whether it lives.

namespace graticule {
namespace {

constexpr Milliseconds kBeatAnswer{10'000};
constexpr double kDateErrorMs = 500; // of an HTTP date, which has whole seconds

QString versionOf(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    return plainText(object.value(QLatin1String("gitVersion")).toString().toUtf8(), 60);
}

} // namespace

void KubeSession::probe()
{
    if (m_api && !m_version.isEmpty())
        askAlive();
}

/// The first question: whether anybody answers, and to us.
void KubeSession::askVersion()
{
    HttpRequest request = m_api->request("/version");
    request.limits.answer = request.limits.whole = kBeatAnswer;
    request.limits.body = 64 << 10;
    m_api->send(request, this, [this, sent = now()](HttpReply &reply) {
        if (m_over)
            return;
        // Whoever may not even see the version may have rights all the same.
        const bool isHidden = !reply.error() && reply.status() == 403;
        if (const auto error = m_api->failure(reply, reply.body(), QStringLiteral("tell its version"));
            error && !isHidden) {
            fail(*error);
            return;
        }
        m_version = isHidden ? QString() : versionOf(reply.body());
        if (m_version.isEmpty() && !isHidden) {
            fail(saidError(ErrorKind::Malformed, Fault::Endpoint, "kube.none", {m_api->endpoint().shown}));
            return;
        }
        if (isHidden)
            m_version = QStringLiteral("?");
        takeBeat(reply, sent + (now() - sent) / 2);
        if (!m_over)
            reflect();
    });
}

/// Beside all else, until it answers: the next beat tells it.
void KubeSession::askWho()
{
    if (!m_identities.isEmpty() || std::exchange(m_isAskingWho, true))
        return;
    askKubeIdentities(*m_api, m_target, this, [this](const QStringList &known) {
        m_isAskingWho = false;
        m_identities = known;
    });
}

void KubeSession::askAlive()
{
    m_isAsking = true;
    HttpRequest request = m_api->request(m_hasLivez ? "/livez" : "/version");
    request.limits.answer = request.limits.whole = kBeatAnswer;
    request.limits.body = 64 << 10;
    m_api->send(request, this, [this, sent = now()](HttpReply &reply) {
        m_isAsking = false;
        if (m_over)
            return;
        const bool isAnswer = !reply.error();
        if (isAnswer && m_hasLivez && (reply.status() == 403 || reply.status() == 404)) {
            m_hasLivez = false; // not for us; the version mostly is
            askAlive();
            return;
        }
        const bool isHidden = isAnswer && reply.status() == 403;
        if (const auto error = m_api->failure(reply, reply.body(), QStringLiteral("tell whether it is alive"));
            error && !isHidden) {
            if (isAnswer && reply.status() == 429) // busy is alive
                takeBeat(reply, sent + (now() - sent) / 2);
            else
                fail(*error);
            return;
        }
        takeBeat(reply, sent + (now() - sent) / 2);
    });
}

Beat KubeSession::beatOf(const HttpReply &reply, Instant middle)
{
    const Milliseconds before = m_clockOffset;
    m_clockOffset = clockOffset(before, reply.header("Date"), middle);
    if (m_clockOffset != before)
        m_clockErrorMs = kDateErrorMs + reply.latencyMs() / 2;
    m_inventory.setClockOffset(m_clockOffset);
    Beat beat;
    beat.latencyMs = reply.latencyMs();
    beat.clockOffset = m_clockOffset;
    beat.clockErrorMs = m_clockErrorMs;
    beat.site = m_inventory.site();
    beat.probe = ProbeKind::Http;
    beat.rttMs = reply.times().answerMs;
    beat.certificateExpiry = m_api->client().certificateExpiry();
    beat.version = QStringLiteral("Kubernetes ") + m_version;
    beat.warnings = m_warnings.values();
    beat.identities = m_identities;
    return beat;
}

void KubeSession::takeBeat(const HttpReply &reply, Instant middle)
{
    Q_EMIT this->beat(beatOf(reply, middle));
    if (!m_over)
        askWho();
}

} // namespace graticule
