// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionspage.h"

#include "models/format.h"
#include "ui/connections/addpanel.h"
#include "ui/connections/connectiondelegate.h"
#include "ui/connections/connectionpanel.h"
#include "ui/page/looks.h"
#include "widgets/basic/label.h"
#include "widgets/basic/skeletonrows.h"
#include "widgets/basic/statecount.h"
#include "widgets/basic/viewstate.h"
#include "widgets/theme/themeswitch.h"

#include <QListView>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace graticule {

namespace {

constexpr int kSideWidth = 456;
constexpr int kLeastCard = 340;
constexpr int kMargin = 16;

/// In the order in which they are counted in the head.
constexpr std::array<ConnectionState, 8> kCounted{
    ConnectionState::Live,    ConnectionState::Slow,   ConnectionState::Stale,      ConnectionState::Unreachable,
    ConnectionState::Refused, ConnectionState::Paused, ConnectionState::Connecting, ConnectionState::NeverAsked};

} // namespace

ConnectionsPage::ConnectionsPage(const ThemeSwitch &themes, FleetStore &store, ConnectionsModel &model,
                                 ConsoleCommands &commands, KeeperFacts &facts, UndoBar &undo, QWidget *parent)
    : Page(parent)
    , m_themes(themes)
    , m_store(store)
    , m_model(model)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    row->addLayout(left, 1);
    left->addWidget(buildHead());
    buildList();
    auto *listBox = new QHBoxLayout;
    listBox->setContentsMargins(kMargin - ConnectionDelegate::kGap / 2, 0, 0, 0);
    listBox->addWidget(m_list);
    left->addLayout(listBox, 1);
    m_empty = new ViewState(themes, this);
    m_empty->setNotice({QStringLiteral("plug"),
                        {},
                        tr("Nothing is connected"),
                        tr("The keeper holds no connection. What it found on its computer is listed beside."),
                        {}});
    left->addWidget(m_empty, 1);
    m_loading = new SkeletonRows(themes, this);
    m_loading->setWords(tr("Waiting for the first snapshot"));
    left->addWidget(m_loading, 1);

    m_sideBox = new QWidget(this);
    m_sideBox->setFixedWidth(kSideWidth);
    auto *sideLayout = new QVBoxLayout(m_sideBox);
    sideLayout->setContentsMargins(0, kMargin, kMargin, kMargin);
    m_side = new QStackedLayout;
    sideLayout->addLayout(m_side);
    m_panel = new ConnectionPanel(themes, store, model, commands, facts, undo);
    m_add = new AddPanel(themes, commands, facts);
    m_side->addWidget(m_add);
    m_side->addWidget(m_panel);
    row->addWidget(m_sideBox);

    connect(m_panel, &ConnectionPanel::closeAsked, this, &ConnectionsPage::closeLayer);
    connect(&model, &ConnectionsModel::countsChanged, this, &ConnectionsPage::showCounts);
    connect(&store, &FleetStore::changed, this, [this] {
        if (!m_loading->isHidden())
            showCounts();
    });
    connect(&store, &FleetStore::ticked, m_list->viewport(), qOverload<>(&QWidget::update));
    showCounts();
}

QWidget *ConnectionsPage::buildHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(kMargin, 0, kMargin, 0);
    layout->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    auto *title = new Label(m_themes, {.style = TextStyle::Title, .elide = Qt::ElideNone}, head);
    title->setText(tr("Connections"));
    title->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    row->addWidget(title);
    for (StateCount *&count : m_counts) {
        count = new StateCount(m_themes, head);
        count->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        row->addWidget(count);
    }
    row->addStretch();
    m_sum = new Label(m_themes, {.style = TextStyle::Small, .colour = Colour::Text3}, head);
    auto *first = m_headRow = new QWidget(head);
    first->setFixedHeight(52);
    first->setLayout(row);
    row->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(first);
    layout->addWidget(m_sum);
    layout->addSpacing(8);
    return head;
}

