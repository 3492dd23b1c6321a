// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/httperror.h"

#include "backend/connectors/http/peercertificate.h"

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

Error unreachable(const QString &text)
{
    return {ErrorKind::Unreachable, Fault::Network, text};
}

Error refused(ErrorKind kind, const QString &text)
{
    return {kind, Fault::NotAllowed, text, kAfterRefusal};
}

Error connectError(const HttpEndpoint &endpoint, const TransferEnd &end)
{
    const QString &at = endpoint.shown;
    switch (end.osError) {
    case EACCES:
    case EPERM:
        return refused(
            ErrorKind::Refused,
            QStringLiteral("%1 may not be opened by this user. %2").arg(at, endpoint.permissionHint).trimmed());
    case ENOENT:
        return {
            ErrorKind::Unreachable, Fault::Endpoint,
            QStringLiteral("Nothing listens at %1: there is no such socket. Start the service, or mend the address.")
                .arg(at)};
    case ECONNREFUSED:
        if (!endpoint.unixSocket.isEmpty()) // no network has to do with it
            return {ErrorKind::Unreachable, Fault::Endpoint,
                    QStringLiteral("Nothing listens at %1 any more. Start the service again.").arg(at)};
        return unreachable(QStringLiteral("%1 refuses connections: nothing listens there.").arg(at));
    case ENETUNREACH:
    case EHOSTUNREACH:
        return unreachable(QStringLiteral("There is no route to %1.").arg(at));
    case EAGAIN:
        return {ErrorKind::TimedOut, Fault::Endpoint, QStringLiteral("%1 accepts no more connections.").arg(at)};
    default:
        return unreachable(QStringLiteral("Cannot connect to %1: %2.").arg(at, end.text));
    }
}

Error certificateError(const HttpEndpoint &endpoint, const TransferEnd &end, const PeerCertificate &peer, Instant now)
{
    const QString shown = QStringLiteral("%1 shows the certificate %2").arg(endpoint.shown, peer.info.describe(now));
    QString why;
    switch (peer.verifyError) {
    case X509_V_OK: // OpenSSL is content: it is the name that libcurl compares
        return refused(ErrorKind::Certificate, QStringLiteral("%1, which is for %2, not for the expected name. Set "
                                                              "tls.server-name if that is meant.")
                                                   .arg(shown, peer.info.names));
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return refused(ErrorKind::Certificate, shown + QStringLiteral(". It has to be renewed there."));
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return refused(ErrorKind::Certificate, shown + QStringLiteral(". One of the clocks may be wrong."));
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
        return refused(
            ErrorKind::Certificate,
            QStringLiteral("%1 issued by \"%2\", who is not among %3. Set tls.ca to the authority's certificate.")
                .arg(shown, peer.info.issuer,
                     endpoint.tls.authoritiesFile.isEmpty() ? QStringLiteral("the system's authorities")
                                                            : endpoint.tls.authoritiesFile));
    default:
        why = peer.verifyText.isEmpty() ? end.text : peer.verifyText;
        return refused(ErrorKind::Certificate, QStringLiteral("%1, which does not verify: %2.").arg(shown, why));
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
    if (endpoint.tls.certificate.isEmpty()) {
        return refused(ErrorKind::Refused, QStringLiteral("%1 wants a client certificate and none is configured. Set "
                                                          "tls.certificate and tls.key.")
                                               .arg(endpoint.shown));
    }
    const QString own = endpoint.tls.own.describe(now);
    return refused(
        ErrorKind::Refused,
        said
            ? QStringLiteral("%1 does not accept our certificate %2: %3.").arg(endpoint.shown, own, peer.alertText)
            : QStringLiteral("%1 closes the connection after the handshake; it seems not to accept our certificate %2.")
                  .arg(endpoint.shown, own));
}

Error timeout(const HttpEndpoint &endpoint, const TransferEnd &end)
{
    if (!end.connected && endpoint.unixSocket.isEmpty())
        return unreachable(QStringLiteral("%1 did not answer the connection attempt in time.").arg(endpoint.shown));
    if (!end.secured) {
        return {ErrorKind::TimedOut, Fault::Endpoint,
                QStringLiteral("%1 accepted the connection but did not answer the TLS handshake in time.")
                    .arg(endpoint.shown)};
    }
    return {ErrorKind::TimedOut, Fault::Endpoint,
            QStringLiteral("%1 accepted the connection but did not answer in time.").arg(endpoint.shown)};
}

Error malformed(const HttpEndpoint &endpoint, const QString &text)
{
    return {ErrorKind::Malformed, Fault::Endpoint, QStringLiteral("%1 %2").arg(endpoint.shown, text)};
}

} // namespace

