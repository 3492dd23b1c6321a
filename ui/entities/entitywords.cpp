// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/entitywords.h"

namespace graticule {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(graticule::EntityWords)

public:
    static EntityWords services()
    {
        return {QStringLiteral("services"),
                QStringLiteral("layers"),
                tr("Services"),
                tr("Words, or site:fra1  ( / )"),
                tr("Filter the services"),
                tr("No service matches"),
                tr("No service is known"),
                tr("No service is current"),
                tr("Open the current service"),
                tr("Choose the current service"),
                tr("Chosen services"),
                tr("This service is gone"),
                tr("Gathering what is known of this service"),
                tr("Placements"),
                tr("No placement is known")};
    }
    static EntityWords nodes()
    {
        return {QStringLiteral("nodes"),
                QStringLiteral("cpu"),
                tr("Nodes"),
                tr("Words, or site:fra1  ( / )"),
                tr("Filter the nodes"),
                tr("No node matches"),
                tr("No node is known"),
                tr("No node is current"),
                tr("Open the current node"),
                tr("Choose the current node"),
                tr("Chosen nodes"),
                tr("This node is gone"),
                tr("Gathering what is known of this node"),
                tr("Services at its site"),
                tr("No service is known at its site")};
    }
    static EntityWords data()
    {
        return {QStringLiteral("data"),
                QStringLiteral("database"),
                tr("Data"),
                tr("Words, or class:personal  ( / )"),
                tr("Filter the data"),
                tr("No asset matches"),
                tr("No data asset is known"),
                tr("No asset is current"),
                tr("Open the current asset"),
                tr("Choose the current asset"),
                tr("Chosen assets"),
                tr("This asset is gone"),
                tr("Gathering what is known of this asset"),
                tr("Copies"),
                tr("No copy is known")};
    }
    static QString hidden(EntityKind kind, int count)
    {
        switch (kind) {
        case EntityKind::Service:
            return tr("%n services are hidden by the filters.", nullptr, count);
        case EntityKind::Node:
            return tr("%n nodes are hidden by the filters.", nullptr, count);
        case EntityKind::Asset:
            break;
        }
        return tr("%n assets are hidden by the filters.", nullptr, count);
    }
    static QString copied(EntityKind kind, int count)
    {
        switch (kind) {
        case EntityKind::Service:
            return tr("%n services copied", nullptr, count);
        case EntityKind::Node:
            return tr("%n nodes copied", nullptr, count);
        case EntityKind::Asset:
            break;
        }
        return tr("%n assets copied", nullptr, count);
    }
    static QString written(EntityKind kind, int count, const QString &path)
    {
        switch (kind) {
        case EntityKind::Service:
            return tr("%n services written to %1", nullptr, count).arg(path);
        case EntityKind::Node:
            return tr("%n nodes written to %1", nullptr, count).arg(path);
        case EntityKind::Asset:
            break;
        }
        return tr("%n assets written to %1", nullptr, count).arg(path);
    }
    static QString exportTitle(EntityKind kind, int count)
    {
        switch (kind) {
        case EntityKind::Service:
            return tr("Export %n services", nullptr, count);
        case EntityKind::Node:
            return tr("Export %n nodes", nullptr, count);
        case EntityKind::Asset:
            break;
        }
        return tr("Export %n assets", nullptr, count);
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

QString EntityWords::hidden(EntityKind kind, int count)
{
    return Words::hidden(kind, count);
}

QString EntityWords::copied(EntityKind kind, int count)
{
    return Words::copied(kind, count);
}

QString EntityWords::written(EntityKind kind, int count, const QString &path)
{
    return Words::written(kind, count, path);
}

QString EntityWords::exportTitle(EntityKind kind, int count)
{
    return Words::exportTitle(kind, count);
}

} // namespace graticule
