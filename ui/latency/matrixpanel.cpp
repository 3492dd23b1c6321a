// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/matrixpanel.h"

#include "models/format.h"
#include "models/sayingtext.h"
#include "ui/page/figuretexts.h"
#include "ui/page/filesave.h"
#include "widgets/basic/button.h"
#include "widgets/basic/hairline.h"
#include "widgets/basic/label.h"
#include "widgets/basic/segmentedcontrol.h"
#include "widgets/basic/viewstate.h"
#include "widgets/heatmap/heatlegend.h"
#include "widgets/heatmap/heatmap.h"

#include <QScopedValueRollback>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace graticule {
namespace {

constexpr int kSide = 16;

} // namespace

MatrixPanel::MatrixPanel(const ThemeSwitch &themes, FleetStore &store, LatencyWindows &windows, UndoBar &said,
                         QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_store(store)
    , m_windows(windows)
    , m_said(said)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildTools();
    layout->addWidget(m_tools);
    auto *body = new QWidget;
    m_stack = new QStackedLayout(body);
    m_stack->setContentsMargins(kSide, 0, 8, 0);
    m_map = new HeatMap(themes);
    m_map->setObjectName(QStringLiteral("latency.matrix"));
    m_map->setAccessibleName(tr("Round trips between sites"));
    m_map->setDescription([this](int row, int column) { return LatencyCells::describe(*m_plan, row, column, view()); });
    FigureTexts::mark(*m_map, {QStringLiteral("latency.matrix")});
    m_notice = new ViewState(themes);
    m_stack->addWidget(m_map);
    m_stack->addWidget(m_notice);
    layout->addWidget(body, 1);
    layout->addWidget(new Hairline);
    buildFoot();
    layout->addWidget(m_foot);

    connect(m_map, &HeatMap::currentChanged, this, [this] { Q_EMIT chosen(!m_isOurs); });
    connect(m_map, &HeatMap::activated, this, [this] { Q_EMIT activated(); });
    connect(&windows, &LatencyWindows::changed, this, &MatrixPanel::showFigures);
    connect(&store, &FleetStore::changed, this, [this](const FleetChange &) { m_isPlanDue = true; });
    connect(&store, &FleetStore::ticked, this, &MatrixPanel::planIfDue);
    connect(&store, &FleetStore::linkChanged, this, [this](const KeeperLink &link) {
        if (link.state == KeeperLink::State::Unknown) // another fleet
            m_loader.forget();
    });
    connect(&m_loader, &MatrixLoader::answered, this, &MatrixPanel::take);
}

void MatrixPanel::buildFoot()
{
    m_foot = new QWidget;
    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(kSide, 6, kSide, 6);
    row->setSpacing(12);
    m_legend = new HeatLegend(m_themes);
    m_legend->setScale(LatencyCells::scaleOf(m_mode));
    m_count = new Label(m_themes, {.style = TextStyle::Small, .colour = Colour::Text2});
    m_count->setObjectName(QStringLiteral("latency.measured"));
    m_export = new Button(m_themes, tr("Export…"), Button::Kind::Default);
    m_export->setIconName(QStringLiteral("download"));
    row->addWidget(m_legend, 1);
    row->addWidget(m_count);
    row->addWidget(m_export);
    connect(m_export, &Button::clicked, this, &MatrixPanel::exportCsv);
}

LatencyCells::View MatrixPanel::view() const
{
    return {m_store.tables(), m_windows.all(), m_windows.isOld(), m_mode, m_store.now()};
}

void MatrixPanel::setMode(LatencyMode mode)
{
    m_mode = mode;
    m_modes->setCurrent(int(mode));
    const HeatScale scale = LatencyCells::scaleOf(mode);
    m_map->setScale(scale);
    m_legend->setScale(scale);
    showFigures();
}

void MatrixPanel::setAwake(bool isAwake)
{
    m_isAwake = isAwake;
    m_windows.setAwake(isAwake);
    if (isAwake && m_isPlanDue)
        makePlan();
}

/// Once a second at most, and rows do not move under the pointer; in the past they only move with the moment.
void MatrixPanel::planIfDue()
{
    if (!m_isAwake)
        return;
    const bool isPointedAt = m_map->isVisible() && m_map->underMouse() && m_plan->count() > 0;
    if (!m_isPlanDue && m_windows.isOld() == m_wasOld)
        showNote();
    else if (!m_isPlanDue || (isPointedAt && !m_store.isPast()))
        showFigures();
    else
        makePlan();
}

void MatrixPanel::makePlan()
{
    m_isPlanDue = false;
    ask(false);
}

void MatrixPanel::showFigures()
{
    m_wasOld = m_windows.isOld();
    if (m_plan->count() > 0)
        ask(true);
    showNote();
}

void MatrixPanel::ask(bool keepsPlan)
{
    m_loader.ask({m_store.snapshot(), m_store.isPast(), m_store.now(), m_filter, m_mode, m_windows.all(),
                  m_windows.isOld(), m_windows.toldAt() != kNever, m_plan, keepsPlan});
}

