// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http/httpendpoint.h"
#include "backend/domain/error.h"

namespace graticule {

struct PeerCertificate;

/// How a transfer ended, as libcurl and our own limits tell it.
struct TransferEnd
{
    int code = 0;            ///< CURLcode
    QString text;            ///< libcurl's words; empty: none
    int osError = 0;         ///< errno of the failed connect; 0: not known
    bool connected = false;  ///< socket level
    bool handshakes = false; ///< this transfer made the connection and began its TLS handshake
    bool answered = false;   ///< status and headers had come
    bool secured = false;    ///< TLS handshake done (true without TLS)
    QString limit;           ///< set when we cut it: which limit, "body of 64 MB"
    bool slowAnswer = false; ///< we cut it: no answer in time
};

/// The transfer's failure as a value that says whose fault it is and what to do. @p now is for certificates' dates.
Error transferError(const HttpEndpoint &endpoint, const TransferEnd &end, const PeerCertificate &peer, Instant now);

/// The error for an HTTP status of 300 and more; @p what names the question ("list containers"), @p body is the
/// endpoint's own words: JSON with "message", or text. 401 and 403 are Refused, 404 NotFound, 409 Conflict, redirects
/// and 5xx the endpoint's fault.
Error statusError(const HttpEndpoint &endpoint, int status, const QByteArray &body, const QString &what);

/// Text from an endpoint made fit for a sentence: control characters removed, cut at @p most characters.
QString plainText(const QByteArray &utf8, int most = 200);

} // namespace graticule
