// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/maplayout.h"
#include "widgets/map/mapsprites.h"
#include "widgets/map/maptally.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

namespace graticule {

/// The name beside a mark.
struct MapLabel
{
    int cluster = -1;
    MapKey named = 0; ///< the site that gives the name, by which a name is found again in another layout
    int slot = 0;     ///< which of the six positions around the mark
    QPointF fromMark; ///< logical pixels from the mark's middle to the label's middle
    bool strong = false;
    QString text;

    friend bool operator==(const MapLabel &, const MapLabel &) = default;
};

/// The value of a link in its box.
struct MapValue
{
    QPointF plane; ///< its middle
    MapSeverity severity = MapSeverity::None;
    QString text;

    friend bool operator==(const MapValue &, const MapValue &) = default;
};

/// The box of a site that is never merged.
struct MapCalloutBox
{
    int cluster = -1;
    QRectF fromMark; ///< logical pixels, seen from the site
    MapCallout callout;

    friend bool operator==(const MapCalloutBox &, const MapCalloutBox &) = default;
};

/// All words on the map, placed so that none covers another or a mark: boxes of links and sites first, then names, the
/// abnormal ones first, then by size, six tries each, else none. GUI thread (it measures text); about a millisecond.
class MapAnnotations
{
public:
    struct Input
    {
        const MapLayout &layout;
        const std::vector<MapTally> &tallies; ///< per cluster
        const std::vector<MapCallout> &callouts;
        MapSprites &sprites;
        QRectF visible;            ///< logical pixels of the world at the layout's scale
        double smallestCount = 1;  ///< a cluster that is well gets a name only with so many sites
        bool onlyAbnormal = false; ///< names for what is not well only: while the view passes
        std::vector<QRectF> taken; ///< where something lies over the map; as `visible`
    };

    MapAnnotations() = default;
    /// `before`: names stay where they were, when they still fit there.
    MapAnnotations(const Input &input, const MapAnnotations &before);

    const std::vector<MapLabel> &labels() const { return m_labels; }
    const std::vector<MapValue> &values() const { return m_values; }
    const std::vector<MapCalloutBox> &callouts() const { return m_callouts; }
    /// The part of the world for which words were placed: larger than what was visible.
    const QRectF &region() const { return m_region; }

    friend bool operator==(const MapAnnotations &a, const MapAnnotations &b)
    {
        return a.m_labels == b.m_labels && a.m_values == b.m_values && a.m_callouts == b.m_callouts;
    }

private:
    class Placing;

    QRectF m_region;
    std::vector<MapLabel> m_labels;
    std::vector<MapValue> m_values;
    std::vector<MapCalloutBox> m_callouts;
};

/// What a mark is called: a lone site by its label, a cluster by its place. May be empty.
QString nameOf(const MapLayout &layout, int cluster);

} // namespace graticule
