// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/httperror.h"

#include "backend/connectors/http/peercertificate.h"
#include "backend/domain/saying.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>
#include <curl/curl.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

namespace graticule {
namespace {

/// What a person has to mend is asked again slowly: it may be mended at the other end without a word to us.
constexpr Milliseconds kAfterRefusal{30000};

Error unreachable(const char *saying, const QStringList &arguments)
{
    return saidError(ErrorKind::Unreachable, Fault::Network, saying, arguments);
}

/// Of the endpoint itself: the network brought us there, or no network has to do with it.
Error absent(const char *saying, const QString &at)
{
    return saidError(ErrorKind::Unreachable, Fault::Endpoint, saying, {at});
}

Error disconnected(const char *saying, const QStringList &arguments)
{
    return saidError(ErrorKind::Disconnected, Fault::Endpoint, saying, arguments);
}

Error refused(ErrorKind kind, const char *saying, const QStringList &arguments)
{
    return saidError(kind, Fault::NotAllowed, saying, arguments, kAfterRefusal);
}

Error connectError(const HttpEndpoint &endpoint, const TransferEnd &end)
{
    const QString &at = endpoint.shown;
    switch (end.osError) {
    case EACCES:
    case EPERM:
        return refused(ErrorKind::Refused, "net.socket-forbidden",
                       endpoint.permissionHint.isEmpty() ? QStringList{at} : QStringList{at, endpoint.permissionHint});
    case ENOENT:
        return absent("net.no-socket", at);
    case ECONNREFUSED: // over TCP the host itself said so: the way there is open
        return absent(endpoint.unixSocket.isEmpty() ? "net.nothing-listens" : "net.socket-dead", at);
    case ENETUNREACH:
    case EHOSTUNREACH:
        return unreachable("net.no-route", {at});
    case EAGAIN:
        return saidError(ErrorKind::TimedOut, Fault::Endpoint, "net.accepts-no-more", {at});
    default:
        return unreachable("net.cannot-connect", {at, end.text});
    }
}

Error certificateError(const HttpEndpoint &endpoint, const TransferEnd &end, const PeerCertificate &peer, Instant now)
{
    const QString &at = endpoint.shown;
    const QString &authorities = endpoint.tls.authoritiesFile;
    const QString certificate = peer.info.describe(now);
    switch (peer.verifyError) {
    case X509_V_OK: // OpenSSL is content: it is the name that libcurl compares
        return refused(ErrorKind::Certificate, "tls.wrong-name", {at, certificate, peer.info.names});
    case X509_V_ERR_CERT_HAS_EXPIRED: // nobody refused anything: what is shown there is too old
        return saidError(ErrorKind::Certificate, Fault::Endpoint, "tls.expired",
                         {at, argument(peer.info.notAfter), peer.info.shownName()}, kAfterRefusal);
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return saidError(ErrorKind::Certificate, Fault::Endpoint, "tls.not-yet-valid",
                         {at, argument(peer.info.notBefore), peer.info.shownName()}, kAfterRefusal);
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
        return refused(ErrorKind::Certificate, "tls.unknown-issuer",
                       authorities.isEmpty() ? QStringList{at, certificate, peer.info.issuer}
                                             : QStringList{at, certificate, peer.info.issuer, authorities});
    default:
        return refused(ErrorKind::Certificate, "tls.unverified",
                       {at, certificate, peer.verifyText.isEmpty() ? end.text : peer.verifyText});
    }
}

bool isAboutOurCertificate(int alert)
{
    return (alert >= SSL_AD_NO_CERTIFICATE && alert <= SSL_AD_CERTIFICATE_UNKNOWN) || alert == SSL_AD_UNKNOWN_CA ||
           alert == SSL_AD_ACCESS_DENIED || alert == SSL_AD_DECRYPT_ERROR || alert == SSL_AD_CERTIFICATE_REQUIRED;
}

/// The endpoint's refusal of our own certificate. With TLS 1.3 the handshake looks fine to us; its alert comes with the
/// first read, or is lost when the connection is reset before we read.
std::optional<Error> ownCertificateError(const HttpEndpoint &endpoint, const TransferEnd &end,
                                         const PeerCertificate &peer, Instant now)
{
    const bool said = isAboutOurCertificate(peer.alert) || (peer.alert == SSL_AD_HANDSHAKE_FAILURE && peer.wantsOurs);
    const bool silent = peer.wantsOurs && end.handshakes && end.secured && !end.answered &&
                        (end.code == CURLE_SEND_ERROR || end.code == CURLE_RECV_ERROR || end.code == CURLE_GOT_NOTHING);
    if (!said && !silent)
        return std::nullopt;
    const QString &at = endpoint.shown;
    const CertificateInfo &own = endpoint.tls.own;
    if (endpoint.tls.certificate.isEmpty())
        return refused(ErrorKind::Refused, "tls.wants-ours", {at});
    if (own.notAfter < now)
        return saidError(ErrorKind::Refused, Fault::Input, "tls.ours-expired",
                         {at, own.shownName(), argument(own.notAfter)}, kAfterRefusal);
    return said ? refused(ErrorKind::Refused, "tls.ours-refused", {at, own.describe(now), peer.alertText})
                : refused(ErrorKind::Refused, "tls.ours-refused-silently", {at, own.describe(now)});
}

Error timeout(const HttpEndpoint &endpoint, const TransferEnd &end)
{
    if (!end.connected && endpoint.unixSocket.isEmpty())
        return unreachable("net.connect-timeout", {endpoint.shown});
    return saidError(ErrorKind::TimedOut, Fault::Endpoint, end.secured ? "net.timeout" : "net.tls-timeout",
                     {endpoint.shown});
}

Error malformed(const char *saying, const QStringList &arguments)
{
    return saidError(ErrorKind::Malformed, Fault::Endpoint, saying, arguments);
}

} // namespace

Error transferError(const HttpEndpoint &endpoint, const TransferEnd &end, const PeerCertificate &peer, Instant now)
{
    const QString &at = endpoint.shown;
    if (!end.limit.isEmpty())
        return saidError(ErrorKind::TooLarge, Fault::Endpoint, "http.too-large", {at, end.limit});
    if (end.slowAnswer)
        return timeout(endpoint, end);
    if (const auto refusal = ownCertificateError(endpoint, end, peer, now); refusal && end.handshakes)
        return *refusal;
    switch (end.code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return unreachable("net.unknown-name", {at});
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY:
        return unreachable("net.proxy", {at, end.text});
    case CURLE_COULDNT_CONNECT:
        // Whatever refuses then is the proxy.
        return endpoint.proxy.isEmpty() ? connectError(endpoint, end) : unreachable("net.proxy", {at, end.text});
    case CURLE_OPERATION_TIMEDOUT:
        return timeout(endpoint, end);
    case CURLE_PEER_FAILED_VERIFICATION:
        return certificateError(endpoint, end, peer, now);
    case CURLE_SSL_CERTPROBLEM:
        return saidError(ErrorKind::Certificate, Fault::Input, "tls.ours-unusable",
                         {endpoint.tls.own.describe(now), end.text}, std::nullopt);
    case CURLE_SSL_CACERT_BADFILE: // names the field, for forms
        return {ErrorKind::Certificate, Fault::Input,
                QStringLiteral("tls.ca: %1 cannot be used: %2.").arg(endpoint.tls.authoritiesFile, end.text),
                std::nullopt};
    case CURLE_SSL_CONNECT_ERROR:
        if (end.text.contains(QLatin1String("wrong version number")) ||
            end.text.contains(QLatin1String("packet length")) || end.text.contains(QLatin1String("record layer")))
            return saidError(ErrorKind::Unsupported, Fault::Input, "tls.none", {at}, kAfterRefusal);
        return disconnected("tls.handshake", {at, end.text});
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
        return malformed("http.no-http", {at});
    case CURLE_GOT_NOTHING:
        return disconnected("net.closed", {at});
    case CURLE_PARTIAL_FILE:
        return disconnected("net.cut", {at});
    case CURLE_BAD_CONTENT_ENCODING:
        return malformed("http.encoding", {at});
    case CURLE_URL_MALFORMAT:
        return {ErrorKind::Invalid, Fault::Input, QStringLiteral("address: %1 is no usable address.").arg(at),
                std::nullopt};
    default:
        if (end.text.contains(QLatin1String("chunk"), Qt::CaseInsensitive))
            return malformed("http.chunks", {at, end.text});
        return saidError(ErrorKind::Disconnected, Fault::Network, "net.broke", {at, end.text});
    }
}

Error statusError(const HttpEndpoint &endpoint, int status, const QByteArray &body, const QString &what)
{
    QByteArray words = body.left(4096);
    const QJsonObject object = QJsonDocument::fromJson(body.left(65536)).object();
    if (object.contains(QLatin1String("message")))
        words = object.value(QLatin1String("message")).toString().toUtf8();
    const QString said = plainText(words);
    const QString &at = endpoint.shown;
    if (status == 400 && said.contains(QLatin1String("HTTP request to an HTTPS server")))
        return saidError(ErrorKind::Unsupported, Fault::Input, "http.wants-tls", {at}, kAfterRefusal);
    if (status >= 300 && status < 400)
        return saidError(ErrorKind::Unsupported, Fault::Endpoint, "http.redirects", {at, QString::number(status)},
                         kAfterRefusal);
    QStringList arguments{at, QString::number(status), what};
    if (!said.isEmpty())
        arguments.append(said);
    Error error = saidError(ErrorKind::Unsupported, Fault::Endpoint, "http.status", arguments);
    if (status == 401 || status == 403 || status == 407) {
        error.kind = ErrorKind::Refused;
        error.fault = Fault::NotAllowed;
        error.retryAfter = kAfterRefusal;
    } else if (status == 404) {
        error.kind = ErrorKind::NotFound;
    } else if (status == 409) {
        error.kind = ErrorKind::Conflict;
    } else if (status >= 500 || status == 429) { // it is there, but what it says is no answer
        error.kind = ErrorKind::Malformed;
        error.retryAfter = Milliseconds(status == 429 || status == 503 ? 5000 : 0);
    }
    return error;
}

QString plainText(const QByteArray &utf8, int most)
{
    QString text = QString::fromUtf8(utf8.left(most * 4)).simplified();
    text.removeIf([](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
               c == QChar::ReplacementCharacter;
    });
    return text.size() > most ? text.left(most - 1) + QChar(0x2026) : text;
}

} // namespace graticule
