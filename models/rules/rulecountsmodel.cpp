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

QStringList RuleCountsModel::settings(const RuleCount &rule)
{
    QStringList lines;
    for (const RuleSetting &setting : rule.sets) {
        QStringList things;
        if (setting.nodes > 0)
            things.append(tr("%n nodes", nullptr, setting.nodes));
        if (setting.services > 0)
            things.append(tr("%n services", nullptr, setting.services));
        if (setting.assets > 0)
            things.append(tr("%n assets", nullptr, setting.assets));
        lines.append(
            tr("%1: %2 on %3").arg(setting.label.section(u'/', -1), setting.value, things.join(QStringLiteral(", "))));
    }
    if (const int more = rule.settings - int(rule.sets.size()); rule.settings >= 0 && more > 0)
        lines.append(tr("and %n more", nullptr, more));
    return lines;
}

/// In the cell; the first row is of all rules, whose values nobody would read.
QString RuleCountsModel::sets(int row) const
{
    const RuleCount &count = m_counts[row];
    if (row == 0)
        return {};
    if (!m_isCounted || count.settings < 0 || count.matched == 0)
        return format::missing();
    return count.settings == 0 ? tr("nothing") : settings(count).join(QStringLiteral("; "));
}

QString RuleCountsModel::sentence(const RuleCount &count) const
{
    if (!m_isCounted)
        return tr("%1: not counted").arg(count.name);
    QStringList lines{
        tr("%1: matches %2, changes %3").arg(count.name, format::number(count.matched), format::number(count.changed))};
    if (count.settings == 0 && count.matched > 0)
        lines.append(tr("Sets nothing of what it matches"));
    else if (const QStringList set = settings(count); !set.isEmpty())
        lines.append(tr("Sets %1").arg(set.join(QLatin1Char('\n'))));
    return lines.join(QLatin1Char('\n'));
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
    const bool isNumber = index.column() == Matched || index.column() == Changed;
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Rule   ? count.name
               : index.column() == Sets ? sets(index.row())
               : m_isCounted            ? format::number(number)
                                        : format::missing();
    case Qt::ToolTipRole:
        return isNumber ? QString() : sentence(count);
    case Qt::AccessibleTextRole:
        return sentence(count);
    case NumericRole:
        return isNumber;
    case EmphasisRole:
        return int(!isNumber || number > 0 ? Emphasis::Normal : Emphasis::Secondary);
    default:
        return {};
    }
}

QVariant RuleCountsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && (section == Matched || section == Changed))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Rule      ? tr("Rule")
           : section == Sets    ? tr("Sets")
           : section == Matched ? tr("Matches")
                                : tr("Changes");
}

} // namespace graticule
