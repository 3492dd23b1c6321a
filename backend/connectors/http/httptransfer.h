// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http/httpclient.h"
#include "backend/connectors/http/httperror.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

struct curl_slist;

namespace graticule {

/// libcurl's side of one request: options, callbacks, limits. Inside of HttpClient and HttpReply only. The callbacks
/// only take notes; receivers hear of them through deliver(), outside libcurl.
class HttpTransfer
{
public:
    /// @p authorization: value of that header; empty: none.
    HttpTransfer(HttpClient &client, HttpReply &reply, const HttpRequest &request, const QByteArray &authorization);
    ~HttpTransfer();

    void *easy() const { return m_easy; }
    HttpReply *reply() const { return &m_reply; }
    /// libcurl waits at @p socket for it: one that it has opened, or that another transfer has left to it.
    void uses(int socket);
    /// libcurl is done with it; @p code is a CURLcode.
    void end(int code);
    /// The client goes: nothing more will come.
    void abandon();
    /// Signals what has come for @p reply; it may be deleted on the way.
    static void deliver(HttpReply &reply);

private:
    static size_t headerCame(const char *bytes, size_t size, size_t count, void *self);
    static size_t bodyCame(const char *bytes, size_t size, size_t count, void *self);
    static int sslStarts(void *easy, void *context, void *self);
    void setConnection(const HttpEndpoint &endpoint);
    void setCommand();
    void setTls(const HttpEndpoint &endpoint);
    void setRequest(const HttpRequest &request, const QByteArray &authorization);
    void noteHeader(const QByteArray &line);
    void stop();
    std::optional<Error> outcome() const;
    HttpTimes times() const;

    HttpClient *m_client; // null when abandoned
    HttpReply &m_reply;
    HttpLimits m_limits;
    bool m_stream;
    void *m_easy; // CURL
    curl_slist *m_headers = nullptr;
    curl_slist *m_connectTo = nullptr;
    QByteArray m_errorText;
    std::unique_ptr<QTimer> m_answerTimer; // null: it may take any time
    qint64 m_headerBytes = 0;
    qint64 m_bodyBytes = 0;
    QElapsedTimer m_sinceBegin;
    double m_handshakeAtMs = -1; // of m_sinceBegin, when TCP was connected; libcurl forgets it when TLS fails
    bool m_answered = false;
    bool m_answeredNow = false;
    QByteArray m_pending; // of a stream, not yet delivered
    bool m_ended = false;
    TransferEnd m_end;
    std::shared_ptr<const CommandFate> m_fate; // of the command that is this request's connection; null: none
    QString m_openError;                       // why there was no socket for it
};

} // namespace graticule
