// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"
#include "widgets/charts/timerange.h"

#include <QRect>

#include <vector>

class QPainter;

namespace graticule {

/// What something was. In the order in which one hides another that shares its column: the worst is seen.
enum class LaneState {
    Healthy = 0,
    NotWatched, ///< nobody looked
    Maintenance,
    Unknown,
    Degraded,
    Unreachable,
    Down,
};

struct LaneSpan
{
    TimeRange range;
    LaneState state = LaneState::NotWatched;
};

/// The worst state of each of `columns` equal parts of `range`. What no span covers was not watched.
std::vector<LaneState> laneColumns(const std::vector<LaneSpan> &spans, const TimeRange &range, int columns);

/// Draws states over time as bars whose height repeats the state: down fills the lane, degraded 60 % of it, maintenance
/// 40 %; unreachable is hollow, unknown is hatched, not watched a dotted line. Time runs to the right in every
/// language.
void paintStateLane(QPainter &painter, const QRect &box, const std::vector<LaneState> &columns, const Theme &theme);

/// A lane by itself, with the time below it.
class StateLane : public ThemedWidget
{
    Q_OBJECT

public:
    explicit StateLane(const ThemeSwitch &themes, QWidget *parent = nullptr);

    /// `words` say it for assistive tools, such as "healthy, degraded 08:46 to 09:14"; columns last 10 minutes or, in a
    /// longer range, as long as there is room for.
    void setSpans(std::vector<LaneSpan> spans, const TimeRange &range, const QString &words);
    /// Said at the right end: "now".
    void setEndText(const QString &text);
    void setHasTimes(bool hasTimes);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<LaneSpan> m_spans;
    TimeRange m_range;
    QString m_endText;
    bool m_hasTimes = true;
};

} // namespace graticule
