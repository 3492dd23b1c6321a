// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/fleetprint.h"

namespace graticule::testing {
namespace {

QString word(Health health)
{
    static const QStringList words{QStringLiteral("unknown"),    QStringLiteral("healthy"),
                                   QStringLiteral("starting"),   QStringLiteral("unhealthy"),
                                   QStringLiteral("restarting"), QStringLiteral("stopped"),
                                   QStringLiteral("failed"),     QStringLiteral("paused")};
    return words.value(int(health));
}

QString word(Condition condition)
{
    static const QStringList words{QStringLiteral("unknown"), QStringLiteral("up"), QStringLiteral("degraded"),
                                   QStringLiteral("down"), QStringLiteral("maintenance")};
    return words.value(int(condition));
}

QString word(Role role)
{
    static const QStringList words{QString(),
                                   QStringLiteral(" active"),
                                   QStringLiteral(" primary"),
                                   QStringLiteral(" standby"),
                                   QStringLiteral(" cache"),
                                   QStringLiteral(" backup")};
    return words.value(int(role));
}

QString word(ErrorKind kind)
{
    static const QStringList words{
        QStringLiteral("unknown"),   QStringLiteral("unreachable"), QStringLiteral("timed out"),
        QStringLiteral("refused"),   QStringLiteral("certificate"), QStringLiteral("malformed"),
        QStringLiteral("too large"), QStringLiteral("unsupported"), QStringLiteral("not found"),
        QStringLiteral("conflict"),  QStringLiteral("invalid"),     QStringLiteral("cancelled"),
        QStringLiteral("internal"),  QStringLiteral("disconnected")};
    return words.value(int(kind));
}

QString word(Fault fault)
{
    static const QStringList words{QStringLiteral("unknown"), QStringLiteral("ours"),        QStringLiteral("endpoint"),
                                   QStringLiteral("network"), QStringLiteral("not allowed"), QStringLiteral("input")};
    return words.value(int(fault));
}

QString quoted(const QString &text)
{
    return text.isEmpty() ? QString() : QStringLiteral(" \"%1\"").arg(text);
}

} // namespace

QString printed(const Error &error)
{
    return QStringLiteral("%1, %2: %3").arg(word(error.kind), word(error.fault), error.text);
}

QString printed(const Placement &p, const EntityId &connection)
{
    const QString line = QStringLiteral("placement %1 of %2 at %3 %4/%5 %6%7%8")
                             .arg(p.id.toString(), p.service.toString(), p.site.toString(), QString::number(p.ready),
                                  QString::number(p.desired), word(p.health), word(p.role), quoted(p.healthText));
    return QString(line).replace(connection.toString(), QStringLiteral("C"));
}

QStringList printed(const FleetTables &tables, const EntityId &connection)
{
    QStringList lines;
    tables.sites.forEach([&](const Site &s) {
        lines.append(QStringLiteral("site %1%2 %3").arg(s.id.toString(), quoted(s.name), word(s.condition)));
    });
    tables.nodes.forEach([&](const Node &n) {
        lines.append(QStringLiteral("node %1%2 at %3 %4%5 [%6]")
                         .arg(n.id.toString(), quoted(n.name), n.site.toString(), word(n.condition),
                              quoted(n.conditionText), n.platform));
    });
    tables.services.forEach([&](const Service &s) {
        lines.append(
            QStringLiteral("service %1%2%3")
                .arg(s.id.toString(), quoted(s.name), s.tier > 0 ? QStringLiteral(" tier %1").arg(s.tier) : QString()));
    });
    tables.placements.forEach([&](const Placement &p) { lines.append(printed(p, connection)); });
    tables.assets.forEach([&](const Asset &a) {
        lines.append(QStringLiteral("asset %1%2 %3 %4")
                         .arg(a.id.toString(), quoted(a.name), a.classification, a.owner)
                         .trimmed());
    });
    tables.replicas.forEach([&](const Replica &r) {
        lines.append(QStringLiteral("replica %1 of %2 at %3%4")
                         .arg(r.id.toString(), r.asset.toString(), r.site.toString(), word(r.role)));
    });
    for (QString &line : lines)
        line.replace(connection.toString(), QStringLiteral("C"));
    lines.sort();
    return lines;
}

} // namespace graticule::testing
