// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <vector>

namespace graticule {

/// Names a site for the map's whole life: selection and focus are kept by key when sites come and go. Never reused for
/// another site. Cheapest when sites are handed over in ascending order of their keys.
using MapKey = qint32;

enum class MapState : quint8 {
    Unknown = 0,
    Healthy,
    Degraded,
    Down,
    Unreachable, ///< cannot be seen; not the same as down
    Maintenance,
};

/// The part of a site that changes often.
struct MapMark
{
    MapState state = MapState::Unknown;
    bool stale = false; ///< `state` is the last known one and too old now

    friend bool operator==(const MapMark &, const MapMark &) = default;
};

struct MapSite
{
    MapKey key = 0;
    double latitude = 0;  ///< degrees, -90..90
    double longitude = 0; ///< degrees, any turn
    MapMark mark;
    bool inferred = false; ///< the position is a guess; drawn with four ticks around it
    float weight = 1;      ///< more is named first; the size of a cluster is its number of sites, not this
    QString label;         ///< the site's name: "sin1"
    QString place;         ///< what a cluster around it is called: "Singapore"
};

/// A site that is never merged into a cluster: own mark, two rings, a box with two lines of text.
struct MapCallout
{
    MapKey site = 0;
    QString title;  ///< "fra1 · down 12 min"
    QString detail; ///< "first out: etcd quorum lost"

    friend bool operator==(const MapCallout &, const MapCallout &) = default;
};

enum class MapSeverity : quint8 { None = 0, Medium, High, Critical };

/// What marks and lines say beside the states, which are always told.
enum class MapLayer : quint8 {
    State = 0,
    Latency,  ///< lines say how long the way takes: see MapLength
    Capacity, ///< marks say how full they are: see MapLevel
};

/// How a line without a severity is drawn: the longer the way takes, the wider and brighter. The order is meant: of
/// several lines in one place the last is seen.
enum class MapLength : quint8 {
    Plain = 0,  ///< it says nothing
    Unmeasured, ///< dashed
    Short,
    Medium,
    Long,
    VeryLong,
};

/// A connection between two sites, drawn along the great circle. Links of unknown sites are not drawn.
struct MapLink
{
    MapKey from = 0;
    MapKey to = 0;
    MapSeverity severity = MapSeverity::None;
    bool dotted = false; ///< no evidence travels over it: one end is dead
    QString value;       ///< "213 ms"; shown in a box when severity is not None
    MapLength length = MapLength::Plain;

    friend bool operator==(const MapLink &, const MapLink &) = default;
};

struct MapChange
{
    MapKey key = 0;
    MapMark mark;
};

/// How much of a site is used, in any unit.
struct MapUse
{
    MapKey key = 0;
    double used = 0;
    double total = 0;   ///< 0: not known
    bool stale = false; ///< the last known, too old now
};

/// What lies under a point of the map.
struct MapHit
{
    enum class Kind { Nothing, Site, Cluster, Link };

    Kind kind = Kind::Nothing;
    int index = -1; ///< cluster (also of a lone site) in the layout, or link; valid until the map changes
    MapKey key = 0; ///< of the site; of the cluster's first site

    explicit operator bool() const { return kind != Kind::Nothing; }
    friend bool operator==(const MapHit &, const MapHit &) = default;
};

} // namespace graticule

Q_DECLARE_METATYPE(graticule::MapHit)