Error transferError(const HttpEndpoint &endpoint, const TransferEnd &end, const PeerCertificate &peer, Instant now)
{
    const QString &at = endpoint.shown;
    if (!end.limit.isEmpty())
        return {ErrorKind::TooLarge, Fault::Endpoint,
                QStringLiteral("The answer of %1 passes our limit: %2.").arg(at, end.limit)};
    if (end.slowAnswer)
        return timeout(endpoint, end);
    if (const auto refusal = ownCertificateError(endpoint, end, peer, now); refusal && end.handshakes)
        return *refusal;
    switch (end.code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return unreachable(QStringLiteral("The name in %1 is not known.").arg(at));
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY:
        return unreachable(QStringLiteral("The proxy for %1 does not help: %2.").arg(at, end.text));
    case CURLE_COULDNT_CONNECT:
        return connectError(endpoint, end);
    case CURLE_OPERATION_TIMEDOUT:
        return timeout(endpoint, end);
    case CURLE_PEER_FAILED_VERIFICATION:
        return certificateError(endpoint, end, peer, now);
    case CURLE_SSL_CERTPROBLEM:
        return {ErrorKind::Certificate, Fault::Input,
                QStringLiteral("Our certificate %1 or its key cannot be used: %2.")
                    .arg(endpoint.tls.own.describe(now), end.text),
                std::nullopt};
    case CURLE_SSL_CACERT_BADFILE:
        return {ErrorKind::Certificate, Fault::Input,
                QStringLiteral("tls.ca: %1 cannot be used: %2.").arg(endpoint.tls.authoritiesFile, end.text),
                std::nullopt};
    case CURLE_SSL_CONNECT_ERROR:
        if (end.text.contains(QLatin1String("wrong version number")) ||
            end.text.contains(QLatin1String("packet length")) || end.text.contains(QLatin1String("record layer"))) {
            return {ErrorKind::Unsupported, Fault::Input,
                    QStringLiteral("%1 does not speak TLS on this port. Check the port, or the certificate settings.")
                        .arg(at),
                    kAfterRefusal};
        }
        return {ErrorKind::Disconnected, Fault::Endpoint,
                QStringLiteral("The TLS handshake with %1 failed: %2.").arg(at, end.text)};
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
        return malformed(endpoint, QStringLiteral("answers, but not in HTTP."));
    case CURLE_GOT_NOTHING:
        return {ErrorKind::Disconnected, Fault::Endpoint,
                QStringLiteral("%1 closed the connection without an answer.").arg(at)};
    case CURLE_PARTIAL_FILE:
        return {ErrorKind::Disconnected, Fault::Endpoint,
                QStringLiteral("%1 closed the connection in the middle of an answer.").arg(at)};
    case CURLE_BAD_CONTENT_ENCODING:
        return malformed(endpoint, QStringLiteral("answers in an encoding that was not asked for."));
    case CURLE_URL_MALFORMAT:
        return {ErrorKind::Invalid, Fault::Input, QStringLiteral("address: %1 is no usable address.").arg(at),
                std::nullopt};
    default:
        if (end.text.contains(QLatin1String("chunk"), Qt::CaseInsensitive))
            return malformed(endpoint, QStringLiteral("sends broken chunks: %1.").arg(end.text));
        return {ErrorKind::Disconnected, Fault::Network,
                QStringLiteral("The connection to %1 broke: %2.").arg(at, end.text)};
    }
}

Error statusError(const HttpEndpoint &endpoint, int status, const QByteArray &body, const QString &what)
{
    QByteArray words = body.left(4096);
    const QJsonObject object = QJsonDocument::fromJson(body.left(65536)).object();
    if (object.contains(QLatin1String("message")))
        words = object.value(QLatin1String("message")).toString().toUtf8();
    const QString said = plainText(words);
    if (status == 400 && said.contains(QLatin1String("HTTP request to an HTTPS server"))) {
        return {
            ErrorKind::Unsupported, Fault::Input,
            QStringLiteral("%1 speaks TLS on this port and we spoke plain HTTP. Use https://, or set tls.ca and the "
                           "client certificate.")
                .arg(endpoint.shown),
            kAfterRefusal};
    }
    const QString text = QStringLiteral("%1 answers %2 when asked to %3%4")
                             .arg(endpoint.shown, QString::number(status), what,
                                  said.isEmpty() ? QStringLiteral(".") : QStringLiteral(": ") + said);
    if (status == 401 || status == 403 || status == 407)
        return refused(ErrorKind::Refused, text);
    if (status >= 300 && status < 400)
        return {ErrorKind::Unsupported, Fault::Endpoint,
                QStringLiteral("%1 redirects elsewhere (%2), which is not followed. Set the address to the final one.")
                    .arg(endpoint.shown, QString::number(status)),
                kAfterRefusal};
    if (status == 404)
        return {ErrorKind::NotFound, Fault::Endpoint, text};
    if (status == 409)
        return {ErrorKind::Conflict, Fault::Endpoint, text};
    if (status >= 500 || status == 429) // it is there, but what it says is no answer
        return {ErrorKind::Malformed, Fault::Endpoint, text, Milliseconds(status == 429 || status == 503 ? 5000 : 0)};
    return {ErrorKind::Unsupported, Fault::Endpoint, text};
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
