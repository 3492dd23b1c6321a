// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/worldgeometry.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <numbers>

// In the global namespace, as Qt asks for resources of static libraries.
static void initWorldResource()
{
    Q_INIT_RESOURCE(graticule_world);
}

namespace graticule {

/// Reads world.bin piece by piece. After the first fault every read returns 0 and the fault stays.
class WorldGeometryReader
{
public:
    explicit WorldGeometryReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    Result<WorldGeometry> read()
    {
        static constexpr QByteArrayView magic("GRATMAP1");
        WorldGeometry world;
        if (!m_bytes.startsWith(magic)) {
            fail(QStringLiteral("does not start with GRATMAP1"));
        }
        m_at = magic.size();
        world.m_centralMeridian = double(number(359, "central meridian"));
        m_units = double(number(1'000'000, "units per degree"));
        if (m_units < 1) {
            fail(QStringLiteral("units per degree are 0"));
        }
        m_meridian = world.m_centralMeridian;
        for (qint64 left = number(10'000, "number of countries"); left > 0 && m_fault.isEmpty(); --left) {
            const QString key = text();
            const int numeric = int(number(999, "country code"));
            world.m_countries.push_back({key, numeric, text()});
        }
        for (qint64 left = number(16, "number of levels"); left > 0 && m_fault.isEmpty(); --left) {
            world.m_levels.push_back(level(qint64(world.m_countries.size())));
        }
        if (m_fault.isEmpty() && (m_at != m_bytes.size() || world.m_levels.empty())) {
            fail(QStringLiteral("ends at byte %1 of %2").arg(m_at).arg(m_bytes.size()));
        }
        if (!m_fault.isEmpty()) {
            return Error{ErrorKind::Malformed, Fault::Ours,
                         QStringLiteral("The map data (world.bin) %1. Install the program again.").arg(m_fault),
                         std::nullopt};
        }
        return world;
    }

private:
    void fail(const QString &fault)
    {
        if (m_fault.isEmpty()) {
            m_fault = fault;
        }
    }

    quint64 varint()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 35 && m_fault.isEmpty(); shift += 7) {
            if (m_at >= m_bytes.size()) {
                fail(QStringLiteral("is cut short at byte %1").arg(m_at));
                return 0;
            }
            const auto byte = quint8(m_bytes[m_at++]);
            value |= quint64(byte & 127) << shift;
            if (byte < 128) {
                return value;
            }
        }
        fail(QStringLiteral("has a number of more than five bytes at byte %1").arg(m_at));
        return 0;
    }

    qint64 number(qint64 limit, const char *what)
    {
        const auto value = qint64(varint());
        if (value > limit) {
            fail(QStringLiteral("says %1 for the %2, at most %3 can be, at byte %4")
                     .arg(value)
                     .arg(QLatin1StringView(what))
                     .arg(limit)
                     .arg(m_at));
            return 0;
        }
        return value;
    }

    QString text()
    {
        const qint64 length = number(m_bytes.size() - std::min(m_at, m_bytes.size()), "length of a text");
        if (!m_fault.isEmpty() || m_bytes.size() - m_at < length) {
            fail(QStringLiteral("is cut short at byte %1").arg(m_at));
            return {};
        }
        const QString read = QString::fromUtf8(m_bytes.sliced(m_at, length));
        m_at += length;
        return read;
    }

    std::vector<QPointF> points()
    {
        // Every point takes two bytes at least, so a false count cannot make us reserve more than the file's size.
        const qint64 count = number((m_bytes.size() - m_at) / 2, "number of points");
        std::vector<QPointF> read;
        read.reserve(size_t(count));
        qint64 x = 0, y = 0;
        for (qint64 i = 0; i < count && m_fault.isEmpty(); ++i) {
            x += unzigzag(varint());
            y += unzigzag(varint());
            const double longitude = double(x) / m_units, latitude = double(y) / m_units;
            if (std::abs(longitude) > 180 || std::abs(latitude) > 90) {
                fail(QStringLiteral("has a point off the globe at byte %1").arg(m_at));
            }
            read.emplace_back(longitude + m_meridian, latitude);
        }
        return read;
    }

