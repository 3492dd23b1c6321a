// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/connectprobe.h"

#include "backend/connectors/http/curlloop.h"

namespace graticule {

std::unique_ptr<ConnectProbe> ConnectProbe::to(const HttpEndpoint &endpoint, LoadMeter &load, Clock &clock)
{
    if (!endpoint.unixSocket.isEmpty() || !endpoint.command.isEmpty() || !endpoint.proxy.isEmpty())
        return nullptr;
    return std::unique_ptr<ConnectProbe>(new ConnectProbe(endpoint, load, clock));
}

ConnectProbe::ConnectProbe(const HttpEndpoint &endpoint, LoadMeter &load, Clock &clock)
    : m_client(endpoint, load, clock, CurlLoop::ofThisThread())
{
}

void ConnectProbe::send()
{
    if (m_replies.size() >= kAtOnce)
        return;
    HttpRequest request;
    request.connectOnly = true;
    request.limits.connect = request.limits.whole = kDeadline;
    request.limits.answer = Milliseconds(0);
    m_replies.push_back(m_client.send(request));
    HttpReply *reply = m_replies.back().get();
    connect(reply, &HttpReply::finished, this, [this, reply] {
        const auto at =
            std::find_if(m_replies.begin(), m_replies.end(), [reply](const auto &r) { return r.get() == reply; });
        const std::unique_ptr<HttpReply> mine = std::move(*at);
        m_replies.erase(at);
        finished(*mine);
    });
}

void ConnectProbe::finished(const HttpReply &reply)
{
    const HttpTimes &times = reply.times();
    const QString code = reply.error() ? reply.error()->code : QString();
    if (code == QLatin1String("net.unknown-name") || (reply.error() && reply.error()->fault == Fault::Ours))
        return;                                                // nothing was sent
    if (times.refusedMs >= 0 && times.refusedMs < kResentMs) { // an answer of the host: the way there works
        Q_EMIT measured({ProbeKind::TcpConnect, {}, times.refusedMs, false, true});
        return;
    }
    const bool isLost = times.connectMs < 0 || (times.wasResent && times.connectMs >= kResentMs);
    Q_EMIT measured({ProbeKind::TcpConnect, {}, isLost ? -1 : times.connectMs, false});
    if (times.connectMs < 0 || !m_client.endpoint().isTls())
        return;
    // Who shows the wrong certificate does answer.
    const bool isSilent =
        reply.error() && (reply.error()->kind == ErrorKind::TimedOut || reply.error()->kind == ErrorKind::Unreachable ||
                          reply.error()->kind == ErrorKind::Disconnected);
    if (times.secureMs >= 0 || isSilent)
        Q_EMIT measured({ProbeKind::TlsHandshake, {}, times.secureMs, false});
}

} // namespace graticule
