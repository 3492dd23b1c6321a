// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerwatch.h"

#include "backend/connectors/docker/dockerparser.h"
#include "backend/domain/saying.h"

#include <QPointer>

namespace graticule {
namespace {

constexpr qsizetype kLongestEvent = 1 << 20;
constexpr qsizetype kLongestRefusal = 64 << 10;

QByteArray filters(bool byAction)
{
    QByteArray json = R"({"type":["container","volume","daemon"])";
    if (byAction) { // without the exec events of every health check
        json +=
            R"(,"event":["create","start","restart","die","stop","oom","pause","unpause","rename","update","destroy",)"
            R"("health_status","reload"])";
    }
    return QByteArray(json + '}').toPercentEncoding();
}

QByteArray seconds(qint64 nano)
{
    return QByteArray::number(nano / 1'000'000'000) + '.' +
           QByteArray::number(nano % 1'000'000'000).rightJustified(9, '0');
}

} // namespace

DockerWatch::DockerWatch(DockerApi &api, qint64 sinceNano, bool byAction)
    : m_api(api)
    , m_lines(kLongestEvent)
{
    HttpLimits limits;
    limits.answer = limits.whole = Milliseconds(0); // some engines answer with the first event only
    limits.body = 0;
    HttpRequest request = api.request("/events?since=" + seconds(sinceNano) + "&filters=" + filters(byAction), limits);
    request.stream = true;
    m_reply = api.client().send(request);
    connect(m_reply.get(), &HttpReply::received, this, &DockerWatch::receive);
    connect(m_reply.get(), &HttpReply::finished, this, [this] {
        if (m_reply->error())
            end(*m_reply->error());
        else if (m_reply->status() != 200)
            end(statusError(m_api.endpoint(), m_reply->status(), m_refusal, QStringLiteral("tell of events")));
        else
            end(saidError(ErrorKind::Disconnected, Fault::Endpoint, "docker.events-ended", {m_api.endpoint().shown}));
    });
}

void DockerWatch::receive(const QByteArray &bytes)
{
    if (m_reply->status() != 200) {
        m_refusal.append(bytes.left(kLongestRefusal - m_refusal.size()));
        return;
    }
    const QPointer<DockerWatch> guard(this);
    const QList<QByteArray> lines = m_lines.add(bytes);
    for (const QByteArray &line : lines) {
        const auto event = parseDockerEvent(line);
        if (!event) {
            end(event.error());
            return;
        }
        Q_EMIT happened(*event);
        if (!guard || m_over)
            return;
    }
    if (m_lines.overflowed())
        end(saidError(ErrorKind::TooLarge, Fault::Endpoint, "docker.event-too-large", {m_api.endpoint().shown}));
}

void DockerWatch::end(const Error &error)
{
    if (std::exchange(m_over, true))
        return;
    Q_EMIT ended(error);
}

} // namespace graticule
