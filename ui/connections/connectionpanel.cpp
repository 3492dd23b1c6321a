// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionpanel.h"

#include "backend/domain/connectionway.h"
#include "models/format.h"
#include "models/placetext.h"
#include "models/sayingtext.h"
#include "ui/connections/testrun.h"
#include "ui/page/looks.h"
#include "ui/site/detailrows.h"
#include "ui/site/factcolumn.h"
#include "ui/site/statemark.h"
#include "widgets/basic/button.h"
#include "widgets/basic/chip.h"
#include "widgets/basic/insets.h"
#include "widgets/basic/label.h"
#include "widgets/basic/sectionheader.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

namespace graticule {

namespace {

constexpr int kSide = 20;
constexpr int kTitleColumn = 110;
constexpr int kMostSites = 12;

void setTone(QLabel *label, const char *tone)
{
    if (label->property("tone").toString() == QLatin1String(tone))
        return;
    label->setProperty("tone", QLatin1String(tone));
    label->style()->unpolish(label);
    label->style()->polish(label);
}

} // namespace

ConnectionPanel::ConnectionPanel(const ThemeSwitch &themes, FleetStore &store, ConnectionsModel &model,
                                 ConnectionActions &actions, ConsoleCommands &commands, KeeperFacts &facts,
                                 QWidget *parent)
    : QFrame(parent)
    , m_themes(themes)
    , m_store(store)
    , m_model(model)
    , m_actions(actions)
    , m_test(new TestRun(themes, commands, this))
{
    setProperty("surface", QStringLiteral("float"));
    setAccessibleName(tr("Connection"));
    build();
    connect(&model, &ConnectionsModel::countsChanged, this, &ConnectionPanel::showState);
    connect(&store, &FleetStore::ticked, this, &ConnectionPanel::showState);
    connect(&facts, &KeeperFacts::factsChanged, this, &ConnectionPanel::showState);
    connect(&actions, &ConnectionActions::said, this, [this](const EntityId &id, const QString &words) {
        if (id != m_id)
            return;
        m_said->setText(words);
        showActions();
    });
}

void ConnectionPanel::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 1, 1, 1);
    outer->setSpacing(0);
    buildHead(outer);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    outer->addWidget(scroll, 1);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(kSide, 0, kSide, 14);
    layout->setSpacing(6);
    buildFacts(layout);
    layout->addStretch(1);
    scroll->setWidget(content);
    outer->addWidget(buildFoot());
}

void ConnectionPanel::buildHead(QVBoxLayout *outer)
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(insets(*this, kSide, 12, 12, 6));
    head->setSpacing(8);
    m_mark = new StateMark(m_themes, 16, this);
    m_name = new Label(m_themes, {.style = TextStyle::Title}, this);
    m_type = new Chip(m_themes, {}, Tone::Secondary, this);
    m_lab = new Chip(m_themes, tr("LAB"), Tone::Normal, this);
    auto *close = new Button(m_themes, {}, Button::Kind::Quiet, this);
    close->setIconName(QStringLiteral("x"));
    close->setKeyHint(Qt::Key_Escape);
    close->setAccessibleName(tr("Close"));
    connect(close, &Button::clicked, this, &ConnectionPanel::closeAsked);
    auto *copy = new Button(m_themes, {}, Button::Kind::Quiet, this);
    copy->setIconName(QStringLiteral("copy"));
    copy->setAccessibleName(tr("Copy error"));
    copy->setToolTip(tr("Copy its state and error as text (Ctrl+C)"));
    connect(copy, &Button::clicked, this, [this] { QGuiApplication::clipboard()->setText(copyText()); });
    head->addWidget(m_mark);
    head->addWidget(m_name);
    head->addWidget(m_type);
    head->addWidget(m_lab);
    head->addStretch();
    head->addWidget(copy);
    head->addWidget(close);
    outer->addLayout(head);
}

