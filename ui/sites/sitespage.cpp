// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sites/sitespage.h"

#include "models/format.h"
#include "ui/page/selectionbar.h"
#include "ui/site/sitedrawer.h"
#include "ui/sites/filterrow.h"
#include "ui/sites/sitecolumns.h"
#include "ui/sites/siteexport.h"
#include "ui/sites/sitestable.h"
#include "widgets/basic/button.h"
#include "widgets/basic/label.h"
#include "widgets/basic/undobar.h"
#include "widgets/basic/viewstate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>

namespace graticule {

namespace {

constexpr int kNamesShown = 4;

} // namespace

SitesPage::SitesPage(const ThemeSwitch &themes, FleetStore &store, SitesModel &sites, ConsoleCommands &commands,
                     KeeperFacts &facts, UndoBar &undo, QWidget *parent)
    : Page(parent)
    , m_themes(themes)
    , m_store(store)
    , m_undo(undo)
    , m_model(sites, store)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    m_filters = new FilterRow(themes, m_model, this);
    layout->addWidget(m_filters);
    m_table = new SitesTable(themes, m_model, this);
    layout->addWidget(m_table, 1);
    m_empty = new ViewState(themes, this);
    layout->addWidget(m_empty, 1);
    m_selection = new SelectionBar(
        themes, {QStringLiteral("sites"), tr("Chosen sites"), tr("Space chooses · Enter opens · Left and Right fold")},
        this);
    layout->addWidget(m_selection);
    m_drawer = new SiteDrawer(themes, store, commands, facts, this);
    m_drawer->hide();
    connectParts();
    SiteQuery query;
    query.group = SiteField::Region; // what a person who knows none of the sites can take in
    m_model.setQuery(query);
    showCounts();
}

QWidget *SitesPage::buildHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(52);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(10);
    auto *title = new Label(m_themes, {.style = TextStyle::Title, .elide = Qt::ElideNone}, head);
    title->setText(tr("Sites"));
    m_count = new Label(m_themes, {.colour = Colour::Text2}, head);
    m_count->setObjectName(QStringLiteral("sites.count"));
    m_pending = new Button(m_themes, tr("New data: sort again"), Button::Kind::Quiet, head);
    m_pending->setObjectName(QStringLiteral("sites.pending"));
    m_pending->setIconName(QStringLiteral("refresh-cw"));
    m_pending->hide();
    m_columns = new Button(m_themes, tr("Columns"), Button::Kind::Default, head);
    m_columns->setObjectName(QStringLiteral("sites.columns"));
    m_columns->setIconName(QStringLiteral("layers"));
    m_export = new Button(m_themes, tr("Export …"), Button::Kind::Default, head);
    m_export->setObjectName(QStringLiteral("sites.export"));
    m_export->setIconName(QStringLiteral("download"));
    row->addWidget(title);
    row->addWidget(m_count);
    row->addStretch(1);
    for (Button *button : {m_pending, m_columns, m_export})
        row->addWidget(button);
    return head;
}

void SitesPage::connectParts()
{
    auto *columns = new QMenu(this);
    connect(columns, &QMenu::aboutToShow, this, [this, columns] { fillColumns(*columns); });
    connect(m_columns, &Button::clicked, this,
            [this, columns] { columns->popup(m_columns->mapToGlobal(QPoint(0, m_columns->height()))); });
    connect(m_export, &Button::clicked, this, &SitesPage::exportCsv);
    connect(m_pending, &Button::clicked, this, [this] { m_model.settle(); });
    connect(m_selection, &SelectionBar::copyAsked, this, &SitesPage::copyChosen);
    connect(m_selection, &SelectionBar::exportAsked, this, &SitesPage::exportCsv);
    connect(m_selection, &SelectionBar::clearAsked, this, [this] { m_model.setChosen({}); });
    connect(&m_model, &SiteTableModel::countsChanged, this, &SitesPage::showCounts);
    connect(&m_model, &SiteTableModel::pendingChanged, m_pending, &QWidget::setVisible);
    connect(&m_model, &SiteTableModel::chosenChanged, this, &SitesPage::showSelection);
    connect(m_table, &SitesTable::opened, this, &SitesPage::openSite);
    connect(m_table, &SitesTable::menuAsked, this, &SitesPage::showMenu);
    connect(m_table, &SitesTable::currentSiteChanged, this, [this](const EntityId &site) {
        if (!m_drawer->isHidden() && !site.isEmpty())
            m_drawer->showSite(site);
    });
    connect(m_drawer, &SiteDrawer::closeAsked, this, &SitesPage::closeDrawer);
    connect(m_empty, &ViewState::actionTriggered, m_filters, &FilterRow::clear);
    connect(&m_store, &FleetStore::ticked, m_table->viewport(), qOverload<>(&QWidget::update));
}

