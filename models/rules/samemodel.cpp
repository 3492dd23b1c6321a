// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/samemodel.h"

#include "models/format.h"
#include "models/modelroles.h"
#include "models/statetext.h"

namespace graticule {

void SameModel::setSame(const SameServices &same)
{
    beginResetModel();
    m_same = same;
    endResetModel();
}

std::pair<ToldService, ToldService> SameModel::services(int row) const
{
    if (isSuggestion(row))
        return {m_same.suggestions[row].one, m_same.suggestions[row].other};
    return {decision(row).one, decision(row).other};
}

QString SameModel::what(int row) const
{
    if (isSuggestion(row))
        return tr("Suggested: same service?");
    return decision(row).isSame ? tr("The same: %1").arg(decision(row).name) : tr("Not the same");
}

QString SameModel::why(int row) const
{
    if (!isSuggestion(row)) {
        const QString at = toIso(decision(row).at).left(10);
        return decision(row).who.isEmpty() ? at : tr("said by %1, %2").arg(decision(row).who, at);
    }
    QStringList parts;
    for (const SameSuggestion::Evidence &evidence : m_same.suggestions[row].evidence) {
        switch (evidence.reason) {
        case SameSuggestion::Reason::Name:
            parts.append(tr("both called %1").arg(evidence.value));
            break;
        case SameSuggestion::Reason::Group:
            parts.append(tr("both part of %1").arg(evidence.value));
            break;
        case SameSuggestion::Reason::Image:
            parts.append(tr("both run %1").arg(evidence.value));
            break;
        case SameSuggestion::Reason::Unknown:
            parts.append(evidence.value);
            break;
        }
    }
    return parts.join(QStringLiteral(", "));
}

QString SameModel::text(int row, int column) const
{
    const auto [one, other] = services(row);
    switch (column) {
    case What:
        return what(row);
    case One:
        return one.name;
    case OneAt:
        return one.connection;
    case Other:
        return other.name;
    case OtherAt:
        return other.connection;
    case Why:
        return why(row);
    default:
        return {};
    }
}

QString SameModel::sentence(int row) const
{
    const auto [one, other] = services(row);
    return tr("%1 %2 of %3 and %4 of %5: %6")
        .arg(what(row), one.name, one.connection, other.name, other.connection, why(row));
}

int SameModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_same.suggestions.size() + m_same.decisions.size());
}

int SameModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SameModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    switch (role) {
    case Qt::DisplayRole: {
        const QString words = text(index.row(), index.column());
        return words.isEmpty() ? format::missing() : words;
    }
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return sentence(index.row());
    case EmphasisRole:
        return int(index.column() == One || index.column() == Other ? Emphasis::Normal : Emphasis::Secondary);
    default:
        return {};
    }
}

QVariant SameModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("State");
    case One:
        return tr("Service");
    case OneAt:
    case OtherAt:
        return tr("Connection");
    case Other:
        return tr("and service");
    case Why:
        return tr("Why");
    default:
        return QString();
    }
}

} // namespace graticule
