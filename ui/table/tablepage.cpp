// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/tablepage.h"

#include "models/format.h"
#include "ui/page/selectionbar.h"
#include "ui/table/filterrow.h"
#include "ui/table/tablecolumns.h"
#include "ui/table/tableexport.h"
#include "ui/table/tableview.h"
#include "widgets/basic/button.h"
#include "widgets/basic/label.h"
#include "widgets/basic/undobar.h"
#include "widgets/basic/viewstate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>

#include <algorithm>

namespace graticule {

namespace {

constexpr int kNamesShown = 4;
constexpr int kHeadGaps = 240; ///< title, margins, and the room between the parts of the head

} // namespace

TablePage::TablePage(const ThemeSwitch &themes, FleetStore &store, std::unique_ptr<TableModel> model, TableWords words,
                     UndoBar &undo, QWidget *parent)
    : Page(parent)
    , m_themes(themes)
    , m_store(store)
    , m_undo(undo)
    , m_model(std::move(model))
    , m_words(std::move(words))
{
    setObjectName(m_words.page + QStringLiteral(".page"));
}

void TablePage::build(TableView *table, QWidget *drawer)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    m_filters = new FilterRow(m_themes, *m_model, m_words, this);
    layout->addWidget(m_filters);
    m_table = table;
    m_table->setAccessibleName(m_words.title);
    layout->addWidget(m_table, 1);
    m_empty = new ViewState(m_themes, this);
    layout->addWidget(m_empty, 1);
    m_selection = new SelectionBar(
        m_themes, {m_words.page, m_words.chosen, tr("Space chooses · Enter opens · Left and Right fold")}, this);
    layout->addWidget(m_selection);
    m_drawer = drawer;
    m_drawer->hide();
    connectParts();
    showCounts();
}

QWidget *TablePage::buildHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(52);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(10);
    auto *title = new Label(m_themes, {.style = TextStyle::Title, .elide = Qt::ElideNone}, head);
    title->setText(m_words.title);
    m_count = new Label(m_themes, {.colour = Colour::Text2, .elide = Qt::ElideNone}, head);
    m_count->setObjectName(m_words.page + QStringLiteral(".count"));
    m_hint = new Label(m_themes, {.style = TextStyle::Small, .colour = Colour::Text3}, head);
    m_hint->setObjectName(m_words.page + QStringLiteral(".hint"));
    m_hint->setText(tr("A name or Enter opens details · right-click a column head for what it is"));
    const auto add = [&](const QString &text, Button::Kind kind, const QString &id, const QString &icon) {
        auto *button = new Button(m_themes, text, kind, head);
        button->setObjectName(m_words.page + id);
        button->setIconName(icon);
        return button;
    };
    m_pending =
        add(tr("New data: sort again"), Button::Kind::Quiet, QStringLiteral(".pending"), QStringLiteral("refresh-cw"));
    m_pending->hide();
    m_columns = add(tr("Columns"), Button::Kind::Default, QStringLiteral(".columns"), QStringLiteral("layers"));
    m_export = add(tr("Export …"), Button::Kind::Default, QStringLiteral(".export"), QStringLiteral("download"));
    row->addWidget(title);
    row->addWidget(m_count);
    row->addSpacing(8);
    row->addWidget(m_hint);
    row->addStretch(1);
    for (Button *button : {m_pending, m_columns, m_export})
        row->addWidget(button);
    return head;
}

void TablePage::connectParts()
{
    auto *columns = new QMenu(this);
    connect(columns, &QMenu::aboutToShow, this, [this, columns] { fillColumns(*columns); });
    connect(m_columns, &Button::clicked, this,
            [this, columns] { columns->popup(m_columns->mapToGlobal(QPoint(0, m_columns->height()))); });
    connect(m_export, &Button::clicked, this, &TablePage::exportCsv);
    connect(m_pending, &Button::clicked, this, [this] { m_model->settle(); });
    connect(m_selection, &SelectionBar::copyAsked, this, &TablePage::copyChosen);
    connect(m_selection, &SelectionBar::exportAsked, this, &TablePage::exportCsv);
    connect(m_selection, &SelectionBar::clearAsked, this, [this] { m_model->setChosen({}); });
    connect(m_model.get(), &TableModel::countsChanged, this, &TablePage::showCounts);
    connect(m_model.get(), &TableModel::pendingChanged, m_pending, &QWidget::setVisible);
    connect(m_model.get(), &TableModel::chosenChanged, this, &TablePage::showSelection);
    connect(m_table, &TableView::opened, this, &TablePage::open);
    connect(m_table, &TableView::menuAsked, this, &TablePage::showMenu);
    connect(m_table, &TableView::currentEntityChanged, this, [this](const EntityId &id) {
        if (!m_drawer->isHidden() && !id.isEmpty())
            showInDrawer(id);
    });
    connect(m_empty, &ViewState::actionTriggered, m_filters, &FilterRow::clear);
    connect(&m_store, &FleetStore::ticked, m_table->viewport(), qOverload<>(&QWidget::update));
    // A person asked for another moment: it is shown whole and at once.
    connect(&m_store, &FleetStore::modeChanged, this, &TablePage::settle);
    connect(&m_store, &FleetStore::ticked, this, [this] {
        if (m_store.isPast())
            settle();
    });
    connect(&m_store, &FleetStore::changed, this, [this] {
        if (m_model->total() == 0) // the first snapshot may have come, with nothing of this kind
            showCounts();
    });
}

