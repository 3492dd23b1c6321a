// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <memory>

using X509_STORE = struct x509_store_st;

namespace graticule {

/// Authorities as OpenSSL wants them. Never changed once it is made, so many connections can share it.
class TrustStore
{
public:
    ~TrustStore();
    Q_DISABLE_COPY_MOVE(TrustStore)

    /// Connections made with @p sslContext trust these and nobody else; our own certificate's chain is completed from
    /// these only, too. False: they cannot be read, make no connection.
    bool giveTo(void *sslContext) const;

private:
    friend class TrustStores;
    TrustStore();

    X509_STORE *m_store;
    bool m_isWhole = true;
};

/// Makes each once for as long as somebody uses it: the system's alone are a megabyte and ten milliseconds.
class TrustStores
{
public:
    /// The authorities in @p pem; empty: the system's, as they are on disk now.
    std::shared_ptr<const TrustStore> of(const QByteArray &pem);

private:
    QHash<QByteArray, std::weak_ptr<const TrustStore>> m_stores; // by what is in them
};

} // namespace graticule
