// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/access.h"

#include <QCryptographicHash>

#include <grpcpp/grpcpp.h>

namespace graticule {

Caller callerOf(const grpc::CallbackServerContext &context, const ServerOptions &options)
{
    Caller caller{QStringLiteral("anonymous"), options.anonymous};
    if (options.listen.isEmpty() || options.listen.startsWith(QLatin1String("unix:")))
        caller.name = QStringLiteral("this user");
    const auto raise = [&](Permission permission, const QString &name) {
        if (permission > caller.permission)
            caller.permission = permission;
        caller.name = name;
    };
    const auto auth = context.auth_context();
    if (auth && auth->IsPeerAuthenticated()) {
        const auto names = auth->FindPropertyValues("x509_common_name");
        if (!names.empty()) {
            const QString name = QString::fromUtf8(names.front().data(), qsizetype(names.front().size()));
            const auto any = options.certificates.value(QStringLiteral("*"), Permission::None);
            raise(options.certificates.value(name, any), name);
        }
    }
    const auto header = context.client_metadata().find("authorization");
    if (header != context.client_metadata().end()) {
        const QByteArray value(header->second.data(), qsizetype(header->second.size()));
        if (value.startsWith("Bearer ")) {
            // Only hashes are kept, and compared: nothing to learn from how long a comparison takes.
            const QByteArray hash = QCryptographicHash::hash(value.mid(7), QCryptographicHash::Sha256).toHex();
            const Permission granted = options.tokens.value(hash, Permission::None);
            if (granted != Permission::None)
                raise(granted, QStringLiteral("token"));
        }
    }
    return caller;
}

grpc::Status check(const Caller &caller, Permission needed)
{
    if (caller.permission >= needed)
        return grpc::Status::OK;
    if (caller.permission == Permission::None)
        return {grpc::StatusCode::UNAUTHENTICATED, "no certificate or token that this keeper knows was shown"};
    return {grpc::StatusCode::PERMISSION_DENIED,
            "Your role on this keeper may view, but not change anything. Ask its administrator for the role operator."};
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
    return {code, error.text.toStdString()};
}

} // namespace graticule