void TablePage::settle()
{
    if (isVisible())
        m_model->settle();
}

QList<QWidget *> TablePage::regions() const
{
    QList<QWidget *> all{m_table, m_filters, m_selection, m_drawer}; // the table is where a person works
    all.removeIf([](const QWidget *widget) { return widget->isHidden(); });
    return all;
}

bool TablePage::closeLayer()
{
    if (!m_drawer->isHidden())
        closeDrawer();
    else if (!m_model->chosen().isEmpty())
        m_model->setChosen({});
    else
        return false;
    return true;
}

void TablePage::open(const EntityId &id)
{
    wake();
    m_wanted = id;
    showInDrawer(id);
    m_drawer->raise();
    m_drawer->show();
    arrange();
    showCounts();
    m_drawer->setFocus();
}

void TablePage::closeDrawer()
{
    m_wanted = {};
    m_drawer->hide();
    showInDrawer(EntityId());
    m_table->setFocus();
}

void TablePage::showOnly(const QString &word, const QString &value)
{
    const int column = m_model->columnOf(word);
    if (column < 0)
        return;
    m_filters->clear();
    TableQuery query = m_model->tableQuery();
    query.conditions = {{column, {value}}};
    m_model->setTableQuery(query);
}

QString TablePage::countText(int matches, int total, int twice)
{
    const QString count =
        matches == total ? format::number(total) : tr("%1 of %2").arg(format::number(matches), format::number(total));
    return twice == 0 ? count : tr("%1 · %2 seen twice").arg(count, format::number(twice));
}

void TablePage::showCounts()
{
    const int matches = m_model->matches();
    const int total = m_model->total();
    if (!m_model->isRead() || !m_store.hasSnapshot())
        m_count->setText({}); // not known yet, which is not 0
    else
        m_count->setText(countText(matches, total, m_model->seenTwice()));
    if (m_model->rowOf(m_wanted) >= 0)
        m_table->setCurrent(std::exchange(m_wanted, {}));
    // While it is being read, an empty table keeps the focus.
    const bool isEmpty = matches == 0 && (m_model->isRead() || !m_store.hasSnapshot());
    m_table->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_export->setEnabled(matches > 0);
    if (isEmpty)
        showNothing();
}

void TablePage::showNothing()
{
    const int total = m_model->total();
    if (total > 0) {
        m_empty->setNotice(
            {QStringLiteral("filter"), {}, m_words.noneMatches, m_words.hidden(total), tr("Clear filters")});
    } else if (m_store.hasSnapshot()) {
        m_empty->setNotice(
            {m_words.icon,
             {},
             m_words.noneKnown,
             tr("The keeper's connections have told of none. Looked at %1.").arg(format::time(m_store.snapshot()->at)),
             {}});
    } else {
        m_empty->setNotice({QStringLiteral("clock"), {}, tr("Waiting for the first snapshot"), {}, {}});
    }
}

void TablePage::showSelection()
{
    const QList<EntityId> ids = chosen();
    QStringList names;
    for (const EntityId &id : ids) {
        if (names.size() == kNamesShown) {
            names << QStringLiteral("…");
            break;
        }
        names << m_model->nameOf(id);
    }
    m_selection->setChosen(ids.size(), names);
}

/// In the order in which they are seen; those folded or filtered away at the end.
QList<EntityId> TablePage::chosen() const
{
    std::vector<std::pair<int, EntityId>> order;
    for (const EntityId &id : m_model->chosen()) {
        const int row = m_model->rowOf(id);
        order.emplace_back(row < 0 ? m_model->rowCount() : row, id);
    }
    std::sort(order.begin(), order.end());
    QList<EntityId> result;
    for (const auto &[row, id] : order)
        result << id;
    return result;
}

