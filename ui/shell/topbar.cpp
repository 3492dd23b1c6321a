// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/topbar.h"

#include "models/format.h"
#include "models/sayingtext.h"
#include "ui/page/figuretexts.h"
#include "ui/page/looks.h"
#include "ui/shell/fleetbutton.h"
#include "ui/shell/freshcount.h"
#include "ui/shell/labbadge.h"
#include "ui/shell/searchbox.h"
#include "ui/shell/twolines.h"
#include "ui/shell/wordmark.h"
#include "widgets/basic/statecount.h"

#include <QHBoxLayout>

#include <initializer_list>
#include <utility>

namespace graticule {

namespace {

constexpr int kFleetPadding = 6; ///< of the button that the name is

} // namespace

TopBar::TopBar(const ThemeSwitch &themes, FleetStore &store, const RegionsModel &regions,
               const ConnectionsModel &connections, const KeeperFacts &facts, QWidget *parent)
    : QFrame(parent)
    , m_themes(themes)
    , m_store(store)
    , m_regions(regions)
    , m_connections(connections)
    , m_facts(facts)
{
    setAccessibleName(tr("Top bar"));
    setProperty("surface", QStringLiteral("chrome"));
    setFixedHeight(tokens::size::topBar);
    build();
    connect(&regions, &RegionsModel::totalsChanged, this, &TopBar::showCounts);
    connect(&connections, &ConnectionsModel::countsChanged, this, &TopBar::showConnections);
    connect(&facts, &KeeperFacts::factsChanged, this, &TopBar::showKeeper);
    connect(&store, &FleetStore::linkChanged, this, &TopBar::showKeeper);
    connect(&store, &FleetStore::secondPassed, this, &TopBar::showTime);
    connect(&store, &FleetStore::modeChanged, this, &TopBar::showConnections);
    connect(&store, &FleetStore::unitsChanged, this, &TopBar::showTime);
    showCounts();
    showConnections();
    showKeeper();
    showTime();
}

QFrame *TopBar::separator()
{
    auto *line = new QFrame(this);
    line->setProperty("surface", QStringLiteral("line"));
    line->setFixedSize(1, tokens::size::control);
    return line;
}

void TopBar::build()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_wordMark = new WordMark(m_themes, this);
    m_wordMark->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    layout->addWidget(m_wordMark);
    layout->addSpacing(16 - kFleetPadding);
    m_fleet = new FleetButton(m_themes, this);
    layout->addWidget(m_fleet);
    layout->addSpacing(14 - kFleetPadding);
    layout->addWidget(separator());
    layout->addSpacing(16);
    for (StateCount *&count : m_counts) {
        count = new StateCount(m_themes, this);
        count->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        FigureTexts::mark(*count, {QStringLiteral("window.counts")});
        layout->addWidget(count);
        layout->addSpacing(12);
    }
    layout->addStretch(2);
    m_lab = new LabBadge(m_themes, this);
    layout->addWidget(m_lab);
    layout->addSpacing(10);
    m_search = new SearchBox(m_themes, Qt::CTRL | Qt::Key_K, this);
    layout->addWidget(m_search);
    layout->addSpacing(10);
    m_fresh = new FreshCount(m_themes, this);
    FigureTexts::mark(*m_fresh, {QStringLiteral("window.fresh")});
    layout->addWidget(m_fresh);
    layout->addSpacing(8);
    layout->addWidget(separator());
    layout->addSpacing(14);
    m_caller = new TwoLines(m_themes, Qt::AlignLeft, true, this);
    m_caller->setMaximumWidth(170);
    m_caller->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed); // by whose rights one acts is read whole
    layout->addWidget(m_caller);
    layout->addSpacing(14);
    layout->addWidget(separator());
    layout->addSpacing(14);
    m_clock = new TwoLines(m_themes, Qt::AlignRight, false, this);
    m_clock->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    layout->addWidget(m_clock);
    layout->addSpacing(16); // not a margin: those do not mirror
    connect(m_fresh, &FreshCount::clicked, this, &TopBar::connectionsAsked);
    connect(m_search, &SearchBox::clicked, this, &TopBar::searchAsked);
    connect(m_lab, &LabBadge::clicked, this,
            [this] { Q_EMIT labAsked(m_lab->mapToGlobal(QPoint(0, m_lab->height()))); });
    connect(m_fleet, &FleetButton::addAsked, this, &TopBar::addFleetAsked);
}

void TopBar::setFleets(FleetChoices &fleets)
{
    m_fleets = &fleets;
    m_fleet->setChoices(&fleets, [this] { return m_store.clock().now(); });
    connect(&fleets, &FleetChoices::changed, this, &TopBar::showKeeper);
    showKeeper();
}

