// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerparser.h"

#include "backend/connectors/docker/dockerlabels.h"
#include "backend/domain/saying.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <cmath>

namespace graticule {
namespace {

constexpr qsizetype kLongestName = 256;
constexpr qsizetype kLongestDetail = 40;

Error malformed(const char *answer, const QString &why)
{
    return saidError(ErrorKind::Malformed, Fault::Endpoint, "docker.unreadable", {QLatin1String(answer), why});
}

Result<QJsonDocument> parse(const QByteArray &json, const char *answer)
{
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        return malformed(answer,
                         QStringLiteral("%1 at byte %2 of %3")
                             .arg(error.errorString(), QString::number(error.offset), QString::number(json.size())));
    }
    return document;
}

Result<QJsonObject> parseObject(const QByteArray &json, const char *answer)
{
    const auto document = parse(json, answer);
    if (!document)
        return document.error();
    if (!document->isObject())
        return malformed(answer, QStringLiteral("it is not an object"));
    return document->object();
}

QString text(const QJsonValue &value)
{
    return value.toString().left(256);
}

/// A number that may be absent, of another type, or beyond int.
int integer(const QJsonValue &value, int fallback = 0)
{
    const double number = value.toDouble(fallback);
    return std::abs(number) <= 2e9 ? int(number) : fallback;
}

double quantity(const QJsonValue &value, double fallback = 0)
{
    const double number = value.toDouble(fallback);
    return number >= 0 && number < 1e18 ? number : fallback;
}

/// Docker writes nanoseconds, and year 1 for "never".
Instant time(const QJsonValue &value)
{
    const Instant at = instantFromIso(value.toString().left(64));
    return at > kNever ? at : kNever;
}

ContainerState stateOf(const QString &word)
{
    static const QHash<QString, ContainerState> words{
        {QStringLiteral("created"), ContainerState::Created},
        {QStringLiteral("configured"), ContainerState::Created}, // podman's words
        {QStringLiteral("initialized"), ContainerState::Created},
        {QStringLiteral("running"), ContainerState::Running},
        {QStringLiteral("paused"), ContainerState::Paused},
        {QStringLiteral("restarting"), ContainerState::Restarting},
        {QStringLiteral("removing"), ContainerState::Removing},
        {QStringLiteral("stopping"), ContainerState::Removing},
        {QStringLiteral("exited"), ContainerState::Exited},
        {QStringLiteral("stopped"), ContainerState::Exited},
        {QStringLiteral("dead"), ContainerState::Dead},
    };
    return words.value(word, ContainerState::Unknown);
}

HealthCheck checkOf(const QString &word)
{
    if (word == QLatin1String("healthy"))
        return HealthCheck::Healthy;
    if (word == QLatin1String("unhealthy"))
        return HealthCheck::Unhealthy;
    if (word == QLatin1String("starting"))
        return HealthCheck::Starting;
    return word.isEmpty() || word == QLatin1String("none") ? HealthCheck::None : HealthCheck::Unknown;
}

/// The list says health and exit code only in its text for people: "Up 2 hours (healthy)", "Exited (3) a minute ago".
void readStatus(const QString &status, DockerContainer &container)
{
    static const QRegularExpression ended(QStringLiteral("^(?:Exited|Restarting) \\((\\d{1,9})\\)"));
    const auto match = ended.match(status);
    if (match.hasMatch())
        container.exitCode = match.captured(1).toInt();
    if (status.endsWith(QLatin1String("(healthy)")))
        container.check = HealthCheck::Healthy;
    else if (status.endsWith(QLatin1String("(unhealthy)")))
        container.check = HealthCheck::Unhealthy;
    else if (status.endsWith(QLatin1String("(health: starting)")))
        container.check = HealthCheck::Starting;
    else
        container.check = HealthCheck::None;
}

QString nameOf(const QString &raw)
{
    return raw.startsWith(QLatin1Char('/')) ? raw.mid(1) : raw;
}

QStringList volumesOf(const QJsonValue &mounts)
{
    QStringList volumes;
    const QJsonArray list = mounts.toArray();
    for (const QJsonValue &mount : list) {
        if (mount.toObject().value(QLatin1String("Type")) == QLatin1String("volume") && volumes.size() < 64)
            volumes.append(text(mount.toObject().value(QLatin1String("Name"))));
    }
    volumes.sort();
    return volumes;
}

DockerContainer listedContainer(const QJsonObject &object)
{
    DockerContainer container;
    container.id = text(object.value(QLatin1String("Id")));
    const QJsonArray names = object.value(QLatin1String("Names")).toArray();
    for (const QJsonValue &name : names) { // links appear as "/other/alias"
        const QString candidate = nameOf(text(name));
        if (container.name.isEmpty() || !candidate.contains(QLatin1Char('/')))
            container.name = candidate;
    }
    container.image = text(object.value(QLatin1String("Image")));
    container.labels = dockerLabels(object.value(QLatin1String("Labels")));
    container.volumes = volumesOf(object.value(QLatin1String("Mounts")));
    container.state = stateOf(text(object.value(QLatin1String("State"))));
    container.created = instantFromMs(qint64(quantity(object.value(QLatin1String("Created")))) * 1000);
    readStatus(text(object.value(QLatin1String("Status"))), container);
    return container;
}

DockerVolume volume(const QJsonObject &object)
{
    return {text(object.value(QLatin1String("Name"))), text(object.value(QLatin1String("Driver"))),
            dockerLabels(object.value(QLatin1String("Labels")))};
}

template<class T, class Read> DockerList<T> readList(const QJsonArray &array, QString T::*key, Read read)
{
    DockerList<T> list;
    list.items.reserve(size_t(array.size()));
    for (const QJsonValue &value : array) {
        T item = read(value.toObject());
        if ((item.*key).isEmpty())
            ++list.unreadable;
        else
            list.items.push_back(std::move(item));
    }
    return list;
}

} // namespace

