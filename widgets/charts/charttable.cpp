// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/charttable.h"

#include <QDateTime>

#include <cmath>

namespace graticule {

namespace {

QByteArray quoted(const QString &text, QChar separator)
{
    QString out = text;
    // A heading that a spreadsheet would take for a formula is written as text.
    if (!out.isEmpty() && QStringView(u"=+-@\t").contains(out.front()))
        out.prepend(u'\'');
    if (out.contains(separator) || out.contains(u'"') || out.contains(u'\n') || out.contains(u'\r'))
        out = u'"' + out.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return out.toUtf8();
}

} // namespace

ChartTable::ChartTable(const QStringList &names, const std::vector<const TimeSeries *> &series, const TimeRange &range)
    : m_names(names)
{
    Q_ASSERT(size_t(names.size()) == series.size());
    std::vector<size_t> at;
    for (const TimeSeries *each : series)
        at.push_back(each->indexFrom(range.begin));
    for (;;) {
        qint64 next = range.end;
        for (size_t i = 0; i < series.size(); ++i) {
            if (at[i] < series[i]->size())
                next = std::min(next, series[i]->timeAt(at[i]));
        }
        if (next >= range.end)
            return;
        m_times.push_back(next);
        for (size_t i = 0; i < series.size(); ++i) {
            const bool isThere = at[i] < series[i]->size() && series[i]->timeAt(at[i]) == next;
            m_values.push_back(isThere ? series[i]->valueAt(at[i]++) : std::numeric_limits<double>::quiet_NaN());
        }
    }
}

QByteArray ChartTable::written(QChar separator, size_t most) const
{
    const char between = separator.toLatin1();
    const QByteArray end = separator == u',' ? QByteArrayLiteral("\r\n") : QByteArrayLiteral("\n");
    QByteArray out = "time (UTC)";
    for (const QString &name : m_names)
        out += between + quoted(name, separator);
    out += end;
    const size_t rows = std::min(most, m_times.size());
    for (size_t row = 0; row < rows; ++row) {
        out += QDateTime::fromMSecsSinceEpoch(m_times[row], Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
        for (size_t column = 0; column < size_t(m_names.size()); ++column) {
            out += between;
            if (const double value = valueAt(row, column); !std::isnan(value))
                out += QByteArray::number(value, 'g', 15);
        }
        out += end;
    }
    return out;
}

} // namespace graticule
