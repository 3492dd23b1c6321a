// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/defaultsiteresolver.h"

#include "backend/places/geo.h"
#include "backend/places/labelkeys.h"
#include "backend/places/labelreader.h"
#include "backend/places/namedcity.h"
#include "backend/places/placecheck.h"

#include <QRegularExpression>

namespace graticule {
namespace {

using namespace labelkeys;

struct ProviderMark
{
    QLatin1String prefix;
    QLatin1String provider;
};

// Labels that only one provider's managed Kubernetes puts on its nodes.
constexpr ProviderMark kProviderMarks[] = {
    {QLatin1String("eks.amazonaws.com/"), QLatin1String("aws")},
    {QLatin1String("kubernetes.azure.com/"), QLatin1String("azure")},
    {QLatin1String("cloud.google.com/gke-"), QLatin1String("gcp")},
    {QLatin1String("oci.oraclecloud.com/"), QLatin1String("oci")},
    {QLatin1String("ibm-cloud.kubernetes.io/"), QLatin1String("ibm")},
    {QLatin1String("alibabacloud.com/"), QLatin1String("alibaba")},
    {QLatin1String("k8s.scaleway.com/"), QLatin1String("scaleway")},
    {QLatin1String("doks.digitalocean.com/"), QLatin1String("digitalocean")},
    {QLatin1String("lke.linode.com/"), QLatin1String("linode")},
    {QLatin1String("vke.vultr.com/"), QLatin1String("vultr")},
    {QLatin1String("csi.hetzner.cloud/"), QLatin1String("hetzner")},
    {QLatin1String("instance.hetzner.cloud/"), QLatin1String("hetzner")},
};

struct KindWord
{
    QLatin1String word;
    SiteKind kind;
};

constexpr KindWord kKinds[] = {
    {QLatin1String("public-region"), SiteKind::PublicRegion},
    {QLatin1String("private-data-centre"), SiteKind::PrivateDataCentre},
    {QLatin1String("private-data-center"), SiteKind::PrivateDataCentre},
    {QLatin1String("edge"), SiteKind::Edge},
    {QLatin1String("point-of-presence"), SiteKind::PointOfPresence},
    {QLatin1String("pop"), SiteKind::PointOfPresence},
    {QLatin1String("device-gateway"), SiteKind::DeviceGateway},
};

/// One resolution: what is known of the hints so far, and the site that comes of it.
class Resolution
{
public:
    Resolution(const SiteHints &hints, const Labels &labels, const CloudRegions &regions, const Gazetteer &cities,
               const WorldGeometry *world)
        : m_hints(hints)
        , m_labels(labels)
        , m_reader(labels)
        , m_regions(regions)
        , m_cities(cities)
        , m_check(world, cities)
    {
    }

    Site site()
    {
        Site site;
        site.labels = m_labels;
        site.origin = m_hints.origin;
        findRegion();
        identify(site);
        describe(site);
        place(site.name, site.place);
        return site;
    }

private:
    QString provider()
    {
        if (const QString said = m_reader.text(kProvider).toLower(); !said.isEmpty())
            return said;
        if (const QString prefix = m_regions.providerOf(m_hints.providerId); !prefix.isEmpty())
            return prefix;
        for (const ProviderMark &mark : kProviderMarks) {
            const auto from = m_labels.lowerBound(mark.prefix);
            if (from != m_labels.cend() && from.key().startsWith(mark.prefix))
                return mark.provider;
        }
        return {};
    }

    void findRegion()
    {
        m_provider = provider();
        m_topologyRegion = m_reader.firstOf({kTopologyRegion, kOldRegion});
        const QString zone = m_reader.firstOf({kTopologyZone, kOldZone});
        if (findLocalZone(zone) ||
            findLocalZone(m_hints.providerId.section(QStringLiteral(":///"), 1).section(u'/', 0, 0)))
            return;
        m_match = m_regions.find(m_provider, m_topologyRegion);
        if (!m_match.region)
            m_match = m_regions.findZone(m_provider, zone);
        if (!m_match.region)
            m_match = m_regions.findByProviderId(m_hints.providerId);
    }

