// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/entitydrawer.h"

#include "backend/places/labelkeys.h"
#include "models/format.h"
#include "ui/acting/actingdesk.h"
#include "ui/acting/offerrows.h"
#include "ui/logs/logdesk.h"
#include "ui/page/looks.h"
#include "ui/site/capacityrows.h"
#include "ui/site/factcolumn.h"
#include "ui/site/statemark.h"
#include "widgets/basic/button.h"
#include "widgets/basic/celldelegate.h"
#include "widgets/basic/chip.h"
#include "widgets/basic/hairline.h"
#include "widgets/basic/label.h"
#include "widgets/basic/sectionheader.h"
#include "widgets/basic/skeletonrows.h"
#include "widgets/basic/viewstate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace graticule {

namespace {

constexpr int kSide = 20;
constexpr int kMark = 18;
constexpr int kLeastName = 160; ///< of what stands beside the rest, which gives way first
constexpr int kFacts = 3;
constexpr int kCellPadding = 8;
constexpr int kFewRows = 4;          ///< of the table at least, its head among them
constexpr qsizetype kMostLabels = 8; ///< the others are in the tooltip

constexpr std::array<int, PlacesModel::ColumnCount> kWidths{126, 110, 62, 76, 66, 70, 92, 120, 62};

/// What makes services of several endpoints one.
QString mergingLabel(const QString &name)
{
    return QString::fromLatin1(labelkeys::kService) + QLatin1Char('=') + name;
}

} // namespace

EntityDrawer::EntityDrawer(EntityKind kind, const ThemeSwitch &themes, FleetStore &store, QWidget *parent)
    : SidePanel(themes, true, parent)
    , m_kind(kind)
    , m_words(EntityWords::of(kind))
    , m_themes(themes)
    , m_store(store)
    , m_loader(kind, store)
    , m_places(kind, store)
{
    setObjectName(m_words.page + QStringLiteral(".drawer"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(new Hairline);
    m_stack = new QStackedLayout;
    layout->addLayout(m_stack, 1);
    m_loading = new SkeletonRows(themes);
    m_loading->setWords(m_words.gathering);
    m_gone = new ViewState(themes);
    m_gone->setNotice({m_words.icon, {}, m_words.gone, tr("The newest snapshot does not have it any more."), {}});
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_gone);
    m_stack->addWidget(buildBody());
    setFocusProxy(m_table);

    connect(&m_loader, &EntityDetailsLoader::detailsChanged, this, &EntityDrawer::showDetails);
    connect(&store, &FleetStore::ticked, this, &EntityDrawer::showAges);
}

QWidget *EntityDrawer::buildHead()
{
    auto *head = new QWidget;
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(kSide, 12, kSide, 10);
    layout->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_mark = new StateMark(m_themes, kMark, head);
    m_name = new Label(m_themes, {.style = TextStyle::Title, .elide = Qt::ElideMiddle}, head);
    m_title = new Label(m_themes, {.style = TextStyle::Title, .colour = Colour::Text2}, head);
    m_state = new Chip(m_themes, {}, Tone::Normal, head);
    m_lab = new Chip(m_themes, tr("LAB"), Tone::Normal, head);
    m_site = new Button(m_themes, tr("Open its site"), Button::Kind::Default, head);
    m_site->setObjectName(m_words.page + QStringLiteral(".openSite"));
    m_site->setVisible(m_kind == EntityKind::Node);
    auto *copy = new Button(m_themes, {}, Button::Kind::Quiet, head);
    copy->setIconName(QStringLiteral("copy"));
    copy->setToolTip(tr("Copy all of this as text (Ctrl+C)"));
    copy->setAccessibleName(tr("Copy"));
    auto *close = new Button(m_themes, {}, Button::Kind::Quiet, head);
    close->setIconName(QStringLiteral("x"));
    close->setKeyHint(Qt::Key_Escape);
    close->setAccessibleName(tr("Close"));
    for (QWidget *part : std::initializer_list<QWidget *>{m_mark, m_name, m_title, m_state, m_lab})
        row->addWidget(part);
    row->addStretch();
    for (QWidget *part : {m_site, copy, close})
        row->addWidget(part);
    layout->addLayout(row);
    m_why = makeText(head, "small", "secondary");
    m_why->setObjectName(m_words.page + QStringLiteral(".why"));
    layout->addWidget(m_why);
    m_same = new QWidget(head);
    auto *same = new QHBoxLayout(m_same);
    same->setContentsMargins(0, 4, 0, 0);
    same->setSpacing(8);
    m_sameText = makeText(m_same, "small", "secondary");
    m_sameText->setObjectName(m_words.page + QStringLiteral(".namesakes"));
    auto *label = new Button(m_themes, tr("Copy the label"), Button::Kind::Default, m_same);
    label->setObjectName(m_words.page + QStringLiteral(".copyLabel"));
    label->setIconName(QStringLiteral("copy"));
    same->addWidget(m_sameText, 1);
    same->addWidget(label, 0, Qt::AlignTop);
    auto *decide = new Button(m_themes, tr("Same service?"), Button::Kind::Default, m_same);
    decide->setObjectName(m_words.page + QStringLiteral(".decideSame"));
    same->addWidget(decide, 0, Qt::AlignTop);
    connect(decide, &Button::clicked, this, &EntityDrawer::sameAsked);
    layout->addWidget(m_same);
    m_same->hide();
    connect(label, &Button::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(mergingLabel(m_name->text())); });
    connect(close, &Button::clicked, this, &EntityDrawer::closeAsked);
    connect(copy, &Button::clicked, this, [this] { QGuiApplication::clipboard()->setText(copyText()); });
    connect(m_site, &Button::clicked, this, [this] {
        if (m_loader.details())
            Q_EMIT siteAsked(m_loader.details()->site);
    });
    return head;
}

