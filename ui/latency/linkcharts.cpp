// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/linkcharts.h"

#include "models/format.h"
#include "ui/latency/linkpanel.h"
#include "ui/page/figuretexts.h"
#include "ui/page/filesave.h"
#include "widgets/basic/sectionheader.h"
#include "widgets/charts/chartlegend.h"
#include "widgets/charts/timechart.h"

#include <QAction>
#include <QBuffer>
#include <QImage>
#include <QVBoxLayout>

namespace graticule {
namespace {

constexpr int kSide = 16;
constexpr qint64 kSmoke = 2 * 3'600'000; ///< ms: so much of it is readable
constexpr std::ptrdiff_t kMostMarks = 4;
constexpr qint64 kMarksApart = 5; ///< of the time shown: a mark's words need so much room

QByteArray pngOf(const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return bytes;
}

} // namespace

LinkCharts::LinkCharts(const ThemeSwitch &themes, FleetStore &store, LinkTrail &trail, UndoBar &said, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_store(store)
    , m_trail(trail)
    , m_said(said)
{
    build();
    exportBoth(*m_band, *m_smoke);
    connect(&trail, &LinkTrail::changed, this, &LinkCharts::showTrail);
    connect(&m_range, &ChartRange::rangeChanged, this, &LinkCharts::showSmoke);
}

void LinkCharts::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSide, 0, kSide, 4);
    layout->setSpacing(0);
    const auto head = [&](SectionHeader *&title, ChartLegend *&legend) {
        auto *row = new QHBoxLayout;
        title = new SectionHeader(m_themes, {}, SectionHeader::Size::Group);
        legend = new ChartLegend(m_themes);
        row->addWidget(title, 1);
        row->addWidget(legend);
        layout->addLayout(row);
    };
    head(m_bandHead, m_legend);
    m_band = new TimeChart(m_themes, m_range, m_cursor);
    m_band->setObjectName(QStringLiteral("latency.band"));
    m_band->setAccessibleName(tr("Round trips over time"));
    m_band->setFromZero(true);
    FigureTexts::mark(*m_band, {QStringLiteral("latency.band")});
    layout->addWidget(m_band, 11);
    layout->addSpacing(4);
    head(m_smokeHead, m_smokeLegend);
    m_smoke = new SmokeChart(m_themes, m_smokeRange, m_cursor);
    m_smoke->setObjectName(QStringLiteral("latency.smoke"));
    m_smoke->setAccessibleName(tr("Spread of the probes, minute by minute"));
    m_smoke->setLossLimits(0, 0.05);
    FigureTexts::mark(*m_smoke, {QStringLiteral("latency.smoke")});
    layout->addWidget(m_smoke, 9);
    m_smokeLegend->setEntries({{tr("spread"), Colour::Smoke2, 1.6, false, true},
                               {tr("median"), Colour::Text, 2},
                               {tr("loss"), Colour::Medium, 3},
                               {tr("over 5 %"), Colour::High, 3}});
}

void LinkCharts::exportBoth(TimeChart &band, SmokeChart &smoke)
{
    for (TimePlot *plot : {static_cast<TimePlot *>(&band), static_cast<TimePlot *>(&smoke)}) {
        connect(plot, &TimePlot::pictureWanted, this, [this](const QImage &picture) {
            FileSave::ask(*this,
                          {tr("Save the picture"), QStringLiteral("latency.png"), tr("Pictures (*.png)"),
                           QStringLiteral("png"), [picture] { return pngOf(picture); }},
                          m_said);
        });
        connect(plot, &TimePlot::csvWanted, this, [this](const ChartTable &table) {
            FileSave::ask(*this,
                          {tr("Save the values"), QStringLiteral("latency.csv"), tr("Comma-separated values (*.csv)"),
                           QStringLiteral("csv"), [table] { return table.csv(); }},
                          m_said);
        });
    }
}

void LinkCharts::setUsual(const std::optional<LinkUsual> &usual)
{
    if (m_usual == usual)
        return;
    m_usual = usual;
    showTrail();
}

QString LinkCharts::summary() const
{
    return m_band->summary() + u'\n' + m_smoke->summary();
}

void LinkCharts::showTrail()
{
    const TimeRange range{toMs(m_trail.from()), toMs(m_trail.to())};
    const Link *link = m_store.tables().links.find(m_trail.link());
    m_range.setLimits(range);
    m_bandHead->setTitle(tr("Last %1").arg(LinkPanel::lengthText(m_trail.length())));
    const QString end = m_store.isPast() ? QString() : tr("now");
    m_band->setEndText(end);
    m_smoke->setEndText(end);
    showBand(link, range);
    showSmoke();
}