QString TablePage::copyText() const
{
    if (!m_drawer->isHidden())
        return drawerText();
    QList<EntityId> ids = chosen();
    if (ids.isEmpty() && !m_table->current().isEmpty())
        ids << m_table->current();
    return ids.isEmpty() ? QString() : TableExport::text(*m_model, m_table->columns().shown(), ids, m_store.now());
}

void TablePage::copyChosen()
{
    QGuiApplication::clipboard()->setText(
        TableExport::text(*m_model, m_table->columns().shown(), chosen(), m_store.now()));
    m_undo.offer(m_words.copied(int(m_model->chosen().size())));
}

void TablePage::exportCsv()
{
    TableExport::ask(*this, *m_model, m_words, m_table->columns().shown(),
                     m_model->chosen().isEmpty() ? m_model->allInOrder() : chosen(), m_store.now(), m_undo);
}

void TablePage::fillColumns(QMenu &menu)
{
    menu.clear();
    for (int column = 0; column < m_model->tickColumn(); ++column) {
        QAction *action = menu.addAction(m_model->column(column).title);
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(column));
        action->setEnabled(column != TableModel::kNameColumn); // by which a person finds the row
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { m_table->setColumnHidden(column, !shown); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("As at the start")), &QAction::triggered, &m_table->columns(), &TableColumns::reset);
}

void TablePage::extendMenu(QMenu &, const EntityId &) {}

void TablePage::showMenu(const QPoint &global)
{
    const EntityId id = m_table->current();
    if (id.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const QKeySequence &keys, auto slot) {
        QAction *action = menu->addAction(text);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
    };
    add(tr("Open"), Qt::Key_Return, [this, id] { open(id); });
    add(m_model->chosen().contains(id) ? tr("Do not choose") : tr("Choose"), Qt::Key_Space,
        [this] { m_table->tickCurrent(); });
    add(tr("Copy"), QKeySequence::Copy, [this] { QGuiApplication::clipboard()->setText(copyText()); });
    menu->addSeparator();
    extendMenu(*menu, id);
    add(tr("Export …"), {}, [this] { exportCsv(); });
    menu->addSeparator();
    add(tr("What the columns mean"), {}, [this] { Q_EMIT figuresAsked(); });
    menu->popup(global);
}

QList<ConsoleAction> TablePage::actions()
{
    const auto noCurrent = [this] { return m_table->current().isEmpty() ? m_words.noneCurrent : QString(); };
    QList<ConsoleAction> all;
    const auto add = [&](const char *id, const QString &title, const QList<QKeySequence> &keys, const QString &icon,
                         std::function<void()> run, std::function<QString()> whyNot = {}) {
        ConsoleAction action;
        action.id = m_words.page + QLatin1Char('.') + QString::fromLatin1(id);
        action.title = title;
        action.section = m_words.title;
        action.keys = keys;
        action.run = std::move(run);
        action.whyNot = std::move(whyNot);
        action.scope = this;
        action.icon = icon;
        all << action;
    };
    add("find", m_words.filterName, {Qt::Key_Slash}, QStringLiteral("search"), [this] { m_filters->focusWords(); });
    add("clearFilters", tr("Clear all filters"), {}, QStringLiteral("filter"), [this] { m_filters->clear(); });
    add("exportTable", tr("Export the table as CSV"), {Qt::CTRL | Qt::Key_E}, QStringLiteral("download"),
        [this] { exportCsv(); });
    add("chooseColumns", tr("Choose columns"), {}, QStringLiteral("layers"), [this] { m_columns->click(); });
    add("open", m_words.openCurrent, {Qt::Key_Return}, m_words.icon, {}, noCurrent);
    add("tick", m_words.tickCurrent, {Qt::Key_Space}, QStringLiteral("check"), {}, noCurrent);
    add("all", tr("Choose all that match"), {QKeySequence::SelectAll}, QStringLiteral("check"), {});
    add("next", tr("Next row"), {Qt::Key_J, Qt::Key_Down}, {}, {});
    add("previous", tr("Previous row"), {Qt::Key_K, Qt::Key_Up}, {}, {});
    add("fold", tr("Fold the group"), {Qt::Key_Left}, {}, {});
    add("unfold", tr("Unfold the group"), {Qt::Key_Right}, {}, {});
    return all;
}

void TablePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void TablePage::arrange()
{
    const int wide = std::min(tokens::size::drawer, width());
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    m_drawer->setGeometry(isMirrored ? 0 : width() - wide, 0, wide, height());
    // A hint that is cut helps nobody.
    int needed = kHeadGaps + m_hint->sizeHint().width();
    for (const QWidget *part : std::initializer_list<const QWidget *>{m_count, m_pending, m_columns, m_export})
        needed += part->sizeHint().width();
    m_hint->setVisible(needed <= width());
}

} // namespace graticule
