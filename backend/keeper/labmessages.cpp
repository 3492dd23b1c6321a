// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/labmessages.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace graticule {
namespace {

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QJsonObject objectOf(const QByteArray &line)
{
    return QJsonDocument::fromJson(line).object();
}

} // namespace

QByteArray writeLabReady()
{
    return lineOf({{QStringLiteral("ready"), true}});
}

QByteArray writeLabProgress(int number, const ActionProgress &progress)
{
    return lineOf({{QStringLiteral("number"), number},
                   {QStringLiteral("text"), progress.text},
                   {QStringLiteral("finished"), progress.finished},
                   {QStringLiteral("error"), progress.error.text},
                   {QStringLiteral("kind"), int(progress.error.kind)},
                   {QStringLiteral("fault"), int(progress.error.fault)}});
}

QByteArray writeLabAction(int number, const Action &action)
{
    QJsonObject arguments;
    for (auto it = action.arguments.cbegin(); it != action.arguments.cend(); ++it)
        arguments.insert(it.key(), it.value());
    return lineOf({{QStringLiteral("number"), number},
                   {QStringLiteral("verb"), action.verb},
                   {QStringLiteral("target"), action.target.toString()},
                   {QStringLiteral("arguments"), arguments}});
}

LabMessage readLabMessage(const QByteArray &line)
{
    const QJsonObject object = objectOf(line);
    LabMessage message;
    message.ready = object.value(QStringLiteral("ready")).toBool();
    message.number = object.value(QStringLiteral("number")).toInt();
    message.progress.text = object.value(QStringLiteral("text")).toString();
    message.progress.finished = object.value(QStringLiteral("finished")).toBool();
    Error &error = message.progress.error;
    error.text = object.value(QStringLiteral("error")).toString();
    error.kind = ErrorKind(object.value(QStringLiteral("kind")).toInt());
    error.fault = Fault(object.value(QStringLiteral("fault")).toInt());
    if (!error.text.isEmpty())
        error.retryAfter = std::nullopt;
    return message;
}

LabOrder readLabOrder(const QByteArray &line)
{
    const QJsonObject object = objectOf(line);
    LabOrder order;
    order.number = object.value(QStringLiteral("number")).toInt();
    order.action.verb = object.value(QStringLiteral("verb")).toString();
    order.action.target = EntityId(object.value(QStringLiteral("target")).toString());
    const QJsonObject arguments = object.value(QStringLiteral("arguments")).toObject();
    for (auto it = arguments.begin(); it != arguments.end(); ++it)
        order.action.arguments.insert(it.key(), it.value().toString());
    return order;
}

} // namespace graticule
