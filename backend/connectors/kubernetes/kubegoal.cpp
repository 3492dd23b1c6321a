// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubegoal.h"

#include "backend/domain/saying.h"

#include <QUrl>

#include <algorithm>

namespace graticule {
namespace {

constexpr qint64 kLongestSeconds = 86'400;
constexpr qint64 kMostReplicas = 100'000;
constexpr qint64 kGreatestToken = qint64(1) << 53; // one more is still a number, in JSON, too

QByteArray below(const QByteArray &folder, const QString &name)
{
    return folder + '/' + QUrl::toPercentEncoding(name);
}

ActionArgument argument(const char *name, const char *type, const QString &value, qint64 least = 0, qint64 most = 0)
{
    return {QLatin1String(name), QLatin1String(type), value, least, most};
}

} // namespace

KubeGoal KubeGoal::of(const KubeNode &node)
{
    return {.kind = kubeName(KubeKind::Node),
            .space = {},
            .name = node.meta.name,
            .path = below(kubePath(KubeKind::Node, {}), node.meta.name),
            .uid = node.meta.uid,
            .isCordoned = node.cordoned};
}

KubeGoal KubeGoal::of(const KubeWorkload &workload)
{
    const KubeKind kind = workload.kind == KubeOwner::Kind::StatefulSet ? KubeKind::StatefulSet
                          : workload.kind == KubeOwner::Kind::DaemonSet ? KubeKind::DaemonSet
                                                                        : KubeKind::Deployment;
    return {.kind = kubeName(kind),
            .space = workload.meta.space,
            .name = workload.meta.name,
            .path = below(kubePath(kind, workload.meta.space), workload.meta.name),
            .uid = workload.meta.uid,
            .isPaused = workload.paused,
            .wanted = workload.desired};
}

QList<ActionArgument> KubeOrder::arguments(const QString &verb, int wanted)
{
    if (verb == QLatin1String("drain"))
        return {argument("grace", "seconds", {}, 0, kLongestSeconds),
                argument("timeout", "seconds", QStringLiteral("1800"), 1, kLongestSeconds),
                argument("deleteLocal", "bool", QStringLiteral("false")),
                argument("force", "bool", QStringLiteral("false"))};
    const ActionArgument timeout = argument("timeout", "seconds", QStringLiteral("600"), 1, kLongestSeconds);
    if (verb == QLatin1String("scale"))
        return {argument("replicas", "int", QString::number(std::max(0, wanted)), 0, kMostReplicas), timeout};
    if (verb == QLatin1String("restart"))
        return {timeout};
    return {};
}

Result<KubeOrder> KubeOrder::of(const Action &action)
{
    KubeOrder order{.verb = action.verb};
    QMap<QString, qint64> values{{QStringLiteral("timeout"), 60}, {QStringLiteral("grace"), -1}};
    QMap<QString, QString> told = action.arguments;
    if (told.contains(QStringLiteral("generation"))) { // of whoever holds a lease; looked at where it is written
        const QString token = told.take(QStringLiteral("generation"));
        bool isNumber = false;
        const qint64 number = token.toLongLong(&isNumber);
        if (!isNumber || number < 1 || number > kGreatestToken)
            return saidError(
                ErrorKind::Invalid, Fault::Input, "act.no-number",
                {QStringLiteral("generation"), QStringLiteral("1"), QString::number(kGreatestToken), token.left(100)},
                std::nullopt);
    }
    for (const ActionArgument &one : arguments(action.verb)) {
        const QString value = told.contains(one.name) ? told.take(one.name) : one.value;
        if (value.isEmpty())
            continue;
        bool isGood =
            one.type == QLatin1String("bool") && (value == QLatin1String("true") || value == QLatin1String("false"));
        if (isGood) {
            values[one.name] = value == QLatin1String("true");
            continue;
        }
        const qint64 number = value.toLongLong(&isGood);
        if (one.type == QLatin1String("bool"))
            return saidError(ErrorKind::Invalid, Fault::Input, "act.no-bool", {one.name, value.left(100)},
                             std::nullopt);
        if (!isGood || number < one.least || number > one.most)
            return saidError(ErrorKind::Invalid, Fault::Input, "act.no-number",
                             {one.name, QString::number(one.least), QString::number(one.most), value.left(100)},
                             std::nullopt);
        values[one.name] = number;
    }
    if (!told.isEmpty())
        return saidError(ErrorKind::Invalid, Fault::Input, "act.no-argument", {action.verb, told.firstKey().left(100)},
                         std::nullopt);
    if (action.verb == QLatin1String("scale") && !action.arguments.contains(QStringLiteral("replicas")))
        return saidError(ErrorKind::Invalid, Fault::Input, "act.needs-argument",
                         {action.verb, QStringLiteral("replicas")}, std::nullopt);
    order.replicas = int(values.value(QStringLiteral("replicas"), -1));
    order.grace = int(values.value(QStringLiteral("grace")));
    order.deletesLocal = values.value(QStringLiteral("deleteLocal")) != 0;
    order.isForced = values.value(QStringLiteral("force")) != 0;
    order.limit = std::chrono::seconds(values.value(QStringLiteral("timeout")));
    return order;
}

} // namespace graticule
