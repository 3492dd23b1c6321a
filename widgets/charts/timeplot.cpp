// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/timeplot.h"

#include "widgets/charts/plotaccessible.h"
#include "widgets/theme/hatch.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>

#include <cmath>

namespace graticule {

namespace {

constexpr int kLeading = 34;  ///< the numbers' least room
constexpr int kTimeAxis = 20; ///< height
constexpr int kRowGap = 34;   ///< between two lines of the grid, at least
constexpr int kMostRows = 8;
constexpr int kTimeGap = 76;          ///< between two times, at least
constexpr double kHatchOpacity = 0.5; ///< the last known values are read through it
constexpr int kRowsCopied = 10'000;

} // namespace

TimePlot::TimePlot(const ThemeSwitch &themes, ChartRange &range, ChartCursor &cursor, QWidget *parent)
    : ThemedWidget(themes, parent)
    , m_range(range)
    , m_cursor(cursor)
    , m_leading(kLeading)
{
    installPlotAccessibility();
    setAccessibleRole(QAccessible::Chart);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setProperty("focusRing", QStringLiteral("inset"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(&range, &ChartRange::rangeChanged, this, &TimePlot::dataChanged);
    connect(&cursor, &ChartCursor::moved, this, qOverload<>(&QWidget::update));
    connect(&themes, &ThemeSwitch::themeChanged, this, &TimePlot::dataChanged);
    addExports();
}

void TimePlot::addExports()
{
    const auto add = [this](const QString &text, const char *name, const QKeySequence &keys = {}) {
        auto *action = new QAction(text, this);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        addAction(action);
        m_exports << action;
        return action;
    };
    connect(add(tr("Copy values"), "copyValues", QKeySequence::Copy), &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(copyText()); });
    connect(add(tr("Save as picture…"), "savePicture"), &QAction::triggered, this,
            [this] { Q_EMIT pictureWanted(picture()); });
    connect(add(tr("Save as CSV…"), "saveCsv"), &QAction::triggered, this, [this] { Q_EMIT csvWanted(table()); });
}

void TimePlot::setMarks(std::vector<ChartMark> marks)
{
    m_marks = std::move(marks);
    dataChanged();
}

void TimePlot::setStale(std::vector<TimeRange> stale)
{
    m_stale = std::move(stale);
    dataChanged();
}

void TimePlot::setEndText(const QString &text)
{
    m_endText = text;
    dataChanged();
}

void TimePlot::dataChanged()
{
    m_isDirty = true;
    update(); // nothing more: a chart that is not seen costs nothing
}

QRect TimePlot::plotArea() const
{
    const int bottom = kTimeAxis + (stripHeight() > 0 ? stripHeight() + tokens::space::s : 0);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const QRect area =
        rect().adjusted(isMirrored ? 0 : m_leading, tokens::space::s, isMirrored ? -m_leading : 0, -bottom);
    return area.isValid() ? area : QRect(area.topLeft(), QSize(std::max(1, area.width()), std::max(1, area.height())));
}

double TimePlot::xOf(qint64 time) const
{
    const QRect plot = plotArea();
    return plot.left() + positionOf(time, m_range.range(), plot.width());
}

double TimePlot::yOf(double value) const
{
    const QRect plot = plotArea();
    return plot.top() + (1 - m_axis.shareOf(value)) * plot.height();
}

qint64 TimePlot::timeAtX(double x) const
{
    const QRect plot = plotArea();
    return timeAt(std::clamp(x - plot.left(), 0.0, double(plot.width())), m_range.range(), plot.width());
}

void TimePlot::paintLabel(QPainter &painter, const QRect &box, const QString &text, Qt::Alignment alignment,
                          Colour colour)
{
    m_texts.paint(painter, box, text,
                  {.style = TextStyle::Label, .colour = colour, .alignment = alignment, .elide = Qt::ElideNone},
                  theme());
}

void TimePlot::resizeEvent(QResizeEvent *)
{
    dataChanged();
}

void TimePlot::paintEvent(QPaintEvent *)
{
    if (m_isDirty || m_picture.devicePixelRatio() != devicePixelRatioF())
        draw();
    QPainter painter(this);
    painter.drawImage(0, 0, m_picture);
    paintCursor(painter);
}

void TimePlot::draw()
{
    m_isDirty = false;
    const qreal ratio = devicePixelRatioF();
    const QSize wanted = QSize(std::max(1, width()), std::max(1, height())) * ratio;
    if (m_picture.size() != wanted || m_picture.devicePixelRatio() != ratio) {
        m_picture = QImage(wanted, QImage::Format_RGB32);
        m_picture.setDevicePixelRatio(ratio);
    }
    m_picture.fill(theme().colour(Colour::Surface)); // a picture without holes is copied, not blended
    if (m_range.range().isEmpty())
        return;
    prepare(plotArea().size());
    m_axis = makeAxis(std::clamp(plotArea().height() / kRowGap, 2, kMostRows));
    int widest = kLeading;
    for (const AxisTick &tick : m_axis.ticks)
        widest = std::max(widest, m_texts.width(theme(), TextStyle::Label, tick.text) + tokens::space::s);
    if (widest != m_leading) {
        m_leading = widest;
        prepare(plotArea().size());
    }
    QPainter painter(&m_picture);
    painter.setLayoutDirection(Qt::LeftToRight); // everything is placed by its pixel
    paintFrame(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    paintData(painter, m_picture, plotArea());
    painter.restore();
    paintMarks(painter);
    paintTimeAxis(painter);
}

void TimePlot::paintFrame(QPainter &painter)
{
    const QRect plot = plotArea();
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const int gap = tokens::space::s - 2;
    const QRect numbers =
        isMirrored ? QRect(plot.right() + 1 + gap, 0, m_leading - gap, 16) : QRect(0, 0, m_leading - gap, 16);
    const Qt::Alignment side = isMirrored ? Qt::AlignLeft : Qt::AlignRight;
    for (const AxisTick &tick : m_axis.ticks) {
        const int y = qRound(yOf(tick.at));
        painter.fillRect(QRect(plot.left(), y, plot.width(), 1), theme().colour(Colour::Line));
        const bool isTop = &tick == &m_axis.ticks.back();
        const QString unit = isTop && !m_axis.unit.isEmpty() ? m_axis.unit : QString();
        // The topmost number gives way to the unit, so that every axis says what it counts.
        paintLabel(painter, numbers.translated(0, std::clamp(y - 8, -2, height() - 16)),
                   unit.isEmpty() ? tick.text : unit, side);
    }
    painter.setBrushOrigin(plot.topLeft());
    painter.setOpacity(kHatchOpacity);
    for (const TimeRange &stale : m_stale) {
        const TimeRange shown = stale.within(m_range.range());
        if (!shown.isEmpty())
            painter.fillRect(QRectF(QPointF(xOf(shown.begin), plot.top()), QPointF(xOf(shown.end), plot.bottom() + 1)),
                             hatchOverlay(theme()));
    }
    painter.setOpacity(1);
}

void TimePlot::paintTimeAxis(QPainter &painter)
{
    const QRect plot = plotArea();
    const QRect line(plot.left(), height() - 16, plot.width(), 16);
    int free = line.left();
    int end = line.right() + 1;
    if (!m_endText.isEmpty() && m_range.range().end == m_range.limits().end) {
        paintLabel(painter, line, m_endText, Qt::AlignRight);
        end -= m_texts.width(theme(), TextStyle::Label, m_endText) + tokens::space::m;
    }
    for (const AxisTick &tick : timeTicks(m_range.range(), std::max(1, plot.width() / kTimeGap))) {
        const int wide = m_texts.width(theme(), TextStyle::Label, tick.text);
        const int x = std::max(line.left(), qRound(xOf(qint64(tick.at))) - wide / 2);
        if (x < free || x + wide > end)
            continue;
        paintLabel(painter, QRect(x, line.top(), wide + 1, 16), tick.text, Qt::AlignLeft);
        free = x + wide + tokens::space::s;
    }
}

void TimePlot::paintMarks(QPainter &painter)
{
    const QRect plot = plotArea();
    for (const ChartMark &mark : m_marks) {
        if (!m_range.range().contains(mark.time))
            continue;
        const double x = std::floor(xOf(mark.time)) + 0.5;
        painter.setPen(QPen(theme().colour(Colour::Text2), 1, Qt::CustomDashLine));
        QPen pen = painter.pen();
        pen.setDashPattern({1, 2});
        painter.setPen(pen);
        painter.drawLine(QPointF(x, 0), QPointF(x, plot.bottom() + 1));
        const int wide = m_texts.width(theme(), TextStyle::Label, mark.text) + 1;
        const bool isLeft = x - 6 - wide >= plot.left();
        const int left = isLeft ? int(x) - 6 - wide : int(x) + 6;
        paintLabel(painter, QRect(left, 0, wide, 16), mark.text, Qt::AlignLeft, Colour::Text);
    }
}

void TimePlot::paintCursor(QPainter &painter)
{
    painter.setLayoutDirection(Qt::LeftToRight);
    const QRect plot = plotArea();
    if (m_drag == Drag::Box) {
        const QRect box = QRect(QPoint(m_pressed.x(), plot.top()), QPoint(m_pointer.x(), plot.bottom())).normalized();
        painter.fillRect(box & plot, theme().colour(Colour::Accent, 0.15));
        painter.setPen(theme().colour(Colour::Accent));
        painter.drawRect((box & plot).adjusted(0, 0, -1, -1));
        return;
    }
    if (!m_cursor.time() || !m_range.range().contains(*m_cursor.time()) || m_isDirty)
        return;
    const double x = std::floor(xOf(*m_cursor.time()));
    painter.fillRect(QRectF(x, plot.top(), 1, plot.height()), theme().colour(Colour::Text3));
    const std::vector<ChartReading> shown = readings(*m_cursor.time());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().colour(Colour::Surface), 1.5));
    for (const ChartReading &reading : shown) {
        if (std::isnan(reading.value) || reading.value < m_axis.low || reading.value > m_axis.high)
            continue;
        painter.setBrush(theme().colour(reading.colour));
        painter.drawEllipse(QPointF(x + 0.5, yOf(reading.value)), 3.5, 3.5);
    }
    paintReadout(painter, x, shown);
}

void TimePlot::paintReadout(QPainter &painter, double x, const std::vector<ChartReading> &shown)
{
    constexpr int line = 16, pad = 8, swatch = 10;
    const QString when = instantText(*m_cursor.time(), m_range.range().length() / std::max(1, plotArea().width()));
    int wide = m_texts.width(theme(), TextStyle::Label, when);
    for (const ChartReading &reading : shown)
        wide = std::max(wide, swatch + 6 + m_texts.width(theme(), TextStyle::Small, reading.name) + 12 +
                                  m_texts.width(theme(), TextStyle::Small, reading.text));
    const QRect plot = plotArea();
    QRect box(0, 0, wide + 2 * pad, int(shown.size() + 1) * line + pad);
    const bool isRight = x + 12 + box.width() <= plot.right() || x - 12 - box.width() < plot.left();
    box.moveTopLeft({qRound(isRight ? x + 12 : x - 12 - box.width()), plot.top() + 4});
    painter.setPen(theme().colour(Colour::LineStrong));
    painter.setBrush(theme().colour(Colour::Raised));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), tokens::radius::chip, tokens::radius::chip);
    QRect row(box.left() + pad, box.top() + pad / 2, wide, line);
    paintLabel(painter, row, when, Qt::AlignLeft, Colour::Text2);
    for (const ChartReading &reading : shown) {
        row.translate(0, line);
        painter.fillRect(QRectF(row.left(), row.center().y(), swatch, 2), theme().colour(reading.colour));
        m_texts.paint(painter, row.adjusted(swatch + 6, 0, 0, 0), reading.name,
                      {.style = TextStyle::Small, .colour = Colour::Text2, .elide = Qt::ElideNone}, theme());
        m_texts.paint(painter, row, reading.text,
                      {.style = TextStyle::Small, .alignment = Qt::AlignRight, .elide = Qt::ElideNone}, theme());
    }
}

QString TimePlot::copyText() const
{
    if (!m_cursor.time())
        return QString::fromUtf8(table().tabbed(kRowsCopied));
    QString out = instantText(*m_cursor.time(), 1) + QStringLiteral(" UTC");
    for (const ChartReading &reading : readings(*m_cursor.time()))
        out += u'\n' + reading.name + u'\t' + reading.text;
    return out;
}

QImage TimePlot::picture()
{
    if (m_isDirty)
        draw();
    return m_picture;
}

void TimePlot::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *all = menu->addAction(tr("Show everything"), this, [this] { m_range.reset(); });
    all->setShortcut(Qt::Key_Home);
    all->setEnabled(m_range.isZoomed());
    menu->addSeparator();
    menu->addActions(m_exports);
    menu->popup(event->globalPos());
}

} // namespace graticule
