// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/httptransfer.h"

#include "backend/connectors/http/commanddial.h"
#include "backend/connectors/http/connectionpool.h"
#include "backend/connectors/http/curlloop.h"
#include "backend/connectors/http/peercertificate.h"
#include "backend/connectors/http/tcpway.h"
#include "backend/connectors/http/truststore.h"

#include <QFile>
#include <QPointer>

#include <cerrno>
#include <curl/curl.h>
#include <openssl/ssl.h>

namespace graticule {
namespace {

constexpr long kIdle = 5;            // seconds after which a connection is not used again
constexpr long kStreamBuffer = 2048; // bytes
constexpr long kTlsRecord = 2048;    // bytes; each connection keeps a buffer for one, and our requests are small

void setBlob(CURL *easy, CURLoption option, const QByteArray &bytes)
{
    curl_blob blob{const_cast<char *>(bytes.constData()), size_t(bytes.size()), CURL_BLOB_COPY};
    curl_easy_setopt(easy, option, &blob);
}

qint64 timeOf(CURL *easy, CURLINFO info)
{
    curl_off_t microseconds = 0;
    curl_easy_getinfo(easy, info, &microseconds);
    return microseconds;
}

long numberOf(CURL *easy, CURLINFO info)
{
    long value = 0;
    curl_easy_getinfo(easy, info, &value);
    return value;
}

QString sizeText(qint64 bytes)
{
    return bytes >= 1 << 20 ? QStringLiteral("%1 MB").arg(bytes >> 20) : QStringLiteral("%1 kB").arg(bytes >> 10);
}

QString bodyLimit(const HttpLimits &limits)
{
    return QStringLiteral("body of %1").arg(sizeText(limits.body));
}

} // namespace

HttpTransfer::HttpTransfer(HttpClient &client, HttpReply &reply, const HttpRequest &request,
                           const QByteArray &authorization)
    : m_client(&client)
    , m_reply(reply)
    , m_limits(request.limits)
    , m_stream(request.stream)
    , m_easy(curl_easy_init())
    , m_errorText(CURL_ERROR_SIZE, '\0')
{
    curl_easy_setopt(m_easy, CURLOPT_PRIVATE, this);
    curl_easy_setopt(m_easy, CURLOPT_ERRORBUFFER, m_errorText.data());
    setConnection(client.endpoint());
    setRequest(request, authorization);
    if (m_limits.answer.count() > 0) {
        m_answerTimer = std::make_unique<QTimer>();
        m_answerTimer->setSingleShot(true);
        QObject::connect(m_answerTimer.get(), &QTimer::timeout, &m_reply, [this] {
            m_end.slowAnswer = true;
            end(CURLE_OPERATION_TIMEDOUT);
            deliver(m_reply);
        });
        m_answerTimer->start(m_limits.answer);
    }
    client.m_load.countRequest();
    m_sinceBegin.start();
    client.m_pool->add(this);
}

HttpTransfer::~HttpTransfer()
{
    stop();
    curl_easy_cleanup(m_easy);
    curl_slist_free_all(m_headers);
    curl_slist_free_all(m_connectTo);
}

void HttpTransfer::setConnection(const HttpEndpoint &endpoint)
{
    curl_easy_setopt(m_easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(m_easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(m_easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(m_easy, CURLOPT_PROXY, endpoint.proxy.constData()); // "" keeps the environment out
    curl_easy_setopt(m_easy, CURLOPT_NOPROXY, "");
    curl_easy_setopt(m_easy, CURLOPT_CONNECTTIMEOUT_MS, long(m_limits.connect.count()));
    curl_easy_setopt(m_easy, CURLOPT_TIMEOUT_MS, long(m_limits.whole.count()));
    curl_easy_setopt(m_easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(m_easy, CURLOPT_MAXAGE_CONN, kIdle); // those of a burst; a beat keeps one
    if (m_stream)
        curl_easy_setopt(m_easy, CURLOPT_BUFFERSIZE, kStreamBuffer); // it lies there for days
    // Without this, giving up on a slow name server waits for it.
    curl_easy_setopt(m_easy, CURLOPT_QUICK_EXIT, 1L);
    if (m_client->m_dial)
        setCommand();
    else if (!endpoint.unixSocket.isEmpty())
        curl_easy_setopt(m_easy, CURLOPT_UNIX_SOCKET_PATH, QFile::encodeName(endpoint.unixSocket).constData());
    if (!endpoint.connectTo.isEmpty()) {
        m_connectTo = curl_slist_append(nullptr, QByteArray("::" + endpoint.connectTo).constData());
        curl_easy_setopt(m_easy, CURLOPT_CONNECT_TO, m_connectTo);
    }
    if (endpoint.isTls())
        setTls(endpoint);
}

/// A connection is a run of the endpoint's command.
void HttpTransfer::setCommand()
{
    // Without a path there is no connection either; but never one to the host in the URL, which is only a name.
    const QString path = m_client->m_dial->socketPath();
    curl_easy_setopt(m_easy, CURLOPT_UNIX_SOCKET_PATH,
                     path.isEmpty() ? "/dev/null" : QFile::encodeName(path).constData());
    const auto open = [](void *self, curlsocktype, curl_sockaddr *) -> curl_socket_t {
        auto *transfer = static_cast<HttpTransfer *>(self);
        CommandDial &dial = *transfer->m_client->m_dial;
        const int socket = dial.open();
        transfer->m_openError = socket < 0 ? dial.error() : QString();
        transfer->m_fate = dial.fate(socket);
        return socket;
    };
    const auto close = [](void *dial, curl_socket_t socket) -> int {
        static_cast<CommandDial *>(dial)->close(socket);
        return 0;
    };
    curl_easy_setopt(m_easy, CURLOPT_OPENSOCKETFUNCTION, +open);
    curl_easy_setopt(m_easy, CURLOPT_OPENSOCKETDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_CLOSESOCKETFUNCTION, +close);
    curl_easy_setopt(m_easy, CURLOPT_CLOSESOCKETDATA, m_client->m_dial.get()); // connections outlive transfers
}

void HttpTransfer::uses(int socket)
{
    if (!m_client || !m_client->m_dial)
        return;
    if (const auto fate = m_client->m_dial->fate(socket))
        m_fate = fate;
}

void HttpTransfer::setTls(const HttpEndpoint &endpoint)
{
    const TlsMaterial &tls = endpoint.tls;
    curl_easy_setopt(m_easy, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
    if (endpoint.insecure) {
        curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYPEER, 0L);
        curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYHOST, 0L);
    }
    // Each new connection shows and verifies its certificate anew.
    curl_easy_setopt(m_easy, CURLOPT_SSL_SESSIONID_CACHE, 0L);
    curl_easy_setopt(m_easy, CURLOPT_SSL_CTX_FUNCTION, &HttpTransfer::sslStarts);
    curl_easy_setopt(m_easy, CURLOPT_SSL_CTX_DATA, this);
    if (m_client->m_trust) { // libcurl's own store stays empty, so that without ours nobody is trusted
        curl_easy_setopt(m_easy, CURLOPT_CAPATH, nullptr);
        curl_easy_setopt(m_easy, CURLOPT_CAINFO, nullptr);
        curl_easy_setopt(m_easy, CURLOPT_CA_CACHE_TIMEOUT, 0L);
    } else if (!tls.authorities.isEmpty()) {
        curl_easy_setopt(m_easy, CURLOPT_CAPATH, nullptr); // these authorities only, not the system's too
        setBlob(m_easy, CURLOPT_CAINFO_BLOB, tls.authorities);
    }
    if (!tls.certificate.isEmpty()) {
        setBlob(m_easy, CURLOPT_SSLCERT_BLOB, tls.certificate);
        setBlob(m_easy, CURLOPT_SSLKEY_BLOB, tls.key);
    }
}

int HttpTransfer::sslStarts(void *, void *context, void *self)
{
    auto *transfer = static_cast<HttpTransfer *>(self);
    transfer->m_end.connected = transfer->m_end.handshakes = true;
    transfer->m_handshakeAtMs = double(transfer->m_sinceBegin.nsecsElapsed()) / 1e6;
    PeerCertificate::watch(context, transfer->m_client->m_peer);
    SSL_CTX_set_max_send_fragment(static_cast<SSL_CTX *>(context), kTlsRecord);
    const TrustStore *trust = transfer->m_client->trust();
    return !trust || trust->giveTo(context) ? CURLE_OK : CURLE_SSL_CACERT_BADFILE;
}

void HttpTransfer::setRequest(const HttpRequest &request, const QByteArray &authorization)
{
    curl_easy_setopt(m_easy, CURLOPT_URL, QByteArray(m_client->endpoint().url + request.path).constData());
    curl_easy_setopt(m_easy, CURLOPT_PATH_AS_IS, 1L);
    if (request.connectOnly) {
        curl_easy_setopt(m_easy, CURLOPT_CONNECT_ONLY, 1L);
        curl_easy_setopt(m_easy, CURLOPT_FRESH_CONNECT, 1L);
        curl_easy_setopt(m_easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS); // gRPC takes nothing else
    }
    curl_easy_setopt(m_easy, CURLOPT_USERAGENT, "graticule");
    if (request.method == "HEAD") {
        curl_easy_setopt(m_easy, CURLOPT_NOBODY, 1L);
    } else if (request.method != "GET") {
        curl_easy_setopt(m_easy, CURLOPT_CUSTOMREQUEST, request.method.constData());
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.size()));
        curl_easy_setopt(m_easy, CURLOPT_COPYPOSTFIELDS, request.body.constData());
    }
    curl_easy_setopt(m_easy, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(m_limits.body)); // as announced; 0: no limit
    m_headers = curl_slist_append(nullptr, "Expect:");
    for (const auto &[name, value] : request.headers)
        m_headers = curl_slist_append(m_headers, QByteArray(name + ": " + value).constData());
    if (!authorization.isEmpty())
        m_headers = curl_slist_append(m_headers, QByteArray("Authorization: " + authorization).constData());
    curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headers);
    curl_easy_setopt(m_easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(m_easy, CURLOPT_HEADERFUNCTION, &HttpTransfer::headerCame);
    curl_easy_setopt(m_easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_WRITEFUNCTION, &HttpTransfer::bodyCame);
    curl_easy_setopt(m_easy, CURLOPT_WRITEDATA, this);
}

size_t HttpTransfer::headerCame(const char *bytes, size_t size, size_t count, void *self)
{
    auto *transfer = static_cast<HttpTransfer *>(self);
    const qsizetype length = qsizetype(size * count);
    transfer->m_client->m_load.countBytes(length);
    transfer->m_headerBytes += length;
    if (transfer->m_headerBytes > transfer->m_limits.headers) {
        transfer->m_end.limit = QStringLiteral("headers of %1").arg(sizeText(transfer->m_limits.headers));
        return 0;
    }
    transfer->noteHeader(QByteArray(bytes, length));
    return size * count;
}

void HttpTransfer::noteHeader(const QByteArray &line)
{
    if (m_answered) // trailers
        return;
    if (line.startsWith("HTTP/")) { // again after a 1xx
        m_reply.m_headers.clear();
        return;
    }
    const QByteArray text = line.trimmed();
    if (!text.isEmpty()) {
        const qsizetype colon = text.indexOf(':');
        if (colon > 0)
            m_reply.m_headers.append({text.left(colon), text.mid(colon + 1).trimmed()});
        return;
    }
    const long status = numberOf(m_easy, CURLINFO_RESPONSE_CODE);
    if (status < 200)
        return;
    m_reply.m_status = int(status);
    m_answered = m_answeredNow = true;
    m_client->m_pool->loop().note(&m_reply);
}

size_t HttpTransfer::bodyCame(const char *bytes, size_t size, size_t count, void *self)
{
    auto *transfer = static_cast<HttpTransfer *>(self);
    const qsizetype length = qsizetype(size * count);
    transfer->m_client->m_load.countBytes(length);
    transfer->m_bodyBytes += length;
    if (transfer->m_limits.body > 0 && transfer->m_bodyBytes > transfer->m_limits.body) {
        transfer->m_end.limit = bodyLimit(transfer->m_limits);
        return 0;
    }
    if (!transfer->m_stream) {
        transfer->m_reply.m_body.append(bytes, length);
    } else {
        if (transfer->m_pending.isEmpty())
            transfer->m_client->m_pool->loop().note(&transfer->m_reply);
        transfer->m_pending.append(bytes, length);
    }
    return size * count;
}

void HttpTransfer::end(int code)
{
    if (m_ended)
        return;
    m_ended = true;
    m_end.code = code;
    if (code == CURLE_FILESIZE_EXCEEDED)
        m_end.limit = bodyLimit(m_limits);
    m_end.text = plainText(QByteArray(m_errorText.constData()));
    if (m_end.text.isEmpty())
        m_end.text = QString::fromUtf8(curl_easy_strerror(CURLcode(code)));
    m_end.answered = m_answered;
    m_end.osError = int(numberOf(m_easy, CURLINFO_OS_ERRNO));
    const bool sent = numberOf(m_easy, CURLINFO_REQUEST_SIZE) > 0; // perhaps over a kept connection
    m_end.connected = m_end.connected || sent || timeOf(m_easy, CURLINFO_CONNECT_TIME_T) > 0;
    m_end.secured = sent || !m_client->endpoint().isTls() || timeOf(m_easy, CURLINFO_APPCONNECT_TIME_T) > 0;
    m_reply.m_latencyMs = double(timeOf(m_easy, CURLINFO_STARTTRANSFER_TIME_T)) / 1000.0;
    m_reply.m_times = times();
    m_client->m_load.countBytes(numberOf(m_easy, CURLINFO_REQUEST_SIZE));
    m_client->m_pool->loop().note(&m_reply);
}

HttpTimes HttpTransfer::times() const
{
    const auto between = [this](CURLINFO begin, CURLINFO end) {
        const qint64 from = timeOf(m_easy, begin);
        const qint64 to = timeOf(m_easy, end);
        return to > 0 && to >= from ? double(to - from) / 1000.0 : -1;
    };
    HttpTimes times;
    times.connectMs = between(CURLINFO_NAMELOOKUP_TIME_T, CURLINFO_CONNECT_TIME_T);
    const double namedAtMs = double(timeOf(m_easy, CURLINFO_NAMELOOKUP_TIME_T)) / 1000.0;
    if (times.connectMs < 0 && m_handshakeAtMs >= 0)
        times.connectMs = std::max(0.0, m_handshakeAtMs - namedAtMs);
    if (m_end.code == CURLE_COULDNT_CONNECT && m_end.osError == ECONNREFUSED)
        times.refusedMs = std::max(0.0, double(m_sinceBegin.nsecsElapsed()) / 1e6 - namedAtMs);
    times.secureMs = between(CURLINFO_CONNECT_TIME_T, CURLINFO_APPCONNECT_TIME_T);
    if (m_answered) { // PRETRANSFER would not do: on a kept connection it may be noted when the answer is there
        const bool isNew = numberOf(m_easy, CURLINFO_NUM_CONNECTS) > 0;
        const qint64 ready =
            isNew ? std::max(timeOf(m_easy, CURLINFO_CONNECT_TIME_T), timeOf(m_easy, CURLINFO_APPCONNECT_TIME_T)) : 0;
        times.answerMs = double(timeOf(m_easy, CURLINFO_STARTTRANSFER_TIME_T) - ready) / 1000.0;
    }
    curl_socket_t socket = CURL_SOCKET_BAD;
    curl_easy_getinfo(m_easy, CURLINFO_ACTIVESOCKET, &socket);
    if (times.connectMs < 0 || socket == CURL_SOCKET_BAD)
        return times;
    // We hear of the connection when we look; the kernel saw the answer itself.
    if (const auto way = TcpWay::of(socket)) {
        times.wasResent = way->resent > 0;
        if (way->leastRttMs > 0 && !times.wasResent)
            times.connectMs = std::min(times.connectMs, way->leastRttMs);
    }
    return times;
}

std::optional<Error> HttpTransfer::outcome() const
{
    if (m_end.code == CURLE_OK)
        return std::nullopt;
    const HttpEndpoint &endpoint = m_client->endpoint();
    if (!m_openError.isEmpty())
        return Error{ErrorKind::Internal, Fault::Ours,
                     QStringLiteral("No connection to %1 can be made: %2.").arg(endpoint.shown, m_openError)};
    if (m_fate && m_fate->failure && m_end.limit.isEmpty())
        return endpoint.commandError(endpoint.shown, *m_fate->failure);
    return transferError(endpoint, m_end, *m_client->m_peer, m_client->m_clock.now());
}

void HttpTransfer::deliver(HttpReply &reply)
{
    const QPointer<HttpReply> guard(&reply);
    HttpTransfer *transfer = reply.m_transfer.get();
    if (!transfer || !transfer->m_client) // ended meanwhile, or the client has gone
        return;
    if (std::exchange(transfer->m_answeredNow, false)) {
        transfer->m_answerTimer.reset();
        Q_EMIT reply.answered();
        if (!guard || !reply.m_transfer || !transfer->m_client)
            return;
    }
    if (!transfer->m_pending.isEmpty()) {
        Q_EMIT reply.received(std::exchange(transfer->m_pending, {}));
        if (!guard || !reply.m_transfer || !transfer->m_client)
            return;
    }
    if (!transfer->m_ended)
        return;
    reply.m_error = transfer->outcome();
    reply.m_finished = true;
    reply.m_transfer.reset();
    Q_EMIT reply.finished();
}

void HttpTransfer::stop()
{
    m_answerTimer.reset();
    if (m_client)
        m_client->m_pool->remove(this);
}

void HttpTransfer::abandon()
{
    stop();
    m_client = nullptr;
}

} // namespace graticule
