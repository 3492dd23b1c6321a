// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/chunktable.h"
#include "backend/telemetry/rollup.h"
#include "backend/telemetry/samplehead.h"
#include "backend/telemetry/samplequery.h"
#include "backend/telemetry/seriesbook.h"

#include <QHash>

#include <optional>

namespace graticule {

/// Reads the sample store, of disk and memory, while another thread writes it. One thread, which may wait for the disk;
/// any number of readers.
class SampleReader
{
public:
    /// An empty @p path: what is in @p head only. @p head outlives this.
    SampleReader(QString path, const SampleHead &head);
    ~SampleReader();

    SampleAnswer read(const SampleQuery &query);
    /// Names of the metrics that @p entity ever had, sorted.
    QStringList metrics(const EntityId &entity);
    /// @p ranks: 0 (least) to 1 (greatest).
    QuantileAnswer quantiles(const SampleQuery &query, const std::vector<double> &ranks);

    // The same without what surrounds it: for who asks thousands.
    struct Points
    {
        SamplePoints points; ///< sorted
        bool isWhole = true; ///< nothing was found damaged, the disk could be read
    };
    /// The samples themselves.
    Points points(const SampleQuery &query);
    struct Total
    {
        Rollup values;
        bool isWhole = true;
    };
    /// All values of whole minutes or hours (by the query, or its length) that touch the time asked for; of a short
    /// time just its samples.
    Total total(const SampleQuery &query);
    /// One series, for beginTogether().
    struct Series
    {
        EntityId entity;
        QString metric;
    };
    /// Until endTogether() points() and total() of @p series are answered as of now, with one look at the disk's state
    /// for all: for who asks for many and soon has them. Another question ends it.
    void beginTogether(const QList<Series> &series);
    void endTogether();
    /// Whether the samples themselves of that time are kept; of older ones only what they came to in a minute is.
    bool keepsRaw(qint64 ms);
    /// Times within @p span of which no run tells. What is yet to come is not among them.
    std::vector<SampleSpan> unwatched(SampleSpan span);

private:
    struct Parts
    {
        quint64 generation = 0; ///< of the head, before it was opened
        Database database;
        std::optional<SeriesBook> book;
        std::optional<ChunkTable> raw;
        std::optional<ChunkTable> lists;
        std::optional<ChunkTable> minute;
        std::optional<ChunkTable> hour;
    };
    struct Part
    {
        qint64 hour = 0;
        int part = 0;
    };
    struct Found
    {
        quint32 id = 0; ///< 0: unknown series
        std::vector<SampleHead::Slot> open;
        std::vector<SampleSpan> damaged;
        bool isFailed = false;
    };

    using Name = std::pair<EntityId, QString>;

    bool openParts();
    bool isTogether(const Name &name) const;
    Found find(const SampleQuery &query);
    std::vector<Part> parts(Found &found, SampleSpan span);
    void readParts(Found &found, ChunkTable &table, SampleSpan span,
                   const std::function<bool(qint64 hour, const QByteArray &bytes)> &take);
    bool isSealed(const Found &found, const SampleHead::Slot &open);
    SamplePoints rawOf(Found &found, SampleSpan span);
    Rollups minutesOf(Found &found, SampleSpan span);
    Rollups hoursOf(Found &found, SampleSpan span);
    Rollups rollupsOf(Found &found, SampleSpan span, Resolution resolution);
    Rollup totalOf(Found &found, SampleSpan &span, Resolution resolution);
    Resolution kept(Resolution wanted, qint64 from);
    qint64 rolledDay(quint32 series);
    void endRead();

    QString m_path;
    const SampleHead &m_head;
    std::unique_ptr<Parts> m_parts;
    QHash<Name, std::optional<SampleHead::Copy>> m_together; ///< what is open of those; its transaction runs
};

} // namespace graticule
