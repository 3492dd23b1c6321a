// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionspage.h"

#include "models/format.h"
#include "ui/connections/cardlist.h"
#include "ui/connections/connectiondelegate.h"
#include "ui/connections/connectioneditor.h"
#include "ui/connections/connectionfilters.h"
#include "ui/connections/connectionshead.h"
#include "ui/connections/connectionside.h"
#include "ui/page/commandlock.h"
#include "ui/page/figuretexts.h"
#include "widgets/basic/insets.h"
#include "widgets/basic/skeletonrows.h"
#include "widgets/basic/viewstate.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/themeswitch.h"

#include <QMenu>
#include <QVBoxLayout>

namespace graticule {

namespace {

constexpr int kLeastCard = 340;
constexpr int kMargin = 16;
static_assert(kMargin - ConnectionDelegate::kGap / 2 == CardList::kBeside);

} // namespace

ConnectionsPage::ConnectionsPage(const ThemeSwitch &themes, FleetStore &store, ConnectionsModel &model,
                                 ConsoleCommands &commands, KeeperFacts &facts, UndoBar &undo, QWidget *parent)
    : Page(parent)
    , m_themes(themes)
    , m_store(store)
    , m_model(model)
    , m_filter(model)
    , m_trails(store, commands, GroupTrails::connections)
    , m_actions(store, commands, facts, undo)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_left = new QVBoxLayout;
    QVBoxLayout *left = m_left;
    left->setSpacing(0);
    row->addLayout(left, 1);
    left->addWidget(buildHead());
    buildList();
    auto *listBox = new QHBoxLayout;
    listBox->setContentsMargins(insets(*this, kMargin - ConnectionDelegate::kGap / 2, 0, 0, 0));
    listBox->addWidget(m_list);
    left->addLayout(listBox, 1);
    m_empty = new ViewState(themes, this);
    connect(m_empty, &ViewState::actionTriggered, this, [this] { m_filters->clear(); });
    left->addWidget(m_empty, 1);
    m_loading = new SkeletonRows(themes, this);
    m_loading->setWords(tr("Waiting for the first snapshot"));
    left->addWidget(m_loading, 1);

    m_side = new ConnectionSide(themes, store, model, m_actions, commands, facts, undo, this);
    row->addWidget(m_side);
    connectSide();

    connect(&model, &ConnectionsModel::countsChanged, this, &ConnectionsPage::showCounts);
    connect(&store, &FleetStore::changed, this, [this] {
        if (!m_loading->isHidden())
            showCounts();
    });
    connect(&store, &FleetStore::changed, this, &ConnectionsPage::selectRemembered);
    connect(&store, &FleetStore::ticked, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(&m_trails, &GroupTrails::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    model.setStateWords([this](const EntityId &connection) { return m_trails.words(connection.toString()); });
    // By a connection, since the window may take the model away first.
    connect(this, &QObject::destroyed, &model, [words = &model] { words->setStateWords({}); });
    showCounts();
}

void ConnectionsPage::connectSide()
{
    const auto follow = [this] { m_side->follow(current()); };
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, m_side, follow);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, m_side, follow);
    connect(m_side, &ConnectionSide::closeAsked, this, &ConnectionsPage::closeLayer);
    connect(m_side, &ConnectionSide::selectAsked, this, &ConnectionsPage::select);
    connect(&m_actions, &ConnectionActions::editAsked, m_side, &ConnectionSide::edit);
    connect(&m_actions, &ConnectionActions::testAsked, this, [this](const EntityId &id) {
        select(id);
        m_side->test();
    });
    connect(&m_actions, &ConnectionActions::duplicateAsked, this, [this](const ConnectionConfig &config) {
        m_list->clearSelection();
        m_side->duplicate(config);
    });
}

void ConnectionsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_trails.setAwake(true);
}

void ConnectionsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_trails.setAwake(false);
}

QWidget *ConnectionsPage::buildHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(kMargin, 0, kMargin, 0);
    layout->setSpacing(0);
    m_head = new ConnectionsHead(m_themes, m_model, head);
    connect(m_head, &ConnectionsHead::addAsked, this, [this] { addConnection(); });
    connect(m_head, &ConnectionsHead::rulesAsked, this, &ConnectionsPage::rulesAsked);
    const auto lock = [this] { m_head->setLocked(m_store.isPast() ? CommandLock::words() : QString()); };
    connect(&m_store, &FleetStore::modeChanged, this, lock);
    lock();
    m_filters = new ConnectionFilters(m_themes, m_filter, head);
    connect(m_filters, &ConnectionFilters::filtersChanged, this, &ConnectionsPage::showSum);
    layout->addWidget(m_head);
    layout->addWidget(m_filters);
    layout->addSpacing(8);
    return head;
}

