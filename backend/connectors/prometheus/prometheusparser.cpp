// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/prometheus/prometheusparser.h"

#include "backend/connectors/http/httperror.h"
#include "backend/domain/saying.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <limits>

namespace graticule {
namespace {

constexpr qsizetype kMostSeries = 100'000;
constexpr qsizetype kMostPoints = 2000; // of one series: what is older is left out
constexpr qsizetype kMostLabels = 64;
constexpr qsizetype kLongestLabel = 1024; // cut, two targets could look like one
constexpr qsizetype kMostWarnings = 8;
constexpr double kLatest = 253'402'300'799; // the year 9999, in seconds

Error malformed(const QString &why)
{
    return saidError(ErrorKind::Malformed, Fault::Endpoint, "prometheus.unreadable", {why});
}

Result<QJsonObject> parseObject(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        return malformed(QStringLiteral("%1 at byte %2 of %3")
                             .arg(error.errorString(), QString::number(error.offset), QString::number(json.size())));
    }
    if (!document.isObject())
        return malformed(QStringLiteral("it is not an object"));
    return document.object();
}

/// The member "data" of a successful reply.
Result<QJsonObject> dataOf(const QByteArray &json, QJsonObject *reply = nullptr)
{
    const auto object = parseObject(json);
    if (!object)
        return object.error();
    if (object->value(QLatin1String("status")) != QLatin1String("success")) {
        const QString said = object->value(QLatin1String("error")).toString();
        return malformed(said.isEmpty() ? QStringLiteral("it has no status") : plainText(said.toUtf8()));
    }
    if (!object->value(QLatin1String("data")).isObject())
        return malformed(QStringLiteral("it has no data"));
    if (reply)
        *reply = *object;
    return object->value(QLatin1String("data")).toObject();
}

/// Values are written as text, so that NaN and infinities can be said.
std::optional<double> number(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    const QString text = value.toString();
    if (text == QLatin1String("NaN"))
        return std::numeric_limits<double>::quiet_NaN();
    if (text == QLatin1String("+Inf") || text == QLatin1String("Inf"))
        return std::numeric_limits<double>::infinity();
    if (text == QLatin1String("-Inf"))
        return -std::numeric_limits<double>::infinity();
    bool ok = false;
    const double parsed = text.size() <= 64 ? text.toDouble(&ok) : 0;
    return ok && std::isfinite(parsed) ? std::optional(parsed) : std::nullopt;
}

std::optional<PrometheusPoint> point(const QJsonValue &value)
{
    const QJsonArray pair = value.toArray();
    if (pair.size() != 2 || !pair[0].isDouble())
        return std::nullopt;
    const double seconds = pair[0].toDouble();
    const auto read = number(pair[1]);
    if (!read || !(seconds > 0) || seconds > kLatest)
        return std::nullopt;
    return PrometheusPoint{instantFromMs(qRound64(seconds * 1000)), *read};
}

bool readLabels(const QJsonValue &value, Labels &labels)
{
    const QJsonObject object = value.toObject();
    if (object.size() > kMostLabels)
        return false;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (!it.value().isString() || it.key().size() > kLongestLabel || it.value().toString().size() > kLongestLabel)
            return false;
        labels.insert(it.key(), it.value().toString());
    }
    return true;
}

bool readPoints(const QJsonObject &object, std::vector<PrometheusPoint> &points)
{
    if (object.contains(QLatin1String("value"))) {
        const auto one = point(object.value(QLatin1String("value")));
        if (one)
            points.push_back(*one);
        return one.has_value();
    }
    const QJsonArray values = object.value(QLatin1String("values")).toArray();
    const qsizetype first = std::max<qsizetype>(0, values.size() - kMostPoints);
    for (qsizetype i = first; i < values.size(); ++i) {
        const auto one = point(values[i]);
        if (!one || (!points.empty() && one->at <= points.back().at))
            return false;
        points.push_back(*one);
    }
    return !points.empty(); // native histograms have no points that we read
}

} // namespace

Result<PrometheusAnswer> parsePrometheusAnswer(const QByteArray &json)
{
    QJsonObject reply;
    const auto data = dataOf(json, &reply);
    if (!data)
        return data.error();
    PrometheusAnswer answer;
    const QJsonArray warnings = reply.value(QLatin1String("warnings")).toArray();
    for (const QJsonValue &warning : warnings) {
        if (answer.warnings.size() < kMostWarnings)
            answer.warnings.append(plainText(warning.toString().toUtf8()));
    }
    if (reply.value(QLatin1String("isPartial")).toBool()) // VictoriaMetrics
        answer.warnings.append(QStringLiteral("isPartial"));
    const QString type = data->value(QLatin1String("resultType")).toString();
    if (type == QLatin1String("scalar")) {
        const auto value = point(data->value(QLatin1String("result")));
        if (!value)
            return malformed(QStringLiteral("its scalar is none"));
        answer.series.push_back({{}, {*value}});
        answer.at = value->at;
        return answer;
    }
    const QJsonValue result = data->value(QLatin1String("result"));
    if ((type != QLatin1String("vector") && type != QLatin1String("matrix")) || !result.isArray())
        return malformed(QStringLiteral("it is neither vector nor matrix"));
    const QJsonArray list = result.toArray();
    if (list.size() > kMostSeries)
        return saidError(ErrorKind::TooLarge, Fault::Endpoint, "prometheus.too-many", {QString::number(kMostSeries)},
                         Milliseconds(60'000));
    answer.series.reserve(size_t(list.size()));
    for (const QJsonValue &entry : list) {
        const QJsonObject object = entry.toObject();
        PrometheusSeries series;
        if (!readLabels(object.value(QLatin1String("metric")), series.labels) || !readPoints(object, series.points)) {
            ++answer.unreadable;
            continue;
        }
        answer.at = std::max(answer.at, series.points.back().at);
        answer.series.push_back(std::move(series));
    }
    return answer;
}

Result<PrometheusBuild> parsePrometheusBuild(const QByteArray &json)
{
    const auto data = dataOf(json);
    if (!data)
        return data.error();
    return PrometheusBuild{plainText(data->value(QLatin1String("application")).toString().toUtf8(), 60),
                           plainText(data->value(QLatin1String("version")).toString().toUtf8(), 60)};
}

std::optional<PrometheusRefusal> parsePrometheusRefusal(const QByteArray &json)
{
    const auto object = parseObject(json.left(64 << 10));
    if (!object || object->value(QLatin1String("status")) != QLatin1String("error"))
        return std::nullopt;
    return PrometheusRefusal{plainText(object->value(QLatin1String("errorType")).toVariant().toString().toUtf8(), 60),
                             plainText(object->value(QLatin1String("error")).toString().toUtf8())};
}

} // namespace graticule
