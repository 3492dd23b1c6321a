// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/statetext.h"

namespace graticule {

StateLook StateText::look(SiteState state, bool stale)
{
    StateLook look;
    switch (state) {
    case SiteState::Healthy:
        look = {Symbol::Healthy, tr("Healthy"), Emphasis::Secondary, 0};
        break;
    case SiteState::Degraded:
        look = {Symbol::Degraded, tr("Degraded"), Emphasis::Medium, 3};
        break;
    case SiteState::Down:
        look = {Symbol::Down, tr("Down"), Emphasis::Critical, 5};
        break;
    case SiteState::Unreachable:
        look = {Symbol::Unreachable, tr("Unreachable"), Emphasis::High, 4};
        break;
    case SiteState::Maintenance:
        look = {Symbol::Maintenance, tr("Maintenance"), Emphasis::Secondary, 1};
        break;
    case SiteState::Unknown:
        return {Symbol::Unknown, tr("Unknown"), Emphasis::Secondary, 2};
    }
    if (!stale)
        return look;
    return {staleForm(look.symbol), tr("%1, last known").arg(look.text), Emphasis::Secondary, 2};
}

Symbol StateText::staleForm(Symbol symbol)
{
    if (symbol < Symbol::Healthy || symbol > Symbol::Maintenance)
        return symbol;
    // The stale forms follow the fresh ones in the same order.
    return Symbol(int(symbol) + int(Symbol::StaleHealthy) - int(Symbol::Healthy));
}

StateLook StateText::look(ConnectionState state)
{
    switch (state) {
    case ConnectionState::NeverAsked:
        return {Symbol::NeverAsked, tr("Never asked"), Emphasis::Secondary, 2};
    case ConnectionState::Connecting:
        return {Symbol::Connecting, tr("Connecting"), Emphasis::Secondary, 3};
    case ConnectionState::Live:
        return {Symbol::Live, tr("Live"), Emphasis::Secondary, 0};
    case ConnectionState::Slow:
        return {Symbol::Slow, tr("Slow"), Emphasis::Medium, 4};
    case ConnectionState::Stale:
        return {Symbol::Stale, tr("Stale"), Emphasis::Medium, 5};
    case ConnectionState::Unreachable:
        return {Symbol::Unreachable, tr("Unreachable"), Emphasis::High, 6};
    case ConnectionState::Refused:
        return {Symbol::Refused, tr("Refused"), Emphasis::Critical, 7};
    case ConnectionState::Paused:
        return {Symbol::Paused, tr("Paused"), Emphasis::Secondary, 1};
    case ConnectionState::Unknown:
        break;
    }
    return {Symbol::Unknown, tr("Unknown"), Emphasis::Secondary, 3};
}

StateLook StateText::look(Condition condition)
{
    switch (condition) {
    case Condition::Up:
        return {Symbol::Healthy, tr("Up"), Emphasis::Secondary, 0};
    case Condition::Degraded:
        return {Symbol::Degraded, tr("Degraded"), Emphasis::Medium, 3};
    case Condition::Down:
        return {Symbol::Down, tr("Down"), Emphasis::Critical, 5};
    case Condition::Maintenance:
        return {Symbol::Maintenance, tr("Maintenance"), Emphasis::Secondary, 1};
    case Condition::Unknown:
        break;
    }
    return {Symbol::Unknown, tr("Unknown"), Emphasis::Secondary, 2};
}

StateLook StateText::look(Health health)
{
    switch (health) {
    case Health::Healthy:
        return {Symbol::Healthy, tr("Healthy"), Emphasis::Secondary, 0};
    case Health::Starting:
        return {Symbol::Connecting, tr("Starting"), Emphasis::Secondary, 1};
    case Health::Unhealthy:
        return {Symbol::Degraded, tr("Unhealthy"), Emphasis::Medium, 4};
    case Health::Restarting:
        return {Symbol::Degraded, tr("Restarting again and again"), Emphasis::Medium, 4};
    case Health::Stopped:
        return {Symbol::Paused, tr("Stopped"), Emphasis::Secondary, 1};
    case Health::Failed:
        return {Symbol::Down, tr("Failed"), Emphasis::Critical, 5};
    case Health::Paused:
        return {Symbol::Paused, tr("Paused"), Emphasis::Secondary, 1};
    case Health::Unknown:
        break;
    }
    return {Symbol::Unknown, tr("Unknown"), Emphasis::Secondary, 2};
}

StateLook StateText::look(ReplicaState state)
{
    switch (state) {
    case ReplicaState::InSync:
        return {Symbol::Healthy, tr("In sync"), Emphasis::Secondary, 0};
    case ReplicaState::Lagging:
        return {Symbol::Degraded, tr("Lagging"), Emphasis::Medium, 3};
    case ReplicaState::Broken:
        return {Symbol::Down, tr("Broken"), Emphasis::Critical, 5};
    case ReplicaState::Unknown:
        break;
    }
    return {Symbol::Unknown, tr("Unknown"), Emphasis::Secondary, 2};
}

QString StateText::atSites(const QString &text, int at, int of)
{
    return at >= of ? text : tr("%1 at %2 of %3 sites").arg(text, QString::number(at), QString::number(of));
}

QString StateText::inSentence(const QString &text)
{
    return text.left(1).toLower() + text.mid(1);
}

QString StateText::text(Evidence evidence)
{
    switch (evidence) {
    case Evidence::Declared:
        return tr("declared");
    case Evidence::ProviderRegion:
        return tr("provider region");
    case Evidence::Inferred:
        return tr("inferred");
    case Evidence::Unknown:
        break;
    }
    return tr("not known");
}

QString StateText::text(Role role)
{
    switch (role) {
    case Role::Active:
        return tr("active");
    case Role::Primary:
        return tr("primary");
    case Role::Standby:
        return tr("standby");
    case Role::Cache:
        return tr("cache");
    case Role::Backup:
        return tr("backup");
    case Role::Unknown:
        break;
    }
    return tr("role unknown");
}

QString StateText::text(SiteKind kind)
{
    switch (kind) {
    case SiteKind::PublicRegion:
        return tr("public cloud region");
    case SiteKind::PrivateDataCentre:
        return tr("private data centre");
    case SiteKind::Edge:
        return tr("edge");
    case SiteKind::PointOfPresence:
        return tr("point of presence");
    case SiteKind::DeviceGateway:
        return tr("device gateway");
    case SiteKind::Unknown:
        break;
    }
    return tr("kind not known");
}

QString StateText::text(Origin origin)
{
    switch (origin) {
    case Origin::Real:
        return tr("real");
    case Origin::Lab:
        return tr("LAB: invented");
    case Origin::Unknown:
        break;
    }
    return tr("origin not known");
}

QString StateText::text(Fault fault)
{
    switch (fault) {
    case Fault::Ours:
        return tr("This is Graticule's own fault.");
    case Fault::Endpoint:
        return tr("The endpoint is at fault.");
    case Fault::Network:
        return tr("The network is in the way.");
    case Fault::NotAllowed:
        return tr("The endpoint does not allow it.");
    case Fault::Input:
        return tr("What was given cannot be right.");
    case Fault::Unknown:
        break;
    }
    return tr("Whose fault is not known.");
}

QString StateText::faultOf(const Error &error)
{
    if (error.kind == ErrorKind::Certificate && error.fault == Fault::NotAllowed)
        return tr("It is not trusted here, so nothing is asked of it.");
    return text(error.fault);
}

QString StateText::connectorTitle(const QString &type)
{
    // Names of products are not translated.
    static const QHash<QString, QString> titles{
        {QStringLiteral("docker"), QStringLiteral("Docker")},
        {QStringLiteral("grpc"), QStringLiteral("gRPC")},
        {QStringLiteral("kubernetes"), QStringLiteral("Kubernetes")},
        {QStringLiteral("mesos"), QStringLiteral("Apache Mesos")},
        {QStringLiteral("patroni"), QStringLiteral("Patroni")},
        {QStringLiteral("prometheus"), QStringLiteral("Prometheus")},
        {QStringLiteral("haproxy"), QStringLiteral("HAProxy")},
    };
    if (type == QLatin1String("host"))
        return tr("This host");
    if (type == QLatin1String("lab"))
        return tr("LAB");
    if (type == QLatin1String("peer"))
        return tr("Other keeper");
    return titles.value(type, type);
}

QString StateText::providerTitle(const QString &provider)
{
    static const QHash<QString, QString> titles{
        {QStringLiteral("aws"), QStringLiteral("AWS")},
        {QStringLiteral("azure"), QStringLiteral("Azure")},
        {QStringLiteral("gcp"), QStringLiteral("Google Cloud")},
        {QStringLiteral("oci"), QStringLiteral("Oracle Cloud")},
        {QStringLiteral("ibm"), QStringLiteral("IBM Cloud")},
        {QStringLiteral("alibaba"), QStringLiteral("Alibaba Cloud")},
        {QStringLiteral("alicloud"), QStringLiteral("Alibaba Cloud")},
        {QStringLiteral("hetzner"), QStringLiteral("Hetzner")},
        {QStringLiteral("ovh"), QStringLiteral("OVHcloud")},
        {QStringLiteral("scaleway"), QStringLiteral("Scaleway")},
        {QStringLiteral("digitalocean"), QStringLiteral("DigitalOcean")},
    };
    return titles.value(provider, provider);
}

} // namespace graticule
