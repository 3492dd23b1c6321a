// SPDX-License-Identifier: GPL-3.0-or-later
// What a view asks of SiteTableModel; the rest is in sitetablemodel.cpp.
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
    if (at.kind == SiteLine::Kind::Site)
        return siteData(SiteField(index.column()), at.at, role);
    if (role != Qt::DisplayRole || index.column() != int(SiteField::Name))
        return {};
    const SiteGroup &group = m_lines.groups[size_t(at.at)];
    return at.kind == SiteLine::Kind::Group ? groupName(group) : moreText(group);
}

QVariant SiteTableModel::siteData(SiteField field, int row, int role) const
{
    if (role == ChosenRole)
        return isChosen(row);
    if (int(field) == kTickColumn)
        return role == Qt::CheckStateRole ? QVariant(isChosen(row) ? Qt::Checked : Qt::Unchecked) : QVariant();
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
    if (!used || used->total <= 0 || status(row).state == SiteState::Down)
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
        const auto used = share(field, row);
        if (!used)
            return format::missing();
        return status(row).stale ? format::stale(format::percent(*used)) : format::percent(*used);
    }
    }
    return {};
}

QString SiteTableModel::sentence(int row) const
{
    const SiteLine &at = line(row);
    if (at.kind == SiteLine::Kind::More)
        return moreText(m_lines.groups[size_t(at.at)]);
    if (at.kind == SiteLine::Kind::Group) {
        const SiteGroup &group = m_lines.groups[size_t(at.at)];
        QStringList parts{groupName(group),
                          tr("%1 of %2 sites").arg(format::number(group.total), format::number(group.of))};
        for (const SiteState state : SiteCounts::kAbnormalOrder) {
            if (const int n = group.counts.of(state); n > 0)
                parts << format::number(n) + QLatin1Char(' ') + StateText::inSentence(StateText::look(state).text);
        }
        parts << (group.folded ? tr("folded") : tr("unfolded"));
        return parts.join(QStringLiteral(", "));
    }
    QString sentence = m_sites.index(at.at, 0).data(Qt::AccessibleTextRole).toString();
    if (m_chosen.contains(m_sites.site(at.at).id))
        sentence += QStringLiteral(", ") + tr("chosen");
    return sentence;
}

QVariant SiteTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    if (section == kTickColumn)
        return role == Qt::AccessibleTextRole ? QVariant(tr("Chosen")) : QVariant();
    const auto field = SiteField(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (field == SiteField::Seen ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    QString title = SiteFields::title(field);
    for (qsizetype i = 0; i < m_query.order.size(); ++i) {
        if (m_query.order[i].field != field)
            continue;
        if (role == Qt::AccessibleTextRole)
            return tr("%1, sorted, key %2").arg(title).arg(i + 1);
        title += m_query.order[i].reversed ? QStringLiteral(" \u2191") : QStringLiteral(" \u2193");
        if (m_query.order.size() > 1 && i > 0)
            title += QString::number(i + 1);
    }
    return title;
}

QStringList SiteTableModel::texts(const EntityId &site) const
{
    const int row = m_sites.rowOf(site);
    QStringList result;
    for (int field = 0; row >= 0 && field < kSiteFields; ++field)
        result << text(SiteField(field), row);
    return result;
}

} // namespace graticule
