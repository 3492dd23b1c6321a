// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attentionmodel.h"

#include "models/format.h"

namespace graticule {

AttentionModel::AttentionModel(FleetStore &store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
    store.tables().sites.forEach([&](const Site &site) {
        if (Attention::isAbnormal(store.tables(), site.id))
            m_abnormal.insert(site.id);
    });
    rebuild();
    connect(&store, &FleetStore::changed, this, &AttentionModel::apply);
    connect(&store, &FleetStore::modeChanged, this, [this] { // held or not: a person asked for another moment
        rebuild();
        arrange();
    });
}

void AttentionModel::apply(const FleetChange &change)
{
    const auto judge = [&](const EntityId &id) {
        if (Attention::isAbnormal(change.after->tables, id))
            m_abnormal.insert(id);
        else
            m_abnormal.remove(id);
    };
    const FleetDelta &delta = change.delta;
    for (const auto &site : delta.sites.upserted)
        judge(site->id);
    const bool isFirst = change.before->tables.sites.isEmpty();
    if (!isFirst) { // else all of them have just been judged
        for (const auto &verdict : delta.verdicts.upserted)
            judge(verdict->id);
    }
    for (const EntityId &id : delta.sites.removed)
        judge(id);
    for (const EntityId &id : delta.verdicts.removed)
        judge(id);
    if (delta.sites.isEmpty() && delta.verdicts.isEmpty() && delta.connections.isEmpty())
        return;
    if (isFirst || m_store.isPast()) {
        rebuild(); // the first data are shown whole, and a moment of the past is one moment
        return;
    }
    if (m_isScheduled)
        return;
    m_isScheduled = true;
    m_store.clock().after(kSettle, this, [this] {
        m_isScheduled = false;
        rebuild();
    });
}

void AttentionModel::rebuild()
{
    m_newest = Attention::items(m_store.tables(), m_store.index(), m_abnormal);
    if (m_isHeld)
        updateInPlace();
    else
        arrange();
}

void AttentionModel::setHeld(bool held)
{
    if (held == m_isHeld)
        return;
    m_isHeld = held;
    if (!held)
        arrange();
}

void AttentionModel::showWaiting()
{
    arrange();
}

/// Rows that are still true take their new words; the others stay where they are.
void AttentionModel::updateInPlace()
{
    QHash<QString, const AttentionItem *> newest;
    for (const AttentionItem &item : std::as_const(m_newest))
        newest.insert(item.key, &item);
    for (size_t row = 0; row < m_rows.size(); ++row) {
        const AttentionItem *item = newest.take(m_rows[row].item.key);
        const bool isOver = item == nullptr;
        if (isOver == m_rows[row].isOver && (isOver || *item == m_rows[row].item))
            continue;
        m_rows[row].isOver = isOver;
        if (item)
            m_rows[row].item = *item;
        Q_EMIT dataChanged(index(int(row)), index(int(row)));
    }
    setWaiting(int(newest.size()));
}

/// Brings the rows to m_newest by single removals, moves and insertions, so that selections survive.
void AttentionModel::arrange()
{
    QSet<QString> wanted;
    for (const AttentionItem &item : std::as_const(m_newest))
        wanted.insert(item.key);
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (wanted.contains(m_rows[size_t(row)].item.key))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < int(m_newest.size()); ++row) {
        const AttentionItem &item = m_newest[row];
        const auto begin = m_rows.begin();
        const auto found =
            std::find_if(begin + row, m_rows.end(), [&](const Row &r) { return r.item.key == item.key; });
        if (found == m_rows.end()) {
            beginInsertRows({}, row, row);
            m_rows.insert(begin + row, Row{item, false});
            endInsertRows();
            continue;
        }
        if (const int from = int(found - begin); from != row) {
            beginMoveRows({}, from, from, {}, row);
            std::rotate(begin + row, found, found + 1);
            endMoveRows();
        }
        Row &shown = m_rows[size_t(row)];
        if (shown.isOver || !(shown.item == item)) {
            shown = Row{item, false};
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
    setWaiting(0);
}

void AttentionModel::setWaiting(int waiting)
{
    if (waiting == m_waiting)
        return;
    m_waiting = waiting;
    Q_EMIT waitingChanged(waiting);
}

int AttentionModel::rowOf(const QString &key) const
{
    for (size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].item.key == key)
            return int(row);
    }
    return -1;
}

int AttentionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant AttentionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_rows.size())
        return {};
    const Row &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.item.title;
    case Qt::AccessibleTextRole:
        return sentence(row);
    case IdRole:
        return row.item.key.toUtf8();
    case SymbolRole:
        return int(row.item.symbol);
    case EmphasisRole:
        return int(row.item.emphasis);
    case SortRole:
        return row.item.severity;
    case WhereRole:
        return row.item.where;
    case DetailRole:
        return row.isOver ? tr("Over now") : row.item.detail;
    case AgeRole:
        return row.item.since == kNever ? QString() : format::age(row.item.since, m_store.now());
    case AgeEmphasisRole:
        return int(Emphasis::Faint);
    case OverRole:
        return row.isOver;
    default:
        return {};
    }
}

QString AttentionModel::sentence(const Row &row) const
{
    QStringList parts{row.item.title, row.item.where, row.isOver ? tr("Over now") : row.item.detail};
    if (row.item.since != kNever)
        parts << tr("for %1").arg(format::age(row.item.since, m_store.now()));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace graticule
