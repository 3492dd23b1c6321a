// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/past/timebarfeed.h"

#include "models/format.h"
#include "widgets/timeline/gotopopup.h"

#include <QDateTime>

namespace graticule {

namespace {

constexpr qint64 kMinute = 60'000;
constexpr qint64 kDay = 1440 * kMinute;

TimeRange rangeOf(const TimeSpan &span)
{
    return {toMs(span.from), toMs(span.until)};
}

TimeBarIncident barIncident(const SiteIncident &incident, const TimeTravel &travel)
{
    TimeBarIncident shown;
    shown.begin = toMs(incident.begin);
    if (incident.end)
        shown.end = toMs(*incident.end);
    shown.priority = incident.isDown ? Priority::Critical : Priority::High;
    shown.text = travel.incidentText(incident);
    return shown;
}

} // namespace

TimeBarFeed::TimeBarFeed(TimeBar &bar, TimeTravel &travel, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
    , m_travel(travel)
{
    connect(&bar, &TimeBar::instantAsked, this, [this](qint64 at) { m_travel.goTo(instantFromMs(at)); });
    connect(&bar, &TimeBar::liveAsked, &travel, &TimeTravel::returnToLive);
    connect(&bar, &TimeBar::incidentAsked, &travel, &TimeTravel::goToIncident);
    connect(&bar.track(), &TimeTrack::spanChanged, this, [this] {
        m_hasFitted = true;
        lookAtRange();
        showHistory();
    });
    connect(&travel, &TimeTravel::changed, this, &TimeBarFeed::showMode);
    connect(&travel.log(), &HistoryLog::changed, this, &TimeBarFeed::showHistory);
    connect(&travel.store(), &FleetStore::secondPassed, this, [this] {
        m_bar.setNow(toMs(m_travel.newest()));
        showModeText();
    });
    connect(&travel.store(), &FleetStore::linkChanged, this, &TimeBarFeed::showModeText);
    connect(&bar, &TimeBar::monthShown, this, &TimeBarFeed::markMonth);
    showHistory();
    showMode();
}

/// What the days of a month had, as far as it is kept.
void TimeBarFeed::markMonth(const QDate &month)
{
    const auto begin = [](const QDate &day) { return instantFromMs(QDateTime(day, {}, Qt::UTC).toMSecsSinceEpoch()); };
    const TimeSpan span{begin(month), begin(month.addMonths(1))};
    m_travel.log().tellTurns(span, [this, span](const QList<SiteTurn> &turns) {
        QMap<QDate, DayMarks> marks;
        const auto dayOf = [](Instant at) { return QDateTime::fromMSecsSinceEpoch(toMs(at), Qt::UTC).date(); };
        for (const SiteTurn &turn : turns) {
            if (turn.at >= span.from)
                ++marks[dayOf(turn.at)].changes;
        }
        const std::vector<SiteIncident> incidents = siteIncidents(turns);
        for (const SiteIncident &incident : incidents) {
            if (incident.begin >= span.from)
                ++marks[dayOf(incident.begin)].incidents;
        }
        m_bar.goToPopup().days().setMarks(marks);
    });
}

qint64 TimeBarFeed::countLength(qint64 span)
{
    static constexpr std::array<qint64, 9> lengths{kMinute,       2 * kMinute,   5 * kMinute,
                                                   10 * kMinute,  30 * kMinute,  60 * kMinute,
                                                   240 * kMinute, 720 * kMinute, 2880 * kMinute};
    for (const qint64 length : lengths) {
        if (span / length <= 180)
            return length;
    }
    return lengths.back();
}

void TimeBarFeed::showMode()
{
    if (m_travel.isReplay() && m_bar.track().data().now != toMs(m_travel.newest()))
        showHistory(); // of a file it ends where that ends, which is known once it is read
    m_bar.setMode(m_travel.isPast() || m_travel.isReplay() ? TimeMode::Past : TimeMode::Live,
                  m_travel.asked() == kNever ? 0 : toMs(m_travel.asked()));
    showModeText();
    lookAtRange();
}

void TimeBarFeed::showModeText()
{
    const FleetStore &store = m_travel.store();
    if (m_travel.isAsking())
        m_bar.setModeText(tr("Asking for %1").arg(format::time(m_travel.asked())));
    else if (m_travel.isPast())
        m_bar.setModeText(tr("%1 ago").arg(format::age(store.now(), store.liveNow())));
    else if (store.link().state == KeeperLink::State::Live)
        m_bar.setModeText(tr("%1 ago").arg(format::age(store.link().lastHeard, store.clock().now())));
    else
        m_bar.setModeText(tr("Keeper not answering"));
}

void TimeBarFeed::lookAtRange()
{
    const TimeRange range = m_bar.track().range();
    m_travel.log().lookAt({instantFromMs(range.begin), instantFromMs(range.end)});
}

/// A day, but of a history that is younger no more than there is.
void TimeBarFeed::fitSpan()
{
    const TimeSpan &recorded = m_travel.log().coverage().recorded;
    if (m_hasFitted || recorded.from == kNever)
        return;
    m_hasFitted = true;
    const qint64 length = (m_travel.newest() - recorded.from).count();
    for (const qint64 span : TimeTrack::spans()) {
        if (span >= length || span >= kDay) {
            m_bar.track().setSpan(span);
            break;
        }
    }
}

void TimeBarFeed::showHistory()
{
    fitSpan();
    const HistoryLog &log = m_travel.log();
    TimeBarData data;
    data.now = toMs(m_travel.newest());
    data.earliest = log.earliest() == kNever ? data.now : toMs(log.earliest());
    data.countLength = countLength(m_bar.track().span());
    const TurnCounts counts = turnCounts(log.turns(), log.known(), Milliseconds(data.countLength));
    data.counts = counts.counts;
    data.countsBegin = toMs(counts.begin);
    for (const SiteIncident &incident : log.incidents())
        data.incidents.push_back(barIncident(incident, m_travel));
    for (const TimeSpan &hole : log.coverage().holes)
        data.holes.push_back(rangeOf(hole));
    if (const Instant until = log.coverage().recorded.until; m_travel.isReplay() && until < m_travel.newest())
        data.holes.push_back(rangeOf({until, m_travel.newest()})); // a file may end while nobody watches
    m_bar.setData(std::move(data));
    const QString per = format::duration(Milliseconds(countLength(m_bar.track().span())));
    QStringList words{tr("changes of state per %1").arg(per)};
    if (log.coverage().merged > 0)
        words << tr("%n moments not told apart", nullptr, int(log.coverage().merged));
    if (log.isCut())
        words << tr("only the newest are drawn");
    m_bar.setCountText(words.join(QStringLiteral(" · ")));
}

} // namespace graticule
