// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/access.h"

#include "backend/control/entitycodec.h"
#include "backend/domain/saying.h"

#include <QCryptographicHash>

#include <control.pb.h>
#include <grpc/grpc_security_constants.h>
#include <grpcpp/grpcpp.h>

#include <algorithm>

namespace graticule {
namespace v1 = control::v1;
namespace {

/// Headers of a call have 8 kB: for the text, the same in parts, and what else there is.
constexpr size_t kMostInHeaders = 6'000;

/// What a text takes in a header: all but printable ASCII is written as "%C3".
size_t inHeader(const std::string &text)
{
    const auto isPlain = [](char c) { return c >= ' ' && c <= '~' && c != '%'; };
    const auto plain = size_t(std::count_if(text.begin(), text.end(), isPlain));
    return plain + 3 * (text.size() - plain);
}

/// What bytes take in one: they are written as base64.
size_t inBinaryHeader(const std::string &bytes)
{
    return (bytes.size() + 2) / 3 * 4;
}

/// As much of @p text as has room; the longest that a platform says is longer.
std::string cutToHeader(const QString &text)
{
    std::string whole = text.toStdString();
    qsizetype length = text.size();
    while (inHeader(whole) > kMostInHeaders) {
        length -= std::max<qsizetype>(1, length / 8);
        whole = (text.left(length) + QChar(0x2026)).toStdString();
    }
    return whole;
}

/// SHA-256 of the certificate itself, as its register knows it; empty when it cannot be read.
QByteArray fingerprintOf(const QByteArray &pem)
{
    constexpr char kBegin[] = "-----BEGIN CERTIFICATE-----";
    const qsizetype begin = pem.indexOf(kBegin);
    const qsizetype end = pem.indexOf("-----END", begin);
    if (begin < 0 || end < 0)
        return {};
    const qsizetype from = begin + qsizetype(sizeof(kBegin)) - 1;
    const QByteArray der = QByteArray::fromBase64(pem.mid(from, end - from));
    return QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex();
}

QByteArray bytesOf(const grpc::string_ref &text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

/// The least that has the permission, as people are told.
QString roleWith(Permission permission)
{
    for (const CallerRole role :
         {CallerRole::Viewer, CallerRole::Operator, CallerRole::Approver, CallerRole::Compliance}) {
        if (permissionsOf(role).testFlag(permission))
            return roleWord(role);
    }
    return roleWord(CallerRole::Admin);
}

} // namespace

QString roleNamed(Permissions permissions)
{
    QStringList words;
    for (const CallerRole role :
         {CallerRole::Admin, CallerRole::Operator, CallerRole::Approver, CallerRole::Compliance, CallerRole::Viewer}) {
        const Permissions all = permissionsOf(role);
        if ((permissions & all) == all) {
            words.append(roleWord(role));
            permissions &= ~all;
        }
    }
    return words.join(QLatin1String(" and "));
}

Actor actorOf(const Caller &caller)
{
    return {caller.account.isEmpty() ? caller.name : caller.account, caller.way, caller.mark,
            roleNamed(caller.permissions)};
}

Shown shownBy(const grpc::CallbackServerContext &context, bool isLocal)
{
    Shown shown;
    shown.isLocal = isLocal;
    const auto auth = context.auth_context();
    if (auth && auth->IsPeerAuthenticated()) {
        const auto names = auth->FindPropertyValues(GRPC_X509_CN_PROPERTY_NAME);
        const auto pems = auth->FindPropertyValues(GRPC_X509_PEM_CERT_PROPERTY_NAME);
        shown.hasCertificate = !names.empty();
        if (!names.empty())
            shown.commonName = QString::fromUtf8(bytesOf(names.front()));
        if (!pems.empty())
            shown.fingerprint = fingerprintOf(bytesOf(pems.front()));
    }
    const auto header = context.client_metadata().find("authorization");
    if (header != context.client_metadata().end()) {
        const QByteArray value = bytesOf(header->second);
        // Only hashes are kept, and compared: nothing to learn from how long a comparison takes.
        if (value.startsWith("Bearer "))
            shown.tokenHash = QCryptographicHash::hash(value.mid(7), QCryptographicHash::Sha256).toHex();
    }
    return shown;
}

Caller callerOf(const Shown &shown, const AccessRules &rules, Instant now)
{
    Caller caller{shown.isLocal ? QStringLiteral("this user") : QStringLiteral("anonymous"),
                  permissionsOf(rules.anonymous)};
    caller.way = QStringLiteral("anonymous");
    if (!shown.localUser.isEmpty()) {
        caller.way = QStringLiteral("user");
        caller.mark = shown.localMark;
        caller.account = shown.localUser;
    }
    if (shown.hasCertificate) {
        caller.name = shown.commonName;
        caller.account.clear();
        caller.way = QStringLiteral("certificate");
        caller.mark = QString::fromLatin1(shown.fingerprint);
        if (rules.revoked.contains(shown.fingerprint)) {
            caller.isRevoked = true;
            return caller;
        }
        const auto enrolled = rules.enrolled.constFind(shown.fingerprint);
        if (enrolled != rules.enrolled.cend() && enrolled->expires <= now) {
            caller.isExpired = true;
            return caller;
        }
        const CallerRole any = rules.certificates.value(QStringLiteral("*"), CallerRole::None);
        const CallerRole named = rules.certificates.value(shown.commonName, any);
        caller.permissions |= permissionsOf(enrolled != rules.enrolled.cend() ? enrolled->role : named);
    }
    const CallerRole granted = rules.tokens.value(shown.tokenHash, CallerRole::None);
    if (!shown.tokenHash.isEmpty() && granted != CallerRole::None) {
        if (!shown.hasCertificate) {
            caller.name = QStringLiteral("token");
            caller.account.clear();
            caller.way = QStringLiteral("token");
            caller.mark = QString::fromLatin1(shown.tokenHash);
        }
        caller.permissions |= permissionsOf(granted);
    }
    return caller;
}

Error whyNot(const Caller &caller, Permission needed)
{
    const auto refused = [](const char *saying, const QStringList &arguments = {}) {
        return saidError(ErrorKind::Refused, Fault::NotAllowed, saying, arguments);
    };
    if (caller.isRevoked) // the first words are quoted by clients, who know these by their text
        return refused("phrase.revoked");
    if (caller.isExpired)
        return refused("phrase.own-expired");
    if (caller.permissions.testFlag(needed))
        return {};
    if (!caller.permissions)
        return refused("phrase.no-credentials");
    return refused("keeper.needs-role", {roleWith(needed), roleNamed(caller.permissions)});
}

grpc::Status check(const Caller &caller, Permission needed)
{
    const Error why = whyNot(caller, needed);
    if (why.text.isEmpty())
        return grpc::Status::OK;
    if (caller.isRevoked || caller.isExpired || !caller.permissions)
        return {grpc::StatusCode::UNAUTHENTICATED, why.text.toStdString()};
    return statusFrom(why);
}

grpc::Status statusFrom(const Error &error)
{
    const auto code = [&] {
        switch (error.kind) {
        case ErrorKind::NotFound:
            return grpc::StatusCode::NOT_FOUND;
        case ErrorKind::Conflict:
            return grpc::StatusCode::ALREADY_EXISTS;
        case ErrorKind::Refused:
            return grpc::StatusCode::PERMISSION_DENIED;
        case ErrorKind::Unsupported:
            return grpc::StatusCode::UNIMPLEMENTED;
        case ErrorKind::TimedOut:
            return grpc::StatusCode::DEADLINE_EXCEEDED;
        case ErrorKind::Invalid:
            return grpc::StatusCode::INVALID_ARGUMENT;
        default:
            return grpc::StatusCode::UNKNOWN;
        }
    }();
    v1::Error whole;
    encode(error, &whole);
    const std::string text = cutToHeader(error.text);
    std::string details = whole.SerializeAsString();
    if (error.code.isEmpty() || inHeader(text) + inBinaryHeader(details) > kMostInHeaders)
        details.clear();
    return {code, text, details};
}

} // namespace graticule
