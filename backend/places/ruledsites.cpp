// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/ruledsites.h"

namespace graticule {

RuledSites::RuledSites(const SiteResolver &sites)
    : m_sites(sites)
    , m_rules(std::make_shared<const LabelRules>())
{
}

void RuledSites::setRules(LabelRules rules)
{
    auto shared = std::make_shared<const LabelRules>(std::move(rules));
    const std::scoped_lock lock(m_mutex);
    m_rules = std::move(shared);
}

std::shared_ptr<const LabelRules> RuledSites::rules() const
{
    const std::scoped_lock lock(m_mutex);
    return m_rules;
}

void RuledSites::setSame(QHash<EntityId, QString> names)
{
    const std::scoped_lock lock(m_mutex);
    m_same = std::move(names);
}

QString RuledSites::sameService(const EntityId &service) const
{
    const std::scoped_lock lock(m_mutex);
    return m_same.value(service);
}

Labels RuledSites::added(const Labels &labels) const
{
    const auto now = rules();
    return now->rules().empty() ? Labels() : now->added(labels);
}

} // namespace graticule
