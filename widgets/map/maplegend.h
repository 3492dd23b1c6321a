// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QStringList>
#include <QWidget>

#include <vector>

namespace graticule {

class MapWidget;
class Theme;

/// What the marks of a map mean, in one line, or in more where there is no room for one. It looks like the map's theme;
/// its words are its accessible name.
class MapLegend : public QWidget
{
    Q_OBJECT

public:
    /// `map` outlives the legend.
    explicit MapLegend(const MapWidget &map, QWidget *parent = nullptr);

    /// What the four lengths of lines mean, from the shortest: "up to 50 ms". For MapLayer::Latency.
    void setLengthWords(const QStringList &words);
    /// How wide it may be, in pixels.
    void setRoom(int width);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Entry;

    std::vector<Entry> entries() const;
    static void paintSample(QPainter &painter, const QRectF &box, const Entry &entry, const Theme &theme);
    void renew();
    void speak();
    QPixmap drawn() const;
    std::vector<QPoint> places() const;

    const MapWidget &m_map;
    QStringList m_lengthWords;
    int m_room = QWIDGETSIZE_MAX;
    QPixmap m_picture; ///< drawn once: the map beneath repaints us with every frame
};

} // namespace graticule
