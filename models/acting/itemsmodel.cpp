// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/acting/itemsmodel.h"

#include "models/acting/actiontext.h"
#include "models/format.h"
#include "models/modelroles.h"
#include "models/sayingtext.h"

#include <algorithm>
#include <utility>

namespace graticule {

ItemsModel::ItemsModel(const FleetStore &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
{
}

/// Rows that are there stay where they are.
void ItemsModel::setItems(const QList<ActionItem> &items, Instant ended)
{
    const bool isOther = std::exchange(m_ended, ended) != ended;
    if (items == m_items && !isOther)
        return;
    const auto isSame = [](const ActionItem &a, const ActionItem &b) { return a.name == b.name && a.kind == b.kind; };
    const bool isLonger =
        items.size() >= m_items.size() && std::equal(m_items.cbegin(), m_items.cend(), items.cbegin(), isSame);
    if (!isLonger) {
        beginResetModel();
        m_items = items;
        endResetModel();
        return;
    }
    const int before = int(m_items.size());
    if (items.size() > before)
        beginInsertRows({}, before, int(items.size()) - 1);
    m_items = items;
    if (items.size() > before)
        endInsertRows();
    if (before > 0)
        Q_EMIT dataChanged(index(0, 0), index(before - 1, ColumnCount - 1));
}

int ItemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

int ItemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ItemsModel::text(const ActionItem &item, int column) const
{
    switch (column) {
    case State:
        return ActionText::look(item.state).text;
    case Name:
        return item.name;
    case Why:
        return SayingText::ofPhrase(item.text);
    case Since:
        return item.since == kNever
                   ? QString()
                   : format::age(item.since, m_ended == kNever ? m_store.liveNow() : std::max(m_ended, item.since));
    default:
        return {};
    }
}

QVariant ItemsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ActionItem &item = m_items[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(item, index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QStringList parts{text(item, State), text(item, Name), text(item, Why)};
        if (const QString since = text(item, Since); !since.isEmpty())
            parts << tr("since %1").arg(since);
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case SymbolRole:
        return index.column() == State ? QVariant(int(ActionText::look(item.state).symbol)) : QVariant();
    case EmphasisRole:
        return int(index.column() == State  ? ActionText::look(item.state).emphasis
                   : index.column() == Name ? Emphasis::Normal
                                            : Emphasis::Secondary);
    case NumericRole:
        return index.column() == Since;
    default:
        return {};
    }
}

QVariant ItemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section == Since ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State:
        return tr("State");
    case Name:
        return tr("Pod");
    case Why:
        return tr("Why");
    default:
        return tr("Since");
    }
}

} // namespace graticule
