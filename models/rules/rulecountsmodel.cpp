// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/rulecountsmodel.h"

#include "models/format.h"
#include "models/modelroles.h"
#include "models/statetext.h"

namespace graticule {

void RuleCountsModel::setPreview(const RulePreview &preview)
{
    beginResetModel();
    m_counts = {{tr("All rules"), preview.matched, preview.changed}};
    m_counts.append(preview.rules);
    m_isCounted = preview.mistakes.isEmpty() || !preview.rules.isEmpty();
    endResetModel();
}

int RuleCountsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_counts.size());
}

int RuleCountsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RuleCountsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_counts.size())
        return {};
    const RuleCount &count = m_counts[index.row()];
    const int number = index.column() == Matched ? count.matched : count.changed;
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Rule ? count.name : m_isCounted ? format::number(number) : format::missing();
    case Qt::ToolTipRole:
        return index.column() == Rule ? count.name : QString();
    case Qt::AccessibleTextRole:
        if (!m_isCounted)
            return tr("%1: not counted").arg(count.name);
        return tr("%1: matches %2, changes %3")
            .arg(count.name, format::number(count.matched), format::number(count.changed));
    case NumericRole:
        return index.column() != Rule;
    case EmphasisRole:
        return int(index.column() == Rule || number > 0 ? Emphasis::Normal : Emphasis::Secondary);
    default:
        return {};
    }
}

QVariant RuleCountsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section != Rule)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Rule ? tr("Rule") : section == Matched ? tr("Matches") : tr("Changes");
}

} // namespace graticule