Result<DockerEngine> parseDockerInfo(const QByteArray &json)
{
    const auto object = parseObject(json, "information about itself");
    if (!object)
        return object.error();
    const auto field = [&](const char *name) { return object->value(QLatin1String(name)); };
    DockerEngine engine;
    engine.id = text(field("ID"));
    if (engine.id.isEmpty())
        return malformed("information about itself", QStringLiteral("it has no ID"));
    engine.name = text(field("Name"));
    engine.version = text(field("ServerVersion"));
    const QStringList system{text(field("OperatingSystem")), text(field("Architecture"))};
    engine.system = system.join(QStringLiteral(", "));
    engine.labels = dockerLabels(field("Labels"));
    engine.cpus = std::max(0, integer(field("NCPU")));
    engine.memory = quantity(field("MemTotal"));
    engine.systemTime = time(field("SystemTime"));
    engine.swarmError = text(field("Swarm").toObject().value(QLatin1String("Error"))).simplified();
    return engine;
}

Result<DockerList<DockerContainer>> parseDockerContainers(const QByteArray &json)
{
    const auto document = parse(json, "list of containers");
    if (!document)
        return document.error();
    if (!document->isArray())
        return malformed("list of containers", QStringLiteral("it is not a list"));
    return readList(document->array(), &DockerContainer::id, listedContainer);
}

Result<DockerContainer> parseDockerContainer(const QByteArray &json)
{
    const auto object = parseObject(json, "description of a container");
    if (!object)
        return object.error();
    const QJsonObject state = object->value(QLatin1String("State")).toObject();
    const QJsonObject config = object->value(QLatin1String("Config")).toObject();
    const QJsonObject policy =
        object->value(QLatin1String("HostConfig")).toObject().value(QLatin1String("RestartPolicy")).toObject();
    const QJsonObject health = state.value(QLatin1String("Health")).toObject();
    DockerContainer container;
    container.id = text(object->value(QLatin1String("Id")));
    if (container.id.isEmpty())
        return malformed("description of a container", QStringLiteral("it has no Id"));
    container.name = nameOf(text(object->value(QLatin1String("Name"))));
    container.image = text(config.value(QLatin1String("Image")));
    container.labels = dockerLabels(config.value(QLatin1String("Labels")));
    container.volumes = volumesOf(object->value(QLatin1String("Mounts")));
    container.state = stateOf(text(state.value(QLatin1String("Status"))));
    container.check = checkOf(text(health.value(QLatin1String("Status"))));
    container.created = time(object->value(QLatin1String("Created")));
    container.inspected = true;
    container.outOfMemory = state.value(QLatin1String("OOMKilled")).toBool();
    container.restarts = std::max(0, integer(object->value(QLatin1String("RestartCount"))));
    container.failedChecks = std::max(0, integer(health.value(QLatin1String("FailingStreak"))));
    container.restartPolicy = text(policy.value(QLatin1String("Name")));
    container.startedAt = time(state.value(QLatin1String("StartedAt")));
    container.finishedAt = time(state.value(QLatin1String("FinishedAt")));
    if (container.state == ContainerState::Exited || container.state == ContainerState::Restarting ||
        container.state == ContainerState::Dead)
        container.exitCode = integer(state.value(QLatin1String("ExitCode")), -1);
    return container;
}

