// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/prometheus/prometheusnodes.h"

#include "backend/connectors/prometheus/prometheusqueries.h"

#include <QHash>

#include <cmath>

namespace graticule {
namespace {

struct Figures
{
    QHash<QString, double> values;
    Labels about; ///< of node_uname_info

    /// < 0: not told
    double of(const char *name) const { return values.value(QLatin1String(name), -1); }
    Usage usage(double used, double total) const
    {
        // A total alone would read as "nothing is used".
        return used >= 0 && total > 0 ? Usage{used, total} : Usage{};
    }
    /// Of two figures, one of which is what is left.
    Usage rest(double total, double left) const
    {
        return left >= 0 && total > 0 ? Usage{std::max(0.0, total - left), total} : Usage{};
    }
};

PrometheusNode nodeOf(const Figures &figures)
{
    PrometheusNode node = prometheusMachine(figures.about);
    node.cpu = figures.usage(figures.of("cpu.used"), figures.of("cpu.total"));
    node.memory = figures.rest(figures.of("node_memory_MemTotal_bytes"), figures.of("node_memory_MemAvailable_bytes"));
    node.storage = figures.rest(figures.of("storage.total"), figures.of("storage.free"));
    node.load1 = figures.of("node_load1");
    if (const double seconds = figures.of("node_boot_time_seconds"); seconds > 0 && seconds < 2.5e11)
        node.bootedAt = instantFromMs(qRound64(seconds * 1000));
    return node;
}

} // namespace

PrometheusNode prometheusMachine(const Labels &labels)
{
    const auto about = [&](const char *name) { return labels.value(QLatin1String(name)).left(200); };
    PrometheusNode node;
    node.name = about("nodename");
    node.platform = QStringList{about("sysname"), about("release"), about("machine")}.join(QLatin1Char(' ')).trimmed();
    return node;
}

std::map<QString, PrometheusNode> readPrometheusNodes(const PrometheusAnswer &answer, const PrometheusSites &sites)
{
    std::map<QString, Figures> all;
    for (const PrometheusSeries &series : answer.series) {
        const QString figure = series.labels.value(QLatin1String(kFigure));
        const double value = series.value();
        if (figure.isEmpty() || !std::isfinite(value) || value < 0 || value > 1e18)
            continue;
        Figures &figures = all[sites.keyOf(series.labels)];
        figures.values.insert(figure, value);
        if (figure == QLatin1String("node_uname_info"))
            figures.about = series.labels;
    }
    std::map<QString, PrometheusNode> nodes;
    for (const auto &[key, figures] : all)
        nodes.emplace(key, nodeOf(figures));
    return nodes;
}

} // namespace graticule
