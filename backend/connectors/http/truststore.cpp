// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/truststore.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFileInfo>

#include <curl/curl.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

namespace graticule {
namespace {

/// False: something there is no certificate.
bool addAll(X509_STORE *store, const QByteArray &pem)
{
    ERR_clear_error();
    bool ok = true;
    int count = 0;
    BIO *bio = BIO_new_mem_buf(pem.constData(), int(pem.size()));
    while (X509 *certificate = PEM_read_bio_X509_AUX(bio, nullptr, nullptr, nullptr)) {
        ok = X509_STORE_add_cert(store, certificate) == 1 && ok;
        X509_free(certificate);
        ++count;
    }
    BIO_free(bio);
    const unsigned long last = ERR_peek_last_error(); // the end is one, too
    return ok && count > 0 && ERR_GET_LIB(last) == ERR_LIB_PEM && ERR_GET_REASON(last) == PEM_R_NO_START_LINE;
}

/// Where libcurl was built to find them.
void addSystem(X509_STORE *store)
{
    const curl_version_info_data *curl = curl_version_info(CURLVERSION_NOW);
    if (curl->cainfo)
        X509_STORE_load_file(store, curl->cainfo);
    if (curl->capath)
        X509_STORE_load_path(store, curl->capath);
}

QByteArray keyOfSystem()
{
    const char *file = curl_version_info(CURLVERSION_NOW)->cainfo;
    const QFileInfo info(file ? QString::fromUtf8(file) : QString());
    return "system " + QByteArray::number(info.size()) + ' ' +
           QByteArray::number(info.lastModified().toMSecsSinceEpoch());
}

} // namespace

TrustStore::TrustStore()
    : m_store(X509_STORE_new())
{
    // As libcurl does: what is trusted comes before what the peer sends, and may be an authority in the middle.
    X509_STORE_set_flags(m_store, X509_V_FLAG_TRUSTED_FIRST | X509_V_FLAG_PARTIAL_CHAIN);
}

TrustStore::~TrustStore()
{
    X509_STORE_free(m_store);
}

bool TrustStore::giveTo(void *sslContext) const
{
    // Not the context's usual store: libcurl 7.88 replaces that later by one it keeps for all handles of a loop.
    auto *context = static_cast<SSL_CTX *>(sslContext);
    return m_isWhole && SSL_CTX_set1_verify_cert_store(context, m_store) == 1 &&
           SSL_CTX_set1_chain_cert_store(context, m_store) == 1;
}

std::shared_ptr<const TrustStore> TrustStores::of(const QByteArray &pem)
{
    const QByteArray key = pem.isEmpty() ? keyOfSystem() : QCryptographicHash::hash(pem, QCryptographicHash::Sha256);
    if (auto known = m_stores.value(key).lock())
        return known;
    m_stores.removeIf([](const auto &store) { return store->expired(); });
    const std::shared_ptr<TrustStore> store(new TrustStore);
    if (pem.isEmpty())
        addSystem(store->m_store);
    else
        store->m_isWhole = addAll(store->m_store, pem);
    ERR_clear_error();
    m_stores.insert(key, store);
    return store;
}

} // namespace graticule
