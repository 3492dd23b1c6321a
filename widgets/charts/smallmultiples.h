// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"
#include "widgets/charts/chartrange.h"
#include "widgets/charts/sparkstrip.h"
#include "widgets/theme/glyphtexts.h"

namespace graticule {

/// Many small charts side by side over the same stretch of time, each with its own axis. Made for values that come many
/// times a second: a tick paints new pixel columns and the values' texts.
///
/// Arrow keys and the pointer choose a chart, Return and a double click open it. Time runs to the right in every
/// language. GUI thread.
class SmallMultiples : public ThemedWidget
{
    Q_OBJECT

public:
    /// `cursor` is shared with other charts and outlives this.
    SmallMultiples(const ThemeSwitch &themes, ChartCursor &cursor, QWidget *parent = nullptr);

    void setCharts(std::vector<SmallChart> charts);
    /// How much time a chart shows, ms.
    void setLength(qint64 length);
    /// A cell is at least so wide and so tall.
    void setCellSize(const QSize &least);
    /// Data came, and it is `now`: the right edge.
    void advance(qint64 now);

    int count() const { return int(m_strips.size()); }
    /// -1: none.
    int current() const { return m_current; }
    void setCurrent(int index);
    /// The cell of a chart, with its words.
    QRect cellRect(int index) const;
    /// "fra1 CPU: last 71 %, ..." of one chart.
    QString chartText(int index) const;

    QSize sizeHint() const override;

Q_SIGNALS:
    void currentChanged(int index);
    void activated(int index);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int columns() const;
    int indexAt(const QPoint &point) const;
    /// The part of a cell that the lines have.
    QRect plotRect(int index) const;
    QRect valueRect(int index) const;
    void setup();
    void paintCell(QPainter &painter, int index, const QRect &dirty);
    QString valueAt(const SparkStrip &strip) const;

    ChartCursor &m_cursor;
    std::vector<SparkStrip> m_strips;
    qint64 m_length = 3'600'000;
    qint64 m_now = -1;
    QSize m_least{220, 120};
    int m_current = -1;
    GlyphTexts m_texts;
};

} // namespace graticule
