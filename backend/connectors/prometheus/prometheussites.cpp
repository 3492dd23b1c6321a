// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/prometheus/prometheussites.h"

#include "backend/domain/connectionfields.h"
#include "backend/places/labelkeys.h"

#include <QHostAddress>
#include <QUrl>

namespace graticule {
namespace {

QString firstOf(const Labels &labels, const QStringList &names)
{
    for (const QString &name : names) {
        if (const QString value = labels.value(name).trimmed(); !value.isEmpty())
            return value;
    }
    return {};
}

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

QString escaped(const QString &part)
{
    return QString(part)
        .replace(QLatin1Char('%'), QLatin1String("%25"))
        .replace(QLatin1Char('/'), QLatin1String("%2F"));
}

} // namespace

PrometheusSites::PrometheusSites(const ConnectionConfig &config, const PrometheusSettings &settings,
                                 const SiteResolver &resolver)
    : m_config(config)
    , m_settings(settings)
    , m_resolver(resolver)
{
    SiteHints hints;
    hints.connection = config.id;
    hints.uid = QStringLiteral("server");
    hints.name = QUrl(config.address.trimmed()).host();
    hints.declared = config.labels;
    hints.origin = config.origin;
    m_home = resolver.resolve(hints);
}

const Site &PrometheusSites::resolved(const SiteHints &hints)
{
    QString key = hints.uid;
    for (auto label = hints.labels.cbegin(); label != hints.labels.cend(); ++label)
        key += QChar(0x1F) + label.key() + QChar(0x1F) + label.value();
    const auto known = m_known.find(key);
    if (known != m_known.end())
        return known->second;
    Site site = m_resolver.resolve(hints);
    if (site.id == m_home.id)
        site = m_home;
    return m_known.emplace(key, std::move(site)).first->second;
}

void PrometheusSites::keepOnly(const QSet<const Site *> &used)
{
    std::erase_if(m_known, [&](const auto &entry) { return !used.contains(&entry.second); });
}

const Site &PrometheusSites::of(const Labels &labels)
{
    SiteHints hints;
    hints.connection = m_config.id;
    hints.declared = labelsBesidePlace(m_config.labels); // its place is the server's
    hints.origin = m_config.origin;
    const QString site = firstOf(labels, m_settings.siteLabels);
    const QString host = hostOf(labels);
    if (site.isEmpty() && isLoopback(host))
        return m_home;
    hints.uid = hints.name = host;
    const auto hint = [&](QLatin1String key, const QString &value) {
        if (!value.isEmpty())
            hints.labels.insert(key, value);
    };
    const QString region = firstOf(labels, m_settings.regionLabels);
    hint(labelkeys::kSite, site);
    hint(labelkeys::kTopologyRegion, region); // a provider's region says where it is
    hint(labelkeys::kRegion, region == site ? QString() : region);
    hint(labelkeys::kCountry, firstOf(labels, m_settings.countryLabels));
    hint(labelkeys::kCity, firstOf(labels, m_settings.cityLabels));
    hint(labelkeys::kPosition, firstOf(labels, m_settings.positionLabels));
    hint(labelkeys::kProvider, firstOf(labels, {QStringLiteral("graticule_dev_provider"), QStringLiteral("provider")}));
    return resolved(hints);
}

const Site &PrometheusSites::vantageOf(const Labels &labels)
{
    const QString name = firstOf(labels, m_settings.vantageLabels);
    if (name.isEmpty())
        return m_home;
    SiteHints hints;
    hints.connection = m_config.id;
    hints.uid = hints.name = name;
    hints.labels.insert(labelkeys::kSite, name);
    hints.declared = labelsBesidePlace(m_config.labels);
    hints.origin = m_config.origin;
    return resolved(hints);
}

QString PrometheusSites::keyOf(const Labels &labels) const
{
    const auto label = [&](const char *name) { return escaped(labels.value(QLatin1String(name))); };
    QStringList parts{escaped(firstOf(labels, m_settings.siteLabels)), label("job"), label("instance")};
    if (const QString cluster = label("cluster"); !cluster.isEmpty())
        parts.insert(1, cluster);
    return parts.join(QLatin1Char('/')); // those that are empty stay, or a cluster could be taken for a site
}

QString PrometheusSites::hostOf(const Labels &labels)
{
    const QString instance = labels.value(QStringLiteral("instance"));
    const QString url = instance.contains(QLatin1String("://")) ? instance : QStringLiteral("tcp://") + instance;
    const QString host = QUrl(url).host();
    return host.isEmpty() ? instance : host;
}

} // namespace graticule
