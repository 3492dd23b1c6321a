// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/instant.h"

#include <QByteArray>
#include <QList>
#include <QPair>

namespace graticule {

/// Bounds of one request; passing one ends it with an error that says which.
struct HttpLimits
{
    Milliseconds connect{5000}; ///< until connected, TLS included
    Milliseconds answer{15000}; ///< until the status line and all headers are in; 0: no limit
    Milliseconds whole{20000};  ///< until the body is complete; 0: no limit (streams)
    qint64 body = 64 << 20;     ///< bytes; 0: no limit, for streams that keep nothing
    qint64 headers = 64 << 10;  ///< bytes of all headers together
};

/// One request. The body comes whole in HttpReply::body(), or with `stream` in pieces by HttpReply::received().
struct HttpRequest
{
    QByteArray method = "GET"; ///< "HEAD" has no body
    QByteArray path = "/";     ///< with query, percent-encoded
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    bool stream = false;
    /// Connects anew, TLS included, and sends nothing: for what HttpReply::times() tells of it.
    bool connectOnly = false;
    HttpLimits limits;
};

} // namespace graticule
