// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/samplesalvage.h"

#include "backend/telemetry/checkedbytes.h"
#include "backend/telemetry/sampleschema.h"
#include "backend/telemetry/seriesbook.h"
#include "backend/telemetry/statement.h"
#include "backend/telemetry/transaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <functional>
#include <vector>

namespace graticule {
namespace {

struct Table
{
    const char *name;
    const char *columns;
    int count;    ///< of columns; the first is the number
    char checked; ///< kind of a table whose second column proves itself; 0: it does not
};
constexpr std::array<Table, 8> kTables{Table{"series", "id, entity, metric, checksum, last", 5, 0},
                                       Table{"log", "id, data", 2, 'l'},
                                       Table{"raw", "id, data", 2, 'r'},
                                       Table{"sealed", "id, data", 2, 's'},
                                       Table{"minute", "id, data", 2, 'm'},
                                       Table{"hour", "id, data", 2, 'h'},
                                       Table{"rolled", "shard, day", 2, 0},
                                       Table{"run", "id, begun, ended, orderly", 4, 0}};

/// Puts the first page of an empty store, whose tables begin at the same pages, in the place of a damaged one.
void renewFirstPage(const QString &damaged, const QString &fresh)
{
    QFile to(damaged);
    QFile from(fresh);
    if (!to.open(QIODevice::ReadWrite) || !from.open(QIODevice::ReadOnly))
        return;
    QByteArray page = from.read(Database::kPageSize);
    constexpr int kFreeList =
        32; // first page of it, and how many; the size in pages before, and who wrote it at 92, 96
    page.replace(kFreeList, 8, QByteArray(8, 0));
    const auto pages = quint32(to.size() / Database::kPageSize);
    for (int i = 0; i < 4; ++i)
        page[28 + i] = char(pages >> (24 - 8 * i));
    page.replace(92, 4, page.mid(24, 4));
    to.write(page);
}

void copyRows(Database &from, Database &to, const Table &table, SampleSalvage::Outcome &outcome)
{
    const QByteArray name(table.name);
    const QByteArray key = QByteArray(table.columns).split(',').first();
    const QByteArray marks = QByteArray("?,").repeated(table.count).chopped(1);
    Statement insert(to,
                     ("INSERT OR IGNORE INTO " + name + "(" + table.columns + ") VALUES(" + marks + ")").constData());
    qint64 reached = -1;
    const auto copy = [&](Statement &rows) {
        const qint64 id = rows.number(0);
        if (table.checked && CheckedBytes::open(table.checked, id, rows.bytes(1)).isEmpty()) {
            ++outcome.damaged;
            return;
        }
        insert.bind(id);
        for (int column = 1; column < table.count; ++column) {
            if (table.checked || (name == "series" && column == 1))
                insert.bind(rows.bytes(column));
            else if (name == "series" && column == 2)
                insert.bindText(rows.bytes(column));
            else
                insert.bind(rows.number(column));
        }
        outcome.rows += insert.run();
    };
    const QByteArray select = QByteArray("SELECT ") + table.columns + " FROM " + name + " NOT INDEXED";
    Statement up(from, (select + " ORDER BY " + key).constData());
    while (up.next()) {
        reached = std::max(reached, up.number(0));
        copy(up);
    }
    if (from.trouble() == DatabaseTrouble::None)
        return;
    ++outcome.damaged;
    Statement down(from, (select + " WHERE " + key + ">? ORDER BY " + key + " DESC").constData());
    down.bind(reached);
    while (down.next())
        copy(down);
}

/// Those whose rows are gone may be in the index still.
void copySeriesFromIndex(Database &from, Database &to)
{
    Statement insert(to, "INSERT OR IGNORE INTO series(id, entity, metric, checksum) VALUES(?, ?, ?, ?)");
    for (const char *order : {"", " DESC"}) {
        const QByteArray select =
            "SELECT id, entity, metric, checksum FROM series INDEXED BY seriesname ORDER BY entity";
        Statement rows(from, (select + order).constData());
        while (rows.next())
            insert.bind(rows.number(0)).bind(rows.bytes(1)).bindText(rows.bytes(2)).bind(rows.number(3)).run();
    }
}

constexpr std::array<const char *, 3> kSuffixes{"", "-wal", "-shm"};

/// All files of a store, or none.
bool renameStore(const QString &from, const QString &to)
{
    for (size_t i = 0; i < kSuffixes.size(); ++i) {
        const QLatin1String suffix(kSuffixes[i]);
        if (!QFile::exists(from + suffix) || QFile::rename(from + suffix, to + suffix))
            continue;
        while (i-- > 0)
            QFile::rename(to + QLatin1String(kSuffixes[i]), from + QLatin1String(kSuffixes[i]));
        return false;
    }
    return true;
}

void removeStore(const QString &path)
{
    for (const char *suffix : kSuffixes)
        QFile::remove(path + QLatin1String(suffix));
}

QString asideOf(const QString &path, qint64 ms)
{
    return path + QStringLiteral(".damaged-%1").arg(ms);
}

void removeOldCopies(const QString &path)
{
    const QFileInfo store(path);
    const QString begin = asideOf(store.fileName(), 0).chopped(1);
    std::vector<qint64> copies;
    for (const QString &name : store.dir().entryList({begin + u'*'}, QDir::Files)) {
        bool isOurs = false;
        const qint64 ms = name.mid(begin.size()).toLongLong(&isOurs);
        if (isOurs)
            copies.push_back(ms);
    }
    std::sort(copies.begin(), copies.end(), std::greater());
    for (size_t i = SampleSalvage::kMostCopies; i < copies.size(); ++i)
        removeStore(asideOf(path, copies[i]));
}

/// Makes the store @p path of what is sound in @p damaged.
void fill(const QString &path, const QString &damaged, SampleSalvage::Outcome &outcome)
{
    Database to;
    if (!to.open(path, Database::Mode::ReadWrite) || !to.makeDurable() || !SampleSchema::prepare(to)) {
        outcome.trouble = to.text();
        return;
    }
    to.run("PRAGMA wal_checkpoint(TRUNCATE)");
    Database from;
    const auto opens = [&] {
        return from.open(damaged, Database::Mode::ReadWrite) &&
               from.number("PRAGMA user_version") == SampleSchema::kVersion &&
               from.number("SELECT count(*) FROM run NOT INDEXED", -1) >= 0 &&
               from.number("SELECT min(id) FROM raw", -1) >= 0 && from.trouble() == DatabaseTrouble::None;
    };
    if (!opens()) {
        from.close();
        renewFirstPage(damaged, path);
        ++outcome.damaged;
        opens();
    }
    Transaction transaction(to);
    if (from.isOpen()) {
        for (const Table &table : kTables)
            copyRows(from, to, table, outcome);
        copySeriesFromIndex(from, to);
    }
    outcome.isDone = SeriesBook(to).repair() >= 0 && transaction.commit();
    if (!outcome.isDone)
        outcome.trouble = to.text();
}

} // namespace

SampleSalvage::Outcome SampleSalvage::salvage(const QString &path, qint64 nowMs)
{
    Outcome outcome;
    const QString aside = asideOf(path, nowMs);
    if (!renameStore(path, aside)) {
        outcome.trouble = QStringLiteral("it cannot be renamed to %1").arg(aside);
        return outcome;
    }
    fill(path, aside, outcome);
    if (outcome.isDone) {
        outcome.setAside = aside;
        removeOldCopies(path);
        return outcome;
    }
    outcome.rows = 0;
    removeStore(path);
    if (!renameStore(aside, path))
        outcome.setAside = aside;
    return outcome;
}

} // namespace graticule
