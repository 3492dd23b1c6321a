// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"
#include "backend/domain/place.h"

#include <QHash>
#include <QStringList>

#include <memory>
#include <vector>

namespace graticule {

/// One region (or metro) of a public-cloud provider.
struct CloudRegion
{
    QString provider; ///< "aws", "azure", "gcp", ...
    QString code;     ///< as the provider writes it: "eu-central-1"
    QString name;     ///< "Europe (Frankfurt)"
    QString metro;    ///< "Frankfurt"
    QString country;  ///< ISO 3166-1 alpha-2
    QString type;     ///< "commercial", "government", "sovereign", "china", "colocation-metro", ...
    QString status;   ///< "ga", "restricted", "announced", "closed"
    GeoPoint position;
    bool isArea = false; ///< position is good to the state or area only, else to the metro
};

/// The known cloud regions. Immutable; may be used from any thread.
class CloudRegions
{
public:
    struct Match
    {
        const CloudRegion *region = nullptr; ///< null: not known
        bool guessed = false;                ///< the provider was not said and is not certain from the code
    };

    /// Reads the form of resources/places/cloud-regions.json. @p file is named in errors.
    static Result<CloudRegions> fromJson(const QByteArray &json, const QString &file);
    /// The table that was built into the program.
    static std::shared_ptr<const CloudRegions> builtIn();

    /// By provider and region code or one of its other spellings, any case. An empty @p provider means "not said":
    /// certain only if the code belongs to one provider and is longer than four letters (short ones, "fr" or "ams",
    /// are written by everybody).
    Match find(const QString &provider, const QString &code) const;
    /// As find(), for an availability zone ("eu-central-1a", "europe-west3-b", "fsn1-dc14", "westeurope-2").
    Match findZone(const QString &provider, const QString &zone) const;

    /// The provider that a Kubernetes providerID names by its prefix; empty: none that we know.
    QString providerOf(const QString &providerId) const;
    /// The region that a providerID carries, where it carries one (aws, gce, alicloud, oci).
    Match findByProviderId(const QString &providerId) const;

    const std::vector<CloudRegion> &all() const { return m_regions; }

private:
    void add(CloudRegion region, const QStringList &aliases);

    std::vector<CloudRegion> m_regions;
    QHash<QString, std::vector<int>> m_byCode; // lower case -> indices, one per provider
    QStringList m_order;
    QHash<QString, QString> m_prefixes;
};

} // namespace graticule
