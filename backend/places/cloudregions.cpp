// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/cloudregions.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace graticule {
namespace {

constexpr qsizetype kLongestCode = 100;
constexpr qsizetype kTooShortToBeCertain = 4;

Error malformed(const QString &file, const QString &what)
{
    return {ErrorKind::Malformed, Fault::Input, file + QStringLiteral(": ") + what, std::nullopt};
}

CloudRegion regionFrom(const QJsonObject &object)
{
    const auto text = [&](const char *key, const char *usual = "") {
        return object.value(QLatin1String(key)).toString(QLatin1String(usual));
    };
    return {text("provider"),
            text("code"),
            text("name"),
            text("metro"),
            text("country"),
            text("type", "commercial"),
            text("status", "ga"),
            {object.value(QLatin1String("lat")).toDouble(), object.value(QLatin1String("lon")).toDouble()},
            text("precision") == QLatin1String("area")};
}

/// What a zone's name may be cut down to, longest first: each provider hangs something else behind its region.
QStringList regionsOfZone(const QString &zone)
{
    static const QRegularExpression tails[] = {
        QRegularExpression(QStringLiteral("(?<=\\d)[a-z]$")), // aws: eu-central-1a
        QRegularExpression(QStringLiteral("-[a-z]$")),        // gcp, alibaba: europe-west3-a
        QRegularExpression(QStringLiteral("-\\d+$")),         // azure, ibm, scaleway: westeurope-1
        QRegularExpression(QStringLiteral("-dc\\d+$")),       // hetzner: fsn1-dc14
        QRegularExpression(QStringLiteral("-ad-\\d+$")),      // oci: eu-frankfurt-1-ad-1
    };
    QStringList result{zone};
    for (const QRegularExpression &tail : tails) {
        QString cut = zone;
        cut.remove(tail);
        if (cut != zone && !cut.isEmpty())
            result.append(cut);
    }
    return result;
}

} // namespace

Result<CloudRegions> CloudRegions::fromJson(const QByteArray &json, const QString &file)
{
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return malformed(file, QStringLiteral("byte %1: %2").arg(error.offset).arg(error.errorString()));
    CloudRegions result;
    const QJsonArray order = root.value(QLatin1String("lookup_order")).toArray();
    for (const QJsonValue &provider : order)
        result.m_order.append(provider.toString());
    const QJsonObject prefixes = root.value(QLatin1String("provider_id_prefix")).toObject();
    for (auto it = prefixes.begin(); it != prefixes.end(); ++it)
        result.m_prefixes.insert(it.key(), it.value().toString());
    const QJsonArray regions = root.value(QLatin1String("regions")).toArray();
    for (qsizetype i = 0; i < regions.size(); ++i) {
        const QJsonObject object = regions[i].toObject();
        CloudRegion region = regionFrom(object);
        if (region.provider.isEmpty() || region.code.isEmpty() || region.country.size() != 2)
            return malformed(file, QStringLiteral("regions[%1]: provider, code and country are needed").arg(i));
        QStringList aliases;
        const QJsonArray others = object.value(QLatin1String("aliases")).toArray();
        for (const QJsonValue &alias : others)
            aliases.append(alias.toString());
        result.add(std::move(region), aliases);
    }
    if (result.m_regions.empty())
        return malformed(file, QStringLiteral("regions: the list is empty or missing"));
    return result;
}

std::shared_ptr<const CloudRegions> CloudRegions::builtIn()
{
    const QString name = QStringLiteral(":/graticule/places/cloud-regions.json");
    QFile file(name);
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    auto result = fromJson(open ? file.readAll() : QByteArray(), name);
    Q_ASSERT(result);
    return std::make_shared<const CloudRegions>(result ? std::move(result).value() : CloudRegions());
}

void CloudRegions::add(CloudRegion region, const QStringList &aliases)
{
    const int index = int(m_regions.size());
    m_byCode[region.code.toLower()].push_back(index);
    for (const QString &alias : aliases) {
        auto &indices = m_byCode[alias.toLower()];
        if (std::find(indices.begin(), indices.end(), index) == indices.end())
            indices.push_back(index);
    }
    m_regions.push_back(std::move(region));
}

CloudRegions::Match CloudRegions::find(const QString &provider, const QString &code) const
{
    if (code.isEmpty() || code.size() > kLongestCode)
        return {};
    const auto found = m_byCode.constFind(code.toLower());
    if (found == m_byCode.cend())
        return {};
    const auto ofProvider = [&](const QString &wanted) -> const CloudRegion * {
        for (int index : *found) {
            if (m_regions[size_t(index)].provider == wanted)
                return &m_regions[size_t(index)];
        }
        return nullptr;
    };
    if (!provider.isEmpty())
        return {ofProvider(provider), false};
    const bool guessed = found->size() > 1 || code.size() <= kTooShortToBeCertain;
    for (const QString &candidate : m_order) {
        if (const CloudRegion *region = ofProvider(candidate))
            return {region, guessed};
    }
    return {&m_regions[size_t(found->front())], guessed};
}

CloudRegions::Match CloudRegions::findZone(const QString &provider, const QString &zone) const
{
    if (zone.size() > kLongestCode)
        return {};
    const QStringList candidates = regionsOfZone(zone.toLower());
    for (const QString &code : candidates) {
        if (const Match match = find(provider, code); match.region)
            return match;
    }
    return {};
}

QString CloudRegions::providerOf(const QString &providerId) const
{
    static const QRegularExpression separator(QStringLiteral("[:.]"));
    const qsizetype end = providerId.indexOf(separator);
    return end <= 0 ? QString() : m_prefixes.value(providerId.left(end).toLower());
}

CloudRegions::Match CloudRegions::findByProviderId(const QString &providerId) const
{
    constexpr qsizetype kLongestId = 1000;
    const QString provider = providerOf(providerId);
    if (provider.isEmpty() || providerId.size() > kLongestId)
        return {};
    const qsizetype scheme = providerId.indexOf(QStringLiteral("://"));
    QString path = scheme < 0 ? providerId : providerId.mid(scheme + 3);
    while (path.startsWith(u'/'))
        path.remove(0, 1);
    if (provider == QLatin1String("aws")) // aws:///eu-central-1a/i-0abc
        return findZone(provider, path.section(u'/', 0, 0));
    if (provider == QLatin1String("gcp")) // gce://project/europe-west3-a/vm
        return findZone(provider, path.section(u'/', 1, 1));
    if (provider == QLatin1String("alibaba")) // alicloud://cn-hangzhou.i-bp1
        return find(provider, path.section(u'.', 0, 0));
    if (provider == QLatin1String("oci")) // ocid1.instance.oc1.eu-frankfurt-1.aaaa
        return find(provider, path.section(u'.', 3, 3));
    return {};
}

} // namespace graticule
