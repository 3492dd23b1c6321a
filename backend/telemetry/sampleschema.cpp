// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/sampleschema.h"

#include "backend/telemetry/statement.h"

#include <array>

namespace graticule {
namespace {

constexpr auto kVersion1 = R"(
CREATE TABLE series(id INTEGER PRIMARY KEY, entity BLOB NOT NULL, metric TEXT NOT NULL, checksum INTEGER NOT NULL,
                    last INTEGER NOT NULL DEFAULT 0);
CREATE UNIQUE INDEX seriesname ON series(entity, metric, checksum);
CREATE TABLE log(id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE raw(id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE sealed(id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE minute(id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE hour(id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE rolled(shard INTEGER PRIMARY KEY, day INTEGER NOT NULL);
CREATE TABLE run(id INTEGER PRIMARY KEY, begun INTEGER NOT NULL, ended INTEGER NOT NULL, orderly INTEGER NOT NULL);
PRAGMA application_id = 1196577620;
PRAGMA user_version = 1;
)";
static_assert(SampleSchema::kApplicationId == 1196577620);

/// Step n leads from version n to n + 1. A new version is a new step at the end; none is ever changed.
constexpr std::array<const char *, SampleSchema::kVersion> kSteps{kVersion1};

} // namespace

bool SampleSchema::check(Database &database)
{
    for (const char *table : {"series", "log", "sealed", "rolled", "run"}) {
        Statement check(database, (QByteArray("PRAGMA quick_check(") + table + ")").constData());
        if (!check.next())
            return false;
        if (check.bytes(0) != QByteArrayView("ok"))
            return database.refuse(DatabaseTrouble::Damaged, QString::fromUtf8(check.bytes(0)));
    }
    return true;
}

bool SampleSchema::prepare(Database &database)
{
    const qint64 version = database.number("PRAGMA user_version", -1);
    if (version < 0 || database.trouble() != DatabaseTrouble::None)
        return false;
    const bool isEmpty = database.number("SELECT count(*) FROM sqlite_schema") == 0;
    if (database.trouble() != DatabaseTrouble::None)
        return false;
    if (!isEmpty && database.number("PRAGMA application_id") != kApplicationId)
        return database.refuse(DatabaseTrouble::Newer, QStringLiteral("are another program's; move the file away."));
    if (version > kVersion)
        return database.refuse(DatabaseTrouble::Newer,
                               QStringLiteral("were written by a later release (version %1, this one knows %2).")
                                   .arg(version)
                                   .arg(kVersion));
    if (version == kVersion)
        return true;
    if (!database.run("BEGIN IMMEDIATE"))
        return false;
    for (qint64 step = version; step < kVersion; ++step) {
        if (!database.run(kSteps[step])) {
            const DatabaseTrouble trouble = database.trouble();
            const QString text = database.text();
            database.run("ROLLBACK");
            return database.refuse(trouble, text);
        }
    }
    return database.run("COMMIT");
}

} // namespace graticule