    /// AWS local and wavelength zones stand in another city, maybe another country, than the region whose name they
    /// carry: us-east-1-lim-1a is in Lima.
    bool findLocalZone(const QString &zone)
    {
        static const QRegularExpression form(
            QStringLiteral("^([a-z]+(?:-[a-z]+)+-\\d-(?:wl\\d-)?([a-z]{3})(?:-wlz)?-\\d+)[a-z]?$"));
        if (zone.size() > LabelReader::kLongest)
            return false;
        const QRegularExpressionMatch match = form.match(zone);
        const City *city = match.hasMatch() ? m_cities.byIata(match.captured(2)) : nullptr;
        if (!city)
            return false;
        m_localZone = match.captured(1);
        m_named = {city, QStringLiteral("IATA \"%1\" in zone \"%2\"").arg(match.captured(2), zone)};
        return true;
    }

    void identify(Site &site)
    {
        const QString said = m_reader.text(kSite);
        if (!said.isEmpty()) {
            site.id = EntityId::declared("site", said);
            site.name = said;
        } else if (!m_localZone.isEmpty()) {
            site.id = EntityId::declared("site", QStringLiteral("aws/") + m_localZone);
            site.name = m_localZone;
        } else if (m_match.region) {
            const QString path = m_match.region->provider + QLatin1Char('/') + m_match.region->code;
            site.id =
                m_match.guessed ? EntityId::of(m_hints.connection, "site", path) : EntityId::declared("site", path);
            site.name = m_match.region->code;
        } else {
            site.id = EntityId::of(m_hints.connection, "site", m_hints.uid);
            site.name = m_hints.name.isEmpty() ? m_hints.uid : m_hints.name;
        }
    }

    void describe(Site &site)
    {
        site.region = m_reader.text(kRegion);
        if (site.region.isEmpty() && !m_match.region && m_localZone.isEmpty())
            site.region = m_topologyRegion;
        site.provider = m_match.region          ? m_match.region->provider
                        : m_localZone.isEmpty() ? m_provider
                                                : QStringLiteral("aws");
        const QString kind = m_reader.text(kKind).toLower();
        for (const KindWord &candidate : kKinds) {
            if (kind == candidate.word)
                site.kind = candidate.kind;
        }
        if (!kind.isEmpty() && site.kind == SiteKind::Unknown)
            m_reader.remark(kKind, kind, QStringLiteral("is no kind of site"));
        if (kind.isEmpty() && m_match.region)
            site.kind = m_match.region->type == QLatin1String("colocation-metro") ? SiteKind::PrivateDataCentre
                                                                                  : SiteKind::PublicRegion;
    }

    QString declaredCountry()
    {
        const QString said = m_reader.text(kCountry);
        if (said.isEmpty() || isCountryCode(said.toUpper()))
            return said.toUpper();
        m_reader.remark(kCountry, said, QStringLiteral("is no ISO 3166-1 alpha-2 code"));
        return {};
    }

    std::optional<GeoPoint> declaredPosition()
    {
        const QString said = m_reader.text(kPosition);
        if (said.isEmpty())
            return {};
        const Result<GeoPoint> point = parsePosition(said);
        if (point)
            return *point;
        m_reader.remark(kPosition, said, point.error().text);
        return {};
    }

    const City *declaredCity(const QString &country, QString &name)
    {
        name = m_reader.text(kCity);
        if (name.isEmpty())
            return nullptr;
        const City *city = m_cities.find(name, country);
        if (city)
            name = city->name;
        return city;
    }

    QString regionSource() const
    {
        const QString name = m_match.region->provider + QLatin1Char(' ') + m_match.region->code;
        return m_match.guessed ? name + QStringLiteral(" (guessed: no provider was said)") : name;
    }