QList<QWidget *> SitesPage::regions() const
{
    QList<QWidget *> all{m_filters, m_table, m_selection, m_drawer};
    all.removeIf([](const QWidget *widget) { return !widget->isVisible(); });
    if (all.size() > 1 && all[0] == m_filters)
        all.swapItemsAt(0, 1); // the table is where a person works
    return all;
}

bool SitesPage::closeLayer()
{
    if (!m_drawer->isHidden())
        closeDrawer();
    else if (!m_model.chosen().isEmpty())
        m_model.setChosen({});
    else
        return false;
    return true;
}

bool SitesPage::isSettled() const
{
    return m_drawer->isSettled();
}

void SitesPage::openSite(const EntityId &site)
{
    if (m_model.rowOf(site) >= 0)
        m_table->setCurrentSite(site);
    m_drawer->showSite(site);
    m_drawer->raise();
    m_drawer->show();
    arrange();
    m_drawer->setFocus();
}

void SitesPage::closeDrawer()
{
    m_drawer->hide();
    m_drawer->showSite(EntityId());
    m_table->setFocus();
}

void SitesPage::showOnly(SiteField field, const QString &value)
{
    SiteQuery query = m_model.query();
    query.words.clear();
    query.conditions = {{field, {value}}};
    m_model.setQuery(query);
}

void SitesPage::showCounts()
{
    const int matches = m_model.matches();
    const int total = m_model.total();
    m_count->setText(matches == total ? format::number(total)
                                      : tr("%1 of %2").arg(format::number(matches), format::number(total)));
    m_table->setVisible(matches > 0);
    m_empty->setVisible(matches == 0);
    m_export->setEnabled(matches > 0);
    if (matches > 0)
        return;
    if (total > 0) {
        m_empty->setNotice({QStringLiteral("filter"),
                            {},
                            tr("No site matches"),
                            tr("%1 sites are hidden by the filters.").arg(format::number(total)),
                            tr("Clear filters")});
    } else if (m_store.hasSnapshot()) {
        m_empty->setNotice(
            {QStringLiteral("server"),
             {},
             tr("No site is known"),
             tr("The keeper's connections have told of none. Looked at %1.").arg(format::time(m_store.snapshot()->at)),
             {}});
    } else {
        m_empty->setNotice({QStringLiteral("clock"), {}, tr("Waiting for the first snapshot"), {}, {}});
    }
}

void SitesPage::showSelection()
{
    const QList<EntityId> sites = chosen();
    QStringList names;
    for (const EntityId &id : sites) {
        if (names.size() == kNamesShown) {
            names << QStringLiteral("…");
            break;
        }
        if (const Site *site = m_store.tables().sites.find(id))
            names << site->name;
    }
    m_selection->setChosen(sites.size(), names);
}

/// In the order in which they are seen; those folded or filtered away at the end.
QList<EntityId> SitesPage::chosen() const
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

QList<EntityId> SitesPage::chosenOrAll() const
{
    return m_model.chosen().isEmpty() ? m_model.allInOrder() : chosen();
}

QString SitesPage::copyText() const
{
    if (!m_drawer->isHidden())
        return m_drawer->copyText();
    QList<EntityId> sites = chosen();
    if (sites.isEmpty() && !m_table->currentSite().isEmpty())
        sites << m_table->currentSite();
    return sites.isEmpty() ? QString() : tableText(m_model, m_table->columns().shownFields(), sites, m_store.now());
}

void SitesPage::copyChosen()
{
    QGuiApplication::clipboard()->setText(copyText());
    m_undo.offer(tr("%1 sites copied").arg(format::number(m_model.chosen().size())));
}

