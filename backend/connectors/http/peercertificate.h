// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http/certificateinfo.h"

namespace graticule {

/// The certificate that an endpoint shows, noted while OpenSSL verifies it, because libcurl tells neither name nor
/// dates of a certificate that it refuses.
struct PeerCertificate
{
    CertificateInfo info;
    int verifyError = 0; ///< X509_V_ERR_*; 0: verified, or not seen yet
    QString verifyText;  ///< OpenSSL's words for it

    /// Makes verification on @p sslContext (an SSL_CTX *) note into @p peer, which outlives all its connections.
    static void watch(void *sslContext, PeerCertificate *peer);
};

} // namespace graticule
