// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http/certificateinfo.h"

#include <memory>

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

    /// Makes connections of @p sslContext (an SSL_CTX *) note into @p peer, which lives as long as the context does:
    /// libcurl may still say farewell on a connection when its client has gone.
    static void watch(void *sslContext, const std::shared_ptr<PeerCertificate> &peer);
};

} // namespace graticule
