// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"
#include "backend/domain/place.h"
#include "backend/places/cloudregions.h"

#include <QHash>

#include <memory>
#include <vector>

namespace graticule {

/// Round-trip times between places: measured ones between cloud regions, else a model by distance (file
/// region-rtt.json; its README names the sources). Immutable; const use from any thread.
class RttModel
{
public:
    /// One end of a way. `rows` says where it stands in the measurements, one per data set, -1: nowhere.
    struct End
    {
        GeoPoint position;
        QString country;
        std::vector<int> rows;
    };

    /// Reads the form of resources/places/region-rtt.json. @p regions gives the positions.
    static Result<RttModel> fromJson(const QByteArray &json, const QString &file, const CloudRegions &regions);
    static std::shared_ptr<const RttModel> builtIn(const CloudRegions &regions);

    /// An end that takes part in the measurements: the region itself, or the nearest one within 100 km.
    End measuredEnd(GeoPoint position, const QString &country, const QString &provider = {},
                    const QString &code = {}) const;
    /// Milliseconds from @p a to @p b; always above light in fibre.
    double rttMs(const End &a, const End &b) const;

private:
    struct DataSet
    {
        QString provider;
        std::vector<QString> codes;
        std::vector<GeoPoint> positions;
        std::vector<std::vector<double>> matrix; // < 0: not given
    };

    double measured(const End &a, const End &b) const;

    std::vector<DataSet> m_sets;
    QHash<QString, double> m_corridors; // "EU-NA" -> factor
    double m_floor = 0;                 // ms per km
    double m_corridorBase = 0;
    double m_linearBase = 0;
    double m_linearPerKm = 0;
};

} // namespace graticule
