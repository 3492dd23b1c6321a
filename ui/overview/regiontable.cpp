// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/regiontable.h"

#include "ui/overview/regiondelegate.h"
#include "ui/page/figuretexts.h"
#include "widgets/basic/hairline.h"

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

constexpr int kNotHealthy = 168;
constexpr int kInset = tokens::space::s;

/// The least important columns go first.
constexpr std::array<ColumnFit, 10> kFits{{{RegionsModel::Region, 148, 0},
                                           {RegionsModel::Sites, 62, 0},
                                           {RegionsModel::NotHealthy, kNotHealthy, 550},
                                           {RegionsModel::Median, 78, 1200},
                                           {RegionsModel::P95, 78, 0},
                                           {RegionsModel::Change, 62, 620},
                                           {RegionsModel::LinksOverLimit, 84, 1000},
                                           {RegionsModel::CpuUsed, 138, 0},
                                           {RegionsModel::MemoryUsed, 138, 1300},
                                           {RegionsModel::StorageUsed, 138, 1450}}};
constexpr int kLeastForLanes = 800;

} // namespace

RegionTable::RegionTable(const ThemeSwitch &themes, FleetStore &store, RegionsModel &model, SampleCalls &calls,
                         QWidget *parent)
    : QFrame(parent)
    , m_themes(themes)
    , m_model(model)
    , m_trails(store, calls, GroupTrails::regions)
    , m_changes(store, calls)
{
    setProperty("surface", QStringLiteral("panel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Hairline(this));
    m_table = new QTableView(this);
    m_table->setModel(&model);
    m_table->setAccessibleName(tr("Regions"));
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *delegate = new RegionDelegate(themes, *m_table, model, m_trails);
    delegate->setStrongColumn(RegionsModel::Region);
    for (const int column : {RegionsModel::CpuUsed, RegionsModel::MemoryUsed, RegionsModel::StorageUsed})
        delegate->setMeterColumn(column);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setProperty("plain", true);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(RegionsModel::States, QHeaderView::Stretch);
    header->setMinimumSectionSize(40);
    FigureTexts::mark(*header, {QStringLiteral("regions.region"), QStringLiteral("regions.sites"),
                                QStringLiteral("regions.nothealthy"), QStringLiteral("regions.states"),
                                QStringLiteral("regions.median"), QStringLiteral("regions.p95"),
                                QStringLiteral("regions.change"), QStringLiteral("regions.overlimit"),
                                QStringLiteral("regions.cpu"), QStringLiteral("regions.memory"),
                                QStringLiteral("regions.storage")});
    for (const ColumnFit &fit : kFits)
        header->resizeSection(fit.column, std::max(fit.width, header->sectionSizeHint(fit.column)));
    auto *inset = new QHBoxLayout; // what the first column says stands below what the figures above it say
    inset->setContentsMargins(kInset, 0, kInset, 0);
    inset->addWidget(m_table);
    layout->addLayout(inset);

    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT opened(m_model.region(index.row()), index.siblingAtColumn(RegionsModel::Region).data().toString());
    });
    connect(&themes, &ThemeSwitch::themeChanged, this, &RegionTable::wantedHeightChanged);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &RegionTable::wantedHeightChanged);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &RegionTable::wantedHeightChanged);
    connect(&model, &QAbstractItemModel::modelReset, this, &RegionTable::wantedHeightChanged);
    model.setStateWords([this](const QString &region) { return m_trails.words(region); });
    // By a connection, since the window may take the model away first.
    connect(this, &QObject::destroyed, &model, [words = &model] { words->setStateWords({}); });
    connect(&m_trails, &GroupTrails::changed, &model, &RegionsModel::tellStates);
    connect(&m_changes, &RegionChanges::changed, &model, [this] { m_model.setChanges(m_changes.all()); });
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
    // Without lanes the counts have the room that is left.
    const bool hasLanes = width() >= kLeastForLanes;
    m_table->setColumnHidden(RegionsModel::States, !hasLanes);
    m_table->horizontalHeader()->setSectionResizeMode(RegionsModel::NotHealthy,
                                                      hasLanes ? QHeaderView::Fixed : QHeaderView::Stretch);
    if (hasLanes) // as wide as before it was stretched
        m_table->horizontalHeader()->resizeSection(RegionsModel::NotHealthy, kNotHealthy);
}

void RegionTable::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    setAwake(true);
}

void RegionTable::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    setAwake(false);
}

void RegionTable::setAwake(bool isAwake)
{
    m_trails.setAwake(isAwake);
    m_changes.setAwake(isAwake);
}

} // namespace graticule
