// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/regiontable.h"

#include "ui/page/figuretexts.h"
#include "widgets/basic/celldelegate.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

namespace graticule {

namespace {

struct ColumnFit
{
    int column;
    int width;
    int hiddenBelow; ///< width of the table
};

/// The least important columns go first.
constexpr std::array<ColumnFit, 8> kFits{{{RegionsModel::Region, 168, 0},
                                          {RegionsModel::Sites, 62, 0},
                                          {RegionsModel::Median, 78, 820},
                                          {RegionsModel::P95, 78, 0},
                                          {RegionsModel::LinksOverLimit, 84, 740},
                                          {RegionsModel::CpuUsed, 138, 0},
                                          {RegionsModel::MemoryUsed, 138, 900},
                                          {RegionsModel::StorageUsed, 138, 1000}}};
constexpr int kNotHealthyLeast = 150;

} // namespace

RegionTable::RegionTable(const ThemeSwitch &themes, RegionsModel &model, QWidget *parent)
    : QFrame(parent)
    , m_themes(themes)
    , m_model(model)
{
    setProperty("surface", QStringLiteral("panel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *line = new QFrame(this);
    line->setProperty("surface", QStringLiteral("line"));
    line->setFixedHeight(1);
    layout->addWidget(line);
    m_table = new QTableView(this);
    m_table->setModel(&model);
    m_table->setAccessibleName(tr("Regions"));
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *delegate = new CellDelegate(themes, *m_table);
    delegate->setStrongColumn(RegionsModel::Region);
    for (const int column : {RegionsModel::CpuUsed, RegionsModel::MemoryUsed, RegionsModel::StorageUsed})
        delegate->setMeterColumn(column);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setProperty("plain", true);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(RegionsModel::NotHealthy, QHeaderView::Stretch);
    header->setMinimumSectionSize(40);
    FigureTexts::mark(*header, {QStringLiteral("regions.region"), QStringLiteral("regions.sites"),
                                QStringLiteral("regions.nothealthy"), QStringLiteral("regions.median"),
                                QStringLiteral("regions.p95"), QStringLiteral("regions.overlimit"),
                                QStringLiteral("regions.cpu"), QStringLiteral("regions.memory"),
                                QStringLiteral("regions.storage")});
    for (const ColumnFit &fit : kFits)
        header->resizeSection(fit.column, std::max(fit.width, header->sectionSizeHint(fit.column)));
    layout->addWidget(m_table);

    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT opened(m_model.region(index.row()), index.siblingAtColumn(RegionsModel::Region).data().toString());
    });
    connect(&themes, &ThemeSwitch::themeChanged, this, &RegionTable::wantedHeightChanged);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &RegionTable::wantedHeightChanged);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &RegionTable::wantedHeightChanged);
    connect(&model, &QAbstractItemModel::modelReset, this, &RegionTable::wantedHeightChanged);
}

int RegionTable::wantedHeight() const
{
    const int rows = std::max(1, m_model.rowCount());
    return 1 + tokens::size::row + rows * m_themes.theme().rowHeight();
}

QWidget *RegionTable::table() const
{
    return m_table;
}

QString RegionTable::copyText() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? index.data(Qt::AccessibleTextRole).toString() : QString();
}

void RegionTable::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    for (const ColumnFit &fit : kFits)
        m_table->setColumnHidden(fit.column, width() < fit.hiddenBelow);
    m_table->setColumnHidden(RegionsModel::NotHealthy, width() < 400 + kNotHealthyLeast);
}

} // namespace graticule
