// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http/httpclient.h"
#include "backend/connectors/loglines.h"
#include "backend/connectors/logreader.h"

#include <vector>

namespace graticule {

/// Reads logs that are HTTP streams, one for each source. Its client must outlive the reading: whoever owns that closes
/// the reader first.
class HttpLogReader : public LogReader
{
    Q_OBJECT

public:
    HttpLogReader(HttpClient &client, LogOrder order);
    ~HttpLogReader() override;

    void start() override;
    void close(const Error &why) override;

protected:
    const LogOrder &order() const { return m_order; }
    /// Calls open() or end() for the source, now or later.
    virtual void ask(int source) = 0;
    /// What an answer that is no log says.
    virtual Error refusalOf(const HttpReply &reply, const QByteArray &body) const = 0;

    void open(int source, HttpRequest request, std::unique_ptr<LogParser> parser);
    /// @p error without text: that was all.
    void end(int source, const Error &error);
    bool isOver(int source) const { return m_streams[size_t(source)].isOver; }

private:
    struct Stream
    {
        std::unique_ptr<HttpReply> reply;
        std::unique_ptr<LogParser> parser;
        QByteArray refusal; ///< body of an answer that is no log
        bool isOver = false;
    };
    void receive(int source, const QByteArray &bytes);
    void finished(int source);

    HttpClient &m_client;
    const LogOrder m_order;
    std::vector<Stream> m_streams;
};

} // namespace graticule
