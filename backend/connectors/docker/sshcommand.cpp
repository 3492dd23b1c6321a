// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/sshcommand.h"

#include "backend/connectors/http/httperror.h"
#include "backend/domain/saying.h"

#include <QRegularExpression>
#include <QUrl>

namespace graticule {
namespace {

/// What a person has to mend is asked again slowly.
constexpr Milliseconds kAfterRefusal{30000};
constexpr int kSshFailed = 255; ///< ssh's own failures; others are those of the command there
constexpr int kNoSuchCommand = 127;

Error invalid(const QString &text)
{
    return {ErrorKind::Invalid, Fault::Input, text, std::nullopt};
}

Error refused(ErrorKind kind, const char *saying, const QStringList &arguments)
{
    return saidError(kind, Fault::NotAllowed, saying, arguments, kAfterRefusal);
}

QString withoutStop(QString text)
{
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text;
}

/// The line that says why: the last one that is not of ssh's politeness. Without a full stop.
QString reason(const QByteArray &said)
{
    const QList<QByteArray> lines = said.split('\n');
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        if (!line->trimmed().isEmpty() && !line->startsWith("Connection to ") && !line->startsWith("Connection closed"))
            return withoutStop(plainText(line->trimmed()));
    }
    return withoutStop(plainText(lines.value(0)));
}

Error sshError(const QString &shown, const CommandEnd &end)
{
    const auto says = [&](const char *words) { return end.said.contains(words); };
    if (says("IDENTIFICATION HAS CHANGED"))
        return refused(ErrorKind::Certificate, "ssh.other-key", {shown});
    if (says("Host key verification failed") || says("host key is known"))
        return refused(ErrorKind::Certificate, "ssh.unknown-key", {shown});
    if (says("Permission denied") || says("Too many authentication failures"))
        return refused(ErrorKind::Refused, "ssh.login", {shown, reason(end.said)});
    if (says("Could not resolve hostname"))
        return saidError(ErrorKind::Unreachable, Fault::Network, "ssh.unknown-name", {shown});
    // Refused: its host answers, only no ssh server does.
    const Fault fault = says("Connection refused") ? Fault::Endpoint : Fault::Network;
    return saidError(ErrorKind::Unreachable, fault, "ssh.unreachable", {shown, reason(end.said)});
}

} // namespace

Result<QStringList> sshDockerCommand(const QUrl &url, const QString &configFile)
{
    // To the very end: "$" would let a line's end through, which splits the command there.
    static const QRegularExpression name(QRegularExpression::anchoredPattern(u"[A-Za-z0-9_][A-Za-z0-9_.-]*"));
    static const QRegularExpression host(
        QRegularExpression::anchoredPattern(u"[A-Za-z0-9_][A-Za-z0-9_.-]*|[0-9a-fA-F:.]+"));
    static const QRegularExpression socket(QRegularExpression::anchoredPattern(u"/[A-Za-z0-9_./-]*"));
    if (!host.match(url.host()).hasMatch())
        return invalid(QStringLiteral("it names no host that ssh takes; write ssh://USER@HOST or ssh://HOST:PORT."));
    if (!url.userName().isEmpty() && !name.match(url.userName()).hasMatch())
        return invalid(QStringLiteral("\"%1\" is no user that ssh takes.").arg(url.userName().left(60)));
    if (!url.password().isEmpty())
        return invalid(QStringLiteral("a password has no place here; ssh logs in by a key."));
    if (url.hasQuery() || url.hasFragment())
        return invalid(QStringLiteral("it has more than user, host, port and a socket in it."));
    QStringList command{QStringLiteral("ssh"), QStringLiteral("-T")};
    if (!configFile.isEmpty())
        command += {QStringLiteral("-F"), configFile};
    // Nobody is there to be asked, and who is unknown is not spoken to. The rest keeps a dead line from looking alive.
    for (const char *option :
         {"BatchMode=yes", "StrictHostKeyChecking=yes", "ConnectTimeout=10", "ServerAliveInterval=10",
          "ServerAliveCountMax=3", "ClearAllForwardings=yes", "PermitLocalCommand=no", "ForwardAgent=no"})
        command += {QStringLiteral("-o"), QLatin1String(option)};
    if (!url.userName().isEmpty())
        command += {QStringLiteral("-l"), url.userName()};
    if (url.port() > 0)
        command += {QStringLiteral("-p"), QString::number(url.port())};
    command += {QStringLiteral("--"), url.host(), QStringLiteral("docker")};
    if (url.path().size() > 1) {
        if (!socket.match(url.path()).hasMatch())
            return invalid(QStringLiteral("the socket in it has characters that a path of a socket should not have."));
        command += {QStringLiteral("--host"), QStringLiteral("unix://") + url.path()};
    }
    return command + QStringList{QStringLiteral("system"), QStringLiteral("dial-stdio")};
}

Error sshDockerError(const QString &shown, const CommandEnd &end)
{
    if (end.how == CommandEnd::How::Missing)
        return saidError(ErrorKind::Unsupported, Fault::Input, "ssh.not-installed", {shown}, kAfterRefusal);
    if (end.how == CommandEnd::How::NotStarted)
        return saidError(ErrorKind::Internal, Fault::Ours, "ssh.not-started", {shown, reason(end.said)});
    if (end.how == CommandEnd::How::Crashed)
        return saidError(ErrorKind::Disconnected, Fault::Ours, "ssh.ended", {shown});
    if (end.exitCode == kSshFailed)
        return sshError(shown, end);
    if (end.exitCode == kNoSuchCommand || end.said.contains("command not found"))
        return saidError(ErrorKind::Unsupported, Fault::Endpoint, "ssh.no-docker", {shown}, kAfterRefusal);
    if (end.said.contains("permission denied"))
        return refused(ErrorKind::Refused, "ssh.no-permission", {shown});
    return saidError(ErrorKind::Unreachable, Fault::Endpoint, "ssh.docker-says", {shown, reason(end.said)});
}

} // namespace graticule
