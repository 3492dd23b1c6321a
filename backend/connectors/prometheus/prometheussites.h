// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/prometheus/prometheussettings.h"
#include "backend/places/siteresolver.h"

#include <QSet>

#include <map>

namespace graticule {

/// Whom labels speak of, and where that is. Remembers what it has resolved: sites stay where they are as long as it
/// does.
class PrometheusSites
{
public:
    /// @p resolver outlives it.
    PrometheusSites(const ConnectionConfig &config, const PrometheusSettings &settings, const SiteResolver &resolver);

    /// Where the server stands: what the connection declares as its place, else a site of its own.
    const Site &home() const { return m_home; }
    /// Site of the target with these labels. One without a label for it that is scraped over the loopback stands where
    /// the server does.
    const Site &of(const Labels &labels);
    /// From where a probe with these labels was sent.
    const Site &vantageOf(const Labels &labels);

    /// How many sites are remembered.
    qsizetype known() const { return qsizetype(m_known.size()); }
    /// Remembers @p used only; no reference to another one may be in use.
    void keepOnly(const QSet<const Site *> &used);

    /// The same for all series of one target, and for ever: site label, cluster (where there is one), job and
    /// instance.
    QString keyOf(const Labels &labels) const;
    /// The machine of `instance`: without scheme, port and path.
    static QString hostOf(const Labels &labels);

private:
    const Site &resolved(const SiteHints &hints);

    const ConnectionConfig m_config;
    const PrometheusSettings m_settings;
    const SiteResolver &m_resolver;
    Site m_home;
    std::map<QString, Site> m_known; // by all hints
};

} // namespace graticule
