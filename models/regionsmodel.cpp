// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/regionsmodel.h"

#include "backend/domain/countedonce.h"
#include "models/format.h"
#include "models/modelroles.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace graticule {

namespace {

/// The resource that a column is about, if it is about one.
std::optional<Capacity::Resource> resourceOf(int column)
{
    switch (column) {
    case RegionsModel::CpuUsed:
        return Capacity::Cpu;
    case RegionsModel::MemoryUsed:
        return Capacity::Memory;
    case RegionsModel::StorageUsed:
        return Capacity::Storage;
    default:
        return {};
    }
}

bool isFigure(int column)
{
    return column == RegionsModel::Sites || column == RegionsModel::Median || column == RegionsModel::P95 ||
           column == RegionsModel::Change || column == RegionsModel::LinksOverLimit;
}

/// Whether other sites count than before, beside those that changed.
bool isCountedOtherwise(const FleetChange &change)
{
    const auto &before = change.before->tables;
    const auto &after = change.after->tables;
    const auto countedBy = [](const FleetTables &tables, const EntityId &id) {
        const Connection *connection = tables.connections.find(id);
        return connection && tables.connections.contains(connection->countedBy) ? connection->countedBy : EntityId();
    };
    const auto &connections = change.delta.connections;
    const auto &feeds = change.delta.feeds.upserted;
    return !connections.removed.empty() ||
           std::any_of(connections.upserted.begin(), connections.upserted.end(),
                       [&](const auto &one) {
                           return !before.connections.contains(one->id) ||
                                  countedBy(before, one->id) != countedBy(after, one->id);
                       }) ||
           std::any_of(feeds.begin(), feeds.end(), [&](const auto &feed) {
               return !before.feeds.contains(feed->id) && !countedBy(after, feed->connection).isEmpty();
           });
}

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
    m_tally.apply(change);
    if (change.before->tables.sites.isEmpty() && !delta.sites.isEmpty()) { // the first data are shown whole
        for (const auto &site : delta.sites.upserted)
            count(change.after->tables, site->id, +1);
        gatherLinks();
        tellAll();
        return;
    }
    if (isCountedOtherwise(change)) {
        countAnew(change);
        return;
    }
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
    tellAll();
}

/// Rows stay where they are.
void RegionsModel::countAnew(const FleetChange &change)
{
    change.before->tables.sites.forEach([&](const Site &site) { count(change.before->tables, site.id, -1); });
    change.after->tables.sites.forEach([&](const Site &site) { count(change.after->tables, site.id, +1); });
    removeEmpty();
    tellAll();
}

void RegionsModel::tellAll()
{
    if (!m_items.empty())
        Q_EMIT dataChanged(index(0, Sites), index(int(m_items.size()) - 1, ColumnCount - 1));
    Q_EMIT totalsChanged();
}

void RegionsModel::count(const FleetTables &tables, const EntityId &id, int by)
{
    const Site *site = tables.sites.find(id);
    if (!site)
        return;
    Item &item = itemFor(site->region);
    // What was left out is left out of what is taken away, whatever the tables say of it by now.
    if (by > 0 ? !isCounted(tables, *site) : m_seenTwice.contains(id)) {
        item.seenTwice += by;
        by > 0 ? void(m_seenTwice.insert(id)) : void(m_seenTwice.remove(id));
        return;
    }
    const SiteStatus status = siteStatus(tables, id);
    item.counts.add(status, by);
    item.capacity.add(*site, by);
    m_totals.add(status, by);
    m_capacity.add(*site, by);
}

RegionsModel::Item &RegionsModel::itemFor(const QString &region)
{
    for (Item &item : m_items) { // a handful; and being equal is asked more cheaply than being less
        if (item.name == region)
            return item;
    }
    const auto at = std::lower_bound(m_items.begin(), m_items.end(), region, [](const Item &item, const QString &name) {
        return comesBefore(item.name, name);
    });
    const int row = int(at - m_items.begin());
    beginInsertRows({}, row, row);
    m_items.insert(at, Item{region, 0, {}, {}, {}});
    endInsertRows();
    return m_items[size_t(row)];
}

void RegionsModel::removeEmpty()
{
    for (int row = int(m_items.size()) - 1; row >= 0; --row) {
        if (m_items[size_t(row)].capacity.sites() > 0 || m_items[size_t(row)].seenTwice > 0)
            continue;
        beginRemoveRows({}, row, row);
        m_items.erase(m_items.begin() + row);
        endRemoveRows();
    }
}

void RegionsModel::gatherLinks()
{
    if (!m_tally.isChanged())
        return;
    const FleetLinkFigures &figures = m_tally.figures(m_store.tables());
    for (size_t row = 0; row < m_items.size(); ++row) {
        const LinkFigures now = figures.byRegion.value(m_items[row].name);
        if (now == m_items[row].links)
            continue;
        m_items[row].links = now;
        Q_EMIT dataChanged(index(int(row), Median), index(int(row), LinksOverLimit));
    }
    if (figures.all == m_links)
        return;
    m_links = figures.all;
    Q_EMIT totalsChanged();
}

void RegionsModel::tellStates()
{
    if (!m_items.empty())
        Q_EMIT dataChanged(index(0, States), index(int(m_items.size()) - 1, States));
}

