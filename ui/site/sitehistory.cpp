// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/site/sitehistory.h"

#include "models/format.h"
#include "models/linkfigures.h"
#include "ui/page/figuretexts.h"
#include "ui/page/lanelook.h"
#include "ui/site/linklines.h"
#include "widgets/basic/sectionheader.h"
#include "widgets/charts/timechart.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>

namespace graticule {
namespace {

constexpr size_t kMostLinks = 20;
constexpr int kChart = 150;

} // namespace

SiteHistory::SiteHistory(const ThemeSwitch &themes, FleetStore &store, SampleCalls &calls, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_states(store, calls)
    , m_trail(store, calls)
{
    m_trail.setLength(StateTrail::kLength);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_laneHead = new SectionHeader(themes, tr("State, last 24 h"), SectionHeader::Size::Group);
    m_lane = new StateLane(themes);
    m_lane->setObjectName(QStringLiteral("site.lane"));
    FigureTexts::mark(*m_lane, {QStringLiteral("drawer.history")});
    layout->addWidget(m_laneHead);
    layout->addWidget(m_lane);
    m_linkPart = new QWidget;
    auto *part = new QVBoxLayout(m_linkPart);
    part->setContentsMargins(0, 4, 0, 0);
    part->setSpacing(2);
    auto *row = new QHBoxLayout;
    m_chartHead = new SectionHeader(themes, tr("Latency, last 24 h"), SectionHeader::Size::Group);
    m_links = new QComboBox;
    m_links->setObjectName(QStringLiteral("site.link"));
    m_links->setAccessibleName(tr("Link that is shown"));
    row->addWidget(m_chartHead, 1);
    row->addWidget(m_links);
    part->addLayout(row);
    m_chart = new TimeChart(themes, m_range, m_cursor);
    m_chart->setObjectName(QStringLiteral("site.latency"));
    m_chart->setAccessibleName(tr("Round trips of the link over the last day"));
    m_chart->setFixedHeight(kChart);
    m_chart->setFromZero(true);
    FigureTexts::mark(*m_chart, {QStringLiteral("latency.band")});
    part->addWidget(m_chart);
    layout->addWidget(m_linkPart);
    connect(m_links, &QComboBox::activated, this,
            [this] { m_trail.show(EntityId(m_links->currentData().toByteArray())); });
    connect(&m_states, &StateTrail::changed, this, &SiteHistory::showLane);
    connect(&m_trail, &LinkTrail::changed, this, &SiteHistory::showChart);
}

void SiteHistory::showSite(const EntityId &site)
{
    if (site == m_site)
        return;
    m_site = site;
    m_states.show(site);
    fillLinks();
    showLane();
}

/// The worst first, then the longest way: what a person opens the drawer for.
void SiteHistory::fillLinks()
{
    std::vector<const Link *> links;
    m_store.tables().links.forEach([&](const Link &link) {
        if (link.from == m_site || link.to == m_site)
            links.push_back(&link);
    });
    std::sort(links.begin(), links.end(), [this](const Link *a, const Link *b) {
        const auto rank = [this](const Link *link) {
            return std::tuple(-int(severityOf(*link)), link->from != m_site, -link->rttMs, link->id);
        };
        return rank(a) < rank(b);
    });
    if (links.size() > kMostLinks)
        links.resize(kMostLinks);
    m_links->clear();
    const auto name = [this](const EntityId &id) {
        const Site *site = m_store.tables().sites.find(id);
        return site ? site->name : format::missing();
    };
    for (const Link *link : links)
        m_links->addItem(tr("%1 → %2").arg(name(link->from), name(link->to)), link->id.utf8());
    m_linkPart->setVisible(!links.empty());
    m_trail.show(links.empty() ? EntityId() : links.front()->id);
}

void SiteHistory::showLane()
{
    std::vector<LaneSpan> spans;
    for (const StateSpan &span : m_states.spans())
        spans.push_back(laneOf(span));
    const bool isUnread = !m_states.error().text.isEmpty();
    m_words = m_states.isTold() ? StateSpans::words(m_states.spans())
              : isUnread        ? tr("It cannot be read just now how it was")
                                : tr("Asking how it was");
    m_lane->setSpans(std::move(spans), {toMs(m_states.from()), toMs(m_states.to())}, m_words);
    m_lane->setToolTip(m_words);
    m_lane->setEndText(m_store.isPast() ? QString() : tr("now"));
    const bool isNothing = m_states.isTold() && m_states.spans().empty();
    m_laneHead->setNote(isUnread ? tr("cannot be read just now") : isNothing ? tr("nothing recorded") : QString());
}

void SiteHistory::showChart()
{
    const TimeRange range{toMs(m_trail.from()), toMs(m_trail.to())};
    m_range.setLimits(range);
    const LinkLines lines = linkLines(m_trail.roundTrips(), m_trail.losses(), range);
    m_chart->setSeries({{lines.isExact ? tr("p95") : tr("most"), lines.p95, Colour::SeriesP95, 1.4},
                        {lines.isExact ? tr("p50") : tr("mean"), lines.p50, Colour::SeriesP50, 1.8}},
                       {{0, 1, Colour::SeriesBand}});
    const Link *link = m_store.tables().links.find(m_trail.link());
    m_chart->setLimit(
        link && link->limitMs > 0
            ? std::optional(ChartLimit{link->limitMs, tr("limit %1").arg(format::milliseconds(link->limitMs))})
            : std::nullopt);
    m_chart->setBars(lines.loss->isEmpty() ? std::nullopt : std::optional(ChartBars{tr("loss"), lines.loss}));
    m_chart->setEndText(m_store.isPast() ? QString() : tr("now"));
    m_chartHead->setNote(m_trail.error().text.isEmpty() ? QString() : tr("cannot be read just now"));
}

QString SiteHistory::copyText() const
{
    QStringList lines{tr("State, last 24 h: %1").arg(m_words)};
    if (m_links->count() > 0)
        lines << QStringLiteral("%1: %2").arg(m_links->currentText(), m_chart->summary());
    return lines.join(u'\n');
}

void SiteHistory::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_trail.setAwake(true);
}

void SiteHistory::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_trail.setAwake(false);
}

} // namespace graticule
