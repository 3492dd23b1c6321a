// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/site/sitedrawer.h"

#include "models/format.h"
#include "ui/logs/logdesk.h"
#include "ui/page/figuretexts.h"
#include "ui/page/looks.h"
#include "ui/site/capacityrows.h"
#include "ui/site/detailrows.h"
#include "ui/site/factcolumn.h"
#include "ui/site/labactions.h"
#include "ui/site/sitehistory.h"
#include "ui/site/statemark.h"
#include "widgets/basic/button.h"
#include "widgets/basic/chip.h"
#include "widgets/basic/hairline.h"
#include "widgets/basic/label.h"
#include "widgets/basic/sectionheader.h"
#include "widgets/basic/skeletonrows.h"
#include "widgets/basic/viewstate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace graticule {

namespace {

constexpr int kSide = 20;
constexpr int kMark = 18;
constexpr int kLeastName = 160; ///< of what stands beside the city, which gives way first
constexpr int kLeastState = 130;
constexpr int kFewLines = 5;
constexpr int kMoreLines = 6;

QString joined(const QStringList &parts)
{
    return parts.join(QStringLiteral(" · "));
}

} // namespace

SiteDrawer::SiteDrawer(const ThemeSwitch &themes, FleetStore &store, ConsoleCommands &commands,
                       const KeeperFacts &facts, QWidget *parent)
    : SidePanel(themes, true, parent)
    , m_themes(themes)
    , m_store(store)
    , m_loader(store)
{
    setAccessibleName(tr("Site"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(new Hairline);
    m_stack = new QStackedLayout;
    layout->addLayout(m_stack, 1);
    m_loading = new SkeletonRows(themes);
    m_loading->setWords(tr("Gathering what is known of this site"));
    m_gone = new ViewState(themes);
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_gone);
    m_stack->addWidget(buildBody(commands));
    layout->addWidget(new Hairline);
    setFocusProxy(m_body); // so that arrow keys scroll
    m_labActions = new LabActions(themes, commands, facts, this);
    layout->addWidget(m_labActions);

    connect(m_workloads, &DetailRows::opened, this, &SiteDrawer::serviceAsked);
    connect(m_nodes, &DetailRows::opened, this, &SiteDrawer::nodeAsked);
    connect(m_data, &DetailRows::opened, this, &SiteDrawer::assetAsked);
    connect(&m_loader, &SiteDetailsLoader::detailsChanged, this, &SiteDrawer::showDetails);
    connect(&store, &FleetStore::ticked, this, &SiteDrawer::showAges);
}

QWidget *SiteDrawer::buildHead()
{
    auto *head = new QWidget;
    FigureTexts::mark(*head, {QStringLiteral("drawer.state")});
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(kSide, 12, kSide, 10);
    layout->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_mark = new StateMark(m_themes, kMark, head);
    m_name = new Label(m_themes, {.style = TextStyle::Title, .elide = Qt::ElideMiddle}, head);
    m_city = new Label(m_themes, {.style = TextStyle::Title, .colour = Colour::Text2}, head);
    m_state = new Chip(m_themes, {}, Tone::Normal, head);
    m_lab = new Chip(m_themes, tr("LAB"), Tone::Normal, head);
    auto *copy = new Button(m_themes, {}, Button::Kind::Quiet, head);
    copy->setIconName(QStringLiteral("copy"));
    copy->setToolTip(tr("Copy all of this as text (Ctrl+C)"));
    copy->setAccessibleName(tr("Copy"));
    auto *close = new Button(m_themes, {}, Button::Kind::Quiet, head);
    close->setIconName(QStringLiteral("x"));
    close->setKeyHint(Qt::Key_Escape);
    close->setAccessibleName(tr("Close"));
    row->addWidget(m_mark);
    row->addWidget(m_name);
    row->addWidget(m_city);
    row->addWidget(m_state);
    row->addWidget(m_lab);
    row->addStretch();
    row->addWidget(copy);
    row->addWidget(close);
    layout->addLayout(row);
    m_why = makeText(head, "small", "secondary");
    layout->addWidget(m_why);
    connect(close, &Button::clicked, this, &SiteDrawer::closeAsked);
    connect(copy, &Button::clicked, this, [this] { QGuiApplication::clipboard()->setText(copyText()); });
    return head;
}

SectionHeader *SiteDrawer::addSection(QVBoxLayout *layout, const QString &title, const char *figure)
{
    auto *header = new SectionHeader(m_themes, title, SectionHeader::Size::Group);
    FigureTexts::mark(*header, {QString::fromLatin1(figure)});
    layout->addWidget(header);
    return header;
}

QWidget *SiteDrawer::buildBody(SampleCalls &calls)
{
    m_body = new QScrollArea;
    m_body->setWidgetResizable(true);
    m_body->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_body->setFrameShape(QFrame::NoFrame);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(kSide, 10, kSide, 10);
    layout->setSpacing(0);

    auto *facts = new QHBoxLayout;
    facts->setSpacing(16);
    m_jurisdiction = new FactColumn(tr("Jurisdiction"));
    m_operator = new FactColumn(tr("Operated by"));
    m_seen = new FactColumn(tr("Seen through"));
    FigureTexts::mark(*m_jurisdiction, {QStringLiteral("drawer.jurisdiction")});
    FigureTexts::mark(*m_operator, {QStringLiteral("drawer.operator")});
    FigureTexts::mark(*m_seen, {QStringLiteral("drawer.through")});
    facts->addWidget(m_jurisdiction, 23);
    facts->addWidget(m_operator, 20);
    facts->addWidget(m_seen, 21);
    layout->addLayout(facts);
    m_placeRow = new QWidget;
    auto *place = new QHBoxLayout(m_placeRow);
    place->setContentsMargins(0, 6, 0, 0);
    place->setSpacing(8);
    m_placeWords = makeText(m_placeRow, "small", "secondary");
    auto *setPlace = new Button(m_themes, tr("Set its place"), Button::Kind::Default, m_placeRow);
    setPlace->setObjectName(QStringLiteral("setPlace"));
    setPlace->setIconName(QStringLiteral("map-pin"));
    place->addWidget(setPlace);
    place->addWidget(m_placeWords, 1);
    connect(setPlace, &Button::clicked, this, [this] { Q_EMIT placeAsked(m_placedBy); });
    layout->addWidget(m_placeRow);
    layout->addSpacing(8);
    layout->addWidget(new Hairline);

    m_history = new SiteHistory(m_themes, m_store, calls);
    layout->addWidget(m_history);
    layout->addSpacing(6);
    layout->addWidget(new Hairline);

    addSection(layout, tr("Capacity used"), "drawer.capacity");
    m_capacity = new CapacityRows(m_themes);
    FigureTexts::mark(*m_capacity, {QStringLiteral("drawer.capacity")});
    layout->addWidget(m_capacity);
    layout->addSpacing(6);
    layout->addWidget(new Hairline);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (QVBoxLayout *column : {left, right}) {
        column->setSpacing(0);
        columns->addLayout(column, 1);
    }
    m_workloadsHead = addSection(left, tr("Workloads"), "drawer.workloads");
    m_workloads = new DetailRows(m_themes, tr("Workloads"), kMoreLines);
    FigureTexts::mark(*m_workloads, {QStringLiteral("drawer.workloads")});
    left->addWidget(m_workloads);
    left->addStretch();
    m_dataHead = addSection(right, tr("Data held here"), "drawer.data");
    m_data = new DetailRows(m_themes, tr("Data held here"), kMoreLines);
    FigureTexts::mark(*m_data, {QStringLiteral("drawer.data")});
    right->addWidget(m_data);
    right->addStretch();
    layout->addLayout(columns);
    layout->addSpacing(6);
    layout->addWidget(new Hairline);

    m_linksHead = addSection(layout, tr("Round trips to other sites"), "drawer.links");
    m_links = new DetailRows(m_themes, tr("Round trips to other sites"), kFewLines);
    FigureTexts::mark(*m_links, {QStringLiteral("drawer.links")});
    layout->addWidget(m_links);
    layout->addSpacing(6);
    layout->addWidget(new Hairline);
    m_nodesHead = addSection(layout, tr("Nodes"), "drawer.nodes");
    m_nodes = new DetailRows(m_themes, tr("Nodes"), kFewLines);
    FigureTexts::mark(*m_nodes, {QStringLiteral("drawer.nodes")});
    layout->addWidget(m_nodes);
    layout->addSpacing(6);
    layout->addWidget(new Hairline);
    layout->addSpacing(6);
    m_labelsHead = addSection(layout, tr("Labels"), "drawer.labels");
    m_labels = makeText(content, "small", "secondary");
    m_labels->setObjectName(QStringLiteral("site.labels"));
    layout->addWidget(m_labels);
    layout->addSpacing(6);
    m_identity = makeText(content, "small", "faint");
    layout->addWidget(m_identity);
    layout->addStretch(1);
    m_body->setWidget(content);
    return m_body;
}

void SiteDrawer::showSite(const EntityId &site)
{
    m_body->ensureVisible(0, 0);
    if (site != m_loader.site()) {
        for (DetailRows *rows : {m_workloads, m_nodes, m_links, m_data})
            rows->fold();
    }
    m_loader.show(site);
    m_history->showSite(site);
}

void SiteDrawer::setLogs(LogDesk &desk)
{
    m_logs = new LogButtons(QStringLiteral("site"), desk, this);
    layout()->addWidget(m_logs);
    showDetails();
}

void SiteDrawer::showDetails()
{
    const std::optional<SiteDetails> &details = m_loader.details();
    if (m_logs)
        m_logs->setTarget(details ? LogWindow::Target{details->id, details->name, false} : LogWindow::Target());
    if (!details) {
        m_stack->setCurrentWidget(m_loader.isGone() ? static_cast<QWidget *>(m_gone) : m_loading);
        const Site *site = m_store.tables().sites.find(m_loader.site());
        showGone();
        m_labActions->setVisible(site && site->origin == Origin::Lab);
        return;
    }
    setAccessibleName(tr("Site %1").arg(details->name));
    m_body->setAccessibleName(accessibleName());
    m_mark->setState(shapeOf(details->look.symbol), details->look.text);
    m_name->setText(details->name);
    m_name->setMinimumWidth(std::min(m_name->sizeHint().width(), kLeastName));
    m_named = details->id;
    m_city->setText(details->title == details->name ? QString() : details->title);
    m_state->setTone(toneOf(details->look.emphasis));
    m_lab->setVisible(details->isLab);
    m_jurisdiction->setFact(details->jurisdiction, details->mismatch.isEmpty() ? details->evidence : details->mismatch);
    m_jurisdiction->setDoubtful(!details->mismatch.isEmpty() || details->isInferred);
    QStringList basis{details->kind};
    if (!details->region.isEmpty())
        basis << details->region;
    if (!details->isPlaced)
        basis << tr("not on the map");
    m_operator->setFact(details->operatedBy, joined(basis));
    showPlace(*details);
    m_capacity->setMeters(details->capacity, details->isLastKnown);
    m_labels->setText(details->labels.join(QLatin1Char('\n')));
    m_labels->setVisible(!details->labels.isEmpty());
    m_labelsHead->setVisible(!details->labels.isEmpty());
    m_labelsHead->setNote(format::number(details->labels.size()));
    m_identity->setText(tr("Identity: %1").arg(details->id.toString()));
    m_labActions->setVisible(details->isLab);
    m_labActions->setSite(details->id, details->name);
    showLists(*details);
    showAges();
    m_stack->setCurrentWidget(m_body);
}

/// What is not there at a moment of the past may have been later, or is there now.
void SiteDrawer::showGone()
{
    const EntityId &id = m_loader.site();
    const Site *site = m_store.tables().sites.find(id);
    if (!site)
        site = m_store.newest()->tables.sites.find(id);
    if (site || m_named != id)
        m_name->setText(site ? site->name : id.toString());
    m_named = id;
    const bool isPast = m_store.isPast();
    m_gone->setNotice(
        {QStringLiteral("server"),
         {},
         isPast ? tr("This site is not known at this moment") : tr("This site is gone"),
         isPast ? tr("It came later, or was gone already.") : tr("The newest snapshot does not have it any more."),
         {}});
}

/// What is not known for sure can be said, by the connection that the site is seen through; not of an invented one.
void SiteDrawer::showPlace(const SiteDetails &details)
{
    const Site *site = m_store.tables().sites.find(details.id);
    const QList<EntityId> through = site ? connectionsOf(m_store.tables(), *site) : QList<EntityId>();
    m_placedBy = through.isEmpty() ? EntityId() : through.first();
    const Connection *connection = m_store.tables().connections.find(m_placedBy);
    const bool isInDoubt = !details.isPlaced || details.isInferred || !details.mismatch.isEmpty();
    m_placeRow->setVisible(isInDoubt && !details.isLab && connection);
    if (!connection)
        return;
    m_placeWords->setText(!details.isPlaced ? tr("Nothing says where it is; %1 can.").arg(connection->name)
                          : details.mismatch.isEmpty()
                              ? tr("Only inferred; %1 can say it.").arg(connection->name)
                              : tr("What is said does not fit; see %1.").arg(connection->name));
}

void SiteDrawer::showLists(const SiteDetails &details)
{
    const auto count = [](const auto &lines) { return format::number(qint64(lines.size())); };
    m_workloadsHead->setNote(count(details.workloads));
    m_dataHead->setNote(details.data.size() == 1 ? tr("1 asset") : tr("%1 assets").arg(count(details.data)));
    m_nodesHead->setNote(count(details.nodes));
    m_linksHead->setNote(count(details.links));
    m_workloads->setLines(details.workloads, tr("None is known here"));
    m_data->setLines(details.data, tr("None is known here"));
    m_nodes->setLines(details.nodes, tr("None is known here"));
    m_links->setLines(details.links, tr("None is measured"));
}

void SiteDrawer::showAges()
{
    const std::optional<SiteDetails> &details = m_loader.details();
    if (!details)
        return;
    const Instant now = m_store.now();
    m_state->setText(details->status.since == kNever
                         ? details->look.text
                         : QStringLiteral("%1 %2").arg(details->look.text, format::age(details->status.since, now)));
    m_state->setMinimumWidth(std::min(m_state->sizeHint().width(), kLeastState));
    QStringList why = details->reasons.mid(0, 3);
    if (details->reasons.size() > 3)
        why << tr("%1 more reasons").arg(format::number(details->reasons.size() - 3));
    why << (details->observedAt == kNever ? tr("not yet seen")
                                          : tr("evidence %1 old").arg(format::age(details->observedAt, now)));
    m_why->setText(joined(why));

    QStringList seen;
    for (const auto &feed : details->seenThrough)
        seen << QStringLiteral("%1 %2").arg(feed.connection, format::age(feed.observedAt, now));
    const QString first = seen.isEmpty() ? tr("nothing") : seen.takeFirst();
    QStringList basis = seen;
    if (!details->seenThrough.empty() && basis.isEmpty())
        basis << StateText::inSentence(details->seenThrough.front().look.text);
    m_seen->setFact(first, joined(basis));
}

QString SiteDrawer::copyText() const
{
    return m_loader.details() ? toText(*m_loader.details(), m_store.now()) + u'\n' + m_history->copyText() : QString();
}

} // namespace graticule
