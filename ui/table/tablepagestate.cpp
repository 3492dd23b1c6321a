// SPDX-License-Identifier: GPL-3.0-or-later
// What TablePage remembers from one run to the next; the rest of it is in tablepage.cpp.
#include "ui/table/tablecolumns.h"
#include "ui/table/tablepage.h"
#include "ui/table/tableview.h"

namespace graticule {

QVariantMap TablePage::saveState() const
{
    const TableQuery query = m_model->tableQuery();
    const auto word = [this](int column) { return m_model->column(column).word; };
    QVariantList conditions;
    for (const TableCondition &condition : query.conditions)
        conditions << QVariantMap{{QStringLiteral("field"), word(condition.field)},
                                  {QStringLiteral("values"), condition.values}};
    QVariantList order;
    for (const TableOrder &by : query.order)
        order << QVariantMap{{QStringLiteral("field"), word(by.field)}, {QStringLiteral("reversed"), by.reversed}};
    return {{QStringLiteral("conditions"), conditions},
            {QStringLiteral("order"), order},
            {QStringLiteral("group"), query.group ? word(*query.group) : QString()},
            {QStringLiteral("folded"), QStringList(m_model->folding().folded.values())},
            {QStringLiteral("columns"), m_table->columns().save()}};
}

void TablePage::restoreState(const QVariantMap &state)
{
    if (state.isEmpty())
        return;
    const auto columnIn = [this](const QVariantMap &map) {
        return m_model->columnOf(map.value(QStringLiteral("field")).toString());
    };
    TableQuery query;
    const QVariantList conditions = state.value(QStringLiteral("conditions")).toList();
    for (const QVariant &value : conditions) {
        const QVariantMap map = value.toMap();
        const QStringList values = map.value(QStringLiteral("values")).toStringList();
        const int column = columnIn(map);
        if (column >= 0 && m_model->column(column).isListed && !values.isEmpty())
            query.conditions.append({column, values});
    }
    QList<TableOrder> order;
    const QVariantList orders = state.value(QStringLiteral("order")).toList();
    for (const QVariant &value : orders) {
        const QVariantMap map = value.toMap();
        if (const int column = columnIn(map); column >= 0 && !m_model->isTrail(column))
            order.append({column, map.value(QStringLiteral("reversed")).toBool()});
    }
    if (!order.isEmpty())
        query.order = order;
    const int group = m_model->columnOf(state.value(QStringLiteral("group")).toString());
    if (group >= 0 && m_words.groups.contains(m_model->column(group).word))
        query.group = group;
    TableFolding folding;
    const QStringList folded = state.value(QStringLiteral("folded")).toStringList();
    folding.folded = QSet<QString>(folded.begin(), folded.end());
    m_model->setTableQuery(query);
    m_model->setFolding(folding);
    m_table->columns().restore(state.value(QStringLiteral("columns")).toList());
}

} // namespace graticule
