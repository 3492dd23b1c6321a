// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/tablemodel.h"

namespace graticule {

TableModel::TableModel(std::vector<TableColumn> columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{
}

int TableModel::columnOf(QStringView word) const
{
    for (int i = 0; i < tickColumn(); ++i) {
        if (word.compare(column(i).word, Qt::CaseInsensitive) == 0)
            return i;
    }
    return -1;
}

QList<int> TableModel::listedColumns() const
{
    QList<int> listed;
    for (int i = 0; i < tickColumn(); ++i) {
        if (column(i).isListed)
            listed << i;
    }
    return listed;
}

int TableModel::headOf(int row) const
{
    if (!isGrouped())
        return -1;
    while (row >= 0 && line(row).kind != TableLine::Kind::Group)
        --row;
    return row;
}

QVariant TableModel::trailData(int column, const EntityId &id, int role) const
{
    if ((role != Qt::DisplayRole && role != Qt::ToolTipRole) || !m_trailWords)
        return {};
    return m_trailWords(this->column(column).trail, id);
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (section == tickColumn())
        return role == Qt::AccessibleTextRole ? QVariant(tr("Chosen")) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (column(section).isNumeric ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    QString title = column(section).title;
    const QList<TableOrder> order = shownOrder();
    for (qsizetype i = 0; i < order.size(); ++i) {
        if (order[i].field != section)
            continue;
        if (role == Qt::AccessibleTextRole)
            return tr("%1, sorted, key %2").arg(title).arg(i + 1);
        title += order[i].reversed ? QStringLiteral(" \u2191") : QStringLiteral(" \u2193");
        if (order.size() > 1 && i > 0)
            title += QString::number(i + 1);
    }
    return title;
}

QString TableModel::groupSentence(const TableGroup &group, const QStringList &states, const QString &rows) const
{
    QStringList parts{group.name, rows};
    parts << states << (group.folded ? tr("folded") : tr("unfolded"));
    return parts.join(QStringLiteral(", "));
}

} // namespace graticule
