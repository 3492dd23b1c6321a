// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

// OpenSSL's objects with owners. Inside of this folder only.

namespace graticule {

template<auto Free> struct FreedBy
{
    template<class T> void operator()(T *object) const { Free(object); }
};

using Key = std::unique_ptr<EVP_PKEY, FreedBy<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, FreedBy<X509_free>>;
using Bio = std::unique_ptr<BIO, FreedBy<BIO_free_all>>;

inline Bio bioOf(const QByteArray &bytes)
{
    return Bio(BIO_new_mem_buf(bytes.constData(), int(bytes.size())));
}

inline QByteArray bytesOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, qsizetype(size));
}

/// The first in @p pem; null: none.
inline Certificate certificateFrom(const QByteArray &pem)
{
    return Certificate(PEM_read_bio_X509(bioOf(pem).get(), nullptr, nullptr, nullptr));
}

/// The first in @p pem that needs no password; null: none.
inline Key keyFrom(const QByteArray &pem)
{
    const auto noPassword = [](char *, int, int, void *) { return 0; };
    return Key(PEM_read_bio_PrivateKey(bioOf(pem).get(), nullptr, noPassword, nullptr));
}

} // namespace graticule
