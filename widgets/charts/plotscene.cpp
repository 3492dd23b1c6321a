// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/plotscene.h"

#include <QAreaSeries>
#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <vector>

namespace graticule {

/// A bare chart, without axes, legend and ground: its plot is all there is of it. Qt Charts draws areas and lines on
/// one height, in the order in which they were made; that is why there are two of these.
class PlotScene::Layer
{
public:
    Layer()
        : m_chart(new QChart)
    {
        m_scene.setItemIndexMethod(QGraphicsScene::NoIndex);
        m_scene.addItem(m_chart);
        m_chart->legend()->hide();
        m_chart->setBackgroundVisible(false);
        m_chart->setMargins({});
        m_chart->layout()->setContentsMargins(0, 0, 0, 0);
        for (QValueAxis *axis : {&m_x, &m_y})
            axis->setVisible(false);
        m_y.setReverse(true); // pixels are counted from the top
        m_chart->addAxis(&m_x, Qt::AlignBottom);
        m_chart->addAxis(&m_y, Qt::AlignLeft);
    }

    ~Layer()
    {
        // The axes are members: they go out of the chart before it would delete them.
        m_chart->removeAllSeries();
        m_chart->removeAxis(&m_x);
        m_chart->removeAxis(&m_y);
    }

    void begin(const QSize &size)
    {
        for (Item &item : m_items)
            item.isUsed = false;
        m_used = 0;
        if (size == m_size)
            return;
        m_size = size;
        m_chart->resize(size);
        m_chart->setPlotArea(QRectF(QPointF(), size));
        m_x.setRange(0, size.width());
        m_y.setRange(0, size.height());
    }

    void addLine(const QList<QPointF> &points, const QPen &pen)
    {
        Item &item = next(false);
        item.upper->setPen(pen);
        item.upper->replace(points);
    }

    void addArea(const QList<QPointF> &upper, const QList<QPointF> &lower, const QColor &fill)
    {
        Item &item = next(true);
        item.area->setBrush(fill);
        item.area->setPen(Qt::NoPen);
        item.upper->replace(upper);
        item.lower->replace(lower);
    }

    void paint(QPainter &painter, const QPointF &corner)
    {
        if (m_used == 0)
            return;
        for (size_t i = 0; i < m_items.size(); ++i) {
            if (m_items[i].shown()->isVisible() != m_items[i].isUsed)
                m_items[i].shown()->setVisible(m_items[i].isUsed);
        }
        m_scene.render(&painter, QRectF(corner, m_size), QRectF(QPointF(), m_size));
    }

private:
    struct Item
    {
        QAreaSeries *area = nullptr; // owned by the chart, as the next one when there is no area
        QLineSeries *upper = nullptr;
        QLineSeries *lower = nullptr; // owned by the area
        bool isUsed = false;

        QAbstractSeries *shown() const { return area ? static_cast<QAbstractSeries *>(area) : upper; }
    };

    Item &next(bool isArea)
    {
        if (m_used == m_items.size()) {
            Item item;
            item.upper = new QLineSeries;
            if (isArea) {
                item.lower = new QLineSeries;
                item.area = new QAreaSeries(item.upper, item.lower);
                item.upper->setParent(item.area);
                item.lower->setParent(item.area);
            }
            m_chart->addSeries(item.shown());
            item.shown()->attachAxis(&m_x);
            item.shown()->attachAxis(&m_y);
            m_items.push_back(item);
        }
        Item &item = m_items[m_used++];
        item.isUsed = true;
        return item;
    }

    QGraphicsScene m_scene;
    QValueAxis m_x;
    QValueAxis m_y;
    QChart *m_chart; // owned by the scene
    std::vector<Item> m_items;
    size_t m_used = 0;
    QSize m_size;
};

PlotScene::PlotScene()
    : m_areas(std::make_unique<Layer>())
    , m_lines(std::make_unique<Layer>())
{
}

PlotScene::~PlotScene() = default;

void PlotScene::begin(const QSize &size)
{
    m_size = size;
    m_areas->begin(size);
    m_lines->begin(size);
}

void PlotScene::addLine(const QList<QPointF> &points, const QPen &pen)
{
    if (points.size() > 1)
        m_lines->addLine(points, pen);
}

void PlotScene::addArea(const QList<QPointF> &upper, const QList<QPointF> &lower, const QColor &fill)
{
    if (upper.size() > 1 && lower.size() > 1)
        m_areas->addArea(upper, lower, fill);
}

void PlotScene::paint(QPainter &painter, const QPointF &corner)
{
    m_areas->paint(painter, corner);
    m_lines->paint(painter, corner);
}

} // namespace graticule
