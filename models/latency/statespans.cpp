// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/latency/statespans.h"

#include "models/format.h"
#include "models/statetext.h"

#include <algorithm>

namespace graticule {
namespace {

constexpr int kMostWords = 6; ///< states told in a sentence

/// A state goes on over a hole only in the record.
std::vector<StateSpan> without(const std::vector<StateSpan> &spans, const TimeSpan &hole)
{
    std::vector<StateSpan> cut;
    for (const StateSpan &span : spans) {
        const Instant begin = std::max(span.from, hole.from);
        const Instant end = std::min(span.until, hole.until);
        if (begin >= end) {
            cut.push_back(span);
            continue;
        }
        if (span.from < begin)
            cut.push_back({span.from, begin, span.state, span.isWatched});
        cut.push_back({begin, end, SiteState::Unknown, false});
        if (end < span.until)
            cut.push_back({end, span.until, span.state, span.isWatched});
    }
    return cut;
}

} // namespace

std::vector<StateSpan> StateSpans::of(const QList<SiteTurn> &turns, const TimeSpan &span, const QList<TimeSpan> &holes)
{
    std::vector<StateSpan> spans;
    for (const SiteTurn &turn : turns) {
        if (!spans.empty())
            spans.back().until = turn.at;
        spans.push_back({std::max(turn.at, span.from), span.until, turn.stale ? SiteState::Unknown : turn.state, true});
    }
    return withHoles(std::move(spans), holes);
}

std::vector<StateSpan> StateSpans::withHoles(std::vector<StateSpan> spans, const QList<TimeSpan> &holes)
{
    for (const TimeSpan &hole : holes)
        spans = without(spans, hole);
    return spans;
}

QString StateSpans::words(const std::vector<StateSpan> &spans)
{
    if (spans.empty())
        return tr("Nothing is recorded of the last day");
    QStringList words;
    for (const StateSpan &span : spans) {
        if (span.isWatched && span.state == SiteState::Healthy)
            continue;
        const QString what =
            span.isWatched ? StateText::inSentence(StateText::look(span.state).text) : tr("not watched");
        words << tr("%1 from %2 to %3").arg(what, format::time(span.from).left(5), format::time(span.until).left(5));
    }
    if (words.isEmpty())
        return tr("Healthy all the time that was recorded");
    if (words.size() > kMostWords)
        words = words.mid(words.size() - kMostWords);
    return words.join(u", ");
}

} // namespace graticule
