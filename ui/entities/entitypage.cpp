// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/entitypage.h"

#include "models/format.h"
#include "ui/entities/entitydrawer.h"
#include "ui/entities/entityexport.h"
#include "ui/entities/entityfilters.h"
#include "ui/entities/entitytable.h"
#include "ui/page/selectionbar.h"
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

} // namespace

EntityPage::EntityPage(EntityKind kind, const ThemeSwitch &themes, FleetStore &store, UndoBar &undo, QWidget *parent)
    : Page(parent)
    , m_words(EntityWords::of(kind))
    , m_themes(themes)
    , m_store(store)
    , m_undo(undo)
    , m_model(kind, store)
{
    setObjectName(m_words.page + QStringLiteral(".page"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    m_filters = new EntityFilters(themes, m_model, m_words, this);
    layout->addWidget(m_filters);
    m_table = new EntityTable(themes, m_model, this);
    m_table->setObjectName(m_words.page + QStringLiteral(".table"));
    m_table->setAccessibleName(m_words.title);
    layout->addWidget(m_table, 1);
    m_empty = new ViewState(themes, this);
    layout->addWidget(m_empty, 1);
    m_selection = new SelectionBar(themes, {m_words.page, m_words.chosen, tr("Space chooses · Enter opens")}, this);
    layout->addWidget(m_selection);
    m_drawer = new EntityDrawer(kind, themes, store, this);
    m_drawer->hide();
    connectParts();
    showCounts();
}

QWidget *EntityPage::buildHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(52);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(10);
    auto *title = new Label(m_themes, {.style = TextStyle::Title, .elide = Qt::ElideNone}, head);
    title->setText(m_words.title);
    m_count = new Label(m_themes, {.colour = Colour::Text2}, head);
    m_count->setObjectName(m_words.page + QStringLiteral(".count"));
    m_pending = new Button(m_themes, tr("New data: sort again"), Button::Kind::Quiet, head);
    m_pending->setObjectName(m_words.page + QStringLiteral(".pending"));
    m_pending->setIconName(QStringLiteral("refresh-cw"));
    m_pending->hide();
    m_columns = new Button(m_themes, tr("Columns"), Button::Kind::Default, head);
    m_columns->setObjectName(m_words.page + QStringLiteral(".columns"));
    m_columns->setIconName(QStringLiteral("layers"));
    m_export = new Button(m_themes, tr("Export …"), Button::Kind::Default, head);
    m_export->setObjectName(m_words.page + QStringLiteral(".export"));
    m_export->setIconName(QStringLiteral("download"));
    row->addWidget(title);
    row->addWidget(m_count);
    row->addStretch(1);
    for (Button *button : {m_pending, m_columns, m_export})
        row->addWidget(button);
    return head;
}

void EntityPage::connectParts()
{
    auto *columns = new QMenu(this);
    connect(columns, &QMenu::aboutToShow, this, [this, columns] { fillColumns(*columns); });
    connect(m_columns, &Button::clicked, this,
            [this, columns] { columns->popup(m_columns->mapToGlobal(QPoint(0, m_columns->height()))); });
    connect(m_export, &Button::clicked, this, &EntityPage::exportCsv);
    connect(m_pending, &Button::clicked, this, [this] { m_model.settle(); });
    connect(m_selection, &SelectionBar::copyAsked, this, &EntityPage::copyChosen);
    connect(m_selection, &SelectionBar::exportAsked, this, &EntityPage::exportCsv);
    connect(m_selection, &SelectionBar::clearAsked, this, [this] { m_model.setChosen({}); });
    connect(&m_model, &EntityTableModel::countsChanged, this, &EntityPage::showCounts);
    connect(&m_model, &EntityTableModel::pendingChanged, m_pending, &QWidget::setVisible);
    connect(&m_model, &EntityTableModel::chosenChanged, this, &EntityPage::showSelection);
    connect(m_table, &EntityTable::opened, this, &EntityPage::open);
    connect(m_table, &EntityTable::menuAsked, this, &EntityPage::showMenu);
    connect(m_table, &EntityTable::currentEntityChanged, this, [this](const EntityId &id) {
        if (!m_drawer->isHidden() && !id.isEmpty())
            m_drawer->showEntity(id);
    });
    connect(m_drawer, &EntityDrawer::closeAsked, this, &EntityPage::closeDrawer);
    connect(m_drawer, &EntityDrawer::siteAsked, this, &EntityPage::siteAsked);
    connect(m_drawer, &EntityDrawer::entityAsked, this, &EntityPage::entityAsked);
    connect(m_empty, &ViewState::actionTriggered, m_filters, &EntityFilters::clear);
    connect(&m_store, &FleetStore::ticked, m_table->viewport(), qOverload<>(&QWidget::update));
    connect(&m_store, &FleetStore::changed, this, [this] {
        if (m_model.total() == 0) // the first snapshot may have come, with nothing of this kind
            showCounts();
    });
}

void EntityPage::wake()
{
    m_model.wake();
}

QList<QWidget *> EntityPage::regions() const
{
    QList<QWidget *> all{m_table, m_filters, m_selection, m_drawer}; // the table is where a person works
    all.removeIf([](const QWidget *widget) { return widget->isHidden(); });
    return all;
}

bool EntityPage::closeLayer()
{
    if (!m_drawer->isHidden())
        closeDrawer();
    else if (!m_model.chosen().isEmpty())
        m_model.setChosen({});
    else
        return false;
    return true;
}

bool EntityPage::isSettled() const
{
    return m_model.isRead() && m_drawer->isSettled();
}

void EntityPage::open(const EntityId &id)
{
    wake();
    m_wanted = id;
    m_drawer->showEntity(id);
    m_drawer->raise();
    m_drawer->show();
    arrange();
    showCounts();
    m_drawer->setFocus();
}

void EntityPage::closeDrawer()
{
    m_wanted = {};
    m_drawer->hide();
    m_drawer->showEntity(EntityId());
    m_table->setFocus();
}

void EntityPage::showOnly(const QString &word, const QString &value)
{
    const int field = EntityFields::indexOf(m_model.fields(), word);
    if (field < 0)
        return;
    m_filters->clear();
    EntityQuery query = m_model.query();
    query.conditions = {{field, {value}}};
    m_model.setQuery(query);
}

void EntityPage::showCounts()
{
    const int matches = m_model.matches();
    const int total = m_model.total();
    if (!m_model.isRead() || !m_store.hasSnapshot())
        m_count->setText({}); // not known yet, which is not 0
    else
        m_count->setText(matches == total ? format::number(total)
                                          : tr("%1 of %2").arg(format::number(matches), format::number(total)));
    if (m_model.rowOf(m_wanted) >= 0)
        m_table->setCurrent(std::exchange(m_wanted, {}));
    // While it is being read, an empty table keeps the focus.
    const bool isEmpty = matches == 0 && (m_model.isRead() || !m_store.hasSnapshot());
    m_table->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_export->setEnabled(matches > 0);
    if (!isEmpty)
        return;
    if (total > 0) {
        m_empty->setNotice({QStringLiteral("filter"),
                            {},
                            m_words.noneMatches,
                            EntityWords::hidden(m_model.kind(), total),
                            tr("Clear filters")});
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

void EntityPage::showSelection()
{
    const QList<EntityId> ids = chosen();
    QStringList names;
    for (const EntityId &id : ids) {
        if (names.size() == kNamesShown) {
            names << QStringLiteral("…");
            break;
        }
        names << m_model.nameOf(id);
    }
    m_selection->setChosen(ids.size(), names);
}

/// In the order in which they are seen; those filtered away at the end.
QList<EntityId> EntityPage::chosen() const
{
    std::vector<std::pair<int, EntityId>> order;
    for (const EntityId &id : m_model.chosen()) {
        const int row = m_model.rowOf(id);
        order.emplace_back(row < 0 ? m_model.rowCount() : row, id);
    }
    std::sort(order.begin(), order.end());
    QList<EntityId> result;
    for (const auto &[row, id] : order)
        result << id;
    return result;
}

QString EntityPage::copyText() const
{
    if (!m_drawer->isHidden())
        return m_drawer->copyText();
    QList<EntityId> ids = chosen();
    if (ids.isEmpty() && !m_table->current().isEmpty())
        ids << m_table->current();
    return ids.isEmpty() ? QString() : EntityExport::text(m_model, m_table->shownFields(), ids, m_store.now());
}

void EntityPage::copyChosen()
{
    QGuiApplication::clipboard()->setText(EntityExport::text(m_model, m_table->shownFields(), chosen(), m_store.now()));
    m_undo.offer(EntityWords::copied(m_model.kind(), int(m_model.chosen().size())));
}

void EntityPage::exportCsv()
{
    EntityExport::ask(*this, m_model, m_table->shownFields(),
                      m_model.chosen().isEmpty() ? m_model.allInOrder() : chosen(), m_store.now(), m_undo);
}

void EntityPage::fillColumns(QMenu &menu)
{
    menu.clear();
    for (int field = 0; field < m_model.tickColumn(); ++field) {
        const EntityField &what = m_model.fields()[size_t(field)];
        QAction *action = menu.addAction(what.title);
        action->setCheckable(true);
        action->setChecked(m_table->isColumnShown(field));
        action->setEnabled(what.type != EntityField::Type::Name); // by which a person finds the row
        connect(action, &QAction::toggled, this,
                [this, field](bool shown) { m_table->setColumnHidden(field, !shown); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("As at the start")), &QAction::triggered, m_table, &EntityTable::resetColumns);
}

void EntityPage::showMenu(const QPoint &global)
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
    add(m_model.chosen().contains(id) ? tr("Do not choose") : tr("Choose"), Qt::Key_Space,
        [this] { m_table->tickCurrent(); });
    add(tr("Copy"), QKeySequence::Copy, [this] { QGuiApplication::clipboard()->setText(copyText()); });
    menu->addSeparator();
    add(tr("Export …"), {}, [this] { exportCsv(); });
    menu->popup(global);
}

QList<ConsoleAction> EntityPage::actions()
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
    return all;
}

void EntityPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void EntityPage::arrange()
{
    const int drawer = std::min(tokens::size::drawer, width());
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    m_drawer->setGeometry(isMirrored ? 0 : width() - drawer, 0, drawer, height());
}

} // namespace graticule
