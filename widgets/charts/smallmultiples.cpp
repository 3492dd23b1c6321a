// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/smallmultiples.h"

#include "widgets/charts/smallaccessible.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace graticule {

namespace {

constexpr int kHeader = 24;
constexpr int kPadding = 10;
constexpr int kNumbers = 30;
constexpr int kValue = 96; ///< room for the value in the header

} // namespace

SmallMultiples::SmallMultiples(const ThemeSwitch &themes, ChartCursor &cursor, QWidget *parent)
    : ThemedWidget(themes, parent)
    , m_cursor(cursor)
{
    installSmallAccessibility();
    setAccessibleRole(QAccessible::List);
    setAccessibleName(tr("Small charts"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&themes, &ThemeSwitch::themeChanged, this, &SmallMultiples::setup);
    connect(&cursor, &ChartCursor::moved, this, qOverload<>(&QWidget::update));
}

void SmallMultiples::setCharts(std::vector<SmallChart> charts)
{
    m_strips.clear();
    for (SmallChart &chart : charts)
        m_strips.emplace_back(std::move(chart));
    m_current = std::min(m_current, count() - 1);
    setup();
    updateGeometry();
}

void SmallMultiples::setLength(qint64 length)
{
    m_length = length;
    setup();
}

void SmallMultiples::setCellSize(const QSize &least)
{
    m_least = least;
    setup();
    updateGeometry();
}

int SmallMultiples::columns() const
{
    return std::clamp(width() / m_least.width(), 1, std::max(1, count()));
}

QRect SmallMultiples::cellRect(int index) const
{
    const int across = columns(), down = (count() + across - 1) / across;
    const int tall = std::max(m_least.height(), height() / std::max(1, down));
    int column = index % across;
    if (layoutDirection() == Qt::RightToLeft)
        column = across - 1 - column;
    const int left = width() * column / across, right = width() * (column + 1) / across;
    return {left, index / across * tall, right - left, tall};
}

QRect SmallMultiples::plotRect(int index) const
{
    const QRect cell = cellRect(index).adjusted(kPadding, kHeader, -kPadding, -kPadding);
    return (layoutDirection() == Qt::RightToLeft ? cell.adjusted(0, 0, -kNumbers, 0)
                                                 : cell.adjusted(kNumbers, 0, 0, 0));
}

QRect SmallMultiples::valueRect(int index) const
{
    const QRect cell = cellRect(index);
    const int left =
        layoutDirection() == Qt::RightToLeft ? cell.left() + kPadding : cell.right() + 1 - kPadding - kValue;
    return {left, cell.top() + 4, kValue, kHeader - 4};
}

QSize SmallMultiples::sizeHint() const
{
    const int across = columns();
    return {m_least.width() * std::min(4, std::max(1, count())), m_least.height() * ((count() + across - 1) / across)};
}

void SmallMultiples::setup()
{
    for (int i = 0; i < count(); ++i)
        m_strips[size_t(i)].setup(plotRect(i).size().expandedTo({1, 1}), devicePixelRatioF(), m_length, theme());
    if (m_now >= 0)
        advance(m_now);
    update();
}

void SmallMultiples::advance(qint64 now)
{
    m_now = now;
    if (!isVisible())
        return; // what is not seen is painted when it is
    QRegion changed;
    for (int i = 0; i < count(); ++i) {
        SparkStrip &strip = m_strips[size_t(i)];
        const double low = strip.axis().low, high = strip.axis().high;
        const QRect plot = plotRect(i);
        changed += strip.advance(now, theme()).translated(plot.topLeft()) & plot;
        changed += valueRect(i);
        if (strip.axis().low != low || strip.axis().high != high)
            changed += cellRect(i);
    }
    update(changed);
}

void SmallMultiples::resizeEvent(QResizeEvent *)
{
    setup();
}

bool SmallMultiples::event(QEvent *event)
{
    if (event->type() == QEvent::Show)
        setup();
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = indexAt(help->pos());
        QToolTip::showText(help->globalPos(), index < 0 ? QString() : chartText(index), this);
        return true;
    }
    return ThemedWidget::event(event);
}

int SmallMultiples::indexAt(const QPoint &point) const
{
    for (int i = 0; i < count(); ++i) {
        if (cellRect(i).contains(point))
            return i;
    }
    return -1;
}

QString SmallMultiples::valueAt(const SparkStrip &strip) const
{
    if (strip.chart().lines.empty())
        return {};
    const TimeSeries &series = *strip.chart().lines.front().data;
    const bool isThen = m_cursor.time() && strip.range().contains(*m_cursor.time());
    const size_t at = series.nearest(isThen ? *m_cursor.time() : m_now);
    return valueText(at < series.size() ? series.valueAt(at) : std::numeric_limits<double>::quiet_NaN(),
                     strip.chart().unit);
}

