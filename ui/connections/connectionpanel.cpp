// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionpanel.h"

#include "backend/domain/connectionway.h"
#include "models/format.h"
#include "ui/connections/teststeps.h"
#include "ui/page/looks.h"
#include "ui/site/detailrows.h"
#include "ui/site/factcolumn.h"
#include "ui/site/statemark.h"
#include "widgets/basic/button.h"
#include "widgets/basic/chip.h"
#include "widgets/basic/label.h"
#include "widgets/basic/sectionheader.h"
#include "widgets/basic/undobar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QVBoxLayout>

namespace graticule {

namespace {

constexpr int kSide = 20;
constexpr int kTitleColumn = 110;
constexpr int kMostSites = 12;

} // namespace

ConnectionPanel::ConnectionPanel(const ThemeSwitch &themes, FleetStore &store, ConnectionsModel &model,
                                 ConsoleCommands &commands, KeeperFacts &facts, UndoBar &undo, QWidget *parent)
    : QFrame(parent)
    , m_themes(themes)
    , m_store(store)
    , m_model(model)
    , m_commands(commands)
    , m_facts(facts)
    , m_undo(undo)
{
    setProperty("surface", QStringLiteral("float"));
    setAccessibleName(tr("Connection"));
    build();
    connect(&model, &ConnectionsModel::countsChanged, this, &ConnectionPanel::showState);
    connect(&store, &FleetStore::ticked, this, &ConnectionPanel::showState);
    connect(&facts, &KeeperFacts::factsChanged, this, &ConnectionPanel::showState);
}

void ConnectionPanel::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSide, 14, kSide, 14);
    layout->setSpacing(6);
    auto *head = new QHBoxLayout;
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
    layout->addLayout(head);
    m_state = makeText(this, "strong", "secondary");
    m_sentence = makeText(this, "", "");
    layout->addWidget(m_state);
    layout->addWidget(m_sentence);
    layout->addSpacing(6);
    addFact(layout, tr("Address"), m_address);
    addFact(layout, tr("Last seen"), m_seen);
    addFact(layout, tr("Answers in"), m_latency);
    addFact(layout, tr("Load we cause"), m_load);
    addFact(layout, tr("Certificate"), m_certificate);
    addFact(layout, tr("Its clock"), m_clock);
    addFact(layout, tr("Runs"), m_version);
    layout->addSpacing(8);
    buildActions(layout);
    m_steps = new TestSteps(m_themes, this);
    layout->addWidget(m_steps);
    layout->addSpacing(8);
    m_behindHead = new SectionHeader(m_themes, tr("Connections behind it"), SectionHeader::Size::Group);
    m_behind = new DetailRows(m_themes, tr("Connections behind it"), kMostSites);
    layout->addWidget(m_behindHead);
    layout->addWidget(m_behind);
    m_sitesHead = new SectionHeader(m_themes, tr("Sites seen through it"), SectionHeader::Size::Group);
    m_sites = new DetailRows(m_themes, tr("Sites seen through it"), kMostSites);
    layout->addWidget(m_sitesHead);
    layout->addWidget(m_sites);
    layout->addStretch(1);
}

void ConnectionPanel::buildActions(QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_pause = new Button(m_themes, tr("Pause"), Button::Kind::Default, this);
    m_test = new Button(m_themes, tr("Test"), Button::Kind::Default, this);
    m_remove = new Button(m_themes, tr("Remove"), Button::Kind::Default, this);
    m_pause->setIconName(QStringLiteral("pause"));
    m_test->setIconName(QStringLiteral("plug"));
    m_remove->setIconName(QStringLiteral("trash-2"));
    for (Button *button : {m_pause, m_test, m_remove})
        row->addWidget(button);
    row->addStretch();
    layout->addLayout(row);
    m_said = makeText(this, "small", "faint");
    layout->addWidget(m_said);
    connect(m_pause, &Button::clicked, this, &ConnectionPanel::togglePause);
    connect(m_test, &Button::clicked, this, &ConnectionPanel::test);
    connect(m_remove, &Button::clicked, this, &ConnectionPanel::remove);
}