void MatrixPanel::take(const MatrixLoader::Answer &answer)
{
    if (answer.isPast != m_store.isPast()) { // of now nothing is shown in the past, nor of then in the present
        m_isPlanDue = true;
        return;
    }
    if (answer.regions)
        fillRegions(*answer.regions);
    if (answer.plan != m_plan)
        takePlan(answer);
    else if (answer.matrix.rows.tones == m_map->matrix().rows.tones)
        m_map->setCells(answer.matrix.cells);
    else
        m_map->setMatrix(answer.matrix);
    // The first time that figures are there a person sees what is worst; afterwards the choice is theirs.
    if (answer.isFigured && !std::exchange(m_wasChosen, true) && m_map->current().x() < 0 && answer.worst.x() >= 0) {
        const QScopedValueRollback ours(m_isOurs, true);
        m_map->setCurrent(answer.worst);
    }
    showNote();
    showNotice();
}

void MatrixPanel::takePlan(const MatrixLoader::Answer &answer)
{
    const EntityId keptFrom = from();
    const EntityId keptTo = to();
    const QScopedValueRollback ours(m_isOurs, true);
    m_plan = answer.plan;
    {
        const QSignalBlocker quiet(m_map); // what is to be chosen is looked for in the new one only
        m_map->setCurrent({-1, -1});
    }
    m_map->setMatrix(answer.matrix);
    fit();
    if (!keptFrom.isEmpty() && !choose(keptFrom, keptTo))
        m_wasChosen = false; // of these sites what is worst is offered anew
    m_windows.setLinks(m_plan->links);
    Q_EMIT chosen(false);
}

void MatrixPanel::fit()
{
    m_map->fit();
    m_fitted = m_map->cellWidth();
}

/// A larger window shows larger cells, unless a person has chosen how large they are.
void MatrixPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    if (m_plan->count() > 0 && m_map->cellWidth() == m_fitted)
        fit();
}

void MatrixPanel::showNote()
{
    const QString length = format::duration(m_windows.length());
    const QString against = m_plan->against.isEmpty() || m_plan->sites.empty() ? QString() : m_plan->sites.front().name;
    m_note->setText(!against.isEmpty()
                        ? tr("%1 and %n others · last %2", nullptr, m_plan->matching - 1).arg(against, length)
                    : m_plan->matching > m_plan->count()
                        ? tr("%1 of %2 measured sites · last %3")
                              .arg(format::number(m_plan->count()), format::number(m_plan->matching), length)
                        : tr("%1 measured sites · last %2").arg(format::number(m_plan->count()), length));
    QStringList words{
        tr("%1 of %2 pairs are measured").arg(format::number(m_plan->measured), format::number(m_plan->pairs))};
    if (m_windows.leftOut() > 0)
        words << tr("%1 not told").arg(format::number(m_windows.leftOut()));
    if (m_windows.usualPending() > 0)
        words << tr("usual of %1 pending").arg(format::number(m_windows.usualPending()));
    if (!m_windows.error().text.isEmpty())
        words << SayingText::of(m_windows.error());
    else if (m_windows.toldAt() != kNever && !m_store.isPast())
        words << tr("%1 old").arg(format::age(m_windows.toldAt(), m_store.now()));
    m_count->setText(words.join(QStringLiteral(" · ")));
}

void MatrixPanel::showNotice()
{
    const bool isFiltered = !m_filter.words.isEmpty() || !m_filter.region.isEmpty();
    if (m_plan->count() > 0) {
        m_stack->setCurrentWidget(m_map);
        return;
    }
    if (isFiltered)
        m_notice->setNotice({QStringLiteral("filter"),
                             {},
                             tr("No measured site matches"),
                             tr("Sites without a link to another are not in the matrix."),
                             {}});
    else if (!m_store.hasSnapshot())
        m_notice->setNotice(
            {QStringLiteral("activity"), {}, tr("Waiting for the keeper"), tr("Nothing has been seen yet"), {}});
    else
        m_notice->setNotice({QStringLiteral("activity"),
                             {},
                             tr("No round trip is measured"),
                             tr("Looked at %1 sites: no connection tells of a link between two of them.")
                                 .arg(format::number(m_store.tables().sites.size())),
                             {}});
    m_stack->setCurrentWidget(m_notice);
}

bool MatrixPanel::choose(const EntityId &from, const EntityId &to)
{
    const int row = m_plan->rowOf.value(from, -1);
    const int column = m_plan->rowOf.value(to, -1);
    if (row < 0 || column < 0)
        return false;
    m_wasChosen = true;
    const QScopedValueRollback ours(m_isOurs, true);
    m_map->setCurrent({column, row});
    return true;
}

EntityId MatrixPanel::from() const
{
    const QPoint cell = m_map->current();
    return cell.y() >= 0 && cell.y() < m_plan->count() ? m_plan->sites[size_t(cell.y())].site : EntityId();
}

EntityId MatrixPanel::to() const
{
    const QPoint cell = m_map->current();
    return cell.x() >= 0 && cell.x() < m_plan->count() ? m_plan->sites[size_t(cell.x())].site : EntityId();
}

void MatrixPanel::exportCsv()
{
    FileSave::ask(*this,
                  {tr("Export the matrix"), QStringLiteral("latency-matrix.csv"), tr("Comma-separated values (*.csv)"),
                   QStringLiteral("csv"),
                   [plan = m_plan, windows = m_windows.all(), until = m_windows.toldAt()] {
                       return LatencyCells::csvOf(*plan, windows, until);
                   }},
                  m_said);
}

QString MatrixPanel::copyText() const
{
    const QPoint cell = m_map->current();
    return cell.x() < 0 ? QString() : LatencyCells::describe(*m_plan, cell.y(), cell.x(), view());
}

} // namespace graticule
