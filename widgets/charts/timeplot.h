// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"
#include "widgets/charts/chartaxis.h"
#include "widgets/charts/chartrange.h"
#include "widgets/charts/charttable.h"
#include "widgets/theme/glyphtexts.h"

#include <QImage>

#include <vector>

class QAction;
class QMenu;

namespace graticule {

/// Something that happened at one instant: a dotted line with words.
struct ChartMark
{
    qint64 time = 0;
    QString text;
};

/// What one series is at the cursor.
struct ChartReading
{
    QString name;
    QString text;
    Colour colour = Colour::Text;
    double value = 0; ///< where its dot is; NaN: none
};

/// A chart of values over time: axes, marks, the cursor and the ways to move about. What it shows is painted by the
/// classes made of it, into a picture that is kept until data, range or theme change; a moving cursor costs little.
///
/// It stands on a surface. Drag pans, Shift+drag zooms into a box, the wheel zooms, a double click or Home shows
/// everything; + and - zoom, Left and Right move the cursor (with Shift the range), Ctrl+C copies. Time runs to the
/// right in every language. GUI thread.
class TimePlot : public ThemedWidget
{
    Q_OBJECT

public:
    /// `range` and `cursor` are shared with other charts and outlive this one.
    TimePlot(const ThemeSwitch &themes, ChartRange &range, ChartCursor &cursor, QWidget *parent = nullptr);

    ChartRange &range() const { return m_range; }
    ChartCursor &cursor() const { return m_cursor; }

    void setMarks(std::vector<ChartMark> marks);
    /// Stretches whose last known values are too old: hatched.
    void setStale(std::vector<TimeRange> stale);
    /// Said at the right end of a range that reaches its limit: "now".
    void setEndText(const QString &text);

    /// Where the values are painted.
    QRect plotArea() const;
    /// The data in a sentence, for those who do not see it.
    virtual QString summary() const = 0;
    /// What is in range.
    virtual ChartTable table() const = 0;
    /// The values at the cursor, or those in range, as text for the clipboard.
    QString copyText() const;
    QImage picture();
    /// Copy, save as picture, save as CSV: for menus and buttons of the page.
    const QList<QAction *> &exportActions() const { return m_exports; }

    QSize sizeHint() const override { return {550, 244}; }
    QSize minimumSizeHint() const override { return {160, 80}; }

Q_SIGNALS:
    /// A person wants these saved; where and by whom is the page's business.
    void pictureWanted(const QImage &picture);
    void csvWanted(const graticule::ChartTable &table);

protected:
    /// Looks at range() and the data; comes before all others below when one of them changed.
    virtual void prepare(const QSize &plot) = 0;
    virtual ValueAxis makeAxis(int most) const = 0;
    /// `painter` paints onto `image`, whose pixels may be set as well; `plot` is in logical pixels.
    virtual void paintData(QPainter &painter, QImage &image, const QRect &plot) = 0;
    virtual std::vector<ChartReading> readings(qint64 time) const = 0;
    /// The time of data nearest to `time`.
    virtual qint64 snapped(qint64 time) const = 0;
    /// Room for more below the plot.
    virtual int stripHeight() const { return 0; }

    void dataChanged();
    const ValueAxis &axis() const { return m_axis; }
    double xOf(qint64 time) const;
    double yOf(double value) const;
    qint64 timeAtX(double x) const;
    GlyphTexts &texts() { return m_texts; }
    void paintLabel(QPainter &painter, const QRect &box, const QString &text, Qt::Alignment alignment,
                    Colour colour = Colour::Text3);

    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    enum class Drag { None, Pan, Box };

    void addExports();
    void draw();
    void paintFrame(QPainter &painter);
    void paintTimeAxis(QPainter &painter);
    void paintMarks(QPainter &painter);
    void paintCursor(QPainter &painter);
    void paintReadout(QPainter &painter, double x, const std::vector<ChartReading> &readings);
    void moveCursor(int steps);
    void dragTo(int x);

    ChartRange &m_range;
    ChartCursor &m_cursor;
    std::vector<ChartMark> m_marks;
    std::vector<TimeRange> m_stale;
    QString m_endText;
    QList<QAction *> m_exports;

    bool m_isDirty = true;
    QImage m_picture; ///< everything but the cursor
    ValueAxis m_axis;
    int m_leading = 0; ///< width of the axis' numbers
    GlyphTexts m_texts;

    Drag m_drag = Drag::None;
    QPoint m_pressed;
    QPoint m_pointer;
    TimeRange m_pressedRange;
};

} // namespace graticule
