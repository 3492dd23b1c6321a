// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/timeseries.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace graticule {

/// What a chart shows, as rows: one for each instant at which any of its series has a value. A value; writing it may be
/// left to another thread.
class ChartTable
{
public:
    /// The points of all `series` inside `range`. `names` are the headings, one for each series.
    ChartTable(const QStringList &names, const std::vector<const TimeSeries *> &series, const TimeRange &range);
    ChartTable() = default;

    const QStringList &names() const { return m_names; }
    size_t rows() const { return m_times.size(); }
    qint64 timeAt(size_t row) const { return m_times[row]; }
    /// NaN where that series has no value at that instant.
    double valueAt(size_t row, size_t column) const { return m_values[row * size_t(m_names.size()) + column]; }

    /// RFC 4180, UTF-8, times as ISO 8601 in UTC; an absent value is an empty field.
    QByteArray csv() const { return written(u',', m_times.size()); }
    /// For a spreadsheet by way of the clipboard: tabs, `most` rows.
    QByteArray tabbed(size_t most) const { return written(u'\t', most); }

private:
    QByteArray written(QChar separator, size_t most) const;

    QStringList m_names;
    std::vector<qint64> m_times;
    std::vector<double> m_values; ///< row by row
};

} // namespace graticule
