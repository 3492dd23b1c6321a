// SPDX-License-Identifier: GPL-3.0-or-later
// What a view asks of SiteTableModel; the rest is in sitetablemodel.cpp.
#include "backend/domain/countedonce.h"
#include "models/format.h"
#include "models/modelroles.h"
#include "models/sitetable/sitetablemodel.h"

namespace graticule {
QVariant SiteTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const SiteLine &at = line(index.row());
    if (role == KindRole)
        return int(at.kind);
    if (role == Qt::AccessibleTextRole)
        return sentence(index.row());
    if (at.kind == SiteLine::Kind::Row)
        return isTrail(index.column()) ? trailData(index.column(), m_sites.site(at.at).id, role)
                                       : siteData(SiteField(index.column()), at.at, role);
    if (role != Qt::DisplayRole || index.column() != int(SiteField::Name))
        return {};
    return at.kind == SiteLine::Kind::Group ? groupTitle(at.at) : groupAt(at.at).more;
}

QVariant SiteTableModel::siteData(SiteField field, int row, int role) const
{
    const bool isTicked = m_chosen.contains(m_sites.site(row).id);
    if (role == ChosenRole)
        return isTicked;
    if (int(field) == kTickColumn)
        return role == Qt::CheckStateRole ? QVariant(isTicked ? Qt::Checked : Qt::Unchecked) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return text(field, row);
    case IdRole:
        return m_sites.site(row).id.utf8();
    case SymbolRole:
        if (field == SiteField::State)
            return int(StateText::look(status(row).state, status(row).stale).symbol);
        return {};
    case EmphasisRole:
        return int(emphasis(field, row));
    case NumericRole:
        return field == SiteField::Seen;
    case StaleRole:
        return share(field, row) ? QVariant(status(row).stale) : QVariant();
    case ShareRole: {
        const auto used = share(field, row);
        return used ? QVariant(*used) : QVariant();
    }
    default:
        return {};
    }
}

std::optional<double> SiteTableModel::share(SiteField field, int row) const
{
    const Usage *used = SiteRows::usageOf(m_sites.site(row), field);
    // of a site that is down nothing is used, nor known
    if (!used || !used->isMeasured() || status(row).state == SiteState::Down)
        return {};
    return used->used / used->total;
}

Emphasis SiteTableModel::emphasis(SiteField field, int row) const
{
    switch (field) {
    case SiteField::State:
        return StateText::look(status(row).state, status(row).stale).emphasis;
    case SiteField::Seen:
        return status(row).stale ? Emphasis::Medium : Emphasis::Faint;
    case SiteField::Name:
        return Emphasis::Normal;
    default:
        return Emphasis::Secondary;
    }
}

QString SiteTableModel::text(SiteField field, int row) const
{
    const Site &site = m_sites.site(row);
    switch (field) {
    case SiteField::State:
        return StateText::look(status(row).state, status(row).stale).text;
    case SiteField::Name:
        return site.name;
    case SiteField::City:
        return site.place.city.isEmpty() && site.place.position ? format::position(*site.place.position)
               : site.place.city.isEmpty()                      ? SiteFields::notKnown()
                                                                : site.place.city;
    case SiteField::Country:
        return site.place.country.isEmpty()
                   ? SiteFields::notKnown()
                   : site.place.country + QStringLiteral("  ") + SiteFields::country(site.place.country);
    case SiteField::Region:
        return site.region;
    case SiteField::Provider:
        return site.provider.isEmpty() ? QString() : StateText::providerTitle(site.provider);
    case SiteField::Kind:
        return StateText::text(site.kind);
    case SiteField::Through:
        return m_rows.through(row);
    case SiteField::Reason:
        return m_sites.reason(row);
    case SiteField::Seen:
        return format::age(observedAt(m_store.tables(), site), m_store.now());
    case SiteField::Cpu:
    case SiteField::Memory:
    case SiteField::Storage: {
        const Usage *usage = SiteRows::usageOf(site, field);
        if (usage->total <= 0 || status(row).state == SiteState::Down)
            return format::missing();
        return status(row).stale ? format::stale(format::usedShare(*usage)) : format::usedShare(*usage);
    }
    }
    return {};
}

QString SiteTableModel::sentence(int row) const
{
    const SiteLine &at = line(row);
    if (at.kind == SiteLine::Kind::More)
        return groupAt(at.at).more;
    if (at.kind == SiteLine::Kind::Group) {
        const TableGroup group = groupAt(at.at);
        QStringList states;
        for (const SiteState state : SiteCounts::kAbnormalOrder) {
            if (const int n = m_lines.groups[size_t(at.at)].counts.of(state); n > 0)
                states << format::number(n) + QLatin1Char(' ') + StateText::inSentence(StateText::look(state).text);
        }
        return groupSentence(group, states,
                             tr("%1 of %2 sites").arg(format::number(group.total), format::number(group.of)));
    }
    QString sentence = m_sites.index(at.at, 0).data(Qt::AccessibleTextRole).toString();
    if (m_chosen.contains(m_sites.site(at.at).id))
        sentence += QStringLiteral(", ") + tr("chosen");
    return sentence;
}

TableGroup SiteTableModel::groupAt(int number) const
{
    const SiteGroup &facts = m_lines.groups[size_t(number)];
    TableGroup group;
    group.name = groupName(facts);
    group.more = tr("%1 more in %2, all healthy").arg(format::number(facts.hidden), group.name);
    group.total = facts.total;
    group.of = facts.of;
    group.hidden = facts.hidden;
    group.folded = facts.folded;
    for (const SiteState state : SiteCounts::kAbnormalOrder) {
        if (const int count = facts.counts.of(state); count > 0)
            group.states.append({StateText::look(state).symbol, count});
    }
    group.hasCpu = true;
    group.cpu = facts.capacity.share(Capacity::Cpu);
    return group;
}

int SiteTableModel::seenTwice() const
{
    const FleetTables &tables = m_store.tables();
    bool hasUncounted = false;
    tables.connections.forEach([&](const Connection &connection) { hasUncounted |= !connection.countedBy.isEmpty(); });
    int twice = 0;
    for (int row = 0; hasUncounted && row < m_sites.rowCount(); ++row) {
        twice += !isCounted(tables, m_sites.site(row));
    }
    return twice;
}

QString SiteTableModel::nameOf(const EntityId &site) const
{
    const int row = m_sites.rowOf(site);
    return row < 0 ? QString() : m_sites.site(row).name;
}

QStringList SiteTableModel::texts(const EntityId &site) const
{
    const int row = m_sites.rowOf(site);
    QStringList result;
    for (int field = 0; row >= 0 && field < kSiteFields; ++field)
        result << text(SiteField(field), row);
    return result;
}

Instant SiteTableModel::seenAt(const EntityId &id) const
{
    const Site *site = m_store.tables().sites.find(id);
    return site ? observedAt(m_store.tables(), *site) : kNever;
}

bool SiteTableModel::isLab(const EntityId &id) const
{
    const Site *site = m_store.tables().sites.find(id);
    return site && site->origin == Origin::Lab;
}

} // namespace graticule
