// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/prometheus/prometheusqueries.h"

#include <QStringList>

namespace graticule {
namespace {

/// {matchers, selector}
QString braces(const QString &matchers, const QString &selector)
{
    return QLatin1Char('{') + matchers + (selector.isEmpty() ? QString() : QLatin1Char(',') + selector) +
           QLatin1Char('}');
}

QString named(const char *names)
{
    return QStringLiteral("__name__=~\"%1\"").arg(QLatin1String(names));
}

QString figure(const char *name, const QString &expression)
{
    return QStringLiteral("label_replace(%1,\"%2\",\"%3\",\"\",\"\")")
        .arg(expression, QLatin1String(kFigure), QLatin1String(name));
}

/// Space of local file systems, each device once: as the connector for this host counts it.
QString storage(const char *metric, const QString &selector)
{
    const QString disks =
        braces(QStringLiteral("fstype=~\"ext[234]|xfs|btrfs|zfs|f2fs|bcachefs|reiserfs|jfs|nilfs2|vfat\""), selector);
    return QStringLiteral("sum without(device)(max without(fstype,mountpoint,device_error)(%1%2))")
        .arg(QLatin1String(metric), disks);
}

} // namespace

QString targetsQuery(const QString &selector)
{
    return braces(named("up|probe_success"), selector);
}

QString probesQuery(const QString &selector, Milliseconds span)
{
    const QString matchers = named("probe_success|probe_duration_seconds|probe_icmp_duration_seconds|"
                                   "probe_http_duration_seconds") +
                             QStringLiteral(",phase=~\"|rtt|connect\"");
    return braces(matchers, selector) + QStringLiteral("[%1s]").arg(span.count() / 1000);
}

QString nodesQuery(const QString &selector)
{
    const QString busy =
        QStringLiteral("node_cpu_seconds_total") + braces(QStringLiteral("mode!~\"idle|iowait\""), selector);
    const QString idle = QStringLiteral("node_cpu_seconds_total") + braces(QStringLiteral("mode=\"idle\""), selector);
    const QString plain = braces(named("node_load1|node_memory_MemTotal_bytes|node_memory_MemAvailable_bytes|"
                                       "node_boot_time_seconds|node_uname_info"),
                                 selector);
    const QStringList figures = {
        figure("cpu.used", QStringLiteral("sum without(cpu,mode)(irate(%1[5m]))").arg(busy)),
        figure("cpu.total", QStringLiteral("count without(cpu,mode)(%1)").arg(idle)),
        figure("storage.total", storage("node_filesystem_size_bytes", selector)),
        figure("storage.free", storage("node_filesystem_free_bytes", selector)),
        QStringLiteral("label_replace(%1,\"%2\",\"$1\",\"__name__\",\"(.+)\")").arg(plain, QLatin1String(kFigure))};
    return figures.join(QStringLiteral(" or "));
}

QString kindsQuery(const QString &selector)
{
    const auto lately = [&](const char *metric) {
        return QStringLiteral("last_over_time(%1{%2}[1h])").arg(QLatin1String(metric), selector);
    };
    return figure("probe", lately("probe_success")) + QStringLiteral(" or ") +
           figure("node", lately("node_uname_info"));
}

} // namespace graticule
