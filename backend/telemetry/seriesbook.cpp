// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/seriesbook.h"

#include "backend/telemetry/checkedbytes.h"
#include "backend/telemetry/samplekeys.h"

#include <map>

namespace graticule {
namespace {

qint64 sumOf(qint64 id, QByteArrayView entity, QByteArrayView metric)
{
    const quint32 name = checksum(metric, checksum(entity, quint32(entity.size())));
    return checksum(QByteArray::number(id), name);
}

/// From columns id, entity, metric, checksum; nothing when they do not belong together.
std::optional<SeriesBook::Series> seriesIn(const Statement &row)
{
    const qint64 id = row.number(0);
    if (id <= 0 || id > SampleKeys::kMostSeriesId || row.number(3) != sumOf(id, row.bytes(1), row.bytes(2)))
        return {};
    return SeriesBook::Series{quint32(id), EntityId(row.bytes(1).toByteArray()), QString::fromUtf8(row.bytes(2))};
}

} // namespace

SeriesBook::SeriesBook(Database &database)
    : m_database(database)
    , m_byName(database, "SELECT id, entity, metric, checksum FROM series INDEXED BY seriesname "
                         "WHERE entity=? AND metric=? ORDER BY id")
    , m_byId(database, "SELECT id, entity, metric, checksum FROM series NOT INDEXED WHERE id=?")
    , m_ofEntity(database, "SELECT id, entity, metric, checksum FROM series INDEXED BY seriesname WHERE entity=?")
    , m_insert(database, "INSERT INTO series(id, entity, metric, checksum) VALUES(?, ?, ?, ?)")
    , m_setLast(database, "UPDATE series SET last=? WHERE id=?")
{
}

std::optional<quint32> SeriesBook::find(const EntityId &entity, const QString &metric)
{
    std::optional<quint32> id;
    const QByteArray name = metric.toUtf8();
    m_byName.bind(QByteArrayView(entity.utf8())).bindText(name);
    while (!id && m_byName.next()) {
        if (const auto series = seriesIn(m_byName))
            id = series->id;
    }
    m_byName.reset();
    return id;
}

std::optional<SeriesBook::Series> SeriesBook::find(quint32 id)
{
    std::optional<Series> series;
    if (m_byId.bind(qint64(id)).next())
        series = seriesIn(m_byId);
    m_byId.reset();
    if (!series) {
        const auto unsaved =
            std::find_if(m_unsaved.cbegin(), m_unsaved.cend(), [&](const Series &one) { return one.id == id; });
        if (unsaved != m_unsaved.cend())
            series = *unsaved;
    }
    return series;
}

std::vector<SeriesBook::Series> SeriesBook::of(const EntityId &entity)
{
    std::vector<Series> result;
    m_ofEntity.bind(QByteArrayView(entity.utf8()));
    while (m_ofEntity.next()) {
        if (auto series = seriesIn(m_ofEntity))
            result.push_back(std::move(*series));
    }
    m_ofEntity.reset();
    return result;
}

std::optional<quint32> SeriesBook::add(const EntityId &entity, const QString &metric)
{
    if (m_greatest < 0) {
        // A damaged number must not make the next ones too great.
        Statement greatest(m_database, "SELECT max(id) FROM series WHERE id<=?");
        if (!greatest.bind(qint64(SampleKeys::kMostSeriesId)).next())
            return {};
        m_greatest = greatest.number(0);
    }
    if (m_greatest >= SampleKeys::kMostSeriesId)
        return {};
    const auto id = quint32(++m_greatest);
    m_unsaved.push_back({id, entity, metric});
    return id;
}

void SeriesBook::keep(const Series &series)
{
    if (!find(series.id))
        m_unsaved.push_back(series);
}

bool SeriesBook::save()
{
    return std::all_of(m_unsaved.cbegin(), m_unsaved.cend(), [this](const Series &series) {
        const QByteArray name = series.metric.toUtf8();
        const QByteArrayView entity(series.entity.utf8());
        return m_insert.bind(qint64(series.id)).bind(entity).bindText(name).bind(sumOf(series.id, entity, name)).run();
    });
}

bool SeriesBook::setLast(const std::vector<quint32> &ids, qint64 hour)
{
    return std::all_of(ids.cbegin(), ids.cend(),
                       [&](quint32 id) { return m_setLast.bind(hour).bind(qint64(id)).run(); });
}

bool SeriesBook::eraseBefore(qint64 hour)
{
    Statement statement(m_database, "DELETE FROM series WHERE last>0 AND last<?");
    return statement.bind(hour).run();
}

qint64 SeriesBook::repair()
{
    std::map<quint32, Series> sound;
    qint64 damaged = 0;
    const auto read = [&](const char *sql) {
        Statement rows(m_database, sql);
        qint64 count = 0;
        for (; rows.next(); ++count) {
            if (auto series = seriesIn(rows))
                sound.emplace(series->id, std::move(*series));
            else
                ++damaged;
        }
        damaged += m_database.trouble() == DatabaseTrouble::Damaged;
        return count;
    };
    const qint64 rows = read("SELECT id, entity, metric, checksum FROM series NOT INDEXED");
    const qint64 copies = read("SELECT id, entity, metric, checksum FROM series INDEXED BY seriesname ORDER BY entity");
    if (damaged == 0 && rows == copies && rows == qint64(sound.size()))
        return 0;
    // Dropping does not look at what is in them.
    bool isDone = m_database.run("DROP INDEX seriesname") && m_database.run("DELETE FROM series") &&
                  m_database.run("CREATE UNIQUE INDEX seriesname ON series(entity, metric, checksum)");
    std::vector<Series> waiting;
    std::swap(waiting, m_unsaved);
    for (const auto &[id, series] : sound)
        m_unsaved.push_back(series);
    isDone = isDone && save();
    m_unsaved = std::move(waiting);
    return isDone ? std::max<qint64>(damaged, 1) : -1;
}

} // namespace graticule
