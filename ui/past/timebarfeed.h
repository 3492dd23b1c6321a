// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timetravel/timetravel.h"
#include "widgets/timeline/timebar.h"

namespace graticule {

/// Keeps a time bar in step with a TimeTravel, and takes what a person does on the bar to it. GUI thread.
class TimeBarFeed : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    TimeBarFeed(TimeBar &bar, TimeTravel &travel, QObject *parent = nullptr);

    /// The stretch of time that one column of the histogram counts, for a track of @p span ms.
    static qint64 countLength(qint64 span);

private:
    void showMode();
    void showModeText();
    void showHistory();
    void lookAtRange();
    void markMonth(const QDate &month);

    void fitSpan();

    TimeBar &m_bar;
    TimeTravel &m_travel;
    bool m_hasFitted = false; ///< or a person chose a span
};

} // namespace graticule
