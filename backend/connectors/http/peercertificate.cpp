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

int certificateWanted(SSL *, void *target)
{
    static_cast<PeerCertificate *>(target)->wantsOurs = true;
    return 1;
}

using Shared = std::shared_ptr<PeerCertificate>;

void release(void *, void *data, CRYPTO_EX_DATA *, int, long, void *)
{
    delete static_cast<Shared *>(data);
}

/// Where a context keeps its share of a PeerCertificate.
int dataIndex()
{
    static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, release);
    return index;
}

void noteAlert(const SSL *ssl, int where, int value)
{
    constexpr int kCloseNotify = 0;
    if ((where & SSL_CB_READ_ALERT) != SSL_CB_READ_ALERT || (value & 0xff) == kCloseNotify)
        return;
    const auto *shared = static_cast<const Shared *>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), dataIndex()));
    if (!shared)
        return;
    (*shared)->alert = value & 0xff;
    (*shared)->alertText = QString::fromUtf8(SSL_alert_desc_string_long(value));
}

} // namespace

void PeerCertificate::watch(void *sslContext, const std::shared_ptr<PeerCertificate> &peer)
{
    auto *context = static_cast<SSL_CTX *>(sslContext);
    delete static_cast<Shared *>(SSL_CTX_get_ex_data(context, dataIndex()));
    SSL_CTX_set_ex_data(context, dataIndex(), new Shared(peer));
    peer->alert = 0;
    peer->wantsOurs = false;
    SSL_CTX_set_cert_verify_callback(context, verify, peer.get());
    SSL_CTX_set_cert_cb(context, certificateWanted, peer.get());
    SSL_CTX_set_info_callback(context, noteAlert);
}

} // namespace graticule
