// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/authority/issuer.h"

#include "backend/authority/certificate.h"
#include "backend/authority/opensslhandles.h"

#include <QRegularExpression>

#include <openssl/err.h>
#include <openssl/rand.h>

namespace graticule {
namespace {

/// Clocks of those who look at a new certificate may be behind ours.
constexpr std::chrono::minutes kBackdated{10};

Error failure(const QString &what)
{
    char text[200] = "";
    ERR_error_string_n(ERR_get_error(), text, sizeof(text));
    ERR_clear_error();
    return {ErrorKind::Internal, Fault::Ours,
            QStringLiteral("OpenSSL cannot %1: %2.").arg(what, QString::fromLatin1(text)), std::nullopt};
}

bool setSerial(X509 *certificate)
{
    unsigned char bytes[16];
    if (RAND_bytes(bytes, sizeof(bytes)) != 1)
        return false;
    bytes[0] &= 0x7f; // a positive number
    BIGNUM *number = BN_bin2bn(bytes, sizeof(bytes), nullptr);
    const bool done = number && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
    BN_free(number);
    return done;
}

bool setTime(ASN1_TIME *field, Instant at)
{
    return ASN1_TIME_set(field, time_t(toMs(at) / 1000)) != nullptr;
}

bool addExtension(X509 *certificate, X509 *issuer, int kind, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData());
    const bool added = extension && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

QByteArray alternativeNames(const QStringList &hosts)
{
    static const QRegularExpression address(QStringLiteral(R"(^(\d+\.\d+\.\d+\.\d+|[0-9a-fA-F]*:[0-9a-fA-F:.]*)$)"));
    QList<QByteArray> names;
    for (const QString &host : hosts)
        names.append((address.match(host).hasMatch() ? "IP:" : "DNS:") + host.toUtf8());
    return names.join(',');
}

bool addExtensions(X509 *certificate, X509 *issuer, CertificateOrder::For use, const QStringList &hosts)
{
    const bool isAuthority = use == CertificateOrder::For::Authority;
    bool good = addExtension(certificate, issuer, NID_basic_constraints,
                             isAuthority ? "critical,CA:TRUE" : "critical,CA:FALSE") &&
                addExtension(certificate, issuer, NID_key_usage,
                             isAuthority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature") &&
                addExtension(certificate, issuer, NID_subject_key_identifier, "hash") &&
                addExtension(certificate, issuer, NID_authority_key_identifier, "keyid");
    if (!isAuthority)
        good = good && addExtension(certificate, issuer, NID_ext_key_usage,
                                    use == CertificateOrder::For::Server ? "serverAuth" : "clientAuth");
    if (!hosts.isEmpty())
        good = good && addExtension(certificate, issuer, NID_subject_alt_name, alternativeNames(hosts));
    return good;
}

QByteArray pemOf(X509 *certificate)
{
    const Bio out(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(out.get(), certificate);
    return bytesOf(out.get());
}

QByteArray pemOf(EVP_PKEY *key)
{
    const Bio out(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(out.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return bytesOf(out.get());
}

/// A certificate of @p key as ordered, signed by @p signer; @p issuer null: by itself.
Certificate made(const CertificateOrder &order, EVP_PKEY *key, X509 *issuer, EVP_PKEY *signer)
{
    Certificate certificate(X509_new());
    X509 *raw = certificate.get();
    X509 *above = issuer ? issuer : raw;
    X509_NAME *subject = X509_get_subject_name(raw);
    const QByteArray name = order.name.toUtf8();
    const bool good = X509_set_version(raw, 2) == 1 && setSerial(raw) &&
                      setTime(X509_getm_notBefore(raw), order.from - kBackdated) &&
                      setTime(X509_getm_notAfter(raw), order.until) &&
                      X509_NAME_add_entry_by_NID(subject, NID_commonName, MBSTRING_UTF8,
                                                 reinterpret_cast<const unsigned char *>(name.constData()),
                                                 int(name.size()), -1, 0) == 1 &&
                      X509_set_issuer_name(raw, X509_get_subject_name(above)) == 1 && X509_set_pubkey(raw, key) == 1 &&
                      addExtensions(raw, above, order.use, order.hosts) && X509_sign(raw, signer, EVP_sha256()) > 0;
    return good ? std::move(certificate) : Certificate();
}

} // namespace

Result<Identity> makeAuthority(const CertificateOrder &order)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate = key ? made(order, key.get(), nullptr, key.get()) : Certificate();
    if (!certificate)
        return failure(QStringLiteral("make an authority"));
    return Identity{pemOf(key.get()), pemOf(certificate.get())};
}

Result<Identity> issue(const Identity &authority, const CertificateOrder &order)
{
    const Certificate issuer = certificateFrom(authority.certificate);
    const Key signer = keyFrom(authority.key);
    const Key key(EVP_EC_gen("P-256"));
    if (!issuer || !signer || !key)
        return failure(QStringLiteral("use the authority's key and certificate"));
    CertificateOrder within = order;
    if (const auto facts = readCertificate(authority.certificate))
        within.until = std::min(within.until, facts->notAfter);
    const Certificate certificate = made(within, key.get(), issuer.get(), signer.get());
    if (!certificate)
        return failure(QStringLiteral("make a certificate"));
    return Identity{pemOf(key.get()), pemOf(certificate.get())};
}

Result<QByteArray> crossSign(const Identity &old, const QByteArray &newcomer)
{
    const Certificate issuer = certificateFrom(old.certificate);
    const Key signer = keyFrom(old.key);
    const Certificate other = certificateFrom(newcomer);
    const auto facts = readCertificate(newcomer);
    const auto oldFacts = readCertificate(old.certificate);
    if (!issuer || !signer || !other || !facts || !oldFacts)
        return failure(QStringLiteral("use the authority's key and certificate"));
    CertificateOrder order;
    order.use = CertificateOrder::For::Authority;
    order.name = facts->name;
    order.from = facts->notBefore + kBackdated;
    order.until = std::min(facts->notAfter, oldFacts->notAfter);
    const Certificate certificate = made(order, X509_get0_pubkey(other.get()), issuer.get(), signer.get());
    if (!certificate)
        return failure(QStringLiteral("sign the new authority"));
    return pemOf(certificate.get());
}

} // namespace graticule
