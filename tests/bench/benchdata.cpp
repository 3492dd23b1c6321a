// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchdata.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <cstdlib>

namespace graticule::bench {

namespace {

[[noreturn]] void fail(const QString &path, const QString &why)
{
    std::fprintf(stderr, "%s: %s\n", qPrintable(path), qPrintable(why));
    std::exit(2);
}

QJsonObject readObject(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        fail(path, file.errorString());
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject()) {
        fail(path, error.errorString());
    }
    return document.object();
}

std::vector<double> numbers(const QJsonValue &array)
{
    std::vector<double> out;
    const QJsonArray values = array.toArray();
    out.reserve(size_t(values.size()));
    for (const auto &value : values)
        out.push_back(value.toDouble());
    return out;
}

/// A status is a word or its index, in files of other programs.
int statusOf(const QJsonValue &value)
{
    for (int i = 0; i < int(std::size(statuses)); ++i) {
        if (value.toString() == QLatin1StringView(statuses[i])) {
            return i;
        }
    }
    return value.toInt(3);
}

} // namespace

Fleet loadFleet(const QString &path)
{
    const QJsonObject object = readObject(path);
    Fleet fleet;
    QHash<QString, int> indexOf;
    for (const auto &entry : object.value(u"sites").toArray()) {
        const QJsonObject site = entry.toObject();
        indexOf.insert(site.value(u"id").toString(), int(fleet.sites.size()));
        fleet.sites.push_back({site.value(u"id").toString(), site.value(u"name").toString(),
                               site.value(u"region").toString(), site.value(u"lat").toDouble(),
                               site.value(u"lon").toDouble(), statusOf(site.value(u"status"))});
    }
    const auto end = [&](const QJsonValue &value) {
        return value.isString() ? indexOf.value(value.toString(), -1) : value.toInt(-1);
    };
    for (const auto &entry : object.value(u"links").toArray()) {
        const QJsonObject link = entry.toObject();
        const int a = end(link.value(u"a")), b = end(link.value(u"b"));
        if (a >= 0 && b >= 0 && a < int(fleet.sites.size()) && b < int(fleet.sites.size())) {
            fleet.links.push_back({a, b, link.value(u"rttMs").toDouble()});
        }
    }
    if (fleet.sites.empty()) {
        fail(path, QStringLiteral("has no sites"));
    }
    return fleet;
}

Updates loadUpdates(const QString &path)
{
    const QJsonObject object = readObject(path);
    Updates updates;
    updates.hz = object.value(u"hz").toDouble(10);
    for (const auto &entry : object.value(u"ticks").toArray()) {
        const QJsonArray flat = entry.toArray();
        auto &tick = updates.ticks.emplace_back();
        for (qsizetype i = 0; i + 1 < flat.size(); i += 2) {
            tick.emplace_back(flat[i].toInt(), flat[i + 1].toInt());
        }
    }
    return updates;
}

Series loadSeries(const QString &path)
{
    const QJsonObject object = readObject(path);
    Series series{object.value(u"name").toString(), numbers(object.value(u"x")), numbers(object.value(u"y"))};
    if (series.x.empty() || series.x.size() != series.y.size())
        fail(path, QStringLiteral("has no points"));
    return series;
}

std::vector<LiveChart> loadLiveCharts(const QString &path)
{
    std::vector<LiveChart> charts;
    const QJsonArray all = readObject(path).value(u"charts").toArray();
    for (const auto &entry : all) {
        const QJsonObject object = entry.toObject();
        LiveChart &chart = charts.emplace_back();
        chart.title = object.value(u"title").toString();
        chart.begin = object.value(u"t0").toDouble();
        chart.step = object.value(u"step").toDouble(1);
        const QJsonArray lines = object.value(u"series").toArray();
        for (const auto &each : lines) {
            const QJsonObject line = each.toObject();
            chart.lines.push_back(
                {line.value(u"name").toString(), numbers(line.value(u"values")), numbers(line.value(u"next"))});
        }
    }
    if (charts.empty())
        fail(path, QStringLiteral("has no charts"));
    return charts;
}

} // namespace graticule::bench
