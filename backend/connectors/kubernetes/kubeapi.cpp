// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeapi.h"

#include "backend/connectors/http/httperror.h"
#include "backend/connectors/kubernetes/kubeparser.h"
#include "backend/domain/saying.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>

namespace graticule {
namespace {

constexpr qint64 kLongestToken = 64 << 10;
constexpr Milliseconds kAfterRefusal{30'000};

/// A value of a header; what could end the line is left out.
QByteArray headerValue(const QString &text)
{
    QByteArray value = text.toUtf8();
    value.replace('\r', "").replace('\n', "");
    return value;
}

QList<QPair<QByteArray, QByteArray>> impersonation(const KubeUser &user)
{
    QList<QPair<QByteArray, QByteArray>> headers;
    if (user.as.isEmpty())
        return headers;
    headers.append({"Impersonate-User", headerValue(user.as)});
    if (!user.asUid.isEmpty())
        headers.append({"Impersonate-Uid", headerValue(user.asUid)});
    for (const QString &group : user.asGroups)
        headers.append({"Impersonate-Group", headerValue(group)});
    for (auto it = user.asExtra.cbegin(); it != user.asExtra.cend(); ++it) {
        for (const QString &value : it.value())
            headers.append({"Impersonate-Extra-" + QUrl::toPercentEncoding(it.key()), headerValue(value)});
    }
    return headers;
}

} // namespace

KubeApi::KubeApi(const KubeTarget &target, const ConnectorContext &context, const KubeLogin &login,
                 std::shared_ptr<CurlLoop> loop)
    : m_client(target.endpoint, context.load, context.clock, std::move(loop))
    , m_clock(context.clock)
    , m_prefix(target.prefix)
    , m_certificateFile(!context.config.certificateFile.isEmpty() ? context.config.certificateFile
                        : !target.user.certificateFile.isEmpty()  ? target.user.certificateFile
                                                                  : context.config.address)
    , m_user(target.user)
    , m_headers(impersonation(target.user))
{
    setCredentials(context, login);
}

/// As kubectl: what the connection names, else tokenFile, token, the program, name and password.
void KubeApi::setCredentials(const ConnectorContext &context, const KubeLogin &login)
{
    if (!context.config.token.isEmpty()) {
        m_client.setToken([&context] { return context.secrets.read(context.config.token); });
    } else if (!m_user.tokenFile.isEmpty()) {
        // Read for each request: whoever gives out such tokens replaces the file before they expire.
        m_client.setToken([path = m_user.tokenFile, otherwise = m_user.token]() -> Result<QByteArray> {
            QFile file(path); // a pipe would block us
            const QByteArray read = QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly)
                                        ? file.read(kLongestToken).trimmed()
                                        : QByteArray();
            if (!read.isEmpty() || !otherwise.isEmpty())
                return read.isEmpty() ? otherwise : read;
            return saidError(ErrorKind::Invalid, Fault::Input, "kube.token-file", {path}, kAfterRefusal);
        });
    } else if (!m_user.token.isEmpty()) {
        m_client.setToken([token = m_user.token]() -> Result<QByteArray> { return token; });
    } else if (m_user.exec) {
        m_client.setToken([&login]() -> Result<QByteArray> { return login.credential().token; });
    } else if (!m_user.name.isEmpty()) {
        m_client.setUser(m_user.name.toUtf8());
        m_client.setToken([password = m_user.password]() -> Result<QByteArray> { return password; });
    }
}

HttpRequest KubeApi::request(const QByteArray &path) const
{
    HttpRequest request;
    request.path = m_prefix + path;
    request.headers = m_headers;
    request.headers.append({QByteArray("Accept"), QByteArray("application/vnd.kubernetes.protobuf,application/json")});
    return request;
}

HttpRequest KubeApi::json(const QByteArray &method, const QByteArray &path, const QByteArray &body) const
{
    HttpRequest request;
    request.method = method;
    request.path = m_prefix + path;
    request.headers = m_headers;
    request.headers.append({QByteArray("Accept"), QByteArray("application/json")});
    if (!body.isEmpty())
        request.headers.append({QByteArray("Content-Type"), method == "PATCH"
                                                                ? QByteArray("application/merge-patch+json")
                                                                : QByteArray("application/json")});
    request.body = body;
    return request;
}

void KubeApi::send(const HttpRequest &request, QObject *context, std::function<void(HttpReply &)> done)
{
    m_client.ask(request, context, std::move(done));
}

std::optional<Error> KubeApi::failure(const HttpReply &reply, const QByteArray &body, const QString &what) const
{
    if (reply.error())
        return reply.error();
    if (reply.status() >= 200 && reply.status() < 300)
        return std::nullopt;
    const KubeStatus status = parseKubeStatus(body, isKubeProtobuf(reply));
    // It was taken in the handshake, where no server of this kind looks at it.
    if (const CertificateInfo &own = endpoint().tls.own;
        reply.status() == 401 && own.notAfter != kNever && own.notAfter < m_clock.now())
        return saidError(ErrorKind::Refused, Fault::Input, "kube.certificate-expired",
                         {endpoint().shown, own.shownName(), argument(own.notAfter), m_certificateFile}, kAfterRefusal);
    if (reply.status() == 401)
        return saidError(ErrorKind::Refused, Fault::NotAllowed, "kube.unauthorized", {endpoint().shown}, kAfterRefusal);
    Error error =
        statusError(endpoint(), reply.status(), status.message.isEmpty() ? body : status.message.toUtf8(), what);
    if (const Milliseconds wait = kubeRetryAfter(reply); wait.count() > 0)
        error.retryAfter = wait;
    return error;
}

bool isKubeProtobuf(const HttpReply &reply)
{
    return reply.header("Content-Type").startsWith("application/vnd.kubernetes.protobuf");
}

Milliseconds kubeRetryAfter(const HttpReply &reply)
{
    const int seconds = reply.header("Retry-After").toInt();
    return std::chrono::seconds(std::clamp(seconds, 0, 300));
}

} // namespace graticule