void LinkCharts::showBand(const Link *link, const TimeRange &range)
{
    const LinkLines lines = linkLines(m_trail.roundTrips(), m_trail.losses(), range);
    std::vector<ChartSeries> series{
        {lines.isExact ? tr("p99") : tr("most"), lines.p99, Colour::SeriesP99, 1.2},
        {lines.isExact ? tr("p95") : tr("most"), lines.p95, Colour::SeriesP95, 1.4},
        {lines.isExact ? tr("p50") : tr("mean"), lines.p50, Colour::SeriesP50, 1.8},
    };
    if (m_usual && m_usual->p50.median >= 0) {
        auto usual = std::make_shared<TimeSeries>();
        usual->append(range.begin, m_usual->p50.median);
        usual->append(range.end - 1, m_usual->p50.median);
        series.push_back({tr("usual"), usual, Colour::SeriesBaseline, 1.4, true});
    }
    if (m_trail.earlier().count() > 0) {
        const qint64 shift = m_trail.earlier().count();
        const LinkLines earlier = linkLines(m_trail.earlierRoundTrips(), {}, range.moved(-shift), shift);
        series.push_back({tr("p50, %1 earlier").arg(LinkPanel::lengthText(m_trail.earlier())), earlier.p50,
                          Colour::Text3, 1.4, true});
    }
    m_band->setSeries(std::move(series), {{1, 2, Colour::SeriesBand}});
    m_band->setLimit(
        link && link->limitMs > 0
            ? std::optional(ChartLimit{link->limitMs, tr("limit %1").arg(format::milliseconds(link->limitMs))})
            : std::nullopt);
    m_band->setBars(lines.loss->isEmpty() ? std::nullopt : std::optional(ChartBars{tr("loss"), lines.loss}));
    m_band->setMarks(marks());
    showLegend(lines.isExact);
}

void LinkCharts::showLegend(bool isExact)
{
    std::vector<ChartLegend::Entry> entries{{isExact ? tr("p50") : tr("mean"), Colour::SeriesP50, 2},
                                            {isExact ? tr("p95") : tr("most"), Colour::SeriesP95}};
    if (isExact)
        entries.push_back({tr("p99"), Colour::SeriesP99});
    if (m_usual && m_usual->p50.median >= 0)
        entries.push_back({tr("usual"), Colour::SeriesBaseline, 1.6, true});
    if (m_trail.earlier().count() > 0)
        entries.push_back({tr("earlier"), Colour::Text3, 1.6, true});
    m_legend->setEntries(std::move(entries));
}

/// The newest so many, as far as they stand apart: more cannot be read. What a site was before is no event, nor is that
/// it was seen for the first time.
std::vector<ChartMark> LinkCharts::marks() const
{
    std::vector<ChartMark> marks;
    const qint64 apart = m_trail.length().count() / kMarksApart;
    QHash<EntityId, SiteState> before;
    for (const SiteTurn &turn : m_trail.turns()) {
        const Site *site = m_store.tables().sites.find(turn.site);
        const SiteState was = before.value(turn.site, SiteState::Unknown);
        before.insert(turn.site, turn.state);
        if (!site || turn.at <= m_trail.from() || was == SiteState::Unknown)
            continue;
        const QString state = StateText::inSentence(StateText::look(turn.state, turn.stale).text);
        const ChartMark mark{toMs(turn.at), tr("%1 %2 %3").arg(format::time(turn.at).left(5), site->name, state)};
        if (!marks.empty() && mark.time - marks.back().time < apart)
            marks.back() = mark;
        else
            marks.push_back(mark);
    }
    if (std::ssize(marks) > kMostMarks)
        marks.erase(marks.begin(), marks.end() - kMostMarks);
    return marks;
}

void LinkCharts::showSmoke()
{
    TimeRange range = m_range.range();
    range.begin = std::max(range.begin, range.end - kSmoke);
    m_smokeRange.setLimits(range);
    std::vector<SmokeMinute> minutes = smokeMinutes(m_trail.roundTrips(), m_trail.losses(), range);
    const qint64 probes = qint64(std::count_if(m_trail.losses().buckets.cbegin(), m_trail.losses().buckets.cend(),
                                               [&](const SampleBucket &bucket) { return range.contains(bucket.ms); }));
    const qint64 each = minutes.empty() ? 0 : qRound64(double(probes) / double(minutes.size()));
    const QString length = LinkPanel::lengthText(Milliseconds(range.length()));
    m_smokeHead->setTitle(each > 0 ? tr("Smoke, last %1, %n probes a minute", nullptr, int(each)).arg(length)
                                   : tr("Smoke, last %1").arg(length));
    m_smoke->setMinutes(std::move(minutes));
}

} // namespace graticule
