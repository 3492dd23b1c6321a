// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap/heatmap.h"

#include "widgets/heatmap/heatmapaccessible.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace graticule {

namespace {

constexpr double kReadable = 25;
constexpr double kWidest = 40;
constexpr double kWhole = 5;            ///< from here on sizes are whole pixels
constexpr double kFlatness = 23.0 / 25; ///< a cell's height to its width
constexpr int kGroupGap = 4;
constexpr int kGroupHead = 18;
constexpr int kLeastRowHeads = 50;
constexpr int kMostHeads = 140;

double heightOf(double width)
{
    return width < 2 * kWhole ? width : std::round(width * kFlatness);
}

int gapOf(double width)
{
    return width >= 8 ? kGroupGap : width >= 3 ? 2 : 1;
}

} // namespace

HeatMap::HeatMap(const ThemeSwitch &themes, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_themes(themes)
{
    installHeatMapAccessibility();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("focusRing", QStringLiteral("inset"));
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    connect(&themes, &ThemeSwitch::themeChanged, this, [this] {
        m_rasterRatio = 0;
        measureHeads();
        relayout();
    });
}

void HeatMap::setMatrix(HeatMatrix matrix)
{
    matrix.cells.resize(size_t(matrix.rows.count()) * size_t(matrix.columns.count()));
    for (HeatHeads *heads : {&matrix.rows, &matrix.columns}) {
        int grouped = 0;
        for (const HeatGroup &group : heads->groups)
            grouped += std::max(0, group.count);
        if (grouped != heads->count())
            heads->groups.clear();
    }
    m_matrix = std::move(matrix);
    m_hovered = {-1, -1};
    if (m_current.x() >= m_matrix.columns.count() || m_current.y() >= m_matrix.rows.count())
        setCurrent({-1, -1});
    announceHeatMapReset(this);
    measureHeads();
    relayout();
}

void HeatMap::setCells(std::vector<HeatCell> cells)
{
    Q_ASSERT(cells.size() == m_matrix.cells.size());
    m_matrix.cells = std::move(cells);
    m_isDirty = true;
    viewport()->update();
}

void HeatMap::setScale(const HeatScale &scale)
{
    m_scale = scale;
    m_isDirty = true;
    viewport()->update();
}

void HeatMap::setDescription(std::function<QString(int, int)> describe)
{
    m_describe = std::move(describe);
}

void HeatMap::measureHeads()
{
    const QFontMetricsF metrics(theme().font(TextStyle::BodyStrong));
    double rows = 0, columns = 0;
    for (const QString &name : std::as_const(m_matrix.rows.names))
        rows = std::max(rows, metrics.horizontalAdvance(name));
    for (const QString &name : std::as_const(m_matrix.columns.names))
        columns = std::max(columns, metrics.horizontalAdvance(name));
    m_rowHeads = std::clamp(int(std::ceil(rows)) + 14, kLeastRowHeads, kMostHeads);
    m_columnHeads = kGroupHead + std::clamp(int(std::ceil(columns)) + 12, 24, kMostHeads);
}

void HeatMap::relayout()
{
    const qreal ratio = devicePixelRatioF();
    const int gap = int(std::lround(gapOf(m_cellWidth) * ratio));
    m_rows = HeatLayout(m_matrix.rows, m_cellHeight * ratio, gap);
    m_columns = HeatLayout(m_matrix.columns, m_cellWidth * ratio, gap, isMirrored());
    m_isDirty = true;
    placeBars();
    updateGeometry();
    viewport()->update();
}

void HeatMap::placeBars()
{
    const qreal ratio = devicePixelRatioF();
    const auto place = [ratio](QScrollBar *bar, int total, int page) {
        bar->setRange(0, std::max(0, int(std::ceil(total / ratio)) - page));
        bar->setPageStep(page);
        bar->setSingleStep(24);
    };
    place(horizontalScrollBar(), m_columns.total(), body().width());
    place(verticalScrollBar(), m_rows.total(), body().height());
}

QRect HeatMap::body() const
{
    const QRect all = viewport()->rect();
    return isMirrored() ? all.adjusted(0, m_columnHeads, -m_rowHeads, 0)
                        : all.adjusted(m_rowHeads, m_columnHeads, 0, 0);
}

QPoint HeatMap::scrolled() const
{
    const QScrollBar *across = horizontalScrollBar();
    // Mirrored, the first column and the bar's beginning are at the right, and what is narrower than the room stands
    // there.
    const int spare = body().width() - int(std::ceil(m_columns.total() / devicePixelRatioF()));
    const int x = !isMirrored() ? across->value() : spare > 0 ? -spare : across->maximum() - across->value();
    return {x, verticalScrollBar()->value()};
}

QSize HeatMap::sizeHint() const
{
    const qreal ratio = devicePixelRatioF();
    return {m_rowHeads + int(std::ceil(m_columns.total() / ratio)),
            m_columnHeads + int(std::ceil(m_rows.total() / ratio))};
}

void HeatMap::setCellWidth(double width)
{
    const double fit = std::clamp(width < kWhole ? width : std::round(width), 1.0, kWidest);
    setCell(fit, heightOf(fit));
}

void HeatMap::setCell(double width, double height)
{
    if (width == m_cellWidth && height == m_cellHeight)
        return;
    m_cellWidth = width;
    m_cellHeight = height;
    relayout();
}

void HeatMap::fit()
{
    if (m_matrix.isEmpty())
        return;
    double width = kReadable;
    const auto shrink = [&](const HeatHeads &heads, int room, double flatness) {
        const int gaps = (int(std::max<size_t>(1, heads.groups.size())) - 1) * gapOf(width);
        width = std::min(width, (room - gaps) / (heads.count() * flatness));
    };
    for (int i = 0; i < 2; ++i) { // smaller cells have smaller gaps
        shrink(m_matrix.columns, body().width(), 1);
        shrink(m_matrix.rows, body().height(), width < 2 * kWhole ? 1 : kFlatness);
    }
    if (width >= kWhole)
        width = std::floor(width);
    // Heights are rounded up for some widths: over all rows that may be more than there is.
    const int groups = int(std::max<size_t>(1, m_matrix.rows.groups.size()));
    while (width > kWhole && heightOf(width) * m_matrix.rows.count() + (groups - 1) * gapOf(width) > body().height())
        width -= 1;
    const auto most = [](const HeatHeads &heads, int room) {
        const int gaps = (int(std::max<size_t>(1, heads.groups.size())) - 1) * kGroupGap;
        return std::floor((room - gaps) / double(heads.count()));
    };
    const double wide = std::min(most(m_matrix.columns, body().width()), kReadable);
    const double tall = std::min(most(m_matrix.rows, body().height()), heightOf(kReadable));
    if (width < HeatRaster::kWideForNumbers && wide >= HeatRaster::kWideForNumbers &&
        tall >= HeatRaster::kTallForNumbers)
        setCell(wide, tall);
    else
        setCellWidth(width);
}

void HeatMap::setCurrent(const QPoint &cell)
{
    const bool isThere =
        cell.x() >= 0 && cell.y() >= 0 && cell.x() < m_matrix.columns.count() && cell.y() < m_matrix.rows.count();
    const QPoint to = isThere ? cell : QPoint(-1, -1);
    if (to == m_current)
        return;
    m_current = to;
    viewport()->update();
    Q_EMIT currentChanged(m_current);
    announceHeatMapCurrent(this);
}

QString HeatMap::cellText(int row, int column) const
{
    if (m_describe)
        return m_describe(row, column);
    const HeatCell &cell = m_matrix.at(row, column);
    const QString where = tr("%1 to %2").arg(m_matrix.rows.names.value(row), m_matrix.columns.names.value(column));
    const QString number = QString::fromLatin1(m_scale.textOf(cell.value));
    switch (cell.kind) {
    case HeatKind::Value:
        return tr("%1: %2", "a cell and its value").arg(where, number);
    case HeatKind::Medium:
        return tr("%1: %2, over usual").arg(where, number);
    case HeatKind::High:
        return tr("%1: %2, over limit").arg(where, number);
    case HeatKind::Stale:
        return number.isEmpty() ? tr("%1: stale").arg(where) : tr("%1: stale, last %2").arg(where, number);
    case HeatKind::NoAnswer:
        return tr("%1: no answer").arg(where);
    case HeatKind::Empty:
        return tr("%1: not measured").arg(where);
    case HeatKind::Self:
        break;
    }
    return where;
}

QRect HeatMap::cellRect(int row, int column) const
{
    const qreal ratio = devicePixelRatioF();
    const QPoint corner = body().topLeft() - scrolled();
    const QRectF fine(m_columns.begin(column) / ratio, m_rows.begin(row) / ratio, m_columns.inner(column) / ratio,
                      m_rows.inner(row) / ratio);
    return fine.translated(corner).toRect();
}

QPoint HeatMap::cellAt(const QPoint &point) const
{
    if (!body().contains(point))
        return {-1, -1};
    const QPointF fine = QPointF(point - body().topLeft() + scrolled()) * devicePixelRatioF();
    const QPoint cell(m_columns.indexAt(int(std::floor(fine.x()))), m_rows.indexAt(int(std::floor(fine.y()))));
    return cell.x() < 0 || cell.y() < 0 ? QPoint(-1, -1) : cell;
}

QRect HeatMap::shownCells() const
{
    const qreal ratio = devicePixelRatioF();
    const QPoint from = (QPointF(scrolled()) * ratio).toPoint();
    const QSize seen = (QSizeF(body().size()) * ratio).toSize();
    const auto [left, right] = m_columns.between(from.x(), from.x() + seen.width());
    const auto [top, bottom] = m_rows.between(from.y(), from.y() + seen.height());
    return {left, top, right - left, bottom - top};
}

} // namespace graticule
