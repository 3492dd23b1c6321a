// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/linkwindow.h"
#include "backend/telemetry/samplereader.h"

#include <QElapsedTimer>
#include <QHash>

#include <set>

namespace graticule {

/// Works out what the samples of many links come to. Jitter is the mean of |x(i) - x(i-1)|, the quantity that RFC 3550
/// (6.4.1) smooths, over the window. "Usual" is the median over the same hour of the past days, and its spread the
/// median absolute deviation: neither minds a bad day. One thread, which may wait for the disk.
///
/// An answer takes some seconds at most: what is not reached by then is counted. What is usual of a past hour does not
/// change any more, so it is worked out once; what an answer does not come to is worked out after it, by prepare(), as
/// is what will be usual in the hour that comes. What could not be read is read again.
class LinkWindowReader
{
public:
    static constexpr qint64 kWindowsBudget = 4000; ///< ms, for all windows of an answer
    static constexpr qint64 kUsualBudget = 200;    ///< ms more, for what is usual of them
    static constexpr qint64 kEarly = 10 * 60'000;  ///< ms before an hour begins its usual values are made
    static constexpr int kUsualDays = 7;

    /// As of SampleReader.
    LinkWindowReader(const QString &path, const SampleHead &head)
        : m_reader(path, head)
    {
    }

    /// `from` and `to` are given; a longer time than may be asked for is cut at its begin.
    LinkWindowsAnswer read(const LinkWindowsQuery &asked);
    /// Works out some of what is usual and due, for @p budget ms. False: nothing is due any more.
    bool prepare(qint64 budget);

private:
    /// What is usual at one hour, as far as it is worked out.
    struct UsualHour
    {
        qint64 ms = -1;
        QHash<EntityId, LinkUsual> links;
        std::set<EntityId> due; ///< of these it was asked for
        std::vector<int> days;  ///< before it, on which something was measured at that hour
    };

    LinkWindow window(const EntityId &link, const LinkWindowsQuery &query, bool &isDamaged);
    /// @p isWhole: all that is stored of it could be read.
    LinkUsual usual(const EntityId &link, const UsualHour &hour, bool &isWhole);
    UsualHour emptyHour(qint64 hour);
    UsualHour &usualHour(qint64 hour);
    LinkUsual workOut(UsualHour &hour, const EntityId &link);
    void prepareNext(const UsualHour &now, Instant to);

    /// Links of one hour that are kept: of more, all begin anew.
    static constexpr qsizetype kMostKept = 32 * LinkWindowsQuery::kMostLinks;

    SampleReader m_reader;
    bool m_isRawKept = true; ///< of the window that is asked for
    UsualHour m_now;         ///< asked for last
    UsualHour m_other;       ///< and before that: who looks at the past does so beside others who do not
    UsualHour m_next;        ///< the hour that comes, for those that were asked for lately
};

} // namespace graticule