void SitesPage::exportCsv()
{
    SiteExport::ask(*this, m_model, m_table->columns().shownFields(), chosenOrAll(), m_store.now(), m_undo);
}

void SitesPage::fillColumns(QMenu &menu)
{
    menu.clear();
    for (int field = 0; field < kSiteFields; ++field) {
        QAction *action = menu.addAction(SiteFields::title(SiteField(field)));
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(field));
        action->setEnabled(field != int(SiteField::Name)); // by which a person finds the row
        connect(action, &QAction::toggled, this,
                [this, field](bool shown) { m_table->setColumnHidden(field, !shown); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("As at the start")), &QAction::triggered, &m_table->columns(), &SiteColumns::reset);
}

void SitesPage::showMenu(const QPoint &global)
{
    const EntityId site = m_table->currentSite();
    if (site.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const QKeySequence &keys, auto slot) {
        QAction *action = menu->addAction(text);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
    };
    add(tr("Open"), Qt::Key_Return, [this, site] { openSite(site); });
    add(m_model.chosen().contains(site) ? tr("Do not choose") : tr("Choose"), Qt::Key_Space,
        [this] { m_table->tickCurrent(); });
    add(tr("Copy"), QKeySequence::Copy, [this] { QGuiApplication::clipboard()->setText(copyText()); });
    menu->addSeparator();
    const Site *facts = m_store.tables().sites.find(site);
    if (facts && !facts->region.isEmpty()) {
        add(tr("Only %1").arg(facts->region), {},
            [this, region = facts->region] { showOnly(SiteField::Region, region); });
    }
    add(tr("Export …"), {}, [this] { exportCsv(); });
    menu->addSeparator();
    add(tr("What the columns mean"), {}, [this] { Q_EMIT figuresAsked(); });
    menu->popup(global);
}

QList<ConsoleAction> SitesPage::actions()
{
    const QString section = tr("Sites");
    const auto noSite = [this] { return m_table->currentSite().isEmpty() ? tr("No site is current") : QString(); };
    QList<ConsoleAction> all;
    const auto add = [&](const char *id, const QString &title, const QList<QKeySequence> &keys, const QString &icon,
                         std::function<void()> run, std::function<QString()> whyNot = {}) {
        ConsoleAction action;
        action.id = QString::fromLatin1(id);
        action.title = title;
        action.section = section;
        action.keys = keys;
        action.run = std::move(run);
        action.whyNot = std::move(whyNot);
        action.scope = this;
        action.icon = icon;
        all << action;
    };
    add("sites.find", tr("Filter the sites"), {Qt::Key_Slash}, QStringLiteral("search"),
        [this] { m_filters->focusWords(); });
    add("sites.clearFilters", tr("Clear all filters"), {}, QStringLiteral("filter"), [this] { m_filters->clear(); });
    add("sites.export", tr("Export the table as CSV"), {Qt::CTRL | Qt::Key_E}, QStringLiteral("download"),
        [this] { exportCsv(); });
    add("sites.columns", tr("Choose columns"), {}, QStringLiteral("layers"), [this] { m_columns->click(); });
    add("sites.open", tr("Open the current site"), {Qt::Key_Return}, QStringLiteral("server"), {}, noSite);
    add("sites.tick", tr("Choose the current site"), {Qt::Key_Space}, QStringLiteral("check"), {}, noSite);
    add("sites.all", tr("Choose all that match"), {QKeySequence::SelectAll}, QStringLiteral("check"), {});
    add("sites.next", tr("Next row"), {Qt::Key_J, Qt::Key_Down}, {}, {});
    add("sites.previous", tr("Previous row"), {Qt::Key_K, Qt::Key_Up}, {}, {});
    add("sites.fold", tr("Fold the group"), {Qt::Key_Left}, {}, {});
    add("sites.unfold", tr("Unfold the group"), {Qt::Key_Right}, {}, {});
    return all;
}

void SitesPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void SitesPage::arrange()
{
    const int drawer = std::min(tokens::size::drawer, width());
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    m_drawer->setGeometry(isMirrored ? 0 : width() - drawer, 0, drawer, height());
}

} // namespace graticule
