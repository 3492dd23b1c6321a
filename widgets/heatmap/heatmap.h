// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/heatmap/heatraster.h"
#include "widgets/theme/themeswitch.h"

#include <QAbstractScrollArea>

#include <functional>

namespace graticule {

/// A matrix of values as coloured cells with rows' and columns' names: readable up to some thirty rows, an overview up
/// to hundreds. Colours are a neutral ramp; only what is over its usual or its limit is coloured, what is too old is
/// hatched.
///
/// Arrow keys move the selection, Page Up and Down by groups, Home and End within the row; + and - zoom, 0 fits; Return
/// and a double click open a cell. In a mirrored window columns run to the left. GUI thread.
class HeatMap : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// `themes` outlives every widget.
    explicit HeatMap(const ThemeSwitch &themes, QWidget *parent = nullptr);

    void setMatrix(HeatMatrix matrix);
    /// New values for the cells of the matrix that is there: as many, row by row.
    void setCells(std::vector<HeatCell> cells);
    void setScale(const HeatScale &scale);
    /// What a cell is in words, for the tooltip and for assistive tools; otherwise its names and number.
    void setDescription(std::function<QString(int row, int column)> describe);

    const HeatMatrix &matrix() const { return m_matrix; }
    const HeatScale &scale() const { return m_scale; }
    /// (column, row); (-1, -1): none.
    QPoint current() const { return m_current; }
    void setCurrent(const QPoint &cell);
    QString cellText(int row, int column) const;
    /// In the viewport; may lie outside of what is seen.
    QRect cellRect(int row, int column) const;
    /// (column, row) at a point of the viewport; (-1, -1) beside the cells.
    QPoint cellAt(const QPoint &point) const;
    /// Columns and rows that are in view, as a rectangle of indices.
    QRect shownCells() const;

    /// A cell's width in px; its height follows, or fit() chose it.
    double cellWidth() const { return m_cellWidth; }
    /// From 1 to 40; whole pixels from 5 on.
    void setCellWidth(double width);
    /// As large as lets all cells be seen, but no larger than is needed to read them; where only the height lacks,
    /// flatter cells that still hold their numbers.
    void fit();

    QSize sizeHint() const override;

Q_SIGNALS:
    void currentChanged(const QPoint &cell);
    void activated(const QPoint &cell);
    /// (-1, -1) when the pointer left the cells.
    void hovered(const QPoint &cell);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const Theme &theme() const { return m_themes.theme(); }
    bool isMirrored() const { return layoutDirection() == Qt::RightToLeft; }
    void setCell(double width, double height);
    void measureHeads();
    void relayout();
    void placeBars();
    /// The part of the viewport in which cells are.
    QRect body() const;
    /// What is scrolled away, in px.
    QPoint scrolled() const;
    void hover(const QPoint &cell);
    void zoom(int steps);
    void moveCurrent(const QPoint &by);
    void moveByGroup(int direction);
    void paintCells(QPainter &painter);
    void paintRowHeads(QPainter &painter);
    void paintColumnHeads(QPainter &painter);
    void paintGroups(QPainter &painter);
    void paintFrames(QPainter &painter);
    TextStyle headStyle(bool isCurrent) const;
    Colour headColour(const HeatHeads &heads, int index, bool isCurrent) const;

    const ThemeSwitch &m_themes;
    HeatMatrix m_matrix;
    HeatScale m_scale;
    std::function<QString(int, int)> m_describe;
    HeatLayout m_rows; ///< in device pixels, as m_columns
    HeatLayout m_columns;
    HeatRaster m_raster;
    qreal m_rasterRatio = 0; ///< for which m_raster is; 0: for none
    QImage m_image;          ///< the cells in view
    bool m_isDirty = true;
    double m_cellWidth = 25;
    double m_cellHeight = 23;
    int m_rowHeads = 50;    ///< width
    int m_columnHeads = 64; ///< height
    QPoint m_current{-1, -1};
    QPoint m_hovered{-1, -1};
};

} // namespace graticule
