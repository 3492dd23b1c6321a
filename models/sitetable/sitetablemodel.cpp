// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitetable/sitetablemodel.h"

#include "models/format.h"
#include "models/modelroles.h"

#include <algorithm>
#include <utility>

namespace graticule {

SiteTableModel::SiteTableModel(SitesModel &sites, FleetStore &store, QObject *parent)
    : TableModel(SiteFields::columns(), parent)
    , m_sites(sites)
    , m_store(store)
    , m_rows(sites, store)
{
    connectSource();
    compute(Known::Nothing);
}

void SiteTableModel::connectSource()
{
    connect(&m_sites, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) { sourceChanged(first.row(), last.row()); });
    connect(&m_sites, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        m_rows.append(first, last); // always at the end
        m_lineOfSite.clear();
        Q_EMIT countsChanged();
        changeSoon();
    });
    // Removed rows must go at once, for all numbers of rows move.
    connect(&m_sites, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] {
        Q_EMIT layoutAboutToBeChanged();
        m_kept = keptSites();
    });
    connect(&m_sites, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
        m_rows.remove(first, last);
        compute(Known::Nothing);
        restore(std::exchange(m_kept, {}), false);
        Q_EMIT layoutChanged();
        forgetGone();
        Q_EMIT countsChanged();
    });
    connect(&m_sites, &QAbstractItemModel::modelAboutToBeReset, this, &SiteTableModel::beginResetModel);
    connect(&m_sites, &QAbstractItemModel::modelReset, this, [this] {
        m_rows.clear();
        m_rows.append(0, m_sites.rowCount() - 1);
        compute(Known::Nothing);
        endResetModel();
        forgetGone();
        Q_EMIT countsChanged();
    });
}

void SiteTableModel::sourceChanged(int first, int last)
{
    m_rows.update(first, last);
    if (!m_lines.lines.empty()) // which of them are in view the view knows best
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    changeSoon();
}

void SiteTableModel::changeSoon()
{
    if (m_isHeld || m_isAsleep) {
        setPending(true);
        return;
    }
    if (std::exchange(m_isScheduled, true))
        return;
    m_store.clock().after(kSettle, this, [this] {
        m_isScheduled = false;
        if (m_isHeld || m_isAsleep)
            setPending(true);
        else
            settle();
    });
}

void SiteTableModel::forgetGone()
{
    const qsizetype before = m_chosen.size();
    m_chosen.removeIf([this](const EntityId &site) { return m_sites.rowOf(site) < 0; });
    if (m_chosen.size() != before)
        Q_EMIT chosenChanged();
}

void SiteTableModel::setHeld(bool held)
{
    m_isHeld = held;
    if (!held && m_isPending)
        changeSoon();
}

void SiteTableModel::setAsleep(bool asleep)
{
    m_isAsleep = asleep;
    if (!asleep && m_isPending)
        settle();
}

void SiteTableModel::setPending(bool pending)
{
    if (std::exchange(m_isPending, pending) != pending)
        Q_EMIT pendingChanged(pending);
}

void SiteTableModel::settle()
{
    rearrange();
    setPending(false);
}

void SiteTableModel::setQuery(const SiteQuery &query)
{
    if (query == m_query)
        return;
    // What matched and was sorted may be what the new query needs, too.
    Known known = m_isPending || !narrows(query, m_query) ? Known::Nothing : Known::Superset;
    if (known == Known::Superset && query.order == m_query.order && query.group == m_query.group)
        known = Known::SortedSuperset;
    const bool isOrderOther = query.order != m_query.order;
    m_query = query;
    if (isOrderOther) // before the rows: views put off their layout for it, and would paint once more
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, kSiteFields - 1);
    rearrange(known);
    Q_EMIT queryChanged();
}

TableQuery SiteTableModel::tableQuery() const
{
    TableQuery query;
    for (const SiteCondition &condition : m_query.conditions)
        query.conditions.append({int(condition.field), condition.values});
    query.words = m_query.words;
    query.order.clear();
    for (const SiteOrder &by : m_query.order)
        query.order.append({int(by.field), by.reversed});
    if (m_query.group)
        query.group = int(*m_query.group);
    return query;
}

void SiteTableModel::setTableQuery(const TableQuery &asked)
{
    SiteQuery query;
    for (const TableCondition &condition : asked.conditions)
        query.conditions.append({SiteField(condition.field), condition.values});
    query.words = asked.words;
    query.order.clear();
    for (const TableOrder &by : asked.order)
        query.order.append({SiteField(by.field), by.reversed});
    if (asked.group)
        query.group = SiteField(*asked.group);
    setQuery(query);
}

void SiteTableModel::setFolding(const TableFolding &folding)
{
    if (folding == m_folding)
        return;
    m_folding = folding;
    rearrange(Known::All);
}

