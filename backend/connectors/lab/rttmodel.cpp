// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/lab/rttmodel.h"

#include "backend/connectors/lab/countrygroups.h"
#include "backend/places/geo.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace graticule {
namespace {

Error malformed(const QString &file, const QString &what)
{
    return {ErrorKind::Malformed, Fault::Input, file + QStringLiteral(": ") + what, std::nullopt};
}

} // namespace

Result<RttModel> RttModel::fromJson(const QByteArray &json, const QString &file, const CloudRegions &regions)
{
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return malformed(file, QStringLiteral("byte %1: %2").arg(error.offset).arg(error.errorString()));
    RttModel model;
    model.m_floor = root.value(QLatin1String("floor_ms_per_km")).toDouble();
    model.m_corridorBase = root.value(QLatin1String("corridor_base_ms")).toDouble();
    const QJsonObject linear = root.value(QLatin1String("linear")).toObject();
    model.m_linearBase = linear.value(QLatin1String("a_ms")).toDouble();
    model.m_linearPerKm = linear.value(QLatin1String("b_ms_per_km")).toDouble();
    if (model.m_floor <= 0 || model.m_linearPerKm <= 0)
        return malformed(file, QStringLiteral("floor_ms_per_km and linear are needed"));
    const QJsonObject corridors = root.value(QLatin1String("corridors")).toObject();
    for (auto it = corridors.begin(); it != corridors.end(); ++it)
        model.m_corridors.insert(it.key(), it.value().toDouble());
    const QJsonArray sets = root.value(QLatin1String("datasets")).toArray();
    for (qsizetype s = 0; s < sets.size(); ++s) {
        const QJsonObject object = sets[s].toObject();
        DataSet set;
        set.provider = object.value(QLatin1String("provider")).toString();
        const QJsonArray codes = object.value(QLatin1String("regions")).toArray();
        const QJsonArray rows = object.value(QLatin1String("matrix")).toArray();
        if (rows.size() != codes.size())
            return malformed(file, QStringLiteral("datasets[%1]: as many rows as regions are needed").arg(s));
        for (qsizetype i = 0; i < codes.size(); ++i) {
            const CloudRegion *region = regions.find(set.provider, codes[i].toString()).region;
            const QJsonArray row = rows[i].toArray();
            if (!region || row.size() != codes.size())
                return malformed(file, QStringLiteral("datasets[%1]: row %2 is short, or \"%3\" is no region")
                                           .arg(s)
                                           .arg(i)
                                           .arg(codes[i].toString()));
            set.codes.push_back(region->code);
            set.positions.push_back(region->position);
            std::vector<double> values;
            for (const QJsonValue &value : row)
                values.push_back(value.toDouble(-1));
            set.matrix.push_back(std::move(values));
        }
        model.m_sets.push_back(std::move(set));
    }
    return model;
}

std::shared_ptr<const RttModel> RttModel::builtIn(const CloudRegions &regions)
{
    const QString name = QStringLiteral(":/graticule/places/region-rtt.json");
    QFile file(name);
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    auto result = fromJson(open ? file.readAll() : QByteArray(), name, regions);
    Q_ASSERT(result);
    return std::make_shared<const RttModel>(result ? std::move(result).value() : RttModel());
}

RttModel::End RttModel::measuredEnd(GeoPoint position, const QString &country, const QString &provider,
                                    const QString &code) const
{
    constexpr double kNear = 100; // km
    End end{position, country, std::vector<int>(m_sets.size(), -1)};
    for (size_t s = 0; s < m_sets.size(); ++s) {
        const DataSet &set = m_sets[s];
        double best = kNear;
        for (size_t i = 0; i < set.codes.size(); ++i) {
            const bool itself = set.provider == provider && set.codes[i] == code;
            const double distance = itself ? -1 : distanceKm(position, set.positions[i]);
            if (distance < best) {
                best = distance;
                end.rows[s] = int(i);
            }
        }
    }
    return end;
}

double RttModel::measured(const End &a, const End &b) const
{
    for (size_t s = 0; s < std::min(a.rows.size(), b.rows.size()); ++s) {
        const int from = a.rows[s];
        const int to = b.rows[s];
        if (from >= 0 && to >= 0 && from != to)
            return m_sets[s].matrix[size_t(from)][size_t(to)];
    }
    return -1;
}

double RttModel::rttMs(const End &a, const End &b) const
{
    constexpr double kSameTown = 50; // km
    const double km = distanceKm(a.position, b.position);
    const double floor = km * m_floor;
    if (const double ms = measured(a, b); ms >= floor && ms > 0)
        return ms;
    if (km < kSameTown)
        return 1 + 2 * floor;
    QString from = nameOf(groupOf(a.country));
    QString to = nameOf(groupOf(b.country));
    if (to < from)
        std::swap(from, to);
    const double factor = m_corridors.value(from + QLatin1Char('-') + to);
    return factor > 0 ? m_corridorBase + factor * floor : m_linearBase + m_linearPerKm * km;
}

} // namespace graticule