    WorldGeometry::Level level(qint64 countries)
    {
        WorldGeometry::Level read;
        for (qint64 left = number(m_bytes.size(), "number of rings"); left > 0 && m_fault.isEmpty(); --left) {
            WorldGeometry::Ring ring;
            ring.country = int(number(countries - 1, "country of a ring"));
            ring.points = points();
            if (ring.points.size() < 3) {
                fail(QStringLiteral("has a ring of less than three points at byte %1").arg(m_at));
            }
            ring.bounds = bounds(ring.points);
            read.rings.push_back(std::move(ring));
        }
        for (qint64 left = number(m_bytes.size(), "number of borders"); left > 0 && m_fault.isEmpty(); --left) {
            read.borders.push_back(points());
        }
        return read;
    }

    static qint64 unzigzag(quint64 value) { return qint64(value >> 1) ^ -qint64(value & 1); }

    static QRectF bounds(const std::vector<QPointF> &points)
    {
        if (points.empty()) {
            return {};
        }
        double left = points[0].x(), right = left, top = points[0].y(), bottom = top;
        for (const QPointF &p : points) {
            left = std::min(left, p.x());
            right = std::max(right, p.x());
            top = std::min(top, p.y());
            bottom = std::max(bottom, p.y());
        }
        return {left, top, right - left, bottom - top};
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    double m_units = 1;
    double m_meridian = 0;
    QString m_fault;
};

namespace {

/// Whether a ray to the east crosses the ring an odd number of times.
bool encloses(const WorldGeometry::Ring &ring, QPointF p)
{
    bool inside = false;
    QPointF a = ring.points.back();
    for (const QPointF &b : ring.points) {
        if ((a.y() > p.y()) != (b.y() > p.y()) && p.x() < (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y()) + a.x()) {
            inside = !inside;
        }
        a = b;
    }
    return inside;
}

/// Square of the distance from the origin to the segment a-b.
double squaredDistance(QPointF a, QPointF b)
{
    const QPointF d = b - a;
    const double length = QPointF::dotProduct(d, d);
    const double t = length > 0 ? std::clamp(-QPointF::dotProduct(a, d) / length, 0.0, 1.0) : 0;
    const QPointF nearest = a + t * d;
    return QPointF::dotProduct(nearest, nearest);
}

constexpr double KilometresPerDegree = 111.195; // of latitude, on a sphere of 6371 km

} // namespace

Result<WorldGeometry> WorldGeometry::load(QByteArrayView bytes)
{
    return WorldGeometryReader(bytes).read();
}

Result<WorldGeometry> WorldGeometry::builtIn()
{
    initWorldResource();
    QFile file(QStringLiteral(":/graticule/map/world.bin"));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorKind::Internal, Fault::Ours,
                     QStringLiteral("The map data (world.bin) is missing in this program. Install it again."),
                     std::nullopt};
    }
    return load(file.readAll());
}

QPointF WorldGeometry::unwrapped(double latitude, double longitude) const
{
    return {longitude + 360 * std::round((m_centralMeridian - longitude) / 360), latitude};
}

QString WorldGeometry::countryAt(double latitude, double longitude) const
{
    const QPointF p = unwrapped(latitude, longitude);
    // Holes are rings of the country around them: a position belongs to the country that it is in an odd number of
    // times.
    std::vector<int> enclosing;
    for (const Ring &ring : m_levels.back().rings) {
        if (ring.bounds.contains(p) && encloses(ring, p)) {
            const auto found = std::find(enclosing.begin(), enclosing.end(), ring.country);
            if (found == enclosing.end()) {
                enclosing.push_back(ring.country);
            } else {
                enclosing.erase(found);
            }
        }
    }
    return enclosing.empty() ? QString() : m_countries[size_t(enclosing.front())].key;
}

bool WorldGeometry::isNear(QStringView country, double latitude, double longitude, double kilometres) const
{
    if (countryAt(latitude, longitude) == country) {
        return true;
    }
    // A plane around the position is exact enough for the few kilometres that are asked for.
    const QPointF p = unwrapped(latitude, longitude);
    const double up = kilometres / KilometresPerDegree;
    const double shrink = std::max(0.01, std::cos(latitude * std::numbers::pi / 180));
    const QRectF around(p.x() - up / shrink, p.y() - up, 2 * up / shrink, 2 * up);
    const auto local = [&](QPointF q) { return QPointF((q.x() - p.x()) * shrink, q.y() - p.y()); };
    for (const Ring &ring : m_levels.back().rings) {
        if (m_countries[size_t(ring.country)].key != country || !ring.bounds.intersects(around)) {
            continue;
        }
        QPointF a = local(ring.points.back());
        for (const QPointF &point : ring.points) {
            const QPointF b = local(point);
            if (squaredDistance(a, b) <= up * up) {
                return true;
            }
            a = b;
        }
    }
    return false;
}

} // namespace graticule