    void place(const QString &siteName, Place &place)
    {
        const QString country = declaredCountry();
        const CloudRegion *region = m_match.region;
        const QString labelOf = QStringLiteral("label ");
        QString positionSource;
        QString countrySource;
        const auto setPosition = [&](GeoPoint point, const QString &source) {
            place.position = point;
            positionSource = source;
        };
        const auto setCountry = [&](const QString &code, Evidence evidence, const QString &source) {
            place.country = code;
            place.evidence = evidence;
            countrySource = source;
        };

        const std::optional<GeoPoint> position = declaredPosition();
        const City *city = declaredCity(country, place.city);
        NamedCity named = m_named;
        if (!named.city && !city && !region && !position)
            named = cityInName(m_cities, siteName, country);
        if (place.city.isEmpty() && region)
            place.city = region->metro;
        if (place.city.isEmpty() && named.city)
            place.city = named.city->name;

        if (position)
            setPosition(*position, labelOf + kPosition);
        else if (city)
            setPosition(city->position, labelOf + kCity);
        else if (region)
            setPosition(region->position, regionSource());
        else if (named.city)
            setPosition(named.city->position, named.source);

        const Evidence ofRegion = m_match.guessed ? Evidence::Inferred : Evidence::ProviderRegion;
        if (!country.isEmpty())
            setCountry(country, Evidence::Declared, labelOf + kCountry);
        else if (region)
            setCountry(region->country, ofRegion, regionSource());
        else if (city)
            setCountry(city->country, Evidence::Inferred, labelOf + kCity);
        else if (const QString shown = position ? m_check.countryAt(*position) : QString(); !shown.isEmpty())
            setCountry(shown, Evidence::Inferred, QStringLiteral("the map at the position"));
        else if (position)
            place.evidence = Evidence::Declared; // where it is, was said; in which country, nothing tells
        else if (named.city)
            setCountry(named.city->country, Evidence::Inferred, named.source);

        place.source = countrySource;
        if (!positionSource.isEmpty() && positionSource != countrySource)
            place.source += (countrySource.isEmpty() ? QString() : QStringLiteral("; ")) + positionSource;
        place.mismatch = mismatches(place, country, positionSource != countrySource ? countrySource : QString());
    }

    /// @p countrySource is empty when country and position rest on the same and so cannot disagree.
    QString mismatches(const Place &place, const QString &declared, const QString &countrySource) const
    {
        QStringList result = m_reader.remarks();
        const bool againstRegion = m_match.region && !m_match.guessed && !declared.isEmpty() &&
                                   !PlaceCheck::agree(declared, m_match.region->country);
        if (againstRegion)
            result.append(
                QStringLiteral("declared %1, %2 is in %3").arg(declared, regionSource(), m_match.region->country));
        else if (place.position && !place.country.isEmpty() && !countrySource.isEmpty()) {
            const QString wrong = m_check.disagreement(place.country, *place.position);
            if (!wrong.isEmpty()) {
                const QString who =
                    declared.isEmpty() ? countrySource + QStringLiteral(" is in") : QStringLiteral("declared");
                result.append(QStringLiteral("%1 %2, %3").arg(who, place.country, wrong));
            }
        }
        return result.join(QStringLiteral("; "));
    }

    const SiteHints &m_hints;
    const Labels &m_labels;
    LabelReader m_reader;
    const CloudRegions &m_regions;
    const Gazetteer &m_cities;
    PlaceCheck m_check;
    QString m_provider;
    QString m_topologyRegion;
    CloudRegions::Match m_match;
    QString m_localZone; ///< without its last letter
    NamedCity m_named;
};

} // namespace

DefaultSiteResolver::DefaultSiteResolver(std::shared_ptr<const CloudRegions> regions,
                                         std::shared_ptr<const Gazetteer> cities,
                                         std::shared_ptr<const WorldGeometry> world)
    : m_regions(std::move(regions))
    , m_cities(std::move(cities))
    , m_world(std::move(world))
{
}

std::unique_ptr<DefaultSiteResolver> DefaultSiteResolver::builtIn()
{
    Result<WorldGeometry> world = WorldGeometry::builtIn();
    Q_ASSERT(world);
    return std::make_unique<DefaultSiteResolver>(CloudRegions::builtIn(), Gazetteer::builtIn(),
                                                 world ? std::make_shared<const WorldGeometry>(std::move(world).value())
                                                       : nullptr);
}

QList<PlaceTrouble> DefaultSiteResolver::troubles(const Labels &declared) const
{
    return placeTroubles(declared, *m_cities);
}

Site DefaultSiteResolver::resolve(const SiteHints &hints) const
{
    Labels labels = hints.labels;
    labels.insert(hints.declared);
    return Resolution(hints, labels, *m_regions, *m_cities, m_world.get()).site();
}

} // namespace graticule
