// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/lab/labfaults.h"

#include "backend/connectors/lab/nearmatches.h"

#include <algorithm>

namespace graticule {
namespace {

struct KindName
{
    LabFaultKind kind;
    const char *name;
};

constexpr KindName kKinds[] = {
    {LabFaultKind::SiteDown, "site-down"},     {LabFaultKind::EndpointFrozen, "endpoint-frozen"},
    {LabFaultKind::LinkCut, "link-cut"},       {LabFaultKind::LinkSlow, "link-slow"},
    {LabFaultKind::ReplicaLag, "replica-lag"}, {LabFaultKind::ClockWrong, "clock-wrong"},
};

constexpr qsizetype kLongestTarget = 300;

Error invalid(const QString &text)
{
    return {ErrorKind::Invalid, Fault::Input, text, std::nullopt};
}

/// Finds what a target names.
class Targets
{
public:
    Targets(const LabFleet &fleet, const QString &target)
        : m_fleet(fleet)
        , m_target(target)
        , m_id(target)
    {
    }

    int site() const { return siteNamed(m_target); }

    /// The link of that id; or both directions of "a>b"; or all links of a site.
    std::vector<int> links(LabFault &fault) const
    {
        for (int i = 0; i < int(m_fleet.links.size()); ++i) {
            const LabFleet::LinkEntry &link = m_fleet.links[size_t(i)];
            if (link.now->id == m_id) {
                fault.target = nameOf(link.from) + u'>' + nameOf(link.to);
                fault.id = link.now->id;
                return {i};
            }
        }
        const int from = siteNamed(m_target.section(u'>', 0, 0).trimmed());
        const bool isPair = m_target.contains(u'>');
        const int to = isPair ? siteNamed(m_target.section(u'>', 1).trimmed()) : -1;
        if (from < 0 || (isPair && to < 0))
            return {};
        std::vector<int> result;
        for (int i : m_fleet.sites[size_t(from)].links) {
            const LabFleet::LinkEntry &link = m_fleet.links[size_t(i)];
            if (!isPair || link.from == to || link.to == to)
                result.push_back(i);
        }
        fault.target = isPair ? nameOf(from) + u'>' + nameOf(to) : nameOf(from);
        fault.id = isPair && !result.empty() ? m_fleet.links[size_t(result.front())].now->id
                                             : m_fleet.sites[size_t(from)].now->id;
        return result;
    }

    std::vector<int> replicas(LabFault &fault) const
    {
        for (const LabFleet::AssetEntry &asset : m_fleet.assets) {
            const bool whole = asset.value->id == m_id || isNamed(asset.value->name);
            std::vector<int> result;
            for (int i : asset.replicas) {
                const Replica &replica = *m_fleet.replicas[size_t(i)].now;
                if (replica.id == m_id || (whole && replica.role != Role::Primary))
                    result.push_back(i);
            }
            if (result.empty())
                continue;
            fault.target = asset.value->name;
            fault.id = whole ? asset.value->id : m_id;
            if (!whole)
                fault.target += QStringLiteral(" at ") + nameOf(m_fleet.replicas[size_t(result.front())].site);
            return result;
        }
        return {};
    }

    int region() const
    {
        for (int r = 0; r < kLabRegionCount; ++r) {
            const LabRegion &region = m_fleet.regions[size_t(r)];
            if (isNamed(region.key) || isNamed(region.name) || m_id.utf8().startsWith(region.connection.utf8()))
                return r;
        }
        const int index = site();
        return index < 0 ? -1 : m_fleet.sites[size_t(index)].region;
    }

    /// Why no link is meant: a site that is not there, or two that are not joined; then what is.
    Error linkTrouble() const;

    QStringList siteNames() const
    {
        QStringList names;
        for (const LabFleet::SiteEntry &site : m_fleet.sites)
            names.append(site.now->name);
        return names;
    }
    QStringList assetNames() const
    {
        QStringList names;
        for (const LabFleet::AssetEntry &asset : m_fleet.assets)
            names.append(asset.value->name);
        return names;
    }
    QStringList regionNames() const
    {
        QStringList names;
        for (const LabRegion &region : m_fleet.regions)
            names.append(region.key);
        return names;
    }
    QString nameOf(int index) const { return m_fleet.sites[size_t(index)].now->name; }

private:
    bool isNamed(const QString &name) const { return name.compare(m_target, Qt::CaseInsensitive) == 0; }

    int siteNamed(const QString &name) const
    {
        const EntityId id(name);
        for (int i = 0; i < int(m_fleet.sites.size()); ++i) {
            const Site &candidate = *m_fleet.sites[size_t(i)].now;
            if (candidate.id == id || candidate.name.compare(name, Qt::CaseInsensitive) == 0)
                return i;
        }
        return -1;
    }