Result<DockerList<DockerVolume>> parseDockerVolumes(const QByteArray &json)
{
    const auto object = parseObject(json, "list of volumes");
    if (!object)
        return object.error();
    const QJsonValue list = object->value(QLatin1String("Volumes")); // null when there are none
    if (!list.isArray() && !list.isNull())
        return malformed("list of volumes", QStringLiteral("it has no Volumes"));
    return readList(list.toArray(), &DockerVolume::name, volume);
}

Result<DockerVolume> parseDockerVolume(const QByteArray &json)
{
    const auto object = parseObject(json, "description of a volume");
    if (!object)
        return object.error();
    DockerVolume read = volume(object.value());
    if (read.name.isEmpty())
        return malformed("description of a volume", QStringLiteral("it has no Name"));
    return read;
}

Result<DockerEvent> parseDockerEvent(const QByteArray &line)
{
    const auto object = parseObject(line, "event");
    if (!object)
        return object.error();
    DockerEvent event;
    event.type = text(object->value(QLatin1String("Type")));
    event.action = text(object->value(QLatin1String("Action"))).section(QLatin1Char(':'), 0, 0);
    event.id = text(object->value(QLatin1String("Actor")).toObject().value(QLatin1String("ID")));
    event.timeNano = object->value(QLatin1String("timeNano")).toInteger();
    const QJsonObject attributes =
        object->value(QLatin1String("Actor")).toObject().value(QLatin1String("Attributes")).toObject();
    event.name = text(attributes.value(QLatin1String("name"))).left(kLongestName);
    if (event.action == QLatin1String("die"))
        event.detail = text(attributes.value(QLatin1String("exitCode"))).left(kLongestDetail);
    else if (event.action == QLatin1String("health_status"))
        event.detail =
            text(object->value(QLatin1String("Action"))).section(QLatin1Char(':'), 1).trimmed().left(kLongestDetail);
    if (event.type.isEmpty() || event.action.isEmpty())
        return malformed("event", QStringLiteral("it has no Type or no Action"));
    return event;
}

Result<DockerUsage> parseDockerUsage(const QByteArray &json)
{
    const auto object = parseObject(json, "resource figures");
    if (!object)
        return object.error();
    const QJsonObject cpu = object->value(QLatin1String("cpu_stats")).toObject();
    const QJsonObject memory = object->value(QLatin1String("memory_stats")).toObject();
    const QJsonObject details = memory.value(QLatin1String("stats")).toObject();
    DockerUsage usage;
    usage.readAt = time(object->value(QLatin1String("read")));
    if (usage.readAt == kNever) // not running: all zeroes
        return usage;
    const double nanoseconds =
        quantity(cpu.value(QLatin1String("cpu_usage")).toObject().value(QLatin1String("total_usage")), -1);
    usage.cpuSeconds = nanoseconds < 0 ? -1 : nanoseconds / 1e9;
    const double used = quantity(memory.value(QLatin1String("usage")), -1);
    // What `docker stats` subtracts: total_inactive_file of cgroup v1, inactive_file of v2.
    const char *droppable =
        details.contains(QLatin1String("total_inactive_file")) ? "total_inactive_file" : "inactive_file";
    usage.memory = used < 0 ? -1 : std::max(0.0, used - quantity(details.value(QLatin1String(droppable))));
    return usage;
}

} // namespace graticule
