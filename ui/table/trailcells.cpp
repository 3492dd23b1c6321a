// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/trailcells.h"

#include "ui/page/historylane.h"
#include "widgets/basic/skeletonrows.h"
#include "widgets/charts/sparkline.h"
#include "widgets/theme/textpainting.h"

#include <QEvent>
#include <QPainter>
#include <QPointer>

namespace graticule {

namespace {

constexpr int kRestsAfter = 120; // ms
constexpr int kMostPictures = 800;
constexpr int kValue = 48; // px: "1 234 ms"
constexpr int kGap = 6;
constexpr int kSpark = 20;

} // namespace

TrailCells::TrailCells(const ThemeSwitch &themes, FleetStore &store, SampleCalls &calls, QTableView &view,
                       TableModel &model)
    : QObject(&view)
    , m_themes(themes)
    , m_store(store)
    , m_view(view)
    , m_model(model)
    , m_book(store, calls)
    , m_pictures(kMostPictures)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestsAfter);
    connect(&m_rest, &QTimer::timeout, this, &TrailCells::look);
    connect(&m_book, &TrailBook::changed, this, &TrailCells::show);
    connect(&themes, &ThemeSwitch::themeChanged, this, [this] { m_pictures.clear(); });
    // What is told of one moment says nothing of another.
    connect(&store, &FleetStore::modeChanged, this, [this] { m_pictures.clear(); });
    connect(&store, &FleetStore::ticked, this, [this] {
        if (m_store.isPast())
            m_pictures.clear();
    });
    connect(&model, &QAbstractItemModel::layoutChanged, this, &TrailCells::lookSoon);
    connect(&model, &QAbstractItemModel::modelReset, this, &TrailCells::lookSoon);
    model.setTrailWords([self = QPointer(this)](TrailKind kind, const EntityId &row) {
        return self ? self->m_book.words(kind, row) : QString(); // a model may outlive its view
    });
    view.installEventFilter(this);
}

bool TrailCells::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_view && (event->type() == QEvent::Show || event->type() == QEvent::Hide))
        lookSoon();
    return QObject::eventFilter(watched, event);
}

void TrailCells::lookSoon()
{
    m_rest.start(); // anew: while rows scroll by nothing is asked
}

void TrailCells::look()
{
    const QList<EntityId> rows = rowsInView();
    for (int column = 0; column < m_model.tickColumn(); ++column) {
        if (m_model.isTrail(column))
            m_book.see(m_model.column(column).trail, m_view.isColumnHidden(column) ? QList<EntityId>() : rows);
    }
}

QList<EntityId> TrailCells::rowsInView() const
{
    QList<EntityId> rows;
    if (!m_view.isVisible())
        return rows;
    const int height = m_view.viewport()->height();
    for (int row = std::max(0, m_view.rowAt(0)); row < m_model.rowCount(); ++row) {
        if (m_view.rowViewportPosition(row) >= height)
            break;
        if (m_model.line(row).kind == TableLine::Kind::Row)
            rows << m_model.idAt(row);
    }
    return rows;
}

void TrailCells::show(TrailKind kind, const EntityId &row)
{
    m_pictures.remove({int(kind), row});
    const int at = m_model.rowOf(row);
    for (int column = 0; at >= 0 && column < m_model.tickColumn(); ++column) {
        if (m_model.column(column).trail == kind && !m_view.isColumnHidden(column))
            m_view.viewport()->update(m_view.visualRect(m_model.index(at, column)));
    }
}

bool TrailCells::isTold(TrailKind kind, const EntityId &row) const
{
    if (kind == TrailKind::States)
        return m_book.states(row);
    return m_book.samples(kind, row) || (kind == TrailKind::Latency && m_book.isAlone(row));
}

void TrailCells::paint(QPainter &painter, const QRect &box, TrailKind kind, const EntityId &row)
{
    if (box.isEmpty())
        return;
    // Of all rows that are still to be told one picture will do.
    const Key key{int(kind), isTold(kind, row) ? row : EntityId()};
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QPixmap *kept = m_pictures.object(key);
    if (!kept || kept->deviceIndependentSize().toSize() != box.size() || kept->devicePixelRatio() != ratio) {
        auto *picture = new QPixmap(drawn(QRect(QPoint(), box.size()), kind, key.second, ratio));
        m_pictures.insert(key, picture);
        kept = picture;
    }
    painter.drawPixmap(box.topLeft(), *kept);
}

QPixmap TrailCells::drawn(const QRect &box, TrailKind kind, const EntityId &row, qreal ratio) const
{
    QPixmap picture((QSizeF(box.size()) * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setLayoutDirection(m_view.layoutDirection());
    if (row.isEmpty())
        paintSkeletonBar(painter, box, box.width() * 7 / 10, m_themes.theme());
    else if (kind == TrailKind::States)
        drawStates(painter, box, row);
    else
        drawSamples(painter, box, kind, row);
    return picture;
}

void TrailCells::drawWords(QPainter &painter, const QRect &box, const QString &words) const
{
    paintText(painter, box, words, {.style = TextStyle::Small, .colour = Colour::Text3}, m_themes.theme());
}

/// Rows share how many times the usual value fits into the height, so that calm looks flat. The value stands beside
/// the line of a latency; processors have a column of their own.
void TrailCells::drawSamples(QPainter &painter, const QRect &box, TrailKind kind, const EntityId &row) const
{
    const SampleTrail *trail = m_book.samples(kind, row);
    if (!trail)
        return drawWords(painter, box, tr("no link"));
    if (trail->isEmpty())
        return drawWords(painter, box, trail->isRead ? tr("not measured") : tr("cannot be read"));
    LineLayout line(box, painter.layoutDirection());
    const bool isLoud = kind == TrailKind::Latency && m_book.isAbnormal(row);
    if (kind == TrailKind::Latency) {
        const QString newest = format::milliseconds(trail->newest);
        paintText(
            painter, line.takeTrailing(kValue, kGap), trail->isOld() ? format::stale(newest) : newest,
            {.style = TextStyle::Small, .colour = isLoud ? Colour::Text : Colour::Text2, .alignment = Qt::AlignRight},
            m_themes.theme());
    }
    Sparkline spark = Sparkline::sharedScale(trail->values, trail->usual);
    if (trail->usual <= 0) // of nothing used the least is worth a line
        spark.low = spark.high = std::nullopt;
    spark.isStale = trail->isOld();
    spark.colour = isLoud ? Colour::Text : Colour::Text3;
    QRect place = line.rest();
    place.setTop(place.top() + (place.height() - kSpark) / 2);
    place.setHeight(kSpark);
    paintSparkline(painter, place, spark, m_themes.theme());
}

void TrailCells::drawStates(QPainter &painter, const QRect &box, const EntityId &row) const
{
    HistoryLane::paint(painter, box, m_book.states(row), m_themes.theme());
}

} // namespace graticule
