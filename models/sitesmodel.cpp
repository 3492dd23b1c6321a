// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitesmodel.h"

#include "models/format.h"
#include "models/modelroles.h"
#include "models/sayingtext.h"

namespace graticule {

SitesModel::SitesModel(FleetStore &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
{
    std::vector<std::shared_ptr<const Site>> sites;
    store.tables().sites.forEachItem([&](const auto &site) { sites.push_back(site); });
    insert(sites);
    connect(&store, &FleetStore::changed, this, &SitesModel::apply);
}

int SitesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

int SitesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

void SitesModel::apply(const FleetChange &change)
{
    remove(change.delta.sites.removed);
    std::vector<std::shared_ptr<const Site>> added;
    std::vector<int> touched;
    for (const auto &site : change.delta.sites.upserted) {
        const int row = rowOf(site->id);
        if (row < 0) {
            added.push_back(site);
            continue;
        }
        m_items[size_t(row)].site = site;
        touched.push_back(row);
    }
    const auto judge = [&](const EntityId &id) {
        if (const int row = rowOf(id); row >= 0) {
            setVerdict(m_items[size_t(row)]);
            touched.push_back(row);
        }
    };
    for (const auto &verdict : change.delta.verdicts.upserted)
        judge(verdict->id);
    for (const EntityId &id : change.delta.verdicts.removed)
        judge(id);
    announce(std::move(touched));
    insert(added);
}

void SitesModel::remove(const std::vector<EntityId> &ids)
{
    std::vector<int> rows;
    for (const EntityId &id : ids) {
        if (const int row = rowOf(id); row >= 0)
            rows.push_back(row);
    }
    if (rows.empty())
        return;
    std::sort(rows.begin(), rows.end());
    // Runs of neighbours cost one signal each; when half the world goes, telling it row by row is the slower way.
    qsizetype runs = 1;
    for (size_t i = 1; i < rows.size(); ++i)
        runs += rows[i] != rows[i - 1] + 1;
    const bool isReset = runs > 64;
    if (isReset)
        beginResetModel();
    for (const EntityId &id : ids)
        m_rows.remove(id);
    for (size_t last = rows.size(); last > 0;) { // from the end
        size_t first = last - 1;
        while (!isReset && first > 0 && rows[first - 1] == rows[first] - 1)
            --first;
        if (!isReset)
            beginRemoveRows({}, rows[first], rows[last - 1]);
        m_items.erase(m_items.begin() + rows[first], m_items.begin() + rows[last - 1] + 1);
        if (!isReset)
            endRemoveRows();
        last = first;
    }
    for (size_t i = size_t(rows.front()); i < m_items.size(); ++i)
        m_rows[m_items[i].site->id] = int(i);
    if (isReset)
        endResetModel();
}

void SitesModel::insert(const std::vector<std::shared_ptr<const Site>> &sites)
{
    if (sites.empty())
        return;
    const int first = int(m_items.size());
    beginInsertRows({}, first, first + int(sites.size()) - 1);
    m_rows.reserve(qsizetype(m_items.size() + sites.size()));
    for (const auto &site : sites) {
        m_rows.insert(site->id, int(m_items.size()));
        Item &item = m_items.emplace_back(Item{site, {}, {}});
        setVerdict(item);
    }
    endInsertRows();
}

void SitesModel::announce(std::vector<int> rows)
{
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    for (size_t first = 0; first < rows.size();) {
        size_t last = first;
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1)
            ++last;
        Q_EMIT dataChanged(index(rows[first], 0), index(rows[last], ColumnCount - 1));
        first = last + 1;
    }
}

void SitesModel::setVerdict(Item &item)
{
    const Verdict *verdict = m_store.tables().verdicts.find(item.site->id);
    item.status = siteStatus(verdict);
    item.reason = verdict && !verdict->reasons.isEmpty() ? SayingText::of(verdict->reasons.first()) : QString();
}

QString SitesModel::placeOf(const Site &site)
{
    QStringList parts;
    if (!site.place.city.isEmpty())
        parts << site.place.city;
    if (!site.place.country.isEmpty())
        parts << site.place.country;
    if (!parts.isEmpty())
        return parts.join(QStringLiteral(", "));
    return site.place.position ? format::position(*site.place.position) : tr("no place known");
}

QVariant SitesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_items.size())
        return {};
    const Item &item = m_items[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(item, index.column());
    case Qt::AccessibleTextRole:
        return sentence(item);
    case IdRole:
        return item.site->id.utf8();
    case SortRole:
        return sortValue(item, index.column());
    case NumericRole:
        return index.column() == Seen;
    case SymbolRole:
        if (index.column() == State)
            return int(StateText::look(item.status.state, item.status.stale).symbol);
        return {};
    case EmphasisRole:
        if (index.column() == State)
            return int(StateText::look(item.status.state, item.status.stale).emphasis);
        if (index.column() == Seen)
            return int(item.status.stale ? Emphasis::Medium : Emphasis::Faint);
        return int(index.column() == Name ? Emphasis::Normal : Emphasis::Secondary);
    default:
        return {};
    }
}

QVariant SitesModel::display(const Item &item, int column) const
{
    switch (column) {
    case State:
        return StateText::look(item.status.state, item.status.stale).text;
    case Name:
        return item.site->name;
    case PlaceText:
        return placeOf(*item.site);
    case Region:
        return item.site->region;
    case ReasonText:
        return item.reason;
    case Seen:
        return format::age(observedAt(m_store.tables(), *item.site), m_store.now());
    default:
        return {};
    }
}

QVariant SitesModel::sortValue(const Item &item, int column) const
{
    if (column == State)
        return -StateText::look(item.status.state, item.status.stale).severity; // worst first
    if (column == Seen)
        return toMs(observedAt(m_store.tables(), *item.site));
    return display(item, column);
}

QString SitesModel::sentence(const Item &item) const
{
    QStringList parts{StateText::look(item.status.state, item.status.stale).text, item.site->name, placeOf(*item.site)};
    if (!item.reason.isEmpty())
        parts << item.reason;
    parts << tr("seen %1 ago").arg(format::age(observedAt(m_store.tables(), *item.site), m_store.now()));
    return parts.join(QStringLiteral(", "));
}

QVariant SitesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section == Seen ? Qt::AlignRight : Qt::AlignLeft));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State:
        return tr("State");
    case Name:
        return tr("Site");
    case PlaceText:
        return tr("Place");
    case Region:
        return tr("Region");
    case ReasonText:
        return tr("Why");
    case Seen:
        return tr("Seen");
    default:
        return {};
    }
}

} // namespace graticule