    const LabFleet &m_fleet;
    const QString m_target;
    const EntityId m_id;
};

Error notFound(const QString &what, const QString &target, const QStringList &names)
{
    QString text = QStringLiteral("There is no %1 \"%2\" in the lab.").arg(what, target.left(60));
    const QStringList near = nearMatches(target, names);
    if (!near.isEmpty())
        text += QStringLiteral(" Spelt alike: %1.").arg(near.join(QStringLiteral(", ")));
    return {ErrorKind::NotFound, Fault::Input, text, std::nullopt};
}

Error Targets::linkTrouble() const
{
    const QStringList ends = m_target.split(u'>');
    if (ends.size() != 2)
        return notFound(QStringLiteral("link or site with links"), m_target, siteNames());
    for (const QString &end : ends) {
        if (siteNamed(end.trimmed()) < 0)
            return notFound(QStringLiteral("site"), end.trimmed(), siteNames());
    }
    const int from = siteNamed(ends.first().trimmed());
    QStringList others;
    for (int i : m_fleet.sites[size_t(from)].links) {
        const LabFleet::LinkEntry &link = m_fleet.links[size_t(i)];
        const QString other = nameOf(link.from == from ? link.to : link.from);
        if (!others.contains(other))
            others.append(other);
    }
    others.sort();
    constexpr qsizetype kMost = 12;
    const QString more = others.size() > kMost ? QStringLiteral(" and others") : QString();
    return {ErrorKind::NotFound, Fault::Input,
            QStringLiteral("No link joins %1 in the lab. %2 has links with %3%4.")
                .arg(ends.join(QStringLiteral(" and ")), nameOf(from),
                     others.isEmpty() ? QStringLiteral("none") : others.mid(0, kMost).join(QStringLiteral(", ")), more),
            std::nullopt};
}

Result<Milliseconds> clockOffsetFrom(const QMap<QString, QString> &arguments)
{
    constexpr qint64 kMost = 10LL * 365 * 24 * 3600;
    bool ok = false;
    const QString text = arguments.value(QStringLiteral("seconds"), QStringLiteral("3600"));
    const qint64 seconds = text.toLongLong(&ok);
    if (!ok || seconds == 0 || std::abs(seconds) > kMost)
        return invalid(QStringLiteral("seconds: \"%1\" is no number of seconds, at most ten years either way.")
                           .arg(text.left(60)));
    return Milliseconds(seconds * 1000);
}

} // namespace

QString nameOf(LabFaultKind kind)
{
    const auto *found =
        std::find_if(std::begin(kKinds), std::end(kKinds), [kind](const KindName &k) { return k.kind == kind; });
    return QString::fromLatin1(found->name);
}

QStringList labFaultKinds()
{
    QStringList names;
    for (const KindName &kind : kKinds)
        names.append(QString::fromLatin1(kind.name));
    return names;
}

Result<LabFault> readLabFault(const LabFleet &fleet, const QString &kind, const QString &target,
                              const QMap<QString, QString> &arguments)
{
    const auto *known = std::find_if(std::begin(kKinds), std::end(kKinds),
                                     [&](const KindName &k) { return kind == QLatin1String(k.name); });
    if (known == std::end(kKinds))
        return invalid(QStringLiteral("There is no fault \"%1\"; known are %2.")
                           .arg(kind.left(60), labFaultKinds().join(QStringLiteral(", "))));
    if (target.isEmpty() || target.size() > kLongestTarget)
        return invalid(QStringLiteral("target: name a site, link, asset or region of the lab."));
    if (known->kind != LabFaultKind::ClockWrong && arguments.contains(QStringLiteral("seconds")))
        return invalid(QStringLiteral("seconds: only clock-wrong takes them; %1 lasts until it is healed.").arg(kind));
    const Targets targets(fleet, target);
    LabFault fault;
    fault.kind = known->kind;
    switch (fault.kind) {
    case LabFaultKind::SiteDown: {
        const int site = targets.site();
        if (site < 0)
            return notFound(QStringLiteral("site"), target, targets.siteNames());
        fault.affected = {site};
        fault.target = targets.nameOf(site);
        fault.id = fleet.sites[size_t(site)].now->id;
        break;
    }
    case LabFaultKind::LinkCut:
    case LabFaultKind::LinkSlow:
        fault.affected = targets.links(fault);
        if (fault.affected.empty())
            return targets.linkTrouble();
        break;
    case LabFaultKind::ReplicaLag:
        fault.affected = targets.replicas(fault);
        if (fault.affected.empty())
            return notFound(QStringLiteral("asset with copies"), target, targets.assetNames());
        break;
    case LabFaultKind::EndpointFrozen:
    case LabFaultKind::ClockWrong: {
        const int region = targets.region();
        if (region < 0)
            return notFound(QStringLiteral("region"), target, targets.regionNames());
        fault.affected = {region};
        fault.target = fleet.regions[size_t(region)].name;
        fault.id = fleet.regions[size_t(region)].connection;
        break;
    }
    }
    if (fault.kind == LabFaultKind::ClockWrong) {
        const Result<Milliseconds> offset = clockOffsetFrom(arguments);
        if (!offset)
            return offset.error();
        fault.clockOffset = *offset;
    }
    return fault;
}

} // namespace graticule
