// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/places/labelrules.h"
#include "backend/places/siteresolver.h"

#include <QHash>

#include <memory>
#include <mutex>

namespace graticule {

/// Places as another resolver finds them, with rules of labels, and services that are the same, which can be replaced
/// while it is used: who asked before has the answer of then. May be used from any thread.
class RuledSites : public SiteResolver
{
public:
    /// @p sites outlives it.
    explicit RuledSites(const SiteResolver &sites);

    void setRules(LabelRules rules);
    void setSame(QHash<EntityId, QString> names);
    /// Those of now; never null.
    std::shared_ptr<const LabelRules> rules() const;

    Site resolve(const SiteHints &hints) const override { return m_sites.resolve(hints); }
    QList<PlaceTrouble> troubles(const Labels &declared) const override { return m_sites.troubles(declared); }
    Labels added(const Labels &labels) const override;
    QString sameService(const EntityId &service) const override;

private:
    const SiteResolver &m_sites;
    mutable std::mutex m_mutex;
    std::shared_ptr<const LabelRules> m_rules;
    QHash<EntityId, QString> m_same;
};

} // namespace graticule
