// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/maptally.h"

#include <QStringList>

namespace graticule {

namespace {

// Mildest first; two ranks for a state, fresh above stale. An old unknown is unknown, so its two ranks are told apart
// for nothing, and healthy but stale stands above maintenance: we do not know how it is.
constexpr MapMark order[] = {
    {MapState::Healthy, false},     {MapState::Maintenance, true}, {MapState::Maintenance, false},
    {MapState::Healthy, true},      {MapState::Unknown, true},     {MapState::Unknown, false},
    {MapState::Degraded, true},     {MapState::Degraded, false},   {MapState::Unreachable, true},
    {MapState::Unreachable, false}, {MapState::Down, true},        {MapState::Down, false},
};

} // namespace

int MapTally::rank(MapMark mark)
{
    switch (mark.state) {
    case MapState::Healthy:
        return mark.stale ? 3 : 0;
    case MapState::Maintenance:
        return mark.stale ? 1 : 2;
    case MapState::Degraded:
        return mark.stale ? 6 : 7;
    case MapState::Unreachable:
        return mark.stale ? 8 : 9;
    case MapState::Down:
        return mark.stale ? 10 : 11;
    case MapState::Unknown:
        break;
    }
    return mark.stale ? 4 : 5;
}

MapMark MapTally::markOf(int rank)
{
    static_assert(std::size(order) == Ranks);
    return order[rank];
}

int MapTally::severity() const
{
    for (int i = Ranks - 1; i >= 0; --i) {
        if (m_counts[size_t(i)] > 0) {
            return i;
        }
    }
    return rank({});
}

QString MapTally::text() const
{
    QStringList parts;
    for (int i = Ranks - 1; i > 0; --i) {
        if (const int count = m_counts[size_t(i)]; count > 0) {
            //: Part of a list about a cluster of sites: "6 degraded", "2 down, stale"
            parts << tr("%1 %2").arg(count).arg(stateText(markOf(i)));
        }
    }
    return parts.join(tr(", ", "between the parts of a list"));
}

StateShape shapeOf(MapMark mark)
{
    static constexpr StateShape shapes[] = {StateShape::Unknown, StateShape::Healthy,     StateShape::Degraded,
                                            StateShape::Down,    StateShape::Unreachable, StateShape::Maintenance};
    const auto index = size_t(mark.state);
    const StateShape shape = index < std::size(shapes) ? shapes[index] : StateShape::Unknown;
    return mark.stale ? staleForm(shape) : shape;
}

Colour lineColourOf(MapMark mark)
{
    if (!mark.stale) {
        switch (mark.state) {
        case MapState::Healthy:
            return Colour::LineStrong;
        case MapState::Degraded:
            return Colour::MediumLine;
        case MapState::Down:
            return Colour::Critical;
        case MapState::Unreachable:
            return Colour::HighLine;
        case MapState::Maintenance:
            return Colour::Maintenance;
        case MapState::Unknown:
            break;
        }
    }
    return Colour::Unknown;
}

bool isWell(MapMark mark)
{
    return mark.state == MapState::Healthy && !mark.stale;
}

QString stateText(MapMark mark)
{
    const auto text = [](MapState state) {
        switch (state) {
        case MapState::Healthy:
            return QCoreApplication::translate("graticule::MapTally", "healthy");
        case MapState::Degraded:
            return QCoreApplication::translate("graticule::MapTally", "degraded");
        case MapState::Down:
            return QCoreApplication::translate("graticule::MapTally", "down");
        case MapState::Unreachable:
            return QCoreApplication::translate("graticule::MapTally", "unreachable");
        case MapState::Maintenance:
            return QCoreApplication::translate("graticule::MapTally", "in maintenance");
        case MapState::Unknown:
            break;
        }
        return QCoreApplication::translate("graticule::MapTally", "unknown");
    };
    if (!mark.stale) {
        return text(mark.state);
    }
    //: A state that was last seen too long ago: "degraded, stale"
    return QCoreApplication::translate("graticule::MapTally", "%1, stale").arg(text(mark.state));
}

} // namespace graticule