QString SmallMultiples::chartText(int index) const
{
    const SparkStrip &strip = m_strips[size_t(index)];
    QStringList parts{strip.chart().title};
    for (const SmallLine &line : strip.chart().lines) {
        const TimeSeries &series = *line.data;
        const size_t from = series.indexFrom(strip.range().begin);
        const Extent extent = series.extent(from, series.size());
        const auto text = [&](double value) { return valueText(value, strip.chart().unit); };
        parts << (extent.isEmpty() ? tr("%1: no values").arg(line.name)
                                   : tr("%1: last %2, lowest %3, highest %4")
                                         .arg(line.name, text(series.valueAt(series.size() - 1)), text(extent.low),
                                              text(extent.high)));
    }
    return parts.join(u'\n');
}

void SmallMultiples::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    for (int i = 0; i < count(); ++i) {
        const QRect dirty = (event->region() & cellRect(i)).boundingRect();
        if (!dirty.isEmpty())
            paintCell(painter, i, dirty);
    }
}

void SmallMultiples::paintCell(QPainter &painter, int index, const QRect &dirty)
{
    const SparkStrip &strip = m_strips[size_t(index)];
    const QRect cell = cellRect(index), plot = plotRect(index), value = valueRect(index);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    painter.setLayoutDirection(layoutDirection());
    if (index == m_current)
        painter.fillRect(cell & dirty, theme().colour(Colour::Selected));
    for (const AxisTick &tick : strip.axis().ticks) {
        const int y = plot.top() + qRound((1 - strip.axis().shareOf(tick.at)) * (plot.height() - 1));
        painter.fillRect(QRect(plot.left(), y, plot.width(), 1) & dirty, theme().colour(Colour::Line));
        const QRect number(isMirrored ? plot.right() + 1 : cell.left() + kPadding,
                           std::clamp(y - 8, plot.top() - 3, plot.bottom() - 12), kNumbers - 4, 16);
        if (number.intersects(dirty) && (&tick == &strip.axis().ticks.front() || &tick == &strip.axis().ticks.back()))
            m_texts.paint(painter, number.translated(isMirrored ? 4 : 0, 0), tick.text,
                          {.style = TextStyle::Label, .colour = Colour::Text3, .alignment = Qt::AlignRight}, theme());
    }
    if (dirty.intersects(plot)) {
        painter.save();
        painter.setClipRect(dirty & plot);
        strip.paint(painter, plot.topLeft());
        painter.restore();
    }
    if (dirty.intersects(value))
        m_texts.paint(painter, value, valueAt(strip), {.alignment = Qt::AlignRight}, theme());
    const QRect title = isMirrored ? cell.adjusted(kPadding + kValue, 4, -kPadding, 0)
                                   : cell.adjusted(kPadding, 4, -kPadding - kValue, 0);
    if (dirty.intersects(title))
        m_texts.paint(painter, QRect(title.topLeft(), QSize(title.width(), kHeader - 4)), strip.chart().title,
                      {.style = TextStyle::Small, .colour = Colour::Text2}, theme());
    if (m_cursor.time() && strip.range().contains(*m_cursor.time())) {
        const double x = plot.left() + positionOf(*m_cursor.time(), strip.range(), plot.width());
        painter.fillRect(QRectF(std::floor(x), plot.top(), 1, plot.height()), theme().colour(Colour::Text3));
    }
    painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1) & dirty, theme().colour(Colour::Line));
    if (!isMirrored || cell.right() + 1 < width())
        painter.fillRect(QRect(cell.right(), cell.top(), 1, cell.height()) & dirty, theme().colour(Colour::Line));
    if (index == m_current && hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setPen(QPen(theme().colour(Colour::Focus), tokens::line::focus));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cell.adjusted(1, 1, -2, -2));
    }
}

void SmallMultiples::setCurrent(int index)
{
    index = std::clamp(index, -1, count() - 1);
    if (index == m_current)
        return;
    m_current = index;
    update();
    announceCurrentChart(this);
    Q_EMIT currentChanged(index);
}

void SmallMultiples::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        setCurrent(indexAt(event->pos()));
}

void SmallMultiples::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && indexAt(event->pos()) >= 0)
        Q_EMIT activated(indexAt(event->pos()));
}

void SmallMultiples::mouseMoveEvent(QMouseEvent *event)
{
    const int index = indexAt(event->pos());
    const QRect plot = index < 0 ? QRect() : plotRect(index);
    const bool isInside = event->pos().x() >= plot.left() && event->pos().x() <= plot.right();
    m_cursor.setTime(
        isInside ? std::optional(timeAt(event->pos().x() - plot.left(), m_strips[size_t(index)].range(), plot.width()))
                 : std::nullopt);
}

void SmallMultiples::leaveEvent(QEvent *)
{
    m_cursor.setTime(std::nullopt);
}

void SmallMultiples::keyPressEvent(QKeyEvent *event)
{
    const int sideways = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    const auto go = [&](int by) {
        const int to = m_current < 0 ? 0 : m_current + by;
        if (to >= 0 && to < count())
            setCurrent(to);
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return go(-sideways);
    case Qt::Key_Right:
        return go(sideways);
    case Qt::Key_Up:
        return go(-columns());
    case Qt::Key_Down:
        return go(columns());
    case Qt::Key_Home:
        return setCurrent(0);
    case Qt::Key_End:
        return setCurrent(count() - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            return Q_EMIT activated(m_current);
        break;
    default:
        break;
    }
    ThemedWidget::keyPressEvent(event);
}

} // namespace graticule
