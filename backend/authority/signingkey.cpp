// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/authority/signingkey.h"

#include "backend/authority/opensslhandles.h"
#include "backend/authority/ownedfile.h"

#include <QCryptographicHash>
#include <QFile>

namespace graticule {
namespace {

constexpr qint64 kMostBytes = 16'384;
using Context = std::unique_ptr<EVP_MD_CTX, FreedBy<EVP_MD_CTX_free>>;

Error failed(const QString &text)
{
    return {ErrorKind::Internal, Fault::Ours, text, std::nullopt};
}

/// The public half; empty: @p pem is no Ed25519 key.
QByteArray publicHalf(const QByteArray &pem)
{
    const Key key = keyFrom(pem);
    QByteArray raw(SigningKey::kPublicBytes, '\0');
    size_t size = size_t(raw.size());
    const bool isKey =
        key && EVP_PKEY_id(key.get()) == EVP_PKEY_ED25519 &&
        EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char *>(raw.data()), &size) == 1 &&
        size == size_t(raw.size());
    return isKey ? raw : QByteArray();
}

QByteArray newKey()
{
    const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    const Bio out(BIO_new(BIO_s_mem()));
    if (!key || !out || PEM_write_bio_PKCS8PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return {};
    return bytesOf(out.get());
}

const unsigned char *data(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

} // namespace

Result<SigningKey> SigningKey::in(const QString &path)
{
    QFile file(path);
    QByteArray pem;
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly))
            return failed(QStringLiteral("The keeper's key %1 cannot be read: %2.").arg(path, file.errorString()));
        pem = file.read(kMostBytes);
    } else {
        pem = newKey();
        if (pem.isEmpty())
            return failed(QStringLiteral("No Ed25519 key could be made."));
        if (const auto written = writeOwnedFile(path, pem, FileOwner::OfDirectory); !written)
            return written.error();
    }
    QByteArray half = publicHalf(pem);
    if (half.isEmpty())
        return failed(QStringLiteral("%1 is no Ed25519 key; move it away, and another one is made.").arg(path));
    return SigningKey(std::move(pem), std::move(half));
}

Result<QByteArray> SigningKey::sign(const QByteArray &bytes) const
{
    const Key key = keyFrom(m_pem);
    const Context context(EVP_MD_CTX_new());
    QByteArray signature(kSignatureBytes, '\0');
    size_t size = size_t(signature.size());
    if (!key || !context || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, data(bytes),
                       size_t(bytes.size())) != 1 ||
        size != size_t(kSignatureBytes))
        return failed(QStringLiteral("It could not be signed."));
    return signature;
}

bool isSignedBy(const QByteArray &publicKey, const QByteArray &bytes, const QByteArray &signature)
{
    if (publicKey.size() != SigningKey::kPublicBytes || signature.size() != SigningKey::kSignatureBytes)
        return false;
    const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, data(publicKey), size_t(publicKey.size())));
    const Context context(EVP_MD_CTX_new());
    return key && context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), data(signature), size_t(signature.size()), data(bytes),
                            size_t(bytes.size())) == 1;
}

QString fingerprintOf(const QByteArray &publicKey)
{
    const QByteArray hash = QCryptographicHash::hash(publicKey, QCryptographicHash::Sha256);
    return QStringLiteral("SHA256:") + QString::fromLatin1(hash.toBase64(QByteArray::OmitTrailingEquals));
}

} // namespace graticule