QWidget *EntityDrawer::buildBody()
{
    auto *scroll = new QScrollArea; // a low window has no room for all of it
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_body = scroll;
    auto *content = new QWidget;
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 10, 0, 10);
    layout->setSpacing(0);
    const auto inset = [&](QWidget *widget) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(kSide, 0, kSide, 0);
        row->addWidget(widget);
        layout->addLayout(row);
    };
    auto *facts = new QHBoxLayout;
    facts->setContentsMargins(kSide, 0, kSide, 0);
    facts->setSpacing(16);
    layout->addLayout(facts);
    const auto details = m_kind == EntityKind::Node    ? QStringList{tr("Site"), tr("Platform"), tr("Started")}
                         : m_kind == EntityKind::Asset ? QStringList{tr("Copies at"), tr("Size"), tr("Owner")}
                                                       : QStringList{tr("Runs at"), tr("Ready"), tr("Image")};
    for (int i = 0; i < kFacts; ++i) {
        m_facts << new FactColumn(details[i]);
        facts->addWidget(m_facts.last(), 1);
    }
    layout->addSpacing(8);
    layout->addWidget(new Hairline);
    m_capacityHead = new SectionHeader(m_themes, tr("Capacity used"), SectionHeader::Size::Group);
    m_capacity = new CapacityRows(m_themes);
    inset(m_capacityHead);
    inset(m_capacity);
    m_placesHead = new SectionHeader(m_themes, m_words.placesHead, SectionHeader::Size::Group);
    inset(m_placesHead);
    buildTable();
    auto *table = new QHBoxLayout;
    table->setContentsMargins(kSide - kCellPadding, 0, kSide - kCellPadding, 0); // texts stand below texts
    table->addWidget(m_table);
    layout->addLayout(table, 1);
    m_noPlaces = new Label(m_themes, {.style = TextStyle::Small, .colour = Colour::Text3});
    m_noPlaces->setText(m_words.noPlaces);
    inset(m_noPlaces);
    m_labelsHead = new SectionHeader(m_themes, tr("Labels"), SectionHeader::Size::Group);
    inset(m_labelsHead);
    m_labels = makeText(content, "small", "secondary");
    inset(m_labels);
    layout->addSpacing(6);
    m_identity = makeText(content, "small", "faint");
    inset(m_identity);
    return m_body;
}