void ConnectionsPage::buildList()
{
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(SortRole);
    m_sorted.setDynamicSortFilter(true);
    m_sorted.sort(0);
    m_list = new QListView(this);
    m_list->setModel(&m_sorted);
    m_delegate = new ConnectionDelegate(m_themes, m_list);
    m_list->setItemDelegate(m_delegate);
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    m_list->setAccessibleName(tr("Connections, worst first"));
    m_list->setStyleSheet(QStringLiteral("QListView { background: transparent; }"));
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ConnectionsPage::showSide);
    connect(&m_sorted, &QAbstractItemModel::rowsRemoved, this, &ConnectionsPage::showSide);
}

QList<QWidget *> ConnectionsPage::regions() const
{
    QList<QWidget *> all{m_list, m_side->currentWidget()};
    all.removeIf([](const QWidget *widget) { return !widget->isVisible(); });
    return all;
}

bool ConnectionsPage::closeLayer()
{
    if (m_side->currentWidget() != m_panel)
        return false;
    m_list->clearSelection();
    m_list->setFocus();
    return true;
}

QString ConnectionsPage::copyText() const
{
    return m_side->currentWidget() == m_panel ? m_panel->copyText() : QString();
}

void ConnectionsPage::select(const EntityId &connection)
{
    const int row = m_model.rowOf(connection);
    if (row < 0)
        return;
    const QModelIndex index = m_sorted.mapFromSource(m_model.index(row));
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void ConnectionsPage::showSide()
{
    const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    if (selected.isEmpty()) {
        m_side->setCurrentWidget(m_add);
        return;
    }
    m_panel->showConnection(m_model.connection(m_sorted.mapToSource(selected.first()).row()).id);
    m_side->setCurrentWidget(m_panel);
}

void ConnectionsPage::showCounts()
{
    for (size_t i = 0; i < kCounted.size(); ++i) {
        const StateLook look = StateText::look(kCounted[i]);
        const int n = m_model.count(kCounted[i]);
        m_counts[i]->setCount({shapeOf(look.symbol), format::number(n), look.text.toLower(), n > 0, false});
        m_counts[i]->setVisible(n > 0);
    }
    const int rows = m_model.rowCount();
    const bool hasSnapshot = m_store.hasSnapshot();
    m_list->setVisible(rows > 0);
    m_empty->setVisible(rows == 0 && hasSnapshot);
    m_loading->setVisible(!hasSnapshot);
    m_sum->setVisible(hasSnapshot);
    QStringList sum{rows == 1 ? tr("1 connection, worst first")
                              : tr("%1 connections, worst first").arg(format::number(rows))};
    if (const int behind = m_model.total() - rows; behind > 0)
        sum << tr("%1 more behind other keepers").arg(format::number(behind));
    if (m_model.requestsPerSecond() > 0)
        sum << tr("%1 requests a second in all").arg(format::decimal(m_model.requestsPerSecond()));
    if (m_model.budgetRequests() > 0)
        sum << tr("budget %1").arg(format::decimal(m_model.budgetRequests()));
    fitCounts();
    m_sum->setText(sum.join(QStringLiteral(" · ")));
}

void ConnectionsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitCards();
    fitCounts();
}

/// Words go, the last first, until all counts fit.
void ConnectionsPage::fitCounts()
{
    const int room = width() - kSideWidth - 2 * kMargin;
    for (StateCount *count : m_counts)
        count->setCompact(false);
    m_headRow->layout()->invalidate();
    for (auto count = m_counts.rbegin(); count != m_counts.rend(); ++count) {
        if (m_headRow->layout()->sizeHint().width() <= room)
            return;
        (*count)->setCompact(true);
        m_headRow->layout()->invalidate();
    }
}

/// As many columns as there is room for; the cards share it.
void ConnectionsPage::fitCards()
{
    const int room = width() - kSideWidth - 2 * (kMargin - ConnectionDelegate::kGap / 2) -
                     m_list->verticalScrollBar()->sizeHint().width();
    const int columns = std::max(1, std::min(3, room / (kLeastCard + ConnectionDelegate::kGap)));
    m_delegate->setWidth(room / columns);
    m_list->doItemsLayout();
}

} // namespace graticule
