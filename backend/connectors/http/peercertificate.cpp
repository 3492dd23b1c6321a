// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/peercertificate.h"

#include <QSslCertificate>

#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

namespace graticule {
namespace {

QSslCertificate toQt(X509 *certificate)
{
    unsigned char *der = nullptr;
    const int length = i2d_X509(certificate, &der);
    if (length <= 0)
        return QSslCertificate();
    const QSslCertificate result(QByteArray(reinterpret_cast<const char *>(der), length), QSsl::Der);
    OPENSSL_free(der);
    return result;
}

int verify(X509_STORE_CTX *context, void *target)
{
    const int ok = X509_verify_cert(context);
    auto &peer = *static_cast<PeerCertificate *>(target);
    if (X509 *leaf = X509_STORE_CTX_get0_cert(context))
        peer.info = CertificateInfo::of(toQt(leaf));
    peer.verifyError = X509_STORE_CTX_get_error(context);
    peer.verifyText = QString::fromUtf8(X509_verify_cert_error_string(peer.verifyError));
    return ok;
}

} // namespace

void PeerCertificate::watch(void *sslContext, PeerCertificate *peer)
{
    SSL_CTX_set_cert_verify_callback(static_cast<SSL_CTX *>(sslContext), verify, peer);
}

} // namespace graticule
