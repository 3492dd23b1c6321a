// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/recordedexchange.h"

#include "tests/connectors/fixture.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <numeric>

namespace graticule::testing {

namespace {

QLatin1String metaSuffix()
{
    return QLatin1String(".meta.json");
}

} // namespace

RecordedExchange RecordedExchange::load(const QString &folder, const QString &name)
{
    const QString path = folder + QLatin1Char('/');
    const QJsonObject meta = QJsonDocument::fromJson(fixture(path + name + metaSuffix())).object();
    const QJsonObject request = meta[u"request"].toObject();
    const QJsonObject response = meta[u"response"].toObject();

    RecordedExchange exchange;
    exchange.name = name;
    exchange.requestLine = request[u"line"].toString().toLatin1();
    if (request.contains(u"body_file"))
        exchange.requestBody = fixture(path + request[u"body_file"].toString());
    exchange.status = response[u"status"].toInt();
    const QJsonArray headers = response[u"headers"].toArray();
    for (const QJsonValue &header : headers)
        exchange.headers.append({header[0].toString().toLatin1(), header[1].toString().toLatin1()});
    exchange.body = fixture(path + response[u"body_file"].toString());
    exchange.ended = response[u"ended"].toString();
    const QJsonArray arrivals = response[u"arrivals_ms_bytes"].toArray();
    for (const QJsonValue &arrival : arrivals)
        exchange.pieceSizes.append(arrival[1].toInt());
    if (std::accumulate(exchange.pieceSizes.cbegin(), exchange.pieceSizes.cend(), qsizetype(0)) != exchange.body.size())
        qFatal("a broken recording: %s", qPrintable(path + name));
    return exchange;
}

QStringList RecordedExchange::names(const QString &folder)
{
    QStringList names = QDir(fixtureFolder() + QLatin1Char('/') + folder)
                            .entryList({QLatin1Char('*') + metaSuffix()}, QDir::Files, QDir::Name);
    if (names.isEmpty())
        qFatal("no recordings in %s", qPrintable(folder));
    for (QString &name : names)
        name.chop(metaSuffix().size());
    return names;
}

QByteArray RecordedExchange::header(const char *key) const
{
    for (const auto &[sent, value] : headers) {
        if (sent.compare(key, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QByteArrayList RecordedExchange::pieces() const
{
    QByteArrayList pieces;
    qsizetype at = 0;
    for (const qsizetype size : pieceSizes) {
        pieces.append(body.mid(at, size));
        at += size;
    }
    return pieces;
}

} // namespace graticule::testing
