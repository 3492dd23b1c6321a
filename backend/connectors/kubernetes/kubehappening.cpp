// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubehappening.h"

#include "backend/domain/saying.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace graticule {
namespace {

constexpr qsizetype kLongestName = 300;
constexpr qsizetype kLongestText = 2000;
constexpr int kGone = 410;

QString text(const QJsonObject &object, const char *key, qsizetype most = kLongestName)
{
    return object.value(QLatin1String(key)).toString().left(most);
}

/// The first of them that is there.
QJsonValue either(const QJsonObject &object, const char *one, const char *other)
{
    const QJsonValue value = object.value(QLatin1String(one));
    return value.isUndefined() || value.isNull() ? object.value(QLatin1String(other)) : value;
}

Instant timeOf(const QJsonValue &value)
{
    return instantFromIso(value.toString());
}

KubeHappening read(const QJsonObject &object)
{
    const QJsonObject about = either(object, "involvedObject", "regarding").toObject();
    const QJsonObject series = object.value(QLatin1String("series")).toObject();
    const QString type = text(object, "type");
    KubeHappening event;
    event.uid = text(object.value(QLatin1String("metadata")).toObject(), "uid");
    event.objectKind = text(about, "kind");
    event.objectSpace = text(about, "namespace");
    event.objectName = text(about, "name");
    event.objectUid = text(about, "uid");
    event.isWarning = type == QLatin1String("Warning");
    event.isKnownKind = event.isWarning || type == QLatin1String("Normal");
    event.reason = text(object, "reason");
    event.text = either(object, "message", "note").toString().left(kLongestText);
    event.count =
        std::max({1, either(object, "count", "deprecatedCount").toInt(), series.value(QLatin1String("count")).toInt()});
    event.first = timeOf(either(object, "firstTimestamp", "deprecatedFirstTimestamp"));
    const Instant once = timeOf(object.value(QLatin1String("eventTime")));
    if (event.first == kNever)
        event.first = once;
    event.last = std::max({once, timeOf(either(object, "lastTimestamp", "deprecatedLastTimestamp")),
                           timeOf(series.value(QLatin1String("lastObservedTime")))});
    if (event.last == kNever) // some say nothing but when they were made
        event.last =
            timeOf(object.value(QLatin1String("metadata")).toObject().value(QLatin1String("creationTimestamp")));
    return event;
}

Error unreadable(const char *what)
{
    return saidError(ErrorKind::Malformed, Fault::Endpoint, "kube.unreadable", {QLatin1String(what)});
}

} // namespace

Result<KubeHappenings> parseKubeHappenings(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject() || !document.object().value(QLatin1String("items")).isArray())
        return unreadable("its list of events is none");
    const QJsonObject list = document.object();
    const QJsonObject meta = list.value(QLatin1String("metadata")).toObject();
    KubeHappenings result;
    result.version = text(meta, "resourceVersion");
    result.next = meta.value(QLatin1String("continue")).toString();
    const QJsonArray items = list.value(QLatin1String("items")).toArray();
    for (const QJsonValue &item : items) {
        if (KubeHappening event = read(item.toObject()); !event.uid.isEmpty())
            result.items.push_back(std::move(event));
    }
    return result;
}

Result<KubeHappeningChange> parseKubeHappeningChange(const QByteArray &line)
{
    using Type = KubeHappeningChange::Type;
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return unreadable("an event is none");
    const QString type = text(document.object(), "type");
    const QJsonObject object = document.object().value(QLatin1String("object")).toObject();
    KubeHappeningChange change;
    change.version = text(object.value(QLatin1String("metadata")).toObject(), "resourceVersion");
    if (type == QLatin1String("ADDED") || type == QLatin1String("MODIFIED")) {
        change.event = read(object);
        change.type = change.event.uid.isEmpty() ? Type::Unknown : Type::Told;
    } else if (type == QLatin1String("DELETED")) {
        change.type = Type::Gone;
    } else if (type == QLatin1String("BOOKMARK")) {
        change.type = Type::Bookmark;
    } else if (type == QLatin1String("ERROR")) {
        change.type = object.value(QLatin1String("code")).toInt() == kGone ? Type::Expired : Type::Error;
        change.message = text(object, "message", kLongestText);
    }
    return change;
}

} // namespace graticule
