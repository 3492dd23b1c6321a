// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerlogs.h"

#include "backend/connectors/docker/dockerlogparser.h"
#include "backend/connectors/docker/dockerservicename.h"
#include "backend/domain/saying.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace graticule {
namespace {

constexpr qint64 kLongestDescription = 4 << 20;

QByteArray pathOf(const LogSource &source)
{
    return "/containers/" + source.id.toUtf8().toPercentEncoding();
}

/// Seconds with decimals, as the engine takes them.
QByteArray seconds(Instant at)
{
    return QByteArray::number(toMs(at) / 1000) + '.' + QByteArray::number(toMs(at) % 1000).rightJustified(3, '0');
}

} // namespace

QList<LogSource> dockerLogSources(const DockerInventory &inventory, const EntityId &connection, const EntityId &target)
{
    QList<LogSource> sources;
    const bool isNode = target == inventory.nodeId();
    for (const DockerContainer &container : inventory.containers()) {
        const ServiceName service = serviceOf(container, connection);
        if (!isNode && target != service.id && target != service.placement)
            continue;
        LogSource source;
        source.connection = connection;
        source.id = container.id;
        source.name = container.name;
        source.running = container.state == ContainerState::Running || container.state == ContainerState::Paused;
        source.restarts = container.restarts;
        sources.append(source);
    }
    std::sort(sources.begin(), sources.end(), [](const LogSource &a, const LogSource &b) { return a.name < b.name; });
    return sources;
}

DockerLogReader::DockerLogReader(DockerApi &api, const LogOrder &order)
    : HttpLogReader(api.client(), order)
    , m_api(api)
{
}

void DockerLogReader::ask(int source)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9_.-]{0,254}$"));
    if (!form.match(order().sources[source].id).hasMatch()) { // it goes into a path
        end(source,
            {ErrorKind::Invalid, Fault::Input,
             QStringLiteral("\"%1\" names no container.").arg(order().sources[source].id.left(200)), std::nullopt});
        return;
    }
    if (order().previous) {
        end(source, saidError(ErrorKind::Unsupported, Fault::Input, "logs.no-previous", {order().sources[source].name},
                              std::nullopt));
        return;
    }
    HttpLimits limits;
    limits.body = kLongestDescription;
    m_api.send(m_api.request(pathOf(order().sources[source]) + "/json", limits), this,
               [this, source](HttpReply &reply) {
                   if (isOver(source))
                       return;
                   if (const auto error = m_api.failure(reply, QStringLiteral("describe a container"))) {
                       end(source, *error);
                       return;
                   }
                   const QJsonObject all = QJsonDocument::fromJson(reply.body()).object();
                   read(source, all.value(QLatin1String("Config")).toObject().value(QLatin1String("Tty")).toBool());
               });
}

void DockerLogReader::read(int source, bool hasTerminal)
{
    QByteArray path = pathOf(order().sources[source]) +
                      "/logs?stdout=1&stderr=1&timestamps=1&tail=" + QByteArray::number(order().tail);
    if (order().follow)
        path += "&follow=1";
    if (order().since != kNever)
        path += "&since=" + seconds(order().since);
    std::unique_ptr<LogParser> parser;
    if (hasTerminal)
        parser = std::make_unique<PlainLogParser>(source);
    else
        parser = std::make_unique<DockerLogParser>(source);
    open(source, m_api.request(path, {}), std::move(parser));
}

Error DockerLogReader::refusalOf(const HttpReply &reply, const QByteArray &body) const
{
    return statusError(m_api.endpoint(), reply.status(), body, QStringLiteral("read a log"));
}

} // namespace graticule
