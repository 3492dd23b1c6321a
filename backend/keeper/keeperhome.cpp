// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/keeperhome.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUuid>

#include <sys/stat.h>
#include <unistd.h>

namespace graticule {
namespace {

/// sun_path takes 107 bytes; this leaves room for "/lab/africa-middle-east.sock" and then some.
constexpr qsizetype kLongestRun = 70;

Error refusal(const QString &text)
{
    return {ErrorKind::Internal, Fault::Input, text, std::nullopt};
}

QString baseDirectory(const char *variable, const char *fallback)
{
    const QString given = qEnvironmentVariable(variable);
    return QDir::isAbsolutePath(given) ? given : QDir::homePath() + QLatin1String(fallback);
}

QString shortRunDirectory(const QString &home)
{
    const QByteArray hash = QCryptographicHash::hash(home.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    return QStringLiteral("/tmp/graticule-%1-%2").arg(::getuid()).arg(QString::fromLatin1(hash));
}

} // namespace

KeeperHome KeeperHome::standard()
{
    KeeperHome home;
    home.m_config = baseDirectory("XDG_CONFIG_HOME", "/.config") + QStringLiteral("/graticule");
    home.m_data = baseDirectory("XDG_DATA_HOME", "/.local/share") + QStringLiteral("/graticule");
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    home.m_run = runtime + QStringLiteral("/graticule");
    if (!QDir::isAbsolutePath(runtime) || !QFileInfo(runtime).isWritable() || home.m_run.toUtf8().size() > kLongestRun)
        home.m_run = shortRunDirectory(home.m_data);
    return home;
}

KeeperHome KeeperHome::at(const QString &directory)
{
    KeeperHome home;
    // Symbolic links resolved: however a home is spelt, it has one keeper.
    const QString canonical = QFileInfo(directory).canonicalFilePath();
    home.m_home = canonical.isEmpty() ? QDir::cleanPath(QFileInfo(directory).absoluteFilePath()) : canonical;
    home.m_config = home.m_home + QStringLiteral("/config");
    home.m_data = home.m_home + QStringLiteral("/data");
    home.m_run = home.m_home + QStringLiteral("/run");
    if (home.m_run.toUtf8().size() > kLongestRun)
        home.m_run = shortRunDirectory(home.m_home);
    return home;
}

KeeperHome KeeperHome::of(const QString &directory)
{
    return directory.isEmpty() ? standard() : at(directory);
}

ControlAddress KeeperHome::address() const
{
    ControlAddress address;
    address.target = QStringLiteral("unix://") + socketPath();
    return address;
}

QStringList KeeperHome::arguments() const
{
    return m_home.isEmpty() ? QStringList() : QStringList{QStringLiteral("--home"), m_home};
}

Result<Done> KeeperHome::create() const
{
    for (const QString &path : {m_config, m_data, m_run}) {
        const Result<Done> made = makePrivateDirectory(path);
        if (!made)
            return made;
    }
    return Done();
}

Result<Done> makePrivateDirectory(const QString &path)
{
    const QByteArray native = QFile::encodeName(path);
    QDir().mkpath(QFileInfo(path).path());
    if (::mkdir(native.constData(), 0700) != 0 && errno != EEXIST)
        return refusal(QStringLiteral("Cannot make the directory %1: %2.").arg(path, qt_error_string(errno)));
    struct stat status = {};
    if (::lstat(native.constData(), &status) != 0 || !S_ISDIR(status.st_mode))
        return refusal(QStringLiteral("%1 is no directory; move it away.").arg(path));
    if (status.st_uid != ::getuid())
        return refusal(QStringLiteral("%1 belongs to another user; move it away.").arg(path));
    if ((status.st_mode & 0077) != 0 && ::chmod(native.constData(), 0700) != 0)
        return refusal(QStringLiteral("%1 is open to others; close it with \"chmod 700\".").arg(path));
    return Done();
}

Result<QString> keeperIdIn(const QString &dataDirectory)
{
    QDir().mkpath(dataDirectory);
    QFile file(dataDirectory + QStringLiteral("/keeper.id"));
    if (file.open(QIODevice::ReadOnly)) {
        const QUuid kept = QUuid::fromString(QString::fromUtf8(file.read(100)).trimmed());
        if (!kept.isNull())
            return kept.toString(QUuid::WithoutBraces);
    }
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QSaveFile made(file.fileName());
    if (!made.open(QIODevice::WriteOnly) || made.write(id.toUtf8() + '\n') < 0 || !made.commit())
        return refusal(QStringLiteral("Cannot write %1: %2.").arg(file.fileName(), made.errorString()));
    return id;
}

QString buildOf(const QString &path)
{
    const QFileInfo file(path);
    if (!file.exists())
        return {};
    return QStringLiteral("%1-%2").arg(file.lastModified().toMSecsSinceEpoch(), 0, 36).arg(file.size(), 0, 36);
}

} // namespace graticule