void TopBar::openFleets()
{
    m_fleet->openMenu();
}

void TopBar::setCollapsed(bool collapsed)
{
    m_wordMark->setCollapsed(collapsed);
    fit();
}

void TopBar::showCounts()
{
    const SiteCounts &counts = m_regions.totals();
    for (size_t i = 0; i < m_counts.size(); ++i) {
        const SiteState state = SiteCounts::kReadingOrder[i];
        const StateLook look = StateText::look(state);
        const int n = counts.of(state);
        StateCountData entry;
        entry.shape = shapeOf(look.symbol);
        entry.number = m_store.hasSnapshot() ? format::number(n) : format::missing();
        entry.word = StateText::inSentence(look.text);
        entry.strong = n > 0 && look.severity >= 3;
        entry.dimmed = n == 0 && state != SiteState::Healthy;
        m_counts[i]->setCount(entry);
        m_counts[i]->setRoomFor(m_store.hasSnapshot() ? format::number(counts.total()) : QString());
    }
    m_lab->setVisible(m_store.index().hasLab());
    fit();
}

void TopBar::showConnections()
{
    const auto shown = [this](int n) { return m_store.hasSnapshot() ? format::number(n) : format::missing(); };
    const QString total = shown(m_connections.total());
    m_fresh->setCount(shown(m_connections.fresh()),
                      m_store.isPast() ? tr("of %1 then").arg(total) : tr("of %1 fresh").arg(total), total);
    m_lab->setVisible(m_store.index().hasLab());
    fit();
}

void TopBar::showKeeper()
{
    const Description &keeper = m_facts.keeper();
    const QString chosen = m_fleets ? m_fleets->current() : QString();
    // Of an incident file the program says what it is; any other name is its owner's.
    const QString told = m_facts.isReplay() ? SayingText::ofPhrase(keeper.name) : keeper.name;
    const QString name = told.isEmpty() ? chosen : told;
    m_fleet->setFleet(name.isEmpty() ? tr("This computer") : name);
    const bool isLive = m_store.link().state == KeeperLink::State::Live;
    const QString role = isLive && m_facts.isKnown() ? m_facts.role() : tr("not signed in");
    // The keeper's name for whoever runs it says no more than that.
    const bool isUser = keeper.caller.isEmpty() || keeper.caller == QLatin1String("this user");
    const QString known = keeper.caller.isEmpty() ? tr("not known") : isUser ? tr("this user") : keeper.caller;
    m_caller->setLines(isUser ? tr("You") : keeper.caller, role, tr("You are %1, %2").arg(known, role));
    fit();
}

void TopBar::showTime()
{
    const Instant now = m_store.liveNow();
    const format::Units &units = m_store.units();
    const QString below =
        units.localTime ? tr("UTC · %1").arg(format::localTime(now)) : tr("UTC · %1").arg(format::date(now));
    m_clock->setLines(format::time(now), below, tr("%1, the keeper's clock").arg(format::dateTimeUtc(now, units)));
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

bool TopBar::isTight() const
{
    layout()->invalidate();
    return layout()->minimumSize().width() > width() || layout()->sizeHint().width() > width();
}

/// All on which it depends how much room there is; how the sites are is not among it: digits are of one width, and
/// each count has room for all sites.
QList<int> TopBar::whatFits() const
{
    QList<int> all{width(), m_lab->isHidden(), m_store.hasSnapshot(),
                   int(format::number(m_regions.totals().total()).size())};
    for (const QWidget *part : std::initializer_list<const QWidget *>{m_wordMark, m_fleet, m_fresh, m_caller, m_clock})
        all << part->sizeHint().width();
    return all;
}

/// Gives words up, least important first, until all numbers fit: what LAB means, most words of the search box, the
/// words of the counts from the last one on, and then the search box but for its icon. Never by how the sites are:
/// whatever breaks, nothing here changes its place.
void TopBar::fit()
{
    const QList<int> now = whatFits();
    if (std::exchange(m_fitted, now) == now)
        return; // to try it out paints the whole bar, and figures change every second
    for (StateCount *count : m_counts)
        count->setCompact(false);
    m_lab->setCompact(false);
    m_search->setForm(SearchBox::Form::Full);
    if (!isTight())
        return;
    m_lab->setCompact(true);
    if (isTight())
        m_search->setForm(SearchBox::Form::Short);
    for (size_t i = m_counts.size(); i-- > 0 && isTight();)
        m_counts[i]->setCompact(true);
    if (isTight())
        m_search->setForm(SearchBox::Form::Icon);
}

} // namespace graticule
