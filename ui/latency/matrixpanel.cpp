// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/matrixpanel.h"

#include "models/format.h"
#include "models/sayingtext.h"
#include "ui/page/figuretexts.h"
#include "ui/page/filesave.h"
#include "widgets/basic/button.h"
#include "widgets/basic/label.h"
#include "widgets/basic/segmentedcontrol.h"
#include "widgets/basic/viewstate.h"
#include "widgets/heatmap/heatlegend.h"
#include "widgets/heatmap/heatmap.h"

#include <QComboBox>
#include <QFrame>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace graticule {
namespace {

constexpr int kSide = 16;
constexpr int kMost[] = {30, 100, 500};
constexpr int kMinutes[] = {1, 5, 15, 60};

QFrame *hairline()
{
    auto *line = new QFrame;
    line->setProperty("surface", QStringLiteral("line"));
    line->setFixedHeight(1);
    return line;
}

void choose(QComboBox &box, const QVariant &data)
{
    if (const int at = box.findData(data); at >= 0)
        box.setCurrentIndex(at);
}

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
    layout->addWidget(hairline());
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

void MatrixPanel::buildTools()
{
    m_tools = new QWidget;
    auto *rows = new QVBoxLayout(m_tools);
    rows->setContentsMargins(kSide, 10, kSide, 8);
    rows->setSpacing(8);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    auto *title = new Label(m_themes, {.style = TextStyle::Title});
    title->setText(tr("Latency"));
    m_note = new Label(m_themes, {.style = TextStyle::Small, .colour = Colour::Text2});
    m_note->setObjectName(QStringLiteral("latency.note"));
    m_modes =
        new SegmentedControl(m_themes, tr("What cells say"), {tr("p95"), tr("p50"), tr("Loss"), tr("Against usual")});
    first->addWidget(title);
    first->addWidget(m_note, 1);
    first->addWidget(m_modes);
    rows->addLayout(first);
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    m_words = new QLineEdit;
    m_words->setObjectName(QStringLiteral("latency.filter"));
    m_words->setPlaceholderText(tr("Site, city, country, provider  ( / )"));
    m_words->setAccessibleName(tr("Filter the sites of the matrix"));
    m_words->setClearButtonEnabled(true);
    const auto box = [&](const QString &name, const char *object) {
        auto *made = new QComboBox;
        made->setAccessibleName(name);
        made->setAccessibleDescription(name); // Qt tells the choice as a combo box's name on X11 and Wayland
        made->setObjectName(QLatin1String(object));
        made->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        return made;
    };
    m_region = box(tr("Region"), "latency.region");
    m_region->addItem(tr("All regions"), QString());
    m_most = box(tr("How many sites"), "latency.most");
    for (const int most : kMost)
        m_most->addItem(tr("%n sites", nullptr, most), most);
    m_length = box(tr("Time that counts"), "latency.window");
    for (const int minutes : kMinutes)
        m_length->addItem(tr("last %1").arg(format::duration(std::chrono::minutes(minutes))), minutes);
    m_length->setCurrentIndex(1);
    second->addWidget(m_words, 1);
    second->addWidget(m_region);
    second->addWidget(m_most);
    second->addWidget(m_length);
    m_slowest = new Button(m_themes, {}, Button::Kind::Default);
    m_slowest->setObjectName(QStringLiteral("latency.slowest"));
    m_slowest->setIconName(QStringLiteral("arrow-down"));
    m_slowest->setCheckable(true);
    m_slowest->setAccessibleName(tr("Slowest first"));
    m_slowest->setToolTip(tr("Sites with the slowest ways first, not by region"));
    second->addWidget(m_slowest);
    rows->addLayout(second);
    connect(m_modes, &SegmentedControl::currentChanged, this, [this](int mode) { setMode(LatencyMode(mode)); });
    connect(m_words, &QLineEdit::textChanged, this, &MatrixPanel::readFilter);
    connect(m_region, &QComboBox::activated, this, &MatrixPanel::readFilter);
    connect(m_most, &QComboBox::activated, this, &MatrixPanel::readFilter);
    connect(m_slowest, &Button::toggled, this, &MatrixPanel::setSlowestFirst);
    connect(m_length, &QComboBox::activated, this,
            [this] { m_windows.setLength(std::chrono::minutes(m_length->currentData().toInt())); });
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

void MatrixPanel::focusFilter()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void MatrixPanel::clearFilter()
{
    m_words->clear();
    m_region->setCurrentIndex(0);
    readFilter();
}

void MatrixPanel::setSlowestFirst(bool isSlowestFirst)
{
    m_slowest->setChecked(isSlowestFirst);
    readFilter();
}

void MatrixPanel::readFilter()
{
    m_filter = {m_words->text(), m_region->currentData().toString(), m_most->currentData().toInt(),
                m_slowest->isChecked()};
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

void MatrixPanel::fillRegions(QStringList regions)
{
    if (!m_filter.region.isEmpty() && !regions.contains(m_filter.region))
        regions << m_filter.region; // stays chosen, and shows that it has nothing
    QStringList shown;
    for (int i = 1; i < m_region->count(); ++i)
        shown << m_region->itemData(i).toString();
    if (shown == regions)
        return;
    while (m_region->count() > 1)
        m_region->removeItem(1);
    for (const QString &region : std::as_const(regions))
        m_region->addItem(region, region);
    graticule::choose(*m_region, m_filter.region);
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

QVariantMap MatrixPanel::saveState() const
{
    return {{QStringLiteral("mode"), int(m_mode)},
            {QStringLiteral("words"), m_filter.words},
            {QStringLiteral("region"), m_filter.region},
            {QStringLiteral("most"), m_filter.most},
            {QStringLiteral("minutes"), m_length->currentData()},
            {QStringLiteral("slowest"), m_filter.isSlowestFirst}};
}

void MatrixPanel::restoreState(const QVariantMap &state)
{
    m_filter.region = state.value(QStringLiteral("region")).toString();
    if (!m_filter.region.isEmpty() && m_region->findData(m_filter.region) < 0)
        m_region->addItem(m_filter.region, m_filter.region);
    graticule::choose(*m_region, m_filter.region);
    graticule::choose(*m_most, state.value(QStringLiteral("most")));
    graticule::choose(*m_length, state.value(QStringLiteral("minutes")));
    m_windows.setLength(std::chrono::minutes(m_length->currentData().toInt()));
    m_slowest->setChecked(state.value(QStringLiteral("slowest")).toBool());
    m_words->setText(state.value(QStringLiteral("words")).toString());
    const int mode = state.value(QStringLiteral("mode")).toInt();
    setMode(LatencyMode(std::clamp(mode, int(LatencyMode::P95), int(LatencyMode::AgainstUsual))));
    readFilter();
}

} // namespace graticule
