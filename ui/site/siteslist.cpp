// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/site/siteslist.h"

#include "models/format.h"
#include "models/modelroles.h"
#include "widgets/basic/button.h"
#include "widgets/basic/celldelegate.h"
#include "widgets/basic/label.h"
#include "widgets/basic/viewstate.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace graticule {

SitesList::SitesList(const ThemeSwitch &themes, FleetStore &store, SitesModel &sites, QWidget *parent)
    : SidePanel(themes, true, parent)
    , m_themes(themes)
    , m_filter(sites)
{
    setAccessibleName(tr("List of sites"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(8);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(20, 0, 20, 0);
    m_title = new Label(themes, {.style = TextStyle::Title}, this);
    auto *close = new Button(themes, {}, Button::Kind::Quiet, this);
    close->setIconName(QStringLiteral("x"));
    close->setKeyHint(Qt::Key_Escape);
    close->setAccessibleName(tr("Close"));
    head->addWidget(m_title, 1);
    head->addWidget(close);
    layout->addLayout(head);

    m_words = new QLineEdit(this);
    m_words->setPlaceholderText(tr("Filter by name, place, state or reason  ( / )"));
    m_words->setAccessibleName(tr("Filter the sites"));
    m_words->setClearButtonEnabled(true);
    auto *filterRow = new QHBoxLayout;
    filterRow->setContentsMargins(20, 0, 20, 0);
    filterRow->addWidget(m_words);
    layout->addLayout(filterRow);

    buildTable();
    layout->addWidget(m_table, 1);
    m_empty = new ViewState(themes, this);
    m_empty->setNotice({QStringLiteral("filter"), {}, tr("No site matches"), tr("Other words may find one."), {}});
    layout->addWidget(m_empty, 1);
    m_count = new Label(themes, {.style = TextStyle::Small, .colour = Colour::Text3}, this);
    m_count->setContentsMargins(0, 0, 0, 0);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(20, 0, 20, 10);
    foot->addWidget(m_count);
    layout->addLayout(foot);

    connect(close, &Button::clicked, this, &SitesList::closeAsked);
    connect(m_words, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filter.setWords(words);
        showCount();
    });
    connect(m_words, &QLineEdit::returnPressed, this, [this] { // opens the one that was looked for
        const int row = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : 0;
        if (const EntityId site = m_filter.idAt(row); !site.isEmpty())
            Q_EMIT opened(site);
    });
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &SitesList::showCount);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &SitesList::showCount);
    connect(&store, &FleetStore::ticked, m_table->viewport(), qOverload<>(&QWidget::update));
}

void SitesList::buildTable()
{
    m_table = new QTableView(this);
    m_table->setModel(&m_filter);
    m_table->setAccessibleName(tr("Sites, worst first"));
    auto *delegate = new CellDelegate(m_themes, *m_table);
    delegate->setStrongColumn(SitesModel::Name);
    m_table->setColumnHidden(SitesModel::Region, true);
    m_table->setTabKeyNavigation(false);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(SitesModel::ReasonText, QHeaderView::Stretch);
    header->setHighlightSections(false);
    header->setProperty("plain", true);
    header->resizeSection(SitesModel::State, 124);
    header->resizeSection(SitesModel::Name, 104);
    header->resizeSection(SitesModel::PlaceText, 130);
    header->resizeSection(SitesModel::Seen, 64);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT opened(m_filter.idAt(index.row())); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            Q_EMIT selected(m_filter.idAt(index.row()));
    });
}

void SitesList::showAll()
{
    m_filter.showAll();
    start(tr("All sites"));
}

void SitesList::showRegion(const QString &region, const QString &title)
{
    m_filter.showRegion(region);
    start(title);
}

void SitesList::showSites(const QList<EntityId> &sites, const QString &title)
{
    m_filter.showSites(sites);
    start(title);
}

void SitesList::start(const QString &title)
{
    m_title->setText(title);
    m_words->clear();
    showCount();
    m_table->scrollToTop();
    m_table->setFocus();
}

void SitesList::hideEvent(QHideEvent *event)
{
    SidePanel::hideEvent(event);
    if (isHidden()) // not merely its page
        m_filter.rest();
}

void SitesList::focusFilter()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void SitesList::showCount()
{
    const int shown = m_filter.rowCount();
    const int all = m_filter.inScope();
    m_table->setVisible(shown > 0);
    m_empty->setVisible(shown == 0);
    m_count->setText(shown == all ? tr("%1 sites, worst first").arg(format::number(all))
                                  : tr("%1 of %2 sites, %3 hidden by the filter")
                                        .arg(format::number(shown), format::number(all), format::number(all - shown)));
}

QString SitesList::copyText() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? index.data(Qt::AccessibleTextRole).toString() : QString();
}

} // namespace graticule