void SiteTableModel::rearrange(Known known)
{
    Q_EMIT layoutAboutToBeChanged();
    const std::vector<EntityId> kept = keptSites();
    compute(known);
    restore(kept, true);
    Q_EMIT layoutChanged();
    Q_EMIT countsChanged();
}

void SiteTableModel::compute(Known known)
{
    if (known == Known::Nothing)
        m_sorted = matching(m_rows, m_query);
    else if (known != Known::All)
        m_sorted = matching(m_rows, m_query, &m_sorted);
    if (known == Known::Nothing || known == Known::Superset)
        sortRows(m_rows, m_query, m_sorted);
    m_lines = linesOf(m_rows, m_query, m_folding, m_sorted);
    m_lineOfSite.clear();
}

std::vector<EntityId> SiteTableModel::keptSites() const
{
    std::vector<EntityId> sites;
    for (const QModelIndex &index : persistentIndexList())
        sites.push_back(siteAt(index.row()));
    return sites;
}

/// @p byNumber: the source knows the numbers of its rows; while it removes several runs of them it does not.
void SiteTableModel::restore(const std::vector<EntityId> &sites, bool byNumber)
{
    QHash<EntityId, int> rows;
    if (byNumber) {
        QHash<int, EntityId> numbers;
        for (const EntityId &site : sites)
            numbers.insert(site.isEmpty() ? -1 : m_sites.rowOf(site), site);
        numbers.remove(-1);
        for (int row = 0; row < rowCount() && rows.size() < numbers.size(); ++row) {
            if (line(row).kind != SiteLine::Kind::Row)
                continue;
            if (const auto found = numbers.constFind(line(row).at); found != numbers.cend())
                rows.insert(*found, row);
        }
    } else {
        const QSet<EntityId> wanted(sites.begin(), sites.end());
        for (int row = 0; row < rowCount() && !wanted.isEmpty(); ++row) {
            if (const EntityId site = siteAt(row); !site.isEmpty() && wanted.contains(site))
                rows.insert(site, row);
        }
    }
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    for (qsizetype i = 0; i < from.size(); ++i) {
        const int row = rows.value(sites[size_t(i)], -1);
        to << (row < 0 ? QModelIndex() : index(row, from[i].column()));
    }
    changePersistentIndexList(from, to);
}

QString SiteTableModel::groupName(const SiteGroup &group) const
{
    return m_rows.valueText(*m_query.group, group.value);
}

QList<std::pair<QString, int>> SiteTableModel::valuesOf(SiteField field) const
{
    const SharedValues &values = m_rows.values(field);
    std::vector<int> counts(size_t(values.size()));
    for (const int number : m_rows.numbers(field))
        ++counts[size_t(number)];
    std::vector<int> order;
    for (int i = 0; i < values.size(); ++i) {
        if (counts[size_t(i)] > 0)
            order.push_back(i);
    }
    std::sort(order.begin(), order.end(),
              [&ranks = values.ranks()](int a, int b) { return ranks[size_t(a)] < ranks[size_t(b)]; });
    QList<std::pair<QString, int>> result;
    for (const int value : order)
        result.append({m_rows.valueText(field, value), counts[size_t(value)]});
    return result;
}

const SiteGroup *SiteTableModel::groupOf(int row) const
{
    const int head = headOf(row);
    return head < 0 ? nullptr : &m_lines.groups[size_t(line(head).at)];
}

EntityId SiteTableModel::siteAt(int row) const
{
    if (row < 0 || row >= rowCount() || line(row).kind != SiteLine::Kind::Row)
        return {};
    return m_sites.site(line(row).at).id;
}

int SiteTableModel::rowOf(const EntityId &site) const
{
    const int source = m_sites.rowOf(site);
    if (source < 0)
        return -1;
    if (m_lineOfSite.empty()) {
        m_lineOfSite.assign(size_t(m_sites.rowCount()), -1);
        for (size_t row = 0; row < m_lines.lines.size(); ++row) {
            if (m_lines.lines[row].kind == SiteLine::Kind::Row)
                m_lineOfSite[size_t(m_lines.lines[row].at)] = int(row);
        }
    }
    return m_lineOfSite[size_t(source)];
}

void SiteTableModel::setChosen(const QSet<EntityId> &sites)
{
    QSet<EntityId> there;
    for (const EntityId &site : sites) {
        if (m_sites.rowOf(site) >= 0)
            there.insert(site);
    }
    if (there == m_chosen)
        return;
    m_chosen = there;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1), {ChosenRole});
    Q_EMIT chosenChanged();
}

QList<EntityId> SiteTableModel::allInOrder() const
{
    QList<EntityId> all;
    all.reserve(qsizetype(m_sorted.size()));
    for (const int row : m_sorted)
        all << m_sites.site(row).id;
    return all;
}

int SiteTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.lines.size());
}

int SiteTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

} // namespace graticule
