// SPDX-License-Identifier: GPL-3.0-or-later
// What SitesPage remembers from one run to the next; the rest of it is in sitespage.cpp.
#include "ui/sites/sitecolumns.h"
#include "ui/sites/sitespage.h"
#include "ui/sites/sitestable.h"

namespace graticule {

QVariantMap SitesPage::saveState() const
{
    const SiteQuery &query = m_model.query();
    QVariantList conditions;
    for (const SiteCondition &condition : query.conditions)
        conditions << QVariantMap{{QStringLiteral("field"), SiteFields::word(condition.field)},
                                  {QStringLiteral("values"), condition.values}};
    QVariantList order;
    for (const SiteOrder &by : query.order)
        order << QVariantMap{{QStringLiteral("field"), SiteFields::word(by.field)},
                             {QStringLiteral("reversed"), by.reversed}};
    return {{QStringLiteral("conditions"), conditions},
            {QStringLiteral("order"), order},
            {QStringLiteral("group"), query.group ? SiteFields::word(*query.group) : QString()},
            {QStringLiteral("folded"), QStringList(m_model.folding().folded.values())},
            {QStringLiteral("columns"), m_table->columns().save()}};
}

void SitesPage::restoreState(const QVariantMap &table)
{
    if (table.isEmpty())
        return;
    SiteQuery query;
    for (const QVariant &value : table.value(QStringLiteral("conditions")).toList()) {
        const QVariantMap map = value.toMap();
        const int field = SiteFields::fieldOf(map.value(QStringLiteral("field")).toString());
        const QStringList values = map.value(QStringLiteral("values")).toStringList();
        if (field >= 0 && SiteFields::isShared(SiteField(field)) && !values.isEmpty())
            query.conditions.append({SiteField(field), values});
    }
    QList<SiteOrder> order;
    for (const QVariant &value : table.value(QStringLiteral("order")).toList()) {
        const QVariantMap map = value.toMap();
        const int field = SiteFields::fieldOf(map.value(QStringLiteral("field")).toString());
        if (field >= 0)
            order.append({SiteField(field), map.value(QStringLiteral("reversed")).toBool()});
    }
    if (!order.isEmpty())
        query.order = order;
    const int group = SiteFields::fieldOf(table.value(QStringLiteral("group")).toString());
    if (group >= 0 && SiteFields::isShared(SiteField(group)))
        query.group = SiteField(group);
    SiteFolding folding;
    const QStringList folded = table.value(QStringLiteral("folded")).toStringList();
    folding.folded = QSet<QString>(folded.begin(), folded.end());
    m_model.setQuery(query);
    m_model.setFolding(folding);
    m_table->columns().restore(table.value(QStringLiteral("columns")).toList());
}

} // namespace graticule
