// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

#include <QByteArrayView>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

namespace graticule {

/// The outlines of the world's countries, as resources/map/world.bin holds them (its README describes the format).
/// A value without I/O; const use from any thread. Loading takes some ten milliseconds: not in the GUI thread.
///
/// Points are degrees, x = longitude, y = latitude. Longitudes run from centralMeridian - 180 to
/// centralMeridian + 180 without a jump inside a ring: 190 means 170 W.
class WorldGeometry
{
public:
    struct Country
    {
        QString key;     ///< ISO 3166-1 alpha-2; XK for Kosovo; "x-somaliland" and the like where there is no code
        int numeric = 0; ///< ISO 3166-1 numeric; 0 where there is none
        QString name;    ///< Natural Earth's short English name
    };
    struct Ring
    {
        int country = 0;             ///< index into countries()
        std::vector<QPointF> points; ///< closed; the first point is not repeated; holes are rings of their own
        QRectF bounds;
    };
    struct Level
    {
        std::vector<Ring> rings;
        std::vector<std::vector<QPointF>> borders; ///< lines between two countries; coasts are not among them
    };

    /// Fails (Malformed, our fault) on bytes that are not exactly one file of this format; the text says where.
    static Result<WorldGeometry> load(QByteArrayView bytes);
    /// The outlines that were built into the program.
    static Result<WorldGeometry> builtIn();

    double centralMeridian() const { return m_centralMeridian; }
    const std::vector<Country> &countries() const { return m_countries; }
    /// Coarse first; the last one has everything.
    const std::vector<Level> &levels() const { return m_levels; }

    /// Key of the country that a position lies in by the finest level; empty at sea. The outlines are good to some
    /// kilometres, so near a border or a coast this is a hint; isNear() is the question to ask about a mismatch.
    QString countryAt(double latitude, double longitude) const;
    /// Whether a position lies in a country or within some kilometres of its outline.
    bool isNear(QStringView country, double latitude, double longitude, double kilometres) const;

private:
    friend class WorldGeometryReader;

    QPointF unwrapped(double latitude, double longitude) const;

    double m_centralMeridian = 0;
    std::vector<Country> m_countries;
    std::vector<Level> m_levels;
};

} // namespace graticule