void ConnectionPanel::buildFacts(QVBoxLayout *layout)
{
    m_state = makeText(this, "strong", "secondary");
    m_sentence = makeText(this, "", "");
    layout->addWidget(m_state);
    layout->addWidget(m_sentence);
    layout->addSpacing(6);
    addFact(layout, tr("Address"), m_address);
    addFact(layout, tr("Last seen"), m_seen);
    addFact(layout, tr("Watched since"), m_watched);
    addFact(layout, tr("Answers in"), m_latency);
    addFact(layout, tr("Load we cause"), m_load);
    addFact(layout, tr("Certificate"), m_certificate);
    addFact(layout, tr("Its clock"), m_clock);
    addFact(layout, tr("Runs"), m_version);
    m_placeRow = addFact(layout, tr("Place"), m_place);
    m_place->setObjectName(QStringLiteral("connectionPlace"));
    layout->addSpacing(8);
    m_behindHead = new SectionHeader(m_themes, tr("Connections behind it"), SectionHeader::Size::Group);
    m_behind = new DetailRows(m_themes, tr("Connections behind it"), kMostSites);
    layout->addWidget(m_behindHead);
    layout->addWidget(m_behind);
    m_sitesHead = new SectionHeader(m_themes, tr("Sites seen through it"), SectionHeader::Size::Group);
    m_sites = new DetailRows(m_themes, tr("Sites seen through it"), kMostSites);
    layout->addWidget(m_sitesHead);
    layout->addWidget(m_sites);
}

QWidget *ConnectionPanel::addFact(QVBoxLayout *layout, const QString &title, QLabel *&value)
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    QLabel *name = makeText(this, "small", "faint");
    name->setText(title);
    name->setMinimumWidth(kTitleColumn);
    name->setAlignment(Qt::AlignTop);
    value = makeText(this, "small", "secondary");
    row->addWidget(name);
    row->addWidget(value, 1);
    layout->addWidget(box);
    return box;
}

QString ConnectionPanel::name() const
{
    return m_name->text();
}

const Connection *ConnectionPanel::current() const
{
    return m_store.tables().connections.find(m_id);
}

void ConnectionPanel::showConnection(const EntityId &id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_said->clear();
    m_test->clear();
    showState();
    showWatched();
    showBehind();
    showSites();
}

void ConnectionPanel::showState()
{
    const Connection *connection = current();
    if (!connection)
        return;
    const QModelIndex index = m_model.index(m_model.rowOf(m_id));
    const Instant now = m_store.now();
    const StateLook look = StateText::look(connection->state);
    m_mark->setState(shapeOf(look.symbol), look.text);
    m_name->setText(connection->name);
    m_type->setText(StateText::connectorTitle(connection->type));
    m_lab->setVisible(connection->origin == Origin::Lab);
    m_state->setText(connection->since == kNever ? look.text
                                                 : tr("%1 for %2, since %3")
                                                       .arg(look.text, format::age(connection->since, now),
                                                            format::dateTimeUtc(connection->since, m_store.units())));
    m_sentence->setText(index.data(ConnectionsModel::SentenceRole).toString());
    m_address->setText(connection->address);
    m_seen->setText(connection->lastSeen == kNever ? m_store.isPast() ? tr("not recorded") : tr("not yet seen")
                                                   : tr("%1 ago, %2")
                                                         .arg(format::age(connection->lastSeen, now),
                                                              format::timeUtc(connection->lastSeen, m_store.units())));
    m_latency->setText(format::milliseconds(connection->latencyMs));
    m_load->setText(QStringLiteral("%1 %2").arg(index.data(ConnectionsModel::LoadRole).toString(),
                                                index.data(ConnectionsModel::BudgetRole).toString()));
    const QString ending = index.data(ConnectionsModel::CertificateRole).toString();
    m_certificate->setText(connection->certificateExpiry == kNever ? tr("none, or not told")
                           : ending.isEmpty()
                               ? tr("valid to %1").arg(format::date(connection->certificateExpiry))
                               : tr("%1, on %2").arg(ending, format::date(connection->certificateExpiry)));
    setTone(m_certificate, ending.isEmpty() ? "secondary" : "medium");
    m_clock->setText(!connection->clockOffset ? tr("not told")
                     : std::chrono::abs(*connection->clockOffset) < Milliseconds(1000)
                         ? tr("agrees with the keeper's")
                         : tr("%1 %2").arg(format::exactDuration(std::chrono::abs(*connection->clockOffset)),
                                           *connection->clockOffset > Milliseconds(0) ? tr("ahead") : tr("behind")));
    m_version->setText(connection->version.isEmpty() ? tr("not told") : connection->version);
    showActions();
    if (isVisible()) {
        showWatched();
        showBehind();
        showSites();
    }
}