void ConnectionPanel::addFact(QVBoxLayout *layout, const QString &title, QLabel *&value)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    QLabel *name = makeText(this, "small", "faint");
    name->setText(title);
    name->setMinimumWidth(kTitleColumn);
    name->setAlignment(Qt::AlignTop);
    value = makeText(this, "small", "secondary");
    row->addWidget(name);
    row->addWidget(value, 1);
    layout->addLayout(row);
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
    m_askedPaused.reset();
    m_said->clear();
    m_steps->clear();
    showState();
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
                                                 : tr("%1 for %2, since %3 UTC")
                                                       .arg(look.text, format::age(connection->since, now),
                                                            format::dateTime(connection->since)));
    m_sentence->setText(index.data(ConnectionsModel::SentenceRole).toString());
    m_address->setText(connection->address);
    m_seen->setText(
        connection->lastSeen == kNever
            ? tr("not yet seen")
            : tr("%1 ago, %2 UTC").arg(format::age(connection->lastSeen, now), format::time(connection->lastSeen)));
    m_latency->setText(format::milliseconds(connection->latencyMs));
    m_load->setText(QStringLiteral("%1 %2").arg(index.data(ConnectionsModel::LoadRole).toString(),
                                                index.data(ConnectionsModel::BudgetRole).toString()));
    m_certificate->setText(connection->certificateExpiry == kNever
                               ? tr("none, or not told")
                               : tr("valid to %1").arg(format::date(connection->certificateExpiry)));
    m_clock->setText(!connection->clockOffset ? tr("not told")
                     : std::chrono::abs(*connection->clockOffset) < Milliseconds(1000)
                         ? tr("agrees with the keeper's")
                         : tr("%1 %2").arg(format::exactDuration(std::chrono::abs(*connection->clockOffset)),
                                           *connection->clockOffset > Milliseconds(0) ? tr("ahead") : tr("behind")));
    m_version->setText(connection->version.isEmpty() ? tr("not told") : connection->version);
    showActions(*connection);
    if (isVisible()) {
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
        lines.push_back(
            {look.symbol, connection->name, look.text,
             connection->error.text.isEmpty() ? StateText::connectorTitle(connection->type) : connection->error.text,
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
}

void ConnectionPanel::showActions(const Connection &connection)
{
    const bool isPaused = connection.state == ConnectionState::Paused;
    if (m_askedPaused == isPaused) {
        m_askedPaused.reset();
        m_said->clear();
    }
    // Only connections that this keeper holds, and that a person made, can be changed here.
    QString whyNot = m_facts.whyNotOperate();
    if (whyNot.isEmpty() && connection.keeper != EntityId(m_facts.keeper().keeperId) && !connection.keeper.isEmpty())
        whyNot = tr("Held by another keeper: change it there");
    const bool isFree = whyNot.isEmpty() && !m_askedPaused;
    const bool isOurs = connection.origin != Origin::Lab && connection.type != QLatin1String("host");
    m_pause->setText(m_askedPaused ? tr("Asked …") : isPaused ? tr("Resume") : tr("Pause"));
    m_pause->setIconName(isPaused ? QStringLiteral("play") : QStringLiteral("pause"));
    m_pause->setEnabled(isFree);
    m_test->setEnabled(isFree && isOurs);
    m_remove->setEnabled(isFree && isOurs);
    if (!whyNot.isEmpty())
        m_said->setText(whyNot);
    else if (!isOurs && m_said->text().isEmpty() && connection.origin == Origin::Lab)
        m_said->setText(tr("Made by the lab: it goes when the lab is stopped."));
    else if (!isOurs && m_said->text().isEmpty())
        m_said->setText(tr("The keeper's own computer: always connected."));
}

void ConnectionPanel::ask(const QString &words)
{
    m_said->setText(words);
}

void ConnectionPanel::answered(const QString &error)
{
    if (error.isEmpty())
        return; // done when the snapshot shows it
    m_askedPaused.reset();
    m_said->setText(error);
    if (const Connection *connection = current())
        showActions(*connection);
}

void ConnectionPanel::togglePause()
{
    const Connection *connection = current();
    if (!connection)
        return;
    const bool pause = connection->state != ConnectionState::Paused;
    m_askedPaused = pause;
    ask(pause ? tr("Asked the keeper to pause it") : tr("Asked the keeper to resume it"));
    showActions(*connection);
    const auto done = [this, id = m_id](const Result<ConnectionConfig> &reply) {
        if (id == m_id)
            answered(reply ? QString() : reply.error().text);
    };
    if (pause)
        m_commands.pause(this, m_id.toString(), done);
    else
        m_commands.resume(this, m_id.toString(), done);
}

void ConnectionPanel::remove()
{
    ask(tr("Asked the keeper to remove it"));
    m_remove->setEnabled(false);
    m_commands.remove(this, m_id.toString(), [this, id = m_id](const Result<ConnectionConfig> &reply) {
        if (!reply) {
            if (id == m_id)
                answered(reply.error().text);
            return;
        }
        m_undo.offer(tr("%1 removed").arg(reply->name), [this, config = *reply] {
            m_commands.save(this, config, [this, name = config.name](const Result<ConnectionConfig> &saved) {
                if (!saved)
                    m_undo.offer(tr("%1 could not be saved again: %2").arg(name, saved.error().text));
            });
        });
    });
}

void ConnectionPanel::test()
{
    m_steps->clear();
    ask(tr("Testing, read only …"));
    m_test->setEnabled(false);
    // The test is of what is configured; the list of configurations has it.
    m_commands.connections(this, [this, id = m_id](const Result<QList<ConnectionConfig>> &reply) {
        if (id != m_id)
            return;
        if (!reply) {
            answered(reply.error().text);
            return;
        }
        const auto config = std::find_if(reply->begin(), reply->end(), [&](const auto &c) { return c.id == id; });
        if (config == reply->end()) {
            answered(tr("This keeper holds no such configuration"));
            return;
        }
        m_commands.test(this, *config, [this, id](const TestStep &step) {
            if (id != m_id)
                return;
            m_steps->add(step);
            if (!step.finished)
                return;
            m_said->setText(step.error.text.isEmpty() ? tr("Tested") : tr("The test failed"));
            if (const Connection *connection = current())
                showActions(*connection);
        });
    });
}

QString ConnectionPanel::copyText() const
{
    const Connection *connection = current();
    if (!connection)
        return {};
    QStringList lines{QStringLiteral("%1 (%2, %3)").arg(connection->name, connection->type, connection->address),
                      m_state->text(), m_sentence->text()};
    if (!m_steps->isEmpty())
        lines << m_steps->copyText();
    lines << tr("copied at %1 UTC").arg(format::dateTime(m_store.now()));
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace graticule
