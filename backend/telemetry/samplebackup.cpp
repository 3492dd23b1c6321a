// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/samplebackup.h"

#include "backend/telemetry/sampleschema.h"
#include "backend/telemetry/statement.h"

#include <QFile>

namespace graticule {
namespace {

Error refusal(const QString &text)
{
    return {ErrorKind::Invalid, Fault::Input, text, std::nullopt};
}

/// Whether all pages of the store hold together.
Result<Done> inspect(const QString &path)
{
    Database database;
    const bool isOurs = database.open(path, Database::Mode::ReadOnly) &&
                        database.number("PRAGMA application_id") == SampleSchema::kApplicationId &&
                        SampleSchema::check(database);
    if (!isOurs)
        return database.trouble() == DatabaseTrouble::None
                   ? refusal(QStringLiteral("%1 is no store of samples.").arg(path))
                   : database.error();
    Statement check(database, "PRAGMA quick_check");
    if (!check.next() || check.bytes(0) != QByteArrayView("ok"))
        return refusal(QStringLiteral("%1 is damaged.").arg(path));
    return Done();
}

} // namespace

Result<Done> SampleBackup::save(const QString &path, const QString &copy)
{
    if (QFile::exists(copy))
        return refusal(QStringLiteral("%1 is there already.").arg(copy));
    Database database;
    if (!database.open(path, Database::Mode::ReadWrite))
        return database.error();
    {
        Statement vacuum(database, "VACUUM INTO ?");
        const QByteArray name = copy.toUtf8();
        if (!vacuum.bindText(name).run()) {
            QFile::remove(copy);
            return database.error();
        }
    }
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    return inspect(copy);
}

Result<Done> SampleBackup::restore(const QString &copy, const QString &path)
{
    const Result<Done> isSound = inspect(copy);
    if (!isSound)
        return isSound;
    const QString arriving = path + QStringLiteral(".restoring");
    QFile::remove(arriving);
    if (!QFile::copy(copy, arriving))
        return refusal(QStringLiteral("Cannot write %1.").arg(arriving));
    const QString before = path + QStringLiteral(".before-restore");
    for (const char *suffix : {"", "-wal", "-shm"}) {
        QFile::remove(before + QLatin1String(suffix));
        if (QFile::exists(path + QLatin1String(suffix)) &&
            !QFile::rename(path + QLatin1String(suffix), before + QLatin1String(suffix)))
            return refusal(QStringLiteral("Cannot rename %1.").arg(path));
    }
    if (!QFile::rename(arriving, path))
        return refusal(QStringLiteral("Cannot rename %1.").arg(arriving));
    return Done();
}

} // namespace graticule
