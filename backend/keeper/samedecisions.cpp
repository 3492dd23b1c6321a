// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/samedecisions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace graticule {
namespace {

Error malformed(const QString &text)
{
    return {ErrorKind::Invalid, Fault::Input, text, std::nullopt};
}

QJsonObject jsonOf(const ToldService &service)
{
    return {{QStringLiteral("id"), service.id.toString()},
            {QStringLiteral("name"), service.name},
            {QStringLiteral("connection"), service.connection}};
}

ToldService serviceOf(const QJsonValue &json)
{
    const auto text = [&](const char *key) { return json[QLatin1String(key)].toString(); };
    return {EntityId(text("id")), text("name"), text("connection")};
}

} // namespace

QByteArray SameDecisions::toJson(const QList<SameDecision> &decisions)
{
    QJsonArray list;
    for (const SameDecision &decision : decisions)
        list.append(QJsonObject{{QStringLiteral("services"), QJsonArray{jsonOf(decision.one), jsonOf(decision.other)}},
                                {QStringLiteral("same"), decision.isSame},
                                {QStringLiteral("name"), decision.name},
                                {QStringLiteral("who"), decision.who},
                                {QStringLiteral("at"), toIso(decision.at)}});
    return QJsonDocument(QJsonObject{{QStringLiteral("decisions"), list}}).toJson();
}

Result<QList<SameDecision>> SameDecisions::fromJson(const QByteArray &json)
{
    if (json.size() > kLargest)
        return malformed(QStringLiteral("larger than 10 MB"));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    const QJsonValue list = document[QStringLiteral("decisions")];
    if (!document.isObject() || !list.isArray())
        return malformed(error.error == QJsonParseError::NoError ? QStringLiteral("there is no list \"decisions\"")
                                                                 : error.errorString());
    QList<SameDecision> decisions;
    const QJsonArray items = list.toArray();
    if (items.size() > kMost) // to read a part would lose the rest with the next writing
        return malformed(QStringLiteral("there are more than %1 decisions").arg(kMost));
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QJsonValue item = items[i];
        SameDecision decision;
        decision.one = serviceOf(item[QStringLiteral("services")][0]);
        decision.other = serviceOf(item[QStringLiteral("services")][1]);
        decision.isSame = item[QStringLiteral("same")].toBool();
        decision.name = item[QStringLiteral("name")].toString();
        decision.who = item[QStringLiteral("who")].toString();
        decision.at = instantFromIso(item[QStringLiteral("at")].toString());
        if (decision.one.id.isEmpty() || decision.other.id.isEmpty() || (decision.isSame && decision.name.isEmpty()))
            return malformed(QStringLiteral("decision %1 is not whole").arg(i + 1));
        decisions.append(decision);
    }
    return decisions;
}

} // namespace graticule
