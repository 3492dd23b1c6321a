// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/seriesreading.h"

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
    struct Found
    {
        SeriesReading series;
        bool isFailed = false; ///< the disk could not be read

        bool isWhole() const { return !isFailed && series.damaged().empty(); }
    };

    using Name = std::pair<EntityId, QString>;

    bool openTables();
    bool isTogether(const Name &name) const;
    Found find(const SampleQuery &query);
    static Rollup totalOf(Found &found, SampleSpan &span, Resolution resolution);
    Resolution kept(Resolution wanted, qint64 from);
    void endRead();

    QString m_path;
    const SampleHead &m_head;
    std::unique_ptr<SampleTables> m_tables;                  ///< null: nothing is on disk, or it cannot be read
    quint64 m_generation = 0;                                ///< of the head, before they were opened
    QHash<Name, std::optional<SampleHead::Copy>> m_together; ///< what is open of those; its transaction runs
};

} // namespace graticule
