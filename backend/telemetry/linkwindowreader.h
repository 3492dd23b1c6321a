// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/linkwindow.h"
#include "backend/telemetry/samplereader.h"

#include <QElapsedTimer>
#include <QHash>

namespace graticule {

/// Works out what the samples of many links come to. Jitter is the mean of |x(i) - x(i-1)|, the quantity that RFC 3550
/// (6.4.1) smooths, over the window. "Usual" is the median over the same hour of the past days, and its spread the
/// median absolute deviation: neither minds a bad day. One thread, which may wait for the disk.
///
/// An answer takes some seconds at most: what is not reached by then is counted. What is usual of a past hour does not
/// change any more, so it is worked out once; what one answer does not come to, the next one does, and what could not
/// be read is read again.
class LinkWindowReader
{
public:
    static constexpr qint64 kWindowsBudget = 4000; ///< ms, for all windows of an answer
    static constexpr qint64 kUsualBudget = 1500;   ///< ms more, for what is usual of them
    static constexpr int kUsualDays = 7;

    /// As of SampleReader.
    LinkWindowReader(const QString &path, const SampleHead &head)
        : m_reader(path, head)
    {
    }

    /// `from` and `to` are given; a longer time than may be asked for is cut at its begin.
    LinkWindowsAnswer read(const LinkWindowsQuery &asked);

private:
    /// What is usual at one hour, as far as it is worked out.
    struct UsualHour
    {
        qint64 ms = -1;
        QHash<EntityId, LinkUsual> links;
    };

    LinkWindow window(const EntityId &link, const LinkWindowsQuery &query, bool &isDamaged);
    /// @p isWhole: all that is stored of it could be read.
    LinkUsual usual(const EntityId &link, qint64 hour, bool &isWhole);
    UsualHour &usualHour(qint64 hour);

    SampleReader m_reader;
    bool m_isRawKept = true; ///< of the window that is asked for
    UsualHour m_now;         ///< asked for last
    UsualHour m_other;       ///< and before that: who looks at the past does so beside others who do not
};

} // namespace graticule
