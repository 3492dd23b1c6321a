// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/eventspanel.h"

#include "models/format.h"
#include "models/sayingtext.h"
#include "ui/logs/readingpane.h"
#include "widgets/basic/button.h"
#include "widgets/basic/celldelegate.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace graticule {
namespace {

constexpr std::chrono::milliseconds kAgain{3000};
constexpr int kMost = 1000;
constexpr int kWidths[EventsModel::Text] = {160, 100, 240, 160, 70};

} // namespace

EventsPanel::EventsPanel(const ThemeSwitch &themes, FleetStore &store, LogCalls &calls, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_store(store)
    , m_calls(calls)
{
    build();
    m_again.setSingleShot(true);
    m_again.setInterval(kAgain);
    connect(&m_again, &QTimer::timeout, this, &EventsPanel::ask);
    connect(&store, &FleetStore::modeChanged, this, &EventsPanel::ask);
}

void EventsPanel::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_only = new QCheckBox(tr("Only warnings"), this);
    m_only->setObjectName(QStringLiteral("events.warnings"));
    connect(m_only, &QCheckBox::toggled, &m_events, &EventsModel::setWarningsOnly);
    layout->addWidget(m_only);
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("events.table"));
    m_table->setAccessibleName(tr("Events"));
    m_table->setModel(&m_events);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    (new CellDelegate(m_themes, *m_table))->setStrongColumn(EventsModel::Reason);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    for (int column = 0; column < EventsModel::Text; ++column)
        m_table->setColumnWidth(column, kWidths[column]);
    m_pane = new ReadingPane(m_themes, QStringLiteral("events"), QStringLiteral("clock"), m_table, this);
    layout->addWidget(m_pane, 1);
    const Button *copy = m_pane->addButton(QStringLiteral("copy"), QStringLiteral("copy"), tr("Copy"));
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_events.text()); });
}

void EventsPanel::showTarget(const EntityId &target)
{
    m_target = target;
    m_events.setEvents({});
    m_pane->showNotice(tr("Asking what happened"), {}, false);
    ask();
}

void EventsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void EventsPanel::hideEvent(QHideEvent *event)
{
    m_again.stop();
    QWidget::hideEvent(event);
}

void EventsPanel::ask()
{
    if (m_target.isEmpty())
        return;
    EventQuery query;
    query.target = m_target;
    query.most = kMost;
    if (m_store.isPast())
        query.until = m_store.now();
    m_isAsking = true;
    m_calls.events(this, query, [this, turn = ++m_turn](const Result<EventAnswer> &answer) {
        if (turn == m_turn)
            take(answer);
    });
}

void EventsPanel::take(const Result<EventAnswer> &answer)
{
    m_isAsking = false;
    if (isVisible() && !m_store.isPast())
        m_again.start();
    if (!answer) {
        m_pane->showNotice(tr("Events cannot be read"), SayingText::of(answer.error()), true);
        return;
    }
    m_events.setEvents(answer->events);
    if (answer->keptSince == kNever && answer->events.isEmpty()) {
        m_pane->showNotice(tr("No connection tells events of this"), {}, false);
        return;
    }
    const bool isMissing = m_store.isPast() && m_store.now() < answer->keptSince;
    if (answer->events.isEmpty()) {
        m_pane->showNotice(isMissing ? tr("Events of that time are not kept") : tr("Nothing happened here"),
                           tr("Events are kept since %1.").arg(format::dateTimeUtc(answer->keptSince)), false);
        return;
    }
    m_pane->showContent();
    QString said = tr("%n events", nullptr, int(answer->events.size()));
    if (answer->keptSince != kNever)
        said +=
            QStringLiteral(" \u00b7 ") + tr("nothing is missing since %1").arg(format::dateTimeUtc(answer->keptSince));
    if (answer->hasMore)
        said += QStringLiteral(" \u00b7 ") + tr("there are older ones");
    m_pane->say(said);
}

} // namespace graticule
