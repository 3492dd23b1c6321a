// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

#include <QByteArray>

namespace graticule {

/// A keeper's own Ed25519 key, with which it signs what leaves it as a file. A value; the private half never leaves
/// its file and this. Any thread.
class SigningKey
{
public:
    static constexpr qsizetype kPublicBytes = 32;
    static constexpr qsizetype kSignatureBytes = 64;

    /// The key in @p path (PEM, PKCS 8), made with mode 0600 when there is none. Waits for the disk. Refused when what
    /// is there is no such key: it is left as it is.
    static Result<SigningKey> in(const QString &path);

    const QByteArray &publicKey() const { return m_public; }
    Result<QByteArray> sign(const QByteArray &bytes) const;

private:
    SigningKey(QByteArray pem, QByteArray publicKey)
        : m_pem(std::move(pem))
        , m_public(std::move(publicKey))
    {
    }

    QByteArray m_pem;
    QByteArray m_public;
};

/// Whether @p signature was made of @p bytes with the private half of @p publicKey. False for whatever is no key.
bool isSignedBy(const QByteArray &publicKey, const QByteArray &bytes, const QByteArray &signature);

/// A public key for people and lists: "SHA256:" and 43 letters, as ssh has it.
QString fingerprintOf(const QByteArray &publicKey);

} // namespace graticule
