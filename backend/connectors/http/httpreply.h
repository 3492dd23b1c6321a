// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

#include <QObject>

#include <memory>
#include <optional>

namespace graticule {

class HttpClient;
class HttpTransfer;

/// How long the parts of a request took, by a monotonic clock; < 0: there was no such part, or it failed.
struct HttpTimes
{
    double connectMs = -1;  ///< TCP, where the system tells it as its kernel saw it
    double refusedMs = -1;  ///< until the host said that nothing listens there; over all addresses of its name
    double secureMs = -1;   ///< TLS, from connected to secured
    double answerMs = -1;   ///< from the request to the first byte of its answer
    bool wasResent = false; ///< the kernel had to send something again: a packet was lost
};

/// The answer to one request, as it comes. Whoever sent the request owns it; deleting it cancels the request, at any
/// time, also in a slot of its own signals. Nothing is signalled before HttpClient::send() has returned.
class HttpReply : public QObject
{
    Q_OBJECT

public:
    ~HttpReply() override;

    /// HTTP status; 0 before answered().
    int status() const { return m_status; }
    /// Value of the first header of that name (any case), or empty.
    QByteArray header(const QByteArray &name) const;
    /// What has come so far; always empty for streams.
    const QByteArray &body() const { return m_body; }
    /// Transport failure, set when finished() comes; a status of 400 and more is none. See statusError().
    const std::optional<Error> &error() const { return m_error; }
    bool isFinished() const { return m_finished; }
    /// From the request to the first byte of the answer; < 0 before finished().
    double latencyMs() const { return m_latencyMs; }
    /// Of its parts, once finished() comes.
    const HttpTimes &times() const { return m_times; }

Q_SIGNALS:
    /// Status and headers are in.
    void answered();
    /// The next piece of a stream; cut anywhere.
    void received(const QByteArray &bytes);
    /// Exactly once, the last: complete, or error() is set.
    void finished();

private:
    friend class HttpClient;
    friend class HttpTransfer;
    HttpReply();

    std::unique_ptr<HttpTransfer> m_transfer; // null when finished
    int m_status = 0;
    QList<QPair<QByteArray, QByteArray>> m_headers;
    QByteArray m_body;
    std::optional<Error> m_error;
    bool m_finished = false;
    double m_latencyMs = -1;
    HttpTimes m_times;
};

} // namespace graticule
