// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/regionsmodel.h"

#include "models/format.h"
#include "models/modelroles.h"

#include <QSet>

namespace graticule {

namespace {

bool comesBefore(const QString &a, const QString &b)
{
    if (a.isEmpty() != b.isEmpty())
        return b.isEmpty();
    return a.compare(b, Qt::CaseInsensitive) < 0;
}

} // namespace

RegionsModel::RegionsModel(FleetStore &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
{
    store.tables().sites.forEach([&](const Site &site) { count(store.tables(), site.id, +1); });
    gatherLinks();
    connect(&store, &FleetStore::changed, this, &RegionsModel::apply);
    connect(&store, &FleetStore::ticked, this, &RegionsModel::gatherLinks);
}

void RegionsModel::apply(const FleetChange &change)
{
    const FleetDelta &delta = change.delta;
    m_linksChanged |= !delta.links.isEmpty() || !delta.sites.isEmpty();
    QSet<EntityId> sites;
    for (const auto &site : delta.sites.upserted)
        sites.insert(site->id);
    for (const auto &verdict : delta.verdicts.upserted)
        sites.insert(verdict->id);
    for (const EntityId &id : delta.sites.removed)
        sites.insert(id);
    for (const EntityId &id : delta.verdicts.removed)
        sites.insert(id);
    if (sites.isEmpty())
        return;
    for (const EntityId &id : std::as_const(sites)) {
        count(change.before->tables, id, -1);
        count(change.after->tables, id, +1);
    }
    removeEmpty();
    if (!m_items.empty())
        Q_EMIT dataChanged(index(0, Sites), index(int(m_items.size()) - 1, CapacityUsed));
    if (change.before->tables.sites.isEmpty())
        gatherLinks(); // the first data are shown whole
    Q_EMIT totalsChanged();
}

void RegionsModel::count(const FleetTables &tables, const EntityId &id, int by)
{
    const Site *site = tables.sites.find(id);
    if (!site)
        return;
    const SiteStatus status = siteStatus(tables, id);
    Item &item = itemFor(site->region);
    item.counts.add(status, by);
    item.capacity.add(*site, by);
    m_totals.add(status, by);
    m_capacity.add(*site, by);
}

RegionsModel::Item &RegionsModel::itemFor(const QString &region)
{
    const auto at = std::lower_bound(m_items.begin(), m_items.end(), region, [](const Item &item, const QString &name) {
        return comesBefore(item.name, name);
    });
    if (at != m_items.end() && at->name == region)
        return *at;
    const int row = int(at - m_items.begin());
    beginInsertRows({}, row, row);
    m_items.insert(at, Item{region, {}, {}, {}});
    endInsertRows();
    return m_items[size_t(row)];
}

void RegionsModel::removeEmpty()
{
    for (int row = int(m_items.size()) - 1; row >= 0; --row) {
        if (m_items[size_t(row)].capacity.sites() > 0)
            continue;
        beginRemoveRows({}, row, row);
        m_items.erase(m_items.begin() + row);
        endRemoveRows();
    }
}

void RegionsModel::gatherLinks()
{
    if (!m_linksChanged)
        return;
    m_linksChanged = false;
    const FleetLinkFigures figures = linkFigures(m_store.tables());
    for (size_t row = 0; row < m_items.size(); ++row) {
        const LinkFigures now = figures.byRegion.value(m_items[row].name);
        if (now == m_items[row].links)
            continue;
        m_items[row].links = now;
        Q_EMIT dataChanged(index(int(row), P95), index(int(row), P95));
    }
    if (figures.all == m_links)
        return;
    m_links = figures.all;
    Q_EMIT totalsChanged();
}

int RegionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

int RegionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant RegionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_items.size())
        return {};
    const Item &item = m_items[size_t(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return display(item, column);
    case Qt::ToolTipRole:
        return tooltip(item, column);
    case Qt::AccessibleTextRole:
        return sentence(item);
    case NumericRole:
        return column == Sites || column == P95;
    case EmphasisRole:
        if (column == Sites)
            return int(Emphasis::Secondary);
        if (column == CapacityUsed)
            return int(Emphasis::Faint);
        return int(Emphasis::Normal);
    case ShareRole:
        if (const auto tightest = item.capacity.tightest(); column == CapacityUsed && tightest)
            return *item.capacity.share(*tightest);
        return {};
    case CountsRole: {
        if (column != NotHealthy)
            return {};
        QVariantList counts;
        for (const SiteState state : SiteCounts::kAbnormalOrder) {
            if (const int n = item.counts.of(state); n > 0)
                counts << QVariant(QVariantList{int(StateText::look(state).symbol), format::number(n)});
        }
        return counts;
    }
    default:
        return {};
    }
}

QVariant RegionsModel::display(const Item &item, int column) const
{
    switch (column) {
    case Region:
        return item.name.isEmpty() ? tr("No region") : item.name;
    case Sites:
        return format::number(item.counts.total());
    case NotHealthy: {
        QStringList parts;
        for (const SiteState state : SiteCounts::kAbnormalOrder) {
            if (const int n = item.counts.of(state); n > 0)
                parts << format::number(n) + QLatin1Char(' ') + StateText::look(state).text.toLower();
        }
        return parts.isEmpty() ? tr("none") : parts.join(QStringLiteral(", "));
    }
    case P95:
        return format::milliseconds(item.links.p95Ms);
    case CapacityUsed: {
        const auto tightest = item.capacity.tightest();
        return tightest ? format::percent(*item.capacity.share(*tightest)) : format::missing();
    }
    default:
        return {};
    }
}

QVariant RegionsModel::tooltip(const Item &item, int column) const
{
    if (column == P95) {
        return tr("95 % of the round trips that begin here are shorter; %1 links measured, %2 not, %3 over their limit")
            .arg(format::number(item.links.measured), format::number(item.links.unmeasured),
                 format::number(item.links.overLimit));
    }
    if (column != CapacityUsed)
        return display(item, column);
    QStringList lines;
    for (const auto resource : {Capacity::Cpu, Capacity::Memory, Capacity::Storage}) {
        const auto share = item.capacity.share(resource);
        lines << tr("%1: %2, known of %3 of %4 sites")
                     .arg(Capacity::name(resource), share ? format::percent(*share) : format::missing(),
                          format::number(item.capacity.known(resource)), format::number(item.capacity.sites()));
    }
    return lines.join(QLatin1Char('\n'));
}

QString RegionsModel::sentence(const Item &item) const
{
    return tr("%1, %2 sites, not healthy: %3, p95 %4, capacity used %5")
        .arg(display(item, Region).toString(), display(item, Sites).toString(), display(item, NotHealthy).toString(),
             display(item, P95).toString(), display(item, CapacityUsed).toString());
}

QVariant RegionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == NumericRole)
        return section == Sites || section == P95;
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Region:
        return tr("Region");
    case Sites:
        return tr("Sites");
    case NotHealthy:
        return tr("Not healthy");
    case P95:
        return tr("p95");
    case CapacityUsed:
        return tr("Capacity used");
    default:
        return {};
    }
}

} // namespace graticule