void RegionsModel::setChanges(const QHash<QString, RegionChange> &changes)
{
    m_changes = changes;
    if (!m_items.empty())
        Q_EMIT dataChanged(index(0, Change), index(int(m_items.size()) - 1, Change));
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
        return isFigure(column);
    case EmphasisRole:
        return int(emphasis(item, column));
    case ShareRole:
        if (const auto resource = resourceOf(column); resource && item.capacity.share(*resource))
            return *item.capacity.share(*resource);
        return {};
    case StaleRole:
        return isStale(item);
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
                parts << format::number(n) + QLatin1Char(' ') + StateText::inSentence(StateText::look(state).text);
        }
        return parts.isEmpty() ? tr("none") : parts.join(QStringLiteral(", "));
    }
    case States:
        return QString(); // drawn; the words are the tooltip
    case Median:
        return aged(item, format::milliseconds(item.links.medianMs));
    case P95:
        return aged(item, format::milliseconds(item.links.p95Ms));
    case Change:
        return change(item);
    case LinksOverLimit:
        return item.links.measured + item.links.unmeasured == 0 ? format::missing()
                                                                : format::number(item.links.overLimit);
    default: {
        const auto resource = resourceOf(column);
        const auto share = resource ? item.capacity.share(*resource) : std::nullopt;
        return share ? aged(item, format::percent(*share)) : format::missing();
    }
    }
}

/// Whole milliseconds with their sign.
QString RegionsModel::change(const Item &item) const
{
    const auto found = m_changes.constFind(item.name);
    if (found == m_changes.cend())
        return format::missing();
    const qint64 ms = std::llround(found->nowMs - found->usualMs);
    const QString sign = ms > 0 ? QStringLiteral("+") : ms < 0 ? QString(QChar(0x2212)) : QString();
    return sign + format::number(std::abs(ms));
}

/// What rests on old evidence alone looks old.
QString RegionsModel::aged(const Item &item, const QString &value)
{
    return isStale(item) ? format::stale(value) : value;
}

Emphasis RegionsModel::emphasis(const Item &item, int column) const
{
    switch (column) {
    case Region:
    case P95:
        return Emphasis::Normal;
    case NotHealthy:
        return Emphasis::Faint; // "none"; counts are drawn in their own look
    case Change: {              // what nobody feels is no change
        const RegionChange change = m_changes.value(item.name);
        const double more = change.nowMs - change.usualMs;
        return more > std::max(0.2 * change.usualMs, 2.0) ? Emphasis::Medium : Emphasis::Secondary;
    }
    case LinksOverLimit:
        return item.links.overLimit > 0 ? Emphasis::Medium : Emphasis::Faint;
    case CpuUsed:
    case MemoryUsed:
    case StorageUsed:
        return Emphasis::Faint;
    default:
        return Emphasis::Secondary;
    }
}

QVariant RegionsModel::tooltip(const Item &item, int column) const
{
    if (column == States)
        return m_stateWords ? m_stateWords(item.name) : QString();
    if (column == Change) {
        const auto found = m_changes.constFind(item.name);
        return found == m_changes.cend() ? tr("Nothing is known of what is usual at this hour")
                                         : tr("95 % of the round trips of the last minutes under %1, usually at this "
                                              "hour under %2, of %3 links")
                                               .arg(format::milliseconds(found->nowMs),
                                                    format::milliseconds(found->usualMs), format::number(found->links));
    }
    if (column == Median || column == P95 || column == LinksOverLimit) {
        return tr("Round trips that begin here, now: half of them under %1, 95 % under %2; %3 links measured, %4 not")
            .arg(format::milliseconds(item.links.medianMs), format::milliseconds(item.links.p95Ms),
                 format::number(item.links.measured), format::number(item.links.unmeasured));
    }
    if (const auto resource = resourceOf(column)) {
        return tr("%1: %2 used, known of %3 of %4 sites")
            .arg(Capacity::name(*resource), display(item, column).toString(),
                 format::number(item.capacity.known(*resource)), format::number(item.capacity.sites()));
    }
    if (column == Sites && item.seenTwice > 0) {
        return tr("Counted: %1. Not counted, for the same cluster is connected twice: %2")
            .arg(format::number(item.counts.total()), format::number(item.seenTwice));
    }
    if (column == Region) {
        const StateLook look = StateText::look(item.counts.state());
        return tr("%1: %2").arg(display(item, column).toString(), StateText::inSentence(look.text));
    }
    return display(item, column);
}

QString RegionsModel::sentence(const Item &item) const
{
    const QString told =
        tr("%1, %2 sites, not healthy: %3, p95 %4, CPU used %5, memory %6, storage %7")
            .arg(display(item, Region).toString(), display(item, Sites).toString(),
                 display(item, NotHealthy).toString(), display(item, P95).toString(), display(item, CpuUsed).toString(),
                 display(item, MemoryUsed).toString(), display(item, StorageUsed).toString());
    return m_stateWords ? tr("%1, worst site of the last 24 h: %2, p95 against 7 days: %3")
                              .arg(told, m_stateWords(item.name), change(item))
                        : told;
}

QVariant RegionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (isFigure(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Region:
        return tr("Region");
    case Sites:
        return tr("Sites");
    case NotHealthy:
        return tr("Not healthy");
    case States:
        return tr("State, last 24 h (worst site)");
    case Median:
        return tr("Median");
    case P95:
        return tr("p95");
    case Change:
        return tr("Δ 7 d");
    case LinksOverLimit:
        return tr("Over limit");
    case CpuUsed:
        return tr("CPU used");
    case MemoryUsed:
        return tr("Memory");
    case StorageUsed:
        return tr("Storage");
    default:
        return {};
    }
}

} // namespace graticule
