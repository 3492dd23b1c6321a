// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/historylane.h"

#include "ui/page/lanelook.h"
#include "widgets/basic/skeletonrows.h"
#include "widgets/theme/textpainting.h"

#include <QPainter>

namespace graticule {
namespace {

constexpr int kLane = 12;
constexpr int kLeastColumn = 2; // px

} // namespace

void HistoryLane::paint(QPainter &painter, const QRect &box, const StateHistory *history, const Theme &theme)
{
    if (!history)
        return paintSkeletonBar(painter, box, box.width() * 7 / 10, theme);
    if (!history->isRead || history->spans.empty()) {
        paintText(painter, box, history->isRead ? tr("not recorded") : tr("cannot be read"),
                  {.style = TextStyle::Small, .colour = Colour::Text3}, theme);
        return;
    }
    std::vector<LaneSpan> spans;
    for (const StateSpan &span : history->spans)
        spans.push_back(laneOf(span));
    const int height = std::min(kLane, box.height());
    const QRect lane(box.left(), box.top() + (box.height() - height) / 2, box.width(), height);
    const TimeRange range{toMs(history->time.from), toMs(history->time.until)};
    paintStateLane(painter, lane, laneColumns(spans, range, std::max(1, lane.width() / kLeastColumn)), theme);
}

} // namespace graticule
