// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/listingvalues.h"

#include "app/console/verbs/words.h"

#include <QJsonArray>

#include <algorithm>

namespace graticule::listingvalues {
using namespace Qt::Literals::StringLiterals;

QStringList columns(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

QJsonValue text(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue text(const EntityId &id)
{
    return text(id.toString());
}

QJsonValue time(Instant at)
{
    return text(toIso(at));
}

QJsonValue measured(double value)
{
    return value < 0 ? QJsonValue() : QJsonValue(value);
}

QJsonValue object(const Labels &labels)
{
    QJsonObject result;
    for (auto label = labels.cbegin(); label != labels.cend(); ++label)
        result.insert(label.key(), label.value());
    return result;
}

QJsonValue array(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

QJsonValue usage(const Usage &usage)
{
    if (usage.total <= 0)
        return {};
    return QJsonObject{{usage.requested ? u"requested"_s : u"used"_s, usage.used}, {u"total"_s, usage.total}};
}

QJsonValue error(const Error &error)
{
    if (error.text.isEmpty())
        return {};
    return QJsonObject{{u"kind"_s, word(error.kind)}, {u"fault"_s, word(error.fault)}, {u"text"_s, error.text}};
}

QStringList connectionNames(const FleetTables &tables, const QList<EntityId> &feeds)
{
    QStringList names;
    for (const EntityId &id : feeds) {
        const Feed *feed = tables.feeds.find(id);
        const Connection *connection = feed ? tables.connections.find(feed->connection) : nullptr;
        if (connection)
            names.append(connection->name);
    }
    names.sort();
    names.removeDuplicates();
    return names;
}

bool isStale(const FleetTables &tables, const EntityId &feed, Instant now)
{
    const Feed *found = tables.feeds.find(feed);
    return !found || found->observedAt == kNever || now - found->observedAt > found->limit;
}

QString cell(const QString &text)
{
    return text.isEmpty() ? u"-"_s : text;
}

QString cell(double value, const char *unit, int decimals)
{
    return value < 0 ? u"-"_s : u"%1 %2"_s.arg(value, 0, 'f', decimals).arg(QLatin1String(unit));
}

QString age(Instant since, Instant now)
{
    if (since == kNever)
        return u"-"_s;
    const qint64 seconds = std::max<qint64>(0, (now - since).count() / 1000);
    if (seconds < 60)
        return u"%1 s"_s.arg(seconds);
    if (seconds < 3600)
        return u"%1 min"_s.arg(seconds / 60);
    if (seconds < 86400)
        return u"%1 h"_s.arg(seconds / 3600);
    return u"%1 d"_s.arg(seconds / 86400);
}

} // namespace graticule::listingvalues