void EntityDrawer::buildTable()
{
    m_table = new QTableView;
    m_table->setMinimumHeight(kFewRows * m_themes.theme().rowHeight());
    m_table->setObjectName(m_words.page + QStringLiteral(".places"));
    m_table->setAccessibleName(m_words.placesHead);
    m_table->setModel(&m_places);
    auto *delegate = new CellDelegate(m_themes, *m_table);
    delegate->setStrongColumn(PlacesModel::Name);
    m_table->setTabKeyNavigation(false);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    header->setProperty("plain", true);
    for (int column = 0; column < PlacesModel::ColumnCount; ++column) {
        header->resizeSection(column, kWidths[size_t(column)]);
        m_table->setColumnHidden(column, !m_places.isUsed(PlacesModel::Column(column)));
    }
    header->setSectionResizeMode(m_kind == EntityKind::Node ? PlacesModel::Why : PlacesModel::Name,
                                 QHeaderView::Stretch);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) { open(index.row()); });
}

void EntityDrawer::open(int row)
{
    const EntityDetails::Place &place = m_places.place(row);
    if (m_kind == EntityKind::Node)
        Q_EMIT entityAsked(EntityKind::Service, place.target);
    else
        Q_EMIT siteAsked(place.target);
}

void EntityDrawer::showEntity(const EntityId &id)
{
    m_loader.show(id);
}

void EntityDrawer::showDetails()
{
    const std::optional<EntityDetails> &details = m_loader.details();
    if (m_logs)
        m_logs->setTarget(details ? LogWindow::Target{details->id, details->name, true} : LogWindow::Target());
    if (!details) {
        m_stack->setCurrentWidget(m_loader.isGone() ? static_cast<QWidget *>(m_gone) : m_loading);
        showOffers();
        return;
    }
    setAccessibleName(details->name);
    m_mark->setState(shapeOf(details->look.symbol), details->state);
    m_name->setText(details->name);
    m_name->setMinimumWidth(std::min(m_name->sizeHint().width(), kLeastName));
    m_title->setText(details->title);
    m_state->setTone(toneOf(details->look.emphasis));
    m_state->setText(details->state);
    m_lab->setVisible(details->isLab);
    for (size_t i = 0; i < details->facts.size() && qsizetype(i) < m_facts.size(); ++i)
        m_facts[qsizetype(i)]->setFact(details->facts[i].fact, details->facts[i].basis);
    m_capacity->setMeters(details->capacity, details->isOld);
    m_capacity->setVisible(!details->capacity.empty());
    m_capacityHead->setVisible(!details->capacity.empty());
    m_labels->setText(details->labels.mid(0, kMostLabels).join(QLatin1Char('\n')));
    m_labels->setToolTip(details->labels.join(QLatin1Char('\n')));
    m_labels->setVisible(!details->labels.isEmpty());
    m_labelsHead->setVisible(!details->labels.isEmpty());
    m_labelsHead->setNote(format::number(details->labels.size()));
    m_identity->setText(tr("Identity: %1").arg(details->id.toString()));
    showNamesakes();
    showPlaces();
    showAges();
    showOffers();
    m_stack->setCurrentWidget(m_body);
}

/// A name is never enough to make two one; a person may know better.
void EntityDrawer::showNamesakes()
{
    const int others = m_loader.details()->namesakes;
    m_same->setVisible(others > 0);
    if (others > 0)
        m_sameText->setText(
            tr("%n other services have this name. If they are one, say so, or give each the label %1.", nullptr, others)
                .arg(mergingLabel(m_loader.details()->name)));
}