void ConnectionsPage::buildList()
{
    m_list = new CardList(this);
    m_list->setObjectName(QStringLiteral("connections"));
    m_list->setModel(&m_filter);
    m_delegate = new ConnectionDelegate(m_themes, m_trails, m_list);
    m_list->setItemDelegate(m_delegate);
    m_list->setAccessibleName(tr("Connections"));
    FigureTexts::mark(*m_list, {QStringLiteral("connections.state")});
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &ConnectionsPage::showList);
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &ConnectionsPage::showList);
    connect(m_delegate, &ConnectionDelegate::menuAsked, this, &ConnectionsPage::openMenu);
    connect(m_list, &CardList::menuAsked, this, &ConnectionsPage::openMenu);
    connect(m_list, &CardList::roomChanged, this, &ConnectionsPage::fitCards);
    // New data does not reorder the cards under the pointer.
    connect(m_list, &CardList::pointerEntered, this, [this] { m_filter.setHeld(true); });
    connect(m_list, &CardList::pointerLeft, this, [this] { m_filter.setHeld(false); });
}

QList<QWidget *> ConnectionsPage::regions() const
{
    QList<QWidget *> all{m_list, m_side->current()};
    all.removeIf([](const QWidget *widget) { return !widget->isVisible(); });
    return all;
}

bool ConnectionsPage::closeLayer()
{
    if (m_side->isEditing()) {
        m_side->dropEdit();
        if (!m_side->isEditing())
            m_list->setFocus();
        return true;
    }
    if (m_side->showsGone()) {
        m_side->add();
        m_list->setFocus();
        return true;
    }
    if (!m_side->showsConnection())
        return m_filters->clear();
    m_list->clearSelection();
    m_list->setFocus();
    return true;
}

QString ConnectionsPage::copyText() const
{
    return m_side->copyText();
}

ConsoleAction ConnectionsPage::action(const char *id, const QString &title, const QKeySequence &keys,
                                      std::function<void()> run)
{
    ConsoleAction action;
    action.id = QStringLiteral("connections.") + QLatin1String(id);
    action.title = title;
    action.section = tr("Connections");
    if (!keys.isEmpty())
        action.keys = {keys};
    action.run = std::move(run);
    action.scope = this;
    return action;
}

QList<ConsoleAction> ConnectionsPage::actions()
{
    using Order = ConnectionsFilter::Order;
    QList<ConsoleAction> all{
        action("add", tr("Add a connection"), Qt::CTRL | Qt::Key_N, [this] { addConnection(); }),
        action("filter", tr("Filter connections"), Qt::Key_Slash, [this] { m_filters->focusWords(); }),
        action("next", tr("Next connection"), Qt::Key_J, [this] { step(+1); }),
        action("previous", tr("Previous connection"), Qt::Key_K, [this] { step(-1); }),
        action("lookAgain", tr("Look again for endpoints"), {}, [this] { m_side->lookAgain(); }),
        action("orderWorst", tr("Order connections worst first"), {}, [this] { m_filters->setOrder(Order::Worst); }),
        action("orderName", tr("Order connections by name"), {}, [this] { m_filters->setOrder(Order::Name); }),
        action("orderLoad", tr("Order connections by load"), {}, [this] { m_filters->setOrder(Order::Load); }),
        action("orderLatency", tr("Order connections by latency"), {}, [this] { m_filters->setOrder(Order::Latency); }),
    };
    all[2].repeats = all[3].repeats = true;
    ConsoleAction save = action("save", tr("Save the connection"), Qt::CTRL | Qt::Key_Return, [this] {
        if (ConnectionEditor *editor = m_side->editor())
            editor->save();
    });
    save.whyNot = [this] {
        const ConnectionEditor *editor = m_side->editor();
        return editor ? editor->whyNot() : tr("No form is open");
    };
    all << save << m_actions.list([this] { return current(); }, this);
    return all;
}

EntityId ConnectionsPage::current() const
{
    const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    return selected.isEmpty() ? EntityId() : EntityId(selected.first().data(IdRole).toByteArray());
}

QVariantMap ConnectionsPage::saveState() const
{
    const EntityId selected = current();
    return selected.isEmpty() ? QVariantMap() : QVariantMap{{QStringLiteral("selected"), selected.toString()}};
}

void ConnectionsPage::restoreState(const QVariantMap &state)
{
    m_remembered = EntityId(state.value(QStringLiteral("selected")).toString());
    selectRemembered();
}

/// Unless a person was faster, or the connection is gone.
void ConnectionsPage::selectRemembered()
{
    if (m_remembered.isEmpty())
        return;
    const bool isThere = m_model.rowOf(m_remembered) >= 0;
    if (!isThere && !m_store.isFirstDataIn())
        return;
    const EntityId id = std::exchange(m_remembered, EntityId());
    if (isThere && current().isEmpty() && !m_side->isEditing())
        select(id);
}