/// What the keeper at its other end reads, worst first.
void ConnectionPanel::showBehind()
{
    const FleetTables &tables = m_store.tables();
    std::vector<SiteDetails::Line> lines;
    for (const EntityId &id : m_store.index().behind(m_id)) {
        const Connection *connection = tables.connections.find(id);
        if (!connection)
            continue;
        const StateLook look = StateText::look(shownState(tables.connections, *connection));
        lines.push_back({look.symbol, connection->name, look.text,
                         connection->error.text.isEmpty() ? StateText::connectorTitle(connection->type)
                                                          : SayingText::of(connection->error),
                         look.severity});
    }
    std::sort(lines.begin(), lines.end(), [](const SiteDetails::Line &a, const SiteDetails::Line &b) {
        return a.severity != b.severity ? a.severity > b.severity : a.name < b.name;
    });
    for (auto *widget : std::initializer_list<QWidget *>{m_behindHead, m_behind})
        widget->setVisible(!lines.empty());
    m_behindHead->setNote(format::number(qint64(lines.size())));
    m_behind->setLines(lines, {});
}

/// Where it stands, when it is seen as one site; of several each drawer says it.
void ConnectionPanel::showPlace()
{
    const QSet<EntityId> sites = m_store.index().sitesOf(m_id);
    const Site *site = sites.size() == 1 ? m_store.tables().sites.find(*sites.cbegin()) : nullptr;
    m_placeRow->setVisible(site != nullptr);
    if (site)
        m_place->setText(PlaceText::full(site->place));
}

/// The worst of them by name; the rest is counted.
void ConnectionPanel::showSites()
{
    const FleetTables &tables = m_store.tables();
    std::vector<SiteDetails::Line> lines;
    for (const EntityId &id : m_store.index().sitesOf(m_id)) {
        const Site *site = tables.sites.find(id);
        if (!site)
            continue;
        const SiteStatus status = siteStatus(tables, id);
        const StateLook look = StateText::look(status.state, status.stale);
        lines.push_back({look.symbol, site->name, look.text, site->place.city, look.severity});
    }
    const size_t shown = std::min(lines.size(), size_t(kMostSites));
    std::partial_sort(lines.begin(), lines.begin() + std::ptrdiff_t(shown), lines.end(),
                      [](const SiteDetails::Line &a, const SiteDetails::Line &b) {
                          return a.severity != b.severity ? a.severity > b.severity : a.name < b.name;
                      });
    m_sitesHead->setNote(lines.size() > shown
                             ? tr("the worst %1 of %2").arg(shown).arg(format::number(qint64(lines.size())))
                             : format::number(qint64(lines.size())));
    lines.resize(shown);
    for (SiteDetails::Line &line : lines)
        line.severity = 0; // its mark says it; the note is its city
    m_sites->setLines(lines, tr("None has been seen"));
    showPlace();
}

/// Since when it is seen without a hole, by the oldest of its feeds.
void ConnectionPanel::showWatched()
{
    Instant since = kNever;
    m_store.tables().feeds.forEach([&](const Feed &feed) {
        if (feed.connection == m_id && feed.since != kNever && (since == kNever || feed.since < since))
            since = feed.since;
    });
    const bool isLater = m_store.isPast() && (since == kNever || since > m_store.now());
    m_watched->setText(isLater           ? tr("not recorded")
                       : since == kNever ? tr("not yet")
                                         : tr("%1 UTC").arg(format::dateTime(since)));
}

QString ConnectionPanel::copyText() const
{
    const Connection *connection = current();
    if (!connection)
        return {};
    QStringList lines{QStringLiteral("%1 (%2, %3)").arg(connection->name, connection->type, connection->address),
                      m_state->text(), m_sentence->text()};
    lines << m_test->copyText();
    lines << tr("copied at %1 UTC").arg(format::dateTime(m_store.now()));
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace graticule