/// The row that was current stays so.
void EntityDrawer::showPlaces()
{
    const auto &places = m_loader.details()->places;
    const int row = m_table->currentIndex().row();
    const EntityId current = row < 0 ? EntityId() : m_places.place(row).id;
    m_places.setPlaces(places);
    const bool hasRoles =
        std::any_of(places.cbegin(), places.cend(), [](const auto &one) { return !one.role.isEmpty(); });
    m_table->setColumnHidden(PlacesModel::RoleText, !hasRoles); // names need the room
    const bool isOneWay =
        std::all_of(places.cbegin(), places.cend(), [&](const auto &one) { return one.feed == places.front().feed; });
    if (m_places.isUsed(PlacesModel::Through)) // else the sentence says it
        m_table->setColumnHidden(PlacesModel::Through, isOneWay);
    if (const int now = m_places.rowOf(current); now >= 0)
        m_table->setCurrentIndex(m_places.index(now, PlacesModel::Name));
    m_placesHead->setNote(format::number(qint64(places.size())));
    m_noPlaces->setVisible(places.empty());
}

bool EntityDrawer::isSettled() const
{
    const bool isGathered = m_loader.id().isEmpty() || m_loader.details() || m_loader.isGone();
    return isGathered && (!m_offers || m_offers->offers().isSettled());
}

void EntityDrawer::setActing(ActingDesk &desk)
{
    if (m_kind == EntityKind::Asset)
        return;
    m_offers = new OfferRows(m_words.page, desk, this);
    layout()->addWidget(m_offers);
    showOffers();
}

/// Through each connection that tells of it. How it is decides what makes sense, so that is a stamp.
void EntityDrawer::showOffers()
{
    if (!m_offers)
        return;
    QList<ActionTarget> targets;
    QStringList stamp;
    const std::optional<EntityDetails> &details = m_loader.details();
    const auto add = [&](const EntityId &by) {
        const FleetTables &tables = m_store.tables();
        const Feed *feed = tables.feeds.find(by);
        const Connection *connection = feed ? tables.connections.find(feed->connection) : nullptr;
        const ActionTarget target{details->id, details->name, m_kind == EntityKind::Node,
                                  connection ? connection->id : EntityId(), connection ? connection->name : QString()};
        if (connection && !targets.contains(target))
            targets << target;
    };
    if (details && m_kind == EntityKind::Node)
        add(details->feed);
    if (details && m_kind == EntityKind::Service) {
        for (const auto &place : details->places)
            add(place.feed);
    }
    if (details) {
        stamp << details->state;
        for (const auto &fact : details->facts)
            stamp << fact.fact;
    }
    m_offers->setTargets(targets, stamp.join(QLatin1Char('\n')));
}

void EntityDrawer::setLogs(LogDesk &desk)
{
    if (m_kind == EntityKind::Asset)
        return;
    m_logs = new LogButtons(m_words.page, desk, this);
    layout()->addWidget(m_logs);
    showDetails();
}

void EntityDrawer::showAges()
{
    const std::optional<EntityDetails> &details = m_loader.details();
    if (!details || isHidden())
        return;
    QStringList why{details->why};
    const Instant seen = oldestSeen(*details, m_store.tables());
    why << (seen == kNever ? tr("not yet seen") : tr("evidence %1 old").arg(format::age(seen, m_store.now())));
    const QString through = seenThrough(*details, m_store.tables());
    why << (through.isEmpty() ? QString() : tr("seen through %1").arg(through));
    why.removeAll(QString());
    m_why->setText(why.join(QStringLiteral(" · ")));
    m_table->viewport()->update();
}

QString EntityDrawer::copyText() const
{
    return m_loader.details() ? toText(*m_loader.details(), m_store.tables(), m_store.now()) : QString();
}

} // namespace graticule
