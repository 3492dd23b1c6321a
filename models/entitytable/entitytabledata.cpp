// SPDX-License-Identifier: GPL-3.0-or-later
// What a view asks of EntityTableModel; the rest is in entitytablemodel.cpp.
#include "backend/domain/countedonce.h"
#include "models/entitytable/entitytablemodel.h"
#include "models/modelroles.h"

#include <cmath>

namespace graticule {

QVariant EntityTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const TableLine &at = line(index.row());
    if (role == KindRole)
        return int(at.kind);
    if (at.kind != TableLine::Kind::Row)
        return otherData(at, index.column(), role);
    const int number = at.at;
    if (role == Qt::AccessibleTextRole)
        return sentence(number);
    if (role == ChosenRole)
        return m_chosen.contains(m_rows->id(number));
    if (role == IdRole)
        return m_rows->id(number).utf8();
    if (isTrail(index.column()))
        return trailData(index.column(), m_rows->id(number), role);
    if (index.column() != tickColumn())
        return cell(index.column(), number, role);
    if (role == Qt::CheckStateRole)
        return m_chosen.contains(m_rows->id(number)) ? Qt::Checked : Qt::Unchecked;
    return {};
}

QVariant EntityTableModel::otherData(const TableLine &at, int column, int role) const
{
    const bool isHead = at.kind == TableLine::Kind::Group;
    if (role == Qt::AccessibleTextRole)
        return isHead ? groupSentenceOf(at.at) : groupAt(at.at).more;
    if (role == Qt::DisplayRole && column == kNameColumn)
        return isHead ? groupTitle(at.at) : groupAt(at.at).more;
    return {};
}

QVariant EntityTableModel::cell(int field, int number, int role) const
{
    const EntityField &what = m_fields[size_t(field)];
    switch (role) {
    case Qt::DisplayRole:
        return text(field, number);
    case SymbolRole:
        return what.type == EntityField::Type::State ? QVariant(int(m_rows->look(number).symbol)) : QVariant();
    case EmphasisRole:
        if (what.type == EntityField::Type::State)
            return int(m_rows->look(number).emphasis);
        if (what.type == EntityField::Type::Seen)
            return int(m_rows->isOld(number) ? Emphasis::Medium : Emphasis::Faint);
        return int(what.type == EntityField::Type::Name ? Emphasis::Normal : Emphasis::Secondary);
    case NumericRole:
        return what.has(EntityField::Numeric);
    case StaleRole:
    case ShareRole:
        return what.has(EntityField::Meter) ? meter(field, number, role) : QVariant();
    default:
        return {};
    }
}

QVariant EntityTableModel::meter(int field, int number, int role) const
{
    const double share = m_rows->figure(field, number);
    if (std::isnan(share))
        return {};
    return role == StaleRole ? QVariant(m_rows->isOld(number)) : QVariant(share);
}

QString EntityTableModel::text(int field, int number) const
{
    return m_rows->text(field, number, m_store.units(), m_store.now(), instantFromMs(seen()[size_t(number)]));
}

QString EntityTableModel::sentence(int number) const
{
    QStringList parts;
    for (int field = 0; field < int(m_fields.size()); ++field) {
        const EntityField &what = m_fields[size_t(field)];
        const QString said = text(field, number);
        if (!what.has(EntityField::Shown) || said.isEmpty() || said == format::missing())
            continue;
        const bool isPlain = what.type == EntityField::Type::State || what.type == EntityField::Type::Name ||
                             what.type == EntityField::Type::Why;
        parts << (isPlain                                ? said
                  : what.type == EntityField::Type::Seen ? tr("seen %1 ago").arg(said)
                                                         : what.title + QLatin1Char(' ') + said);
    }
    if (m_chosen.contains(m_rows->id(number)))
        parts << tr("chosen");
    return parts.join(QStringLiteral(", "));
}

QString EntityTableModel::groupTitle(int number) const
{
    return groupName(*m_rows, *m_query.group, m_lines.groups[size_t(number)].value);
}

TableGroup EntityTableModel::groupAt(int number) const
{
    const EntityGroup &facts = m_lines.groups[size_t(number)];
    TableGroup group;
    group.name = groupTitle(number);
    group.more = tr("%1 more in %2, all healthy").arg(format::number(facts.hidden), group.name);
    group.total = facts.total;
    group.of = facts.of;
    group.hidden = facts.hidden;
    group.folded = facts.folded;
    for (const auto &[look, count] : facts.looks)
        group.states.append({look.symbol, count});
    return group;
}

QString EntityTableModel::groupSentenceOf(int number) const
{
    const TableGroup group = groupAt(number);
    QStringList states;
    for (const auto &[look, count] : m_lines.groups[size_t(number)].looks)
        states << format::number(count) + QLatin1Char(' ') + StateText::inSentence(look.text);
    return groupSentence(group, states, tr("%1 of %2 rows").arg(format::number(group.total), format::number(group.of)));
}

int EntityTableModel::seenTwice() const
{
    if (!m_rows || !m_rows->places().hasUncounted())
        return 0;
    const FleetTables &tables = m_store.tables();
    const auto isKnown = [&](const EntityId &id) {
        return tables.nodes.contains(id) || tables.services.contains(id) || tables.assets.contains(id);
    };
    const EntityPlaces &places = m_rows->places();
    int twice = 0;
    for (int row = 0; row < m_rows->numbers(); ++row) {
        const int part = m_rows->isThere(row) ? places.first(row) : EntityPlaces::kNone;
        twice += part != EntityPlaces::kNone && isKnown(countedAs(tables, m_rows->id(row), places.feedId(part)));
    }
    return twice;
}

QStringList EntityTableModel::texts(const EntityId &id) const
{
    const int number = m_rows ? m_rows->rowOf(id) : -1;
    QStringList result;
    for (int field = 0; number >= 0 && field < int(m_fields.size()); ++field)
        result << text(field, number);
    return result;
}

Instant EntityTableModel::seenAt(const EntityId &id) const
{
    const int number = m_rows ? m_rows->rowOf(id) : -1;
    return number < 0 ? kNever : instantFromMs(seen()[size_t(number)]);
}

bool EntityTableModel::isLab(const EntityId &id) const
{
    const auto isInvented = [&id](const auto &table) {
        const auto *one = table.find(id);
        return one && one->origin == Origin::Lab;
    };
    const FleetTables &tables = m_store.tables();
    return isInvented(tables.services) || isInvented(tables.nodes) || isInvented(tables.assets);
}

} // namespace graticule
