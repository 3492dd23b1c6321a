// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/filesecretstore.h"

#include <QFile>
#include <QFileInfo>

namespace graticule {
namespace {

constexpr qint64 kLargest = 64 << 10;

Error refusal(const SecretReference &reference, const QString &why)
{
    return {ErrorKind::Refused, Fault::Input, QStringLiteral("The secret \"%1\" %2.").arg(reference, why),
            std::nullopt};
}

QByteArray withoutNewline(QByteArray secret)
{
    if (secret.endsWith('\n'))
        secret.chop(1);
    if (secret.endsWith('\r'))
        secret.chop(1);
    return secret;
}

/// @p checkMode: systemd's credentials are guarded by their directory, all others by their own mode.
Result<QByteArray> readFile(const SecretReference &reference, const QString &path, bool checkMode)
{
    const QFileInfo info(path);
    if (!info.exists())
        return refusal(reference, QStringLiteral("does not exist"));
    if (!info.isFile()) // a pipe would block us
        return refusal(reference, QStringLiteral("is not a file"));
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (checkMode && (info.permissions() & others))
        return refusal(reference, QStringLiteral("can be read by other users; run: chmod 600 %1").arg(path));
    if (info.size() > kLargest)
        return refusal(reference, QStringLiteral("is larger than 64 kB"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refusal(reference, QStringLiteral("cannot be read: %1").arg(file.errorString()));
    QByteArray secret = file.read(kLargest + 1);
    if (secret.size() > kLargest)
        return refusal(reference, QStringLiteral("is larger than 64 kB"));
    secret = withoutNewline(std::move(secret));
    if (secret.isEmpty())
        return refusal(reference, QStringLiteral("is empty"));
    return secret;
}

} // namespace

FileSecretStore::FileSecretStore(const QProcessEnvironment &environment)
    : m_environment(environment)
{
}

Result<QByteArray> FileSecretStore::read(const SecretReference &reference) const
{
    const qsizetype colon = reference.indexOf(QLatin1Char(':'));
    const QString form = reference.left(colon);
    const QString rest = reference.mid(colon + 1);
    if (colon < 0 || rest.isEmpty())
        return refusal(reference, QStringLiteral("has no form; write file:/path, env:NAME or credential:NAME"));
    if (form == QLatin1String("file")) {
        if (!rest.startsWith(QLatin1Char('/')))
            return refusal(reference, QStringLiteral("needs an absolute path"));
        return readFile(reference, rest, /*checkMode=*/true);
    }
    if (form == QLatin1String("env")) {
        const QByteArray secret = m_environment.value(rest).toUtf8();
        if (secret.isEmpty())
            return refusal(reference, QStringLiteral("is not set"));
        if (secret.size() > kLargest)
            return refusal(reference, QStringLiteral("is larger than 64 kB"));
        return secret;
    }
    if (form == QLatin1String("credential")) {
        const QString directory = m_environment.value(QStringLiteral("CREDENTIALS_DIRECTORY"));
        if (directory.isEmpty())
            return refusal(reference, QStringLiteral("needs systemd's LoadCredential=, which is not in use here"));
        if (rest.contains(QLatin1Char('/')) || rest.startsWith(QLatin1Char('.')))
            return refusal(reference, QStringLiteral("is no name of a credential"));
        return readFile(reference, directory + QLatin1Char('/') + rest, /*checkMode=*/false);
    }
    if (form == QLatin1String("keychain"))
        return refusal(reference, QStringLiteral("is in a keychain, which this build does not read yet; use file:"));
    return refusal(reference, QStringLiteral("has an unknown form; write file:/path, env:NAME or credential:NAME"));
}

} // namespace graticule
