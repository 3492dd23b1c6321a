// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/authority/certificate.h"

#include "backend/authority/opensslhandles.h"

#include <QCryptographicHash>
#include <QFile>

#include <ctime>

#include <openssl/err.h>

namespace graticule {
namespace {

constexpr qint64 kLargest = 1'000'000;

Instant instantOf(const ASN1_TIME *time)
{
    std::tm parts = {};
    return ASN1_TIME_to_tm(time, &parts) == 1 ? instantFromMs(qint64(::timegm(&parts)) * 1000) : kNever;
}

QString commonName(const X509_NAME *name)
{
    const int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    if (at < 0)
        return {};
    unsigned char *text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    const QString result =
        size < 0 ? QString() : QString::fromUtf8(reinterpret_cast<const char *>(text), qsizetype(size));
    OPENSSL_free(text);
    return result;
}

QStringList hostsOf(const X509 *certificate)
{
    QStringList hosts;
    auto *names = static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr));
    for (int i = 0; i < sk_GENERAL_NAME_num(names); ++i) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, i);
        const ASN1_STRING *value = name->type == GEN_DNS     ? name->d.dNSName
                                   : name->type == GEN_IPADD ? name->d.iPAddress
                                                             : nullptr;
        if (!value)
            continue;
        const unsigned char *data = ASN1_STRING_get0_data(value);
        const int size = ASN1_STRING_length(value);
        if (name->type == GEN_DNS)
            hosts.append(QString::fromLatin1(reinterpret_cast<const char *>(data), qsizetype(size)));
        else if (size == 4)
            hosts.append(QStringLiteral("%1.%2.%3.%4").arg(data[0]).arg(data[1]).arg(data[2]).arg(data[3]));
    }
    GENERAL_NAMES_free(names);
    return hosts;
}

Error refusal(ErrorKind kind, const QString &text)
{
    return {kind, Fault::Input, text, std::nullopt};
}

Result<QByteArray> contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refusal(ErrorKind::NotFound, QStringLiteral("Cannot read %1: %2.").arg(path, file.errorString()));
    return file.read(kLargest);
}

} // namespace

Result<CertificateFacts> readCertificate(const QByteArray &pem)
{
    const Certificate certificate = certificateFrom(pem);
    ERR_clear_error();
    if (!certificate)
        return refusal(ErrorKind::Malformed, QStringLiteral("This holds no certificate in PEM."));
    CertificateFacts facts;
    facts.name = commonName(X509_get_subject_name(certificate.get()));
    facts.hosts = hostsOf(certificate.get());
    facts.notBefore = instantOf(X509_get0_notBefore(certificate.get()));
    facts.notAfter = instantOf(X509_get0_notAfter(certificate.get()));
    unsigned char *der = nullptr;
    const int size = i2d_X509(certificate.get(), &der);
    if (size > 0)
        facts.fingerprint =
            QCryptographicHash::hash(QByteArray(reinterpret_cast<const char *>(der), size), QCryptographicHash::Sha256)
                .toHex();
    OPENSSL_free(der);
    return facts;
}

QList<QByteArray> certificatesIn(const QByteArray &pem)
{
    QList<QByteArray> result;
    const Bio in = bioOf(pem);
    for (;;) {
        const Certificate one(PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr));
        if (!one)
            break;
        const Bio out(BIO_new(BIO_s_mem()));
        PEM_write_bio_X509(out.get(), one.get());
        result.append(bytesOf(out.get()));
    }
    ERR_clear_error(); // the end of the file is one for OpenSSL
    return result;
}

Result<Done> checkKeyPair(const QString &certificateFile, const QString &keyFile)
{
    const Result<QByteArray> certificatePem = contents(certificateFile);
    if (!certificatePem)
        return certificatePem.error();
    const Result<QByteArray> keyPem = contents(keyFile);
    if (!keyPem)
        return keyPem.error();
    const Certificate certificate = certificateFrom(*certificatePem);
    const Key key = keyFrom(*keyPem);
    const bool belongs = certificate && key && X509_check_private_key(certificate.get(), key.get()) == 1;
    ERR_clear_error();
    if (!certificate)
        return refusal(ErrorKind::Malformed, QStringLiteral("%1 holds no certificate in PEM.").arg(certificateFile));
    if (!key)
        return refusal(ErrorKind::Malformed,
                       QStringLiteral("%1 holds no key in PEM, or one with a password.").arg(keyFile));
    if (!belongs)
        return refusal(
            ErrorKind::Invalid,
            QStringLiteral("The key in %1 does not belong to the certificate in %2.").arg(keyFile, certificateFile));
    return Done();
}

} // namespace graticule
