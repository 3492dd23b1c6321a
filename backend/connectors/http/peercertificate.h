// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http/certificateinfo.h"

namespace graticule {

/// The certificate that an endpoint shows and what it thinks of ours, noted while OpenSSL works, because libcurl tells
/// neither name nor dates of a certificate that it refuses, and loses an alert when the connection breaks with it.
struct PeerCertificate
{
    CertificateInfo info;
    int verifyError = 0;    ///< X509_V_ERR_*; 0: verified, or not seen yet
    QString verifyText;     ///< OpenSSL's words for it
    bool wantsOurs = false; ///< it asked for a client certificate
    int alert = 0;          ///< the TLS alert that it sent (RFC 8446, 6); 0: none
    QString alertText;      ///< OpenSSL's words for it

    /// Makes connections of @p sslContext (an SSL_CTX *) note into @p peer, which outlives them all.
    static void watch(void *sslContext, PeerCertificate *peer);
};

} // namespace graticule
