// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

#include <QByteArray>

namespace graticule {

/// What a log-in program gave: a token, a client certificate, or both.
struct KubeCredential
{
    QByteArray token;
    QByteArray certificate; ///< PEM
    QByteArray key;         ///< PEM
    Instant expiry = kNever;

    friend bool operator==(const KubeCredential &, const KubeCredential &) = default;
};

/// Reads an ExecCredential in JSON; anything else is an Error whose text is the end of a sentence. Pure.
Result<KubeCredential> parseKubeCredential(const QByteArray &json, const QString &apiVersion);

} // namespace graticule
