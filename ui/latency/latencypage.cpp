// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/latencypage.h"

#include "ui/latency/matrixpanel.h"
#include "widgets/heatmap/heatmap.h"

#include <QHBoxLayout>

namespace graticule {
namespace {

constexpr int kMostPanel = 582;
constexpr int kLeastPanel = 440;

QStringList idsOf(const LinkPanel::Pair &pair)
{
    return {pair.from.toString(), pair.to.toString()};
}

LinkPanel::Pair pairOf(const QStringList &ids)
{
    return {EntityId(ids.value(0)), EntityId(ids.value(1))};
}

} // namespace

LatencyPage::LatencyPage(const ThemeSwitch &themes, FleetStore &store, SampleCalls &calls, UndoBar &said,
                         QWidget *parent)
    : Page(parent)
    , m_store(store)
    , m_windows(store, calls)
    , m_trail(store, calls)
{
    m_matrix = new MatrixPanel(themes, store, m_windows, said);
    m_panel = new LinkPanel(themes, store, m_windows, m_trail, said);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_matrix, 1);
    row->addWidget(m_panel);
    connect(m_matrix, &MatrixPanel::chosen, this, &LatencyPage::showChosen);
    connect(m_matrix, &MatrixPanel::activated, this, [this] { Q_EMIT siteAsked(m_matrix->from()); });
    connect(m_panel, &LinkPanel::pairAsked, this, &LatencyPage::choosePair);
    connect(m_panel, &LinkPanel::siteAsked, this, &LatencyPage::siteAsked);
}

void LatencyPage::showChosen(bool byPerson)
{
    if (byPerson)
        m_remembered = {};
    if (!m_remembered.from.isEmpty() && m_matrix->choose(m_remembered.from, m_remembered.to))
        m_remembered = {};
    const bool isAwaited = !m_remembered.from.isEmpty() && m_panel->pair() == m_remembered;
    if (isAwaited)
        return; // it is shown already, and has no cell yet
    const EntityId from = m_matrix->from();
    const EntityId to = m_matrix->to();
    if (from.isEmpty() || from == to) {
        m_panel->showPair({}, {});
        return;
    }
    const LatencyPlan &plan = m_matrix->plan();
    const EntityId *link = plan.linkAt(plan.rowOf.value(from), plan.rowOf.value(to));
    m_panel->showPair({from, to}, link ? *link : EntityId());
}

/// A pair that the filter hides is shown without it.
void LatencyPage::choosePair(const LinkPanel::Pair &pair)
{
    m_remembered = {};
    if (m_matrix->choose(pair.from, pair.to))
        return;
    m_remembered = pair;
    m_matrix->clearFilter();
    m_panel->showPair(pair, {});
}

QList<QWidget *> LatencyPage::regions() const
{
    return {&m_matrix->map(), m_matrix, m_panel};
}

QString LatencyPage::copyText() const
{
    const QString pair = m_panel->copyText();
    return pair.isEmpty() ? m_matrix->copyText() : pair;
}

QList<ConsoleAction> LatencyPage::actions()
{
    QList<ConsoleAction> all;
    const auto add = [&](const char *id, const QString &title, const QList<QKeySequence> &keys, const QString &icon,
                         std::function<void()> run, std::function<QString()> whyNot = {}) {
        ConsoleAction action;
        action.id = QStringLiteral("latency.") + QString::fromLatin1(id);
        action.title = title;
        action.section = tr("Latency");
        action.keys = keys;
        action.run = std::move(run);
        action.whyNot = std::move(whyNot);
        action.scope = this;
        action.icon = icon;
        all << action;
    };
    const auto noPair = [this] { return m_panel->pair().from.isEmpty() ? tr("No pair is chosen") : QString(); };
    add("find", tr("Filter the sites of the matrix"), {Qt::Key_Slash}, QStringLiteral("search"),
        [this] { m_matrix->focusFilter(); });
    add("clear", tr("Show all sites of the matrix"), {}, QStringLiteral("filter"), [this] { m_matrix->clearFilter(); });
    add("slowest", tr("Sites of the matrix with the slowest ways first, or by region"), {Qt::Key_S},
        QStringLiteral("arrow-down"), [this] { m_matrix->setSlowestFirst(!m_matrix->isSlowestFirst()); });
    add(
        "swap", tr("The other direction of the pair"), {Qt::Key_X}, QStringLiteral("arrow-left-right"),
        [this] {
            choosePair({m_panel->pair().to, m_panel->pair().from});
        },
        noPair);
    add(
        "pin", tr("Remember the pair"), {Qt::Key_P}, QStringLiteral("pin"), [this] { m_panel->togglePin(); }, noPair);
    const QStringList modes{tr("Matrix of p95"), tr("Matrix of p50"), tr("Matrix of loss"),
                            tr("Matrix against what is usual")};
    for (int mode = 0; mode < modes.size(); ++mode)
        add(QByteArray("mode").append(char('1' + mode)).constData(), modes[mode], {}, QStringLiteral("activity"),
            [this, mode] { m_matrix->setMode(LatencyMode(mode)); });
    add("export", tr("Export the matrix as CSV"), {Qt::CTRL | Qt::Key_E}, QStringLiteral("download"),
        [this] { m_matrix->exportCsv(); });
    add("move", tr("Move through the matrix"), {Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right}, {}, {});
    add("zoom", tr("Enlarge the matrix"), {Qt::Key_Plus}, {}, {});
    add("fit", tr("Show the whole matrix"), {Qt::Key_0}, {}, {});
    return all;
}

QVariantMap LatencyPage::saveState() const
{
    QVariantMap state = m_matrix->saveState();
    state.insert(QStringLiteral("pair"), idsOf(m_panel->pair()));
    QStringList pins;
    for (const LinkPanel::Pair &pin : m_panel->pins())
        pins << idsOf(pin);
    state.insert(QStringLiteral("pins"), pins);
    return state;
}

void LatencyPage::restoreState(const QVariantMap &state)
{
    const QStringList ids = state.value(QStringLiteral("pins")).toStringList();
    QList<LinkPanel::Pair> pins;
    for (qsizetype at = 0; at + 1 < ids.size(); at += 2)
        pins << pairOf(ids.mid(at, 2));
    m_panel->setPins(pins);
    m_remembered = pairOf(state.value(QStringLiteral("pair")).toStringList());
    m_matrix->restoreState(state);
    showChosen(false);
}

bool LatencyPage::isSettled() const
{
    const bool hasFigures = m_windows.toldAt() != kNever || !m_windows.error().text.isEmpty();
    return m_matrix->isReady() && (m_matrix->plan().links.isEmpty() || hasFigures) &&
           (m_panel->pair().from.isEmpty() || m_trail.link().isEmpty() || m_trail.isTold());
}

void LatencyPage::wake()
{
    setAwake(true);
}

void LatencyPage::sleep()
{
    setAwake(false);
}

void LatencyPage::setAwake(bool isAwake)
{
    m_trail.setAwake(isAwake);
    m_matrix->setAwake(isAwake);
}

void LatencyPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    setAwake(true);
}

void LatencyPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    setAwake(false);
}

void LatencyPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_panel->setFixedWidth(std::clamp(width() * 41 / 100, kLeastPanel, kMostPanel));
}

} // namespace graticule
