// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/httplogreader.h"

#include "backend/domain/saying.h"

#include <QPointer>

namespace graticule {
namespace {

constexpr qsizetype kLongestRefusal = 64 << 10;

} // namespace

HttpLogReader::HttpLogReader(HttpClient &client, LogOrder order)
    : m_client(client)
    , m_order(std::move(order))
    , m_streams(size_t(m_order.sources.size()))
{
}

HttpLogReader::~HttpLogReader() = default;

void HttpLogReader::start()
{
    const QPointer<HttpLogReader> guard(this);
    for (int i = 0; guard && i < m_order.sources.size(); ++i)
        ask(i);
}

void HttpLogReader::close(const Error &why)
{
    const QPointer<HttpLogReader> guard(this);
    for (int i = 0; guard && i < m_order.sources.size(); ++i)
        end(i, why);
}

void HttpLogReader::open(int source, HttpRequest request, std::unique_ptr<LogParser> parser)
{
    request.stream = true;
    request.limits.whole = Milliseconds(0);
    if (m_order.follow)
        request.limits.answer = Milliseconds(0); // some answer with the first line only
    request.limits.body = 0;
    Stream &stream = m_streams[size_t(source)];
    stream.parser = std::move(parser);
    stream.reply = m_client.send(request);
    connect(stream.reply.get(), &HttpReply::received, this,
            [this, source](const QByteArray &bytes) { receive(source, bytes); });
    connect(stream.reply.get(), &HttpReply::finished, this, [this, source] { finished(source); });
}

void HttpLogReader::receive(int source, const QByteArray &bytes)
{
    Stream &stream = m_streams[size_t(source)];
    if (stream.isOver)
        return;
    if (stream.reply->status() != 200) {
        stream.refusal.append(bytes.left(kLongestRefusal - stream.refusal.size()));
        return;
    }
    LogPart part;
    const bool isGood = stream.parser->add(bytes, part.lines);
    const QPointer<HttpLogReader> guard(this);
    if (!part.lines.isEmpty())
        Q_EMIT read(part);
    if (guard && !isGood) {
        end(source, saidError(ErrorKind::Malformed, Fault::Endpoint, "logs.not-readable",
                              {m_order.sources[source].name}, std::nullopt));
    }
}

void HttpLogReader::finished(int source)
{
    Stream &stream = m_streams[size_t(source)];
    if (stream.isOver)
        return;
    if (stream.reply->error()) {
        end(source, *stream.reply->error());
        return;
    }
    if (stream.reply->status() != 200) {
        end(source, refusalOf(*stream.reply, stream.refusal));
        return;
    }
    end(source, {});
}

void HttpLogReader::end(int source, const Error &error)
{
    Stream &stream = m_streams[size_t(source)];
    if (std::exchange(stream.isOver, true))
        return;
    LogPart part;
    if (stream.parser)
        stream.parser->finish(part.lines);
    part.ends.append({source, error});
    stream.reply.reset(); // also in one of its own signals
    Q_EMIT read(part);
}

} // namespace graticule
