// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/entitywords.h"

#include "models/countedtext.h"

namespace graticule {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(graticule::EntityWords)

public:
    static EntityWords services()
    {
        return {{QStringLiteral("services"), QStringLiteral("layers"), tr("Services"), tr("Words, or site:fra1  ( / )"),
                 tr("Filter the services"), tr("No service matches"), tr("No service is known"),
                 tr("No service is current"), tr("Open the current service"), tr("Choose the current service"),
                 tr("Chosen services"), [](int count) { return hidden(EntityKind::Service, count); },
                 [](int count) { return copied(EntityKind::Service, count); },
                 [](int count) { return exportTitle(EntityKind::Service, count); },
                 [](int count, const QString &path) { return written(EntityKind::Service, count, path); },
                 words({"site", "region", "country", "provider", "state", "connection", "tier"}),
                 orders(EntityKind::Service)},
                tr("This service is gone"),
                tr("Gathering what is known of this service"),
                tr("Placements"),
                tr("No placement is known")};
    }
    static EntityWords nodes()
    {
        return {{QStringLiteral("nodes"), QStringLiteral("cpu"), tr("Nodes"), tr("Words, or site:fra1  ( / )"),
                 tr("Filter the nodes"), tr("No node matches"), tr("No node is known"), tr("No node is current"),
                 tr("Open the current node"), tr("Choose the current node"), tr("Chosen nodes"),
                 [](int count) { return hidden(EntityKind::Node, count); },
                 [](int count) { return copied(EntityKind::Node, count); },
                 [](int count) { return exportTitle(EntityKind::Node, count); },
                 [](int count, const QString &path) { return written(EntityKind::Node, count, path); },
                 words({"site", "region", "country", "provider", "state", "connection", "platform"}),
                 orders(EntityKind::Node)},
                tr("This node is gone"),
                tr("Gathering what is known of this node"),
                tr("Services at its site"),
                tr("No service is known at its site")};
    }
    static EntityWords data()
    {
        return {{QStringLiteral("data"), QStringLiteral("database"), tr("Data"), tr("Words, or class:personal  ( / )"),
                 tr("Filter the data"), tr("No asset matches"), tr("No data asset is known"), tr("No asset is current"),
                 tr("Open the current asset"), tr("Choose the current asset"), tr("Chosen assets"),
                 [](int count) { return hidden(EntityKind::Asset, count); },
                 [](int count) { return copied(EntityKind::Asset, count); },
                 [](int count) { return exportTitle(EntityKind::Asset, count); },
                 [](int count, const QString &path) { return written(EntityKind::Asset, count, path); },
                 words({"site", "region", "country", "provider", "state", "connection", "class", "owner"}),
                 orders(EntityKind::Asset)},
                tr("This asset is gone"),
                tr("Gathering what is known of this asset"),
                tr("Copies"),
                tr("No copy is known")};
    }
    static QStringList words(std::initializer_list<const char *> columns)
    {
        QStringList all;
        for (const char *column : columns)
            all << QString::fromLatin1(column);
        return all;
    }
    /// Any column.
    static QList<std::pair<int, QString>> orders(EntityKind kind)
    {
        QList<std::pair<int, QString>> all;
        for (const EntityField &field : EntityFields::of(kind))
            all.append({int(all.size()), field.title});
        return all;
    }
    static QString hidden(EntityKind kind, int count)
    {
        switch (kind) {
        case EntityKind::Service:
            return format::counted(tr("%n services are hidden by the filters.", nullptr, count), count);
        case EntityKind::Node:
            return format::counted(tr("%n nodes are hidden by the filters.", nullptr, count), count);
        case EntityKind::Asset:
            break;
        }
        return format::counted(tr("%n assets are hidden by the filters.", nullptr, count), count);
    }
    static QString copied(EntityKind kind, int count)
    {
        switch (kind) {
        case EntityKind::Service:
            return format::counted(tr("%n services copied", nullptr, count), count);
        case EntityKind::Node:
            return format::counted(tr("%n nodes copied", nullptr, count), count);
        case EntityKind::Asset:
            break;
        }
        return format::counted(tr("%n assets copied", nullptr, count), count);
    }
    static QString written(EntityKind kind, int count, const QString &path)
    {
        switch (kind) {
        case EntityKind::Service:
            return format::counted(tr("%n services written to %1", nullptr, count), count).arg(path);
        case EntityKind::Node:
            return format::counted(tr("%n nodes written to %1", nullptr, count), count).arg(path);
        case EntityKind::Asset:
            break;
        }
        return format::counted(tr("%n assets written to %1", nullptr, count), count).arg(path);
    }
    static QString exportTitle(EntityKind kind, int count)
    {
        switch (kind) {
        case EntityKind::Service:
            return format::counted(tr("Export %n services", nullptr, count), count);
        case EntityKind::Node:
            return format::counted(tr("Export %n nodes", nullptr, count), count);
        case EntityKind::Asset:
            break;
        }
        return format::counted(tr("Export %n assets", nullptr, count), count);
    }
};

} // namespace

EntityWords EntityWords::of(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Service:
        return Words::services();
    case EntityKind::Node:
        return Words::nodes();
    case EntityKind::Asset:
        break;
    }
    return Words::data();
}

} // namespace graticule