void ConnectionsPage::step(int by)
{
    const int rows = m_filter.rowCount();
    if (rows == 0)
        return;
    const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    const int row = selected.isEmpty() ? (by > 0 ? 0 : rows - 1) : std::clamp(selected.first().row() + by, 0, rows - 1);
    m_list->setCurrentIndex(m_filter.index(row, 0));
    m_list->scrollTo(m_list->currentIndex());
}

void ConnectionsPage::select(const EntityId &connection)
{
    const int row = m_model.rowOf(connection);
    if (row < 0)
        return;
    QModelIndex index = m_filter.mapFromSource(m_model.index(row));
    if (!index.isValid()) {
        m_filters->clear(); // what is asked for must be seen
        index = m_filter.mapFromSource(m_model.index(row));
    }
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void ConnectionsPage::addConnection(const ConnectionConfig &like)
{
    m_list->clearSelection();
    m_side->add(like);
}

void ConnectionsPage::editField(const EntityId &connection, const QString &field)
{
    select(connection);
    m_actions.edit(connection, field);
}

void ConnectionsPage::openMenu(const QModelIndex &index, const QPoint &globalPos)
{
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    const EntityId id(index.data(IdRole).toByteArray());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("connectionMenu"));
    const bool isPaused = index.data(ConnectionsModel::PausedRole).toBool();
    for (const ConnectionActions::Verb verb : ConnectionActions::verbs()) {
        if (verb == ConnectionActions::Verb::Remove)
            menu->addSeparator();
        const QString whyNot = m_actions.whyNot(verb, id);
        const QString title = m_actions.title(verb, id);
        QAction *action = menu->addAction(whyNot.isEmpty() ? title : tr("%1 (%2)").arg(title, whyNot), this,
                                          [this, verb, id] { m_actions.run(verb, id); });
        action->setIcon(themedIcon(ConnectionActions::icon(verb, isPaused), m_themes.theme()));
        action->setEnabled(whyNot.isEmpty());
        action->setShortcut(ConnectionActions::keys(verb));
        action->setShortcutContext(Qt::WidgetShortcut); // shown only: the page has bound it
        action->setShortcutVisibleInContextMenu(true);
    }
    menu->addSeparator();
    menu->addAction(tr("What the figures mean"), this, [this] { Q_EMIT figuresAsked(); });
    menu->popup(globalPos);
}

void ConnectionsPage::showCounts()
{
    m_head->showCounts();
    const int rows = m_model.rowCount();
    const bool hasSnapshot = m_store.hasSnapshot();
    showList();
    m_loading->setVisible(!hasSnapshot);
    m_filters->setVisible(hasSnapshot && rows > 0);
    m_head->fit(width() - ConnectionSide::kWidth - 2 * kMargin);
    showSum();
}

/// The cards, or why there is none.
void ConnectionsPage::showList()
{
    const int rows = m_model.rowCount();
    const bool isNoneLeft = rows > 0 && m_filter.rowCount() == 0;
    m_list->setVisible(rows > 0 && !isNoneLeft);
    m_left->setStretch(1, m_list->isHidden() ? 0 : 1); // Qt keeps room for a layout of hidden widgets
    m_empty->setVisible(isNoneLeft || (rows == 0 && m_store.hasSnapshot()));
    if (isNoneLeft)
        m_empty->setNotice({QStringLiteral("filter"),
                            {},
                            tr("No connection matches the filter"),
                            tr("%1 are hidden by it.").arg(format::number(rows)),
                            tr("Show all")});
    else
        m_empty->setNotice({QStringLiteral("plug"),
                            {},
                            tr("Nothing is connected"),
                            tr("The keeper holds no connection. What it found on its computer is listed beside."),
                            {}});
}

void ConnectionsPage::showSum()
{
    showList();
    const int rows = m_model.rowCount();
    QStringList sum{m_filter.isFiltering() ? m_filter.countText()
                    : rows == 1            ? tr("1 connection")
                                           : tr("%n connections", nullptr, rows)};
    if (const int behind = m_model.total() - rows; behind > 0)
        sum << tr("%1 more behind other keepers").arg(format::number(behind));
    if (m_model.requestsPerSecond() > 0)
        sum << tr("%1 req/s in all").arg(format::decimal(m_model.requestsPerSecond()));
    if (m_model.budgetRequests() > 0)
        sum << tr("budget %1").arg(format::decimal(m_model.budgetRequests()));
    m_filters->setSum(sum);
}

void ConnectionsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_head->fit(width() - ConnectionSide::kWidth - 2 * kMargin);
}

/// As many columns as there is room for; the cards share it, up to where the head above them ends.
void ConnectionsPage::fitCards()
{
    const int columns = std::clamp(m_list->room() / (kLeastCard + ConnectionDelegate::kGap), 1, 3);
    if (m_delegate->setRow(m_list->room(), columns))
        m_list->doItemsLayout();
}

} // namespace graticule
