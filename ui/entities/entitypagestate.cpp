// SPDX-License-Identifier: GPL-3.0-or-later
// What EntityPage remembers from one run to the next; the rest of it is in entitypage.cpp.
#include "ui/entities/entitypage.h"
#include "ui/entities/entitytable.h"

namespace graticule {

QVariantMap EntityPage::saveState() const
{
    const EntityQuery &query = m_model.query();
    const auto word = [this](int field) { return m_model.fields()[size_t(field)].word; };
    QVariantList conditions;
    for (const EntityCondition &condition : query.conditions)
        conditions << QVariantMap{{QStringLiteral("field"), word(condition.field)},
                                  {QStringLiteral("values"), condition.values}};
    QVariantList order;
    for (const EntityOrder &by : query.order)
        order << QVariantMap{{QStringLiteral("field"), word(by.field)}, {QStringLiteral("reversed"), by.reversed}};
    return {{QStringLiteral("conditions"), conditions},
            {QStringLiteral("order"), order},
            {QStringLiteral("columns"), m_table->saveColumns()}};
}

void EntityPage::restoreState(const QVariantMap &state)
{
    if (state.isEmpty())
        return;
    const auto fieldOf = [this](const QVariantMap &map) {
        return EntityFields::indexOf(m_model.fields(), map.value(QStringLiteral("field")).toString());
    };
    EntityQuery query;
    const QVariantList conditions = state.value(QStringLiteral("conditions")).toList();
    for (const QVariant &value : conditions) {
        const QVariantMap map = value.toMap();
        const QStringList values = map.value(QStringLiteral("values")).toStringList();
        const int field = fieldOf(map);
        if (field >= 0 && m_model.fields()[size_t(field)].isListed() && !values.isEmpty())
            query.conditions.append({field, values});
    }
    QList<EntityOrder> order;
    const QVariantList orders = state.value(QStringLiteral("order")).toList();
    for (const QVariant &value : orders) {
        const QVariantMap map = value.toMap();
        if (const int field = fieldOf(map); field >= 0)
            order.append({field, map.value(QStringLiteral("reversed")).toBool()});
    }
    if (!order.isEmpty())
        query.order = order;
    m_model.setQuery(query);
    m_table->restoreColumns(state.value(QStringLiteral("columns")).toList());
}

} // namespace graticule
