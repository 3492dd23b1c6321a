// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/listingdiff.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

constexpr qsizetype kWidest = 48;

using Lister = Listing (*)(const FleetTables &, const ListingScope &);

/// Reasons as their texts; of other lists of objects the objects.
QStringList textsOf(const QJsonArray &list)
{
    QStringList texts;
    for (const auto &item : list) {
        const QJsonObject object = item.toObject();
        texts << (object.contains(u"text"_s) ? object[u"text"_s].toString()
                                             : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
    }
    return texts;
}

QString shortened(const QString &text)
{
    return text.size() > kWidest ? text.left(kWidest - 1) + u'…' : text; // whole with --json
}

/// What of @p list is not in @p other as well: where a service runs at 200 sites, the one that is not the same.
QJsonArray without(const QJsonArray &list, const QJsonArray &other)
{
    QJsonArray rest;
    for (const auto &item : list) {
        if (!other.contains(item))
            rest.append(item);
    }
    return rest;
}

/// A value as a cell: text as it is, the rest as JSON; what is not known is "-". Of lists what @p other has not.
QString cellOf(const QJsonValue &value, const QJsonValue &other)
{
    if (value.isArray() && (value.toArray().isEmpty() || value.toArray().first().isObject())) {
        const QStringList texts = textsOf(without(value.toArray(), other.toArray()));
        return texts.isEmpty() ? u"-"_s : shortened(texts.join(u"; "));
    }
    if (value.isNull() || value.isUndefined())
        return u"-"_s;
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? u"yes"_s : u"no"_s;
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 10);
    const QString text = QString::fromUtf8(
        QJsonDocument(value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject()))
            .toJson(QJsonDocument::Compact));
    return shortened(text);
}

/// Latency that merely wanders: within a fifth, or two milliseconds.
bool isWandering(const QString &column, const QJsonValue &before, const QJsonValue &after)
{
    if (column != u"rttMs" || !before.isDouble() || !after.isDouble())
        return false;
    const double larger = std::max(before.toDouble(), after.toDouble());
    return std::abs(before.toDouble() - after.toDouble()) <= std::max(2.0, 0.2 * larger);
}

class Differ
{
public:
    explicit Differ(Listing &to)
        : m_to(to)
    {
    }

    void compare(const Listing &before, const Listing &after)
    {
        m_kind = before.kind;
        const qsizetype id = before.names.indexOf(u"id"_s);
        const qsizetype name = before.names.indexOf(u"name"_s);
        QHash<QString, const ListingRow *> earlier;
        for (const ListingRow &row : before.rows)
            earlier.insert(row.values[id].toString(), &row);
        for (const ListingRow &row : after.rows) {
            const QString key = row.values[id].toString();
            const ListingRow *was = earlier.take(key);
            const QString called = name < 0 ? QString() : row.values[name].toString();
            if (!was) {
                add(key, called, u"came"_s, {}, {}, {});
                continue;
            }
            for (qsizetype column = 0; column < after.names.size(); ++column) {
                if (was->values[column] != row.values[column] && !isFreshness(after.names[column]) &&
                    !isWandering(after.names[column], was->values[column], row.values[column]))
                    add(key, called, u"changed"_s, after.names[column], was->values[column], row.values[column]);
            }
        }
        for (const ListingRow &row : before.rows) {
            const QString key = row.values[id].toString();
            if (earlier.contains(key))
                add(key, name < 0 ? QString() : row.values[name].toString(), u"went"_s, {}, {}, {});
        }
    }

private:
    void add(const QString &id, const QString &name, const QString &what, const QString &column,
             const QJsonValue &before, const QJsonValue &after)
    {
        ListingRow row;
        row.values = {m_kind, id, name, what, column.isEmpty() ? QJsonValue() : QJsonValue(column), before, after};
        row.cells = {m_kind,
                     name.isEmpty() ? id : name,
                     what,
                     column.isEmpty() ? u"-"_s : column,
                     cellOf(before, after),
                     cellOf(after, before)};
        m_to.rows.append(std::move(row));
    }

    Listing &m_to;
    QString m_kind;
};

} // namespace

bool isFreshness(const QString &column)
{
    static const QStringList columns{
        u"observedAt"_s,     u"lastSeen"_s, u"latencyMs"_s, u"retryAt"_s, u"requestsPerSecond"_s,
        u"bytesPerSecond"_s, u"cpu"_s,      u"memory"_s,    u"load1"_s};
    return columns.contains(column);
}

Listing differenceListing(const FleetTables &before, Instant beforeAt, const FleetTables &after, Instant afterAt)
{
    Listing listing;
    listing.kind = u"differences"_s;
    listing.names = {u"kind"_s, u"id"_s, u"name"_s, u"what"_s, u"column"_s, u"before"_s, u"after"_s};
    listing.headings = {u"KIND"_s, u"NAME"_s, u"WHAT"_s, u"COLUMN"_s, u"BEFORE"_s, u"AFTER"_s};
    Differ differ(listing);
    for (const Lister lister : {connectionListing, siteListing, serviceListing, nodeListing, assetListing, linkListing})
        differ.compare(lister(before, {{}, beforeAt}), lister(after, {{}, afterAt}));
    return listing;
}

} // namespace graticule
